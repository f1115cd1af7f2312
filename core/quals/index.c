/* SPDX-License-Identifier: MIT */
/* Making the vocabulary and the phrases from the words of the data. */
#include "quals/lex.h"

#include <stdlib.h>
#include <string.h>

static const char *const key_texts[KEY_COUNT] = {
    [KEY_LEVEL] = "level",
    [KEY_LEFEL] = "lefel",
    [KEY_ENTRY] = "entry",
    [KEY_L] = "l",
    [KEY_E] = "e",
    [KEY_A] = "a",
    [KEY_X] = "x",
    [KEY_AND] = "and",
    [KEY_OR] = "or",
    [KEY_TO] = "to",
    [KEY_GRADE] = "grade",
    [KEY_GRADES] = "grades",
    [KEY_PASS] = "pass",
    [KEY_PASSES] = "passes",
    [KEY_MERIT] = "merit",
    [KEY_DISTINCTION] = "distinction",
    [KEY_INCLUDING] = "including",
};

/* Words on their way into the vocabulary. */
struct gathering {
    struct arena *arena;
    const char **words;
    size_t count;
    size_t room;
    bool failed;
};

static void gather_word(struct gathering *gathering, const char *text)
{
    if (gathering->count == gathering->room) {
        const size_t room = gathering->room ? gathering->room * 2 : 1024;
        const char **grown =
            realloc(gathering->words, room * sizeof(*gathering->words));
        if (!grown) {
            gathering->failed = true;
            return;
        }
        gathering->words = grown;
        gathering->room = room;
    }
    const char *copy = arena_strdup(gathering->arena, text);
    gathering->failed = gathering->failed || !copy;
    gathering->words[gathering->count++] = copy;
}

static void gather_text(struct gathering *gathering, const char *text)
{
    struct words words;
    lex_plain(text, &words);
    for (size_t i = 0; i < words.count && !gathering->failed; i++)
        if (words.at[i].kind == WORD_TEXT)
            gather_word(gathering, words.at[i].text);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool keep_words(struct quals *quals, const struct gathering *gathering)
{
    size_t kept = 0;
    qsort(gathering->words, gathering->count, sizeof(*gathering->words),
          by_text);
    quals->words =
        arena_array(&quals->arena, gathering->count, sizeof(*quals->words));
    if (!quals->words)
        return false;
    for (size_t i = 0; i < gathering->count; i++)
        if (kept == 0 ||
            strcmp(gathering->words[i], quals->words[kept - 1]) != 0)
            quals->words[kept++] = gathering->words[i];
    quals->word_count = (uint16_t)kept;
    return kept < NUMBER_WORD;
}

static bool make_vocabulary(struct quals *quals)
{
    struct gathering gathering = {.arena = &quals->arena};
    for (uint32_t i = 0; i < quals->said_count; i++)
        gather_text(&gathering, quals->said[i].text);
    for (uint32_t i = 0; i < quals->short_form_count; i++) {
        gather_text(&gathering, quals->short_forms[i].text);
        gather_text(&gathering, quals->short_forms[i].means);
    }
    for (size_t i = 0; i < KEY_COUNT; i++)
        gather_text(&gathering, key_texts[i]);
    const bool made = !gathering.failed && keep_words(quals, &gathering);
    free(gathering.words);
    return made;
}

static bool make_short_forms(struct quals *quals)
{
    quals->short_form_of = arena_array(&quals->arena, quals->word_count,
                                       sizeof(*quals->short_form_of));
    if (!quals->short_form_of)
        return false;
    for (uint32_t i = 0; i < quals->word_count; i++)
        quals->short_form_of[i] = NO_WORD;
    for (uint32_t i = 0; i < quals->short_form_count; i++) {
        const uint16_t id = vocabulary_find(quals, quals->short_forms[i].text);
        if (id != NO_WORD)
            quals->short_form_of[id] = (uint16_t)i;
    }
    for (size_t i = 0; i < KEY_COUNT; i++)
        quals->keys[i] = vocabulary_find(quals, key_texts[i]);
    return true;
}

static bool add_phrase(struct quals *quals, const struct said *said)
{
    struct words words;
    struct phrase *phrase = &quals->phrases[quals->phrase_count];
    lex_title(quals, said->text, &words);
    if (words.count == 0 || words.count > PHRASE_WORDS_MOST)
        return false;
    for (size_t i = 0; i < words.count; i++)
        phrase->words[i] = words.at[i].kind == WORD_TEXT
                               ? words.at[i].id
                               : (uint16_t)(NUMBER_WORD + words.at[i].number);
    phrase->length = (uint8_t)words.count;
    phrase->plural = words.count == 1 && words.at[0].plural;
    phrase->class = said->class;
    phrase->index = said->index;
    quals->phrase_count++;
    if (said->class == PHRASE_STAGE &&
        quals->stages[said->index].length < phrase->length)
        quals->stages[said->index].length = phrase->length;
    return true;
}

static int by_first_word(const void *a, const void *b)
{
    const struct phrase *one = a, *other = b;
    if (one->words[0] != other->words[0])
        return one->words[0] < other->words[0] ? -1 : 1;
    if (one->length != other->length)
        return one->length > other->length ? -1 : 1;
    if (one->class != other->class)
        return one->class < other->class ? -1 : 1;
    return one->index < other->index ? -1 : one->index > other->index;
}

/* The phrases of a word are those from phrases_of[word] to the next; those
 * that begin with a number stand last. */
static bool make_phrase_starts(struct quals *quals)
{
    const size_t count = (size_t)quals->word_count + 2;
    quals->phrases_of =
        arena_array(&quals->arena, count, sizeof(*quals->phrases_of));
    if (!quals->phrases_of)
        return false;
    uint32_t at = 0;
    for (uint32_t word = 0; word <= quals->word_count; word++) {
        quals->phrases_of[word] = at;
        while (
            at < quals->phrase_count &&
            (word == quals->word_count || quals->phrases[at].words[0] == word))
            at++;
    }
    quals->phrases_of[quals->word_count + 1] = at;
    return true;
}

bool quals_index(struct quals *quals)
{
    if (!make_vocabulary(quals) || !make_short_forms(quals))
        return false;
    quals->phrases =
        arena_array(&quals->arena, quals->said_count, sizeof(*quals->phrases));
    if (!quals->phrases)
        return false;
    for (uint32_t i = 0; i < quals->said_count; i++)
        if (!add_phrase(quals, &quals->said[i]))
            return false;
    qsort(quals->phrases, quals->phrase_count, sizeof(*quals->phrases),
          by_first_word);
    return make_phrase_starts(quals);
}

void quals_free(struct quals *quals)
{
    if (!quals)
        return;
    arena_done(&quals->arena);
    free(quals);
}
