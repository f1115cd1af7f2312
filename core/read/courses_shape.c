/* SPDX-License-Identifier: MIT */
/* The tables of a catalogue of courses, noun by noun as in the schema. */
#include "read/courses_check.h"

#include "model/person.h"
#include "read/ofqual.h"

/* A requirement tree may name roles and the like, and is told that there are
 * none. */
const char *const course_nouns[COURSES_NOUN_COUNT] = {
    [NOUN_NONE] = "",
    [NOUN_DOCUMENT] = "document",
    [NOUN_AREA] = "area",
    [NOUN_SECTION] = "section",
    [NOUN_SCALE] = "scale",
    [NOUN_FAMILY] = "family",
    [NOUN_ROLE] = "role",
    [NOUN_LINE] = "line",
    [NOUN_CRITERION] = "criterion",
    [COURSES_SOURCE] = "source",
    [COURSES_FUND] = "fund",
    [COURSES_COURSE] = "course",
};

enum { MOST_STUDY_HOURS = 60 /* in a week */, MOST_GROUP_SEATS = 1000 };

#define ID                                                                     \
    .kind = SHAPE_TEXT, .most = 96, .fits = fits_id,                           \
    .remedy = "lower-case letters and digits, with single hyphens between "    \
              "them"
#define SOME .kind = SHAPE_ARRAY, .most = LIMIT_COURSE_LIST

/* Texts and dates. */
static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape title = {.kind = SHAPE_TEXT, .least = 1, .most = 200};
static const struct shape sentence = {
    .kind = SHAPE_TEXT, .least = 1, .most = 400};
const struct shape course_note = {.kind = SHAPE_TEXT, .least = 1, .most = 2000};
static const struct shape date = {
    .kind = SHAPE_TEXT,
    .fits = fits_date,
    .remedy = "a day as year-month-day, such as 2026-11-22",
    .check = check_date};
static const struct shape number_of_standard = {
    .kind = SHAPE_TEXT, .least = 1, .most = 32};

/* Where a figure is from. A council names its own source in words. */
static const struct shape source_id = {ID, .defines = COURSES_SOURCE};
static const struct shape source_ref = {
    .kind = SHAPE_TEXT, .least = 1, .most = 128, .refers = COURSES_SOURCE};

static const struct shape *choose_source(struct checker *checker, json_t *value)
{
    (void)value;
    const struct courses_check *check = checker->context;
    return check->own ? &title : &source_ref;
}

static const struct shape source = {.kind = SHAPE_CHOICE,
                                    .choose = choose_source};
#define SOURCED                                                                \
    {"source", &source, false},                                                \
    {                                                                          \
        "assumed", &flag, false                                                \
    }

static const struct field source_fields[] = {{"id", &source_id, REQUIRED},
                                             {"title", &sentence, REQUIRED},
                                             {"as_of", &date, REQUIRED},
                                             {"assumed", &flag, false},
                                             {0}};
static const struct shape one_source = {.kind = SHAPE_OBJECT,
                                        .fields = source_fields};
static const struct shape sources = {SOME, .least = 1, .items = &one_source};

/* Money, in pounds. */
#define POUNDS                                                                 \
    .kind = SHAPE_DECIMAL, .most = LIMIT_COURSE_POUNDS, .check = check_money
static const struct shape pounds = {POUNDS};
static const struct field price_fields[] = {{"typical", &pounds, REQUIRED},
                                            {"least", &pounds, REQUIRED},
                                            {"most", &pounds, REQUIRED},
                                            SOURCED,
                                            {0}};
static const struct shape price = {
    .kind = SHAPE_OBJECT, .fields = price_fields, .check = check_sourced_price};

static const struct field price_own_fields[] = {{"typical", &pounds, REQUIRED},
                                                {"least", &pounds, REQUIRED},
                                                {"most", &pounds, REQUIRED},
                                                {0}};
static const struct shape price_own = {
    .kind = SHAPE_OBJECT, .fields = price_own_fields, .check = check_price};

static const struct shape *choose_price(struct checker *checker, json_t *value)
{
    (void)checker;
    return json_is_object(value) ? &price_own : &pounds;
}

const struct shape course_price_own = {.kind = SHAPE_CHOICE,
                                       .choose = choose_price};

static const struct shape group_seats = {
    .kind = SHAPE_NUMBER, .least = LEAST_GROUP_SEATS, .most = MOST_GROUP_SEATS};
static const struct field group_fields[] = {{"seats", &group_seats, REQUIRED},
                                            {"price", &pounds, REQUIRED},
                                            SOURCED,
                                            {0}};
