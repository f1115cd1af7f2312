/* SPDX-License-Identifier: MIT */
/* The rows of an HR export: cut to the cells that are needed, and read. */
#include "base/strings.h"
#include "read/staff/inside.h"

#include <stdlib.h>
#include <string.h>

static const struct staff_finding nothing = {FAULT_NONE, COLUMN_COUNT};

/* Cells in which letters and digits name something. */
static bool is_reference(enum staff_column column)
{
    return column == COLUMN_PERSON_ID || column == COLUMN_ROLE ||
           column == COLUMN_TARGET_ROLE;
}

static enum staff_fault fault_of_cell(enum staff_column column,
                                      const struct csv_cell *cell)
{
    if (cell->size > LIMIT_STAFF_CELL_BYTES)
        return FAULT_LONG_CELL;
    if (staff_cell_is_spreadsheet_error(cell->text))
        return FAULT_SPREADSHEET_ERROR;
    if (is_reference(column) && staff_cell_is_rounded(cell->text))
        return FAULT_SPREADSHEET_NUMBER;
    return FAULT_NONE;
}

/* ---- rows to lines ---- */

/* The needed cells, those of a row that is too short empty. False for a row
 * with nothing in them. */
static bool take_cells(const struct staff_header *header,
                       const struct csv_row *row, struct csv_cell *cells)
{
    static char none[] = "";
    bool any = false;
    for (size_t i = 0; i < header->count; i++) {
        const uint16_t place = header->place[header->columns[i]];
        if (place >= row->count) {
            cells[i] = (struct csv_cell){.text = none};
            continue;
        }
        cells[i] = row->cells[place];
        staff_cell_clean(&cells[i]);
        any |= cells[i].size > 0;
    }
    return any;
}

/* Empty cells behind the last column are a spreadsheet's. */
static bool is_ragged(const struct staff_header *header,
                      const struct csv_row *row)
{
    for (uint32_t i = header->width; i < row->count; i++) {
        staff_cell_trim(&row->cells[i]);
        if (row->cells[i].size > 0)
            return true;
    }
    return row->count < header->width;
}

/* A row is the same as another one wherever each was rejected before. */
static uint64_t row_hash(const struct reading *reading,
                         const struct staff_header *header,
                         const struct csv_row *row)
{
    const char *end = row->bytes;
    if (header->own_width == header->width)
        end += row->size;
    else
        for (uint32_t i = 0; i < header->own_width && i < row->count; i++)
            end += strlen(end) + 1;
    return strings_hash(row->bytes, (size_t)(end - row->bytes),
                        (uint64_t)(uintptr_t)reading->account);
}

/* Whose row it is has to be known. */
static enum staff_fault fault_of_id(const struct csv_cell *id)
{
    return id->size == 0 ? FAULT_MISSING_CELL
                         : fault_of_cell(COLUMN_PERSON_ID, id);
}

bool staff_line_of(struct reading *reading, const struct staff_cursor *cursor,
                   const struct csv_row *row, struct staff_line *ret_line)
{
    static const enum staff_fault faults[] = {[ROW_QUOTE] = FAULT_OPEN_QUOTE,
                                              [ROW_LONG] = FAULT_LONG_ROW,
                                              [ROW_WIDE] = FAULT_WIDE_ROW};
    const struct staff_header *header = &cursor->header;
    struct staff_finding finding = nothing;
    if (row->fault != ROW_WHOLE) {
        finding.fault = faults[row->fault];
        staff_reject(reading, cursor, row->number, NULL, finding);
        return false;
    }
    ret_line->row = row->number;
    ret_line->hash = row_hash(reading, header, row);
    const bool ragged = is_ragged(header, row);
    if (!take_cells(header, row, ret_line->cells) && !ragged)
        return false;
    if (ragged)
        finding.fault = FAULT_RAGGED_ROW;
    else
        finding = (struct staff_finding){fault_of_id(&ret_line->cells[0]),
                                         COLUMN_PERSON_ID};
    if (finding.fault != FAULT_NONE)
        staff_reject(reading, cursor, row->number, ret_line->cells, finding);
    return finding.fault == FAULT_NONE;
}

/* ---- lines to entries ---- */

/* A line that is being read: its cells by column, NULL when empty. */
struct taking {
    struct arena *texts;
    const struct csv_cell *cells[COLUMN_COUNT];
    struct staff_finding finding; /* the first fault */
};

static void find_fault(struct taking *taking, enum staff_column column,
                       enum staff_fault fault)
{
    if (taking->finding.fault == FAULT_NONE && fault != FAULT_NONE)
        taking->finding = (struct staff_finding){fault, column};
}

static const char *text_of(const struct taking *taking,
                           enum staff_column column)
{
    const struct csv_cell *cell = taking->cells[column];
    return cell ? arena_strndup(taking->texts, cell->text, cell->size) : NULL;
}

static struct date date_of(struct taking *taking, enum staff_column column)
{
    struct date date = {0};
    if (taking->cells[column])
        find_fault(taking, column,
                   staff_cell_date(taking->cells[column]->text, &date));
    return date;
}

