/* SPDX-License-Identifier: MIT */
/* School examinations: how many, and in which grades. */
#include "quals/reader.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    COUNT_MOST = 20,
    STRING_LEAST = 2,
    STRING_MOST = 5,
    NUMBER_GRADE = 9,
    FULL_LEAST = 5
};

static size_t award_end(const struct reader *reader)
{
    const struct mark *mark = &reader->marks[reader->award];
    return (size_t)mark->first + mark->length;
}

static bool is_plural(const struct reader *reader)
{
    return reader->words.at[award_end(reader) - 1].plural;
}

static const struct grade *grade_named(const struct award *award,
                                       const char *text)
{
    for (size_t i = 0; i < award->grade_count; i++)
        if (strcmp(award->grades[i].text, text) == 0)
            return &award->grades[i];
    return NULL;
}

static bool has_number_grades(const struct award *award)
{
    return grade_named(award, "1") != NULL;
}

/* ---- counts ---- */

static bool is_free_count(const struct reader *reader, size_t at)
{
    return is_number(reader, at) && !reader->words.at[at].used &&
           reader->words.at[at].number >= 1 &&
           reader->words.at[at].number <= COUNT_MOST;
}

/* Two counts leave it open which is meant, and of what. */
static void take_count(struct reader *reader, size_t at)
{
    struct sg_title_reading *reading = reader->reading;
    use_words(reader, at, at + 1);
    if (reading->count != 0)
        reader->conflict = true;
    reading->count = reader->words.at[at].number;
}

/* "5 GCSEs", "five good GCSEs", "3 x A levels". */
static void count_before(struct reader *reader, size_t at)
{
    for (int skipped = 0; at > 0 && skipped < 2; skipped++) {
        const struct word *word = &reader->words.at[at - 1];
        const bool filler =
            word->kind == WORD_TEXT &&
            phrase_at(reader, at - 1, CLASS(PHRASE_ORDINARY)) != NULL &&
            phrase_at(reader, at - 1, CLASS(PHRASE_SUBJECT)) == NULL;
        if (!filler || word->used)
            break;
        at--;
    }
    if (at > 0 && is_free_count(reader, at - 1) &&
        (at < 2 || !word_is(reader, at - 2, KEY_GRADE)))
        take_count(reader, at - 1);
}

/* "3 GCSEs at C, 2 GCSEs at D": each name can have a count of its own. */
static void counts_before(struct reader *reader)
{
    const uint16_t award = reader->marks[reader->award].index;
    for (size_t i = 0; i < reader->mark_count; i++)
        if (reader->marks[i].class == PHRASE_AWARD &&
            reader->marks[i].index == award)
            count_before(reader, reader->marks[i].first);
}

/* Whether the number begins a run of grades: "GCSEs 9-4", "GCSEs: 8, 7, 6". */
static bool begins_run(const struct reader *reader, size_t at)
{
    return is_number(reader, at + 1) ||
           (word_is(reader, at + 1, KEY_TO) && is_number(reader, at + 2));
}

/* "GCSEs x 5", "A levels: 2"; "GCSE 5" can be a grade as well. */
static void count_after(struct reader *reader)
{
    size_t at = award_end(reader);
    const bool times = word_is(reader, at, KEY_X);
    at += times;
    if (!is_free_count(reader, at) || begins_run(reader, at))
        return;
    const bool grades = has_number_grades(award_of(reader));
    if (times || !grades || is_plural(reader))
        take_count(reader, at);
}

/* "5 passes": no grade 5. */
static bool counts_passes(const struct reader *reader, size_t at)
{
    return word_is(reader, at + 1, KEY_PASSES);
}

/* "... x6" and "5 passes" anywhere behind, "5 at A*-C". */
static void count_apart(struct reader *reader)
{
    for (size_t at = award_end(reader); at < reader->words.count; at++) {
        const bool times = word_is(reader, at - 1, KEY_X);
        const bool behind = at + 1 < reader->words.count &&
                            strcmp(reader->words.at[at + 1].text, "at") == 0;
        if ((times || behind || counts_passes(reader, at)) &&
            is_free_count(reader, at))
            take_count(reader, at);
    }
}

