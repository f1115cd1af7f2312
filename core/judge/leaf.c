/* SPDX-License-Identifier: MIT */
/* One leaf of a target's line, judged in one world. */
#include "judge/leaf.h"

#include "judge/experience.h"
#include "judge/lookup.h"

#include <string.h>

/* Lines of a lower role that are looked at for one leaf; past it, ask. */
enum { GROUND_LINES = 64 };

/* An answer that rests on one fact of the current role. */
static struct leaf_answer answer_on(sg_verdict verdict, enum cause cause,
                                    uint32_t fact)
{
    struct leaf_answer answer = answer_of(verdict, cause);

    answer.fact = fact;
    return answer;
}

/* Whether two subject words can be about two families' different subjects:
 * the same words are taken as the same, and that is said. */
static bool families_differ(const struct judging *judging)
{
    return judging->from->framework != judging->to->framework ||
           judging->from->framework->roles[judging->from_role].family !=
               judging->to->framework->roles[judging->to_role].family;
}

enum subject_fit { SUBJECT_FITS, SUBJECT_FITS_BY_WORDS, SUBJECT_OPEN };

static bool codes_within(const struct framework *have_framework,
                         struct span have,
                         const struct framework *want_framework,
                         struct span want)
{
    for (uint32_t h = 0; h < have.count; h++) {
        const char *code = framework_text(
            have_framework, have_framework->codes[have.first + h]);
        bool found = false;
        for (uint32_t w = 0; w < want.count && !found; w++)
            found =
                strcmp(code, framework_text(
                                 want_framework,
                                 want_framework->codes[want.first + w])) == 0;
        if (!found)
            return false;
    }
    return true;
}

/* Whether the council's rules call every code relevant to the target. */
static bool codes_relevant(const struct judging *judging, struct span codes)
{
    const struct rules *rules = judging->to->rules;
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;
    const char *family =
        framework_text(to, to->families[to->roles[judging->to_role].family].id);

    if (judging->without_rules || !rules || !rules->subject_relevance)
        return false;
    for (uint32_t i = 0; i < codes.count; i++)
        if (rules->subject_relevance(
                rules->context, family,
                framework_text(from, from->codes[codes.first + i])) != 1)
            return false;
    return codes.count > 0;
}

static enum subject_fit subject_fits(const struct judging *judging,
                                     const struct node *have,
                                     const struct node *want)
{
    enum subject_kind has = (enum subject_kind)have->u.qualification.subject;
    enum subject_kind wants = (enum subject_kind)want->u.qualification.subject;

    if (wants == SUBJECT_ANY)
        return SUBJECT_FITS;
    if (has == SUBJECT_CODES && wants == SUBJECT_CODES)
        return codes_within(judging->from->framework,
                            have->u.qualification.codes, judging->to->framework,
                            want->u.qualification.codes)
                   ? SUBJECT_FITS
                   : SUBJECT_OPEN;
    if (has == SUBJECT_CODES && wants == SUBJECT_RELEVANT)
        return codes_relevant(judging, have->u.qualification.codes)
                   ? SUBJECT_FITS
                   : SUBJECT_OPEN;
    if (has == wants ||
        (has == SUBJECT_RELEVANT_VOCATIONAL && wants == SUBJECT_RELEVANT))
        return families_differ(judging) ? SUBJECT_FITS_BY_WORDS : SUBJECT_FITS;
    return SUBJECT_OPEN;
}

/* The level alone: met, ask or unmet, with the cause. A range decides only
 * when all of it is high enough or all of it too low. */
static struct leaf_answer level_judge(const struct judging *judging,
                                      const struct node *have,
                                      const struct node *want, uint32_t fact)
{
    unsigned have_min = have->u.qualification.min_rqf;
    unsigned have_max = have->u.qualification.max_rqf;
    unsigned want_min = want->u.qualification.min_rqf;
    unsigned want_max = want->u.qualification.max_rqf;
    bool same_level =
        have->u.qualification.scale == want->u.qualification.scale &&
        have->u.qualification.level == want->u.qualification.level &&
        strcmp(framework_text(judging->from->framework,
                              have->u.qualification.name),
               framework_text(judging->to->framework,
                              want->u.qualification.name)) == 0;

    if (same_level && have->u.qualification.equivalent &&
        !want->u.qualification.equivalent)
        return answer_on(SG_ASK, CAUSE_EQUIVALENT_OPEN, fact);
    if (same_level)
        return answer_on(SG_MET, CAUSE_SAME, fact);
    if (want_max == 0 || have_max == 0)
        return answer_on(SG_ASK, CAUSE_NAME_OPEN, fact);
    if (have_min >= want_max)
        return answer_on(SG_MET, CAUSE_MORE, fact);
    if (have_max < want_min)
        return answer_on(SG_UNMET, CAUSE_LEVEL_BELOW, fact);
    return answer_on(SG_ASK, CAUSE_LEVEL_OPEN, fact);
}

