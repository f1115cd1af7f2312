/* SPDX-License-Identifier: MIT */
/* The one table of commands. */
#include "commands.h"

#include "complain.h"

#include "skillgap/report.h"

#include <string.h>

enum { COMMANDS_MOST = 32 };

static const struct command commands[] = {
    {
        .name = "gap",
        .arguments = "",
        .summary = "what stands between you and a role, line by line",
        .about =
            "--from compares what your role asks for with what the other role "
            "asks for.\n"
            "MET: your role covers it. ASK: nothing on file settles it, a "
            "person has to.\n"
            "UNMET: your role does not ask for it; that does not mean you "
            "cannot do it.\n\n"
            "--person judges what somebody has on file, and what the current "
            "role named\nthere asks for. UNMET: neither on file nor "
            "guaranteed by that role. The file is\nread, and nothing of it "
            "is kept or sent.\n\n"
            "Under each point that is not met stand the ways to close it: "
            "free and\non-the-job ones first, the cheapest and the quickest "
            "marked. --plan makes a\ndevelopment plan of two pages from them: "
            "what is open is asked first, and what\nis unmet is done by the "
            "things to do that are best together for --prefer. Ways\nthat "
            "need another post come last.\n\n"
            "--assume adds what is only supposed, as if the file said so:\n"
            "  \"24 more months\"  in the current role; the answer is for 24 "
            "months from now\n"
            "  \"NVQ 3 in business administration by 2027-06\"  a "
            "qualification, held\n"
            "  \"icdl\", \"health-safety awareness\", "
            "\"in-house-training\"\n"
            "  \"l3-diploma-business-administration by 2028-01\"  a course, "
            "with all it gives\n"
            "  \"12 months as county/administrator-1\", \"3 months "
            "supervising\",\n"
            "  \"3 months of customer-service\"  beside the rest, from next "
            "month on\n"
            "  \"start COURSE\", \"finish TITLE\"  study that begins or is "
            "complete\n",
        .examples = {"skillgap gap --from county/administrator-1 "
                     "--to county/administrator-2",
                     "skillgap gap --from 1387 --months 30 --to 1366 --why",
                     "skillgap gap --person "
                     "data/examples/people/acting-up.json --to 1366",
                     "skillgap gap --person "
                     "data/examples/people/acting-up.json --to 1367 --plan",
                     "skillgap gap --from 1387 --to 1366 --json"},
        .options = OPTION(OPT_FROM) | OPTION(OPT_PERSON) | OPTION(OPT_TO) |
                   OPTION(OPT_MONTHS) | OPTION(OPT_ASSUME) |
                   OPTION(OPT_EVIDENCE_ONLY) | OPTION(OPT_POST) |
                   OPTION(OPT_WHY) | OPTION(OPT_PLAN) | OPTION(OPT_PREFER) |
                   OPTION(OPT_EXIT_STATUS),
        .required = OPTION(OPT_TO),
        .either = OPTION(OPT_FROM) | OPTION(OPT_PERSON),
        .run = cmd_gap,
    },
    {
        .name = "next",
        .arguments = "",
        .summary = "every role as a place to go next, in order",
        .about = "Moves up come first, then sideways, then those whose "
                 "direction no document says,\nthen moves down.\n",
        .examples = {"skillgap next --from county/admin-assistant-2",
                     "skillgap next --from 1387 --months 30",
                     "skillgap next --person "
                     "data/examples/people/returner.json"},
        .options = OPTION(OPT_FROM) | OPTION(OPT_PERSON) | OPTION(OPT_MONTHS) |
                   OPTION(OPT_ASSUME) | OPTION(OPT_EVIDENCE_ONLY) |
                   OPTION(OPT_POST),
        .either = OPTION(OPT_FROM) | OPTION(OPT_PERSON),
        .run = cmd_next,
    },
    {
        .name = "path",
        .arguments = "",
        .summary = "the routes to a role that are worth choosing between",
        .about =
            "Each path is better than every other one in months, in cost or "
            "in the number\nof moves. What is gained on one step stays "
            "gained: experience adds up in the\nroles passed through, and "
            "study runs beside work. What no time and no study\ncan settle "
            "is listed as a question at the step where it has to be "
            "answered.\n\n"
            "Moves are those that the council's rules know; another council "
            "is entered by\napplying. --why adds the reason of each step and "
            "where the figures are from.\n"
            "Ready is not promoted: a path says what could be possible, and "
            "promises nothing.\n",
        .examples = {"skillgap path --from county/admin-assistant-1 "
                     "--to county/office-manager",
                     "skillgap path --from 1387 --months 30 --to 1372 "
                     "--study-hours 4",
                     "skillgap path --person "
                     "data/examples/people/studying-clerk.json --to 1372"},
        .options = OPTION(OPT_FROM) | OPTION(OPT_PERSON) | OPTION(OPT_TO) |
                   OPTION(OPT_MONTHS) | OPTION(OPT_ASSUME) |
                   OPTION(OPT_EVIDENCE_ONLY) | OPTION(OPT_POST) |
                   OPTION(OPT_WHY) | OPTION(OPT_STUDY_HOURS) |
                   OPTION(OPT_MAX_MOVES) | OPTION(OPT_ALLOW_DOWN) |
                   OPTION(OPT_THROUGH_OTHERS),
        .required = OPTION(OPT_TO),
        .either = OPTION(OPT_FROM) | OPTION(OPT_PERSON),
        .run = cmd_path,
    },
    {
        .name = "roles",
        .arguments = "",
        .summary = "the roles that are known, with their ids",
        .about = "A role can be named by its id, its job reference or its "
                 "title.\n",
        .examples = {"skillgap roles", "skillgap roles --council st-albans",
                     "skillgap roles --family community-support-delivery"},
        .options = OPTION(OPT_COUNCIL) | OPTION(OPT_FAMILY),
        .without_courses = true,
        .run = cmd_roles,
    },
    {
        .name = "show",
        .arguments = "ROLE",
        .summary = "everything that the documents say of one role",
        .examples = {"skillgap show county/office-manager",
                     "skillgap show 1385"},
        .arguments_least = 1,
        .arguments_most = 1,
        .without_courses = true,
        .run = cmd_show,
    },
    {
        .name = "compare",
        .arguments = "ROLE ROLE",
        .summary = "two roles side by side",
        .about = "Says what the second role asks for and does that is new, "
                 "raised, lowered or\nthe same, and what only the first "
                 "has.\n",
        .examples = {"skillgap compare county/administrator-1 "
                     "county/administrator-2",
                     "skillgap compare 1387 1366"},
        .arguments_least = 2,
        .arguments_most = 2,
        .without_courses = true,
        .run = cmd_compare,
    },
    {
        .name = "plugins",
        .arguments = "",
        .summary = "which plugins are in use, and why others are not",
        .about = "A plugin is code by which a council reads its own words. "
                 "--check looks at one\nfile by itself and exits with 7 when "
                 "it cannot be used.\n",
        .examples = {"skillgap plugins"},
        .options = OPTION(OPT_CHECK),
        .without_courses = true,
        .run = cmd_plugins,
    },
    {
        .name = "check",
        .arguments = "FILE...",
        .summary = "find what is wrong with a framework file",
        .about = "Lists every problem with its place. '-' is standard input. "
                 "Exits with 3 when\nthere are errors; warnings alone are "
                 "no error. Also checks a council's own\nnumbers "
                 "(overrides.json) and a list of courses (courses.json).\n",
        .examples = {"skillgap check data/frameworks/county.json"},
        .arguments_least = 1,
        .arguments_most = ARGUMENTS_ANY,
        .run = cmd_check,
    },
    {
        .name = "needs",
        .arguments = "",
        .summary = "the training needs of a whole workforce",
        .about =
            "Reads HR exports (CSV) and says how many people need what, in "
            "which teams,\nwhat it costs, and with --budget what to buy "
            "first. --to takes a role, \"next\"\n(the next role up of each) "
            "or \"stated\" (the target_role column). Columns:\n"
            "  staff: person_id, role, team, grade, role_start, target_role\n"
            "  qualifications: person_id, title, level, scale, subject, "
            "status,\n    awarded, expires\n"
            "  experience: person_id, role, area, from, to, hours_per_week\n"
            "--map says what your exports call columns and words. Columns "
            "that are not\nneeded are never kept, and nothing is sent.\n\n"
            "A row that cannot be used is said and left out. --rejected puts "
            "such rows into\nfiles of their own (rejected-staff.csv and so "
            "on), to be corrected; the next\nrun writes over them. --unmatched "
            "lists what was not understood, the most\nfrequent first. Both "
            "are about people: keep them inside.\n\n"
            "Counts from 1 to 4 are left out, and so is what they could be "
            "worked out\nfrom. That does not protect against a second report "
            "(for another role, on part\nof the staff or a few days later: "
            "the difference can tell), against somebody\nwho knows most of a "
            "team, or against what one need says about another.\n"
            "--internal leaves nothing out and names who alone holds "
            "something: keep that\ninside.\n\n"
            "--partial writes the counts of one part of the staff, small ones "
            "too.\n'skillgap merge' adds parts up to just what all would "
            "have given, as long as\nnobody is in two parts.\n",
        .examples = {"skillgap needs --staff data/examples/hr/staff.csv "
                     "--to 1366 --by role",
                     "skillgap needs --staff data/examples/hr/staff.csv "
                     "--to next --json"},
        .options = OPTION(OPT_STAFF) | OPTION(OPT_QUALIFICATIONS) |
                   OPTION(OPT_EXPERIENCE) | OPTION(OPT_MAP) | OPTION(OPT_TO) |
                   OPTION(OPT_STRICT) | OPTION(OPT_REJECTED) |
                   OPTION(OPT_UNMATCHED) | OPTION(OPT_BY) | OPTION(OPT_BUDGET) |
                   OPTION(OPT_CSV) | OPTION(OPT_XLSX) | OPTION(OPT_INTERNAL) |
                   OPTION(OPT_PARTIAL),
        .required = OPTION(OPT_STAFF) | OPTION(OPT_TO),
        .run = cmd_needs,
    },
    {
        .name = "merge",
        .arguments = "PARTIAL...",
        .summary = "partial results of needs, added up",
        .about = "Adds up what 'skillgap needs --partial' wrote for parts of "
                 "the staff. The\nresult is the same to the byte as that over "
                 "all, in any order and over any\nsplit that keeps a "
                 "person's rows together.\n",
        .examples = {"skillgap merge data/examples/hr/part-1.json "
                     "data/examples/hr/part-2.json"},
        .options = OPTION(OPT_BY) | OPTION(OPT_BUDGET) | OPTION(OPT_CSV) |
                   OPTION(OPT_XLSX) | OPTION(OPT_INTERNAL) |
                   OPTION(OPT_PARTIAL),
        .arguments_least = 1,
        .arguments_most = ARGUMENTS_ANY,
        .run = cmd_merge,
    },
    {
        .name = "person",
        .arguments = "check|titles FILE",
        .summary = "what a person file says, and what it leaves open",
        .about = "check: says in plain words what was understood of a person "
                 "file, and what will\nbe asked because the file does not "
                 "say it. Exits with 3 when it has errors.\n"
                 "titles: says what each title of a list says - one on each "
                 "line, or the column\n\"title\" of a CSV - and what it "
                 "leaves open.\n"
                 "'-' is standard input. Nothing of the file is kept.\n",
        .examples = {"skillgap person check "
                     "data/examples/people/long-service.json",
                     "skillgap person titles data/examples/titles.txt"},
        .arguments_least = 2,
        .arguments_most = 2,
        .run = cmd_person,
    },
    {
        .name = "feed",
        .arguments = "ACTION [NAME ...]",
        .summary = "frameworks that councils publish, kept current here",
        .about =
            "  add NAME URL --key FILE   from now on, believe what this key "
            "signs\n"
            "  update [NAME ...]         ask for news, of all or of these\n"
            "  list                      which there are, and how old\n"
            "  show NAME                 one of them, with all that is kept\n"
            "  diff NAME [OLD [NEW]]     what changed between two "
            "publications\n"
            "  rollback NAME [NUMBER]    go back, until update --forward\n"
            "  import NAME FOLDER        the same as update, from a copy\n"
            "  trust NAME --key FILE     pin another key, in place of the "
            "old\n"
            "  remove NAME               forget it, and delete what was "
            "kept\n\n"
            "A feed brings data, never code. Everything is checked before it "
            "is used, and put\nto use in one step; the last three "
            "publications are kept. Nothing about anybody\nis sent. Without "
            "any feed, what came with the program is used.\n\n"
            "Proxies are taken from https_proxy and NO_PROXY. A network with "
            "a certificate of\nits own: --cacert once, with add; or in "
            "config.json:\n"
            "  \"certificates\": {\"ca_file\": FILE}\n",
        .examples = {"skillgap feed list"},
        .options = OPTION(OPT_KEY) | OPTION(OPT_CACERT) | OPTION(OPT_FORWARD) |
                   OPTION(OPT_PLAIN_HTTP),
        .arguments_least = 1,
        .arguments_most = ARGUMENTS_ANY,
        .run = cmd_feed,
    },
    {
        .name = "publish",
        .arguments = "[DIR]",
        .summary = "frameworks in, a signed feed out",
        .about =
            "Checks every framework of DIR and writes SITE, a folder that any "
            "web server can\nserve over https: the index (JSON Feed 1.1), the "
            "files, and a signature beside\neach. Make the keys once, and "
            "give jobs.key.pub to everybody by another way than\nthe feed:\n\n"
            "  skillgap publish --new-key jobs.key\n"
            "  skillgap publish jobs --out public --key jobs.key\n\n"
            "Publish again whenever a file changes (it needs a new version), "
            "and before the\nday until which it is good. If a key was "
            "stolen: make another, publish with\n--replace-key, and tell "
            "everybody to run: skillgap feed trust NAME --key FILE\n",
        .examples = {"skillgap publish --help"},
        .options = OPTION(OPT_OUT) | OPTION(OPT_NEW_KEY) | OPTION(OPT_KEY) |
                   OPTION(OPT_EXPIRES) | OPTION(OPT_TITLE) | OPTION(OPT_URL) |
                   OPTION(OPT_ID) | OPTION(OPT_SERIAL) | OPTION(OPT_WITHDRAW) |
                   OPTION(OPT_REPLACE_KEY),
        .either = OPTION(OPT_OUT) | OPTION(OPT_NEW_KEY),
        .arguments_most = 1,
        .run = cmd_publish,
    },
    {
        .name = "doctor",
        .arguments = "",
        .summary = "whether everything is in order here, and what to do",
        .about = "Looks at places and who may write to them, the clock, the "
                 "proxy, certificates,\nfeeds and how old they are, and "
                 "plugins. Changes nothing and asks no network.\nNames every "
                 "place where something is looked for, and how to delete what "
                 "is\nkept. Exits with the code of the first problem.\n",
        .examples = {"skillgap doctor"},
        .run = cmd_doctor,
    },
    {
        .name = "help",
        .arguments = "[COMMAND]",
        .summary = "what a command does, with examples",
        .examples = {"skillgap help", "skillgap help gap"},
        .arguments_most = 1,
        .run = cmd_help,
    },
};

