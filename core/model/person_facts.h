/* SPDX-License-Identifier: MIT */
/* What one entry of a person file says, fact by fact, in words.
 *
 *     struct facts facts = {.arena = &arena, .today = date_today()};
 *     facts_of_post(&facts, &person->experience.items[0], &entry);
 */
#ifndef MODEL_PERSON_FACTS_H
#define MODEL_PERSON_FACTS_H

#include "model/person.h"

enum { FACTS_MOST = 24 };

/* An entry in the making. A lack of memory stays in the arena. */
struct facts {
    struct arena *arena;
    struct date today;
    sg_person_fact items[FACTS_MOST];
    size_t count;
    const char *open[FACTS_MOST];
    size_t open_count;
};

/* `claim`: what the entry claims with its title read; NULL: it was not. */
void facts_of_qualification(struct facts *facts,
                            const struct person_qualification *from,
                            const struct claim *claim, sg_person_entry *entry);

/* Several entries that count together. */
void facts_of_together(struct facts *facts, const struct claim *claim,
                       sg_person_entry *entry);
void facts_of_post(struct facts *facts, const struct person_experience *from,
                   sg_person_entry *entry);
void facts_of_skill(struct facts *facts, const struct person_skill *from,
                    sg_person_entry *entry);
void facts_of_credential(struct facts *facts,
                         const struct person_credential *from,
                         sg_person_entry *entry);
void facts_of_course(struct facts *facts, const struct person_training *from,
                     sg_person_entry *entry);
void facts_of_confirmation(struct facts *facts,
                           const struct person_confirmation *from,
                           sg_person_entry *entry);

#endif