static const struct shape group = {
    .kind = SHAPE_OBJECT, .fields = group_fields, .check = check_sourced_group};

static const struct field group_own_fields[] = {
    {"seats", &group_seats, REQUIRED}, {"price", &pounds, REQUIRED}, {0}};
const struct shape course_group_own = {
    .kind = SHAPE_OBJECT, .fields = group_own_fields, .check = check_group};

/* Time. */
static const struct shape whole_hours = {.kind = SHAPE_NUMBER,
                                         .most = LIMIT_COURSE_HOURS};
static const struct field hours_fields[] = {{"guided", &whole_hours, false},
                                            {"total", &whole_hours, REQUIRED},
                                            {"paid", &flag, false},
                                            SOURCED,
                                            {0}};
static const struct shape hours = {
    .kind = SHAPE_OBJECT, .fields = hours_fields, .check = check_sourced_hours};
static const struct field hours_own_fields[] = {
    {"guided", &whole_hours, false}, {"total", &whole_hours, REQUIRED}, {0}};
const struct shape course_hours_own = {
    .kind = SHAPE_OBJECT, .fields = hours_own_fields, .check = check_hours};

const struct shape course_months_own = {.kind = SHAPE_NUMBER,
                                        .most = LIMIT_COURSE_MONTHS};
static const struct field months_fields[] = {
    {"typical", &course_months_own, REQUIRED}, SOURCED, {0}};
static const struct shape months = {
    .kind = SHAPE_OBJECT, .fields = months_fields, .check = check_sourced};

const struct shape course_study_hours = {
    .kind = SHAPE_DECIMAL, .least = 1, .most = MOST_STUDY_HOURS};
static const struct field study_fields[] = {
    {"value", &course_study_hours, REQUIRED}, SOURCED, {0}};
static const struct shape study = {
    .kind = SHAPE_OBJECT, .fields = study_fields, .check = check_sourced};
static const struct field usual_fields[] = {{"hours", &whole_hours, REQUIRED},
                                            {"price", &pounds, REQUIRED},
                                            SOURCED,
                                            {0}};
static const struct shape usual = {
    .kind = SHAPE_OBJECT, .fields = usual_fields, .check = check_sourced};

/* Funds. */
static const struct shape fund_id = {ID, .defines = COURSES_FUND};
static const struct field fund_fields[] = {
    {"id", &fund_id, REQUIRED},
    {"title", &title, REQUIRED},
    {"pays", &sentence, REQUIRED},
    {"who", &sentence, REQUIRED},
    {"employee_pays", &sentence, REQUIRED},
    SOURCED,
    {0}};
static const struct shape fund = {
    .kind = SHAPE_OBJECT, .fields = fund_fields, .check = check_sourced};
static const struct shape funds = {SOME, .items = &fund};

static const struct shape fund_ref = {
    .kind = SHAPE_TEXT, .least = 1, .most = 128, .refers = COURSES_FUND};
static const struct shape fund_id_own = {ID};

static const struct shape *choose_fund(struct checker *checker, json_t *value)
{
    (void)value;
    const struct courses_check *check = checker->context;
    return check->own ? &fund_id_own : &fund_ref;
}

static const struct shape fund_named = {.kind = SHAPE_CHOICE,
                                        .choose = choose_fund};
static const struct field course_fund_fields[] = {
    {"fund", &fund_named, REQUIRED},
    {"opens", &date, false},
    {"ends", &date, false},
    {0}};
static const struct shape course_fund = {.kind = SHAPE_OBJECT,
                                         .fields = course_fund_fields,
                                         .check = check_course_dates};
static const struct shape course_funds = {SOME, .items = &course_fund};

/* Awards. */
static const struct shape award_number = {
    .kind = SHAPE_TEXT,
    .fits = ofqual_fits,
    .remedy = "seven digits and a last character with slashes, such as "
              "601/3607/8",
    .check = check_award_number};
static const struct field award_fields[] = {{"number", &award_number, REQUIRED},
                                            {"body", &title, REQUIRED},
                                            {"opens", &date, false},
                                            {"closes", &date, false},
                                            {"source", &source, false},
                                            {"funding", &course_funds, false},
                                            {0}};
static const struct shape award = {
    .kind = SHAPE_OBJECT, .fields = award_fields, .check = check_award};
static const struct shape awards = {SOME, .items = &award};

/* What a course gives: a qualification as a person file has it. */
static const char *const scale_words[] = {"RQF",  "NVQ", "SVQ", "SCQF",
                                          "CQFW", "EQF", NULL};
