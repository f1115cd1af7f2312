/* SPDX-License-Identifier: MIT */
/* Help, written from the tables of commands and options.
 *
 *     help_command(stdout, command_find("gap"));
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "commands.h"

#include <stdio.h>

/* The program as a whole. */
void help_program(FILE *out);

void help_command(FILE *out, const struct command *command);

#endif
