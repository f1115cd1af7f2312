/* SPDX-License-Identifier: MIT */
/* Finding the levels that a title states: "level 3", "NVQ3", "Entry 2". */
#include "quals/reader.h"

#include <string.h>

enum { LEVEL_MOST = 12, ENTRY_MOST = 3, BARE_MOST = 8, TRAILING_MOST = 5 };

static bool stands_free(const struct word *word, const char *marks)
{
    return word->before == '\0' || strchr(marks, word->before) != NULL;
}

static bool is_level_word(const struct reader *reader, size_t at)
{
    return word_is(reader, at, KEY_LEVEL) || word_is(reader, at, KEY_LEFEL);
}

/* "level", and the "L" of "L3". */
static bool is_level_name(const struct reader *reader, size_t at)
{
    return is_level_word(reader, at) || word_is(reader, at, KEY_L);
}

static bool is_ordinal(const struct reader *reader, size_t at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    if (at + 1 >= reader->words.count || !reader->words.at[at + 1].glued)
        return false;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strcmp(reader->words.at[at + 1].text, endings[i]) == 0)
            return true;
    return false;
}

/* "3 units", "2 years": a number of something else; but it is the level in
 * "level 7 (part qualified)". */
static bool is_measured(const struct reader *reader, size_t at)
{
    if (is_ordinal(reader, at))
        return true;
    if (!phrase_at(reader, at + 1, CLASS(PHRASE_MEASURE)))
        return false;
    return !is_level_name(reader, at - 1) ||
           stands_free(&reader->words.at[at + 1], "-");
}

/* "level 2 and 5 GCSEs": the 5 counts what comes after it. Something stands
 * before a number wherever this is asked. */
static bool is_count(const struct reader *reader, size_t at)
{
    const struct mark *mark = mark_over(reader, at + 1, CLASS(PHRASE_AWARD));
    if (is_level_word(reader, at - 1))
        return false;
    return mark && reader->quals->awards[mark->index].counted;
}

static bool is_level_number(const struct reader *reader, size_t at,
                            unsigned most)
{
    if (!is_number(reader, at) || reader->words.at[at].used)
        return false;
    const unsigned number = reader->words.at[at].number;
    return number >= 1 && number <= most && !is_measured(reader, at) &&
           !is_count(reader, at);
}

/* Behind what says once more what the number is: "NVQ 2 and NVQ 3". */
static size_t behind_name(const struct reader *reader, size_t at)
{
    const struct mark *mark = mark_over(reader, at, CLASS(PHRASE_AWARD));
    if (mark && mark->index == reader->marks[reader->award].index &&
        award_of(reader)->number_is_level)
        at = (size_t)mark->first + mark->length;
    return at + is_level_name(reader, at);
}

/* "2/3" is one of the two. Of "2 and 3" both are held, and the higher counts,
 * but not where each may be of a subject or a name of its own. */
static void take_number(struct statement *statement, uint8_t number, bool added)
{
    if (!added) {
        statement->low = number < statement->low ? number : statement->low;
        statement->high = number > statement->high ? number : statement->high;
    } else if (number > statement->high) {
        statement->low = statement->high = number;
    }
}

/* Takes one of "and 3", "/3", "- 3" and "/ Level 3" behind a number. A comma
 * adds a level for sure only where it is called one. */
static bool extend(struct reader *reader, struct statement *statement)
{
    const struct words *words = &reader->words;
    size_t at = statement->end;
    const bool and = word_is(reader, at, KEY_AND);
    const bool joined =
        and || word_is(reader, at, KEY_OR) || word_is(reader, at, KEY_TO);
    at += joined;
    if (at >= words->count)
        return false;
    const char before = words->at[at].before;
    const bool marked = before && strchr("/-,+", before) != NULL;
    const size_t number = behind_name(reader, at);
    if ((!joined && !marked) || !is_level_number(reader, number, BARE_MOST))
        return false;
    const bool added = and || before == '+' || (before == ',' && number > at);
    take_number(statement, (uint8_t)words->at[number].number,
                added && !reader->apart);
    statement->both = statement->both || added || before == ',';
    statement->end = (uint8_t)(number + 1);
    return true;
}

static void state(struct reader *reader, struct statement statement)
{
    while (!statement.entry && extend(reader, &statement)) {
    }
    use_words(reader, statement.first, statement.end);
    reader->statements[reader->statement_count++] = statement;
}

static void state_number(struct reader *reader, size_t first, size_t number,
                         bool bare)
{
    const uint8_t level = (uint8_t)reader->words.at[number].number;
    state(reader, (struct statement){.low = level,
                                     .high = level,
                                     .bare = bare,
                                     .first = (uint8_t)first,
                                     .end = (uint8_t)(number + 1)});
}

/* "Entry level 3", "Entry 3", "Entry Level". */
static bool read_entry(struct reader *reader, size_t at)
{
    if (!word_is(reader, at, KEY_ENTRY))
        return false;
    size_t next = at + 1;
    const bool level = is_level_word(reader, next);
    next += level;
    const bool number = is_level_number(reader, next, ENTRY_MOST) &&
                        stands_free(&reader->words.at[next], "-");
    if (!level && !number)
        return false;
    const uint8_t low = number ? (uint8_t)reader->words.at[next].number : 0;
    state(reader, (struct statement){.low = low,
                                     .high = low,
                                     .entry = true,
                                     .first = (uint8_t)at,
                                     .end = (uint8_t)(next + number)});
    return true;
}

