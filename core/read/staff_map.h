/* SPDX-License-Identifier: MIT */
/* The map file: what a council's exports call the columns.
 *
 *     struct staff_map map = {0};
 *     sg_status status = read_staff_map(&bytes, file, &sink, &map, reterr);
 *     staff_map_done(&map);
 *
 * {"format": "skillgap-staff-map/1", "columns": {"role": "Job code"},
 *  "drop": ["NI number"]}. It is about no person: it may be quoted. */
#ifndef READ_STAFF_MAP_H
#define READ_STAFF_MAP_H

#include "read/read.h"

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

/* Zeroed, it maps and drops nothing. */
struct staff_map {
    struct arena arena;
    const char *file;
    const char *theirs[COLUMN_COUNT]; /* NULL: as usual */
    bool found[COLUMN_COUNT];         /* set while headers are read */
    const char **drops;
    size_t drop_count;
};

/* Every error is told to the sink, the first one to reterr. A column that
 * there is not is a warning. */
sg_status read_staff_map(const struct buffer *bytes, const char *file,
                         struct problem_sink *sink, struct staff_map *map,
                         sg_error *reterr);

/* Warns of each name that was in no file. */
void staff_map_tell_unused(const struct staff_map *map,
                           struct problem_sink *sink);

void staff_map_done(struct staff_map *map);

/* The table, for the test that holds it to the schema. */
struct shape;
extern const struct shape staff_map_shape;

#endif
