/* SPDX-License-Identifier: MIT */
/* What qualifications are about, in words. */
#include "quals/subject_names.h"

#include "base/text.h"
#include "quals/reader.h"

#include <ctype.h>
#include <string.h>

enum { TITLE_BYTES_MOST = 400, PLAIN_ROOM = 4 * TITLE_BYTES_MOST };

/* "English literature", from the words of a title, which are in small letters.
 * NULL without memory. */
static const char *name_of(const struct words *words, size_t first,
                           size_t length, struct arena *arena)
{
    char *name = arena_strdup(arena, words->at[first].text);

    if (!name) /* memory */
        return NULL;
    name[0] = (char)toupper((unsigned char)name[0]);
    for (size_t i = first + 1; i < first + length; i++) {
        name = arena_printf(arena, "%s %s", name, words->at[i].text);
        if (!name) /* memory */
            return NULL;
    }
    return name;
}

void subject_names_put(struct subject_names *names, const char *name)
{
    size_t at = 0;

    while (at < names->count && strcmp(names->at[at], name) < 0)
        at++;
    if (at < names->count && strcmp(names->at[at], name) == 0)
        return;
    names->more |= names->count == SUBJECT_NAMES_MOST;
    if (at == SUBJECT_NAMES_MOST)
        return;
    if (names->count < SUBJECT_NAMES_MOST)
        names->count++;
    memmove(&names->at[at + 1], &names->at[at],
            (names->count - at - 1) * sizeof(names->at[0]));
    names->at[at] = name;
}

size_t subject_names_add(struct subject_names *names, const struct quals *quals,
                         const char *title, struct arena *arena)
{
    char plain[PLAIN_ROOM];
    struct sg_title_reading reading = {0};
    struct reader reader = {.quals = quals, .reading = &reading};
    size_t found = 0;

    if (strlen(title) > TITLE_BYTES_MOST)
        return 0;
    text_plain(plain, PLAIN_ROOM, title, true);
    lex_title(quals, plain, &reader.words);
    marks_find(&reader);
    for (size_t at = 0; at < reader.words.count;) {
        const struct phrase *phrase =
            mark_over(&reader, at, CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY))
                ? NULL
                : phrase_at(&reader, at, CLASS(PHRASE_SUBJECT));
        if (!phrase) {
            at++;
            continue;
        }
        const char *name = name_of(&reader.words, at, phrase->length, arena);
        if (!name) /* memory */
            break;
        subject_names_put(names, name);
        at += phrase->length;
        found++;
    }
    return found;
}

const char *subject_names_join(const struct subject_names *names,
                               struct arena *arena)
{
    const char *all = names->count > 0 ? names->at[0] : NULL;

    for (size_t i = 1; i < names->count; i++) {
        all = arena_printf(arena, "%s; %s", all, names->at[i]);
        if (!all) /* memory */
            return NULL;
    }
    return all;
}
