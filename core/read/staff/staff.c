/* SPDX-License-Identifier: MIT */
/* HR exports to persons: three files gone through side by side. */
#include "read/staff/staff.h"

#include "base/fault.h"
#include "base/file.h"
#include "read/staff/inside.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 16, PERSONS_PER_PROGRESS = 256 };

/* The entries of a person in one file. */
struct list {
    union staff_entry *entries;
    struct list_mark {
        uint64_t hash;
        uint32_t row;
    } * marks;
    size_t count, room;
};

/* The person who is being put together. */
struct making {
    struct reading *reading;
    const struct staff_visitor *visitor;
    struct list lists[STAFF_FILE_COUNT];
    struct staff_person person;
    bool unsorted;
};

/* ---- lists ---- */

static bool grow(struct list *list)
{
    const size_t room = list->room ? list->room * 2 : FIRST_ROOM;
    union staff_entry *entries =
        realloc(list->entries, room * sizeof(*entries));
    if (!entries)
        return false;
    list->entries = entries;
    struct list_mark *marks = realloc(list->marks, room * sizeof(*marks));
    if (!marks)
        return false;
    list->marks = marks;
    list->room = room;
    return true;
}

/* Whether the same row is there: the same in all cells, as far as the hash
 * tells, and surely in all that are read. A person has few rows. */
static bool is_repeated(const struct list *list, enum staff_file file,
                        const union staff_entry *entry, uint64_t hash)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->marks[i].hash == hash &&
            staff_entry_same(file, &list->entries[i], entry))
            return true;
    return false;
}

static enum staff_fault add(struct making *making, enum staff_file file,
                            const union staff_entry *entry)
{
    const struct staff_line *line = &making->reading->cursors[file].line;
    struct list *list = &making->lists[file];
    if (is_repeated(list, file, entry, line->hash))
        return FAULT_REPEATED_ROW;
    if (list->count == LIMIT_PERSON_ENTRIES)
        return FAULT_TOO_MANY;
    if (list->count == list->room && !grow(list)) {
        making->reading->failed = true;
        return FAULT_NONE;
    }
    list->entries[list->count] = *entry;
    list->marks[list->count++] = (struct list_mark){line->hash, line->row};
    making->reading->account->sources[file].used++;
    return FAULT_NONE;
}

/* ---- a person ---- */

/* Takes the present line of a file; for nobody unless `known`. */
static void take_line(struct making *making, enum staff_file file, bool known)
{
    struct reading *reading = making->reading;
    const struct staff_cursor *cursor = &reading->cursors[file];
    union staff_entry entry;
    struct staff_finding finding = staff_line_read(reading, cursor, &entry);
    if (finding.fault == FAULT_NONE && !known)
        finding =
            (struct staff_finding){FAULT_UNKNOWN_PERSON, COLUMN_PERSON_ID};
    else if (finding.fault == FAULT_NONE)
        finding.fault = add(making, file, &entry);
    if (finding.fault != FAULT_NONE)
        staff_reject(reading, cursor, cursor->line.row, cursor->line.cells,
                     finding);
}

/* Takes all lines of a file up to those of a person; NULL: all of them. Lines
 * of nobody in the staff file are left out. */
static sg_status take_lines(struct making *making, enum staff_file file,
                            const char *id)
{
    struct reading *reading = making->reading;
    const struct staff_cursor *cursor = &reading->cursors[file];
    sg_status status = SG_OK;
    while (status == SG_OK && !cursor->over && !making->unsorted) {
        const int order = id ? strcmp(cursor->line.cells[0].text, id) : -1;
        if (order > 0)
            break;
        take_line(making, file, order == 0);
        if (reading->failed)
            return fault_memory(reading->reterr);
        status = staff_cursor_next(reading, file, &making->unsorted);
    }
    return status;
}

/* The lists where the model has them. */
static bool hand_over(struct making *making)
{
    struct staff_person *person = &making->person;
    struct arena *arena = &making->reading->texts;
    const struct list *posts = &making->lists[STAFF_POSTS];
    const struct list *awards = &making->lists[STAFF_AWARDS];
    const struct list *work = &making->lists[STAFF_WORK];
    struct staff_post *to_posts =
        arena_array(arena, posts->count, sizeof(*to_posts));
    struct staff_award *to_awards =
        arena_array(arena, awards->count, sizeof(*to_awards));
    struct staff_work *to_work =
        arena_array(arena, work->count, sizeof(*to_work));
    if (arena->failed)
        return false;
    for (size_t i = 0; i < posts->count; i++) {
        to_posts[i] = posts->entries[i].post;
        to_posts[i].row = posts->marks[i].row;
    }
    for (size_t i = 0; i < awards->count; i++) {
        to_awards[i] = awards->entries[i].award;
        to_awards[i].row = awards->marks[i].row;
    }
    for (size_t i = 0; i < work->count; i++) {
        to_work[i] = work->entries[i].work;
        to_work[i].row = work->marks[i].row;
    }
    person->posts = to_posts;
    person->post_count = posts->count;
    person->awards = to_awards;
    person->award_count = awards->count;
    person->work = to_work;
    person->work_count = work->count;
    return true;
}

/* Puts together whoever is next in the staff file; has no posts when no row of
 * theirs can be used. */
