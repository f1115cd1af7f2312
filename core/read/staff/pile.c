/* SPDX-License-Identifier: MIT */
/* Lines of an HR export that are kept to be put in order. */
#include "read/staff/inside.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

/* The cells stand one behind the other, NUL behind each; the id is first. */
struct piled_line {
    char *cells;
    uint64_t hash;
    uint32_t row;
};

static bool grow(struct staff_pile *pile)
{
    const size_t room = pile->room ? pile->room * 2 : FIRST_ROOM;
    struct piled_line *lines = realloc(pile->lines, room * sizeof(*lines));
    if (!lines)
        return false;
    pile->lines = lines;
    pile->room = room;
    return true;
}

bool staff_pile_add(struct staff_pile *pile, const struct staff_line *line,
                    size_t cells)
{
    size_t size = 0;
    for (size_t i = 0; i < cells; i++)
        size += line->cells[i].size + 1;
    if (pile->count == pile->room && !grow(pile))
        return false;
    char *at = arena_alloc(&pile->arena, size);
    if (!at)
        return false;
    pile->lines[pile->count++] =
        (struct piled_line){.cells = at, .hash = line->hash, .row = line->row};
    for (size_t i = 0; i < cells; i++) {
        memcpy(at, line->cells[i].text, line->cells[i].size + 1);
        at += line->cells[i].size + 1;
    }
    return true;
}

static int by_id(const void *left, const void *right)
{
    const struct piled_line *a = left, *b = right;
    const int order = strcmp(a->cells, b->cells);
    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

void staff_pile_sort(struct staff_pile *pile)
{
    if (pile->count > 0)
        qsort(pile->lines, pile->count, sizeof(*pile->lines), by_id);
}

bool staff_pile_take(struct staff_pile *pile, struct staff_line *ret_line,
                     size_t cells)
{
    if (pile->next == pile->count)
        return false;
    const struct piled_line *line = &pile->lines[pile->next++];
    char *at = line->cells;
    ret_line->row = line->row;
    ret_line->hash = line->hash;
    for (size_t i = 0; i < cells; i++) {
        ret_line->cells[i] = (struct csv_cell){.text = at, .size = strlen(at)};
        at += ret_line->cells[i].size + 1;
    }
    return true;
}

void staff_pile_done(struct staff_pile *pile)
{
    arena_done(&pile->arena);
    free(pile->lines);
    *pile = (struct staff_pile){0};
}
