/* SPDX-License-Identifier: MIT */
/* What each qualification of a person's file claims: its title and the file's
 * own fields, joined.
 *
 *     const struct claim *claims;
 *     size_t count;
 *     if (claims_read(quals, NULL, person, &arena, &claims, &count)) ...
 *
 * Where a field says otherwise than the title, the field counts. */
#ifndef QUALS_CLAIM_H
#define QUALS_CLAIM_H

#include "model/person.h"
#include "quals/memo.h"
#include "quals/quals.h"

/* One claim for each entry, in the order of the file; then those of several
 * entries together: A levels, AS levels and GCSEs (with O levels and CSEs) on
 * lines of their own. `memo`: what was read before, or NULL. Strings are
 * borrowed from `person`, `quals` and the arena. False without memory. */
bool claims_read(const struct quals *quals, struct title_memo *memo,
                 const struct person *person, struct arena *arena,
                 const struct claim **ret_claims, size_t *ret_count);

/* What one entry claims. */
void claim_read(const struct quals *quals,
                const struct person_qualification *from, struct claim *claim);

/* The same knowledge for those who must not see `quals`. */
struct title_knowledge claim_knowledge(const struct quals *quals);

#endif