static float hours_of(struct taking *taking, enum staff_column column)
{
    float hours = 0;
    if (taking->cells[column])
        find_fault(taking, column,
                   staff_cell_hours(taking->cells[column]->text, &hours));
    return hours;
}

static void check_order(struct taking *taking, struct date first,
                        enum staff_column column, struct date then)
{
    if (first.year && then.year && date_compare(then, first) < 0)
        find_fault(taking, column, FAULT_DATE_ORDER);
}

/* Puts the cells to their columns, read as the map file says. What the map
 * settles is no fault. */
static void place_cells(struct taking *taking, struct staff_map *map,
                        const struct staff_cursor *cursor)
{
    const struct staff_header *header = &cursor->header;
    for (size_t i = 0; i < header->count; i++) {
        const enum staff_column column = header->columns[i];
        const struct csv_cell *cell = &cursor->line.cells[i];
        if (cell->size == 0)
            continue;
        const struct csv_cell *meant = staff_map_has_words(map, column)
                                           ? staff_map_meant(map, column, cell)
                                           : cell;
        if (meant->size > 0)
            taking->cells[column] = meant;
        if (meant == cell)
            find_fault(taking, column, fault_of_cell(column, cell));
    }
}

static void need(struct taking *taking, enum staff_column column)
{
    if (!taking->cells[column])
        find_fault(taking, column, FAULT_MISSING_CELL);
}

static void fill_post(struct taking *taking, struct staff_post *post)
{
    post->role = text_of(taking, COLUMN_ROLE);
    post->team = text_of(taking, COLUMN_TEAM);
    post->grade = text_of(taking, COLUMN_GRADE);
    post->target_role = text_of(taking, COLUMN_TARGET_ROLE);
    post->role_start = date_of(taking, COLUMN_ROLE_START);
}

static void fill_award(struct taking *taking, struct staff_award *award)
{
    need(taking, COLUMN_TITLE);
    award->title = text_of(taking, COLUMN_TITLE);
    award->level = text_of(taking, COLUMN_LEVEL);
    award->scale = text_of(taking, COLUMN_SCALE);
    award->subject = text_of(taking, COLUMN_SUBJECT);
    award->status = text_of(taking, COLUMN_STATUS);
    award->awarded = date_of(taking, COLUMN_AWARDED);
    award->expires = date_of(taking, COLUMN_EXPIRES);
    check_order(taking, award->awarded, COLUMN_EXPIRES, award->expires);
}

static void fill_work(struct taking *taking, struct staff_work *work)
{
    need(taking, COLUMN_FROM);
    work->role = text_of(taking, COLUMN_ROLE);
    work->area = text_of(taking, COLUMN_AREA);
    work->from = date_of(taking, COLUMN_FROM);
    work->to = date_of(taking, COLUMN_TO);
    work->hours_per_week = hours_of(taking, COLUMN_HOURS_PER_WEEK);
    check_order(taking, work->from, COLUMN_TO, work->to);
}

struct staff_finding staff_line_read(struct reading *reading,
                                     const struct staff_cursor *cursor,
                                     union staff_entry *ret_entry)
{
    struct taking taking = {.texts = &reading->texts, .finding = nothing};
    place_cells(&taking, reading->map, cursor);
    if (cursor->file == STAFF_POSTS)
        fill_post(&taking, &ret_entry->post);
    else if (cursor->file == STAFF_AWARDS)
        fill_award(&taking, &ret_entry->award);
    else
        fill_work(&taking, &ret_entry->work);
    reading->failed |= reading->texts.failed;
    return taking.finding;
}

/* ---- equal entries ---- */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_date(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool same_post(const struct staff_post *a, const struct staff_post *b)
{
    return same_text(a->role, b->role) && same_text(a->team, b->team) &&
           same_text(a->grade, b->grade) &&
           same_text(a->target_role, b->target_role) &&
           same_date(a->role_start, b->role_start);
}

static bool same_award(const struct staff_award *a, const struct staff_award *b)
{
    return same_text(a->title, b->title) && same_text(a->level, b->level) &&
           same_text(a->scale, b->scale) && same_text(a->subject, b->subject) &&
           same_text(a->status, b->status) &&
           same_date(a->awarded, b->awarded) &&
           same_date(a->expires, b->expires);
}

static bool same_work(const struct staff_work *a, const struct staff_work *b)
{
    return same_text(a->role, b->role) && same_text(a->area, b->area) &&
           same_date(a->from, b->from) && same_date(a->to, b->to) &&
           a->hours_per_week == b->hours_per_week;
}

bool staff_entry_same(enum staff_file file, const union staff_entry *a,
                      const union staff_entry *b)
{
    switch (file) {
    case STAFF_POSTS:
        return same_post(&a->post, &b->post);
    case STAFF_AWARDS:
        return same_award(&a->award, &b->award);
    default:
        return same_work(&a->work, &b->work);
    }
}
