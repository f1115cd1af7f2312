/* SPDX-License-Identifier: MIT */
/* Reading a command line with getopt_long. */
#define _GNU_SOURCE /* getopt_long */

#include "request.h"

#include "complain.h"

#include "skillgap/report.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MONTHS_MOST = 1200,
    SHORT_OPTIONS_END = 256,
    LETTERS_MOST = 4 + OPT_COUNT, /* with "+:" in front */
};

/* A command line that is being read. */
struct reading {
    int argc;
    char **argv;
    struct request *request;
    sg_error *reterr;
};

/* Fills what getopt_long wants from the table: the options of a command, or
 * the common ones. */
static void long_options(const struct command *command,
                         struct option wanted[OPT_COUNT + 1])
{
    size_t count = 0;
    for (int id = 0; id < OPT_COUNT; id++) {
        const struct option_info *info = option_info((enum option_id)id);
        if (!command_takes(command, (enum option_id)id))
            continue;
        wanted[count++] = (struct option){
            .name = info->name,
            .has_arg = info->argument != NULL ? required_argument : no_argument,
            .val = SHORT_OPTIONS_END + id,
        };
    }
    wanted[count] = (struct option){0};
}

/* The same for letters, behind `mode`. Only common options have one. */
static void short_options(const char *mode, char wanted[LETTERS_MOST])
{
    int size = snprintf(wanted, LETTERS_MOST, "%s", mode);
    for (int id = OPT_FIRST_COMMON; id < OPT_COUNT; id++) {
        char letter = option_info((enum option_id)id)->letter;
        if (letter != '\0')
            wanted[size++] = letter;
    }
    wanted[size] = '\0';
}

/* The option that getopt_long has found. */
static enum option_id option_found(int found)
{
    if (found >= SHORT_OPTIONS_END)
        return (enum option_id)(found - SHORT_OPTIONS_END);
    int id = OPT_FIRST_COMMON;
    while (option_info((enum option_id)id)->letter != found)
        id++;
    return (enum option_id)id;
}

static const char *command_name(const struct command *command)
{
    return command != NULL ? command->name : "skillgap";
}

/* The name that was typed, without dashes and value, for a message. */
static const char *typed_name(const char *token, char *out, size_t room)
{
    const char *name = token + strspn(token, "-");
    size_t size = strcspn(name, "=");
    if (size >= room)
        size = room - 1;
    memcpy(out, name, size);
    out[size] = '\0';
    return out;
}

/* `meant` is the name to suggest; NULL: the nearest, if any is near. */
static sg_status unknown_option(const struct reading *reading,
                                const char *token, const char *meant)
{
    const struct command *command = reading->request->command;
    const char *names[OPT_COUNT];
    size_t count = 0;
    char typed[64];
    for (int id = 0; id < OPT_COUNT; id++)
        if (command_takes(command, (enum option_id)id))
            names[count++] = option_info((enum option_id)id)->name;
    if (meant == NULL)
        meant =
            sg_nearest(typed_name(token, typed, sizeof(typed)), names, count);
    if (meant != NULL)
        return complain(reading->reterr, SG_USAGE, "unknown-option",
                        "%s has no option '%.64s'. Did you mean --%s?",
                        command_name(command), token, meant);
    return complain(reading->reterr, SG_USAGE, "unknown-option",
                    "%s has no option '%.64s'. 'skillgap help%s%s' lists them.",
                    command_name(command), token, command != NULL ? " " : "",
                    command != NULL ? command->name : "");
}

/* The word of the command line that getopt has just read as a long option:
 * the last one, or the one before its value. */
static const char *option_token(const struct reading *reading)
{
    const char *last = reading->argv[optind - 1];
    if (optarg != NULL && optarg == last)
        return reading->argv[optind - 2];
    return last;
}

static sg_status read_months(const struct reading *reading, const char *value)
{
    char *end = NULL;
    errno = 0;
    long months = strtol(value, &end, 10);
    bool digits = value[0] >= '0' && value[0] <= '9' && *end == '\0';
    if (!digits || errno != 0 || months > MONTHS_MOST)
        return complain(reading->reterr, SG_USAGE, "option-value",
                        "--months needs a whole number from 0 to %d, not "
                        "'%.32s'.",
                        (int)MONTHS_MOST, value);
    reading->request->months = (int32_t)months;
    return SG_OK;
}

