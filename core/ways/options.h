/* SPDX-License-Identifier: MIT */
/* The acts that would close one leaf.
 *
 *     options_find(planning, want, node);
 */
#ifndef WAYS_OPTIONS_H
#define WAYS_OPTIONS_H

#include "ways/planning.h"

enum { OPTIONS_MOST = 64 };

/* One leaf that is not met, and what was found for it so far. */
struct finding {
    struct planning *planning;
    struct want *want;
    uint32_t at;
    const struct node *node;
    const struct leaf_answer *answer;
    struct option options[OPTIONS_MOST];
    uint32_t count;
};

/* Fills want->leaves[node - first]; the acts that are new are added to the
 * planning. False without memory. */
bool options_find(struct planning *planning, struct want *want, uint32_t node);

/* Adds an act for the leaf, unless it would leave the leaf unmet. */
void option_offer(struct finding *finding, struct act act, sg_verdict then);

/* The part for experience: going on, work on the job, work elsewhere. */
void options_of_work(struct finding *finding);

/* Whether the present job touches what a course takes its evidence from: who
 * leads nobody cannot show how they lead. */
bool course_has_evidence(const struct judging *judging, uint16_t criterion);

#endif
