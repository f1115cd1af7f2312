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

/* Its words and what they mark; false when it is longer than a title can be. */
static bool begin(struct reader *reader, const char *title)
{
    char plain[PLAIN_ROOM];

    if (strlen(title) > TITLE_BYTES_MOST)
        return false;
    text_plain(plain, PLAIN_ROOM, title, true);
    lex_title(reader->quals, plain, &reader->words);
    marks_find(reader);
    return true;
}

/* How many words from here are a subject. */
static size_t subject_at(const struct reader *reader, size_t at)
{
    const struct phrase *phrase =
        mark_over(reader, at, CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY))
            ? NULL
            : phrase_at(reader, at, CLASS(PHRASE_SUBJECT));

    return phrase ? phrase->length : 0;
}

size_t subject_names_add(struct subject_names *names, const struct quals *quals,
                         const char *title, struct arena *arena)
{
    struct sg_title_reading reading = {0};
    struct reader reader = {.quals = quals, .reading = &reading};
    size_t found = 0;

    if (!begin(&reader, title))
        return 0;
    for (size_t at = 0; at < reader.words.count;) {
        const size_t length = subject_at(&reader, at);
        if (length == 0) {
            at++;
            continue;
        }
        const char *name = name_of(&reader.words, at, length, arena);
        if (!name) /* memory */
            break;
        subject_names_put(names, name);
        at += length;
        found++;
    }
    return found;
}

/* A word that may be part of a subject's name, whether it is known or not. */
static bool is_telling(const struct reader *reader, size_t at)
{
    const struct word *word = &reader->words.at[at];
    const uint32_t others =
        CLASS(PHRASE_ORDINARY) | CLASS(PHRASE_SIZE) | CLASS(PHRASE_MEASURE);

    return word->kind == WORD_TEXT && word->text[1] != '\0' &&
           !mark_over(reader, at, UINT32_MAX) &&
           !phrase_at(reader, at, others) && month_named(word) == 0;
}

static const char *key_add(const struct reader *reader, const char *key,
                           size_t first, size_t length, struct arena *arena)
{
    for (size_t at = first; at < first + length; at++) {
        const struct word *word = &reader->words.at[at];
        const char *text =
            word->id == NO_WORD ? word->text : reader->quals->words[word->id];
        key =
            arena_printf(arena, "%s%s%s", key ? key : "", key ? " " : "", text);
    }
    return key;
}

static void key_put(struct subject_names *keys, const char *key)
{
    if (key)
        subject_names_put(keys, key);
}

void subject_keys_add(struct subject_names *keys, const struct quals *quals,
                      const char *title, bool one, struct arena *arena)
{
    struct sg_title_reading reading = {0};
    struct reader reader = {.quals = quals, .reading = &reading};
    const char *key = NULL;

    if (!begin(&reader, title))
        return;
    for (size_t at = 0; at < reader.words.count;) {
        size_t length = subject_at(&reader, at);
        if (length == 0 && one)
            length = is_telling(&reader, at);
        key = key_add(&reader, key, at, length, arena);
        at += length > 0 ? length : 1;
        if (!one) {
            key_put(keys, key);
            key = NULL;
        }
    }
    key_put(keys, key);
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
