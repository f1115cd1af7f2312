/* SPDX-License-Identifier: MIT */
/* Paths that a reader can find by hand. unit/path_oracle has the problems that
 * are drawn by chance. */
#include "path_found.h"

#include <criterion/criterion.h>

static void expect_good_paths(const struct found *found,
                              const struct path_random *random,
                              const char *name)
{
    for (uint32_t i = 0; i < found->answer.point_count; i++) {
        const char *wrong = path_what_is_wrong(&random->problem, &random->query,
                                               &found->answer, i);
        cr_assert_null(wrong, "%s, path %u: %s", name, i, wrong);
    }
}

/* ---- what a reader can check by hand ---- */

struct fixed {
    const char *name;
    struct path_draft draft;
    uint32_t count;
    struct path_triple want[3]; /* months, pence, moves */
};

/* Roles are numbered from the start, 0. Three hours of study a week: 13 hours
 * fill a month. */
#define THREE_HOURS 180
#define QUERY(last, moves, minutes)                                            \
    .query = {.start = 0,                                                      \
              .target = (last),                                                \
              .most_moves = (moves),                                           \
              .study_minutes = (minutes)}
#define LEAF(at, number)                                                       \
    {                                                                          \
        .op = PATH_LEAF, .end = (at) + 1, .leaf = (number)                     \
    }
#define GROUP(number, past)                                                    \
    {                                                                          \
        .op = PATH_AT_LEAST, .n = (number), .end = (past)                      \
    }
#define ASKS(number, ...) .asks = {__VA_ARGS__}, .ask_count = (number)
#define SIZE(list) (sizeof(list) / sizeof(*(list)))

static void expect_fixed(const struct fixed *fixed)
{
    static struct path_front want, tried;
    static struct found found;
    struct path_random random;

    want.count = 0;
    for (uint32_t i = 0; i < fixed->count; i++)
        path_front_add(&want, fixed->want[i]);
    cr_assert_eq(want.count, fixed->count, "%s", fixed->name);
    path_random_from(&random, &fixed->draft);
    path_exhaustive(&random, PATH_AS_IT_IS, &tried);
    cr_assert(path_front_is_same(&tried, &want), "%s: trying everything",
              fixed->name);
    found_open(&found, &random, NO_CEILING);
    cr_assert(found.answer.exact, "%s", fixed->name);
    cr_assert(path_front_is_same(&found.front, &want),
              "%s: another front, of %u points", fixed->name,
              found.front.count);
    if (want.count == 0)
        cr_assert_eq(found.answer.months_at_least, PATH_NONE, "%s",
                     fixed->name);
    else
        cr_assert_leq(found.answer.months_at_least, want.at[0].months, "%s",
                      fixed->name);
    expect_good_paths(&found, &random, fixed->name);
    found_done(&found);
    path_random_done(&random);
}

static void expect_all(const struct fixed *fixed, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_fixed(&fixed[i]);
}

/* 1, 2 and 3 in a row; each two of them have a counter, of which the target
 * asks for ten months. */
#define THREE_IN_A_ROW(stay_in_2, ...)                                         \
    {                                                                          \
        .roles =                                                               \
            {                                                                  \
                {.moves = BIT(1)},                                             \
                {.moves = BIT(2), .counters = BIT(0) | BIT(2)},                \
                {.moves = BIT(3),                                              \
                 .counters = BIT(0) | BIT(1),                                  \
                 .stay = (stay_in_2)},                                         \
                {.moves = BIT(4), .counters = BIT(1) | BIT(2)},                \
                {ASKS(3, 0, 1, 2)},                                            \
            },                                                                 \
        .role_count = 5, .terms = {LEAF(0, 0), LEAF(1, 1), LEAF(2, 2)},        \
        .term_count = 3,                                                       \
        .leaves = {{.counter = 0, .months = 10},                               \
                   {.counter = 1, .months = 10},                               \
                   {.counter = 2, .months = 10}},                              \
        .leaf_count = 3, .initial = {__VA_ARGS__}, .counter_count = 3,         \
        QUERY(4, 4, THREE_HOURS)                                               \
    }

static const struct fixed three_in_a_row[] = {
    {"five months in each", THREE_IN_A_ROW(0, 0), 1, {{15, 0, 4}}},
    {"two are there", THREE_IN_A_ROW(0, 2, 2, 2), 1, {{12, 0, 4}}},
    {"three, seven, three", THREE_IN_A_ROW(0, 0, 0, 4), 1, {{13, 0, 4}}},
    {"nine at least in one", THREE_IN_A_ROW(9, 0), 1, {{19, 0, 4}}},
    {"enough is there", THREE_IN_A_ROW(0, 10, 10, 11), 1, {{0, 0, 4}}},
};

