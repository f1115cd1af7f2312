/* SPDX-License-Identifier: MIT */
/* What would be answered if somebody held just one thing more.
 *
 *     struct trial trial;
 *     trial_begin(&trial, judging, today);
 *     trial.claim = course->claim;
 *     if (trial_claim(&trial, node) == SG_MET) ...
 *
 * It asks the judging layer itself, with a file that holds that one thing, so
 * that what an action is said to do is what judging finds once it is done.
 * Allocates nothing. */
#ifndef WAYS_TRIAL_H
#define WAYS_TRIAL_H

#include "judge/judge.h"

struct trial {
    struct judging judging;
    struct held held;
    struct person person; /* only says which lists are there */
    struct claim claim;
    struct held_post post;
    struct held_skill skill;
    struct held_credential credential;
    struct held_training training;
};

/* `titles` may be NULL: then nothing is known of titles. */
void trial_begin(struct trial *trial, const struct judging *judging,
                 struct date today, const struct title_knowledge *titles);

/* The verdict of a leaf when nothing is on file but... */
sg_verdict trial_claim(struct trial *trial, uint32_t node,
                       const struct claim *claim);
sg_verdict trial_credential(struct trial *trial, uint32_t node, const char *id);
/* ...the leaf's own criterion, as a skill at just the words that it asks for,
 * or as training. */
sg_verdict trial_criterion(struct trial *trial, uint32_t node);
/* ...so many months of work up to today. Members beside the months are the
 * caller's to fill. */
sg_verdict trial_work(struct trial *trial, uint32_t node,
                      const struct held_post *post, uint32_t months);

#endif
