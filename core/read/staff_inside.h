/* SPDX-License-Identifier: MIT */
/* What the files that read HR exports share.
 *
 *     struct reading reading = {.staff = staff, .map = &map, ...};
 *     status = staff_read_rows(&reading, STAFF_POSTS, reader);
 */
#ifndef READ_STAFF_INSIDE_H
#define READ_STAFF_INSIDE_H

#include "base/strings.h"
#include "model/staff.h"
#include "read/staff_cells.h"
#include "read/staff_columns.h"

/* What a row says; which one, the file tells. */
union staff_entry {
    struct staff_post post;
    struct staff_award award;
    struct staff_work work;
};

struct staff_mark {
    uint64_t hash; /* of all cells of the row */
    uint32_t person;
    uint32_t row;
    uint32_t before; /* the person's row before this one: index + 1, or 0 */
};

struct staff_share {
    uint32_t count; /* rows */
    uint32_t last;  /* index + 1 of the last one */
};

/* The rows of one file, in its order, before they are dealt out. */
struct staff_pile {
    size_t size; /* of an entry */
    char *entries;
    struct staff_mark *marks;
    uint32_t count, room;
    struct staff_share *shares; /* of each person */
    uint32_t share_room;
};

struct reading {
    struct staff *staff;
    struct staff_map *map;
    struct problem_sink *sink;
    sg_error *reterr;
    bool strict;
    bool failed; /* memory ran out */
    size_t rejected_room;
    struct strings texts;
    struct strings persons; /* their ids; in the order of the staff file */
    uint32_t *ranks;        /* of each, its place among the sorted */

    /* Of the present file. */
    enum staff_file file;
    struct staff_header header;
    struct staff_pile pile;
    uint32_t last_person; /* of the row before; files are mostly sorted */
};

/* Reads all rows of the present file into the pile (staff_rows.c). */
sg_status staff_read_rows(struct reading *reading, struct csv_reader *reader);

/* Leaves a row out. `column`: COLUMN_COUNT for the whole row. */
void staff_reject(struct reading *reading, const struct csv_row *row,
                  enum staff_column column, enum staff_fault fault);

enum pile_answer { PILE_ADDED, PILE_REPEATED, PILE_FULL, PILE_NO_MEMORY };

/* Adds a row unless the same row is there, or the person has very many
 * (staff_pile.c). */
enum pile_answer staff_pile_add(struct staff_pile *pile,
                                const union staff_entry *entry,
                                const struct staff_mark *mark);

/* Deals the pile out to the persons and empties it. False without memory. */
bool staff_pile_deal(struct reading *reading);

void staff_pile_done(struct staff_pile *pile);

#endif
