/* SPDX-License-Identifier: MIT */
/* HR exports from texts, for tests.
 *
 *     struct staff_told told = {0};
 *     struct staff_people *staff = staff_files_read(
 *         &(struct staff_texts){.staff = "person_id,role\n1,1366\n"}, &told);
 *     staff_people_free(staff);
 *
 * The texts are written to files of a fresh folder, which is removed again. */
#ifndef TESTS_STAFF_FILES_H
#define TESTS_STAFF_FILES_H

#include "base/buffer.h"
#include "read/staff/staff.h"

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

/* All persons of an export at once, copied. */
struct staff_people {
    struct staff_account *account;
    struct arena arena;
    struct staff_person *persons; /* in the order in which they came */
    size_t count, room;
    unsigned begun; /* how often reading began */
    uint64_t progress, progress_of;
};

/* As read_staff(). */
sg_status staff_people_read(const struct staff_files *files, bool strict,
                            struct problem_sink *sink,
                            struct staff_people **ret_people, sg_error *reterr);
const struct staff_person *staff_people_find(const struct staff_people *people,
                                             const char *id);
void staff_people_free(struct staff_people *people);

struct staff_people *staff_files_read(const struct staff_texts *texts,
                                      struct staff_told *told);

#endif
