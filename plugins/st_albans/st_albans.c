/* SPDX-License-Identifier: MIT */
/* How the generic job descriptions of St Albans City & District Council are
 * read.
 *
 * They ask for experience without saying how much, and state no rules of
 * promotion. Everything below is therefore the project's assumption, marked as
 * one in every answer that uses it; README.md gives the reasons. */
#include "skillgap/plugin.h"

#include <stddef.h>
#include <string.h>

/* The numbers, all of them. What a council has decided itself stands in its
 * overrides.json and goes before these. "some work experience" is not here:
 * any time at all is some, and the engine knows that. */
static const struct {
    const char *criterion; /* experience for which no amount is printed */
    uint32_t months;
} plain_months[] = {
    {"work-experience", 12},
    {"customer-support-experience", 12},
};

/* How much experience equals a qualification is not here either: that is for a
 * person to weigh, and no number of months settles it. */

/* Sector subject areas that are relevant to the work of a family. What is not
 * here is not known: a person has to look. */
static const struct {
    const char *family;
    const char *subject_area;
} relevant_subjects[] = {
    {"community-support-delivery", "01.4"}, /* public services */
    {"community-support-delivery", "15.2"}, /* administration */
    {"technical-professional", "06.2"},     /* digital, users */
    {"technical-professional", "15.1"},     /* accounting, finance */
    {"technical-professional", "15.2"},     /* administration */
    {"technical-professional", "15.3"},     /* business management */
};

#define COUNT_OF(table) (sizeof(table) / sizeof(table)[0])

static uint32_t months_for_criterion(const char *criterion)
{
    for (size_t i = 0; i < COUNT_OF(plain_months); i++)
        if (strcmp(plain_months[i].criterion, criterion) == 0)
            return plain_months[i].months;
    return 0;
}

static int32_t experience_months(const sg_plugin_experience *experience,
                                 sg_plugin_months *months)
{
    if (experience->word || experience->equivalent_level > 0)
        return 0;
    const uint32_t found = months_for_criterion(experience->criterion);
    if (found == 0)
        return 0;
    *months = (sg_plugin_months){
        .months = found,
        .assumed = 1,
        .reason = "the job description gives no length",
    };
    return 1;
}

static int32_t subject_relevance(const char *family, const char *subject_area)
{
    for (size_t i = 0; i < COUNT_OF(relevant_subjects); i++)
        if (strcmp(family, relevant_subjects[i].family) == 0 &&
            strcmp(subject_area, relevant_subjects[i].subject_area) == 0)
            return SG_PLUGIN_RELEVANT;
    return SG_PLUGIN_RELEVANCE_UNKNOWN;
}

static int is_next_level(const sg_plugin_role *from, const sg_plugin_role *to)
{
    return strcmp(from->family, to->family) == 0 && to->rank == from->rank + 1;
}

/* Grades run across the families, so a step up in grade may change family. It
 * is to the next grade that some role has: Grade 2 to 4 is one step as long as
 * no Grade 3 is published. */
static int is_next_grade(const sg_plugin_role *from, const sg_plugin_role *to)
{
    return from->next_grade_rank != 0 &&
           to->grade_rank == from->next_grade_rank;
}

static int32_t move_between(const sg_plugin_role *from,
                            const sg_plugin_role *to, sg_plugin_move *move)
{
    if (!is_next_level(from, to) && !is_next_grade(from, to))
        return 0;
    *move = (sg_plugin_move){
        .kind = "unknown",
        .assumed = 1,
        .text = "The job descriptions do not say how people move up; one step "
                "at a time, in grade or in level, is the project's "
                "assumption. Ask HR how posts at the next step are filled.",
    };
    return 1;
}

static const char *const councils[] = {"st-albans", NULL};

/* No opinion(): the documents settle nothing that the engine leaves open. */
static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "st-albans",
    .version = "1",
    .councils = councils,
    .experience_months = experience_months,
    .subject_relevance = subject_relevance,
    .move = move_between,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi; /* the host checks the versions */
    return &plugin;
}
