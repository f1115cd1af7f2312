/* SPDX-License-Identifier: MIT */
/* Looking up what a council decided itself. */
#include "model/overrides.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Experience that is to be equivalent to a level is told by the level, all
 * other by its word. */
static bool means(const struct override_months *one,
                  const struct rules_experience *words)
{
    const struct framework *framework = words->framework;

    if (one->equivalent_level != words->equivalent_level ||
        (words->equivalent_level == 0 && !same(one->word, words->word)) ||
        (one->criterion && !same(one->criterion, words->criterion)))
        return false;
    return same(one->framework, framework_text(framework, framework->id));
}

bool overrides_months(const struct overrides *overrides,
                      const struct rules_experience *words,
                      struct months_rule *ret_rule)
{
    const struct override_months *best = NULL;

    for (size_t i = 0; overrides && i < overrides->month_count; i++) {
        const struct override_months *one = &overrides->months[i];
        if (means(one, words) && (!best || one->criterion))
            best = one;
    }
    if (!best)
        return false;
    *ret_rule =
        (struct months_rule){.months = best->months, .reason = best->reason};
    return true;
}

void overrides_free(struct overrides *overrides)
{
    if (!overrides)
        return;
    arena_done(&overrides->arena);
    free(overrides);
}
