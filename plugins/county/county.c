/* SPDX-License-Identifier: MIT */
/* How the county's customer service and administration document is read.
 *
 * The document puts amounts of experience in words and states no rules of
 * promotion. Everything below is therefore the project's assumption, marked as
 * one in every answer that uses it; README.md gives the reasons. */
#include "skillgap/plugin.h"

#include <stddef.h>
#include <string.h>

/* The numbers, all of them. What a council has decided itself stands in its
 * overrides.json and goes before these. "some" and "some previous" are not
 * here: any time at all is some, and the engine knows that. */
static const struct {
    const char *word;
    uint32_t months;
} word_months[] = {
    {"proven", 12},
    {"experienced", 12},
    {"significant", 24},
    {"extensive", 36},
};

/* Sector subject areas that are relevant to the work of a family. What is not
 * here is not known: a person has to look. */
static const struct {
    const char *family;
    const char *subject_area;
} relevant_subjects[] = {
    {"customer-service-and-administration", "06.2"}, /* digital, users */
    {"customer-service-and-administration", "15.1"}, /* accounting, finance */
    {"customer-service-and-administration", "15.2"}, /* administration */
    {"customer-service-and-administration", "15.3"}, /* business management */
};

#define COUNT_OF(table) (sizeof(table) / sizeof(table)[0])

static int32_t experience_months(const sg_plugin_experience *experience,
                                 sg_plugin_months *months)
{
    if (!experience->word)
        return 0;
    for (size_t i = 0; i < COUNT_OF(word_months); i++) {
        if (strcmp(experience->word, word_months[i].word) != 0)
            continue;
        *months = (sg_plugin_months){
            .months = word_months[i].months,
            .assumed = 1,
            .reason = "the document gives no length",
        };
        return 1;
    }
    return 0;
}

static int32_t subject_relevance(const char *family, const char *subject_area)
{
    for (size_t i = 0; i < COUNT_OF(relevant_subjects); i++)
        if (strcmp(family, relevant_subjects[i].family) == 0 &&
            strcmp(subject_area, relevant_subjects[i].subject_area) == 0)
            return SG_PLUGIN_RELEVANT;
    return SG_PLUGIN_RELEVANCE_UNKNOWN;
}

/* One level up at a time, as the document's columns run from left to right. */
static int32_t move_between(const sg_plugin_role *from,
                            const sg_plugin_role *to, sg_plugin_move *move)
{
    if (strcmp(from->family, to->family) != 0 || to->rank != from->rank + 1)
        return 0;
    *move = (sg_plugin_move){
        .kind = "unknown",
        .assumed = 1,
        .text = "The document does not say how people move up; one level at a "
                "time is the project's assumption. Ask HR how posts at the "
                "next level are filled.",
    };
    return 1;
}

static const char *const councils[] = {"county", NULL};

/* No opinion(): the document settles nothing that the engine leaves open. */
static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "county",
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
