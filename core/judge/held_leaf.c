/* SPDX-License-Identifier: MIT */
/* Skills, credentials and training on file, and which list a leaf reads. */
#include "judge/held_leaf.h"

#include "judge/leaf.h"

#include <string.h>

/* ---- skills ---- */

/* How a level that a person gives compares with one word that is wanted: as a
 * whole, or one of its words ("appropriate awareness" has two). What is not
 * said is not taken for granted. */
static enum word_compare compare_level(const struct framework *framework,
                                       const char *level, const char *want)
{
    enum { WORD_ROOM = 64 };
    enum word_compare best = framework_compare_words(framework, level, want);
    char word[WORD_ROOM];

    while (best == WORD_UNORDERED && *level != '\0') {
        const size_t length = strcspn(level, " ");
        if (length > 0 && length < WORD_ROOM) {
            memcpy(word, level, length);
            word[length] = '\0';
            best = framework_compare_words(framework, word, want);
        }
        level += length + strspn(level + length, " ");
    }
    return best;
}

/* Against one wanted word; CAUSE_SKILL_LISTED: it is reached. */
static enum cause word_cause(const struct framework *framework,
                             const char *level, text_at want)
{
    if (want == 0)
        return CAUSE_SKILL_LISTED;
    if (!level)
        return CAUSE_SKILL_NO_WORD;
    switch (compare_level(framework, level, framework_text(framework, want))) {
    case WORD_UNORDERED:
        return CAUSE_SKILL_WORD_OPEN;
    case WORD_LOWER:
        return CAUSE_SKILL_BELOW;
    default:
        return CAUSE_SKILL_LISTED;
    }
}

/* One word of two that is reached leaves the other to be asked for. */
static struct leaf_answer judge_skill(const struct framework *framework,
                                      const struct held_skill *skill,
                                      const struct node *want)
{
    const enum cause degree =
        word_cause(framework, skill->level, want->u.skill.degree);
    const enum cause depth =
        word_cause(framework, skill->level, want->u.skill.depth);
    enum cause worst = degree > depth ? degree : depth;
    const bool half = degree != depth && want->u.skill.degree != 0 &&
                      want->u.skill.depth != 0 &&
                      worst == CAUSE_SKILL_WORD_OPEN;

    if (half)
        worst = CAUSE_SKILL_NO_WORD;
    return answer_of(worst == CAUSE_SKILL_LISTED ? SG_MET : SG_ASK, worst);
}

struct leaf_answer held_skills_judge(const struct judging *judging, uint32_t at)
{
    const struct framework *to = judging->to->framework;
    const struct held *held = judging->held;
    struct leaf_answer best = answer_of(SG_UNMET, CAUSE_FILE_NONE);

    if (!held->person->skills.given)
        return answer_of(SG_ASK, CAUSE_FILE_SILENT);
    for (uint32_t i = 0; i < held->skill_count; i++) {
        if (held->skills[i].criterion != to->nodes[at].criterion)
            continue;
        struct leaf_answer answer =
            judge_skill(to, &held->skills[i], &to->nodes[at]);
        answer.held = i;
        if (answer.verdict > best.verdict ||
            (answer.verdict == best.verdict && answer.cause < best.cause))
            best = answer;
    }
    return best;
}

/* ---- credentials and training ---- */

static bool is_credential(const struct held *held, const char *have,
                          const char *want)
{
    const struct title_knowledge *titles = held->titles;

    return strcmp(have, want) == 0 ||
           (titles->same_credential &&
            titles->same_credential(titles->context, have, want));
}

/* What still stands, may stand, or is over. */
static struct leaf_answer by_standing(enum standing standing, enum cause good,
                                      enum cause open, enum cause over)
{
    switch (standing) {
    case STANDING_GOOD:
        return answer_of(SG_MET, good);
    case STANDING_OPEN:
        return answer_of(SG_ASK, open);
    default:
        return answer_of(SG_UNMET, over);
    }
}