static sg_status make_person(struct making *making)
{
    struct reading *reading = making->reading;
    const struct csv_cell *id = &reading->cursors[STAFF_POSTS].line.cells[0];
    arena_clear(&reading->texts);
    making->person = (struct staff_person){
        .id = arena_strndup(&reading->texts, id->text, id->size)};
    for (int i = 0; i < STAFF_FILE_COUNT; i++)
        making->lists[i].count = 0;
    sg_status status = making->person.id ? SG_OK : SG_STORAGE;
    if (status == SG_OK)
        status = take_lines(making, STAFF_POSTS, making->person.id);
    for (int i = STAFF_POSTS + 1; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        if (making->lists[STAFF_POSTS].count > 0)
            status = take_lines(making, (enum staff_file)i, making->person.id);
    if (status == SG_OK && !hand_over(making))
        status = SG_STORAGE;
    return status == SG_STORAGE ? fault_memory(reading->reterr) : status;
}

/* ---- all of them ---- */

static void show_progress(const struct making *making)
{
    uint64_t done = 0, of = 0;
    if (!making->visitor->progress)
        return;
    for (int i = 0; i < STAFF_FILE_COUNT; i++) {
        const struct staff_cursor *cursor = &making->reading->cursors[i];
        if (cursor->reader)
            done += csv_reader_bytes(cursor->reader);
        of += cursor->size;
    }
    making->visitor->progress(done < of ? done : of, of, making->visitor->user);
}

/* Shows all persons, as long as the files are in order. */
static sg_status go_through(struct making *making)
{
    struct reading *reading = making->reading;
    const struct staff_visitor *visitor = making->visitor;
    const struct staff_cursor *posts = &reading->cursors[STAFF_POSTS];
    sg_status status = SG_OK;
    making->unsorted = false;
    if (!visitor->begin(visitor->user))
        return fault_memory(reading->reterr);
    for (int i = 0; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        status =
            staff_cursor_next(reading, (enum staff_file)i, &making->unsorted);
    for (uint32_t n = 0; status == SG_OK && !posts->over; n++) {
        if (n % PERSONS_PER_PROGRESS == 0)
            show_progress(making);
        status = make_person(making);
        if (status != SG_OK || making->unsorted)
            return status;
        if (making->person.post_count > 0 &&
            !visitor->person(&making->person, visitor->user))
            return fault_memory(reading->reterr);
    }
    for (int i = STAFF_POSTS + 1; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        status = take_lines(making, (enum staff_file)i, NULL);
    if (status == SG_OK)
        show_progress(making);
    return status;
}

/* Once as the files are; when that is no order, again in order. */
static sg_status show_all(struct making *making)
{
    struct reading *reading = making->reading;
    sg_status status = go_through(making);
    if (status != SG_OK || !making->unsorted)
        return status;
    staff_reject_none(reading);
    for (int i = 0; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        status = staff_cursor_sort(reading, (enum staff_file)i);
    return status == SG_OK ? go_through(making) : status;
}

static bool is_stdin(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

static sg_status read_map(const char *path, struct problem_sink *sink,
                          struct staff_map *map, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error problem = {0};
    if (!path)
        return SG_OK;
    sg_status status = file_read(path, &bytes, &problem);
    if (status == SG_INPUT)
        problem_tell(sink, reterr, &problem);
    else if (status != SG_OK && reterr && reterr->status == SG_OK)
        *reterr = problem;
    if (status == SG_OK)
        status = read_staff_map(&bytes, file_label(path), sink, map, reterr);
    buffer_done(&bytes);
    return status;
}

static sg_status read_all(struct making *making,
                          const struct staff_files *files)
{
    const char *const paths[] = {[STAFF_POSTS] = files->staff,
                                 [STAFF_AWARDS] = files->qualifications,
                                 [STAFF_WORK] = files->experience};
    struct reading *reading = making->reading;
    sg_status status =
        read_map(files->map, reading->sink, reading->map, reading->reterr);
    for (int i = 0; status == SG_OK && i < STAFF_FILE_COUNT; i++)
        status = staff_cursor_open(reading, (enum staff_file)i, paths[i]);
    if (status == SG_OK)
        status = show_all(making);
    if (status != SG_OK)
        return status;
    staff_reject_tell(reading);
    staff_map_tell_unused(reading->map, reading->sink);
    return reading->strict && reading->account->rejected_count > 0 ? SG_INPUT
                                                                   : SG_OK;
}

static void done(struct making *making)
{
    for (int i = 0; i < STAFF_FILE_COUNT; i++) {
        staff_cursor_done(&making->reading->cursors[i]);
        free(making->lists[i].entries);
        free(making->lists[i].marks);
    }
    arena_done(&making->reading->texts);
    staff_map_done(making->reading->map);
}

sg_status read_staff(const struct staff_files *files, bool strict,
                     const struct staff_visitor *visitor,
                     struct problem_sink *sink,
                     struct staff_account **ret_account, sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    struct staff_map map = {0};
    *ret_account = NULL;
    if (is_stdin(files->staff) + is_stdin(files->qualifications) +
            is_stdin(files->experience) + is_stdin(files->map) >
        1)
        return fault(reterr, SG_USAGE, "standard-input",
                     "Standard input ('-') can be only one of the files; give "
                     "the others by name.");
    struct staff_account *account = calloc(1, sizeof(*account));
    struct reading *reading = calloc(1, sizeof(*reading));
    if (!account || !reading) {
        free(account);
        free(reading);
        return fault_memory(reterr);
    }
    *reading = (struct reading){.account = account,
                                .map = &map,
                                .sink = sink ? sink : &nowhere,
                                .reterr = reterr,
                                .strict = strict};
    struct making making = {.reading = reading, .visitor = visitor};
    const sg_status status = read_all(&making, files);
    done(&making);
    free(reading);
    if (status == SG_OK)
        *ret_account = account;
    else
        staff_account_free(account);
    return status;
}
