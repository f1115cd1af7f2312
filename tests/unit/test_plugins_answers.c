/* SPDX-License-Identifier: MIT */
/* The answers that each plugin's README names: the same question with the
 * plugin, without it, and with one that was built for another ABI. Only the
 * public headers are used. */
#include "skillgap/gap.h"
#include "skillgap/plugins.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct question {
    const char *plugin; /* the file's name without its ending */
    const char *id;     /* the plugin's own */
    const char *from, *to;
    int32_t months;
    const char *line; /* NULL: the question is how one moves */
    sg_verdict without, with;
    const char *mode_without, *mode_with; /* kinds, when line is NULL */
    bool assumed;                         /* with the plugin */
};

#define EX "example/"
#define SA "st-albans/"

static const struct question questions[] = {
    {"county", "county", "county/admin-assistant-2", "county/administrator-1",
     30, "a1-e-qualification-or-experience", SG_ASK, SG_MET, NULL, NULL, true},
    {"county", "county", "county/senior-administrator", "county/office-manager",
     36, "om-e-qualification-or-experience", SG_ASK, SG_MET, NULL, NULL, true},
    {"st_albans", "st-albans", "county/administrator-1",
     SA "community-support-2", 24, "cs2-e-customer-support", SG_ASK, SG_MET,
     NULL, NULL, true},
    {"st_albans", "st-albans", "county/administrator-1",
     SA "community-support-2", 24, "cs2-e-work-experience", SG_ASK, SG_MET,
     NULL, NULL, true},
    {"example", "example", EX "desk-assistant", EX "desk-supervisor", 36,
     "ds-e-desk", SG_ASK, SG_MET, NULL, NULL, false},
    {"example", "example", EX "desk-assistant", EX "desk-supervisor", 36,
     "ds-e-it", SG_ASK, SG_MET, NULL, NULL, false},
    {"example", "example", EX "cataloguer", EX "collections-librarian", 24,
     "lib-e-cataloguing", SG_ASK, SG_MET, NULL, NULL, false},
    {"example", "example", EX "collections-librarian", EX "cataloguer", -1,
     "cat-e-way-in", SG_ASK, SG_MET, NULL, NULL, false},
    {"example", "example", EX "collections-assistant", EX "cataloguer", -1,
     NULL, SG_ASK, SG_ASK, "unknown", "career-grade", false},
    {"example", "example", EX "collections-assistant", EX "desk-assistant", -1,
     NULL, SG_ASK, SG_ASK, "unknown", "apply", true},
};

enum { QUESTIONS = sizeof questions / sizeof questions[0] };

/* What the catalogue said while it opened. */
struct heard {
    size_t refusals;
    char message[640];
};

static void hear(const sg_error *problem, void *user)
{
    struct heard *heard = user;

    heard->refusals += problem->status == SG_PLUGIN;
    snprintf(heard->message, sizeof heard->message, "%s", problem->message);
}

/* Opens a catalogue with one plugin folder below the test plugins' (or none),
 * and answers one question in it. */
static sg_gap *ask(const struct question *question, const char *folder,
                   struct heard *heard, sg_catalogue **ret_catalogue)
{
    char plugins[1024], example[1024];
    const char *const data_dirs[] = {getenv("SKILLGAP_TEST_DATA"), example};
    const char *const plugin_dirs[] = {plugins};
    const sg_catalogue_options options = {
        .data_dirs = data_dirs,
        .data_dir_count = 2,
        .plugin_dirs = plugin_dirs,
        .plugin_dir_count = folder ? 1 : 0,
        .problem = hear,
        .user = heard,
    };
    sg_gap_request request = {.months = question->months};
    sg_error error = {0};
    sg_gap *gap = NULL;

    snprintf(example, sizeof example, "%s/../plugins/example/data",
             data_dirs[0]);
    snprintf(plugins, sizeof plugins, "%s/%s", getenv("SKILLGAP_TEST_PLUGINS"),
             folder ? folder : "");
    cr_assert_eq(sg_catalogue_open(&options, ret_catalogue, &error), SG_OK,
                 "%s", error.message);
    cr_assert_eq(sg_catalogue_find(*ret_catalogue, question->from,
                                   &request.from, &error),
                 SG_OK, "%s", error.message);
    cr_assert_eq(
        sg_catalogue_find(*ret_catalogue, question->to, &request.to, &error),
        SG_OK, "%s", error.message);
    cr_assert_eq(sg_gap_new(*ret_catalogue, &request, &gap, &error), SG_OK,
                 "%s", error.message);
    return gap;
}

static const sg_gap_line *line_of(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    cr_assert(false, "%s has no line %s", gap->to.id, id);
    return NULL;
}

static void expect_answer(const struct question *question, const sg_gap *gap,
                          bool with)
{
    char by[80];

    if (!question->line) {
        cr_expect_str_eq(gap->mode.kind,
                         with ? question->mode_with : question->mode_without);
        cr_expect_eq(gap->mode.assumed, with && question->assumed);
        return;
    }
    const sg_gap_line *line = line_of(gap, question->line);
    snprintf(by, sizeof by, with ? "plugin:%s" : "engine", question->id);
    cr_expect_eq(line->verdict, with ? question->with : question->without,
                 "%s, %s: %s (%s)", question->line, with ? "with" : "without",
                 sg_verdict_word(line->verdict), line->reason);
    cr_expect_str_eq(line->decided_by, by, "%s", question->line);
    cr_expect_eq(line->assumed, with && question->assumed, "%s",
                 question->line);
}

static void real_folder(const struct question *question, char *out, size_t room)
{
    snprintf(out, room, "../../%s",
             strcmp(question->plugin, "example") == 0 ? "example/plugins"
                                                      : "lib/skillgap/plugins");
}

Test(plugins, with_the_plugin_the_answers_are_those_of_its_readme)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        struct heard heard = {0};
        sg_catalogue *catalogue = NULL;
        char folder[128];
        real_folder(&questions[i], folder, sizeof folder);
        sg_gap *gap = ask(&questions[i], folder, &heard, &catalogue);
        expect_answer(&questions[i], gap, true);
        cr_expect_eq(heard.refusals, 0, "%s", heard.message);
        sg_gap_free(gap);
        sg_catalogue_free(catalogue);
    }
}

Test(plugins, without_it_everything_works_and_those_lines_are_ask)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        struct heard heard = {0};
        sg_catalogue *catalogue = NULL;
        sg_gap *gap = ask(&questions[i], NULL, &heard, &catalogue);
        expect_answer(&questions[i], gap, false);
        cr_expect_eq(sg_catalogue_plugin_count(catalogue), 0);
        sg_gap_free(gap);
        sg_catalogue_free(catalogue);
    }
}

Test(plugins,
     one_for_another_abi_is_refused_with_the_reason_and_changes_nothing)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        struct heard heard = {0};
        sg_catalogue *catalogue = NULL;
        char folder[128];
        snprintf(folder, sizeof folder, "%s_other_abi", questions[i].plugin);
        sg_gap *gap = ask(&questions[i], folder, &heard, &catalogue);
        expect_answer(&questions[i], gap, false);
        cr_assert_eq(sg_catalogue_plugin_count(catalogue), 1);
        sg_plugin_info info = sg_catalogue_plugin_at(catalogue, 0);
        cr_expect_eq(info.state, SG_PLUGIN_REFUSED);
        cr_expect(strstr(info.reason, "interface 2.0"), "%s", info.reason);
        cr_expect_eq(heard.refusals, 1);
        sg_gap_free(gap);
        sg_catalogue_free(catalogue);
    }
}
