/* SPDX-License-Identifier: MIT */
/* Person files that are cut or damaged anywhere, and memory that runs out. */
#include "people.h"
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static struct reference *reference;

/* jansson gets so many pieces of memory, then one time none. */
static long pieces_left;

static void *piece(size_t size)
{
    return pieces_left-- == 0 ? NULL : malloc(size);
}

static void open_reference(void)
{
    json_set_alloc_funcs(piece, free);
    pieces_left = -1;
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_person_hostile, .init = open_reference, .fini = close_reference,
          .timeout = 300);

Test(read_person_hostile, a_file_cut_at_any_byte_is_refused_at_its_place)
{
    char *text = people_with("", "");
    const size_t whole = strlen(text) - 1; /* the new line may go */
    for (size_t size = 0; size < whole; size++) {
        struct problems found = {0};
        struct person *person =
            people_read_bytes(reference, text, size, &found);
        cr_assert_null(person, "cut at %zu", size);
        cr_assert_eq(found.count, 1, "cut at %zu", size);
        cr_assert(found.list[0].line > 0 && found.list[0].column > 0,
                  "cut at %zu", size);
        cr_assert_neq(found.list[0].message[0], '\0', "cut at %zu", size);
    }
    struct problems found = {0};
    person_free(people_read_bytes(reference, text, whole, &found));
    cr_expect_eq(found.count, 0);
    free(text);
}

/* Whatever it is then, it is read or refused with a sentence. */
Test(read_person_hostile, any_byte_may_be_another)
{
    static const char bytes[] = "\"\\{}[],:0-e\n\x80\xFF\0";
    char *text = people_with("", "");
    const size_t size = strlen(text);
    for (size_t i = 0; i < size; i++)
        for (size_t b = 0; b < sizeof(bytes); b++) {
            const char before = text[i];
            struct problems found = {0};
            text[i] = bytes[b];
            struct person *person =
                people_read_bytes(reference, text, size, &found);
            cr_assert(person || found.count > 0, "byte %zu as %d", i, bytes[b]);
            person_free(person);
            text[i] = before;
        }
    free(text);
}

Test(read_person_hostile, a_lack_of_memory_is_never_the_fault_of_the_file)
{
    char *text = people_with("", "");
    struct buffer bytes = support_bytes(text);
    sg_status status = SG_STORAGE;
    free(text);
    for (long n = 0; status == SG_STORAGE; n++) {
        struct problem_sink sink = {0};
        struct person *person = NULL;
        sg_error error = {0};
        pieces_left = n;
        status =
            read_person(&bytes, "p.json", reference, &sink, &person, &error);
        const bool ran_out = pieces_left < 0;
        pieces_left = -1;
        cr_assert(!ran_out || status == SG_STORAGE, "piece %ld: %s: %s", n,
                  error.reason, error.message);
        cr_assert_eq(sink.errors, 0, "piece %ld", n);
        person_free(person);
    }
    cr_expect_eq(status, SG_OK, "with memory it is read");
    buffer_done(&bytes);
}