/* ---- grades ---- */

static void grade_text(const struct word *word, char out[GRADE_ROOM])
{
    if (word->kind == WORD_NUMBER && word->number <= NUMBER_GRADE)
        snprintf(out, GRADE_ROOM, "%u", (unsigned)word->number);
    else if (word->kind == WORD_TEXT && word->text[1] == '\0')
        snprintf(out, GRADE_ROOM, "%c%s", toupper((unsigned char)word->text[0]),
                 word->star ? "*" : "");
    else
        out[0] = '\0';
}

static const struct grade *grade_at(const struct reader *reader, size_t at)
{
    char text[GRADE_ROOM];
    if (at >= reader->words.count || reader->words.at[at].used)
        return NULL;
    grade_text(&reader->words.at[at], text);
    return text[0] ? grade_named(award_of(reader), text) : NULL;
}

static void worth_add(struct reader *reader, const struct grade *grade)
{
    if (grade->rqf == SG_RQF_OPEN)
        return;
    struct rqf_range *all = &reader->grades;
    if (all->min == SG_RQF_OPEN || grade->rqf < all->min)
        all->min = grade->rqf;
    if (grade->rqf > all->max)
        all->max = grade->rqf;
}

static void keep_grade(struct reader *reader, const struct grade *first,
                       const struct grade *last)
{
    struct sg_title_reading *reading = reader->reading;
    reader->grades_seen++;
    worth_add(reader, first);
    if (last)
        worth_add(reader, last);
    if (reading->grade_count == SG_TITLE_GRADES_MOST)
        return;
    char *out = reading->grades[reading->grade_count++];
    snprintf(out, sizeof(reading->grades[0]), "%.2s%s%.2s", first->text,
             last ? "-" : "", last ? last->text : "");
}

/* "A*-C", "9 to 4": the words that it takes, or 0. */
static size_t read_range(struct reader *reader, size_t at)
{
    const struct grade *first = grade_at(reader, at);
    const bool to = word_is(reader, at + 1, KEY_TO);
    const size_t next = at + 1 + to;
    const struct grade *last = first ? grade_at(reader, next) : NULL;
    if (!last || (!to && reader->words.at[next].before != '-'))
        return 0;
    keep_grade(reader, first, last);
    return next + 1 - at;
}

static bool is_subject(const struct reader *reader, size_t at)
{
    for (size_t first = 0; first <= at; first++) {
        const struct phrase *phrase =
            phrase_at(reader, first, CLASS(PHRASE_SUBJECT));
        if (phrase && first + phrase->length > at)
            return true;
    }
    return false;
}

static bool ends_item(const struct reader *reader, size_t at)
{
    if (at + 1 == reader->words.count)
        return true;
    const char after = reader->words.at[at + 1].before;
    return after != '\0' && strchr(",;/)", after) != NULL;
}

/* "Maths 5, Geol 4": a number behind a word that nobody knows, at the end of an
 * item, where others have grades. */
static bool is_of_unknown(const struct reader *reader, size_t at)
{
    const struct word *before = &reader->words.at[at - 1];
    return reader->grades_seen > 0 && before->kind == WORD_TEXT &&
           before->id == NO_WORD && ends_item(reader, at);
}

/* Whether something before a single letter or number says that it is a grade:
 * "grade C", "Maths B", "B, C", "(C)". */
static bool is_grade_place(const struct reader *reader, size_t at)
{
    const struct word *word = &reader->words.at[at];
    if (at == 0 || counts_passes(reader, at))
        return false;
    const bool named = word_is(reader, at - 1, KEY_GRADE) ||
                       word_is(reader, at - 1, KEY_GRADES);
    if (named || word->star)
        return true;
    if (is_subject(reader, at - 1))
        return word->kind == WORD_NUMBER || word->capital;
    if (reader->words.at[at - 1].used && word->before != '(')
        return word->kind == WORD_NUMBER || word->capital;
    if (word->kind == WORD_NUMBER)
        return is_of_unknown(reader, at);
    return word->capital && (word->before == '(' || ends_item(reader, at));
}

