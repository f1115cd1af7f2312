/* SPDX-License-Identifier: MIT */
/* Experience: of which kind, and how much of it.
 *
 * Two things can show it: the time in the current role, and the experience
 * that the current role itself asked for. Each is asked twice: is it such
 * work, and is it enough? */
#include "judge/experience.h"

#include "judge/kind.h"
#include "judge/same.h"

#include "skillgap/gap.h"

#include <string.h>

/* All, some or none of a fact's kinds of work are wanted ones. */
static enum kind_fit areas_fit(const struct judging *judging, struct span have,
                               struct span want)
{
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;
    uint32_t among = kind_areas_among(from, have, to, want);

    if (among == 0)
        return have.count == 0 ? KIND_OPEN : KIND_OTHER;
    if (among < have.count)
        return KIND_OPEN;
    return from == to ? KIND_CERTAIN : KIND_BY_WORDS;
}

/* A fact about named roles is of the kind of work that all of them are. */
static enum kind_fit named_roles_fit(const struct judging *judging,
                                     const struct node *have, struct span want)
{
    const struct framework *from = judging->from->framework;
    struct span named = have->u.experience.roles;
    enum kind_fit worst = KIND_CERTAIN;

    for (uint32_t i = 0; i < named.count; i++) {
        uint32_t role = from->role_refs[named.first + i];
        bool such = kind_areas_among(from, from->roles[role].areas,
                                     judging->to->framework, want) > 0;
        enum kind_fit fit = !such                            ? KIND_OTHER
                            : from == judging->to->framework ? KIND_CERTAIN
                                                             : KIND_BY_WORDS;
        if (fit < worst)
            worst = fit;
    }
    return worst;
}

/* "Relevant" and "equivalent" each mean something only within their own
 * words; the same words elsewhere count as the same. */
static bool relevant_in_the_same_words(const struct node *have,
                                       const struct node *want)
{
    return have->u.experience.relevant && want->u.experience.relevant &&
           (have->u.experience.equivalent_max_rqf > 0) ==
               (want->u.experience.equivalent_max_rqf > 0);
}

/* Is the experience that the current role asked for of the wanted kind? */
static enum kind_fit fact_kind(const struct judging *judging,
                               const struct node *have, const struct node *want)
{
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;
    const struct role *role = &from->roles[judging->from_role];

    if (kind_any_will_do(want))
        return KIND_CERTAIN;
    if (want->u.experience.roles.count > 0) {
        if (have->u.experience.roles.count == 0 || from != to)
            return KIND_OTHER;
        for (uint32_t i = 0; i < have->u.experience.roles.count; i++)
            if (!kind_role_counts(
                    from, from->role_refs[have->u.experience.roles.first + i],
                    want->u.experience.roles))
                return KIND_OTHER;
        return KIND_CERTAIN;
    }
    if (relevant_in_the_same_words(have, want))
        return from == to && role->family == to->roles[judging->to_role].family
                   ? KIND_CERTAIN
                   : KIND_BY_WORDS;
    if (have->u.experience.roles.count > 0)
        return named_roles_fit(judging, have, kind_wanted_areas(judging, want));
    if (have->u.experience.areas.count > 0)
        return areas_fit(judging, have->u.experience.areas,
                         kind_wanted_areas(judging, want));
    if (have->u.experience.relevant)
        return areas_fit(judging, from->families[role->family].areas,
                         kind_wanted_areas(judging, want));
    return KIND_OPEN;
}

/* Whether a fact's amount is enough for the wanted amount. Words are ranked by
 * the shared order; stated months and equivalent levels by number. */
static bool amount_enough(const struct node *have, const struct node *want)
{
    unsigned have_rank = have->u.experience.word_rank;
    unsigned want_rank = want->u.experience.word_rank;
    bool want_has_word = want->u.experience.word != 0;

    if (want->u.experience.equivalent_max_rqf > 0)
        return have->u.experience.equivalent_min_rqf >=
               want->u.experience.equivalent_max_rqf;
    if (want->u.experience.months > 0)
        return have->u.experience.months >= want->u.experience.months;
    if (want_rank == 1)
        return true; /* "some": any amount */
    if (!want_has_word)
        return have->u.experience.word == 0 || have_rank > 1;
    return want_rank > 0 && have_rank >= want_rank;
}

/* The answer for work that is enough, by how sure its kind is. */
static struct leaf_answer enough(enum kind_fit fit, enum cause cause)
{
    struct leaf_answer answer = answer_of(SG_MET, cause);

