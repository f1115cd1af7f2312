/* SPDX-License-Identifier: MIT */
/* A plugin to copy: how the invented Exampleshire Libraries read their own
 * words.
 *
 * It uses every function of the boundary once. Yours may leave out any of
 * them, or all: a framework file alone is enough to compare roles. Write a
 * function only for a rule that your council has written down, cite the place,
 * and set .assumed to 1 wherever you had to choose. README.md says how to build
 * it and what it changes. */
#include "skillgap/plugin.h"

#include <stddef.h>
#include <string.h>

/* ---- The tables: the part to replace with your own -------------------- */

/* "How to read a job sheet", section 1. */
static const struct {
    const char *word;
    uint32_t months;
} word_months[] = {
    {"solid", 24},
    {"substantial", 36},
};

/* The sector subject areas that the guide names for each section. A 0 is said
 * only of what the guide rules out; everything else is not known. */
static const struct {
    const char *family;
    const char *subject_area;
    int32_t relevance;
} subjects[] = {
    {"front-of-house", "15.2", SG_PLUGIN_RELEVANT},
    {"collections", "09.4", SG_PLUGIN_RELEVANT},
    {"collections", "15.2", SG_PLUGIN_RELEVANT},
    {"collections", "07.1", SG_PLUGIN_NOT_RELEVANT}, /* shop work */
};

/* Skills that a job sheet calls solid, by the ids of their lines. A plugin is
 * not told a line's words, since its framework file has them already. */
static const char *const solid_lines[] = {
    "ds-e-literacy",
    "ds-e-it",
    "cat-e-it",
    "lib-e-it",
};

enum { SOLID_SKILL_MONTHS = 24 }; /* section 2 */

/* Posts that are linked: who does the work of the next one gets it. */
static const struct {
    const char *from;
    const char *to;
} linked_posts[] = {
    {"example/collections-assistant", "example/cataloguer"},
};

/* ---- Small helpers ----------------------------------------------------- */

#define COUNT_OF(table) (sizeof(table) / sizeof(table)[0])

/* Two councils may use one family id, so the part of the role ids before the
 * slash has to be the same as well. */
static int is_same_family(const sg_plugin_role *a, const sg_plugin_role *b)
{
    const size_t council = strcspn(a->id, "/") + 1;

    return strncmp(a->id, b->id, council) == 0 &&
           strcmp(a->family, b->family) == 0;
}

static int is_solid_line(const char *line)
{
    for (size_t i = 0; i < COUNT_OF(solid_lines); i++)
        if (strcmp(solid_lines[i], line) == 0)
            return 1;
    return 0;
}

static int is_linked(const sg_plugin_role *from, const sg_plugin_role *to)
{
    for (size_t i = 0; i < COUNT_OF(linked_posts); i++)
        if (strcmp(linked_posts[i].from, from->id) == 0 &&
            strcmp(linked_posts[i].to, to->id) == 0)
            return 1;
    return 0;
}

/* ---- The four questions that the host asks ----------------------------- */

/* What do experience words mean? Return 0 for words that you do not know, and
 * the host says that a person has to look: that is never wrong. */
static int32_t experience_months(const sg_plugin_experience *experience,
                                 sg_plugin_months *months)
{
    if (!experience->word)
        return 0;
    for (size_t i = 0; i < COUNT_OF(word_months); i++) {
        if (strcmp(word_months[i].word, experience->word) != 0)
            continue;
        *months = (sg_plugin_months){
            .months = word_months[i].months,
            .assumed = 0, /* the council's own guide says so */
            .reason = "How to read a job sheet, section 1",
        };
        return 1;
    }
    return 0;
}

/* Is a subject relevant to the work of a family? */
static int32_t subject_relevance(const char *family, const char *subject_area)
{
    for (size_t i = 0; i < COUNT_OF(subjects); i++)
        if (strcmp(subjects[i].family, family) == 0 &&
            strcmp(subjects[i].subject_area, subject_area) == 0)
            return subjects[i].relevance;
    return SG_PLUGIN_RELEVANCE_UNKNOWN;
}

/* How does one get from one role to another? Return 0 where nobody moves
 * straight from the one to the other. Section 3 of the guide. */
static int32_t move_between(const sg_plugin_role *from,
                            const sg_plugin_role *to, sg_plugin_move *move)
{
    if (is_linked(from, to)) {
        *move = (sg_plugin_move){
            .kind = "career-grade",
            .text = "These posts are linked: once you meet every essential "
                    "line and do the work, your manager asks for your post to "
                    "be moved up.",
        };
        return 1;
    }
    if (is_same_family(from, to) && to->rank == from->rank + 1) {
        *move = (sg_plugin_move){
            .kind = "vacancy",
            .text = "This post is filled when it falls vacant. It is shown to "
                    "staff for a week before anybody else may apply.",
        };
        return 1;
    }
    if (!is_same_family(from, to) && to->grade_rank == from->grade_rank) {
        *move = (sg_plugin_move){
            .kind = "apply",
            .assumed = 1, /* the guide is silent: so the plugin says so */
            .text = "The guide says nothing about changing sections within a "
                    "band; applying for a vacancy is assumed. Ask HR.",
        };
        return 1;
    }
    return 0;
}

/* Does a rule of the council settle a line that the engine has left at "ask"?
 * The host never asks about a line that is met or unmet already. Section 2: a
 * skill called solid counts as shown after two years in a lower job of the
 * same section. */
static int32_t opinion_on(const sg_plugin_line *line,
                          sg_plugin_opinion *opinion)
{
    if (!line->from || !is_solid_line(line->line) ||
        !is_same_family(line->from, line->target) ||
        line->from->rank >= line->target->rank)
        return 0;
    if (line->months < SOLID_SKILL_MONTHS) /* -1 when nobody has said */
        return 0;
    *opinion = (sg_plugin_opinion){
        .verdict = SG_PLUGIN_MET,
        .reason = "\"How to read a job sheet\", section 2, counts this skill "
                  "as shown after two years in a lower job of the section.",
    };
    return 1;
}

/* ---- What the host reads ------------------------------------------------ */

/* Ids of the framework files that this plugin is for, then NULL. */
static const char *const councils[] = {"example", NULL};

/* All of it is constant: the host keeps pointers into it for as long as it
 * runs, and may ask from several threads at once. */
static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "example",
    .version = "1",
    .councils = councils,
    .experience_months = experience_months,
    .subject_relevance = subject_relevance,
    .move = move_between,
    .opinion = opinion_on,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

/* The one exported function. The host checks both version numbers; a plugin
 * that can serve several versions may look at host_abi and choose. */
SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
