/* SPDX-License-Identifier: MIT */
/* What no table can say of a person file: dates, levels, words that only
 * warn. */
#include "read/person_check.h"

#include "read/ofqual.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Dates. */
bool fits_date_of_any_length(const char *text)
{
    static const char pattern[] = "9999-99-99";
    const size_t length = strlen(text);
    if (length != strlen("9999") && length != strlen("9999-99") &&
        length != strlen(pattern))
        return false;
    for (size_t i = 0; i < length; i++)
        if (pattern[i] == '9' ? !is_digit(text[i]) : text[i] != pattern[i])
            return false;
    return true;
}

static bool is_in_calendar(struct checker *checker, const json_t *value)
{
    struct date date;
    if (date_read(json_string_value(value), &date))
        return true;
    checker_error(checker, "out-of-range",
                  "There is no such date in the calendar from 1900 to 2999; "
                  "correct it.");
    return false;
}

void check_day(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    is_in_calendar(checker, value);
}

/* A first date that is missing or wrong is told in its own place, if at all.
 */
static void check_order(struct checker *checker, const json_t *entry,
                        const char *first_key, const json_t *value)
{
    struct date first, last;
    const char *text = json_string_value(json_object_get(entry, first_key));
    if (!is_in_calendar(checker, value) || !text || !date_read(text, &first))
        return;
    date_read(json_string_value(value), &last);
    if (date_compare(last, first) < 0)
        checker_error(checker, "wrong-order",
                      "This is before '%s'; correct the one or the other.",
                      first_key);
}

void check_to(struct checker *checker, json_t *post, json_t *value)
{
    check_order(checker, post, "from", value);
}

/* What runs out began as an award, an issue or a course. */
void check_expires(struct checker *checker, json_t *entry, json_t *value)
{
    static const char *const beginnings[] = {"awarded", "issued", "completed"};
    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
        if (json_object_get(entry, beginnings[i])) {
            check_order(checker, entry, beginnings[i], value);
            return;
        }
    is_in_calendar(checker, value);
}

/* Words of which there may be more than this program knows: a warning, and a
 * person is asked. */
static void warn_of_word(struct checker *checker, const json_t *value,
                         const char *const *words, const char *noun)
{
    char list[256] = "", hint[HINT_ROOM];
    const char *text = json_string_value(value);
    size_t count = 0, used = 0;
    for (; words[count]; count++) {
        if (strcmp(words[count], text) == 0)
            return;
        if (used < sizeof(list))
            used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%s",
                                     count ? ", " : "", words[count]);
    }
    checker_hint(checker, text, words, count, hint);
    checker_warning(checker, "unknown-word",
                    "This %s is not among those that are known (%s), so a "
                    "person will be asked.%s",
                    noun, list, hint);
}

void check_type(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    warn_of_word(checker, value, person_types + 1, "type");
}

void check_size(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    warn_of_word(checker, value, person_sizes, "size");
}

void check_scale(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    const char *names[SCALE_COUNT] = {NULL};
    for (int i = SCALE_NONE + 1; i < SCALE_COUNT; i++)
        names[i - 1] = scale_name((enum scale_id)i);
    warn_of_word(checker, value, names, "scale");
}

void check_person_level(struct checker *checker, json_t *entry, json_t *value)
{
    const struct person_check *check = checker->context;
    const struct reference *reference = check->reference;
    const char *name = json_string_value(json_object_get(entry, "scale"));
    const enum scale_id scale = name ? scale_from_name(name) : SCALE_NONE;
    const unsigned level = (unsigned)json_number_value(value);
    char levels[96];
    if (scale == SCALE_NONE ||
        reference_level(reference, scale, level).min > 0 ||
        level_is_entry(reference->levels[scale], level))
        return;
    reference_list_levels(reference, scale, levels, sizeof(levels));
    checker_error(checker, "bad-level",
                  "There is no such level on this scale; its levels are %s. "
                  "Correct the level or the scale.",
                  levels);
}

void check_count(struct checker *checker, json_t *entry, json_t *value)
{
    const json_t *grades = json_object_get(entry, "grades");
    const size_t listed = json_array_size(grades);
    if (listed > 0 && (double)listed != json_number_value(value))
        checker_warning(checker, "contradiction",
                        "'count' and the number of 'grades' differ; correct "
                        "the one or the other.");
}

void check_number_of(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    if (!ofqual_check_fits(json_string_value(value)))
        checker_warning(checker, "check-character",
                        "The last character does not fit the others, so a "
                        "digit of this qualification number may be wrong; "
                        "compare it with the certificate.");
}

/* A criterion that a newer list may have: it is kept, and matches nothing. */
void check_criterion(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    const struct person_check *check = checker->context;
    const struct names *criteria = &check->criteria;
    const char *text = json_string_value(value);
    char hint[HINT_ROOM];
    if (names_index(criteria, text) != NAMES_NONE)
        return;
    checker_hint(checker, text, criteria->ids, criteria->count, hint);
    checker_warning(checker, "unknown-criterion",
                    "This is not one of the criteria that councils share, so "
                    "it counts for no line; use an id of "
                    "reference/criteria.json.%s",
                    hint);
}

/* An answer says who decided: nobody can be called what the program is. */
void check_confirmer(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    const char *text = json_string_value(value);
    if (strcmp(text, "engine") == 0 || strncmp(text, "plugin:", 7) == 0)
        checker_error(checker, "bad-name",
                      "A confirmation needs the name of a person; write who "
                      "confirmed it.");
}
