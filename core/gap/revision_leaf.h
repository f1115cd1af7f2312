/* SPDX-License-Identifier: MIT */
/* How one leaf of a line compares with the leaf in its place in another
 * version.
 *
 *     if (leaf_order(&two) == IS_MORE) ...
 *
 * It is as strict both ways: swapping the sides swaps more and less. */
#ifndef GAP_REVISION_LEAF_H
#define GAP_REVISION_LEAF_H

#include "model/framework.h"

/* What the newer side is to the older one. Two signs that contradict, or
 * something that has no order, are both bits. */
enum { IS_SAME = 0, IS_MORE = 1, IS_LESS = 2, IS_OTHER = IS_MORE | IS_LESS };

/* The two nodes that are compared. */
struct two {
    const struct framework *fa, *fb; /* older, newer */
    const struct node *a, *b;
    bool ladders_same;
};

/* The sign of b against a, where both are numbers. */
unsigned order_of_numbers(unsigned a, unsigned b);

/* IS_SAME only where both ask for the same; IS_OTHER where they are of another
 * kind, or nothing tells. */
unsigned leaf_order(const struct two *two);

bool node_is_award(const struct node *node);

#endif
