/* SPDX-License-Identifier: MIT */
/* One person of an HR export, as if a person file said it.
 *
 *     struct staff_facts facts = {0};
 *     if (staff_facts_build(&facts, &reading, staff_person)) ...
 *     staff_facts_done(&facts);
 *
 * The main post is the first whose role is known, else the first: its role is
 * the current role, and its team the person's. Other posts count as experience,
 * and so does the main one when the export says since when. What the exports do
 * not have - no qualification row for a person, no skills at all - is absent
 * and not empty: nobody can tell from it that there is none. */
#ifndef WORKFORCE_PERSON_H
#define WORKFORCE_PERSON_H

#include "model/person.h"
#include "model/staff.h"
#include "quals/memo.h"
#include "workforce/roles.h"

/* What reading people needs, for all of them. */
struct staff_reading {
    const sg_catalogue *catalogue;
    const struct quals *quals;
    struct title_memo titles;
    struct role_words roles;
};

struct staff_facts {
    struct person person;
    struct sg_person handle; /* for held_build() */
    bool has_role;           /* the main post's role is known */
    sg_role role;
    const struct staff_post *post; /* the main one */
};

/* Texts are borrowed from `from`. `facts` is zeroed, or was built before, and
 * its memory is used again. False without memory; staff_facts_done() in every
 * case. */
bool staff_facts_build(struct staff_facts *facts, struct staff_reading *reading,
                       const struct staff_person *from);
void staff_facts_done(struct staff_facts *facts);

#endif