static bool read_single(struct reader *reader, size_t at)
{
    char text[GRADE_ROOM];
    grade_text(&reader->words.at[at], text);
    if (text[0] == '\0' || reader->words.at[at].used ||
        award_of(reader)->grade_count == 0 || !is_grade_place(reader, at))
        return false;
    const struct grade *grade = grade_named(award_of(reader), text);
    if (grade)
        keep_grade(reader, grade, NULL);
    else
        reader->grades_odd = true;
    use_words(reader, at, at + 1);
    return true;
}

/* "ABB": a grade for each letter. */
static bool read_string(struct reader *reader, size_t at)
{
    const struct word *word = &reader->words.at[at];
    const size_t length = strlen(word->text);
    if (!word->capital || word->kind != WORD_TEXT || word->used ||
        length < STRING_LEAST || length > STRING_MOST || word->id != NO_WORD)
        return false;
    const struct grade *grades[STRING_MOST];
    for (size_t i = 0; i < length; i++) {
        const char text[] = {(char)toupper((unsigned char)word->text[i]), '\0'};
        grades[i] = grade_named(award_of(reader), text);
        if (!grades[i])
            return false;
    }
    for (size_t i = 0; i < length; i++)
        keep_grade(reader, grades[i], NULL);
    use_words(reader, at, at + 1);
    return true;
}

static void find_grades(struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count; at++) {
        if (reader->grades_seen == 0)
            reader->grade_first = (uint8_t)at;
        const size_t taken = read_range(reader, at);
        if (taken > 0) {
            use_words(reader, at, at + taken);
            at += taken - 1;
        } else if (!read_single(reader, at)) {
            (void)read_string(reader, at);
        }
    }
}

/* "C" and "Cs", straight behind what stands before it. */
static bool is_letter_behind(const struct reader *reader, size_t at)
{
    const struct word *word = &reader->words.at[at];
    const char text[] = {(char)toupper((unsigned char)word->text[0]), '\0'};
    const bool one = word->text[1] == '\0' || strcmp(word->text + 1, "s") == 0;
    return word->kind == WORD_TEXT && !word->before && one &&
           grade_named(award_of(reader), text) != NULL;
}

/* "4 A*-C, 3 D-E", "1 A, 2 Bs": a number straight before a letter counts. */
static void count_groups(struct reader *reader)
{
    for (size_t at = 0; at + 1 < reader->words.count; at++)
        if (is_free_count(reader, at) && is_letter_behind(reader, at + 1))
            take_count(reader, at);
}

/* ---- what is listed ---- */

static bool includes(const struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count; at++)
        if (word_is(reader, at, KEY_INCLUDING))
            return true;
    return false;
}

/* Phrases that stand beside a list of subjects and are no part of it. */
static const uint32_t elsewhere = CLASS(PHRASE_BODY) | CLASS(PHRASE_STATUS) |
                                  CLASS(PHRASE_HOME) | CLASS(PHRASE_FRAMEWORK);

/* "June 27", "June 2027". */
static bool is_day(const struct reader *reader, size_t at)
{
    return is_number(reader, at) && at > 0 &&
           phrase_at(reader, at - 1, CLASS(PHRASE_ORDINARY)) != NULL;
}

/* Whether the same words stood before: "Maths D, Maths C". */
static bool is_repeated(const struct reader *reader, size_t at)
{
    const struct phrase *subject = phrase_at(reader, at, CLASS(PHRASE_SUBJECT));
    for (size_t first = 0; first < at; first++)
        if (phrase_at(reader, first, CLASS(PHRASE_SUBJECT)) == subject)
            return true;
    return false;
}

/* The subjects of a plain list, and how often they are named; 0 when anything
 * else stands in it. */
