/* SPDX-License-Identifier: MIT */
/* Counting and describing the roles of a catalogue. */
#include "model/catalogue.h"

size_t sg_catalogue_framework_count(const sg_catalogue *catalogue)
{
    return catalogue->framework_count;
}

sg_framework_info sg_catalogue_framework_at(const sg_catalogue *catalogue,
                                            size_t index)
{
    const struct in_use *in_use = &catalogue->frameworks[index];
    const struct framework *framework = in_use->framework;

    return (sg_framework_info){
        .id = framework_text(framework, framework->id),
        .version = framework_text(framework, framework->version),
        .as_of = framework_text(framework, framework->as_of),
        .council = framework_text(framework, framework->council),
        .council_named = framework->council_named,
        .note = framework_text_or_null(framework, framework->note),
        .file = framework->file,
        .plugin = in_use->rules ? in_use->rules->id : NULL,
        .feed = in_use->feed,
    };
}

size_t sg_catalogue_role_count(const sg_catalogue *catalogue)
{
    size_t count = 0;

    for (uint32_t f = 0; f < catalogue->framework_count; f++)
        count += catalogue->frameworks[f].framework->role_count;
    return count;
}

sg_role sg_catalogue_role_at(const sg_catalogue *catalogue, size_t index)
{
    uint32_t f = 0;

    while (index >= catalogue->frameworks[f].framework->role_count)
        index -= catalogue->frameworks[f++].framework->role_count;
    return (sg_role){.framework = f, .index = (uint32_t)index};
}

sg_role_info sg_role_info_of(const sg_catalogue *catalogue, sg_role handle)
{
    const struct framework *framework =
        catalogue->frameworks[handle.framework].framework;
    const struct role *role = &framework->roles[handle.index];
    const struct family *family = &framework->families[role->family];

    return (sg_role_info){
        .id = framework_text(framework, role->id),
        .title = framework_text(framework, role->title),
        .family = framework_text(framework, family->id),
        .family_title = framework_text(framework, family->title),
        .level = framework_text_or_null(framework, role->level),
        .grade = framework_text_or_null(framework, role->grade),
        .ref = framework_text_or_null(framework, role->ref),
        .council = framework_text(framework, framework->id),
        .rank = role->rank,
        .grade_rank = role->grade_rank,
    };
}

float catalogue_full_time_hours(const struct sg_catalogue *catalogue,
                                bool *ret_assumed)
{
    const struct overrides *own = catalogue->overrides;

    *ret_assumed = !own || own->full_time_hours <= 0;
    return *ret_assumed ? catalogue->reference->full_time_hours
                        : own->full_time_hours;
}

uint32_t catalogue_stay_months(const struct sg_catalogue *catalogue,
                               const char **ret_source, bool *ret_assumed)
{
    const struct overrides *own = catalogue->overrides;
    const struct reference *reference = catalogue->reference;
    const bool assumed = !own || !own->stay_given;

    if (ret_assumed)
        *ret_assumed = assumed;
    if (ret_source)
        *ret_source = assumed ? reference->stay_source : own->stay_source;
    return assumed ? reference->stay_months : own->stay_months;
}

static bool is_among(uint16_t wanted, const uint16_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == wanted)
            return true;
    return false;
}

const char *catalogue_statutory_source(const struct sg_catalogue *catalogue,
                                       uint16_t criterion)
{
    const struct overrides *own = catalogue->overrides;

    if (criterion >= catalogue->reference->criterion_count)
        return NULL;
    if (!own || !own->statutory_given)
        return catalogue->reference->criteria[criterion].statutory_source;
    return is_among(criterion, own->statutory, own->statutory_count)
               ? own->statutory_source
               : NULL;
}

bool catalogue_is_statutory(const struct sg_catalogue *catalogue,
                            uint16_t criterion, bool *ret_assumed)
{
    if (ret_assumed)
        *ret_assumed =
            !catalogue->overrides || !catalogue->overrides->statutory_given;
    return catalogue_statutory_source(catalogue, criterion) != NULL;
}

size_t catalogue_areas(const struct sg_catalogue *catalogue, const char **ids,
                       size_t most)
{
    size_t count = 0;

    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count && count < most; a++)
            ids[count++] = framework_text(framework, framework->areas[a].id);
    }
    return count;
}
