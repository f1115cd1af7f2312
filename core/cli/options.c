/* SPDX-License-Identifier: MIT */
/* Reading a command line with getopt_long, by the one table of options. */
#define _GNU_SOURCE /* getopt_long */

#include "options.h"

#include "commands.h"
#include "complain.h"

#include "skillgap/report.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS_MOST = 1200, SHORT_OPTIONS_END = 256 };

static const struct option_info infos[OPT_COUNT] = {
    [OPT_FROM] = {"from", "ROLE", false, "the role somebody has now"},
    [OPT_TO] = {"to", "ROLE", false, "the role somebody wants"},
    [OPT_MONTHS] = {"months", "N", false,
                    "whole months spent in the role of --from"},
    [OPT_WHY] = {"why", NULL, false,
                 "add the reason of each part, and other ways"},
    [OPT_EXIT_STATUS] = {"exit-status", NULL, false,
                         "exit with 1 when an essential line is unmet"},
    [OPT_COUNCIL] = {"council", "C", false, "only the roles of this council"},
    [OPT_FAMILY] = {"family", "F", false, "only the roles of this job family"},
    [OPT_CHECK] = {"check", "FILE.so", false, "look at one plugin file"},
    [OPT_DATA] = {"data", "DIR", true, "look for data here first"},
    [OPT_PLUGINS] = {"plugins", "DIR", true, "look for plugins here first"},
    [OPT_JSON] = {"json", NULL, false, "write JSON, for programs"},
    [OPT_NO_COLOR] = {"no-color", NULL, false, "write without colours"},
    [OPT_HELP] = {"help", NULL, false, "show help, with examples"},
    [OPT_VERSION] = {"version", NULL, false, "show the program's version"},
};

const struct option_info *option_info(enum option_id id)
{
    return &infos[id];
}

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
        if (!command_takes(command, (enum option_id)id))
            continue;
        wanted[count++] = (struct option){
            .name = infos[id].name,
            .has_arg =
                infos[id].argument != NULL ? required_argument : no_argument,
            .val = SHORT_OPTIONS_END + id,
        };
    }
    wanted[count] = (struct option){0};
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
            names[count++] = infos[id].name;
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

/* getopt takes "--mon" for "--months"; a script that relies on it would break
 * with the next option that is added. */
static bool spelt_out(const char *token, const char *name)
{
    size_t size = strlen(name);
    return strncmp(token, "--", 2) == 0 &&
           strncmp(token + 2, name, size) == 0 &&
           (token[size + 2] == '\0' || token[size + 2] == '=');
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

static sg_status take_option(const struct reading *reading, enum option_id id)
{
    struct request *request = reading->request;
    const struct option_info *info = &infos[id];
    bool again = request->values[id] != NULL;
    if (again && info->argument != NULL && !info->repeatable)
        return complain(reading->reterr, SG_USAGE, "repeated-option",
                        "--%s is given twice. Leave one out.", info->name);
    request->values[id] = optarg != NULL ? optarg : "";
    if (id == OPT_DATA)
        request->data_dirs[request->data_dir_count++] = optarg;
    if (id == OPT_PLUGINS)
        request->plugin_dirs[request->plugin_dir_count++] = optarg;
    if (id == OPT_MONTHS)
        return read_months(reading, optarg);
    return SG_OK;
}

/* getopt's "?": no such option, or a value for one that takes none. */
static sg_status refused_option(const struct reading *reading)
{
    const char letter[] = {'-', (char)optopt, '\0'};
    if (optopt >= SHORT_OPTIONS_END)
        return complain(reading->reterr, SG_USAGE, "option-value",
                        "--%s takes no value.",
                        infos[optopt - SHORT_OPTIONS_END].name);
    /* In the middle of "-abc" the word itself is not yet done with. */
    return unknown_option(reading, optopt != 0 ? letter : option_token(reading),
                          NULL);
}

static sg_status one_option(const struct reading *reading, int found)
{
    if (found == '?')
        return refused_option(reading);
    if (found == ':') {
        const struct option_info *info = &infos[optopt - SHORT_OPTIONS_END];
        return complain(reading->reterr, SG_USAGE, "option-value",
                        "--%s needs a value: --%s %s.", info->name, info->name,
                        info->argument);
    }
    enum option_id id = (enum option_id)(found - SHORT_OPTIONS_END);
    const char *token = option_token(reading);
    if (!spelt_out(token, infos[id].name))
        return unknown_option(reading, token, infos[id].name);
    return take_option(reading, id);
}

/* Reads options up to the first other word ("+" in `mode`) or all of them. */
static sg_status read_options(const struct reading *reading, const char *mode)
{
    struct option wanted[OPT_COUNT + 1];
    long_options(reading->request->command, wanted);
    opterr = 0;
    for (;;) {
        int found =
            getopt_long(reading->argc, reading->argv, mode, wanted, NULL);
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
        if (spelt_out(argv[i], infos[id].name))
            return true;
    return false;
}

static bool asks_for_words(const struct request *request)
{
    return request->values[OPT_HELP] != NULL ||
           request->values[OPT_VERSION] != NULL;
}

static sg_status check_required(const struct reading *reading)
{
    const struct command *command = reading->request->command;
    for (int id = 0; id < OPT_COUNT; id++)
        if ((command->required & OPTION(id)) != 0 &&
            reading->request->values[id] == NULL)
            return complain(reading->reterr, SG_USAGE, "missing-option",
                            "%s needs --%s %s. For example: %s", command->name,
                            infos[id].name, infos[id].argument,
                            command->examples[0]);
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
    if (request->data_dirs == NULL || request->plugin_dirs == NULL)
        return complain_memory(reterr);
    if (stands_anywhere(argc, argv, OPT_JSON))
        request->values[OPT_JSON] = "";
    optind = 0;
    sg_status status = read_options(&reading, "+:");
    if (status != SG_OK || asks_for_words(request) || optind >= argc)
        return status;
    return read_command(&reading);
}

void request_done(struct request *request)
{
    free(request->data_dirs);
    free(request->plugin_dirs);
    request->data_dirs = NULL;
    request->plugin_dirs = NULL;
}
