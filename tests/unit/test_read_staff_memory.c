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

/* So many pieces of memory are there, then none. */
static long pieces_left = -1;

static bool is_spent(void)
{
    return pieces_left >= 0 && pieces_left-- == 0;
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
#include "../../core/read/csv.c"
#include "../../core/read/csv_text.c"
#define FIRST_ROOM FIRST_ROOM_OF_PILES
#define grow grow_pile
#include "../../core/read/staff_pile.c"
#undef FIRST_ROOM
#undef grow
#define FIRST_ROOM FIRST_ROOM_OF_STRINGS
#define grow grow_strings
#include "../../core/read/staff_strings.c"
#undef FIRST_ROOM
#undef grow
#include "../../core/read/staff.c"
#include "../../core/read/staff_rows.c"

static const struct staff_texts texts[] = {
    {.staff = "person_id,role,notes\nP2,a,x\nP1,\"b\"\"c\",y\nP3\n",
     .qualifications = "person_id,title\nP1,T\nP1,T\nP9,U\n",
     .experience = "person_id,from\nP2,2020\n"},
    {.staff = "person_id,role\nP1,caf\xE9\nP2,\"open\nP3,x\n"},
    {.staff = "person_id,was\nP1,a\n",
     .map = "{\"format\": \"skillgap-staff-map/1\", \"columns\": "
            "{\"role\": \"was\"}, \"drop\": [\"x\"]}"},
};

Test(staff_memory, running_out_anywhere_is_told_as_that)
{
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        sg_status status = SG_STORAGE;
        long piece = 0;
        for (; status != SG_OK; piece++) {
            struct staff_told told = {0};
            /* What is kept of the messages asks for memory too. */
            buffer_add(&told.messages, "", 0);
            pieces_left = piece;
            struct staff *staff = staff_files_read(&texts[i], &told);
            pieces_left = -1;
            status = told.status;
            cr_assert(status == SG_OK ||
                          (status == SG_STORAGE &&
                           strcmp(told.error.reason, "memory") == 0),
                      "%zu, piece %ld: %s: %s", i, piece, told.error.reason,
                      told.error.message);
            staff_free(staff);
            buffer_done(&told.messages);
        }
        cr_expect_gt(piece, 20, "%ld pieces were asked for", piece);
    }
}
