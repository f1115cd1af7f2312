/* SPDX-License-Identifier: MIT */
/* The search on problems drawn by chance: against trying everything, with
 * rules broken, with a ceiling of labels, and against itself when a problem
 * changes. A failure tells its seed: path_random_init(&random, seed). */
#include "path_found.h"
#include "rounds.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* How many seeds a test takes, from 1 on, and what it must see at least. */
enum {
    SEEDS = ROUNDS(4000, 1000),
    RULED = ROUNDS(800, 300),
    STOPPED = 300,
    CHANGED = 400
};
enum { BROKEN = 4000 }; /* at most: it ends when all are noticed */
enum { NON_EMPTY = SEEDS / 4 * 3, DECIDED = RULED / 16, NOTICED = 3 };

#define SIZE(list) (sizeof(list) / sizeof(*(list)))

static void expect_good_paths(const struct found *found,
                              const struct path_random *random, unsigned seed)
{
    for (uint32_t i = 0; i < found->answer.point_count; i++) {
        const char *wrong = path_what_is_wrong(&random->problem, &random->query,
                                               &found->answer, i);
        cr_assert_null(wrong, "seed %u, path %u: %s", seed, i, wrong);
    }
}

/* ---- against trying everything ---- */

static void print_front(const char *name, const struct path_front *front)
{
    fprintf(stderr, "%s:", name);
    for (uint32_t i = 0; i < front->count; i++)
        fprintf(stderr, " %u months %llu pence %u moves;", front->at[i].months,
                (unsigned long long)front->at[i].pence, front->at[i].moves);
    fputc('\n', stderr);
}

static void expect_in_order(const struct path_answer *answer, unsigned seed)
{
    for (uint32_t i = 1; i < answer->point_count; i++) {
        const struct path_point *a = &answer->points[i - 1], *b = a + 1;
        cr_assert(a->months < b->months ||
                      (a->months == b->months && a->pence <= b->pence),
                  "seed %u: point %u is out of order", seed, i);
    }
}

static void search_and_compare(const struct path_random *random,
                               const struct path_front *want, unsigned seed)
{
    static struct found found;

    found_open(&found, random, NO_CEILING);
    if (!path_front_is_same(want, &found.front)) {
        print_front("wanted", want);
        print_front("   got", &found.front);
        cr_assert_fail("seed %u: another front", seed);
    }
    cr_assert(found.answer.exact, "seed %u", seed);
    if (want->count == 0)
        cr_assert_eq(found.answer.months_at_least, PATH_NONE, "seed %u", seed);
    else
        cr_assert_leq(found.answer.months_at_least, want->at[0].months,
                      "seed %u", seed);
    expect_in_order(&found.answer, seed);
    expect_good_paths(&found, random, seed);
    found_done(&found);
}

Test(path_oracle, finds_the_front_that_trying_everything_finds)
{
    static struct path_front want;
    unsigned non_empty = 0, two_or_more = 0;

    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        path_exhaustive(&random, PATH_AS_IT_IS, &want);
        search_and_compare(&random, &want, seed);
        non_empty += want.count > 0;
        two_or_more += want.count > 1;
        path_random_done(&random);
    }
    /* Random cases are worth something only when there is a choice. */
    cr_assert_geq(non_empty, NON_EMPTY);
    cr_assert_geq(2 * two_or_more, non_empty, "%u of %u", two_or_more,
                  non_empty);
}

/* ---- a path that is not what it says ---- */

enum spoilt { MONTHS, PENCE, MOVES, ROLE, STAY, ENTERED, ACTS, SPOILT };

/* Spoils one thing of a path that has two moves or more. False: nothing is to
 * be spoilt there. */
static bool spoil(enum spoilt what, struct path_point *point,
                  struct path_step *steps)
{
    switch (what) {
    case MONTHS:
        point->months++;
        return true;
    case PENCE:
        point->pence++;
        return true;
    case MOVES:
        point->moves--;
        return true;
    case ROLE:
        steps[0].role = steps[1].role;
        return true;
    case STAY:
        steps[0].stay++;
        return true;
    case ENTERED:
        steps[1].entered++;
        return true;
    default:
        steps[0].acts.count = 0; /* then what they cost is not spent */
        return point->pence > 0 && steps[1].acts.count == 0;
    }
}