Test(path_search, a_month_counts_towards_every_counter_of_its_role)
{
    expect_all(three_in_a_row, SIZE(three_in_a_row));
}

/* More parts than a cheap bound looks at; each is the same leaf. */
Test(path_search, a_group_may_have_very_many_parts)
{
    enum { PARTS = 200 };
    struct fixed fixed = {
        .name = "two hundred parts",
        .draft = {.roles = {{.moves = BIT(1)},
                            {.moves = BIT(2), .counters = BIT(0)},
                            {ASKS(1, 0)}},
                  .role_count = 3,
                  .terms = {GROUP(PARTS, PARTS + 1)},
                  .term_count = PARTS + 1,
                  .leaves = {{.counter = 0, .months = 3}},
                  .leaf_count = 1,
                  .counter_count = 1,
                  QUERY(2, 2, THREE_HOURS)},
        .count = 1,
        .want = {{3, 0, 2}}};

    for (uint32_t t = 1; t <= PARTS; t++)
        fixed.draft.terms[t] = (struct path_term)LEAF(t, 0);
    expect_fixed(&fixed);
}

/* One move; the target asks for leaf 0 and leaf 1. */
#define ONE_MOVE(minutes, leaf_0, leaf_1, ...)                                 \
    {                                                                          \
        .roles = {{.moves = BIT(1)}, {ASKS(2, 0, 1)}}, .role_count = 2,        \
        .terms = {LEAF(0, 0), LEAF(1, 1)}, .term_count = 2,                    \
        .leaves = {{.acts = (leaf_0)}, {.acts = (leaf_1)}}, .leaf_count = 2,   \
        .acts = {__VA_ARGS__}, .act_count = 3, QUERY(1, 1, minutes)            \
    }
/* pence, hours, months, requires */
#define NO_ACT                                                                 \
    {                                                                          \
        0, 0, 0, 0                                                             \
    }

static const struct fixed study[] = {
    {"26 hours are two months",
     ONE_MOVE(180, BIT(0), BIT(0), {50, 26, 1, 0}, NO_ACT, NO_ACT),
     1,
     {{2, 50, 1}}},
    {"one hour more is three",
     ONE_MOVE(180, BIT(0), BIT(0), {50, 27, 1, 0}, NO_ACT, NO_ACT),
     1,
     {{3, 50, 1}}},
    {"hours of two acts add up",
     ONE_MOVE(180, BIT(0), BIT(1), {50, 26, 1, 0}, {7, 13, 1, 0}, NO_ACT),
     1,
     {{3, 57, 1}}},
    {"months run side by side",
     ONE_MOVE(180, BIT(0), BIT(1), {50, 0, 4, 0}, {7, 13, 5, 0}, NO_ACT),
     1,
     {{5, 57, 1}}},
    {"no time for study",
     ONE_MOVE(0, BIT(0), BIT(0), {50, 1, 0, 0}, NO_ACT, NO_ACT),
     0,
     {{0, 0, 0}}},
    {"what has no hours needs no time for study",
     ONE_MOVE(0, BIT(0), BIT(0), {50, 0, 2, 0}, NO_ACT, NO_ACT),
     1,
     {{2, 50, 1}}},
    {"dear and soon, or cheap and later",
     ONE_MOVE(180, BIT(0) | BIT(1), BIT(0) | BIT(1), {10, 0, 6, 0},
              {30, 0, 2, 0}, {1, 0, 7, 0}),
     2,
     {{2, 30, 1}, {6, 10, 1}}},
    {"what is required is paid for and studied",
     ONE_MOVE(180, BIT(1), BIT(1), {70, 13, 1, 0}, {100, 13, 1, BIT(0)},
              NO_ACT),
     1,
     {{2, 170, 1}}},
    {"and what that requires",
     ONE_MOVE(180, BIT(2), BIT(2), {70, 13, 1, 0}, {100, 13, 1, BIT(0)},
              {5, 13, 1, BIT(0) | BIT(1)}),
     1,
     {{3, 175, 1}}},
    {"or something longer that requires nothing",
     ONE_MOVE(180, BIT(1) | BIT(2), BIT(1) | BIT(2), {70, 13, 1, 0},
              {100, 13, 1, BIT(0)}, {150, 39, 1, 0}),
     2,
     {{2, 170, 1}, {3, 150, 1}}},
    {"what is asked for is required by something else that is asked for",
     ONE_MOVE(180, BIT(0), BIT(1), {70, 13, 1, 0}, {100, 13, 1, BIT(0)},
              NO_ACT),
     1,
     {{2, 170, 1}}},
};

