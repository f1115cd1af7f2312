/* SPDX-License-Identifier: MIT */
/* What no table can say of a catalogue of courses: how its parts fit. */
#include "read/courses_check.h"
#include "read/ofqual.h"

#include <stdio.h>
#include <string.h>

bool courses_note_criteria(struct courses_check *check)
{
    const struct reference *reference = check->framework.reference;
    for (uint16_t i = 0; i < reference->criterion_count; i++)
        if (!names_add(&check->names[NOUN_CRITERION], reference->criteria[i].id,
                       &reference->criteria[i]))
            return false;
    return true;
}

void courses_check_done(struct courses_check *check)
{
    framework_check_done(&check->framework);
    for (size_t i = 0; i < COURSES_NOUN_COUNT; i++)
        names_done(&check->names[i]);
    names_done(&check->numbers);
}

/* ---- sources and dates ---- */

static void check_named_source(struct checker *checker, const json_t *object,
                               const char *key)
{
    const struct courses_check *check = checker->context;
    if (!check->own && !json_object_get(object, key))
        checker_error(checker, "missing-field",
                      "The field '%s' is missing here; name the entry of "
                      "'sources' that says this, or one that says who "
                      "assumed it.",
                      key);
}

void check_sourced(struct checker *checker, json_t *parent, json_t *figure)
{
    (void)parent;
    check_named_source(checker, figure, "source");
}

/* Days that are written as they should be stand in the order of their text. */
static void check_order(struct checker *checker, const json_t *object,
                        const char *first_key, const char *last_key)
{
    const char *first = json_string_value(json_object_get(object, first_key));
    const char *last = json_string_value(json_object_get(object, last_key));
    if (!first || !last || !fits_date(first) || !fits_date(last) ||
        strcmp(first, last) <= 0)
        return;
    checker_error(checker, "wrong-order",
                  "'%s' is before '%s'; correct the one or the other.",
                  last_key, first_key);
}

void check_course_dates(struct checker *checker, json_t *parent, json_t *value)
{
    (void)parent;
    check_order(checker, value, "opens", "closes");
    check_order(checker, value, "opens", "ends");
}

/* ---- awards ---- */

void check_award(struct checker *checker, json_t *parent, json_t *award)
{
    check_sourced(checker, parent, award);
    check_course_dates(checker, parent, award);
}

void check_award_number(struct checker *checker, json_t *award, json_t *value)
{
    struct courses_check *check = checker->context;
    const char *number = json_string_value(value);
    if (!ofqual_check_fits(number))
        checker_warning(checker, "check-character",
                        "The last character does not fit the others, so a "
                        "digit of this qualification number may be wrong; "
                        "compare it with the register.");
    if (names_index(&check->numbers, number) != NAMES_NONE)
        checker_error(checker, "duplicate-number",
                      "Another award of this file has the number %s already; "
                      "take one of the two out.",
                      number);
    else if (!names_add(&check->numbers, number, award))
        checker->failed = true;
}

/* ---- money and time ---- */

void check_money(struct checker *checker, json_t *parent, json_t *value)
{
    (void)parent;
    const double pence = json_number_value(value) * 100;
    const double over = pence - (double)(int64_t)(pence + 0.5);
    if (over > 1e-6 || over < -1e-6)
        checker_error(checker, "out-of-range",
                      "There is no coin of less than a penny; write pounds "
                      "with at most two digits after the point.");
}

void check_price(struct checker *checker, json_t *parent, json_t *price)
{
    (void)parent;
    const json_t *least = json_object_get(price, "least");
    const json_t *typical = json_object_get(price, "typical");
    const json_t *most = json_object_get(price, "most");
    if (!json_is_number(least) || !json_is_number(typical) ||
        !json_is_number(most))
        return;
    if (json_number_value(least) > json_number_value(typical) ||
        json_number_value(typical) > json_number_value(most))
        checker_error(checker, "wrong-order",
                      "'typical' does not lie between 'least' and 'most'; "
                      "correct the one that is wrong.");
}

void check_hours(struct checker *checker, json_t *parent, json_t *hours)
{
    (void)parent;
    const json_t *guided = json_object_get(hours, "guided");
    const json_t *total = json_object_get(hours, "total");
    if (json_is_number(guided) && json_is_number(total) &&
        json_number_value(guided) > json_number_value(total))
        checker_error(checker, "out-of-range",
                      "'guided' hours are part of 'total' and cannot be more; "
                      "correct the one or the other.");
}

/* What one seat costs: one number, or the typical one of three. */
static const json_t *seat_price(const json_t *course)
{
    const json_t *price = json_object_get(course, "price");
    return json_is_object(price) ? json_object_get(price, "typical") : price;
}

/* Sums of pounds are compared as pence are: 3 * 0.7 is less than 2.1. */
const char *group_oddity(double seats, double price, double seat,
                         char message[GROUP_ODDITY_ROOM])
{
    const double half_penny = 0.005, alone = seats * seat;
    if (price > alone + half_penny) {
        snprintf(message, GROUP_ODDITY_ROOM,
                 "The group costs %.2f pounds and as many single seats %.2f, "
                 "so nobody would buy it; correct it, or say in the course's "
                 "'price' what one seat costs.",
                 price, alone);
        return "dearer-group";
    }
    if (price > 0 && price < seat - half_penny) {
        snprintf(message, GROUP_ODDITY_ROOM,
                 "The group costs %.2f pounds and one seat alone %.2f; write "
                 "what all of it costs together, and not each of its seats.",
                 price, seat);
        return "cheaper-group";
    }
    return NULL;
}