Test(path_oracle, a_path_that_is_not_what_it_says_is_noticed)
{
    static struct found found;
    unsigned spoilt[SPOILT] = {0};

    for (unsigned seed = 1; seed <= CHANGED; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        found_open(&found, &random, NO_CEILING);
        for (int what = 0; what < SPOILT; what++) {
            struct path_answer other = found.answer;
            if (other.point_count == 0 || other.points[0].moves != 2)
                continue;
            struct path_point point = other.points[0];
            struct path_step steps[2] = {other.steps[point.first_step],
                                         other.steps[point.first_step + 1]};
            if (!spoil((enum spoilt)what, &point, steps))
                continue;
            point.first_step = 0;
            other.points = &point;
            other.steps = steps;
            cr_assert_not_null(
                path_what_is_wrong(&random.problem, &random.query, &other, 0),
                "seed %u: %d", seed, what);
            spoilt[what]++;
        }
        found_done(&found);
        path_random_done(&random);
    }
    for (int what = 0; what < SPOILT; what++)
        cr_assert_gt(spoilt[what], 0, "%d", what);
}

/* ---- each rule matters ---- */

static const char *const rules[PATH_WITHOUTS] = {
    [PATH_WITHOUT_ACCRUAL] = "months in a role on the way count",
    [PATH_WITHOUT_CARRYING] = "what is done stays done",
    [PATH_WITHOUT_HOURS] = "study takes its hours",
    [PATH_WITHOUT_BRANCHES] = "any part of an any will do",
    [PATH_WITHOUT_NAMED_ROLES] = "months in one role or two count",
    [PATH_WITHOUT_LONG_STAYS] = "a stay may be longer than the least",
    [PATH_WITHOUT_WAITING] = "a stay may be longer than the next step needs",
    [PATH_WITHOUT_WORLDS] = "every world of a line is to hold"};

Test(path_oracle, every_rule_of_the_model_decides_some_cases)
{
    static struct path_front want, got;
    unsigned decided[PATH_WITHOUTS] = {0};

    for (unsigned seed = 1; seed <= RULED; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        path_exhaustive(&random, PATH_AS_IT_IS, &want);
        for (int rule = 1; rule < PATH_WITHOUTS; rule++) {
            path_exhaustive(&random, (enum path_without)rule, &got);
            decided[rule] += !path_front_is_same(&want, &got);
        }
        path_random_done(&random);
    }
    for (int rule = 1; rule < PATH_WITHOUTS; rule++)
        cr_expect_geq(decided[rule], DECIDED, "'%s' decides %u cases only",
                      rules[rule], decided[rule]);
}

/* ---- each broken rule is noticed ---- */

static const struct {
    enum path_broken broken;
    const char *name;
} broken_rules[] = {
    {PATH_IGNORES_HOURS, "dominance that ignores hours"},
    {PATH_IGNORES_COUNTERS, "dominance that ignores counters"},
    {PATH_IGNORES_MOVES, "dominance that ignores moves"},
    {PATH_IGNORES_ACTS, "dominance that ignores acts"},
    {PATH_WAITS_AT_THRESHOLDS, "stays only as long as the next step needs"},
};

static bool is_noticed(struct path_search *search,
                       const struct path_query *query,
                       const struct path_front *want, enum path_broken broken)
{
    const struct path_limits limits = {.most_labels = NO_CEILING,
                                       .broken = broken};
    static struct path_front got;
    struct path_answer answer;

    cr_assert(path_search_run(search, query, &limits, &answer));
    path_front_of(&answer, &got);
    path_answer_done(&answer);
    return !path_front_is_same(want, &got);
}

