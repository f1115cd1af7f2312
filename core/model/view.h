/* SPDX-License-Identifier: MIT */
/* From the flat arrays to the trees and sources that results show.
 *
 *     struct sg_part *root = view_part(framework, reference, line->root,
 * &arena);
 *
 * Everything is built in the caller's arena; strings are borrowed from the
 * framework. NULL only when memory ran out. */
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include "model/framework.h"
#include "skillgap/framework.h"

/* Where a line of a person specification is printed. */
sg_source view_line_source(const struct framework *framework,
                           const struct line *line);

/* Where a cell is printed. The item is its row; where the heading is not the
 * document's own, the numbers of its bullets. */
sg_source view_cell_source(const struct framework *framework,
                           const struct role *role, const struct cell *cell,
                           struct arena *arena);

/* Fills *part and all that is below it from a node. False without memory. */
bool view_part(const struct framework *framework,
               const struct reference *reference, uint32_t node,
               struct arena *arena, sg_part *part);

/* The line with its label, tree and source. False without memory. */
bool view_line(const struct framework *framework,
               const struct reference *reference, const struct line *line,
               struct arena *arena, sg_sheet_line *view);

#endif
