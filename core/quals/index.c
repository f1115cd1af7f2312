/* SPDX-License-Identifier: MIT */
/* Making the vocabulary and the phrases from the words of the data. */
#include "base/fault.h"
#include "quals/lex.h"

#include <stdlib.h>
#include <string.h>

static const char *const key_texts[KEY_COUNT] = {
    [KEY_LEVEL] = "level",
    [KEY_LEFEL] = "lefel",
    [KEY_ENTRY] = "entry",
    [KEY_L] = "l",
    [KEY_E] = "e",
    [KEY_X] = "x",
    [KEY_AND] = "and",
    [KEY_OR] = "or",
    [KEY_TO] = "to",
    [KEY_GRADE] = "grade",
    [KEY_GRADES] = "grades",
    [KEY_PASSES] = "passes",
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
        if (!grown) { /* memory */
            gathering->failed = true;
            return;
        }
        gathering->words = grown;
        gathering->room = room;
    }
    const char *copy = arena_strdup(gathering->arena, text);
    gathering->words[gathering->count++] = copy;
    gathering->failed = gathering->arena->failed;
}

static void gather_text(struct gathering *gathering, const char *text)
{
    struct words words;
    lex_plain(text, &words);
    for (size_t i = 0; i < words.count; i++) {
        if (gathering->failed) /* memory */
            return;
        if (words.at[i].kind == WORD_TEXT)
            gather_word(gathering, words.at[i].text);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static sg_status keep_words(struct quals *quals,
                            const struct gathering *gathering, sg_error *reterr)
{
    size_t kept = 0;
    qsort(gathering->words, gathering->count, sizeof(*gathering->words),
          by_text);
    quals->words =
        arena_array(&quals->arena, gathering->count, sizeof(*quals->words));
    if (!quals->words) /* memory */
        return fault_memory(reterr);
    for (size_t i = 0; i < gathering->count; i++)
        if (kept == 0 ||
            strcmp(gathering->words[i], quals->words[kept - 1]) != 0)
            quals->words[kept++] = gathering->words[i];
    quals->word_count = (uint16_t)kept;
    if (kept < NUMBER_WORD)
        return SG_OK;
    return fault(reterr, SG_INPUT, "too-many",
                 "The lists of qualifications have %zu words, and fewer than "
                 "%d is the most. Take out what nobody writes.",
                 kept, NUMBER_WORD);
}

static sg_status make_vocabulary(struct quals *quals, sg_error *reterr)
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
    sg_status status = SG_OK;
    if (gathering.failed) /* memory */
        status = fault_memory(reterr);
    else
        status = keep_words(quals, &gathering, reterr);
    free(gathering.words);
    return status;
}

static sg_status make_short_forms(struct quals *quals, sg_error *reterr)
{
    quals->short_form_of = arena_array(&quals->arena, quals->word_count,
                                       sizeof(*quals->short_form_of));
    if (!quals->short_form_of) /* memory */
        return fault_memory(reterr);
    for (uint32_t i = 0; i < quals->word_count; i++)
        quals->short_form_of[i] = NO_WORD;
    for (uint32_t i = 0; i < quals->short_form_count; i++)
        quals->short_form_of[vocabulary_find(
            quals, quals->short_forms[i].text)] = (uint16_t)i;
    for (size_t i = 0; i < KEY_COUNT; i++)
        quals->keys[i] = vocabulary_find(quals, key_texts[i]);
    return SG_OK;
}

static sg_status add_phrase(struct quals *quals, const struct said *said,
                            sg_error *reterr)
{
    struct words words;
    struct phrase *phrase = &quals->phrases[quals->phrase_count];
    lex_title(quals, said->text, &words);
    if (words.count > PHRASE_WORDS_MOST)
        return fault(reterr, SG_INPUT, "too-long",
                     "'%s', which is said in the lists of qualifications, is "
                     "%zu words once its short forms are written out, and %d "
                     "are the most. Leave some out.",
                     said->text, words.count, PHRASE_WORDS_MOST);
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
    return SG_OK;
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
static sg_status make_phrase_starts(struct quals *quals, sg_error *reterr)
{
    const size_t count = (size_t)quals->word_count + 2;
    quals->phrases_of =
        arena_array(&quals->arena, count, sizeof(*quals->phrases_of));
    if (!quals->phrases_of) /* memory */
        return fault_memory(reterr);
    uint32_t at = 0;
    for (uint32_t word = 0; word <= quals->word_count; word++) {
        quals->phrases_of[word] = at;
        while (
            at < quals->phrase_count &&
            (word == quals->word_count || quals->phrases[at].words[0] == word))
            at++;
    }
    quals->phrases_of[quals->word_count + 1] = at;
    return SG_OK;
}

static sg_status make_phrases(struct quals *quals, sg_error *reterr)
{
    quals->phrases =
        arena_array(&quals->arena, quals->said_count, sizeof(*quals->phrases));
    if (!quals->phrases) /* memory */
        return fault_memory(reterr);
    sg_status status = SG_OK;
    for (uint32_t i = 0; status == SG_OK && i < quals->said_count; i++)
        status = add_phrase(quals, &quals->said[i], reterr);
    qsort(quals->phrases, quals->phrase_count, sizeof(*quals->phrases),
          by_first_word);
    return status;
}

sg_status quals_index(struct quals *quals, sg_error *reterr)
{
    sg_status status = make_vocabulary(quals, reterr);
    if (status == SG_OK)
        status = make_short_forms(quals, reterr);
    if (status == SG_OK)
        status = make_phrases(quals, reterr);
    if (status == SG_OK)
        status = make_phrase_starts(quals, reterr);
    return status;
}

void quals_free(struct quals *quals)
{
    if (!quals)
        return;
    arena_done(&quals->arena);
    free(quals);
}