/* A qualification on file whose award is the credential wanted, as one. */
static struct leaf_answer claim_as_credential(const struct held *held,
                                              const struct claim *claim)
{
    if (claim->overseas)
        return answer_of(SG_ASK, CAUSE_CLAIM_OVERSEAS);
    if (claim->status == CLAIM_WORKING_TOWARDS)
        return answer_of(SG_UNMET, CAUSE_CLAIM_STUDYING);
    if (claim->status == CLAIM_OPEN || claim->expiry_open)
        return answer_of(SG_ASK, CAUSE_CLAIM_STATUS_OPEN);
    return by_standing(standing_on(held->today, claim->expires),
                       CAUSE_CLAIM_FITS, CAUSE_CLAIM_STATUS_OPEN,
                       CAUSE_CLAIM_OVER);
}

/* The better of two; of two that are equal the one that names something. */
static void take_better(struct leaf_answer *best, struct leaf_answer answer,
                        uint32_t at)
{
    answer.held = at;
    if (answer.verdict > best->verdict ||
        (answer.verdict == best->verdict && best->held == NO_INDEX))
        *best = answer;
}

/* Licences stand among the qualifications of many a file as well. */
struct leaf_answer held_credentials_judge(const struct judging *judging,
                                          uint32_t at)
{
    const struct framework *to = judging->to->framework;
    const struct held *held = judging->held;
    const char *want = framework_text(to, to->nodes[at].u.credential.id);
    struct leaf_answer best = held->person->credentials.given
                                  ? answer_of(SG_UNMET, CAUSE_FILE_NONE)
                                  : answer_of(SG_ASK, CAUSE_FILE_SILENT);

    for (uint32_t i = 0; i < held->credential_count; i++)
        if (is_credential(held, held->credentials[i].id, want))
            take_better(&best,
                        by_standing(held->credentials[i].standing,
                                    CAUSE_CREDENTIAL_HELD,
                                    CAUSE_CREDENTIAL_OPEN,
                                    CAUSE_CREDENTIAL_OVER),
                        i);
    for (uint32_t i = 0; i < held->claim_count; i++)
        if (held->claims[i].award &&
            is_credential(held, held->claims[i].award, want))
            take_better(&best, claim_as_credential(held, &held->claims[i]), i);
    return best;
}

/* Training that does not say what it is for may be any. */
struct leaf_answer held_trainings_judge(const struct judging *judging,
                                        uint32_t at)
{
    const struct held *held = judging->held;
    const uint16_t want = judging->to->framework->nodes[at].criterion;
    struct leaf_answer best = answer_of(SG_UNMET, CAUSE_FILE_NONE);

    if (!held->person->training.given)
        return answer_of(SG_ASK, CAUSE_FILE_SILENT);
    for (uint32_t i = 0; i < held->training_count; i++) {
        const struct held_training *training = &held->trainings[i];
        struct leaf_answer answer;
        if (training->criterion == want)
            answer = by_standing(training->standing, CAUSE_TRAINING_DONE,
                                 CAUSE_TRAINING_OPEN, CAUSE_TRAINING_OVER);
        else if (training->criterion == NO_CRITERION &&
                 training->standing != STANDING_OVER)
            answer = answer_of(SG_ASK, CAUSE_TRAINING_OPEN);
        else
            continue;
        take_better(&best, answer, i);
    }
    return best;
}

/* ---- any leaf ---- */

struct leaf_answer held_leaf_judge(const struct judging *judging, uint32_t at)
{
    const struct node *want = &judging->to->framework->nodes[at];

    switch ((sg_op)want->op) {
    case SG_NO_FORMAL_QUALIFICATION:
        return answer_of(SG_MET, CAUSE_ALWAYS);
    case SG_NOT_NEEDED_HERE:
        return leaf_judge_need(judging, want);
    case SG_EXPERIENCE:
        return held_work_judge(judging, at);
    case SG_SKILL:
        return held_skills_judge(judging, at);
    case SG_CREDENTIAL:
        return held_credentials_judge(judging, at);
    case SG_TRAINING:
        return held_trainings_judge(judging, at);
    default:
        return held_claims_judge(judging, at);
    }
}
