/* SPDX-License-Identifier: MIT */
/* A string that grows, up to a ceiling. */
#include "base/buffer.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

Test(buffer, what_is_added_stands_in_order_and_is_ended)
{
    struct buffer buffer = {0};
    buffer_add(&buffer, "abcdef", 3);
    buffer_puts(&buffer, "-");
    buffer_printf(&buffer, "%d%s", 12, "x");
    cr_expect_eq(buffer.size, 7);
    char *text = buffer_take(&buffer);
    cr_assert_not_null(text);
    cr_expect_str_eq(text, "abc-12x");
    cr_expect_null(buffer.data, "the buffer is empty again");
    free(text);
}

Test(buffer, an_empty_buffer_gives_an_empty_string)
{
    struct buffer buffer = {0};
    char *text = buffer_take(&buffer);
    cr_assert_not_null(text);
    cr_expect_str_eq(text, "");
    free(text);
}

Test(buffer, the_ceiling_itself_can_be_reached_and_not_passed)
{
    struct buffer buffer = {.limit = 4};
    buffer_puts(&buffer, "1234");
    cr_expect_not(buffer.failed);
    buffer_puts(&buffer, "5");
    cr_expect(buffer.failed);
    cr_expect_null(buffer_take(&buffer));
    cr_expect_null(buffer.data, "nothing is left to free");
}

Test(buffer, a_failure_is_remembered)
{
    struct buffer buffer = {.limit = 2};
    buffer_printf(&buffer, "%s", "longer");
    buffer_puts(&buffer, "a");
    cr_expect(buffer.failed);
    cr_expect_eq(buffer.size, 0, "nothing is added after a failure");
    buffer_done(&buffer);
    cr_expect_not(buffer.failed);
}

Test(buffer, an_impossible_count_fails_without_reading)
{
    struct buffer buffer = {0};
    buffer_add(&buffer, "x", SIZE_MAX);
    cr_expect(buffer.failed);
    buffer_done(&buffer);
}

Test(buffer, zero_bytes_are_kept)
{
    struct buffer buffer = {0};
    buffer_add(&buffer, "a\0b", 3);
    cr_expect_eq(buffer.size, 3);
    cr_expect_eq(memcmp(buffer.data, "a\0b", 4), 0);
    buffer_done(&buffer);
}

Test(buffer, it_grows_to_a_megabyte)
{
    struct buffer buffer = {0};
    for (int i = 0; i < 1024 * 1024; i++)
        buffer_add(&buffer, "x", 1);
    cr_expect_eq(buffer.size, 1024 * 1024);
    cr_expect_eq(strlen(buffer.data), buffer.size);
    buffer_done(&buffer);
}
