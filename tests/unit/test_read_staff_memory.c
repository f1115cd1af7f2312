/* SPDX-License-Identifier: MIT */
/* HR exports while memory runs out: said as that, and nothing is lost or kept.
 *
 * The files that ask for memory themselves are compiled here once more, asking
 * a function that fails on demand; a sanitizer sees all the rest as usual.
 * Names that two of them have get the file's. */
#include "base/arena.h"
#include "base/buffer.h"
#include "staff_files.h"

#include <criterion/criterion.h>
#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* So many pieces of memory are there, then none at all: libcsv tries again
 * with less. -1: no end to it. */
static long pieces_left = -1;
static bool ran_out;

static bool is_spent(void)
{
    if (pieces_left > 0)
        pieces_left--;
    else if (pieces_left == 0)
        ran_out = true;
    return pieces_left == 0 && ran_out;
}

static void *spare_calloc(size_t count, size_t size)
{
    return is_spent() ? NULL : calloc(count, size);
}

static void *spare_malloc(size_t size)
{
    return is_spent() ? NULL : malloc(size);
}

static void *spare_realloc(void *place, size_t size)
{
    return is_spent() ? NULL : realloc(place, size);
}

static int spare_csv_init(struct csv_parser *parser, unsigned char options)
{
    const int answer = csv_init(parser, options);
    csv_set_realloc_func(parser, spare_realloc);
    return answer;
}

#define calloc spare_calloc
#define malloc spare_malloc
#define realloc spare_realloc
#define csv_init spare_csv_init

#include "../../core/base/arena.c"
#define FIRST_ROOM FIRST_ROOM_OF_BUFFERS
#include "../../core/base/buffer.c"
#undef FIRST_ROOM
#define begin begin_csv
#include "../../core/read/csv.c"
#undef begin
#include "../../core/read/csv_text.c"
#define FIRST_ROOM FIRST_ROOM_OF_PILES
#define grow grow_pile
#include "../../core/read/staff/pile.c"
#undef FIRST_ROOM
#undef grow
#define FIRST_ROOM FIRST_ROOM_OF_REJECTED
#include "../../core/read/staff/reject.c"
#undef FIRST_ROOM
#define is_stdin is_stdin_of_cursors
#include "../../core/read/staff/cursor.c"
#undef is_stdin
#include "../../core/read/staff/rows.c"
#include "../../core/read/staff/staff.c"

static const struct staff_texts texts[] = {
    {.staff = "person_id,role,notes\nP2,a,x\nP1,\"b\"\"c\",y\nP3\n",
     .qualifications = "person_id,title\nP1,T\nP1,T\nP9,U\n",
     .experience = "person_id,from\nP2,2020\n"},
    {.staff = "person_id,role\nP1,caf\xE9\nP2,\"open\nP3,x\n"},
    {.staff = "person_id,was\nP1,a\n",
     .map = "{\"format\": \"skillgap-staff-map/1\", \"columns\": "
            "{\"role\": \"was\"}, \"drop\": [\"x\"], \"means\": "
            "{\"role\": {\"A\": \"b\", \"c\": \"\"}}}"},
};

enum { MESSAGE_ROOM = 4096, LEAST_PIECES = 10 };

/* Whether there was memory enough with so many pieces. */
static bool read_with(const struct staff_texts *given, long pieces)
{
    static char room[MESSAGE_ROOM];
    struct staff_told told = {0};
    /* The room for messages is no part of what is tested. */
    buffer_add(&told.messages, room, sizeof(room));
    told.messages.size = 0;
    pieces_left = pieces;
    ran_out = false;
    struct staff_people *staff = staff_files_read(given, &told);
    pieces_left = -1;
    cr_assert_eq(told.status, ran_out ? SG_STORAGE : SG_OK, "piece %ld: %s",
                 pieces, told.error.message);
    if (ran_out)
        cr_assert_str_eq(told.error.reason, "memory");
    staff_people_free(staff);
    buffer_done(&told.messages);
    return !ran_out;
}

Test(staff_memory, running_out_anywhere_is_told_as_that)
{
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        long pieces = 0;
        while (!read_with(&texts[i], pieces))
            pieces++;
        cr_expect_gt(pieces, LEAST_PIECES, "text %zu: %ld pieces", i, pieces);
    }
}
