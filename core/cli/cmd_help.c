/* SPDX-License-Identifier: MIT */
/* skillgap help [COMMAND] */
#include "help.h"
#include "session.h"

sg_status cmd_help(struct session *session)
{
    const struct request *request = &session->request;
    if (request->argument_count == 0) {
        help_program(stdout);
        return SG_OK;
    }
    const struct command *command = command_find(request->arguments[0]);
    if (command == NULL)
        return command_unknown(request->arguments[0], &session->error);
    help_command(stdout, command);
    return SG_OK;
}