static const struct shape type = {.kind = SHAPE_TEXT,
                                  .words = person_types + 1};
static const struct shape scale = {.kind = SHAPE_TEXT, .words = scale_words};
static const struct shape size = {.kind = SHAPE_TEXT, .words = person_sizes};
static const struct shape level = {.kind = SHAPE_NUMBER,
                                   .least = 1,
                                   .most = HIGHEST_LEVEL,
                                   .check = check_gives_level};
static const struct shape subject = {
    .kind = SHAPE_TEXT,
    .fits = fits_subject_code,
    .remedy = "a sector subject area: two digits, a point and a digit, such "
              "as 15.2"};
static const struct field qualification_fields[] = {
    {"type", &type, REQUIRED},
    {"level", &level, REQUIRED},
    {"scale", &scale, REQUIRED},
    {"size", &size, false},
    {"subject", &subject, false},
    {"title", &title, false},
    {0}};
static const struct shape qualification = {.kind = SHAPE_OBJECT,
                                           .fields = qualification_fields};

static const struct shape criterion = {.kind = SHAPE_TEXT,
                                       .least = 1,
                                       .most = 96,
                                       .refers = NOUN_CRITERION,
                                       .advice = criterion_advice};
static const struct shape criteria = {SOME, .unique = true, .least = 1,
                                      .items = &criterion};
static const struct shape plain_id = {ID};
static const struct field work_fields[] = {
    {"supervises", &flag, false}, {"area", &plain_id, false}, {0}};
static const struct shape work = {
    .kind = SHAPE_OBJECT, .fields = work_fields, .check = check_gives_work};
static const struct field gives_fields[] = {
    {"qualification", &qualification, false},
    {"credential", &plain_id, false},
    {"criteria", &criteria, false},
    {"experience", &work, false},
    {0}};
static const struct shape gives = {
    .kind = SHAPE_OBJECT, .fields = gives_fields, .check = check_gives};

/* What is usually asked for to start. */
static const struct shape *choose_needs(struct checker *checker, json_t *value)
{
    (void)checker;
    (void)value;
    return &needs_shape;
}

static const struct shape requires = {
    .kind = SHAPE_CHOICE, .choose = choose_needs, .check = check_requires};

/* Courses. */
static const struct shape kinds_of_work = {.kind = SHAPE_ARRAY,
                                           .unique = true,
                                           .least = 1,
                                           .most = LIMIT_COURSE_WORK,
                                           .items = &plain_id};
static const char *const kind_words[] = {"qualification", "apprenticeship",
                                         "training", "on-the-job", NULL};
static const struct shape kind = {.kind = SHAPE_TEXT, .words = kind_words};
static const struct shape course_id = {ID, .defines = COURSES_COURSE};
static const struct field course_fields[] = {
    {"id", &course_id, REQUIRED},
    {"title", &title, REQUIRED},
    {"kind", &kind, REQUIRED},
    {"reference", &number_of_standard, false},
    {"note", &course_note, false},
    {"needs_work", &flag, false},
    {"evidence_from", &criterion, false},
    {"work", &kinds_of_work, false},
    {"opens", &date, false},
    {"closes", &date, false},
    {"source", &source, false},
    {"gives", &gives, REQUIRED},
    {"hours", &hours, false},
    {"months", &months, REQUIRED},
    {"price", &price, REQUIRED},
    {"group", &group, false},
    {"requires", &requires, false},
    {"requires_source", &source, false},
    {"awards", &awards, false},
    {"funding", &course_funds, false},
    {0}};
const struct shape course_shape = {.kind = SHAPE_OBJECT,
                                   .fields = course_fields,
                                   .begin = course_begin,
                                   .check = check_course};
static const struct shape course_list = {
    .kind = SHAPE_ARRAY, .most = LIMIT_COURSES, .items = &course_shape};

static const struct field file_fields[] = {
    {"$schema", &any_text, false},
    {"format", &any_text, REQUIRED},
    {"version", &word_text, REQUIRED},
    {"as_of", &date, REQUIRED},
    {"note", &course_note, false},
    {"sources", &sources, REQUIRED},
    {"study_hours_per_week", &study, REQUIRED},
    {"usual_training", &usual, REQUIRED},
    {"funding", &funds, REQUIRED},
    {"courses", &course_list, REQUIRED},
    {0}};
const struct shape courses_shape = {.kind = SHAPE_OBJECT,
                                    .fields = file_fields};
