/* SPDX-License-Identifier: MIT */
/* HR exports to staff: file by file, then joined. */
#include "read/staff.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/staff_inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- persons ---- */

struct numbered {
    const char *id;
    uint32_t index;
};

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct numbered *)a)->id,
                  ((const struct numbered *)b)->id);
}

/* The persons, sorted, and where each of the file's order went. */
static bool make_persons(struct reading *reading)
{
    struct staff *staff = reading->staff;
    const uint32_t count = reading->persons.count;
    struct numbered *list = calloc(count + 1u, sizeof(*list));
    reading->ranks = calloc(count + 1u, sizeof(*reading->ranks));
    staff->persons = arena_array(&staff->arena, count, sizeof(*staff->persons));
    if (!list || !reading->ranks || !staff->persons) {
        free(list);
        return false;
    }
    bool sorted = true;
    for (uint32_t i = 0; i < count; i++) {
        list[i] = (struct numbered){reading->persons.texts[i], i};
        sorted &= i == 0 || strcmp(list[i - 1].id, list[i].id) < 0;
    }
    if (!sorted)
        qsort(list, count, sizeof(*list), by_id);
    for (uint32_t i = 0; i < count; i++) {
        staff->persons[i].id = list[i].id;
        reading->ranks[list[i].index] = i;
    }
    staff->count = count;
    free(list);
    return true;
}

/* ---- one file ---- */

static bool note_columns(struct reading *reading)
{
    const struct staff_header *header = &reading->header;
    struct staff_source *source = &reading->staff->sources[reading->file];
    const char **columns =
        arena_array(&reading->staff->arena, header->count, sizeof(*columns));
    if (!columns)
        return false;
    for (size_t i = 0; i < header->count; i++)
        columns[i] = staff_column_names[header->columns[i]];
    source->columns = columns;
    source->column_count = header->count;
    return true;
}

static sg_status read_header(struct reading *reading, const char *file,
                             struct csv_reader *reader)
{
    const struct staff_header_ask ask = {.file = reading->file,
                                         .name = file,
                                         .map = reading->map,
                                         .sink = reading->sink};
    struct csv_row row;
    sg_status status = csv_reader_next(reader, &row, reading->reterr);
    if (status == SG_OK)
        status =
            staff_header_read(&ask, &row, &reading->header, reading->reterr);
    if (status == SG_OK && !note_columns(reading))
        return fault_memory(reading->reterr);
    return status;
}

static void warn_of_no_rows(struct reading *reading)
{
    const struct staff_source *source = &reading->staff->sources[reading->file];
    sg_error problem = {0};
    if (source->used > 0 || source->rejected > 0)
        return;
    fault_in(&problem, SG_INPUT, "no-rows", source->file,
             "This file has a header and no rows; was it exported "
             "completely?");
    problem.warning = true;
    problem_tell(reading->sink, NULL, &problem);
}

static sg_status read_bytes(struct reading *reading, const struct buffer *bytes)
{
    static const size_t sizes[] = {
        [STAFF_POSTS] = sizeof(struct staff_post),
        [STAFF_AWARDS] = sizeof(struct staff_award),
        [STAFF_WORK] = sizeof(struct staff_work),
    };
    const char *file = reading->staff->sources[reading->file].file;
    struct csv_reader *reader = NULL;
    sg_status status =
        csv_reader_new(bytes, file, reading->sink, &reader, reading->reterr);
    reading->pile = (struct staff_pile){.size = sizes[reading->file]};
    if (status == SG_OK)
        status = read_header(reading, file, reader);
    if (status == SG_OK)
        status = staff_read_rows(reading, reader);
    if (status == SG_OK)
        warn_of_no_rows(reading);
    csv_reader_free(reader);
    return status;
}

static sg_status read_whole(const char *path, size_t limit,
                            struct problem_sink *sink, struct buffer *bytes,
                            sg_error *reterr)
{
    sg_error problem = {0};
    bytes->limit = limit;
    const sg_status status = file_read(path, bytes, &problem);
    if (status == SG_INPUT)
        problem_tell(sink, reterr, &problem);
    else if (status != SG_OK && reterr && reterr->status == SG_OK)
        *reterr = problem;
    return status;
}

static sg_status read_one(struct reading *reading, enum staff_file file,
                          const char *path)
{
    struct buffer bytes = {0};
    if (!path)
        return SG_OK;
    const char *name = arena_strdup(&reading->staff->arena, file_label(path));
    if (!name)
        return fault_memory(reading->reterr);
    reading->file = file;
    reading->last_person = 0;
    reading->staff->sources[file].file = name;
    sg_status status = read_whole(path, LIMIT_STAFF_BYTES, reading->sink,
                                  &bytes, reading->reterr);
    if (status == SG_OK)
        status = read_bytes(reading, &bytes);
    buffer_done(&bytes);
    if (status == SG_OK && ((file == STAFF_POSTS && !make_persons(reading)) ||
                            !staff_pile_deal(reading)))
        status = fault_memory(reading->reterr);
    staff_pile_done(&reading->pile);
    return status;
}

/* ---- all of them ---- */

static bool is_stdin(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

static sg_status read_map(const char *path, struct problem_sink *sink,
                          struct staff_map *map, sg_error *reterr)
{
    struct buffer bytes = {0};
    if (!path)
        return SG_OK;
    sg_status status = read_whole(path, LIMIT_FILE_BYTES, sink, &bytes, reterr);
    if (status == SG_OK)
        status = read_staff_map(&bytes, file_label(path), sink, map, reterr);
    buffer_done(&bytes);
    return status;
}

static sg_status read_all(struct reading *reading,
                          const struct staff_files *files)
{
    const char *const paths[] = {[STAFF_POSTS] = files->staff,
                                 [STAFF_AWARDS] = files->qualifications,
                                 [STAFF_WORK] = files->experience};
    const struct staff *staff = reading->staff;
    sg_status status =
        read_map(files->map, reading->sink, reading->map, reading->reterr);
    for (int i = 0; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        status = read_one(reading, (enum staff_file)i, paths[i]);
    if (status != SG_OK)
        return status;
    staff_map_tell_unused(reading->map, reading->sink);
    return reading->strict && staff->rejected_count > 0 ? SG_INPUT : SG_OK;
}

sg_status read_staff(const struct staff_files *files, bool strict,
                     struct problem_sink *sink, struct staff **ret_staff,
                     sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    struct staff_map map = {0};
    *ret_staff = NULL;
    if (is_stdin(files->staff) + is_stdin(files->qualifications) +
            is_stdin(files->experience) + is_stdin(files->map) >
        1)
        return fault(reterr, SG_USAGE, "standard-input",
                     "Standard input ('-') can be only one of the files; give "
                     "the others by name.");
    struct staff *staff = calloc(1, sizeof(*staff));
    if (!staff)
        return fault_memory(reterr);
    struct reading reading = {.staff = staff,
                              .map = &map,
                              .sink = sink ? sink : &nowhere,
                              .reterr = reterr,
                              .strict = strict,
                              .texts = {.arena = &staff->arena},
                              .persons = {.arena = &staff->arena}};
    const sg_status status = read_all(&reading, files);
    strings_done(&reading.texts);
    strings_done(&reading.persons);
    free(reading.ranks);
    staff_map_done(&map);
    if (status == SG_OK)
        *ret_staff = staff;
    else
        staff_free(staff);
    return status;
}
