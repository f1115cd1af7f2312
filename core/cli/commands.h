/* SPDX-License-Identifier: MIT */
/* The one table of commands: parsing, help and the tests read it.
 *
 *     const struct command *command = command_find("gap");
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

#include "skillgap/error.h"

struct session;

enum { EXAMPLES_MOST = 5, ARGUMENTS_ANY = INT32_MAX };

struct command {
    const char *name;
    const char *arguments; /* "ROLE ROLE", or "" */
    const char *summary;   /* one line */
    const char *about;     /* some lines of at most 80 columns, or NULL */
    const char *examples[EXAMPLES_MOST]; /* each one can be run */
    uint64_t options;                    /* OPTION() of each of its own */
    uint64_t required;
    uint64_t either;      /* just one of these is needed; 0: none */
    bool without_courses; /* it never says what closes a gap */
    size_t arguments_least;
    size_t arguments_most;
    sg_status (*run)(struct session *session);
};

size_t command_count(void);
const struct command *command_at(size_t index);

/* By name, exactly; or NULL. */
const struct command *command_find(const char *name);

/* Whether a command takes an option; NULL stands for no command. */
bool command_takes(const struct command *command, enum option_id id);

/* SG_USAGE that names the nearest command. */
sg_status command_unknown(const char *name, sg_error *reterr);

/* The same for the word behind a command: "feed lst". `names` are those that
 * there are. */
sg_status action_unknown(const char *command, const char *typed,
                         const char *const *names, size_t count,
                         sg_error *reterr);

sg_status cmd_roles(struct session *session);
sg_status cmd_show(struct session *session);
sg_status cmd_compare(struct session *session);
sg_status cmd_gap(struct session *session);
sg_status cmd_next(struct session *session);
sg_status cmd_plugins(struct session *session);
sg_status cmd_check(struct session *session);
sg_status cmd_path(struct session *session);
sg_status cmd_person(struct session *session);
sg_status cmd_needs(struct session *session);
sg_status cmd_merge(struct session *session);
sg_status cmd_doctor(struct session *session);
sg_status cmd_feed(struct session *session);
sg_status cmd_publish(struct session *session);
sg_status cmd_help(struct session *session);

#endif
