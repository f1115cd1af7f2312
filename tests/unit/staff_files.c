/* SPDX-License-Identifier: MIT */
/* HR exports from texts, for tests. */
#include "staff_files.h"

#include "read/staff.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KIND_COUNT = 4, NAME_ROOM = 64 };

static void keep(const sg_error *problem, void *user)
{
    struct staff_told *told = user;
    const size_t used = strlen(told->reasons);
    snprintf(told->reasons + used, sizeof(told->reasons) - used, "%s%s@%u",
             used ? " " : "", problem->reason, (unsigned)problem->line);
    buffer_printf(&told->messages, "%s %s %s\n", problem->reason,
                  problem->pointer, problem->message);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file, "%s cannot be written", path);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

struct staff *staff_files_read(const struct staff_texts *texts,
                               struct staff_told *told)
{
    static const char *const names[] = {"s.csv", "q.csv", "x.csv", "m.json"};
    const char *const all[] = {texts->staff, texts->qualifications,
                               texts->experience, texts->map};
    char folder[] = "/tmp/skillgap-staff-XXXXXX";
    char paths[KIND_COUNT][NAME_ROOM];
    struct staff *staff = NULL;
    struct problem_sink sink = {.tell = keep, .user = told};

    cr_assert_not_null(mkdtemp(folder));
    for (int i = 0; i < KIND_COUNT; i++) {
        snprintf(paths[i], NAME_ROOM, "%s/%s", folder, names[i]);
        if (all[i])
            write_file(paths[i], all[i]);
    }
    const struct staff_files files = {
        .staff = paths[0],
        .qualifications = all[1] ? paths[1] : NULL,
        .experience = all[2] ? paths[2] : NULL,
        .map = all[3] ? paths[3] : NULL,
    };
    told->status =
        read_staff(&files, texts->strict, &sink, &staff, &told->error);
    for (int i = 0; i < KIND_COUNT; i++)
        unlink(paths[i]);
    rmdir(folder);
    told->errors = sink.errors;
    told->warnings = sink.warnings;
    cr_expect_eq(staff != NULL, told->status == SG_OK);
    cr_expect_eq(told->error.status, told->status);
    return staff;
}
