/* SPDX-License-Identifier: MIT */
/* An act in words, with every figure and where it is from.
 *
 *     sg_action action = describe_act(planning, act, NULL);
 *
 * Strings are the planning's arena's, the catalogue's or constant. Memory that
 * runs out is remembered by the arena. */
#ifndef WAYS_DESCRIBE_H
#define WAYS_DESCRIBE_H

#include "skillgap/ways.h"
#include "ways/planning.h"

/* `for_what`: the act that needs this one first, or NULL. `start`: months until
 * it can begin, which decides who pays. */
sg_action describe_act(const struct planning *planning, const struct act *act,
                       const struct act *for_what, uint32_t start);

/* The leaf that it was found for. */
const struct node *act_node(const struct act *act);

/* What an act is called. */
const char *describe_label(const struct planning *planning,
                           const struct act *act);

/* Words for --assume, with those at which a leaf asks for a skill added where
 * they are missing. */
const char *describe_words(const struct planning *planning,
                           const struct want *want, uint32_t node,
                           const char *assume);

/* The label of a node with a small first letter. */
const char *describe_leaf(const struct planning *planning,
                          const struct want *want, uint32_t node);

/* Fills the months, hours, money, funds, awards and entry of an action. */
void describe_figures(const struct planning *planning, const struct act *act,
                      uint32_t start, sg_action *action);

sg_sourced describe_sourced(const struct sourced *from);

#endif
