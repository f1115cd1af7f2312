/* SPDX-License-Identifier: MIT */
/* Until when it is good, where the title says so: "expires 03/2027".
 *
 * A date is taken only where its words leave no other: "03/12" may be a day in
 * December or a month of 2012. What is not sure stays open. */
#include "quals/reader.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_MOST = 31, MONTHS = 12, CENTURY = 100, LONG_AGO = 70 };

static const char *const sayings[] = {
    "expires",        "expire",        "expiry",       "expiring",
    "expiration",     "expired",       "exp",          "valid until",
    "valid till",     "valid to",      "valid thru",   "valid through",
    "valid up to",    "in date until", "in date till", "in date to",
    "renew by",       "renewal due",   "renewal date", "due renewal",
    "due for renewal"};

/* A word as it stands, or as it was meant. */
static bool reads(const struct reader *reader, size_t at, const char *text,
                  size_t length)
{
    const struct word *word = &reader->words.at[at];
    const char *meant =
        word->id == NO_WORD ? word->text : reader->quals->words[word->id];
    return (strlen(word->text) == length &&
            strncmp(word->text, text, length) == 0) ||
           (strlen(meant) == length && strncmp(meant, text, length) == 0);
}

static bool reads_any(const struct reader *reader, size_t at,
                      const char *const *texts, size_t count)
{
    for (size_t i = 0; at < reader->words.count && i < count; i++)
        if (reads(reader, at, texts[i], strlen(texts[i])))
            return true;
    return false;
}

#define READS_ANY(reader, at, texts)                                           \
    reads_any(reader, at, texts, sizeof(texts) / sizeof((texts)[0]))

/* How many words of a saying stand here; 0: it is not said. */
static size_t said_at(const struct reader *reader, size_t first,
                      const char *saying)
{
    size_t words = 0;
    while (*saying) {
        const size_t length = strcspn(saying, " ");
        if (first + words >= reader->words.count ||
            !reads(reader, first + words, saying, length))
            return 0;
        words++;
        saying += length + strspn(saying + length, " ");
    }
    return words;
}

/* "no expiry", "does not expire", "doesn't expire". */
static bool is_denied(const struct reader *reader, size_t first)
{
    static const char *const denials[] = {"no",  "not",     "never",
                                          "non", "without", "t"};
    return first > 0 && READS_ANY(reader, first - 1, denials);
}

/* ---- the date ---- */

/* A date on its way: parts that are not said are 0. */
struct day {
    unsigned year, month, day;
    size_t end; /* the word behind it */
};

/* Behind the last word stands one that says nothing. */
static const struct word *word_at(const struct reader *reader, size_t at)
{
    static const struct word none = {.kind = WORD_TEXT, .id = NO_WORD};
    return at < reader->words.count ? &reader->words.at[at] : &none;
}

static bool is_two_digits(const struct word *word)
{
    return word->kind == WORD_NUMBER && strlen(word->text) == 2;
}

/* Whether a number stands here as the next part of a date in numbers. */
static bool goes_on(const struct word *word)
{
    return word->kind != WORD_TEXT &&
           (word->before == '/' || word->before == '-' || word->before == '.');
}

/* The year at a word; of two digits where they are above `above`, or where a
 * mark says so: "'27". 0: none. */
static unsigned year_at(const struct reader *reader, size_t at, unsigned above)
{
    const struct word *word = word_at(reader, at);
    if (word->kind == WORD_YEAR)
        return word->number;
    if (!is_two_digits(word) || (word->number <= above && word->before != '\''))
        return 0;
    return 19 * CENTURY + word->number +
           (word->number < LONG_AGO ? CENTURY : 0u);
}

/* "2027", "2027-03", "2027-03-31"; not "2027/28" and "2027 - 3 days". */
static bool read_year_first(const struct reader *reader, size_t at,
                            struct day *day)
{
    unsigned *const parts[] = {&day->month, &day->day};
    day->year = word_at(reader, at++)->number;
    for (size_t i = 0; i < 2 && goes_on(word_at(reader, at)); i++) {
        if (!is_two_digits(word_at(reader, at)))
            return false;
        *parts[i] = word_at(reader, at++)->number;
    }
    day->end = at;
    return true;
}

static size_t behind_ordinal(const struct reader *reader, size_t at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    return at + READS_ANY(reader, at, endings);
}

/* "31 March 2027", "31/03/27", "03/2027", "03/27"; not "03/12" and "27/03". */
static bool read_number_first(const struct reader *reader, size_t at,
                              struct day *day)
{
    const unsigned first = word_at(reader, at)->number;
    const size_t next = behind_ordinal(reader, at + 1);
    const struct word *second = word_at(reader, next);
    const unsigned month =
        second->kind == WORD_TEXT ? month_named(second) : second->number;
    const struct word *third = word_at(reader, next + 1);

