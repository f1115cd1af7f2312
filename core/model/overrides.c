/* SPDX-License-Identifier: MIT */
/* Looking up what a council decided itself. */
#include "model/overrides.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* How well an entry fits, from not at all. */
enum fit { FIT_NONE, FIT_SAME_RANK, FIT_WORD };

/* Experience that is to be equivalent to a level is told by the level, all
 * other by its word: "experienced" is as long as "proven". */
static enum fit fit_of_words(const struct override_months *one,
                             const struct rules_experience *words)
{
    if (one->equivalent_level != words->equivalent_level)
        return FIT_NONE;
    if (words->equivalent_level != 0 || same(one->word, words->word))
        return FIT_WORD;
    return words->word_rank != 0 && one->word_rank == words->word_rank
               ? FIT_SAME_RANK
               : FIT_NONE;
}

/* The higher, the nearer; 0: it is about something else. */
static int nearness(const struct override_months *one,
                    const struct rules_experience *words)
{
    const struct framework *framework = words->framework;
    const enum fit fit = fit_of_words(one, words);

    if (fit == FIT_NONE ||
        (one->criterion && !same(one->criterion, words->criterion)) ||
        !same(one->framework, framework_text(framework, framework->id)))
        return 0;
    return 2 * (int)fit + (one->criterion != NULL);
}

const struct override_months *
overrides_find(const struct overrides *overrides,
               const struct rules_experience *words)
{
    const struct override_months *best = NULL;
    int nearest = 0;

    for (size_t i = 0; overrides && i < overrides->month_count; i++) {
        const int near = nearness(&overrides->months[i], words);
        if (near > nearest) {
            nearest = near;
            best = &overrides->months[i];
        }
    }
    return best;
}

bool overrides_months(const struct overrides *overrides,
                      const struct rules_experience *words,
                      struct months_rule *ret_rule)
{
    const struct override_months *one = overrides_find(overrides, words);

    if (!one)
        return false;
    *ret_rule =
        (struct months_rule){.months = one->months, .reason = one->reason};
    return true;
}

void overrides_free(struct overrides *overrides)
{
    if (!overrides)
        return;
    arena_done(&overrides->arena);
    free(overrides);
}
