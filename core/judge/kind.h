/* SPDX-License-Identifier: MIT */
/* Whether some work is of the kind that an experience leaf asks for.
 *
 *     uint32_t item;
 *     enum kind_fit fit = kind_of_role(judging, framework, role, want, &item);
 *
 * Part of the judging layer: allocates nothing. */
#ifndef JUDGE_KIND_H
#define JUDGE_KIND_H

#include "judge/answer.h"

/* How sure it is, from not at all to wholly. KIND_BY_WORDS: two frameworks use
 * the same words for a kind of work. */
enum kind_fit { KIND_OTHER, KIND_OPEN, KIND_BY_WORDS, KIND_CERTAIN };

/* Work in a role of `framework`. *ret_item: what the role's description says
 * that leaves it open, or NO_INDEX. */
enum kind_fit kind_of_role(const struct judging *judging,
                           const struct framework *framework, uint32_t role,
                           const struct node *want, uint32_t *ret_item);

/* Work of a kind that is named by id, for a leaf that does not take any work.
 * KIND_OPEN: the line names roles, and
 * theirs is work of this kind. */
enum kind_fit kind_of_area(const struct judging *judging, const char *area,
                           const struct node *want);

/* The place of a kind of work among those of the named roles, from 0; of one
 * that they do not do, the number of theirs. */
uint32_t kind_area_place(const struct judging *judging, const char *area,
                         const struct node *want);

/* Whether a role is one of the named ones, or a higher one of its family. */
bool kind_role_counts(const struct framework *framework, uint32_t role,
                      struct span named);

/* The kinds of work that a leaf asks for, of the target's framework: its own,
 * or for "relevant" those of the target's family. */
struct span kind_wanted_areas(const struct judging *judging,
                              const struct node *want);

/* How many of the kinds in `some` of a are among `all` of b, by id. */
uint32_t kind_areas_among(const struct framework *a, struct span some,
                          const struct framework *b, struct span all);

/* Whether the leaf names no kind of work at all. */
bool kind_any_will_do(const struct node *want);

#endif