    if (second->kind == WORD_YEAR || (goes_on(second) && !goes_on(third))) {
        *day = (struct day){.year = year_at(reader, next, MONTHS),
                            .month = first,
                            .end = next + 1};
        return true;
    }
    if (second->kind == WORD_NUMBER && !goes_on(second))
        return false;
    *day = (struct day){.year = year_at(reader, next + 1, 0),
                        .month = month,
                        .day = first,
                        .end = next + 2};
    return month > 0;
}

/* "March 2027", "March 31st 2027", "Mar '27"; not "Mar 27". */
static bool read_month_first(const struct reader *reader, size_t at,
                             struct day *day)
{
    const size_t next = behind_ordinal(reader, at + 2);
    const bool has_day = word_at(reader, at + 1)->kind == WORD_NUMBER &&
                         word_at(reader, next)->kind == WORD_YEAR;

    day->month = month_named(word_at(reader, at));
    if (has_day)
        day->day = word_at(reader, at + 1)->number;
    const size_t year = has_day ? next : at + 1;
    day->year = year_at(reader, year, DAYS_MOST);
    day->end = year + 1;
    return day->month > 0;
}

/* The words that a date takes; 0: there is none that can be read. */
static size_t read_day(const struct reader *reader, size_t at,
                       struct date *ret_date)
{
    enum { DAY_ROOM = 40 };
    struct day day = {0};
    char text[DAY_ROOM];
    bool found = false;
    switch (word_at(reader, at)->kind) {
    case WORD_YEAR:
        found = read_year_first(reader, at, &day);
        break;
    case WORD_NUMBER:
        found = read_number_first(reader, at, &day);
        break;
    default:
        found = read_month_first(reader, at, &day);
        break;
    }
    if (day.day > 0)
        snprintf(text, sizeof(text), "%04u-%02u-%02u", day.year, day.month,
                 day.day);
    else if (day.month > 0)
        snprintf(text, sizeof(text), "%04u-%02u", day.year, day.month);
    else
        snprintf(text, sizeof(text), "%04u", day.year);
    return found && date_read(text, ret_date) ? day.end - at : 0;
}

/* ---- what is said ---- */

/* Words between a saying and its date: "expiry date: end of March 2027". */
static size_t behind_small_words(const struct reader *reader, size_t at)
{
    static const char *const small[] = {"date", "on",  "in", "by", "at",
                                        "the",  "end", "of", "is", "was"};
    while (READS_ANY(reader, at, small))
        at++;
    return at;
}

/* What is said of it is said: "renewal due" is not due to be completed. */
static void forget_status(struct reader *reader, size_t first, size_t end)
{
    size_t kept = 0;
    for (size_t i = 0; i < reader->mark_count; i++) {
        const struct mark mark = reader->marks[i];
        if (mark.class != PHRASE_STATUS || mark.first < first ||
            mark.first >= end)
            reader->marks[kept++] = mark;
    }
    reader->mark_count = kept;
}

static bool same_day(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Two dates, and what came after it ran out, leave it open. */
static void take_day(struct reader *reader, struct date date, size_t end)
{
    static const char *const again[] = {"renewed", "refreshed", "extended",
                                        "updated", "retaken",   "requalified"};
    if (reader->expires.year != 0 && !same_day(reader->expires, date))
        reader->expiry_unclear = true;
    reader->expires = date;
    for (size_t at = end; at < reader->words.count; at++)
        if (READS_ANY(reader, at, again))
            reader->expiry_unclear = true;
}

/* "exp" may be experience as well, or what is expected; and a card may run out
 * that was given for what does not. */
static bool is_weak(const struct reader *reader, size_t first)
{
    static const char *const things[] = {"card", "registration", "contract",
                                         "permit"};
    return reads(reader, first, "exp", strlen("exp")) ||
           (first > 0 && READS_ANY(reader, first - 1, things));
}

static void read_saying(struct reader *reader, size_t first, size_t words)
{
    const bool weak = is_weak(reader, first);
    const size_t at = behind_small_words(reader, first + words);
    struct date date;
    const size_t taken = read_day(reader, at, &date);
    if (taken == 0) {
        reader->expiry_unclear = reader->expiry_unclear || !weak;
        return;
    }
    reader->expires_weak = weak;
    use_words(reader, at, at + taken);
    forget_status(reader, first, at + taken);
    take_day(reader, date, at + taken);
}

void expiry_find(struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count; at++)
        for (size_t i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++) {
            const size_t words = said_at(reader, at, sayings[i]);
            if (words == 0 || is_denied(reader, at))
                continue;
            read_saying(reader, at, words);
            break;
        }
}

/* Whether a membership or a licence stands beside a qualification: it is what
 * runs out, or not. */
static bool is_beside(const struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    return mark && !reader->quals->credentials[mark->index].qualification &&
           (reader->award != NO_MARK || reader->statement_count > 0);
}

bool expiry_is_open(const struct reader *reader)
{
    const struct sg_title_reading *reading = reader->reading;
    if (reader->expires.year == 0)
        return reader->expiry_unclear;
    return reader->expiry_unclear || reading->several || is_beside(reader) ||
           (reader->expires_weak && reading->valid_months == 0);
}