/* Reads `count` digits and what must stand behind them; -1: it is not so. */
static int read_digits(const char **text, size_t count, char end)
{
    int number = 0;
    for (size_t i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9')
            return -1;
        number = number * 10 + (**text - '0');
    }
    return *(*text)++ == end ? number : -1;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

enum { YEAR_LEAST = 1900, YEAR_MOST = 2999 }; /* as files have them */

static bool day_exists(const char *text)
{
    int year = read_digits(&text, 4, '-');
    bool known = year >= YEAR_LEAST && year <= YEAR_MOST;
    int month = !known ? -1 : read_digits(&text, 2, '-');
    if (month < 1 || month > 12)
        return false;
    int day = read_digits(&text, 2, '\0');
    return day >= 1 && day <= days_of(year, month);
}

static sg_status check_day(const struct reading *reading, const char *value)
{
    if (day_exists(value))
        return SG_OK;
    return complain(reading->reterr, SG_USAGE, "option-value",
                    "--today needs a day that exists, from %d to %d, written "
                    "as in 2026-03-31, not '%.32s'.",
                    YEAR_LEAST, YEAR_MOST, value);
}

static sg_status needs_value(const struct reading *reading,
                             const struct option_info *info)
{
    return complain(reading->reterr, SG_USAGE, "option-value",
                    "--%s needs a value: --%s %s.", info->name, info->name,
                    info->argument);
}

/* "--from --to x": the value was forgotten, and getopt takes the next option
 * for it. "--from=--to" says that it is meant. */
static bool value_forgotten(const struct reading *reading)
{
    if (optarg == NULL || optarg != reading->argv[optind - 1])
        return false;
    for (int id = 0; id < OPT_COUNT; id++)
        if (option_spelt_out(optarg, (enum option_id)id))
            return true;
    return false;
}

static sg_status take_option(const struct reading *reading, enum option_id id)
{
    struct request *request = reading->request;
    const struct option_info *info = option_info(id);
    bool again = request->values[id] != NULL;
    if (again && info->argument != NULL && !info->repeatable)
        return complain(reading->reterr, SG_USAGE, "repeated-option",
                        "--%s is given twice. Leave one out.", info->name);
    if (value_forgotten(reading))
        return needs_value(reading, info);
    request->values[id] = optarg != NULL ? optarg : "";
    if (id == OPT_DATA)
        request->data_dirs[request->data_dir_count++] = optarg;
    if (id == OPT_PLUGINS)
        request->plugin_dirs[request->plugin_dir_count++] = optarg;
    if (id == OPT_ASSUME)
        request->assume[request->assume_count++] = optarg;
    if (id == OPT_WITHDRAW)
        request->withdraw[request->withdraw_count++] = optarg;
    if (id == OPT_MONTHS)
        return read_months(reading, optarg);
    if (id == OPT_TODAY)
        return check_day(reading, optarg);
    return SG_OK;
}

/* getopt's "?": no such option, or a value for one that takes none. */
static sg_status refused_option(const struct reading *reading)
{
    const char letter[] = {'-', (char)optopt, '\0'};
    if (optopt >= SHORT_OPTIONS_END)
        return complain(reading->reterr, SG_USAGE, "option-value",
                        "--%s takes no value.",
                        option_info(option_found(optopt))->name);
    /* In the middle of "-abc" the word itself is not yet done with. */
    return unknown_option(reading, optopt != 0 ? letter : option_token(reading),
                          NULL);
}

static sg_status one_option(const struct reading *reading, int found)
{
    if (found == '?')
        return refused_option(reading);
    if (found == ':')
        return needs_value(reading, option_info(option_found(optopt)));
    enum option_id id = option_found(found);
    const char *token = option_token(reading);
    /* getopt takes "--mon" for "--months"; a script that relies on it would
     * break with the next option that is added. */
    if (found >= SHORT_OPTIONS_END && !option_spelt_out(token, id))
        return unknown_option(reading, token, option_info(id)->name);
    return take_option(reading, id);
}

/* Reads options up to the first other word ("+" in `mode`) or all of them. */
static sg_status read_options(const struct reading *reading, const char *mode)
{
    struct option wanted[OPT_COUNT + 1];
    char letters[LETTERS_MOST];
    long_options(reading->request->command, wanted);
    short_options(mode, letters);
    opterr = 0;
    for (;;) {
        int found =
            getopt_long(reading->argc, reading->argv, letters, wanted, NULL);
        if (found == -1)
            return SG_OK;
        sg_status status = one_option(reading, found);
        if (status != SG_OK)
            return status;
    }
}

/* Whether a flag stands anywhere before "--"; for errors that come first. */
static bool stands_anywhere(int argc, char **argv, enum option_id id)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (option_spelt_out(argv[i], id))
            return true;
    return false;
}

static bool asks_for_words(const struct request *request)
{
    return request->values[OPT_HELP] != NULL ||
           request->values[OPT_VERSION] != NULL;
}

/* "--help gap" is what "help gap" is. */
static sg_status read_subject(const struct reading *reading)
{
    const char *name = reading->argv[optind];
    if (reading->request->values[OPT_HELP] == NULL || name == NULL)
        return SG_OK;
    reading->request->command = command_find(name);
    return reading->request->command != NULL
               ? SG_OK
               : command_unknown(name, reading->reterr);
}

static sg_status check_required(const struct reading *reading)
{
    const struct command *command = reading->request->command;
    for (int id = 0; id < OPT_COUNT; id++) {
        const struct option_info *info = option_info((enum option_id)id);
        if ((command->required & OPTION(id)) == 0 ||
            reading->request->values[id] != NULL)
            continue;
        return complain(reading->reterr, SG_USAGE, "missing-option",
                        "%s needs --%s %s. For example: %s", command->name,
                        info->name, info->argument, command->examples[0]);
    }
    return SG_OK;
}

