/* SPDX-License-Identifier: MIT */
/* The tables of a person file, list by list as in the schema. */
#include "read/person_check.h"

enum {
    MOST_LEVEL = 12,
    MOST_COUNT = 100,
    MOST_HOURS = 168, /* in a week */
    MOST_GRADES = 100
};

/* Texts. */
static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape long_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = 2000};
static const struct shape short_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = 128};
static const struct shape flag = {.kind = SHAPE_FLAG};

/* Dates. */
#define DATE                                                                   \
    .kind = SHAPE_TEXT, .fits = fits_date_of_any_length,                       \
    .remedy = "a year (1998), a month (1998-06) or a day (1998-06-30)"
static const struct shape date = {DATE, .check = check_day};
static const struct shape expires = {DATE, .check = check_expires};
static const struct shape to = {DATE, .check = check_to};

/* Qualifications. */
static const struct shape type = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_type};
static const struct shape scale = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_scale};
static const struct shape size = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_size};
static const struct shape level = {.kind = SHAPE_NUMBER,
                                   .least = 1,
                                   .most = MOST_LEVEL,
                                   .check = check_person_level};
static const struct shape count = {
    .kind = SHAPE_NUMBER, .least = 1, .most = MOST_COUNT, .check = check_count};
static const struct shape grade = {.kind = SHAPE_TEXT, .least = 1, .most = 16};
static const struct shape grades = {
    .kind = SHAPE_ARRAY, .most = MOST_GRADES, .items = &grade};
static const struct shape status = {.kind = SHAPE_TEXT,
                                    .words = person_statuses};
static const struct shape number = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_number_of};

static const struct field qualification_fields[] = {
    {"title", &long_text, false},
    {"type", &type, false},
    {"level", &level, false},
    {"scale", &scale, false},
    {"subject", &short_text, false},
    {"size", &size, false},
    {"count", &count, false},
    {"grades", &grades, false},
    {"country", &short_text, false},
    {"status", &status, false},
    {"awarded", &date, false},
    {"expected", &date, false},
    {"expires", &expires, false},
    {"number", &number, false},
    {0}};
static const struct shape qualification = {.kind = SHAPE_OBJECT,
                                           .fields = qualification_fields};

/* Experience. */
static const struct shape hours = {.kind = SHAPE_DECIMAL, .most = MOST_HOURS};
static const struct shape basis = {.kind = SHAPE_TEXT, .words = person_bases};
static const struct field post_fields[] = {{"role", &short_text, false},
                                           {"area", &short_text, false},
                                           {"title", &long_text, false},
                                           {"from", &date, false},
                                           {"to", &to, false},
                                           {"hours_per_week", &hours, false},
                                           {"basis", &basis, false},
                                           {"supervises", &flag, false},
                                           {0}};
static const struct shape post = {.kind = SHAPE_OBJECT, .fields = post_fields};

/* Skills, credentials, training. */
static const struct shape criterion = {
    .kind = SHAPE_TEXT, .least = 1, .most = 96, .check = check_criterion};
static const struct field skill_fields[] = {
    {"id", &criterion, REQUIRED}, {"level", &short_text, false}, {0}};
static const struct shape skill = {.kind = SHAPE_OBJECT,
                                   .fields = skill_fields};

static const struct field credential_fields[] = {{"id", &short_text, REQUIRED},
                                                 {"issued", &date, false},
                                                 {"expires", &expires, false},
                                                 {0}};
static const struct shape credential = {.kind = SHAPE_OBJECT,
                                        .fields = credential_fields};

static const struct field training_fields[] = {{"title", &long_text, false},
                                               {"criterion", &criterion, false},
                                               {"completed", &date, false},
                                               {"expires", &expires, false},
                                               {0}};
static const struct shape course = {.kind = SHAPE_OBJECT,
                                    .fields = training_fields};

/* Confirmations: without who and when, nothing is confirmed. */
static const char *const verdict_words[] = {"met", "ask", "unmet", NULL};
static const struct shape verdict = {.kind = SHAPE_TEXT,
                                     .words = verdict_words};
static const struct shape confirmer = {
    .kind = SHAPE_TEXT, .least = 1, .most = 2000, .check = check_confirmer};
static const struct field confirmation_fields[] = {
    {"line", &short_text, REQUIRED}, {"verdict", &verdict, REQUIRED},
    {"by", &confirmer, REQUIRED},    {"on", &date, REQUIRED},
    {"evidence", &long_text, false}, {"framework_version", &short_text, false},
    {"hash", &short_text, false},    {0}};
static const struct shape confirmation = {.kind = SHAPE_OBJECT,
                                          .fields = confirmation_fields};

/* The file. */
#define LIST .kind = SHAPE_ARRAY, .most = LIMIT_PERSON_ENTRIES
static const struct shape qualifications = {LIST, .items = &qualification};
static const struct shape experience = {LIST, .items = &post};
static const struct shape skills = {LIST, .items = &skill};
static const struct shape credentials = {LIST, .items = &credential};
static const struct shape training = {LIST, .items = &course};
static const struct shape confirmed = {LIST, .items = &confirmation};

static const struct field person_fields[] = {
    {"$schema", &any_text, false},
    {"format", &any_text, REQUIRED},
    {"name", &long_text, false},
    {"current_role", &short_text, false},
    {"qualifications", &qualifications, false},
    {"experience", &experience, false},
    {"skills", &skills, false},
    {"credentials", &credentials, false},
    {"training", &training, false},
    {"confirmed", &confirmed, false},
    {0}};
const struct shape person_shape = {.kind = SHAPE_OBJECT,
                                   .fields = person_fields};
