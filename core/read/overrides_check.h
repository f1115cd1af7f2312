/* SPDX-License-Identifier: MIT */
/* What a file of a council's own numbers must be like, shared by the files that
 * read it.
 *
 *     struct overrides_check check = {.reference = reference};
 *     struct checker checker = {.context = &check, .nouns = override_nouns,
 * ..}; shape_check(&checker, &overrides_shape, NULL, root);
 *
 * The tables follow data/schema/overrides.schema.json. */
#ifndef READ_OVERRIDES_CHECK_H
#define READ_OVERRIDES_CHECK_H

#include "model/reference.h"
#include "read/shape.h"

enum { OVERRIDES_NO_NOUN, OVERRIDES_CRITERION, OVERRIDES_NOUN_COUNT };

extern const char *const override_nouns[OVERRIDES_NOUN_COUNT];

/* What the `check` functions look things up in: the checker's context. */
struct overrides_check {
    const struct reference *reference;
};

/* The whole file. */
extern const struct shape overrides_shape;

/* The RQF level that a "scale" and a "level" are worth at most; 0 when they are
 * not whole or there is no such level. */
uint8_t overrides_level(const struct reference *reference,
                        const json_t *equivalent_to);

#endif