/* The options of a set, as in "--from ROLE or --person FILE". */
static void put_options(uint64_t set, char *out, size_t room)
{
    size_t size = 0;
    out[0] = '\0';
    for (int id = 0; id < OPT_COUNT && size < room; id++) {
        const struct option_info *info = option_info((enum option_id)id);
        if ((set & OPTION(id)) != 0)
            size += (size_t)snprintf(
                out + size, room - size, "%s--%s%s%s", size > 0 ? " or " : "",
                info->name, info->argument != NULL ? " " : "",
                info->argument != NULL ? info->argument : "");
    }
}

static uint64_t options_given(const struct request *request)
{
    uint64_t given = 0;
    for (int id = 0; id < OPT_COUNT; id++)
        if (request->values[id] != NULL)
            given |= OPTION(id);
    return given;
}

/* Where one of several is needed, there is just one; and what belongs to one
 * of them stands beside it. */
static sg_status check_together(const struct reading *reading)
{
    const struct command *command = reading->request->command;
    const uint64_t given = options_given(reading->request);
    const uint64_t chosen = given & command->either;
    char names[128];
    put_options(command->either, names, sizeof(names));
    if (command->either != 0 && chosen == 0)
        return complain(reading->reterr, SG_USAGE, "missing-option",
                        "%s needs %s. For example: %s", command->name, names,
                        command->examples[0]);
    if ((chosen & (chosen - 1)) != 0)
        return complain(reading->reterr, SG_USAGE, "extra-option",
                        "%s takes %s, and not both. Leave one out.",
                        command->name, names);
    for (int id = 0; id < OPT_COUNT; id++) {
        const struct option_info *info = option_info((enum option_id)id);
        if ((given & OPTION(id)) == 0 || info->with == 0 ||
            (given & info->with) != 0)
            continue;
        put_options(info->with, names, sizeof(names));
        return complain(reading->reterr, SG_USAGE, "extra-option",
                        "--%s means nothing without %s. Add that, or leave "
                        "it out.",
                        info->name, names);
    }
    return SG_OK;
}

static sg_status check_arguments(const struct reading *reading)
{
    const struct command *command = reading->request->command;
    size_t count = reading->request->argument_count;
    if (count < command->arguments_least)
        return complain(reading->reterr, SG_USAGE, "missing-argument",
                        "%s needs %s. For example: %s", command->name,
                        command->arguments, command->examples[0]);
    if (count > command->arguments_most)
        return complain(reading->reterr, SG_USAGE, "extra-argument",
                        "%s does not expect '%.64s'. For example: %s",
                        command->name,
                        reading->request->arguments[command->arguments_most],
                        command->examples[0]);
    return SG_OK;
}

static sg_status read_command(const struct reading *reading)
{
    struct request *request = reading->request;
    struct reading rest = *reading;
    int at = optind; /* the command's name */
    request->command = command_find(reading->argv[at]);
    if (request->command == NULL)
        return command_unknown(reading->argv[at], reading->reterr);
    rest.argc -= at;
    rest.argv += at;
    optind = 0; /* glibc: begin again */
    sg_status status = read_options(&rest, ":");
    if (status != SG_OK)
        return status;
    request->arguments = (const char *const *)rest.argv + optind;
    request->argument_count = (size_t)(rest.argc - optind);
    if (asks_for_words(request))
        return SG_OK;
    status = check_together(reading);
    if (status == SG_OK)
        status = check_required(reading);
    return status != SG_OK ? status : check_arguments(reading);
}

sg_status request_read(int argc, char **argv, struct request *request,
                       sg_error *reterr)
{
    const struct reading reading = {argc, argv, request, reterr};
    size_t words = (size_t)argc + 1;
    *request = (struct request){.months = -1};
    request->data_dirs = calloc(words, sizeof(*request->data_dirs));
    request->plugin_dirs = calloc(words, sizeof(*request->plugin_dirs));
    request->assume = calloc(words, sizeof(*request->assume));
    request->withdraw = calloc(words, sizeof(*request->withdraw));
    if (request->data_dirs == NULL || request->plugin_dirs == NULL ||
        request->assume == NULL || request->withdraw == NULL)
        return complain_memory(reterr);
    if (stands_anywhere(argc, argv, OPT_JSON))
        request->values[OPT_JSON] = "";
    optind = 0;
    sg_status status = read_options(&reading, "+:");
    if (status != SG_OK)
        return status;
    if (asks_for_words(request))
        return read_subject(&reading);
    return optind < argc ? read_command(&reading) : SG_OK;
}

void request_done(struct request *request)
{
    free(request->data_dirs);
    free(request->plugin_dirs);
    free(request->assume);
    free(request->withdraw);
    request->data_dirs = NULL;
    request->plugin_dirs = NULL;
    request->assume = NULL;
    request->withdraw = NULL;
}
