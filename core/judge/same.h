/* SPDX-License-Identifier: MIT */
/* Whether two requirements say the same, word for word but for the label.
 *
 *     if (tree_same(from, line->root, to, root)) ...
 */
#ifndef JUDGE_SAME_H
#define JUDGE_SAME_H

#include "model/framework.h"

/* Whether two leaves say the same thing: every field but the label. */
bool leaf_same(const struct framework *a, uint32_t node_a,
               const struct framework *b, uint32_t node_b);

/* Whether two trees are the same, node for node. */
bool tree_same(const struct framework *a, uint32_t node_a,
               const struct framework *b, uint32_t node_b);

#endif
