/* SPDX-License-Identifier: MIT */
/* Filling an sg_error. */
#include "base/fault.h"
#include "base/text.h"

#include <criterion/criterion.h>
#include <string.h>

Test(fault, it_fills_the_error_and_returns_the_status)
{
    sg_error error = {0};
    cr_expect_eq(
        fault_in(&error, SG_INPUT, "syntax", "a.json", "%d brackets", 3),
        SG_INPUT);
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_str_eq(error.reason, "syntax");
    cr_expect_str_eq(error.file, "a.json");
    cr_expect_str_eq(error.message, "3 brackets");
}

Test(fault, the_first_error_wins)
{
    sg_error error = {0};
    fault(&error, SG_INPUT, "first", "first");
    cr_expect_eq(fault(&error, SG_STORAGE, "second", "second"), SG_STORAGE,
                 "each call still returns its own status");
    cr_expect_str_eq(error.reason, "first");
    cr_expect_eq(error.status, SG_INPUT);
}

Test(fault, nobody_need_listen)
{
    cr_expect_eq(fault(NULL, SG_PLUGIN, "x", "y"), SG_PLUGIN);
    cr_expect_eq(fault_in(NULL, SG_PLUGIN, "x", NULL, "y"), SG_PLUGIN);
    cr_expect_eq(fault_memory(NULL), SG_STORAGE);
}

Test(fault, a_message_is_one_line_of_whole_characters)
{
    sg_error error = {0};
    char name[2000];
    memset(name, 'a', sizeof(name));
    for (size_t i = 0; i + 3 < sizeof(name); i += 3)
        memcpy(name + i, "\xE2\x82\xAC", 3);
    name[sizeof(name) - 2] = '\0';
    fault(&error, SG_INPUT, "long", "1\n\x1B%s", name);
    cr_expect_eq(strncmp(error.message, "1??\xE2\x82\xAC", 6), 0);
    cr_expect(text_is_utf8(error.message, strlen(error.message)));
    cr_expect_geq(strlen(error.message), sizeof(error.message) - 4);
}

Test(fault, memory_has_a_reason_and_a_remedy)
{
    sg_error error = {0};
    fault_memory(&error);
    cr_expect_eq(error.status, SG_STORAGE);
    cr_expect_str_eq(error.reason, "memory");
    cr_expect_neq(error.message[0], '\0');
}
