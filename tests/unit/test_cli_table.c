/* SPDX-License-Identifier: MIT */
/* The tables of commands and options, and reading a command line by them. */
#define _GNU_SOURCE

#include <criterion/criterion.h>

/* The program's rooms are no library: the tables come in as they are. */
#include "cli/commands.c"
#include "cli/complain.c"
#include "cli/options.c"
#include "cli/request.c"

/* The table needs functions to point at; none is called. */
#define COMMAND(name)                                                          \
    sg_status name(struct session *session)                                    \
    {                                                                          \
        (void)session;                                                         \
        return SG_OK;                                                          \
    }
COMMAND(cmd_roles)
COMMAND(cmd_show)
COMMAND(cmd_compare)
COMMAND(cmd_gap)
COMMAND(cmd_next)
COMMAND(cmd_path)
COMMAND(cmd_plugins)
COMMAND(cmd_check)
COMMAND(cmd_person)
COMMAND(cmd_doctor)
COMMAND(cmd_feed)
COMMAND(cmd_publish)
COMMAND(cmd_needs)
COMMAND(cmd_merge)
COMMAND(cmd_help)

enum { HELP_MOST = 58, LINE_MOST = 80, WORDS_MOST = 16 };

Test(cli, no_option_stands_twice_and_each_has_help_that_fits)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        const struct option_info *info = option_info((enum option_id)id);
        cr_assert_not_null(info->name, "option %d", id);
        cr_assert_not_null(info->help, "--%s", info->name);
        cr_expect_leq(strlen(info->help), HELP_MOST, "--%s", info->name);
        for (int other = 0; other < id; other++)
            cr_expect_str_neq(info->name,
                              option_info((enum option_id)other)->name);
    }
}

Test(cli, no_command_stands_twice_and_each_has_help_and_an_example)
{
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        cr_expect_leq(strlen(command->summary), HELP_MOST, "%s", command->name);
        cr_expect_not_null(command->run, "%s", command->name);
        cr_expect_not_null(command->examples[0], "%s", command->name);
        cr_expect_eq(command_find(command->name), command);
        cr_expect_eq(command->required & ~command->options, 0, "%s",
                     command->name);
    }
}

Test(cli, every_line_of_help_fits_the_terminal)
{
    for (size_t i = 0; i < command_count(); i++) {
        const char *about = command_at(i)->about;
        while (about != NULL && *about != '\0') {
            size_t size = strcspn(about, "\n");
            cr_expect_leq(size, LINE_MOST, "%s", command_at(i)->name);
            cr_expect_eq(about[size], '\n', "%s", command_at(i)->name);
            about += size + 1;
        }
        for (size_t e = 0; e < EXAMPLES_MOST; e++)
            if (command_at(i)->examples[e] != NULL)
                cr_expect_leq(strlen(command_at(i)->examples[e]),
                              LINE_MOST - 2);
    }
}

/* Splits `line` at spaces and reads it; what it points at is static. */
static sg_status read_line(const char *line, struct request *request,
                           sg_error *error)
{
    static char words[256];
    static char *argv[WORDS_MOST + 1];
    int argc = 0;
    (void)snprintf(words, sizeof(words), "%s", line);
    for (char *word = strtok(words, " "); word && argc < WORDS_MOST;
         word = strtok(NULL, " "))
        argv[argc++] = word;
    argv[argc] = NULL;
    *error = (sg_error){0};
    return request_read(argc, argv, request, error);
}

Test(cli, every_example_is_a_command_line_that_is_understood)
{
    for (size_t i = 0; i < command_count(); i++)
        for (size_t e = 0; e < EXAMPLES_MOST; e++) {
            const char *example = command_at(i)->examples[e];
            struct request request;
            sg_error error;
            if (example == NULL)
                continue;
            cr_expect_eq(read_line(example, &request, &error), SG_OK, "%s: %s",
                         example, error.message);
            cr_expect_eq(request.command, command_at(i), "%s", example);
            request_done(&request);
        }
}