static bool read_level(struct reader *reader, size_t at)
{
    if (!is_level_word(reader, at) ||
        !is_level_number(reader, at + 1, LEVEL_MOST) ||
        !stands_free(&reader->words.at[at + 1], ":-(.=;#"))
        return false;
    state_number(reader, at, at + 1, false);
    return true;
}

/* "L3" and "E2": the letter and its number belong together. */
static bool read_letter(struct reader *reader, size_t at)
{
    const bool l = word_is(reader, at, KEY_L), e = word_is(reader, at, KEY_E);
    const unsigned most = e ? ENTRY_MOST : BARE_MOST;
    if ((!l && !e) || !is_level_number(reader, at + 1, most) ||
        !(reader->words.at[at + 1].glued ||
          (l && stands_free(&reader->words.at[at + 1], "."))))
        return false;
    if (l) {
        state_number(reader, at, at + 1, false);
        return true;
    }
    const uint8_t number = (uint8_t)reader->words.at[at + 1].number;
    state(reader, (struct statement){.low = number,
                                     .high = number,
                                     .entry = true,
                                     .first = (uint8_t)at,
                                     .end = (uint8_t)(at + 2)});
    return true;
}

/* "NVQ 3", "ILM3", "SCQF 6". */
static bool read_bare(struct reader *reader, size_t at)
{
    const struct mark *mark =
        at == 0 ? NULL
                : mark_over(reader, at - 1,
                            CLASS(PHRASE_AWARD) | CLASS(PHRASE_FRAMEWORK));
    if (!mark || !is_level_number(reader, at, LEVEL_MOST) ||
        mark_over(reader, at, UINT32_MAX) ||
        !stands_free(&reader->words.at[at], "-:(."))
        return false;
    if (mark->class == PHRASE_AWARD &&
        !reader->quals->awards[mark->index].number_is_level)
        return false;
    if (mark->class == PHRASE_FRAMEWORK &&
        reader->quals->frameworks[mark->index].scale == SCALE_NONE)
        return false;
    state_number(reader, at, at, true);
    return true;
}

/* "NVQ Business Admin 3": the only number that is left, of an award whose
 * number is its level. */
static void read_trailing(struct reader *reader)
{
    const struct award *award = award_of(reader);
    size_t found = 0, count = 0;
    if (!award || !award->number_is_level || reader->statement_count > 0)
        return;
    for (size_t at = reader->marks[reader->award].first;
         at < reader->words.count; at++) {
        if (!is_number(reader, at) || reader->words.at[at].used)
            continue;
        if (reader->words.at[at].glued)
            return; /* "A1" is a name */
        found = at;
        count++;
    }
    if (count == 1 && is_level_number(reader, found, TRAILING_MOST) &&
        !phrase_at(reader, found - 1, CLASS(PHRASE_MEASURE)))
        state_number(reader, found, found, true);
}

/* "Higher English, SCQF 6": said by the framework's name, the level is of the
 * examination; not of a diploma that is named too, or of something added. */
static bool is_of_framework(const struct reader *reader,
                            const struct statement *statement)
{
    /* Before the first word stands none. */
    const struct mark *mark =
        mark_over(reader, statement->first - 1u, CLASS(PHRASE_FRAMEWORK));
    if (!mark || is_said(reader, CLASS(PHRASE_SIZE)) ||
        reader->quals->frameworks[mark->index].scale == SCALE_NONE)
        return false;
    return !word_is(reader, mark->first - 1u, KEY_AND) &&
           stands_free(&reader->words.at[mark->first], ",-:(");
}

/* "Level 2 and 5 GCSEs": a level is no part of the name of a school
 * examination, unless it stands right beside it. */
static void find_level_apart(struct reader *reader)
{
    const struct award *award = award_of(reader);
    if (!award || !award->counted)
        return;
    const struct mark *mark = &reader->marks[reader->award];
    for (size_t i = 0; i < reader->statement_count; i++) {
        const struct statement *statement = &reader->statements[i];
        if (statement->end != mark->first &&
            statement->first != mark->first + mark->length &&
            !is_of_framework(reader, statement))
            reader->reading->several = true;
    }
}

void levels_find(struct reader *reader)
{
    const struct award *award = award_of(reader);
    reader->rivals = reader->reading->several;
    reader->apart =
        reader->rivals || (award && award->subject) || subjects_differ(reader);
    for (size_t at = 0; at < reader->words.count; at++) {
        const bool hidden =
            mark_over(reader, at, CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY)) !=
            NULL;
        if (hidden || reader->words.at[at].used)
            continue;
        (void)(read_entry(reader, at) || read_level(reader, at) ||
               read_letter(reader, at) || read_bare(reader, at));
    }
    read_trailing(reader);
    find_level_apart(reader);
}
