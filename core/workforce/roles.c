/* SPDX-License-Identifier: MIT */
/* Which roles of the catalogue the words of an HR export mean. */
#include "workforce/roles.h"

#include "path/moves.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_ROOM = 500 };

struct role_word {
    bool known;
    sg_role role;
};

void role_words_begin(struct role_words *words, const sg_catalogue *catalogue)
{
    *words = (struct role_words){.catalogue = catalogue};
    words->texts.arena = &words->arena;
}

static bool make_room(struct role_words *words)
{
    if (words->texts.count < words->room)
        return true;
    const uint32_t room = words->room ? words->room * 2 : 64;
    struct role_word *list = realloc(words->words, room * sizeof(*list));
    if (!list)
        return false;
    words->words = list;
    words->room = room;
    return true;
}

/* As it is looked up: one space where there are several. False when it is
 * longer than any role can be called. */
static bool with_single_spaces(const char *text, char *out, size_t room)
{
    size_t size = 0;

    for (; *text; text++) {
        const bool space = isspace((unsigned char)*text);
        if (space && (size == 0 || out[size - 1] == ' '))
            continue;
        if (size + 1 == room)
            return false;
        out[size++] = *text;
        if (space)
            out[size - 1] = ' ';
    }
    if (size > 0 && out[size - 1] == ' ')
        size--;
    out[size] = '\0';
    return true;
}

static bool look_up(const sg_catalogue *catalogue, const char *text,
                    sg_role *ret_role)
{
    char name[NAME_ROOM];
    sg_error error = {0};

    return with_single_spaces(text, name, sizeof name) &&
           sg_catalogue_find(catalogue, name, ret_role, &error) == SG_OK;
}

bool role_words_find(struct role_words *words, const char *text,
                     sg_role *ret_role)
{
    if (!text)
        return false;
    const uint32_t before = words->texts.count;
    const uint32_t at = make_room(words)
                            ? strings_add(&words->texts, text, strlen(text))
                            : STRINGS_NONE;
    if (at == STRINGS_NONE) {
        words->failed = true;
        return false;
    }
    struct role_word *word = &words->words[at];
    if (at == before)
        word->known = look_up(words->catalogue, text, &word->role);
    if (word->known)
        *ret_role = word->role;
    return word->known;
}

void role_words_done(struct role_words *words)
{
    strings_done(&words->texts);
    free(words->words);
    arena_done(&words->arena);
}

size_t next_roles(const sg_catalogue *catalogue, sg_role role, sg_role *next,
                  size_t room)
{
    const struct framework *framework =
        catalogue_in_use(catalogue, role)->framework;
    const struct role *now = &framework->roles[role.index];
    const struct span family = framework->families[now->family].roles;
    const struct moving moving = {.catalogue = catalogue,
                                  .to_framework = role.framework};
    uint32_t lowest = UINT32_MAX;
    size_t count = 0;

    for (uint32_t r = family.first; r < family.first + family.count; r++) {
        const uint32_t rank = framework->roles[r].rank;
        const sg_role to = {.framework = role.framework, .index = r};
        sg_mode mode;
        if (rank <= now->rank || rank > lowest ||
            !move_between(&moving, &role, to, &mode))
            continue;
        if (rank < lowest)
            count = 0;
        lowest = rank;
        if (count < room)
            next[count++] = to;
    }
    return count;
}