void check_group(struct checker *checker, json_t *course, json_t *group)
{
    const json_t *seat = seat_price(course);
    const json_t *seats = json_object_get(group, "seats");
    const json_t *price = json_object_get(group, "price");
    char message[GROUP_ODDITY_ROOM];
    if (!json_is_number(seat) || !json_is_number(price) ||
        json_number_value(seats) < LEAST_GROUP_SEATS)
        return;
    const char *odd =
        group_oddity(json_number_value(seats), json_number_value(price),
                     json_number_value(seat), message);
    if (odd)
        checker_warning(checker, odd, "%s", message);
}

void check_sourced_group(struct checker *checker, json_t *course, json_t *group)
{
    check_sourced(checker, course, group);
    check_group(checker, course, group);
}

void check_sourced_price(struct checker *checker, json_t *parent, json_t *price)
{
    check_sourced(checker, parent, price);
    check_price(checker, parent, price);
}

void check_sourced_hours(struct checker *checker, json_t *parent, json_t *hours)
{
    check_sourced(checker, parent, hours);
    check_hours(checker, parent, hours);
}

/* ---- what a course gives ---- */

void check_gives_level(struct checker *checker, json_t *parent, json_t *value)
{
    const struct courses_check *check = checker->context;
    const struct reference *reference = check->framework.reference;
    const char *name = json_string_value(json_object_get(parent, "scale"));
    const enum scale_id scale = name ? scale_from_name(name) : SCALE_NONE;
    const unsigned level = (unsigned)json_number_value(value);
    char levels[96];
    if (scale == SCALE_NONE || reference_level(reference, scale, level).min > 0)
        return; /* a wrong scale is told as that */
    reference_list_levels(reference, scale, levels, sizeof(levels));
    checker_error(checker, "bad-level",
                  "%s has no level %u; its levels are %s.", name, level,
                  levels);
}

void check_gives_work(struct checker *checker, json_t *parent, json_t *work)
{
    (void)parent;
    if (!json_object_get(work, "area") &&
        !json_is_true(json_object_get(work, "supervises")))
        checker_error(checker, "gives-nothing",
                      "This names no work; say 'supervises': true, or the "
                      "kind of work in 'area'.");
}

void check_gives(struct checker *checker, json_t *parent, json_t *gives)
{
    (void)parent;
    if (json_object_get(gives, "qualification") ||
        json_object_get(gives, "credential") ||
        json_object_get(gives, "criteria") ||
        json_object_get(gives, "experience"))
        return;
    checker_error(checker, "gives-nothing",
                  "A course that gives nothing closes no gap; add the "
                  "'qualification', the 'credential', the 'criteria' or the "
                  "'experience' that it gives.");
}

/* ---- what is asked for to start ---- */

static void refuse_member(struct checker *checker, const json_t *node,
                          const char *key)
{
    if (!json_object_get(node, key))
        return;
    checker_enter(checker, key, 0);
    checker_error(checker, "misplaced-field",
                  "No council's roles, kinds of work or order of words stand "
                  "behind a course, so '%s' means nothing here; take it out.",
                  key);
    checker_leave(checker);
}

static void refuse_subject(struct checker *checker, const json_t *node)
{
    const char *word = json_string_value(json_object_get(node, "subject"));
    if (word && strcmp(word, "any") != 0)
        refuse_member(checker, node, "subject");
}

/* An op that there is not has been told. */
static void check_op(struct checker *checker, const json_t *node)
{
    const char *word = json_string_value(json_object_get(node, "op"));
    const struct needs_op *known = word ? needs_op_of(word) : NULL;
    if (!known || known->op == SG_ALL || known->op == SG_ANY ||
        known->op == SG_AT_LEAST || known->op == SG_QUALIFICATION ||
        known->op == SG_EXPERIENCE || known->op == SG_SKILL ||
        known->op == SG_CREDENTIAL)
        return;
    checker_enter(checker, "op", 0);
    checker_error(checker, "unknown-word",
                  "'%s' cannot be asked for to start a course; use "
                  "qualification, experience, skill or credential, or a group "
                  "(all, any, at-least) of these.",
                  word);
    checker_leave(checker);
}

static void check_node(struct checker *checker, const json_t *node)
{
    static const char *const framework_only[] = {"roles", "areas", "relevant",
                                                 "degree", "depth"};
    check_op(checker, node);
    for (size_t i = 0; i < sizeof(framework_only) / sizeof(*framework_only);
         i++)
        refuse_member(checker, node, framework_only[i]);
    refuse_subject(checker, node);
    const json_t *parts = json_object_get(node, "parts");
    if (!parts)
        return;
    checker_enter(checker, "parts", 0);
    for (size_t i = 0; i < json_array_size(parts); i++) {
        checker_enter(checker, NULL, i);
        check_node(checker, json_array_get(parts, i));
        checker_leave(checker);
    }
    checker_leave(checker);
}

void check_requires(struct checker *checker, json_t *parent, json_t *needs)
{
    (void)parent;
    check_node(checker, needs);
}

/* ---- a whole course ---- */

void course_begin(struct checker *checker, json_t *course)
{
    (void)course;
    struct courses_check *check = checker->context;
    check->framework.node_count = 0;
}

void check_course(struct checker *checker, json_t *parent, json_t *course)
{
    check_sourced(checker, parent, course);
    check_course_dates(checker, parent, course);
    if (json_object_get(course, "requires"))
        check_named_source(checker, course, "requires_source");
}