size_t command_count(void)
{
    return sizeof(commands) / sizeof(commands[0]);
}

const struct command *command_at(size_t index)
{
    return &commands[index];
}

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count(); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

bool command_takes(const struct command *command, enum option_id id)
{
    if (id >= OPT_FIRST_COMMON)
        return true;
    return command != NULL && (command->options & OPTION(id)) != 0;
}

sg_status command_unknown(const char *name, sg_error *reterr)
{
    const char *names[COMMANDS_MOST];
    size_t count = 0;
    for (; count < command_count() && count < COMMANDS_MOST; count++)
        names[count] = commands[count].name;
    const char *near = sg_nearest(name, names, count);
    if (near != NULL)
        return complain(reterr, SG_USAGE, "unknown-command",
                        "There is no command '%.64s'. Did you mean '%s'?", name,
                        near);
    return complain(reterr, SG_USAGE, "unknown-command",
                    "There is no command '%.64s'. 'skillgap help' lists them.",
                    name);
}

sg_status action_unknown(const char *command, const char *typed,
                         const char *const *names, size_t count,
                         sg_error *reterr)
{
    const char *near = sg_nearest(typed, names, count);
    if (near != NULL)
        return complain(reterr, SG_USAGE, "unknown-command",
                        "There is no command '%s %.64s'. Did you mean '%s "
                        "%s'?",
                        command, typed, command, near);
    return complain(reterr, SG_USAGE, "unknown-command",
                    "There is no command '%s %.64s'. 'skillgap help %s' lists "
                    "them.",
                    command, typed, command);
}