/* Until each broken rule is noticed a few times. */
Test(path_oracle, a_search_with_a_broken_rule_is_noticed)
{
    static struct path_front want;
    unsigned noticed[SIZE(broken_rules)] = {0};
    size_t enough = 0;

    for (unsigned seed = 1; seed <= BROKEN && enough < SIZE(noticed); seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        path_exhaustive(&random, PATH_AS_IT_IS, &want);
        struct path_search *search = path_search_new(&random.problem);
        cr_assert_not_null(search);
        enough = 0;
        for (size_t i = 0; i < SIZE(noticed); i++) {
            noticed[i] += is_noticed(search, &random.query, &want,
                                     broken_rules[i].broken);
            enough += noticed[i] >= NOTICED;
        }
        path_search_free(search);
        path_random_done(&random);
    }
    for (size_t i = 0; i < SIZE(noticed); i++)
        cr_expect_geq(noticed[i], NOTICED, "nothing notices %s",
                      broken_rules[i].name);
}

/* ---- a ceiling of labels ---- */

Test(path_oracle, past_the_ceiling_of_labels_paths_are_valid_and_it_says_so)
{
    static const uint32_t ceilings[] = {1, 2, 3, 5, 10, 30, 100};
    static struct path_front want;
    static struct found found;
    unsigned stopped[SIZE(ceilings)] = {0};

    for (unsigned seed = 1; seed <= STOPPED; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        path_exhaustive(&random, PATH_AS_IT_IS, &want);
        for (unsigned i = 0; i < SIZE(ceilings); i++) {
            found_open(&found, &random, ceilings[i]);
            expect_good_paths(&found, &random, seed);
            stopped[i] += !found.answer.exact;
            if (want.count > 0)
                cr_assert_leq(found.answer.months_at_least, want.at[0].months,
                              "seed %u, at most %u labels", seed, ceilings[i]);
            if (found.answer.exact)
                cr_assert(path_front_is_same(&found.front, &want),
                          "seed %u, at most %u labels", seed, ceilings[i]);
            found_done(&found);
        }
        path_random_done(&random);
    }
    for (unsigned i = 1; i < SIZE(ceilings); i++)
        cr_assert_leq(stopped[i], stopped[i - 1]);
    cr_assert_gt(stopped[0], STOPPED / 2);
    cr_assert_lt(stopped[SIZE(ceilings) - 1], STOPPED / 10);
}

/* What was found with a move less, and what a search found that was cut off. */
Test(path_oracle, two_answers_to_one_question_join_into_the_best_of_both)
{
    static struct found narrow, wide;
    static struct path_front joined, clean;
    unsigned gained = 0;

    for (unsigned seed = 1; seed <= STOPPED; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        found_open(&wide, &random, 2);
        random.query.most_moves--;
        found_open(&narrow, &random, NO_CEILING);
        random.query.most_moves++;
        cr_assert(path_answer_join(&wide.answer, &narrow.answer));
        path_front_of(&wide.answer, &joined);
        gained += joined.count > wide.front.count;
        cr_assert(path_front_is_no_worse(&joined, &narrow.front), "seed %u",
                  seed);
        cr_assert(path_front_is_no_worse(&joined, &wide.front), "seed %u",
                  seed);
        clean.count = 0;
        for (uint32_t i = 0; i < joined.count; i++)
            path_front_add(&clean, joined.at[i]);
        cr_assert(path_front_is_same(&joined, &clean), "seed %u", seed);
        expect_good_paths(&wide, &random, seed);
        found_done(&narrow);
        found_done(&wide);
        path_random_done(&random);
    }
    cr_assert_gt(gained, 0);
}

/* ---- what must hold when a problem changes ---- */

static void make_cheaper(struct path_random *random, uint32_t i)
{
    random->acts[i].pence /= 2;
}

static void make_done(struct path_random *random, uint32_t i)
{
    random->acts[i] = (struct path_act){.pence = 0};
}

static void add_months(struct path_random *random, uint32_t i)
{
    random->initial[i]++;
}

/* It stays in the problem, but no move leads to it. */
static void take_out(struct path_random *random, uint32_t role)
{
    for (uint32_t i = 0; i < random->problem.role_count; i++) {
        struct path_span *moves = &random->roles[i].moves;
        uint32_t kept = 0;
        for (uint32_t k = 0; k < moves->count; k++)
            if (random->refs[moves->first + k] != role)
                random->refs[moves->first + kept++] =
                    random->refs[moves->first + k];
        moves->count = kept;
    }
}