Test(path_search, study_takes_its_hours_its_months_and_what_it_requires)
{
    expect_all(study, SIZE(study));
}

/* Two moves: 1 asks for leaf 0, the target for leaf 1. */
#define TWO_MOVES(stay_in_1, leaf_0, leaf_1, act_0, act_1)                     \
    {                                                                          \
        .roles = {{.moves = BIT(1), .stay = 9},                                \
                  {.moves = BIT(2), .stay = (stay_in_1), ASKS(1, 0)},          \
                  {ASKS(1, 1)}},                                               \
        .role_count = 3, .terms = {LEAF(0, 0), LEAF(1, 1)}, .term_count = 2,   \
        .leaves = {{.acts = (leaf_0)}, {.acts = (leaf_1)}}, .leaf_count = 2,   \
        .acts = {act_0, act_1}, .act_count = 2, QUERY(2, 2, THREE_HOURS)       \
    }
#define ACT(pence, hours, months)                                              \
    {                                                                          \
        (pence), (hours), (months), 0                                          \
    }

static const struct fixed two_moves[] = {
    {"paid once",
     TWO_MOVES(0, BIT(0), BIT(0), ACT(70, 0, 1), ACT(1, 0, 0)),
     1,
     {{1, 70, 2}}},
    {"the higher one at once, or after the lower one",
     TWO_MOVES(2, BIT(0) | BIT(1), BIT(1), ACT(70, 0, 1), ACT(100, 0, 3)),
     2,
     {{3, 170, 2}, {5, 100, 2}}},
    {"the higher one is bought instead of two",
     TWO_MOVES(0, BIT(0) | BIT(1), BIT(1), ACT(70, 0, 1), ACT(100, 0, 3)),
     1,
     {{3, 100, 2}}},
    {"hours for the first step count at the second",
     TWO_MOVES(0, BIT(0), BIT(1), ACT(70, 13, 0), ACT(100, 13, 0)),
     1,
     {{2, 170, 2}}},
    {"a stay is time for study",
     TWO_MOVES(4, BIT(0), BIT(1), ACT(70, 13, 0), ACT(100, 39, 5)),
     1,
     {{5, 170, 2}}},
    {"no stay is asked for at the start",
     TWO_MOVES(3, BIT(0), BIT(0), ACT(0, 0, 0), ACT(1, 0, 0)),
     1,
     {{3, 0, 2}}},
};

Test(path_search, what_is_done_for_one_step_is_done_for_the_later_ones)
{
    expect_all(two_moves, SIZE(two_moves));
}

/* 0 and 1 lead to each other and 0 to the target, 2, which asks for two months
 * in 1. The start, entered again, asks for act 0 and a stay of four months. */
#define BACK_AND_ON(moves_most)                                                \
    {                                                                          \
        .roles = {{.moves = BIT(1) | BIT(2), .stay = 4, ASKS(1, 0)},           \
                  {.moves = BIT(0), .counters = BIT(0)},                       \
                  {ASKS(1, 1)}},                                               \
        .role_count = 3, .terms = {LEAF(0, 0), LEAF(1, 1)}, .term_count = 2,   \
        .leaves = {{.acts = BIT(0)}, {.counter = 0, .months = 2}},             \
        .leaf_count = 2, .acts = {ACT(5, 0, 0)}, .act_count = 1,               \
        .counter_count = 1, QUERY(2, moves_most, THREE_HOURS)                  \
    }
/* From 1 to 2 and back, and from 1 to the target, 3, which asks for three
 * months in 2. */
#define THERE_AND_BACK(moves_most)                                             \
    {                                                                          \
        .roles = {{.moves = BIT(1)},                                           \
                  {.moves = BIT(2) | BIT(3), .stay = 1},                       \
                  {.moves = BIT(1), .counters = BIT(0)},                       \
                  {ASKS(1, 0)}},                                               \
        .role_count = 4, .terms = {LEAF(0, 0)}, .term_count = 1,               \
        .leaves = {{.counter = 0, .months = 3}}, .leaf_count = 1,              \
        .counter_count = 1, QUERY(3, moves_most, THREE_HOURS)                  \
    }

