/* SPDX-License-Identifier: MIT */
/* Rows of HR exports that are left out, and how that is told. */
#include "base/fault.h"
#include "read/staff/inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 64 };

static struct staff_rejected *one_more(struct reading *reading)
{
    struct staff_account *account = reading->account;
    if (account->rejected_count == reading->rejected_room) {
        const size_t room =
            reading->rejected_room ? reading->rejected_room * 2 : FIRST_ROOM;
        struct staff_rejected *list =
            realloc(account->rejected, room * sizeof(*list));
        if (!list)
            return NULL;
        account->rejected = list;
        reading->rejected_room = room;
    }
    return &account->rejected[account->rejected_count++];
}

/* The cells to be corrected. */
static const char *const *copied(struct arena *arena,
                                 const struct csv_cell *cells, size_t count)
{
    const char **copies = arena_array(arena, count, sizeof(*copies));
    for (size_t i = 0; copies && i < count; i++)
        copies[i] = arena_strndup(arena, cells[i].text, cells[i].size);
    return copies;
}

void staff_reject(struct reading *reading, const struct staff_cursor *cursor,
                  uint32_t row, const struct csv_cell *cells,
                  struct staff_finding finding)
{
    struct arena *arena = &reading->account->arena;
    const struct staff_fault_words *words = &staff_fault_words[finding.fault];
    const bool whole = finding.column == COLUMN_COUNT;
    struct staff_rejected *rejected = one_more(reading);
    if (!rejected) {
        reading->failed = true;
        return;
    }
    *rejected = (struct staff_rejected){
        .file = cursor->file,
        .row = row,
        .column = whole ? NULL : staff_column_names[finding.column],
        .place = whole ? 0 : cursor->header.place[finding.column] + 1u,
        .reason = words->reason,
        .sentence = whole ? words->words
                          : arena_printf(arena, "'%s' %s",
                                         staff_column_names[finding.column],
                                         words->words),
        .cells = cells ? copied(arena, cells, cursor->header.count) : NULL};
    reading->failed |= arena->failed;
    reading->account->sources[cursor->file].rejected++;
}

void staff_reject_none(struct reading *reading)
{
    struct staff_account *account = reading->account;
    account->rejected_count = 0;
    for (int i = 0; i < STAFF_FILE_COUNT; i++) {
        account->sources[i].rejected = 0;
        account->sources[i].used = 0;
    }
}

/* ---- telling ---- */

static int by_place(const void *left, const void *right)
{
    const struct staff_rejected *a = left, *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static void tell_row(struct reading *reading,
                     const struct staff_rejected *rejected)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, rejected->reason,
             reading->account->sources[rejected->file].file, "%s",
             rejected->sentence);
    problem.line = rejected->row;
    problem.column = rejected->place;
    problem.warning = !reading->strict;
    problem_tell(reading->sink, reading->reterr, &problem);
}

static void warn(struct reading *reading, const struct staff_source *source,
                 const char *reason, const char *sentence)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, source->file, "%s", sentence);
    problem.warning = true;
    problem_tell(reading->sink, NULL, &problem);
}

static void tell_file(struct reading *reading,
                      const struct staff_cursor *cursor)
{
    const struct staff_source *source =
        &reading->account->sources[cursor->file];
    if (cursor->windows)
        warn(reading, source, "encoding",
             "This file is not all UTF-8, and what is not is read as Windows "
             "text; save it as UTF-8 if letters with accents look wrong.");
    if (source->file && source->used == 0 && source->rejected == 0)
        warn(reading, source, "no-rows",
             "This file has a header and no rows; was it exported "
             "completely?");
}

void staff_reject_tell(struct reading *reading)
{
    struct staff_account *account = reading->account;
    size_t next = 0;
    if (account->rejected_count > 0)
        qsort(account->rejected, account->rejected_count,
              sizeof(*account->rejected), by_place);
    for (int i = 0; i < STAFF_FILE_COUNT; i++)
        tell_file(reading, &reading->cursors[i]);
    for (int i = 0; i < STAFF_FILE_COUNT; i++)
        for (; next < account->rejected_count &&
               account->rejected[next].file == (enum staff_file)i;
             next++)
            tell_row(reading, &account->rejected[next]);
}
