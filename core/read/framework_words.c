/* SPDX-License-Identifier: MIT */
/* The orders of level words: whether they agree, and who stands in none.
 *
 * Each word points to the words just above it in a list. Words that nothing
 * stands below are taken away, then those that nothing is below any more, and
 * so on: what is left when none can be taken stands in a circle, or above one.
 */
#include "base/arena.h"
#include "base/text.h"
#include "read/framework_check.h"

/* "The word `low` stands just below `high` in this list." */
struct step {
    uint32_t low, high;
    uint32_t list;
};

struct circle {
    const struct names *words;
    struct arena arena;
    struct step *steps;
    uint32_t step_count;
    uint32_t *below; /* of each word: steps to it from words not taken yet */
    uint32_t
        *first; /* [word]: its first step in `upward`, [word + 1] the end */
    uint32_t *upward; /* steps, by their lower word */
    uint32_t *queue;
};

bool note_words(struct framework_check *check, const json_t *orders)
{
    for (size_t i = 0; i < json_array_size(orders); i++) {
        const json_t *order = json_array_get(orders, i);
        for (size_t j = 0; j < json_array_size(order); j++) {
            const char *word = json_string_value(json_array_get(order, j));
            if (word && !names_add(&check->ordered_words, word, order))
                return false;
        }
    }
    return true;
}

/* What is no word is told as such, and parts the list here. */
static uint32_t word_at(const struct circle *circle, const json_t *order,
                        size_t index)
{
    const char *word = json_string_value(json_array_get(order, index));
    return word ? names_index(circle->words, word) : NAMES_NONE;
}

static void take_steps(struct circle *circle, const json_t *orders)
{
    for (size_t i = 0; i < json_array_size(orders); i++) {
        const json_t *order = json_array_get(orders, i);
        for (size_t j = 1; j < json_array_size(order); j++) {
            const struct step step = {.low = word_at(circle, order, j - 1),
                                      .high = word_at(circle, order, j),
                                      .list = (uint32_t)i};
            if (step.low != NAMES_NONE && step.high != NAMES_NONE &&
                step.low != step.high) /* that one is told as a duplicate */
                circle->steps[circle->step_count++] = step;
        }
    }
}

static size_t most_steps(const json_t *orders)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(orders); i++)
        count += json_array_size(json_array_get(orders, i));
    return count;
}

static bool prepare(struct circle *circle, const json_t *orders)
{
    struct arena *arena = &circle->arena;
    const size_t words = circle->words->count, most = most_steps(orders);
    circle->steps = arena_array(arena, most, sizeof(*circle->steps));
    circle->below = arena_array(arena, words, sizeof(*circle->below));
    circle->first = arena_array(arena, words + 1, sizeof(*circle->first));
    circle->upward = arena_array(arena, most, sizeof(*circle->upward));
    circle->queue = arena_array(arena, words, sizeof(*circle->queue));
    if (arena->failed)
        return false;
    take_steps(circle, orders);
    for (uint32_t i = 0; i < circle->step_count; i++) {
        circle->below[circle->steps[i].high]++;
        circle->first[circle->steps[i].low]++;
    }
    /* first[word] becomes where its run ends; filling the runs from the back
     * moves it to where the run begins. */
    for (size_t i = 1; i <= words; i++)
        circle->first[i] += circle->first[i - 1];
    for (uint32_t i = circle->step_count; i-- > 0;)
        circle->upward[--circle->first[circle->steps[i].low]] = i;
    return true;
}

static void take_away(struct circle *circle)
{
    uint32_t queued = 0;
    for (uint32_t i = 0; i < circle->words->count; i++)
        if (circle->below[i] == 0)
            circle->queue[queued++] = i;
    for (uint32_t i = 0; i < queued; i++) {
        const uint32_t word = circle->queue[i];
        for (uint32_t j = circle->first[word]; j < circle->first[word + 1]; j++)
            if (--circle->below[circle->steps[circle->upward[j]].high] == 0)
                circle->queue[queued++] = circle->steps[circle->upward[j]].high;
    }
}

/* The steps down from each word that is left, one for each: following them
 * ends in a circle. The last list of it is the one to blame. */
static uint32_t find_circle(const struct circle *circle, uint32_t *down,
                            uint32_t *ret_list)
{
    uint32_t word = NAMES_NONE;
    for (uint32_t i = 0; i < circle->step_count; i++) {
        const struct step *step = &circle->steps[i];
        if (circle->below[step->low] == 0 || circle->below[step->high] == 0)
            continue;
        down[step->high] = i;
        word = step->high;
    }
    if (word == NAMES_NONE)
        return word;
    for (uint32_t i = 0; i < circle->words->count; i++)
        word = circle->steps[down[word]].low;
    const uint32_t start = word;
    *ret_list = 0;
    do {
        const struct step *step = &circle->steps[down[word]];
        *ret_list = step->list > *ret_list ? step->list : *ret_list;
        word = step->low;
    } while (word != start);
    return start;
}

void check_word_orders(struct checker *checker, json_t *root, json_t *value)
{
    (void)root;
    const struct framework_check *check = checker->context;
    struct circle circle = {.words = &check->ordered_words};
    uint32_t list = 0;
    if (!prepare(&circle, value)) {
        checker->failed = true;
        arena_done(&circle.arena);
        return;
    }
    take_away(&circle);
    const uint32_t word = find_circle(&circle, circle.queue, &list);
    if (word != NAMES_NONE) {
        const uint32_t low = circle.steps[circle.queue[word]].low;
        checker_enter(checker, NULL, list);
        checker_error(checker, "contradictory-order",
                      "'%.64s' stands above '%.64s' in one order and, with "
                      "this one, below it too; correct one of them.",
                      circle.words->ids[word], circle.words->ids[low]);
        checker_leave(checker);
    }
    arena_done(&circle.arena);
}

/* A word may be published without an order, and then nothing is wrong. But a
 * word that is nearly another, or a file without any order, is a slip. */
void check_skill_word(struct checker *checker, json_t *skill, json_t *value)
{
    (void)skill;
    struct framework_check *check = checker->context;
    const struct names *ordered = &check->ordered_words;
    const char *word = json_string_value(value);
    if (names_index(ordered, word) != NAMES_NONE ||
        names_index(&check->loose_words, word) != NAMES_NONE)
        return;
    if (!names_add(&check->loose_words, word, value))
        checker->failed = true;
    const bool shown = check->loose_words.count <= LIMIT_PROBLEMS_SHOWN;
    const char *near =
        shown ? text_nearest(word, ordered->ids, ordered->count) : NULL;
    if (!near && ordered->count > 0)
        return;
    checker_warning(checker, "unordered-word",
                    "No order in word_orders holds '%.64s', so beside another "
                    "word the answer is always ask.%s%.64s%s",
                    word, near ? " Did you mean '" : "", near ? near : "",
                    near ? "'?" : "");
}
