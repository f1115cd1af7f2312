/* SPDX-License-Identifier: MIT */
/* Finding a role by what somebody typed. */
#include "model/catalogue.h"

#include "base/fault.h"
#include "base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char white_space[] = " \t\n\r\v\f";

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

enum { NEAR_MOST = 3, HOLDING_MOST = 5 };

struct near_role {
    const char *id;
    size_t distance;
};

/* What a name that fits no role may have meant: roles that hold all of its
 * words, and roles that are spelt nearly so, nearest first. */
struct suggestions {
    const char *holding[HOLDING_MOST];
    size_t holding_count; /* of all that there are */
    struct near_role near[NEAR_MOST];
};

/* Keeps the nearest few; the earlier of equals stays first. */
static void keep_near(struct near_role near[NEAR_MOST], const char *id,
                      size_t distance)
{
    size_t at = NEAR_MOST;

    while (at > 0 && (!near[at - 1].id || distance < near[at - 1].distance))
        at--;
    if (at == NEAR_MOST)
        return;
    memmove(&near[at + 1], &near[at], (NEAR_MOST - at - 1) * sizeof near[0]);
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

/* Whether a word begins somewhere in `text` with these bytes. */
static bool has_word(const char *text, const char *word, size_t size)
{
    for (const char *at = text; *at != '\0'; at++)
        if ((at == text || !isalnum((unsigned char)at[-1])) &&
            strncasecmp(at, word, size) == 0)
            return true;
    return false;
}

/* Whether id or title has every word of a name; a name of none fits none. */
static bool holds_words(const sg_role_info *info, const char *name)
{
    const char *word = name + strspn(name, white_space);

    if (*word == '\0')
        return false;
    while (*word != '\0') {
        const size_t size = strcspn(word, white_space);
        if (!has_word(info->id, word, size) &&
            !has_word(info->title, word, size))
            return false;
        word += size;
        word += strspn(word, white_space);
    }
    return true;
}

static void suggest(struct suggestions *found, const sg_role_info *info,
                    const char *name)
{
    const size_t most = strlen(name) / 2 + 1;

    if (holds_words(info, name)) {
        if (found->holding_count < HOLDING_MOST)
            found->holding[found->holding_count] = info->id;
        found->holding_count++;
        return;
    }
    const size_t distance = role_distance(info, name, most);
    if (distance <= most)
        keep_near(found->near, info->id, distance);
}

/* The ids to name: those that hold the words, then the nearest as long as
 * there are few. */
static size_t suggested_ids(const struct suggestions *found,
                            const char *ids[HOLDING_MOST])
{
    size_t count = 0;

    for (; count < found->holding_count && count < HOLDING_MOST; count++)
        ids[count] = found->holding[count];
    for (size_t i = 0; count < NEAR_MOST && i < NEAR_MOST; i++)
        if (found->near[i].id)
            ids[count++] = found->near[i].id;
    return count;
}

/* "a", "a or b", "a, b or 4 more". */
static void write_choice(char *out, size_t room, const char *const *ids,
                         size_t count, size_t more)
{
    size_t used = 0;

    for (size_t i = 0; i < count && used < room; i++) {
        const bool last = i + 1 == count && more == 0;
        used += (size_t)snprintf(out + used, room - used, "%s%.80s",
                                 i == 0 ? ""
                                 : last ? " or "
                                        : ", ",
                                 ids[i]);
    }
    if (more > 0 && used < room)
        snprintf(out + used, room - used, " or one of %zu more", more);
}

static sg_status unknown(const sg_catalogue *catalogue, const char *name,
                         sg_error *reterr)
{
    struct suggestions found = {0};
    const char *ids[HOLDING_MOST];
    char choice[HOLDING_MOST * 84 + 40] = "";

    for (size_t i = 0; i < sg_catalogue_role_count(catalogue); i++) {
        sg_role role = sg_catalogue_role_at(catalogue, i);
        sg_role_info info = sg_role_info_of(catalogue, role);
        suggest(&found, &info, name);
    }
    const size_t count = suggested_ids(&found, ids);
    if (count == 0)
        return fault(reterr, SG_NOT_FOUND, "unknown-role",
                     "No role is called \"%.100s\". The command \"skillgap "
                     "roles\" lists them all.",
                     name);
    write_choice(choice, sizeof choice, ids, count,
                 found.holding_count > count ? found.holding_count - count : 0);
    return fault(reterr, SG_NOT_FOUND, "unknown-role",
                 "No role is called \"%.100s\". Did you mean %s? The command "
                 "\"skillgap roles\" lists them all.",
                 name, choice);
}

/* An id as it is written goes before everything else, and is found at once. */
static bool find_id(const sg_catalogue *catalogue, const char *id,
                    sg_role *ret_role)
{
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const uint32_t role =
            framework_role(catalogue->frameworks[f].framework, id);
        if (role == NO_INDEX)
            continue;
        *ret_role = (sg_role){.framework = f, .index = role};
        return true;
    }
    return false;
}

static sg_status find(const sg_catalogue *catalogue, const char *name,
                      sg_role *ret_role, sg_error *reterr)
{
    size_t found = 0;

    if (find_id(catalogue, name, ret_role))
        return SG_OK;
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

/* White space around a name comes from copying it out of a document. */
sg_status sg_catalogue_find(const sg_catalogue *catalogue, const char *name,
                            sg_role *ret_role, sg_error *reterr)
{
    name += strspn(name, white_space);
    size_t size = strlen(name);
    while (size > 0 && strchr(white_space, name[size - 1]))
        size--;
    char *bare = strndup(name, size);
    if (!bare)
        return fault_memory(reterr);
    const sg_status status = find(catalogue, bare, ret_role, reterr);
    free(bare);
    return status;
}

const char *catalogue_role_meant(const struct sg_catalogue *catalogue,
                                 const char *written)
{
    const size_t count = sg_catalogue_role_count(catalogue);
    const char *meant = NULL;
    sg_role role;

    if (sg_catalogue_find(catalogue, written, &role, NULL) == SG_OK)
        return sg_role_info_of(catalogue, role).id;
    const char **ids = calloc(count + 1, sizeof *ids);
    if (!ids)
        return NULL;
    for (size_t i = 0; i < count; i++)
        ids[i] =
            sg_role_info_of(catalogue, sg_catalogue_role_at(catalogue, i)).id;
    meant = text_nearest_words(written, ids, count);
    free(ids);
    return meant;
}
