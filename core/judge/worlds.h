/* SPDX-License-Identifier: MIT */
/* The worlds that a set of requirement lines leaves open.
 *
 *     struct worlds worlds;
 *     if (worlds_start(&worlds, framework, lines, count))
 *         do
 *             use(worlds.facts, worlds.fact_count);
 *         while (worlds_next(&worlds));
 *
 * Somebody who meets these lines has met each "or" in some way, but nobody
 * says which. A world is one choice at each; its facts are the leaves that are
 * true in it. A world is kept even when it contains another. Nothing is
 * allocated. */
#ifndef JUDGE_WORLDS_H
#define JUDGE_WORLDS_H

#include "base/limits.h"
#include "model/framework.h"

enum { WORLD_FACTS = 512 };

struct choice {
    uint32_t node;
    uint32_t options;
    uint32_t taken;
};

struct worlds {
    const struct framework *framework;
    const uint32_t *lines; /* borrowed */
    uint32_t line_count;
    struct choice choices[LIMIT_CHOICES];
    uint32_t choice_count;
    uint32_t facts[WORLD_FACTS]; /* nodes: leaves that are true */
    uint32_t fact_count;
};

/* Prepares the first world. False when there are more worlds, choices or facts
 * than the limits allow. No lines make one world without facts. */
bool worlds_start(struct worlds *worlds, const struct framework *framework,
                  const uint32_t *lines, uint32_t line_count);

/* Moves on to the next world; false after the last. */
bool worlds_next(struct worlds *worlds);

#endif