static struct leaf_answer qualification_judge(const struct judging *judging,
                                              uint32_t fact,
                                              const struct node *have,
                                              const struct node *want)
{
    if (have->op == SG_WORKING_TOWARDS && want->op == SG_QUALIFICATION)
        return answer_on(SG_UNMET, CAUSE_STUDYING, fact);
    if (have->op != SG_QUALIFICATION && have->op != SG_WORKING_TOWARDS)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);

    struct leaf_answer answer = level_judge(judging, have, want, fact);
    if (answer.verdict != SG_MET)
        return answer;
    const enum subject_fit fit = subject_fits(judging, have, want);
    if (fit == SUBJECT_OPEN)
        return answer_on(SG_ASK, CAUSE_SUBJECT_OPEN, fact);
    answer.notice |= fit == SUBJECT_FITS_BY_WORDS;
    return answer;
}

/* Level words are ordered by the framework that asks. */
static struct leaf_answer skill_judge(const struct judging *judging,
                                      uint32_t fact, const struct node *have,
                                      const struct node *want)
{
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;
    struct leaf_answer met = answer_on(SG_MET, CAUSE_SAME, fact);

    if (have->op != SG_SKILL)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);
    met.notice = families_differ(judging);
    if (want->u.skill.degree == 0 && want->u.skill.depth == 0)
        return met;
    const enum word_compare compared[] = {
        framework_compare_words(to, framework_text(from, have->u.skill.degree),
                                framework_text(to, want->u.skill.degree)),
        framework_compare_words(to, framework_text(from, have->u.skill.depth),
                                framework_text(to, want->u.skill.depth)),
    };
    for (size_t i = 0; i < 2; i++) {
        if (compared[i] == WORD_UNORDERED)
            return answer_on(SG_ASK, CAUSE_WORD_OPEN, fact);
        if (compared[i] == WORD_LOWER)
            return answer_on(SG_ASK, CAUSE_WORD_ABOVE, fact);
        if (compared[i] == WORD_HIGHER)
            met.cause = CAUSE_MORE;
    }
    return met;
}

static struct leaf_answer credential_judge(const struct judging *judging,
                                           uint32_t fact,
                                           const struct node *have,
                                           const struct node *want)
{
    const char *held =
        framework_text(judging->from->framework, have->u.credential.id);
    const char *wanted =
        framework_text(judging->to->framework, want->u.credential.id);

    if (have->op != SG_CREDENTIAL || strcmp(held, wanted) != 0)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);
    return answer_on(SG_MET, CAUSE_SAME, fact);
}

/* In-house training of another council, or of another family, is not known to
 * be the same training. */
static struct leaf_answer training_judge(const struct judging *judging,
                                         uint32_t fact, const struct node *have)
{
    struct leaf_answer answer = answer_on(SG_MET, CAUSE_SAME, fact);

    if (have->op != SG_TRAINING)
        return answer_of(SG_UNMET, CAUSE_NOT_ASKED);
    answer.notice = families_differ(judging);
    return answer;
}

static struct leaf_answer fact_judge(const struct judging *judging,
                                     uint32_t fact, const struct node *want)
{
    const struct node *have = &judging->from->framework->nodes[fact];

    switch (want->op) {
    case SG_QUALIFICATION:
    case SG_WORKING_TOWARDS:
        return qualification_judge(judging, fact, have, want);
    case SG_SKILL:
        return skill_judge(judging, fact, have, want);
    case SG_CREDENTIAL:
        return credential_judge(judging, fact, have, want);
    default: /* training: experience and what is always met are judged apart */
        return training_judge(judging, fact, have);
    }
}

/* The best that the facts of this world show. An unmet answer that rests on a
 * fact ("only level 2") says more than one that rests on none. */
static struct leaf_answer facts_judge(const struct judging *judging,
                                      const struct worlds *world,
                                      const struct node *want)
{
    struct leaf_answer best = answer_of(SG_UNMET, CAUSE_NOT_ASKED);

    for (uint32_t i = 0; i < world->fact_count; i++) {
        uint32_t fact = world->facts[i];
        if (judging->from->framework->nodes[fact].criterion != want->criterion)
            continue;
        struct leaf_answer answer = fact_judge(judging, fact, want);
        if (answer.verdict > best.verdict ||
            (answer.verdict == best.verdict && best.fact == NO_INDEX))
            best = answer;
    }
    return best;
}

/* Whether what a role asks for would settle a leaf, or leave it open, in some
 * world. Only the words are compared. */
