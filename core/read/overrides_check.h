/* SPDX-License-Identifier: MIT */
/* What a file of a council's own numbers must be like, shared by the files that
 * read it.
 *
 *     struct courses_check check = {.framework = {.reference = reference},
 *                                   .own = true};
 *     struct checker checker = {.context = &check, .nouns = course_nouns,
 *                               .names = check.names, ...};
 *     shape_check(&checker, &overrides_shape, NULL, root);
 *
 * The tables follow data/schema/overrides.schema.json. */
#ifndef READ_OVERRIDES_CHECK_H
#define READ_OVERRIDES_CHECK_H

#include "model/reference.h"
#include "read/courses_check.h"

/* The whole file. */
extern const struct shape overrides_shape;
extern const struct shape overrides_courses; /* its member "courses" */

void check_own_source(struct checker *checker, json_t *parent, json_t *root);

/* The RQF level that a "scale" and a "level" are worth at most; 0 when they are
 * not whole or there is no such level. */
uint8_t overrides_level(const struct reference *reference,
                        const json_t *equivalent_to);

#endif
