/* SPDX-License-Identifier: MIT */
/* What a person file must be like, shared by the files that read it.
 *
 *     struct checker checker = {.context = &check,
 *                               .private_values = true, ...};
 *     shape_check(&checker, &person_shape, NULL, root);
 *
 * The tables follow data/schema/person.schema.json list by list. No message
 * names a value of the file, for every value is about somebody. */
#ifndef READ_PERSON_CHECK_H
#define READ_PERSON_CHECK_H

#include "model/person.h"
#include "read/shape.h"

/* What the `check` functions look things up in: the checker's context. */
struct person_check {
    const struct reference *reference;
    struct names criteria; /* their ids */
};

/* The whole file. */
extern const struct shape person_shape;

/* Fills a person whose file has been checked. A lack of memory stays in its
 * arena. */
void person_build(struct person *person, const json_t *root);

/* `fits` and `check` functions of the tables. */
bool fits_date_of_any_length(const char *text);
void check_day(struct checker *checker, json_t *entry, json_t *value);
void check_to(struct checker *checker, json_t *post, json_t *value);
void check_expires(struct checker *checker, json_t *entry, json_t *value);
void check_type(struct checker *checker, json_t *entry, json_t *value);
void check_scale(struct checker *checker, json_t *entry, json_t *value);
void check_size(struct checker *checker, json_t *entry, json_t *value);
void check_person_level(struct checker *checker, json_t *entry, json_t *value);
void check_count(struct checker *checker, json_t *entry, json_t *value);
void check_number_of(struct checker *checker, json_t *entry, json_t *value);
void check_confirmer(struct checker *checker, json_t *entry, json_t *value);
void check_criterion(struct checker *checker, json_t *entry, json_t *value);

#endif
