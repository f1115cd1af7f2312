/* SPDX-License-Identifier: MIT */
/* The council's own numbers beside those of the plugin: "proven" is never
 * longer than "significant", whoever says how long they are. */
#include "catalogue/overrides.h"

#include "base/fault.h"

#include <stdio.h>
#include <string.h>

/* What a leaf of a role asks for, when its length is a matter of words. */
static bool words_of_leaf(const sg_catalogue *catalogue, sg_role role,
                          uint32_t at, struct rules_experience *ret_words)
{
    const struct framework *framework =
        catalogue->frameworks[role.framework].framework;
    const struct node *node = &framework->nodes[at];

    if (node->op != SG_EXPERIENCE || node->u.experience.months > 0 ||
        node->u.experience.word_rank <= 1) /* any time at all is enough */
        return false;
    *ret_words = (struct rules_experience){
        .framework = framework,
        .role = role.index,
        .word = framework_text_or_null(framework, node->u.experience.word),
        .word_rank = node->u.experience.word_rank,
        .criterion = catalogue->reference->criteria[node->criterion].id,
        .equivalent_level = node->u.experience.equivalent_max_rqf,
    };
    return ret_words->equivalent_level == 0;
}

/* Whether the plugin's number for some words and the entry stand in the wrong
 * order, where both count. */
static bool is_inverted(const sg_catalogue *catalogue,
                        const struct override_months *one,
                        const struct rules_experience *words,
                        const struct rules *rules, unsigned *ret_months)
{
    struct rules_experience own = *words;
    struct months_rule rule = {0};

    own.word = one->word;
    own.word_rank = one->word_rank;
    if (one->word_rank == words->word_rank ||
        overrides_find(catalogue->overrides, words) ||
        overrides_find(catalogue->overrides, &own) != one ||
        !rules->experience_months(rules->context, words, &rule))
        return false;
    *ret_months = rule.months;
    return one->word_rank < words->word_rank ? one->months > rule.months
                                             : one->months < rule.months;
}

static void warn_inverted(const struct overrides *overrides,
                          const struct override_months *one,
                          const struct rules_experience *words, unsigned months,
                          struct problem_sink *sink)
{
    sg_error problem = {0};
    size_t at = (size_t)(one - overrides->months);
    size_t first = at;

    while (first > 0 &&
           overrides->months[first - 1].framework == one->framework)
        first--;
    fault_in(&problem, SG_INPUT, "wrong-order", overrides->file,
             "'%.60s' is %u months here, and '%.60s', which is %s, stays at %u "
             "months by the plugin; add how long that is.",
             one->word, (unsigned)one->months, words->word,
             one->word_rank < words->word_rank ? "more" : "less", months);
    problem.warning = true;
    problem.has_pointer = true;
    snprintf(problem.pointer, sizeof problem.pointer,
             "/frameworks/%s/experience_months/%zu", one->framework,
             at - first);
    problem_tell(sink, NULL, &problem);
}

/* The first leaf of a line that contradicts the entry is told of. */
static bool look_at_line(const sg_catalogue *catalogue,
                         const struct override_months *one, sg_role role,
                         uint32_t root, struct problem_sink *sink)
{
    const struct in_use *in_use = &catalogue->frameworks[role.framework];
    struct rules_experience words;
    unsigned months = 0;

    for (uint32_t n = root; n < in_use->framework->nodes[root].end; n++) {
        if (!words_of_leaf(catalogue, role, n, &words) ||
            !is_inverted(catalogue, one, &words, in_use->rules, &months))
            continue;
        warn_inverted(catalogue->overrides, one, &words, months, sink);
        return true;
    }
    return false;
}

/* Each entry is told of once. */
static void look_for_inverted(const sg_catalogue *catalogue, uint32_t f,
                              const struct override_months *one,
                              struct problem_sink *sink)
{
    const struct framework *framework = catalogue->frameworks[f].framework;

    for (uint32_t r = 0; r < framework->role_count; r++) {
        const sg_role role = {.framework = f, .index = r};
        const struct span lines = framework->roles[r].lines;
        for (uint32_t l = lines.first; l < lines.first + lines.count; l++)
            if (look_at_line(catalogue, one, role, framework->lines[l].root,
                             sink))
                return;
    }
}

static bool has_months(const struct in_use *in_use, const char *framework)
{
    return in_use->rules && in_use->rules->experience_months &&
           strcmp(framework_text(in_use->framework, in_use->framework->id),
                  framework) == 0;
}

void own_numbers_order(const sg_catalogue *catalogue, struct problem_sink *sink)
{
    const struct overrides *overrides = catalogue->overrides;

    for (size_t i = 0; i < overrides->month_count; i++) {
        const struct override_months *one = &overrides->months[i];
        for (uint32_t f = 0;
             one->word_rank > 0 && f < catalogue->framework_count; f++)
            if (has_months(&catalogue->frameworks[f], one->framework))
                look_for_inverted(catalogue, f, one, sink);
    }
}
