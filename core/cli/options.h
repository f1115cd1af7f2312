/* SPDX-License-Identifier: MIT */
/* Every option of every command, once.
 *
 *     puts(option_info(OPT_FROM)->name);
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_id {
    OPT_FROM,
    OPT_PERSON,
    OPT_TO,
    OPT_MONTHS,
    OPT_ASSUME,
    OPT_EVIDENCE_ONLY,
    OPT_POST,
    OPT_WHY,
    OPT_PLAN,
    OPT_PREFER,
    OPT_EXIT_STATUS,
    OPT_STUDY_HOURS,
    OPT_MAX_MOVES,
    OPT_ALLOW_DOWN,
    OPT_THROUGH_OTHERS,
    OPT_COUNCIL,
    OPT_FAMILY,
    OPT_CHECK,
    OPT_KEY,
    OPT_CACERT,
    OPT_FORWARD,
    OPT_PLAIN_HTTP,
    OPT_OUT,
    OPT_NEW_KEY,
    OPT_EXPIRES,
    OPT_TITLE,
    OPT_URL,
    OPT_ID,
    OPT_SERIAL,
    OPT_WITHDRAW,
    OPT_REPLACE_KEY,
    OPT_STAFF,
    OPT_QUALIFICATIONS,
    OPT_EXPERIENCE,
    OPT_MAP,
    OPT_STRICT,
    OPT_REJECTED,
    OPT_UNMATCHED,
    OPT_BY,
    OPT_BUDGET,
    OPT_CSV,
    OPT_XLSX,
    OPT_INTERNAL,
    OPT_PARTIAL,
    /* These every command takes. */
    OPT_DATA,
    OPT_PLUGINS,
    OPT_TODAY,
    OPT_JSON,
    OPT_NO_COLOR,
    OPT_HELP,
    OPT_VERSION,
    OPT_COUNT,
    OPT_FIRST_COMMON = OPT_DATA
};

#define OPTION(id) (UINT64_C(1) << (id))

struct option_info {
    const char *name;     /* without the dashes */
    const char *argument; /* "ROLE"; NULL: it takes none */
    char letter;          /* 'h' for "-h"; 0: it has none */
    bool repeatable;
    uint64_t with;    /* OPTION() of what it is for: without that it means
                         nothing; 0: of its own */
    const char *help; /* begins small, ends without a full stop */
};

/* What an option is; never NULL below OPT_COUNT. */
const struct option_info *option_info(enum option_id id);

/* Whether `word` spells an option of this table out: "--from", "--from=x",
 * "-h". */
bool option_spelt_out(const char *word, enum option_id id);

#endif