static bool role_may_settle(const struct judging *judging, uint32_t role,
                            uint32_t leaf)
{
    struct judging words = *judging;
    struct worlds worlds = {0};
    uint32_t lines[GROUND_LINES];
    uint32_t count;

    words.from_role = role;
    words.words_only = true;
    count = lines_sharing(judging->from->framework, role, true, false,
                          judging->to->framework, leaf, lines, GROUND_LINES);
    if (count > GROUND_LINES ||
        !worlds_start(&worlds, judging->from->framework, lines, count))
        return true;
    do {
        if (leaf_judge(&words, &worlds, leaf).verdict != SG_UNMET)
            return true;
    } while (worlds_next(&worlds));
    return false;
}

/* The nearest lower level of the current role's family that lists something
 * which may settle the leaf. */
static uint32_t lower_role_listing(const struct judging *judging, uint32_t leaf)
{
    const struct framework *framework = judging->from->framework;
    const struct role *role = &framework->roles[judging->from_role];
    struct span roles = framework->families[role->family].roles;
    uint32_t best = NO_INDEX;

    for (uint32_t r = roles.first; r < roles.first + roles.count; r++) {
        uint32_t rank = framework->roles[r].rank;
        if (rank >= role->rank ||
            (best != NO_INDEX && rank <= framework->roles[best].rank))
            continue;
        if (role_may_settle(judging, r, leaf))
            best = r;
    }
    return best;
}

/* Named roles are counted by time in them and by nothing else. */
static bool names_roles(const struct node *want)
{
    return want->op == SG_EXPERIENCE && want->u.experience.roles.count > 0;
}

/* What the role does not guarantee may still be known to its holder: from a
 * lower level of the family, or from what the role is said to do.
 *
 * This holds whether or not the role lists the criterion itself, so that one
 * more essential line in the current role never makes an answer worse. */
static struct leaf_answer other_ground(const struct judging *judging,
                                       uint32_t leaf, struct leaf_answer answer)
{
    const struct framework *from = judging->from->framework;
    const struct node *want = &judging->to->framework->nodes[leaf];
    struct leaf_answer ground = answer_of(SG_ASK, CAUSE_LOWER_ROLE);

    if (answer.verdict != SG_UNMET)
        return answer;
    ground.place = lower_role_listing(judging, leaf);
    if (ground.place != NO_INDEX)
        return ground;
    ground.cause = CAUSE_TOUCHED;
    ground.place =
        role_touching_item(from, judging->from_role, want->criterion);
    return ground.place == NO_INDEX || names_roles(want) ? answer : ground;
}

struct leaf_answer leaf_judge_need(const struct judging *judging,
                                   const struct node *want)
{
    if (want->criterion == NO_CRITERION)
        return answer_of(SG_ASK, CAUSE_POST);
    switch (post_says(judging->post,
                      judging->reference->criteria[want->criterion].id)) {
    case POST_NEEDED:
        return answer_of(SG_UNMET, CAUSE_POST_NEEDS);
    case POST_NOT_NEEDED:
        return answer_of(SG_MET, CAUSE_POST_FREE);
    default:
        return answer_of(SG_ASK, CAUSE_POST);
    }
}

/* "This post does not need it" is the same words in both only when the
 * requirements themselves are compared: posts differ. */
static struct leaf_answer need_judge(const struct judging *judging,
                                     const struct worlds *world,
                                     const struct node *want)
{
    for (uint32_t i = 0; judging->words_only && i < world->fact_count; i++) {
        const struct node *have =
            &judging->from->framework->nodes[world->facts[i]];
        if (have->op == want->op && have->criterion == want->criterion)
            return answer_on(SG_MET, CAUSE_SAME, world->facts[i]);
    }
    return judging->words_only ? answer_of(SG_ASK, CAUSE_POST)
                               : leaf_judge_need(judging, want);
}

struct leaf_answer leaf_judge(const struct judging *judging,
                              const struct worlds *world, uint32_t at)
{
    const struct node *want = &judging->to->framework->nodes[at];
    struct leaf_answer answer;

    if (want->op == SG_NO_FORMAL_QUALIFICATION)
        return answer_of(SG_MET, CAUSE_ALWAYS);
    if (!judging->from)
        return want->op == SG_NOT_NEEDED_HERE
                   ? leaf_judge_need(judging, want)
                   : answer_of(SG_UNMET, CAUSE_NO_ROLE);
    if (want->op == SG_NOT_NEEDED_HERE)
        return need_judge(judging, world, want);
    answer = want->op == SG_EXPERIENCE ? experience_judge(judging, world, at)
                                       : facts_judge(judging, world, want);
    return judging->words_only ? answer : other_ground(judging, at, answer);
}