    answer.notice = fit == KIND_BY_WORDS;
    return fit == KIND_OPEN ? answer_of(SG_ASK, CAUSE_KIND_OPEN) : answer;
}

static struct leaf_answer fact_judge(const struct judging *judging,
                                     uint32_t fact, uint32_t at)
{
    const struct framework *from = judging->from->framework;
    const struct node *have = &from->nodes[fact];
    const struct node *want = &judging->to->framework->nodes[at];
    enum kind_fit fit = fact_kind(judging, have, want);
    struct leaf_answer answer = answer_of(SG_MET, CAUSE_SAME);

    answer.fact = fact;
    answer.notice = from != judging->to->framework;
    if (leaf_same(from, fact, judging->to->framework, at))
        return answer;
    if (fit == KIND_OTHER)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);
    if (!amount_enough(have, want))
        answer = answer_of(SG_ASK, CAUSE_LESS_TIME);
    else
        answer = enough(fit, CAUSE_MORE);
    answer.fact = fact;
    return answer;
}

unsigned experience_months_meant(const struct judging *judging,
                                 const struct node *want,
                                 struct leaf_answer *answer)
{
    const struct rules *rules = judging->to->rules;
    const struct framework *to = judging->to->framework;
    struct months_rule rule = {0};
    const struct rules_experience words = {
        .framework = to,
        .role = judging->to_role,
        .word = framework_text_or_null(to, want->u.experience.word),
        .word_rank = want->u.experience.word_rank,
        .criterion = judging->reference->criteria[want->criterion].id,
        .equivalent_level = want->u.experience.equivalent_max_rqf,
    };

    if (want->u.experience.months > 0)
        return want->u.experience.months;
    const bool decided = overrides_months(judging->overrides, &words, &rule);
    if (!decided &&
        (judging->without_rules || !rules || !rules->experience_months ||
         !rules->experience_months(rules->context, &words, &rule)))
        return 0;
    answer->assumed = rule.assumed;
    answer->months_reason = rule.reason;
    return rule.months;
}

/* The time in the current role, against what the words ask for. Whether it is
 * such work at all comes first: until that is known, months decide nothing. */
static struct leaf_answer time_judge(const struct judging *judging,
                                     const struct node *want, enum kind_fit fit)
{
    struct leaf_answer answer = answer_of(SG_ASK, CAUSE_TIME_UNKNOWN);

    if (fit == KIND_OPEN)
        return answer_of(SG_ASK, CAUSE_KIND_OPEN);
    if (experience_any_length(want))
        return enough(fit, CAUSE_ANY_TIME);
    unsigned meant = experience_months_meant(judging, want, &answer);
    answer.needed_months = (uint16_t)meant;
    if (judging->months == SG_MONTHS_UNKNOWN)
        return answer;
    if (meant == 0) {
        answer.cause = CAUSE_WORDS_UNKNOWN;
    } else if ((unsigned)judging->months < meant) {
        answer.cause = CAUSE_TIME_SHORT;
        answer.missing_months = (uint16_t)(meant - (unsigned)judging->months);
    } else {
        answer.verdict = SG_MET;
        answer.cause = CAUSE_TIME_ENOUGH;
        answer.notice = fit == KIND_BY_WORDS;
    }
    return answer;
}

static struct leaf_answer role_judge(const struct judging *judging,
                                     const struct node *want)
{
    uint32_t item;
    enum kind_fit fit = kind_of_role(judging, judging->from->framework,
                                     judging->from_role, want, &item);
    struct leaf_answer answer;

    if (fit == KIND_OTHER || judging->months == 0)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);
    answer = time_judge(judging, want, fit);
    answer.place = item;
    return answer;
}

struct leaf_answer experience_judge(const struct judging *judging,
                                    const struct worlds *world, uint32_t at)
{
    const struct node *want = &judging->to->framework->nodes[at];
    struct leaf_answer best = judging->words_only
                                  ? answer_of(SG_UNMET, CAUSE_NOT_ASKED)
                                  : role_judge(judging, want);

    for (uint32_t i = 0; i < world->fact_count; i++) {
        const struct node *have =
            &judging->from->framework->nodes[world->facts[i]];
        if (have->op == SG_EXPERIENCE && have->criterion == want->criterion)
            best =
                answer_better(best, fact_judge(judging, world->facts[i], at));
    }
    return best;
}