/* Another one that is better, or worse, than it was. */
struct change {
    const char *name;
    void (*make)(struct path_random *random, uint32_t i);
    bool is_for_good;
};

static bool change_and_find(const struct change *change, unsigned seed,
                            uint32_t i, const struct path_front *before)
{
    static struct found after;
    struct path_random random;

    path_random_init(&random, seed);
    change->make(&random, i);
    found_open(&after, &random, NO_CEILING);
    cr_assert(change->is_for_good
                  ? path_front_is_no_worse(&after.front, before)
                  : path_front_is_no_worse(before, &after.front),
              "seed %u: %s %u", seed, change->name, i);
    const bool is_other = !path_front_is_same(&after.front, before);
    found_done(&after);
    path_random_done(&random);
    return is_other;
}

/* `count` says how many there are of what is changed. */
static void expect_change(const struct change *change,
                          uint32_t (*count)(const struct path_random *))
{
    static struct found before;
    unsigned others = 0;

    for (unsigned seed = 1; seed <= CHANGED; seed++) {
        struct path_random random;
        path_random_init(&random, seed);
        found_open(&before, &random, NO_CEILING);
        for (uint32_t i = 0; i < count(&random); i++)
            others += change_and_find(change, seed, i, &before.front);
        found_done(&before);
        path_random_done(&random);
    }
    cr_assert_gt(others, CHANGED / 10, "%s: changes %u fronts only",
                 change->name, others);
}

static uint32_t acts_of(const struct path_random *random)
{
    return random->problem.act_count;
}

static uint32_t counters_of(const struct path_random *random)
{
    return random->problem.counter_count;
}

static uint32_t roles_of(const struct path_random *random)
{
    return random->problem.role_count;
}

Test(path_oracle, a_cheaper_act_makes_nothing_worse)
{
    expect_change(&(struct change){"cheaper act", make_cheaper, true}, acts_of);
}

Test(path_oracle, an_act_that_is_done_already_makes_nothing_worse)
{
    expect_change(&(struct change){"done act", make_done, true}, acts_of);
}

Test(path_oracle, more_experience_makes_nothing_worse)
{
    expect_change(&(struct change){"counter", add_months, true}, counters_of);
}

Test(path_oracle, a_role_less_makes_nothing_better)
{
    expect_change(&(struct change){"role", take_out, false}, roles_of);
}

/* ---- twice ---- */

/* Member by member: what lies between members is nobody's. */
static void expect_same_answer(const struct path_answer *a,
                               const struct path_answer *b, unsigned seed)
{
    uint32_t steps = 0;
    bool same = a->point_count == b->point_count && a->exact == b->exact &&
                a->months_at_least == b->months_at_least &&
                a->labels == b->labels && a->bytes == b->bytes;

    for (uint32_t i = 0; same && i < a->point_count; i++) {
        const struct path_point *x = &a->points[i], *y = &b->points[i];
        same = x->months == y->months && x->pence == y->pence &&
               x->moves == y->moves && x->first_step == y->first_step;
        steps = x->first_step + x->moves;
    }
    for (uint32_t i = 0; same && i < steps; i++) {
        const struct path_step *x = &a->steps[i], *y = &b->steps[i];
        same = memcmp(x, y, sizeof(*x)) == 0;
        for (uint32_t k = 0; same && k < x->acts.count; k++)
            same = a->acts[x->acts.first + k] == b->acts[y->acts.first + k];
    }
    cr_assert(same, "seed %u", seed);
}

Test(path_oracle, the_same_problem_has_the_same_answer)
{
    static const struct path_limits limits = {.most_labels = NO_CEILING};
    static struct found first, fresh;

    for (unsigned seed = 1; seed <= CHANGED; seed++) {
        struct path_answer second;
        struct path_random random;
        path_random_init(&random, seed);
        found_open(&first, &random, NO_CEILING);
        found_open(&fresh, &random, NO_CEILING);
        cr_assert(
            path_search_run(first.search, &random.query, &limits, &second));
        expect_same_answer(&first.answer, &second, seed);
        expect_same_answer(&first.answer, &fresh.answer, seed);
        path_answer_done(&second);
        found_done(&first);
        found_done(&fresh);
        path_random_done(&random);
    }
}
