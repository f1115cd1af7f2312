/* SPDX-License-Identifier: MIT */
/* The rows of an HR export: checked, kept, or left out with a reason. */
#include "base/fault.h"
#include "base/limits.h"
#include "read/staff_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row on its way: the texts of its columns, NULL when empty. */
struct taking {
    struct reading *reading;
    const struct csv_row *row;
    const struct csv_cell *cells[COLUMN_COUNT];
    enum staff_column column; /* at which `fault` was found */
    enum staff_fault fault;
};

/* ---- leaving out ---- */

static void tell(struct reading *reading, const struct csv_row *row,
                 enum staff_column column, const char *reason,
                 const char *sentence)
{
    const struct staff *staff = reading->staff;
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, staff->sources[reading->file].file,
             "%s", sentence);
    problem.line = row->number;
    if (column != COLUMN_COUNT)
        problem.column = reading->header.place[column] + 1u;
    problem.warning = !reading->strict;
    problem_tell(reading->sink, reading->reterr, &problem);
}

static const char *kept(struct reading *reading, const char *text, size_t size)
{
    const uint32_t index = strings_add(&reading->texts, text, size);
    if (index != STRINGS_NONE)
        return reading->texts.texts[index];
    reading->failed = true;
    return NULL;
}

/* The cells to be corrected; a row that is too short has no more. */
static const char *const *copied(struct reading *reading,
                                 const struct csv_row *row)
{
    const struct staff_header *header = &reading->header;
    if (row->fault != ROW_WHOLE)
        return NULL;
    const char **cells =
        arena_array(&reading->staff->arena, header->count, sizeof(*cells));
    for (size_t i = 0; cells && i < header->count; i++) {
        const uint16_t place = header->place[header->columns[i]];
        const bool there = place < row->count;
        cells[i] = kept(reading, there ? row->cells[place].text : "",
                        there ? row->cells[place].size : 0);
    }
    reading->failed |= !cells;
    return cells;
}

static struct staff_rejected *one_more(struct reading *reading)
{
    struct staff *staff = reading->staff;
    if (staff->rejected_count == reading->rejected_room) {
        const size_t room =
            reading->rejected_room ? reading->rejected_room * 2 : 64;
        struct staff_rejected *list =
            realloc(staff->rejected, room * sizeof(*list));
        if (!list)
            return NULL;
        staff->rejected = list;
        reading->rejected_room = room;
    }
    return &staff->rejected[staff->rejected_count++];
}

void staff_reject(struct reading *reading, const struct csv_row *row,
                  enum staff_column column, enum staff_fault fault)
{
    const struct staff_fault_words *words = &staff_fault_words[fault];
    const char *name =
        column == COLUMN_COUNT ? NULL : staff_column_names[column];
    char sentence[sizeof(((sg_error *)0)->message)];
    if (name)
        snprintf(sentence, sizeof(sentence), "'%s' %s", name, words->words);
    else
        snprintf(sentence, sizeof(sentence), "%s", words->words);
    struct staff_rejected *rejected = one_more(reading);
    if (!rejected) {
        reading->failed = true;
        return;
    }
    *rejected = (struct staff_rejected){
        .file = reading->file,
        .row = row->number,
        .column = name,
        .reason = words->reason,
        .sentence = kept(reading, sentence, strlen(sentence)),
        .cells = copied(reading, row)};
    reading->staff->sources[reading->file].rejected++;
    tell(reading, row, column, words->reason, sentence);
}

/* ---- cells ---- */

static void find_fault(struct taking *taking, enum staff_column column,
                       enum staff_fault fault)
{
    if (taking->fault != FAULT_NONE || fault == FAULT_NONE)
        return;
    taking->column = column;
    taking->fault = fault;
}

