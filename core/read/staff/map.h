/* SPDX-License-Identifier: MIT */
/* The map file: what a council's exports call the columns, and what words in
 * them mean.
 *
 *     struct staff_map map = {0};
 *     sg_status status = read_staff_map(&bytes, file, &sink, &map, reterr);
 *     cell = staff_map_meant(&map, COLUMN_ROLE, cell);
 *     staff_map_done(&map);
 *
 * {"format": "skillgap-staff-map/1", "columns": {"role": "Job code"},
 *  "drop": ["NI number"],
 *  "means": {"role": {"Admin Asst II": "county/admin-assistant-2"}}}.
 * It is about no person: it may be quoted. */
#ifndef READ_STAFF_MAP_H
#define READ_STAFF_MAP_H

#include "read/csv.h"
#include "read/names.h"

/* All columns of the three exports, in the order of the contract. */
enum staff_column {
    COLUMN_PERSON_ID,
    COLUMN_ROLE,
    COLUMN_TEAM,
    COLUMN_GRADE,
    COLUMN_ROLE_START,
    COLUMN_TARGET_ROLE,
    COLUMN_TITLE,
    COLUMN_LEVEL,
    COLUMN_SCALE,
    COLUMN_SUBJECT,
    COLUMN_STATUS,
    COLUMN_AWARDED,
    COLUMN_EXPIRES,
    COLUMN_AREA,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_HOURS_PER_WEEK,
    COLUMN_COUNT
};

extern const char *const staff_column_names[COLUMN_COUNT];

struct staff_meaning {
    const char *words; /* as the map has them */
    enum staff_column column;
    struct csv_cell value;
};

/* Zeroed, it maps and drops nothing. */
struct staff_map {
    struct arena arena;
    const char *file;
    const char *theirs[COLUMN_COUNT]; /* NULL: as usual */
    bool found[COLUMN_COUNT];         /* set while headers are read */
    const char **drops;
    size_t drop_count;
    struct staff_meaning *meanings; /* in the order of the columns */
    bool *used;                     /* of each: set while rows are read */
    size_t meaning_count;
    /* Of a column, by the words as they are compared; each owner is one of the
     * meanings. */
    struct names known[COLUMN_COUNT];
};

/* Every error is told to the sink, the first one to reterr. A column that
 * there is not is a warning. Words that are the same but for case and signs
 * are an error: "duplicate-entry". */
sg_status read_staff_map(const struct buffer *bytes, const char *file,
                         struct problem_sink *sink, struct staff_map *map,
                         sg_error *reterr);

/* Whether it says anything of the words of a column. */
static inline bool staff_map_has_words(const struct staff_map *map,
                                       enum staff_column column)
{
    return map->known[column].count > 0;
}

/* What a cell without spaces around it is to be read as: itself when nothing is
 * said of its words, else the value, which is then empty where the cell is to
 * be read as if nothing stood there, and is not looked up again. Words are
 * compared as column names are (staff_same_header); those without letter and
 * digit ("-") are compared as they stand. A target role without words of its
 * own means what it would mean as a role. Cost: one hash. */
const struct csv_cell *staff_map_meant(struct staff_map *map,
                                       enum staff_column column,
                                       const struct csv_cell *cell);

/* Warns of each name that was in no file ("unused-name"), and once of all words
 * that were in no cell ("unused-words"). */
void staff_map_tell_unused(const struct staff_map *map,
                           struct problem_sink *sink);

void staff_map_done(struct staff_map *map);

/* The table, for the test that holds it to the schema. */
struct shape;
extern const struct shape staff_map_shape;

#endif
