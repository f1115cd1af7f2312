/* SPDX-License-Identifier: MIT */
/* Help, written from the tables; examples come first. */
#include "help.h"

#include <string.h>

enum { USAGE_WIDTH = 80 };

static void write_option(FILE *out, enum option_id id)
{
    const struct option_info *info = option_info(id);
    char words[64];
    (void)snprintf(words, sizeof(words), "%s%.1s%s--%s%s%s",
                   info->letter != '\0' ? "-" : "", &info->letter,
                   info->letter != '\0' ? ", " : "", info->name,
                   info->argument != NULL ? " " : "",
                   info->argument != NULL ? info->argument : "");
    (void)fprintf(out, "  %-19s %s%s\n", words, info->help,
                  info->repeatable ? " (repeatable)" : "");
}

static void write_examples(FILE *out, const struct command *command)
{
    for (size_t i = 0; i < EXAMPLES_MOST && command->examples[i]; i++)
        (void)fprintf(out, "  %s\n", command->examples[i]);
}

static void write_common_options(FILE *out)
{
    (void)fputs("\nEvery command takes:\n", out);
    for (int id = OPT_FIRST_COMMON; id < OPT_COUNT; id++)
        write_option(out, (enum option_id)id);
}

void help_program(FILE *out)
{
    (void)fputs("skillgap - what stands between a council role and another, "
                "and why\n\nExamples:\n",
                out);
    for (size_t i = 0; i < command_count(); i++)
        (void)fprintf(out, "  %s\n", command_at(i)->examples[0]);
    (void)fputs("\nCommands:\n", out);
    for (size_t i = 0; i < command_count(); i++)
        (void)fprintf(out, "  %-18s %s\n", command_at(i)->name,
                      command_at(i)->summary);
    write_common_options(out);
    (void)fputs(
        "\nA ROLE is an id such as county/administrator-1, a job reference "
        "such as 1366,\nor a title. 'skillgap help COMMAND' says more.\n"
        "\nExit codes: 0 done, 1 unmet (only with --exit-status), 2 usage, "
        "3 bad input,\n4 network, 5 trust, 6 storage, 7 plugin, 8 nothing of "
        "that name.\n",
        out);
}

/* A usage line on its way, broken before 80 columns. */
struct usage {
    FILE *out;
    size_t column;
    size_t indent;
};

static void put_usage(struct usage *usage, const char *text)
{
    const size_t size = strlen(text) + 1;
    if (usage->column + size > USAGE_WIDTH) {
        (void)fprintf(usage->out, "\n%*s", (int)usage->indent, "");
        usage->column = usage->indent;
    }
    (void)fprintf(usage->out, " %s", text);
    usage->column += size;
}

/* One option, as "[--why]", "--to ROLE" or "--from ROLE |". */
static void put_option(struct usage *usage, const struct option_info *info,
                       const char *before, const char *after)
{
    char text[USAGE_WIDTH];
    (void)snprintf(text, sizeof(text), "%s--%s%s%s%s", before, info->name,
                   info->argument != NULL ? " " : "",
                   info->argument != NULL ? info->argument : "", after);
    put_usage(usage, text);
}

/* "(--from ROLE | --person FILE)" */
static void put_either(struct usage *usage, uint64_t either)
{
    const char *before = "(";
    for (int id = 0; id < OPT_COUNT; id++) {
        if ((either & OPTION(id)) == 0)
            continue;
        either &= ~OPTION(id);
        put_option(usage, option_info((enum option_id)id), before,
                   either != 0 ? " |" : ")");
        before = "";
    }
}

static void write_usage(FILE *out, const struct command *command)
{
    struct usage usage = {.out = out};
    const int size = fprintf(out, "Usage: skillgap %s", command->name);
    usage.column = usage.indent = (size_t)size;
    put_either(&usage, command->either);
    for (int id = 0; id < OPT_FIRST_COMMON; id++) {
        bool needed = (command->required & OPTION(id)) != 0;
        if (!command_takes(command, (enum option_id)id) ||
            (command->either & OPTION(id)) != 0)
            continue;
        put_option(&usage, option_info((enum option_id)id), needed ? "" : "[",
                   needed ? "" : "]");
    }
    if (command->arguments[0] != '\0')
        put_usage(&usage, command->arguments);
    (void)fputs("\n", out);
}

void help_command(FILE *out, const struct command *command)
{
    (void)fprintf(out, "skillgap %s - %s\n\nExamples:\n", command->name,
                  command->summary);
    write_examples(out, command);
    (void)fputs("\n", out);
    write_usage(out, command);
    if (command->about != NULL)
        (void)fprintf(out, "\n%s", command->about);
    if (command->options != 0)
        (void)fputs("\nOptions:\n", out);
    for (int id = 0; id < OPT_FIRST_COMMON; id++)
        if (command_takes(command, (enum option_id)id))
            write_option(out, (enum option_id)id);
    write_common_options(out);
}
