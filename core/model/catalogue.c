/* SPDX-License-Identifier: MIT */
/* Counting, describing and finding the roles of a catalogue. */
#include "model/catalogue.h"

#include "base/fault.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* The id without its council. */
static const char *short_id(const sg_role_info *info)
{
    const char *slash = strchr(info->id, '/');

    return slash ? slash + 1 : info->id;
}

static bool role_is_called(const sg_role_info *info, const char *name)
{
    return text_same(info->id, name) || text_same(short_id(info), name) ||
           text_same(info->title, name) ||
           (info->ref && text_same(info->ref, name));
}

/* Says which roles a name fits when it fits several. */
static sg_status ambiguous(const sg_catalogue *catalogue, const char *name,
                           sg_error *reterr)
{
    char ids[400] = "";
    size_t used = 0;

    for (size_t i = 0; i < sg_catalogue_role_count(catalogue); i++) {
        sg_role role = sg_catalogue_role_at(catalogue, i);
        sg_role_info info = sg_role_info_of(catalogue, role);
        if (!role_is_called(&info, name))
            continue;
        int added = snprintf(ids + used, sizeof ids - used, "%s%s",
                             used ? ", " : "", info.id);
        if (added < 0 || (size_t)added >= sizeof ids - used)
            break;
        used += (size_t)added;
    }
    return fault(reterr, SG_NOT_FOUND, "ambiguous-role",
                 "More than one role is called \"%.100s\". Use one of these "
                 "ids: %s.",
                 name, ids);
}

enum { SUGGESTIONS = 3 };

struct near_role {
    const char *id;
    size_t distance;
};

/* Keeps the nearest few, nearest first; the earlier of equals stays first. */
static void keep_near(struct near_role near[SUGGESTIONS], const char *id,
                      size_t distance)
{
    size_t at = SUGGESTIONS;

    while (at > 0 && (!near[at - 1].id || distance < near[at - 1].distance))
        at--;
    if (at == SUGGESTIONS)
        return;
    memmove(&near[at + 1], &near[at], (SUGGESTIONS - at - 1) * sizeof near[0]);
    near[at] = (struct near_role){id, distance};
}

/* How far a typed name is from a role: the best of its id, the id without the
 * council, its title and its job reference. */
static size_t role_distance(const sg_role_info *info, const char *name,
                            size_t most)
{
    const char *const called[] = {info->id, short_id(info), info->title,
                                  info->ref};
    size_t best = most + 1;

    for (size_t i = 0; i < sizeof called / sizeof called[0]; i++) {
        if (!called[i])
            continue;
        size_t distance = text_distance(name, called[i], most);
        if (distance < best)
            best = distance;
    }
    return best;
}

static sg_status unknown(const sg_catalogue *catalogue, const char *name,
                         sg_error *reterr)
{
    struct near_role near[SUGGESTIONS] = {{0}};
    size_t most = strlen(name) / 2 + 1;

    for (size_t i = 0; i < sg_catalogue_role_count(catalogue); i++) {
        sg_role role = sg_catalogue_role_at(catalogue, i);
        sg_role_info info = sg_role_info_of(catalogue, role);
        size_t distance = role_distance(&info, name, most);
        if (distance <= most)
            keep_near(near, info.id, distance);
    }
    if (!near[0].id)
        return fault(reterr, SG_NOT_FOUND, "unknown-role",
                     "No role is called \"%.100s\". The command \"skillgap "
                     "roles\" lists them all.",
                     name);
    return fault(reterr, SG_NOT_FOUND, "unknown-role",
                 "No role is called \"%.100s\". Did you mean %s%s%s%s%s? The "
                 "command \"skillgap roles\" lists them all.",
                 name, near[0].id,
                 near[1].id ? (near[2].id ? ", " : " or ") : "",
                 near[1].id ? near[1].id : "", near[2].id ? " or " : "",
                 near[2].id ? near[2].id : "");
}

sg_status sg_catalogue_find(const sg_catalogue *catalogue, const char *name,
                            sg_role *ret_role, sg_error *reterr)
{
    size_t found = 0;

    for (size_t i = 0; i < sg_catalogue_role_count(catalogue); i++) {
        sg_role role = sg_catalogue_role_at(catalogue, i);
        sg_role_info info = sg_role_info_of(catalogue, role);
        if (!role_is_called(&info, name))
            continue;
        *ret_role = role;
        if (text_same(info.id, name))
            return SG_OK;
        found++;
    }
    if (found == 1)
        return SG_OK;
    return found ? ambiguous(catalogue, name, reterr)
                 : unknown(catalogue, name, reterr);
}
