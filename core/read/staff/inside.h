/* SPDX-License-Identifier: MIT */
/* What the files that read HR exports share: a row of a file becomes a line
 * (rows.c), a cursor goes through the lines of a file by person
 * (cursor.c, pile.c), and three of them make a person (staff.c).
 */
#ifndef READ_STAFF_INSIDE_H
#define READ_STAFF_INSIDE_H

#include "base/buffer.h"
#include "model/staff.h"
#include "read/staff/cells.h"
#include "read/staff/columns.h"

/* What a row says; which one, the file tells. */
union staff_entry {
    struct staff_post post;
    struct staff_award award;
    struct staff_work work;
};

/* A row with a person's id. Its cells have no spaces around them. */
struct staff_line {
    uint32_t row;
    uint64_t hash;                       /* of all cells of the row */
    struct csv_cell cells[MOST_COLUMNS]; /* of the header's columns; the first
                                            is the id */
};

/* Lines that are kept to be put in order; each is an entry and its cells. */
struct staff_pile {
    struct arena arena;
    struct piled_line *lines;
    size_t count, room;
    size_t next; /* the one to be taken */
};

struct staff_cursor {
    enum staff_file file;
    const char *name;
    int fd;              /* -1: not open */
    struct buffer bytes; /* standard input, held whole */
    uint64_t size;       /* of the file */
    struct csv_reader *reader;
    struct staff_header header;
    struct staff_line line;
    bool over; /* there is no line any more; also where there is no file */
    bool piled;
    bool windows;     /* a cell was no UTF-8 */
    sg_error problem; /* what stopped the reader */
    struct staff_pile pile;
    char last[LIMIT_STAFF_CELL_BYTES + 1]; /* the id of the line before */
};

struct reading {
    struct staff_account *account;
    struct staff_map *map;
    struct problem_sink *sink;
    sg_error *reterr;
    bool strict;
    bool failed; /* memory ran out */
    size_t rejected_room;
    struct arena texts; /* of the person */
    struct staff_cursor cursors[STAFF_FILE_COUNT];
};

/* ---- rows (rows.c) ---- */

/* What a row comes to. False: it is left out, with or without a reason. */
bool staff_line_of(struct reading *reading, const struct staff_cursor *cursor,
                   const struct csv_row *row, struct staff_line *ret_line);

/* Where a fault was found. */
struct staff_finding {
    enum staff_fault fault;
    enum staff_column column; /* COLUMN_COUNT: the whole row */
};

/* What a line says, its texts in the arena of the person. */
struct staff_finding staff_line_read(struct reading *reading,
                                     const struct staff_cursor *cursor,
                                     union staff_entry *ret_entry);

/* Whether two entries of a file say the same. */
bool staff_entry_same(enum staff_file file, const union staff_entry *a,
                      const union staff_entry *b);

/* ---- left out (reject.c) ---- */

/* `cells` are those of the header's columns; NULL: not known. */
void staff_reject(struct reading *reading, const struct staff_cursor *cursor,
                  uint32_t row, const struct csv_cell *cells,
                  struct staff_finding finding);

/* Nothing was left out. */
void staff_reject_none(struct reading *reading);

/* Tells the sink of the files, then of all rows, file by file. */
void staff_reject_tell(struct reading *reading);

/* ---- the lines of a file (cursor.c) ---- */

/* Opens the file and reads its header. A path of NULL is no file. Errors are
 * told to the sink. */
sg_status staff_cursor_open(struct reading *reading, enum staff_file file,
                            const char *path);

/* Goes to the next line. `*ret_unsorted`: its id is less than the one before.
 */
sg_status staff_cursor_next(struct reading *reading, enum staff_file file,
                            bool *ret_unsorted);

/* Begins anew, and has all lines in the order of their ids from then on. */
sg_status staff_cursor_sort(struct reading *reading, enum staff_file file);

void staff_cursor_done(struct staff_cursor *cursor);

/* ---- kept lines (pile.c) ---- */

/* False without memory. */
bool staff_pile_add(struct staff_pile *pile, const struct staff_line *line,
                    size_t cells);

/* By id, then by row. */
void staff_pile_sort(struct staff_pile *pile);

/* The next one, in its order. False when there is none left. */
bool staff_pile_take(struct staff_pile *pile, struct staff_line *ret_line,
                     size_t cells);

void staff_pile_done(struct staff_pile *pile);

#endif
