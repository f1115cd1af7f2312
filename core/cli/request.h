/* SPDX-License-Identifier: MIT */
/* Reading a command line by the tables of commands and options.
 *
 *     struct request request;
 *     if (request_read(argc, argv, &request, &error) == SG_OK)
 *         from = request.values[OPT_FROM];
 *     request_done(&request);
 */
#ifndef CLI_REQUEST_H
#define CLI_REQUEST_H

#include "commands.h"

/* A command line, understood. Strings are borrowed from argv. */
struct request {
    const struct command *command; /* NULL: none was named */
    const char *values[OPT_COUNT]; /* NULL: not given; "" without argument */
    const char **data_dirs;        /* of OPT_DATA, in order */
    const char **plugin_dirs;      /* of OPT_PLUGINS */
    const char **assume;           /* of OPT_ASSUME */
    size_t assume_count;
    const char **withdraw; /* of OPT_WITHDRAW */
    size_t withdraw_count;
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
