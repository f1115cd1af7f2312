/* SPDX-License-Identifier: MIT */
/* What to buy while memory runs out: said as that, and nothing is kept.
 *
 * The files that ask for memory themselves are compiled here once more, asking
 * a function that fails on demand; a sanitizer sees all the rest as usual. */
#include "buy_random.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* So many pieces of memory are there. -1: no end to it. */
static long pieces_left = -1;
static bool ran_out;

static bool is_spent(void)
{
    if (pieces_left == 0)
        ran_out = true;
    else if (pieces_left > 0)
        pieces_left--;
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

#define calloc spare_calloc
#define malloc spare_malloc
#define realloc spare_realloc

#include "../../core/base/arena.c"
#include "../../core/workforce/buy.c"
#include "../../core/workforce/buy_basket.c"
#include "../../core/workforce/buy_bound.c"
#include "../../core/workforce/buy_prepare.c"
#include "../../core/workforce/buy_program.c"
#include "../../core/workforce/buy_relax.c"
#include "../../core/workforce/buy_round.c"
#include "../../core/workforce/buy_search.c"

enum { LEAST_PIECES = 12 };

static struct buy_random drawn;

typedef sg_status (*buy)(const struct buy_problem *, struct buy_plan *,
                         sg_error *);

/* Whether there was memory enough with so many pieces. */
static bool buy_with(buy how, long pieces)
{
    struct buy_plan plan;
    sg_error error = {0};

    pieces_left = pieces;
    ran_out = false;
    const sg_status status = how(&drawn.problem, &plan, &error);
    pieces_left = -1;
    cr_assert_eq(status, ran_out ? SG_STORAGE : SG_OK, "piece %ld", pieces);
    if (ran_out) {
        cr_assert_str_eq(error.reason, "memory");
        cr_assert_null(plan.taken);
    }
    buy_plan_done(&plan);
    return !ran_out;
}

Test(workforce_buy_memory, running_out_anywhere_is_told_as_that)
{
    for (uint32_t seed = 1; seed <= 2; seed++) {
        long pieces = 0;
        buy_random_init(&drawn, seed, &buy_random_council);
        drawn.problem.step_limit = 3000;
        while (!buy_with(buy_best, pieces))
            pieces++;
        cr_expect_gt(pieces, LEAST_PIECES, "seed %u: %ld", seed, pieces);
        for (pieces = 0; !buy_with(buy_greedy, pieces);)
            pieces++;
        cr_expect_gt(pieces, 1, "seed %u: %ld", seed, pieces);
    }
}