/* From 0 to 1 and back; from 0 to 2, which asks for two months in 1, and from
 * there back or to the target, 3, which asks for one. One is there. */
#define MORE_ON_THE_WAY(moves_most)                                            \
    {                                                                          \
        .roles = {{.moves = BIT(1) | BIT(2)},                                  \
                  {.moves = BIT(0), .counters = BIT(0)},                       \
                  {.moves = BIT(0) | BIT(3), ASKS(1, 0)},                      \
                  {ASKS(1, 1)}},                                               \
        .role_count = 4, .terms = {LEAF(0, 0), LEAF(1, 1)}, .term_count = 2,   \
        .leaves = {{.counter = 0, .months = 2}, {.counter = 0, .months = 1}},  \
        .leaf_count = 2, .initial = {1}, .counter_count = 1,                   \
        QUERY(3, moves_most, THREE_HOURS)                                      \
    }

static const struct fixed again[] = {
    {"the start, entered again", BACK_AND_ON(3), 1, {{6, 5, 3}}},
    {"that is three moves", BACK_AND_ON(2), 0, {{0, 0, 0}}},
    {"a role on the way twice", THERE_AND_BACK(4), 1, {{5, 0, 4}}},
    {"that is four moves", THERE_AND_BACK(3), 0, {{0, 0, 0}}},
    {"a role on the way asks for more than the target",
     MORE_ON_THE_WAY(4),
     1,
     {{1, 0, 4}}},
    {"and more moves are allowed", MORE_ON_THE_WAY(6), 1, {{1, 0, 4}}},
    {"the target is no role on the way",
     {.roles = {{.moves = BIT(2)},
                {.moves = BIT(2), .counters = BIT(0)},
                {.moves = BIT(1), ASKS(1, 0)}},
      .role_count = 3,
      .terms = {LEAF(0, 0)},
      .term_count = 1,
      .leaves = {{.counter = 0, .months = 1}},
      .leaf_count = 1,
      .counter_count = 1,
      QUERY(2, 4, THREE_HOURS)},
     0,
     {{0, 0, 0}}},
};

Test(path_search, a_role_may_be_entered_again)
{
    expect_all(again, SIZE(again));
}

/* Straight to 3, or through 1, or through 1 and 2. The target asks for months
 * that count wherever somebody is, soon or late, or for the act. */
#define MANY_WAYS(moves_most, ...)                                             \
    {                                                                          \
        .roles = {{.moves = BIT(1) | BIT(3), .counters = BIT(0)},              \
                  {.moves = BIT(2) | BIT(3), .counters = BIT(1), .stay = 2},   \
                  {.moves = BIT(3), .counters = BIT(2), .stay = 1},            \
                  {ASKS(1, 0)}},                                               \
        .role_count = 4,                                                       \
        .terms = {GROUP(1, 4), LEAF(1, 0), LEAF(2, 1), LEAF(3, 2)},            \
        .term_count = 4,                                                       \
        .leaves = {{.counter = 0, .months = 8},                                \
                   {.counter = 1, .months = 5},                                \
                   {.acts = BIT(0), .counter = 2, .months = 1}},               \
        .leaf_count = 3, .acts = {ACT(__VA_ARGS__)}, .act_count = 1,           \
        .counter_count = 3, QUERY(3, moves_most, THREE_HOURS)                  \
    }

static const struct fixed many_ways[] = {
    {"fewer moves or fewer months",
     MANY_WAYS(3, 90, 0, 9),
     3,
     {{3, 0, 3}, {5, 0, 2}, {8, 0, 1}}},
    {"at most two moves", MANY_WAYS(2, 90, 0, 9), 2, {{5, 0, 2}, {8, 0, 1}}},
    {"at most one", MANY_WAYS(1, 90, 0, 9), 1, {{8, 0, 1}}},
    {"or money", MANY_WAYS(1, 90, 0, 1), 2, {{1, 90, 1}, {8, 0, 1}}},
    {"money for nothing", MANY_WAYS(1, 0, 0, 1), 1, {{1, 0, 1}}},
    {"two ways that are as good: one path",
     {.roles = {{.moves = BIT(1) | BIT(2)},
                {.moves = BIT(3), .stay = 1},
                {.moves = BIT(3), .stay = 1},
                {ASKS(1, 0)}},
      .role_count = 4,
      .terms = {LEAF(0, 0)},
      .term_count = 1,
      .leaves = {{.acts = BIT(0) | BIT(1)}},
      .leaf_count = 1,
      .acts = {ACT(10, 13, 1), ACT(10, 13, 1)},
      .act_count = 2,
      QUERY(3, 3, THREE_HOURS)},
     1,
     {{1, 10, 2}}},
    {"months in 1 that only the target asks for",
     {.roles = {{.moves = BIT(1)},
                {.moves = BIT(2), .counters = BIT(0)},
                {.moves = BIT(3), ASKS(1, 1)},
                {ASKS(1, 0)}},
      .role_count = 4,
      .terms = {LEAF(0, 0), LEAF(1, 1)},
      .term_count = 2,
      .leaves = {{.counter = 0, .months = 7}, {.counter = 0, .months = 3}},
      .leaf_count = 2,
      .counter_count = 1,
      QUERY(3, 3, THREE_HOURS)},
     1,
     {{7, 0, 3}}},
};

