/* SPDX-License-Identifier: MIT */
/* Memory that is taken piece by piece. */
#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

Test(arena, pieces_are_zeroed_aligned_and_apart)
{
    struct arena arena = {0};
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *piece = arena_alloc(&arena, size);
        cr_assert_not_null(piece, "size %zu", size);
        cr_assert_eq((uintptr_t)piece % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(piece[i], 0, "size %zu byte %zu", size, i);
        memset(piece, 0xAB, size);
    }
    arena_done(&arena);
}

Test(arena, a_piece_larger_than_any_block_is_given)
{
    struct arena arena = {0};
    const size_t size = 5 * 1024 * 1024;
    char *piece = arena_alloc(&arena, size);
    cr_assert_not_null(piece);
    piece[size - 1] = 'x';
    arena_done(&arena);
}

Test(arena, a_product_that_overflows_fails_and_stays_failed)
{
    struct arena arena = {0};
    cr_expect_null(arena_array(&arena, SIZE_MAX / 2, 3));
    cr_expect(arena.failed);
    cr_expect_null(arena_alloc(&arena, 1), "a failure stays until the end");
    arena_done(&arena);
    cr_expect_not(arena.failed, "an empty arena is usable again");
    cr_expect_not_null(arena_alloc(&arena, 1));
    arena_done(&arena);
}

Test(arena, a_size_past_half_of_memory_fails)
{
    struct arena arena = {0};
    cr_expect_null(arena_alloc(&arena, SIZE_MAX));
    cr_expect(arena.failed);
    arena_done(&arena);
}

Test(arena, strings_are_copied_and_ended)
{
    struct arena arena = {0};
    char original[] = "office";
    char *copy = arena_strdup(&arena, original);
    char *part = arena_strndup(&arena, original, 3);
    char *none = arena_strndup(&arena, NULL, 0);
    original[0] = 'X';
    cr_expect_str_eq(copy, "office");
    cr_expect_str_eq(part, "off");
    cr_expect_str_eq(none, "");
    cr_expect_str_eq(arena_printf(&arena, "%s %d", "level", 4), "level 4");
    arena_done(&arena);
}
