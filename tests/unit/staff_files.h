/* SPDX-License-Identifier: MIT */
/* HR exports from texts, for tests.
 *
 *     struct staff_told told = {0};
 *     struct staff *staff = staff_files_read(
 *         &(struct staff_texts){.staff = "person_id,role\n1,1366\n"}, &told);
 *     staff_free(staff);
 *
 * The texts are written to files of a fresh folder, which is removed again. */
#ifndef TESTS_STAFF_FILES_H
#define TESTS_STAFF_FILES_H

#include "base/buffer.h"
#include "model/staff.h"
#include "skillgap/error.h"

#include <stdbool.h>

/* NULL: not given. */
struct staff_texts {
    const char *staff, *qualifications, *experience, *map;
    bool strict;
};

struct staff_told {
    sg_status status;
    sg_error error;
    uint32_t errors, warnings;
    /* "reason@line" of each problem, with a space between them. */
    char reasons[1024];
    struct buffer messages; /* everything that was said; to be done with */
};

struct staff *staff_files_read(const struct staff_texts *texts,
                               struct staff_told *told);

#endif
