/* SPDX-License-Identifier: MIT */
/* What a catalogue of courses must be like, shared by the files that read it
 * and by those that read a council's own numbers, which may hold courses too.
 *
 *     struct courses_check check = {.framework = {.reference = reference}};
 *     struct checker checker = {.context = &check, .nouns = course_nouns,
 *                               .names = check.names, ...};
 *     shape_check(&checker, &courses_shape, NULL, root);
 *     courses_check_done(&check);
 *
 * The tables follow data/schema/courses.schema.json. */
#ifndef READ_COURSES_CHECK_H
#define READ_COURSES_CHECK_H

#include "read/framework_check.h"

/* Behind those of a framework: requirement trees use its criteria. */
enum course_noun {
    COURSES_SOURCE = NOUN_COUNT,
    COURSES_FUND,
    COURSES_COURSE,
    COURSES_NOUN_COUNT
};

enum { LEAST_GROUP_SEATS = 2 /* one person is no group */ };

extern const char *const course_nouns[COURSES_NOUN_COUNT];

/* What is remembered while a file is checked: the checker's context. */
struct courses_check {
    struct framework_check framework; /* first: requirement trees look here */
    struct names names[COURSES_NOUN_COUNT];
    struct names numbers; /* of qualifications, so far */
    bool own; /* a council's: it may leave out sources, and then its own counts;
                 which funds there are is not known */
};

/* Notes the ids that a file may refer to; false without memory. */
bool courses_note_criteria(struct courses_check *check);
void courses_check_done(struct courses_check *check);

/* Shapes. */
extern const struct shape courses_shape; /* the whole file */
extern const struct shape course_shape;
extern const struct shape course_hours_own; /* of a council's change: */
extern const struct shape course_months_own;
extern const struct shape course_price_own; /* one price, or three */
extern const struct shape course_group_own;
extern const struct shape course_study_hours;
extern const struct shape course_note;

/* What no table can say: `begin`, `check` and `choose` functions. */
void course_begin(struct checker *checker, json_t *course);
void check_course(struct checker *checker, json_t *parent, json_t *course);
void check_sourced(struct checker *checker, json_t *parent, json_t *figure);
void check_course_dates(struct checker *checker, json_t *parent, json_t *value);
void check_award(struct checker *checker, json_t *parent, json_t *award);
void check_award_number(struct checker *checker, json_t *award, json_t *value);
void check_money(struct checker *checker, json_t *parent, json_t *value);
void check_price(struct checker *checker, json_t *parent, json_t *price);
void check_hours(struct checker *checker, json_t *parent, json_t *hours);
void check_group(struct checker *checker, json_t *parent, json_t *group);
void check_sourced_price(struct checker *checker, json_t *parent,
                         json_t *price);
void check_sourced_hours(struct checker *checker, json_t *parent,
                         json_t *hours);
void check_sourced_group(struct checker *checker, json_t *parent,
                         json_t *group);
void check_gives(struct checker *checker, json_t *parent, json_t *gives);
void check_gives_work(struct checker *checker, json_t *parent, json_t *work);
void check_gives_level(struct checker *checker, json_t *parent, json_t *value);
void check_requires(struct checker *checker, json_t *parent, json_t *needs);

/* What is odd about the price of a whole group beside that of one seat, in
 * pounds: a reason and a sentence, or NULL. */
enum { GROUP_ODDITY_ROOM = 256 };
const char *group_oddity(double seats, double price, double seat,
                         char message[GROUP_ODDITY_ROOM]);

#endif
