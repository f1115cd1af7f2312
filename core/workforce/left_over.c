/* SPDX-License-Identifier: MIT */
/* Rejected rows and words that were not understood, as CSV for the inside. */
#include "workforce/left_over.h"

#include "base/fault.h"
#include "base/save.h"
#include "write/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Our columns, and those behind them. */
enum { HEADER_ROOM = 1024 };

/* Not the names that exports have: the folder may be theirs. */
static const char *const file_names[STAFF_FILE_COUNT] = {
    "rejected-staff.csv", "rejected-qualifications.csv",
    "rejected-experience.csv"};

/* ---- rejected rows ---- */

static void write_rows(struct buffer *out, const struct staff_account *account,
                       enum staff_file file)
{
    const struct staff_source *source = &account->sources[file];
    struct csv_writer csv;

    csv_writer_begin(&csv, out);
    for (size_t i = 0; i < source->column_count; i++)
        csv_put_text(&csv, source->columns[i]);
    csv_put_row(&csv, staff_behind_columns, STAFF_BEHIND_COUNT);
    for (size_t r = 0; r < account->rejected_count; r++) {
        const struct staff_rejected *rejected = &account->rejected[r];
        if (rejected->file != file)
            continue;
        for (size_t i = 0; i < source->column_count; i++)
            csv_put_text(&csv, rejected->cells ? rejected->cells[i] : NULL);
        csv_put_number(&csv, rejected->row);
        csv_put_text(&csv, rejected->column);
        csv_put_text(&csv, rejected->reason);
        csv_put_text(&csv, rejected->sentence);
        csv_put_end(&csv);
    }
}

/* Whether there is no such file, or one that an earlier run wrote: its first
 * line names a column that only those have. */
static bool is_ours(const char *path)
{
    char line[HEADER_ROOM] = "";
    struct stat seen;

    if (lstat(path, &seen) != 0)
        return true;
    FILE *file = S_ISREG(seen.st_mode) ? fopen(path, "rb") : NULL;
    if (!file)
        return false;
    const bool ours =
        fgets(line, sizeof line, file) && strstr(line, staff_behind_columns[0]);
    fclose(file);
    return ours;
}

static sg_status write_export(const struct staff_account *account,
                              enum staff_file file, const char *path,
                              sg_error *reterr)
{
    struct buffer out = {0};
    sg_status status;

    if (account->sources[file].rejected == 0)
        return is_ours(path) ? save_remove(path, reterr) : SG_OK;
    if (!is_ours(path))
        return fault_in(reterr, SG_STORAGE, "not-ours", path,
                        "A file of this name is there that holds no rejected "
                        "rows, and it is not written over; move it, or name "
                        "another folder.");
    write_rows(&out, account, file);
    status = out.failed
                 ? fault_memory(reterr)
                 : save_file(path, out.data, out.size, SAVE_PRIVATE, reterr);
    buffer_done(&out);
    return status;
}

sg_status left_over_rows(const struct staff_account *account,
                         const char *folder, sg_error *reterr)
{
    struct arena arena = {0};
    sg_status status = save_folder(folder, SAVE_PRIVATE, reterr);

    for (int file = 0; status == SG_OK && file < STAFF_FILE_COUNT; file++) {
        const char *path =
            arena_printf(&arena, "%s/%s", folder, file_names[file]);
        status =
            path ? write_export(account, (enum staff_file)file, path, reterr)
                 : fault_memory(reterr);
    }
    arena_done(&arena);
    return status;
}

/* ---- words ---- */

struct word {
    const char *text;
    const char *kind;
    uint32_t rows;
};

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left;
    const struct word *b = right;

    if (a->rows != b->rows)
        return a->rows > b->rows ? -1 : 1;
    const int order = strcmp(a->text, b->text);
    return order != 0 ? order : strcmp(a->kind, b->kind);
}

static struct word *collect(const struct counting *counting, size_t *ret_count)
{
    size_t count = 0;

    for (int kind = 0; kind < UNMATCHED_KINDS; kind++)
        count += counting->unmatched[kind].texts.count;
    struct word *words = calloc(count + 1, sizeof *words);
    *ret_count = words ? count : 0;
    count = 0;
    for (int kind = 0; words && kind < UNMATCHED_KINDS; kind++) {
        const struct unmatched *list = &counting->unmatched[kind];
        for (uint32_t i = 0; i < list->texts.count; i++)
            words[count++] =
                (struct word){list->texts.texts[i], list->kind, list->rows[i]};
    }
    if (count > 0)
        qsort(words, count, sizeof *words, compare_words);
    return words;
}

sg_status left_over_words(const struct counting *counting, const char *file,
                          sg_error *reterr)
{
    static const char *const header[] = {"what", "words", "rows"};
    struct buffer out = {0};
    struct csv_writer csv;
    size_t count;
    struct word *words = collect(counting, &count);

    if (!words)
        return fault_memory(reterr);
    csv_writer_begin(&csv, &out);
    csv_put_row(&csv, header, sizeof(header) / sizeof(header[0]));
    for (size_t i = 0; i < count; i++) {
        csv_put_text(&csv, words[i].kind);
        csv_put_text(&csv, words[i].text);
        csv_put_number(&csv, words[i].rows);
        csv_put_end(&csv);
    }
    free(words);
    const sg_status status =
        out.failed ? fault_memory(reterr)
                   : save_file(file, out.data, out.size, SAVE_PRIVATE, reterr);
    buffer_done(&out);
    return status;
}
