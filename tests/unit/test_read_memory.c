/* SPDX-License-Identifier: MIT */
/* Running out of memory while JSON is read: never the file's fault. */
#include "read/read.h"
#include "rounds.h"
#include "skillgap/catalogue.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* jansson gets so many pieces of memory, then one time none. */
static long pieces_left;

static void *piece(size_t size)
{
    return pieces_left-- == 0 ? NULL : malloc(size);
}

static void prepare(void)
{
    json_set_alloc_funcs(piece, free);
    pieces_left = -1;
    setenv("XDG_DATA_HOME", "/nowhere", 1);
    setenv("SKILLGAP_DATA", support_data(), 1);
}

TestSuite(read_memory, .init = prepare, .timeout = 300);

/* One of everything that jansson asks memory for: texts long enough to grow,
 * escapes, objects that are rehashed, lists that are made longer, numbers. */
static const char *varied(void)
{
    static char text[8192];
    size_t used = (size_t)snprintf(
        text, sizeof text,
        "{\"a\":[1,2.5,-3e2,true,null,\"\\u00e9\\n\",\"%0200d\"],\"b\":{", 0);
    for (int i = 0; i < 60; i++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "\"key%d\": [%d, \"a text of some length\"],",
                                 i, i);
    snprintf(text + used, sizeof text - used, "\"end\":[[],{}]}}");
    return text;
}

Test(read_memory, a_text_that_finds_no_memory_is_not_called_wrong)
{
    struct reference *reference = support_reference();
    struct buffer bytes = support_bytes(varied());
    sg_error error = {.reason = "memory"};
    for (long n = 0; strcmp(error.reason, "memory") == 0; n++) {
        struct framework *framework = NULL;
        error = (sg_error){0};
        pieces_left = n;
        const sg_status status = read_framework(&bytes, "x.json", reference,
                                                NULL, &framework, &error);
        const bool ran_out = pieces_left < 0;
        pieces_left = -1;
        cr_assert_null(framework);
        cr_assert(!ran_out || status == SG_STORAGE, "piece %ld: %s: %s", n,
                  error.reason, error.message);
    }
    cr_expect_str_eq(error.reason, "missing-field", "with memory it is read");
    buffer_done(&bytes);
    reference_free(reference);
}

/* Every so-manieth piece, for there are thousands; the steps differ from the
 * lengths of lists, so that all kinds of pieces come up. */
Test(read_memory, without_memory_no_council_is_left_out)
{
    enum { STEP = ROUNDS(37, 113) };
    sg_status status = SG_STORAGE;
    for (long n = 0; status != SG_OK; n += STEP) {
        const sg_catalogue_options options = {.without_plugins = true};
        sg_catalogue *catalogue = NULL;
        sg_error error = {0};
        pieces_left = n;
        status = sg_catalogue_open(&options, &catalogue, &error);
        const bool ran_out = pieces_left < 0;
        pieces_left = -1;
        cr_assert(!ran_out || status == SG_STORAGE, "piece %ld: %s: %s", n,
                  error.reason, error.message);
        if (status == SG_STORAGE)
            cr_assert_str_eq(error.reason, "memory");
        sg_catalogue_free(catalogue);
    }
}
