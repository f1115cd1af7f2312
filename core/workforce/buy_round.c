/* SPDX-License-Identifier: MIT */
/* Plans for the whole person out of the values of a linear program. */
#include "workforce/buy_search.h"

#include <math.h>

/* How much exchanging is tried with a plan that is promising. */
enum { EXCHANGE_MOST = 200 * 1000 };

void keep_better_plan(struct search *search)
{
    if (search->trial.cost <= search->market->budget &&
        basket_is_better(&search->trial, &search->best))
        basket_copy(&search->best, &search->trial);
}

/* Down to whole people. */
static void take_whole(struct search *search)
{
    const struct market *market = search->market;
    struct basket *trial = &search->trial;

    basket_clear(trial);
    for (uint32_t o = 0; o < market->choice_count; o++) {
        const double value = floor(relax_people(search, o) + 1e-6);
        const int64_t left = trial->left[market->choices[o].crowd];
        if (value >= 1.0)
            basket_add(trial, o, value < (double)left ? (int64_t)value : left);
        search->looked += market->choices[o].count;
    }
}

void round_values(struct search *search)
{
    const struct market *market = search->market;
    struct basket *trial = &search->trial;
    const int64_t people = search->box.people;

    take_whole(search);
    search->looked += basket_fill(trial, people, (wide)1 << 100, false);
    keep_better_plan(search);
    if (search->visited % 16 == 1)
        search->looked += basket_exchange(trial, EXCHANGE_MOST);
    keep_better_plan(search);
    if (trial->cost > market->budget && search->visited < 64) {
        search->looked += basket_empty(trial, market->budget);
        search->looked +=
            basket_fill(trial, market->people, market->budget, false);
        keep_better_plan(search);
    }
}
