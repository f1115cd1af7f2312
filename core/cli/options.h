/* SPDX-License-Identifier: MIT */
/* Every option of every command, once; and reading a command line by it.
 *
 *     struct request request;
 *     if (request_read(argc, argv, &request, &error) == SG_OK)
 *         from = request.values[OPT_FROM];
 *     request_done(&request);
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "skillgap/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_id {
    OPT_FROM,
    OPT_TO,
    OPT_MONTHS,
    OPT_WHY,
    OPT_EXIT_STATUS,
    OPT_COUNCIL,
    OPT_FAMILY,
    OPT_CHECK,
    /* These every command takes. */
    OPT_DATA,
    OPT_PLUGINS,
    OPT_JSON,
    OPT_NO_COLOR,
    OPT_HELP,
    OPT_VERSION,
    OPT_COUNT,
    OPT_FIRST_COMMON = OPT_DATA
};

#define OPTION(id) (UINT32_C(1) << (id))

struct option_info {
    const char *name;     /* without the dashes */
    const char *argument; /* "ROLE"; NULL: it takes none */
    bool repeatable;
    const char *help; /* begins small, ends without a full stop */
};

/* What an option is; never NULL below OPT_COUNT. */
const struct option_info *option_info(enum option_id id);

struct command;

/* A command line, understood. Strings are borrowed from argv. */
struct request {
    const struct command *command; /* NULL: none was named */
    const char *values[OPT_COUNT]; /* NULL: not given; "" without argument */
    const char **data_dirs;        /* of OPT_DATA, in order */
    const char **plugin_dirs;      /* of OPT_PLUGINS */
    size_t data_dir_count;
    size_t plugin_dir_count;
    int32_t months;               /* -1: not given */
    const char *const *arguments; /* after the command's name */
    size_t argument_count;
};

/* Reads a command line. SG_USAGE names the nearest command or option. What was
 * read up to an error stays in *request: --json is honoured wherever it
 * stands. request_done() is for the caller in every case. */
sg_status request_read(int argc, char **argv, struct request *request,
                       sg_error *reterr);
void request_done(struct request *request);

#endif