static const struct {
    const char *line;
    const char *reason;
    const char *words; /* that the message must hold */
} refused[] = {
    {"skillgap gpa --from a", "unknown-command", "Did you mean 'gap'?"},
    {"skillgap zzzzzzzzz", "unknown-command", "skillgap help"},
    {"skillgap gap --form a --to b", "unknown-option", "Did you mean --from?"},
    {"skillgap gap --mon 3 --from a --to b", "unknown-option", "--months"},
    {"skillgap gap --exit --from a --to b", "unknown-option", "--exit"},
    {"skillgap roles --from a", "unknown-option", "roles has no option"},
    {"skillgap roles --js", "unknown-option", "'--js'"},
    {"skillgap --jsn roles", "unknown-option", "Did you mean --json?"},
    {"skillgap roles -q", "unknown-option", "'-q'"},
    {"skillgap roles --json=yes", "option-value", "--json takes no value"},
    {"skillgap gap --to b --from", "option-value", "--from needs a value"},
    {"skillgap gap --from a --from b --to c", "repeated-option", "given twice"},
    {"skillgap gap --from a", "missing-option", "--to ROLE"},
    {"skillgap gap --from a --to b c", "extra-argument", "'c'"},
    {"skillgap show", "missing-argument", "ROLE"},
    {"skillgap show a b", "extra-argument", "'b'"},
    {"skillgap compare a", "missing-argument", "ROLE ROLE"},
    {"skillgap check", "missing-argument", "FILE"},
    {"skillgap next --from a --months x", "option-value", "'x'"},
    {"skillgap next --from a --months -1", "option-value", "'-1'"},
    {"skillgap next --from a --months +1", "option-value", "'+1'"},
    {"skillgap next --from a --months 1.5", "option-value", "'1.5'"},
    {"skillgap next --from a --months 1201", "option-value", "1200"},
    {"skillgap next --from a --months 99999999999999999999", "option-value",
     "1200"},
    {"skillgap road --from a --to b", "unknown-command", "no command 'road'"},
    {"skillgap path --from a", "missing-option", "--to ROLE"},
    {"skillgap gap --from --to b", "option-value",
     "--from needs a value: --from ROLE."},
    {"skillgap gap --from --to=b", "option-value", "--from needs a value"},
    {"skillgap --data -h roles", "option-value", "--data needs a value"},
    {"skillgap next --from a --today", "option-value", "--today needs a value"},
    {"skillgap roles --today 2026-02-29", "option-value", "'2026-02-29'"},
    {"skillgap roles --today 1900-02-29", "option-value", "'1900-02-29'"},
    {"skillgap roles --today 2026-04-31", "option-value", "'2026-04-31'"},
    {"skillgap roles --today 2026-13-01", "option-value", "'2026-13-01'"},
    {"skillgap roles --today 2026-00-01", "option-value", "'2026-00-01'"},
    {"skillgap roles --today 2026-01-00", "option-value", "'2026-01-00'"},
    {"skillgap roles --today 0000-01-01", "option-value", "'0000-01-01'"},
    {"skillgap roles --today 3000-01-01", "option-value",
     "--today needs a day that exists, from 1900 to 2999"},
    {"skillgap roles --today 1899-12-31", "option-value", "'1899-12-31'"},
    {"skillgap roles --today 2026-1-1", "option-value", "'2026-1-1'"},
    {"skillgap roles --today 2026-01-011", "option-value", "'2026-01-011'"},
    {"skillgap roles --today= ", "option-value", "2026-03-31"},
    {"skillgap roles --today 31/03/2026", "option-value", "'31/03/2026'"},
    {"skillgap -x", "unknown-option", "'-x'"},
    {"skillgap --help gpa", "unknown-command", "Did you mean 'gap'?"},
    {"skillgap gap --to b", "missing-option", "--from ROLE or --person FILE"},
    {"skillgap gap --from a --person f --to b", "extra-option", "not both"},
    {"skillgap gap --person f --months 3 --to b", "extra-option", "--from"},
    {"skillgap gap --from a --assume x --to b", "extra-option", "--person"},
    {"skillgap next --from a --evidence-only", "extra-option", "--person"},
    {"skillgap gap --person f", "missing-option", "--to ROLE"},
    {"skillgap next --from a --from b", "repeated-option", "--from"},
    {"skillgap roles --person f", "unknown-option", "'--person'"},
};

Test(cli, a_wrong_command_line_is_refused_with_the_remedy)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct request request;
        sg_error error;
        cr_expect_eq(read_line(refused[i].line, &request, &error), SG_USAGE,
                     "%s", refused[i].line);
        cr_expect_str_eq(error.reason, refused[i].reason, "%s: %s",
                         refused[i].line, error.message);
        cr_expect_not_null(strstr(error.message, refused[i].words), "%s: %s",
                           refused[i].line, error.message);
        request_done(&request);
    }
}