static const char *text_of(const struct taking *taking,
                           enum staff_column column)
{
    const struct csv_cell *cell = taking->cells[column];
    return cell ? kept(taking->reading, cell->text, cell->size) : NULL;
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

/* Finds the cells that are needed, read as the map file says. False for a row
 * with none of them. What the map settles is no fault. */
static bool find_cells(struct taking *taking)
{
    const struct staff_header *header = &taking->reading->header;
    const struct csv_row *row = taking->row;
    struct staff_map *map = taking->reading->map;
    bool any = false;
    for (size_t i = 0; i < header->count; i++) {
        const enum staff_column column = header->columns[i];
        if (header->place[column] >= row->count)
            continue;
        struct csv_cell *cell = &row->cells[header->place[column]];
        staff_cell_clean(cell);
        if (cell->size == 0)
            continue;
        any = true;
        const struct csv_cell *meant = staff_map_has_words(map, column)
                                           ? staff_map_meant(map, column, cell)
                                           : cell;
        if (meant->size > 0)
            taking->cells[column] = meant;
        if (meant == cell)
            find_fault(taking, column, fault_of_cell(column, cell));
    }
    return any;
}

static void need(struct taking *taking, enum staff_column column)
{
    if (!taking->cells[column])
        find_fault(taking, column, FAULT_MISSING_CELL);
}

/* Empty cells behind the last column are a spreadsheet's. */
static bool is_ragged(const struct reading *reading, const struct csv_row *row)
{
    for (uint32_t i = reading->header.width; i < row->count; i++) {
        staff_cell_trim(&row->cells[i]);
        if (row->cells[i].size > 0)
            return true;
    }
    return row->count < reading->header.width;
}

/* ---- entries ---- */

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

static bool is_person(const struct reading *reading, uint32_t person,
                      const struct csv_cell *id)
{
    return person < reading->persons.count &&
           strcmp(reading->persons.texts[person], id->text) == 0;
}

/* The person of the row before, or of the next one in the staff file, is found
 * without a search. */
static uint32_t known_person(const struct reading *reading,
                             const struct csv_cell *id)
{
    if (is_person(reading, reading->last_person, id))
        return reading->last_person;
    if (is_person(reading, reading->last_person + 1, id))
        return reading->last_person + 1;
    return strings_find(&reading->persons, id->text, id->size);
}

/* Whom a row is about. The staff file makes persons, the others name them. */
static uint32_t person_of(struct taking *taking)
{
    struct reading *reading = taking->reading;
    const struct csv_cell *id = taking->cells[COLUMN_PERSON_ID];
    uint32_t person;
    if (reading->file == STAFF_POSTS) {
        person = strings_add(&reading->persons, id->text, id->size);
        reading->failed |= person == STRINGS_NONE;
    } else {
        person = known_person(reading, id);
        if (person == STRINGS_NONE)
            find_fault(taking, COLUMN_PERSON_ID, FAULT_UNKNOWN_PERSON);
        else
            reading->last_person = person;
    }
    return person;
}

static void fill(struct taking *taking, union staff_entry *entry)
{
    /* Entries are compared byte by byte. */
    memset(entry, 0, sizeof(*entry));
    need(taking, COLUMN_PERSON_ID);
    if (taking->reading->file == STAFF_POSTS)
        fill_post(taking, &entry->post);
    else if (taking->reading->file == STAFF_AWARDS)
        fill_award(taking, &entry->award);
    else
        fill_work(taking, &entry->work);
}

static void keep_entry(struct taking *taking, const union staff_entry *entry,
                       const struct staff_mark *mark)
{
    struct reading *reading = taking->reading;
    switch (staff_pile_add(&reading->pile, entry, mark)) {
    case PILE_ADDED:
        reading->staff->sources[reading->file].used++;
        return;
    case PILE_REPEATED:
        find_fault(taking, COLUMN_COUNT, FAULT_REPEATED_ROW);
        return;
    case PILE_FULL:
        find_fault(taking, COLUMN_COUNT, FAULT_TOO_MANY);
        return;
    default:
        reading->failed = true;
    }
}

/* A row is the same as another one wherever each was rejected before. */
static uint64_t row_hash(const struct reading *reading,
                         const struct csv_row *row)
{
    const struct staff_header *header = &reading->header;
    const char *end = row->bytes;
    if (header->own_width == header->width)
        end += row->size;
    else
        for (uint32_t i = 0; i < header->own_width && i < row->count; i++)
            end += strlen(end) + 1;
    return strings_hash(row->bytes, (size_t)(end - row->bytes),
                        (uint64_t)(uintptr_t)reading->staff);
}

static void take_row(struct reading *reading, const struct csv_row *row)
{
    static const enum staff_fault faults[] = {[ROW_QUOTE] = FAULT_OPEN_QUOTE,
                                              [ROW_LONG] = FAULT_LONG_ROW,
                                              [ROW_WIDE] = FAULT_WIDE_ROW};
    struct taking taking = {
        .reading = reading, .row = row, .column = COLUMN_COUNT};
    union staff_entry entry;
    struct staff_mark mark = {.row = row->number};
    if (row->fault != ROW_WHOLE) {
        staff_reject(reading, row, COLUMN_COUNT, faults[row->fault]);
        return;
    }
    mark.hash = row_hash(reading, row);
    const bool ragged = is_ragged(reading, row);
    if (!find_cells(&taking) && !ragged)
        return;
    if (ragged) {
        staff_reject(reading, row, COLUMN_COUNT, FAULT_RAGGED_ROW);
        return;
    }
    fill(&taking, &entry);
    if (taking.fault == FAULT_NONE)
        mark.person = person_of(&taking);
    if (taking.fault == FAULT_NONE && !reading->failed)
        keep_entry(&taking, &entry, &mark);
    if (taking.fault != FAULT_NONE && !reading->failed)
        staff_reject(reading, row, taking.column, taking.fault);
}

sg_status staff_read_rows(struct reading *reading, struct csv_reader *reader)
{
    struct csv_row row;
    for (;;) {
        const sg_status status = csv_reader_next(reader, &row, reading->reterr);
        if (status != SG_OK || row.number == 0)
            return status;
        take_row(reading, &row);
        if (reading->failed)
            return fault_memory(reading->reterr);
    }
}
