/* SPDX-License-Identifier: MIT */
/* Writes random problems of what to buy, and the plans for them, for
 * buy_check.py; and how long larger ones take.
 *
 *     buy_plans plans COUNT FIRST_SEED
 *     buy_plans large COUNT FIRST_SEED ITEMS CLASSES PEOPLE OPTIONS NEEDS
 *                     GROUP_SEATS PENCE [STEPS]
 *
 * `plans`: each problem is a block:
 *
 *     problem SEED BUDGET
 *     item SEAT_PENCE GROUP_SEATS GROUP_PENCE
 *     class PEOPLE
 *     option ITEM...                             of the class before it
 *     taken PEOPLE                               by the option before it
 *     bought SEATS GROUPS SINGLES                of each item in turn
 *     best ELIGIBLE SPENT BOUND LEAST OPTIMAL CHEAPEST
 *     early ...                                  the same after a few steps
 *     greedy ELIGIBLE SPENT
 *
 * 0, or 1 with wrong arguments. */
#include "buy_random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct buy_random drawn;

static struct buy_plan plan_with(uint64_t steps)
{
    struct buy_plan plan;
    sg_error error = {0};

    drawn.problem.step_limit = steps;
    if (buy_best(&drawn.problem, &plan, &error) != SG_OK) {
        fprintf(stderr, "%s\n", error.message);
        exit(EXIT_FAILURE);
    }
    return plan;
}

static struct buy_plan plan_by_hand(void)
{
    struct buy_plan plan;

    if (buy_greedy(&drawn.problem, &plan, NULL) != SG_OK)
        exit(EXIT_FAILURE);
    return plan;
}

/* ---- plans ---- */

static void print_class(const struct buy_class *people,
                        const struct buy_plan *plan)
{
    printf("class %" PRIu32 "\n", people->people);
    for (uint32_t k = 0; k < people->option_count; k++) {
        const uint32_t o = people->first_option + k;
        const struct buy_option *option = &drawn.options[o];
        fputs("option", stdout);
        for (uint32_t i = 0; i < option->count; i++)
            printf(" %" PRIu32, drawn.set[option->first + i]);
        printf("\ntaken %" PRIu32 "\n", plan->taken[o]);
    }
}

static void print_plan(const char *word, const struct buy_plan *plan)
{
    printf("%s %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %d %d\n", word,
           plan->eligible, plan->spent_pence, plan->bound, plan->least_pence,
           plan->optimal, plan->cheapest);
}

static void print_problem(uint32_t seed)
{
    struct buy_plan best = plan_with(0), early = plan_with(1 + seed % 8);
    struct buy_plan greedy = plan_by_hand();

    printf("problem %" PRIu32 " %" PRIu64 "\n", seed,
           drawn.problem.budget_pence);
    for (size_t i = 0; i < drawn.problem.item_count; i++)
        printf("item %" PRIu32 " %" PRIu32 " %" PRIu32 "\n",
               drawn.items[i].seat_pence, drawn.items[i].group_seats,
               drawn.items[i].group_pence);
    for (size_t c = 0; c < drawn.problem.class_count; c++)
        print_class(&drawn.classes[c], &best);
    for (size_t i = 0; i < drawn.problem.item_count; i++)
        printf("bought %" PRIu32 " %" PRIu32 " %" PRIu32 "\n", best.seats[i],
               best.groups[i], best.singles[i]);
    print_plan("best", &best);
    print_plan("early", &early);
    printf("greedy %" PRIu64 " %" PRIu64 "\n", greedy.eligible,
           greedy.spent_pence);
    buy_plan_done(&best);
    buy_plan_done(&early);
    buy_plan_done(&greedy);
}

/* ---- large ---- */

struct results {
    uint32_t optimal, cheapest, more, cheaper;
    double seconds, longest;
};

static double cpu_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void time_one(uint32_t seed, uint64_t steps, struct results *results)
{
    const double begin = cpu_seconds();
    struct buy_plan best = plan_with(steps);
    const double seconds = cpu_seconds() - begin;
    struct buy_plan greedy = plan_by_hand();

    printf("%" PRIu32 ": %zu items, %zu classes, %zu options: %.3f s, %" PRIu64
           " steps; %" PRIu64 " people of at most %" PRIu64 " for %" PRIu64
           " of at least %" PRIu64 "; by hand %" PRIu64 " for %" PRIu64 "\n",
           seed, drawn.problem.item_count, drawn.problem.class_count,
           drawn.problem.option_count, seconds, best.steps, best.eligible,
           best.bound, best.spent_pence, best.least_pence, greedy.eligible,
           greedy.spent_pence);
    results->optimal += best.optimal;
    results->cheapest += best.optimal && best.cheapest;
    results->more += best.eligible > greedy.eligible;
    results->cheaper += best.eligible == greedy.eligible &&
                        best.spent_pence < greedy.spent_pence;
    results->seconds += seconds;
    if (seconds > results->longest)
        results->longest = seconds;
    buy_plan_done(&best);
    buy_plan_done(&greedy);
}

static void large(const uint32_t *numbers)
{
    const struct buy_size size = {.items = numbers[2],
                                  .classes = numbers[3],
                                  .people = numbers[4],
                                  .options = numbers[5],
                                  .needs = numbers[6],
                                  .group_seats = numbers[7],
                                  .pence = numbers[8],
                                  .least_percent = 60,
                                  .price = 1000};
    struct results results = {0};

    for (uint32_t i = 0; i < numbers[0]; i++) {
        buy_random_init(&drawn, numbers[1] + i, &size);
        time_one(numbers[1] + i, numbers[9], &results);
    }
    printf("%" PRIu32 " problems: in %" PRIu32
           " nobody can do more, in %" PRIu32
           " of these nor for less; better than by hand %" PRIu32
           ", cheaper %" PRIu32 "; %.3f s each, longest %.3f s\n",
           numbers[0], results.optimal, results.cheapest, results.more,
           results.cheaper, results.seconds / numbers[0], results.longest);
}

int main(int argc, char **argv)
{
    uint32_t numbers[10] = {0};

    for (int i = 2; i < argc && i < 12; i++)
        numbers[i - 2] = (uint32_t)strtoul(argv[i], NULL, 10);
    if (argc == 4 && strcmp(argv[1], "plans") == 0) {
        for (uint32_t i = 0; i < numbers[0]; i++) {
            buy_random_init(&drawn, numbers[1] + i, &buy_random_small);
            print_problem(numbers[1] + i);
        }
        return EXIT_SUCCESS;
    }
    if ((argc == 11 || argc == 12) && strcmp(argv[1], "large") == 0 &&
        numbers[0] > 0 && numbers[2] <= RANDOM_ITEMS &&
        numbers[3] <= RANDOM_CLASSES && numbers[5] <= 8 && numbers[6] <= 6) {
        large(numbers);
        return EXIT_SUCCESS;
    }
    fputs("buy_plans plans|large NUMBER...\n", stderr);
    return EXIT_FAILURE;
}