Test(cli, common_options_stand_before_or_after_the_command)
{
    struct request request;
    sg_error error;
    cr_assert_eq(read_line("skillgap --json --data x show --data=y role "
                           "--plugins z --no-color",
                           &request, &error),
                 SG_OK, "%s", error.message);
    cr_expect_not_null(request.values[OPT_JSON]);
    cr_expect_not_null(request.values[OPT_NO_COLOR]);
    cr_assert_eq(request.data_dir_count, 2);
    cr_expect_str_eq(request.data_dirs[0], "x");
    cr_expect_str_eq(request.data_dirs[1], "y");
    cr_assert_eq(request.plugin_dir_count, 1);
    cr_expect_str_eq(request.plugin_dirs[0], "z");
    cr_assert_eq(request.argument_count, 1);
    cr_expect_str_eq(request.arguments[0], "role");
    request_done(&request);
}

Test(cli, json_is_known_even_when_something_before_it_is_wrong)
{
    struct request request;
    sg_error error;
    cr_assert_eq(read_line("skillgap gap --form a --json", &request, &error),
                 SG_USAGE);
    cr_expect_not_null(request.values[OPT_JSON]);
    request_done(&request);
}

Test(cli, months_are_read_and_absent_months_are_not_zero)
{
    struct request request;
    sg_error error;
    cr_assert_eq(
        read_line("skillgap next --from a --months 0", &request, &error),
        SG_OK);
    cr_expect_eq(request.months, 0);
    request_done(&request);
    cr_assert_eq(read_line("skillgap next --from a", &request, &error), SG_OK);
    cr_expect_eq(request.months, -1);
    request_done(&request);
}

Test(cli, help_needs_nothing_else)
{
    struct request request;
    sg_error error;
    cr_assert_eq(read_line("skillgap gap --help", &request, &error), SG_OK);
    cr_expect_not_null(request.values[OPT_HELP]);
    request_done(&request);
}

Test(cli, help_of_a_command_can_be_asked_for_in_each_usual_way)
{
    static const char *const lines[] = {
        "skillgap --help gap", "skillgap -h gap", "skillgap gap --help",
        "skillgap gap -h"};
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct request request;
        sg_error error;
        cr_expect_eq(read_line(lines[i], &request, &error), SG_OK, "%s: %s",
                     lines[i], error.message);
        cr_expect_not_null(request.values[OPT_HELP], "%s", lines[i]);
        cr_expect_eq(request.command, command_find("gap"), "%s", lines[i]);
        request_done(&request);
    }
}

Test(cli, every_command_takes_a_day_that_exists)
{
    for (size_t i = 0; i < command_count(); i++)
        cr_expect(command_takes(command_at(i), OPT_TODAY), "%s",
                  command_at(i)->name);
    static const char *const lines[] = {"skillgap roles --today 2024-02-29",
                                        "skillgap roles --today 2000-02-29",
                                        "skillgap --today 2026-12-31 roles"};
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct request request;
        sg_error error;
        cr_expect_eq(read_line(lines[i], &request, &error), SG_OK, "%s: %s",
                     lines[i], error.message);
        cr_expect_not_null(request.values[OPT_TODAY], "%s", lines[i]);
        request_done(&request);
    }
}

Test(cli, a_value_with_an_equals_sign_may_look_like_an_option)
{
    struct request request;
    sg_error error;
    cr_assert_eq(read_line("skillgap next --from=--to", &request, &error),
                 SG_OK, "%s", error.message);
    cr_expect_str_eq(request.values[OPT_FROM], "--to");
    request_done(&request);
}

Test(cli, a_dash_and_what_follows_two_dashes_are_arguments)
{
    struct request request;
    sg_error error;
    cr_assert_eq(read_line("skillgap check - -- --json", &request, &error),
                 SG_OK, "%s", error.message);
    cr_assert_eq(request.argument_count, 2);
    cr_expect_str_eq(request.arguments[0], "-");
    cr_expect_str_eq(request.arguments[1], "--json");
    cr_expect_null(request.values[OPT_JSON]);
    request_done(&request);
}