Test(path_search, months_money_and_moves_are_weighed_against_each_other)
{
    expect_all(many_ways, SIZE(many_ways));
}

/* One move; acts of 1, 2 and 4 pence, each with a leaf. */
#define ASKING(count, term_number, ...)                                        \
    {                                                                          \
        .roles = {{.moves = BIT(1)}, {ASKS(count, 0, term_number)}},           \
        .role_count = 2, .terms = {__VA_ARGS__}, .term_count = 8,              \
        .leaves = {{.acts = BIT(0)},                                           \
                   {.acts = BIT(1)},                                           \
                   {.acts = BIT(2)},                                           \
                   {.counter = 0, .months = 1}},                               \
        .leaf_count = 4, .acts = {ACT(1, 0, 0), ACT(2, 0, 0), ACT(4, 0, 0)},   \
        .act_count = 3, .counter_count = 1, QUERY(1, 1, THREE_HOURS)           \
    }
#define TERM(kind, past)                                                       \
    {                                                                          \
        .op = (kind), .end = (past)                                            \
    }

static const struct fixed asked_for[] = {
    {"any",
     ASKING(1, 0, GROUP(1, 4), LEAF(1, 2), LEAF(2, 1), LEAF(3, 0)),
     1,
     {{0, 1, 1}}},
    {"two at least",
     ASKING(1, 0, GROUP(2, 4), LEAF(1, 2), LEAF(2, 1), LEAF(3, 0)),
     1,
     {{0, 3, 1}}},
    {"all",
     ASKING(1, 0, GROUP(3, 4), LEAF(1, 2), LEAF(2, 1), LEAF(3, 0)),
     1,
     {{0, 7, 1}}},
    {"one that is met anyway",
     ASKING(1, 0, GROUP(1, 3), TERM(PATH_TRUE, 2), LEAF(2, 1)),
     1,
     {{0, 0, 1}}},
    {"one that never is",
     ASKING(1, 0, GROUP(1, 3), TERM(PATH_FALSE, 2), LEAF(2, 1)),
     1,
     {{0, 2, 1}}},
    {"a group in a group",
     ASKING(1, 0, GROUP(1, 5), GROUP(2, 4), LEAF(2, 0), LEAF(3, 1), LEAF(4, 2)),
     1,
     {{0, 3, 1}}},
    {"two worlds, each with a part that serves the other",
     ASKING(2, 3, GROUP(1, 3), LEAF(1, 0), LEAF(2, 2), GROUP(1, 6), LEAF(4, 1),
            LEAF(5, 2)),
     1,
     {{0, 3, 1}}},
    {"never", ASKING(1, 0, TERM(PATH_FALSE, 1)), 0, {{0, 0, 0}}},
    {"months that no role counts", ASKING(1, 0, LEAF(0, 3)), 0, {{0, 0, 0}}},
};

Test(path_search, every_term_that_a_role_asks_for_is_to_hold)
{
    expect_all(asked_for, SIZE(asked_for));
}

/* ---- a ceiling of labels ---- */

Test(path_search, a_long_search_stops_at_its_ceiling)
{
    static struct found found;
    struct path_random random;

    path_random_from(&random, &three_in_a_row[0].draft);
    found_open(&found, &random, 3);
    cr_assert(!found.answer.exact);
    cr_assert_leq(found.answer.months_at_least, 15);
    expect_good_paths(&found, &random, "three in a row");
    found_done(&found);
    path_random_done(&random);
}
