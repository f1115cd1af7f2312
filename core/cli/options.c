/* SPDX-License-Identifier: MIT */
/* The one table of options. */
#include "options.h"

#include <string.h>

static const struct option_info infos[OPT_COUNT] = {
    [OPT_FROM] = {.name = "from",
                  .argument = "ROLE",
                  .help = "the role somebody has now"},
    [OPT_PERSON] = {.name = "person",
                    .argument = "FILE",
                    .help = "what somebody has on file; '-' is standard "
                            "input"},
    [OPT_TO] = {.name = "to",
                .argument = "ROLE",
                .help = "the role somebody wants"},
    [OPT_MONTHS] = {.name = "months",
                    .argument = "N",
                    .with = OPTION(OPT_FROM),
                    .help = "whole months spent in the role of --from"},
    [OPT_ASSUME] = {.name = "assume",
                    .argument = "WHAT",
                    .repeatable = true,
                    .with = OPTION(OPT_PERSON),
                    .help = "as if the file said so: \"NVQ 3 by 2027-06\""},
    [OPT_EVIDENCE_ONLY] = {.name = "evidence-only",
                           .with = OPTION(OPT_PERSON),
                           .help = "leave out what the current role "
                                   "guarantees"},
    [OPT_POST] = {.name = "post",
                  .argument = "FILE",
                  .help = "what the post wanted needs, \"where "
                          "appropriate\""},
    [OPT_WHY] = {.name = "why",
                 .help = "add the reason of each part, and other ways"},
    [OPT_PLAN] = {.name = "plan",
                  .help = "write a development plan for the one-to-one"},
    [OPT_PREFER] = {.name = "prefer",
                    .argument = "WHAT",
                    .with = OPTION(OPT_PLAN),
                    .help = "cheapest (the usual), quickest or on-the-job"},
    [OPT_EXIT_STATUS] = {.name = "exit-status",
                         .help = "exit with 1 when an essential line is unmet"},
    [OPT_STUDY_HOURS] = {.name = "study-hours",
                         .argument = "H",
                         .help = "hours of study a week, beside work"},
    [OPT_MAX_MOVES] = {.name = "max-moves",
                       .argument = "N",
                       .help = "moves at most; without it, the fewest "
                               "possible and 2 more"},
    [OPT_ALLOW_DOWN] = {.name = "allow-down", .help = "look at moves down too"},
    [OPT_THROUGH_OTHERS] = {.name = "through-others",
                            .help = "look at paths through other councils "
                                    "too"},
    [OPT_COUNCIL] = {.name = "council",
                     .argument = "C",
                     .help = "only the roles of this council"},
    [OPT_FAMILY] = {.name = "family",
                    .argument = "F",
                    .help = "only the roles of this job family"},
    [OPT_CHECK] = {.name = "check",
                   .argument = "FILE.so",
                   .help = "look at one plugin file"},
    [OPT_KEY] = {.name = "key",
                 .argument = "FILE",
                 .help = "a key of minisign: public for a feed, secret to "
                         "publish"},
    [OPT_CACERT] = {.name = "cacert",
                    .argument = "FILE",
                    .help = "trust these certificates (PEM) as well"},
    [OPT_FORWARD] = {.name = "forward",
                     .help = "end a rollback and take the newest"},
    [OPT_PLAIN_HTTP] = {.name = "plain-http",
                        .help = "allow http:// to this machine alone, for "
                                "trials"},
    [OPT_OUT] = {.name = "out",
                 .argument = "SITE",
                 .help = "the folder to be served"},
    [OPT_NEW_KEY] = {.name = "new-key",
                     .argument = "FILE",
                     .help = "make a pair of keys: FILE (secret) and FILE.pub"},
    [OPT_EXPIRES] = {.name = "expires",
                     .argument = "90d",
                     .with = OPTION(OPT_OUT),
                     .help = "for how many days it is good (90)"},
    [OPT_TITLE] = {.name = "title",
                   .argument = "TEXT",
                   .with = OPTION(OPT_OUT),
                   .help = "what the feed is called"},
    [OPT_URL] = {.name = "url",
                 .argument = "URL",
                 .with = OPTION(OPT_OUT),
                 .help = "the address that people add, for feed readers"},
    [OPT_ID] = {.name = "id",
                .argument = "ID",
                .with = OPTION(OPT_OUT),
                .help = "the feed's id, if it is to have another"},
    [OPT_SERIAL] = {.name = "serial",
                    .argument = "N",
                    .with = OPTION(OPT_OUT),
                    .help = "number of this publication; without it the next"},
    [OPT_WITHDRAW] = {.name = "withdraw",
                      .argument = "ID",
                      .repeatable = true,
                      .with = OPTION(OPT_OUT),
                      .help = "this framework may be left out now"},
    [OPT_REPLACE_KEY] = {.name = "replace-key",
                         .with = OPTION(OPT_OUT),
                         .help = "sign all anew with another key than before"},
    [OPT_DATA] = {.name = "data",
                  .argument = "DIR",
                  .repeatable = true,
                  .help = "look for data here first"},
    [OPT_PLUGINS] = {.name = "plugins",
                     .argument = "DIR",
                     .repeatable = true,
                     .help = "look for plugins here first"},
    [OPT_TODAY] = {.name = "today",
                   .argument = "YYYY-MM-DD",
                   .help = "the day that an answer is for"},
    [OPT_JSON] = {.name = "json", .help = "write JSON, for programs"},
    [OPT_NO_COLOR] = {.name = "no-color", .help = "write without colours"},
    [OPT_HELP] = {.name = "help",
                  .letter = 'h',
                  .help = "show help, with examples"},
    [OPT_VERSION] = {.name = "version", .help = "show the program's version"},
};

const struct option_info *option_info(enum option_id id)
{
    return &infos[id];
}

bool option_spelt_out(const char *word, enum option_id id)
{
    const struct option_info *info = &infos[id];
    size_t size = strlen(info->name);
    const char letter[] = {'-', info->letter, '\0'};
    if (info->letter != '\0' && strcmp(word, letter) == 0)
        return true;
    return strncmp(word, "--", 2) == 0 &&
           strncmp(word + 2, info->name, size) == 0 &&
           (word[size + 2] == '\0' || word[size + 2] == '=');
}