static uint32_t listed_subjects(const struct reader *reader,
                                uint32_t *ret_named)
{
    uint32_t subjects = 0;
    *ret_named = 0;
    for (size_t at = 0; at < reader->words.count;) {
        const struct phrase *subject =
            phrase_at(reader, at, CLASS(PHRASE_SUBJECT));
        const bool known =
            reader->words.at[at].used || is_day(reader, at) ||
            reader->words.at[at].kind == WORD_YEAR ||
            mark_over(reader, at, elsewhere) != NULL ||
            phrase_at(reader, at, CLASS(PHRASE_ORDINARY)) != NULL;
        if (!subject && !known)
            return *ret_named = 0;
        *ret_named += subject != NULL;
        subjects += subject && !is_repeated(reader, at);
        at += subject ? subject->length : 1;
    }
    return subjects;
}

static bool has_range(const struct sg_title_reading *reading)
{
    for (uint32_t i = 0; i < reading->grade_count; i++)
        if (strchr(reading->grades[i], '-'))
            return true;
    return false;
}

/* What a list has from its first grade on. */
static uint32_t items_from_grade(const struct reader *reader)
{
    uint32_t items = 1;
    for (size_t at = reader->grade_first + 1u; at < reader->words.count; at++)
        items += reader->words.at[at].before == ',' ||
                 reader->words.at[at].before == ';';
    return items;
}

/* Without a number, what is listed is counted, where the list is plain; grades
 * of what nobody knows only where no item goes without. */
static void count_list(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    if (reading->count != 0 || includes(reader))
        return;
    uint32_t named;
    const uint32_t subjects = listed_subjects(reader, &named);
    const uint32_t grades = has_range(reading) ? 0 : reader->grades_seen;
    const bool agree = grades <= 1 || subjects == 0 || grades == named;
    if (subjects == 1 && is_plural(reader) && grades != 1)
        return;
    if (subjects > 0 && agree)
        reading->count = subjects;
    else if (subjects == 0 && grades > 1 && items_from_grade(reader) <= grades)
        reading->count = grades;
}

/* Five at C and one at D are five at C: level 2, and full. */
static void weigh_singles(struct reader *reader)
{
    const struct sg_title_reading *reading = reader->reading;
    uint32_t good = 0;
    for (uint32_t i = 0; i < reading->grade_count; i++) {
        const struct grade *grade =
            grade_named(award_of(reader), reading->grades[i]);
        good += grade && grade->rqf == SG_RQF_2;
    }
    if (good >= FULL_LEAST && reading->count >= good)
        reader->grades.min = reader->grades.max = SG_RQF_2;
}

/* "all C"; "C and above, including English", but not "including English at C
 * and above". */
static bool says_all(const struct reader *reader)
{
    bool including = false;
    for (size_t at = 0; at < reader->words.count; at++) {
        const char *text = reader->words.at[at].text;
        including = including || word_is(reader, at, KEY_INCLUDING);
        if (strcmp(text, "all") == 0 ||
            (!including && strcmp(text, "above") == 0))
            return true;
    }
    return false;
}

/* "6 GCSEs including English B and Maths C" says nothing of the other four. */
static bool is_partly_graded(const struct reader *reader)
{
    const struct sg_title_reading *reading = reader->reading;
    const uint32_t grades = reader->grades_seen;
    if (grades == 0 || has_range(reading) || says_all(reader))
        return false;
    if (includes(reader))
        return true;
    return grades > 1 && reading->count > 0 && grades != reading->count;
}

void school_read(struct reader *reader)
{
    const struct award *award = award_of(reader);
    if (!award || !award->counted)
        return;
    counts_before(reader);
    count_after(reader);
    count_groups(reader);
    find_grades(reader);
    count_apart(reader);
    count_list(reader);
    weigh_singles(reader);
    if (is_partly_graded(reader))
        reader->grades = award->rqf;
    if (reader->conflict)
        reader->reading->count = 0;
}
