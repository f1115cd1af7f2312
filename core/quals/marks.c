/* SPDX-License-Identifier: MIT */
/* Finding the phrases of the data among the words of a title. */
#include "quals/reader.h"

#include <string.h>

/* What gives a title its structure, in one pass; other classes are looked for
 * by themselves, where they matter. */
static const uint32_t structure =
    CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY) | CLASS(PHRASE_FRAMEWORK) |
    CLASS(PHRASE_CREDENTIAL) | CLASS(PHRASE_STATUS) | CLASS(PHRASE_OVERSEAS) |
    CLASS(PHRASE_HOME);

/* A phrase does not run across these, but "A/S level" is one. */
static bool is_barrier(const struct word *before, const struct word *word)
{
    if (!word->before || !strchr(",;:()/+?[]", word->before))
        return false;
    return word->before != '/' || before->text[1] != '\0' ||
           word->text[1] != '\0';
}

struct span {
    uint32_t first;
    uint32_t end;
};

static bool item_is(const struct word *word, uint16_t item)
{
    if (item >= NUMBER_WORD)
        return word->kind == WORD_NUMBER && word->number == item - NUMBER_WORD;
    return word->kind == WORD_TEXT && word->id == item;
}

/* "Higher English", but neither "Higher National" nor "Higher Certificate in
 * English": what stands before a subject may be only a word. */
static bool is_name(const struct reader *reader, size_t end,
                    const struct phrase *phrase)
{
    if (phrase->class != PHRASE_AWARD ||
        !reader->quals->awards[phrase->index].before_subject)
        return true;
    return phrase_at(reader, end, CLASS(PHRASE_SUBJECT)) != NULL &&
           !is_said(reader, CLASS(PHRASE_SIZE) | CLASS(PHRASE_BODY));
}

/* The number of "Intermediate - 1 day" is no part of a name. */
static bool ends_in_measure(const struct reader *reader, size_t end,
                            const struct phrase *phrase)
{
    return phrase->words[phrase->length - 1] >= NUMBER_WORD &&
           reader->words.at[end - 1].before == '-' &&
           phrase_at(reader, end, CLASS(PHRASE_MEASURE)) != NULL;
}

static bool phrase_fits(const struct reader *reader, size_t first,
                        const struct phrase *phrase)
{
    const struct words *words = &reader->words;
    if (first + phrase->length > words->count ||
        (phrase->plural && !words->at[first].plural))
        return false;
    for (size_t i = 0; i < phrase->length; i++) {
        const struct word *word = &words->at[first + i];
        if (!item_is(word, phrase->words[i]))
            return false;
        if (i > 0 && is_barrier(word - 1, word))
            return false;
    }
    return is_name(reader, first + phrase->length, phrase) &&
           !ends_in_measure(reader, first + phrase->length, phrase);
}

/* The phrases that begin with a word: a run of quals->phrases. */
static struct span phrases_from(const struct reader *reader, size_t first)
{
    const struct quals *quals = reader->quals;
    const struct word *word = &reader->words.at[first];
    uint32_t group = word->id;
    if (word->kind == WORD_NUMBER)
        group = quals->word_count;
    else if (word->kind != WORD_TEXT || word->id == NO_WORD)
        return (struct span){0};
    return (struct span){.first = quals->phrases_of[group],
                         .end = quals->phrases_of[group + 1]};
}

const struct phrase *phrase_after(const struct reader *reader, size_t first,
                                  uint32_t classes, const struct phrase *before)
{
    const struct quals *quals = reader->quals;
    if (first >= reader->words.count)
        return NULL;
    struct span span = phrases_from(reader, first);
    if (before)
        span.first = (uint32_t)(before - quals->phrases) + 1;
    for (uint32_t i = span.first; i < span.end; i++)
        if ((classes & CLASS(quals->phrases[i].class)) != 0 &&
            phrase_fits(reader, first, &quals->phrases[i]))
            return &quals->phrases[i];
    return NULL;
}

const struct phrase *phrase_at(const struct reader *reader, size_t first,
                               uint32_t classes)
{
    return phrase_after(reader, first, classes, NULL);
}

bool is_said(const struct reader *reader, uint32_t classes)
{
    for (size_t at = 0; at < reader->words.count; at++)
        if (phrase_at(reader, at, classes))
            return true;
    return false;
}

/* "a level 3 diploma" and "such as level 2" name no A or AS level. */
static bool is_article(const struct reader *reader, size_t first,
                       const struct phrase *phrase)
{
    const struct words *words = &reader->words;
    const size_t next = first + phrase->length;
    const char *letters = words->at[first].text;
    if (phrase->length != 2 || !word_is(reader, first + 1, KEY_LEVEL) ||
        (strcmp(letters, "a") != 0 && strcmp(letters, "as") != 0))
        return false;
    const struct word *level = &words->at[first + 1];
    return !level->before && !level->plural && is_number(reader, next) &&
           !words->at[next].before;
}

static void mark_add(struct reader *reader, size_t first,
                     const struct phrase *phrase)
{
    reader->marks[reader->mark_count++] =
        (struct mark){.class = phrase->class,
                      .index = phrase->index,
                      .first = (uint8_t)first,
                      .length = phrase->length};
}

void marks_find(struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count;) {
        const struct phrase *phrase = phrase_at(reader, at, structure);
        if (!phrase || is_article(reader, at, phrase)) {
            at++;
            continue;
        }
        mark_add(reader, at, phrase);
        at += phrase->length;
    }
}

bool word_is(const struct reader *reader, size_t at, enum key_word key)
{
    if (at >= reader->words.count)
        return false;
    const struct word *word = &reader->words.at[at];
    return word->kind == WORD_TEXT && word->id == reader->quals->keys[key];
}

bool is_number(const struct reader *reader, size_t at)
{
    return at < reader->words.count && reader->words.at[at].kind == WORD_NUMBER;
}

const struct mark *mark_of(const struct reader *reader, enum phrase_class class)
{
    for (size_t i = 0; i < reader->mark_count; i++)
        if (reader->marks[i].class == class)
            return &reader->marks[i];
    return NULL;
}

const struct mark *mark_over(const struct reader *reader, size_t at,
                             uint32_t classes)
{
    for (size_t i = 0; i < reader->mark_count; i++) {
        const struct mark *mark = &reader->marks[i];
        if ((classes & CLASS(mark->class)) != 0 && at >= mark->first &&
            at < (size_t)mark->first + mark->length)
            return mark;
    }
    return NULL;
}

void use_words(struct reader *reader, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        reader->words.at[i].used = true;
}

/* A note is said once. */
void add_note(struct reader *reader, const char *note)
{
    struct sg_title_reading *reading = reader->reading;
    if (!note || reading->note_count == SG_TITLE_NOTES_MOST)
        return;
    for (uint32_t i = 0; i < reading->note_count; i++)
        if (strcmp(reading->notes[i], note) == 0)
            return;
    reading->notes[reading->note_count++] = note;
}

const struct award *award_of(const struct reader *reader)
{
    if (reader->award == NO_MARK)
        return NULL;
    return &reader->quals->awards[reader->marks[reader->award].index];
}
