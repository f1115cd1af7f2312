/* SPDX-License-Identifier: MIT */
/* The lines of an HR export, person by person. */
#include "base/fault.h"
#include "base/file.h"
#include "read/staff/inside.h"

#include <string.h>
#include <unistd.h>

static sg_status told(struct reading *reading, sg_status status,
                      const sg_error *problem)
{
    if (status == SG_INPUT)
        problem_tell(reading->sink, reading->reterr, problem);
    else if (status != SG_OK && reading->reterr &&
             reading->reterr->status == SG_OK)
        *reading->reterr = *problem;
    return status;
}

/* ---- opening ---- */

static bool is_stdin(const char *path)
{
    return strcmp(path, "-") == 0;
}

static sg_status open_file(struct staff_cursor *cursor, const char *path,
                           sg_error *problem)
{
    if (!is_stdin(path))
        return file_open(path, LIMIT_STAFF_BYTES, &cursor->fd, &cursor->size,
                         problem);
    cursor->bytes.limit = LIMIT_STAFF_BYTES;
    const sg_status status = file_read(path, &cursor->bytes, problem);
    cursor->size = cursor->bytes.size;
    return status;
}

/* A reader at the beginning. */
static sg_status new_reader(struct staff_cursor *cursor, sg_error *problem)
{
    const struct csv_source source = {
        .file = cursor->name,
        .bytes = cursor->fd < 0 ? &cursor->bytes : NULL,
        .fd = cursor->fd,
    };
    csv_reader_free(cursor->reader);
    cursor->reader = NULL;
    if (cursor->fd >= 0 && lseek(cursor->fd, 0, SEEK_SET) != 0)
        return fault_in(problem, SG_INPUT, "unreadable", cursor->name,
                        "This file cannot be read from its beginning again.");
    return csv_reader_new(&source, &cursor->reader, problem);
}

static bool note_columns(struct reading *reading,
                         const struct staff_cursor *cursor)
{
    const struct staff_header *header = &cursor->header;
    struct staff_source *source = &reading->account->sources[cursor->file];
    const char **columns =
        arena_array(&reading->account->arena, header->count, sizeof(*columns));
    if (!columns)
        return false;
    for (size_t i = 0; i < header->count; i++)
        columns[i] = staff_column_names[header->columns[i]];
    source->columns = columns;
    source->column_count = header->count;
    return true;
}

static sg_status read_header(struct reading *reading,
                             struct staff_cursor *cursor, sg_error *problem)
{
    const struct staff_header_ask ask = {.file = cursor->file,
                                         .name = cursor->name,
                                         .map = reading->map,
                                         .sink = reading->sink};
    struct csv_row row;
    sg_status status = csv_reader_next(cursor->reader, &row, problem);
    if (status != SG_OK)
        return told(reading, status, problem);
    cursor->windows = csv_reader_is_windows(cursor->reader);
    status = staff_header_read(&ask, &row, &cursor->header, reading->reterr);
    if (status == SG_OK && !note_columns(reading, cursor))
        return fault_memory(reading->reterr);
    return status;
}

sg_status staff_cursor_open(struct reading *reading, enum staff_file file,
                            const char *path)
{
    struct staff_cursor *cursor = &reading->cursors[file];
    sg_error problem = {0};
    *cursor = (struct staff_cursor){.file = file, .fd = -1, .over = !path};
    if (!path)
        return SG_OK;
    cursor->name = arena_strdup(&reading->account->arena, file_label(path));
    if (!cursor->name)
        return fault_memory(reading->reterr);
    reading->account->sources[file].file = cursor->name;
    sg_status status = open_file(cursor, path, &problem);
    if (status == SG_OK)
        status = new_reader(cursor, &problem);
    if (status != SG_OK)
        return told(reading, status, &problem);
    return read_header(reading, cursor, &problem);
}

/* ---- going on ---- */

/* The next line as the file has it. */
static sg_status next_row(struct reading *reading, struct staff_cursor *cursor)
{
    struct csv_row row;
    for (;;) {
        const sg_status status =
            csv_reader_next(cursor->reader, &row, &cursor->problem);
        if (status != SG_OK)
            return told(reading, status, &cursor->problem);
        cursor->over = row.number == 0;
        if (cursor->over ||
            staff_line_of(reading, cursor, &row, &cursor->line)) {
            cursor->windows |= csv_reader_is_windows(cursor->reader);
            return SG_OK;
        }
        if (reading->failed)
            return fault_memory(reading->reterr);
    }
}

static bool goes_back(struct staff_cursor *cursor)
{
    const struct csv_cell *id = &cursor->line.cells[0];
    const int order = strcmp(id->text, cursor->last);
    if (order > 0)
        memcpy(cursor->last, id->text, id->size + 1);
    return order < 0;
}

sg_status staff_cursor_next(struct reading *reading, enum staff_file file,
                            bool *ret_unsorted)
{
    struct staff_cursor *cursor = &reading->cursors[file];
    if (cursor->over)
        return SG_OK;
    if (cursor->piled) {
        cursor->over = !staff_pile_take(&cursor->pile, &cursor->line,
                                        cursor->header.count);
        return SG_OK;
    }
    const sg_status status = next_row(reading, cursor);
    if (status == SG_OK && !cursor->over && goes_back(cursor))
        *ret_unsorted = true;
    return status;
}

sg_status staff_cursor_sort(struct reading *reading, enum staff_file file)
{
    struct staff_cursor *cursor = &reading->cursors[file];
    struct csv_row header;
    sg_error problem = {0};
    if (!cursor->name)
        return SG_OK;
    sg_status status = new_reader(cursor, &problem);
    if (status == SG_OK)
        status = csv_reader_next(cursor->reader, &header, &problem);
    if (status != SG_OK)
        return told(reading, status, &problem);
    while ((status = next_row(reading, cursor)) == SG_OK && !cursor->over)
        if (!staff_pile_add(&cursor->pile, &cursor->line, cursor->header.count))
            return fault_memory(reading->reterr);
    staff_pile_sort(&cursor->pile);
    cursor->piled = true;
    cursor->over = false;
    return status;
}

void staff_cursor_done(struct staff_cursor *cursor)
{
    csv_reader_free(cursor->reader);
    if (cursor->name && cursor->fd >= 0)
        close(cursor->fd);
    buffer_done(&cursor->bytes);
    staff_pile_done(&cursor->pile);
}
