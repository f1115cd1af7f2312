/* SPDX-License-Identifier: MIT */
/* Qualifications on file against a qualification leaf.
 *
 * Level, size and subject are asked in this order, and the first that fails or
 * is open decides what is said. The causes stand in answer.h from the nearest
 * to the farthest, so that of two answers with one verdict the earlier cause
 * is the better one. */
#include "judge/held_leaf.h"

#include <string.h>

/* What a leaf wants, with a named award looked up. */
struct wanted {
    const struct judging *judging;
    const struct node *node;
    unsigned rqf_min, rqf_max; /* 0 to 0: no level is asked for */
    bool full;                 /* a full level is wanted */
    const char *name;          /* of a named award, or NULL */
    const char *award;         /* its id, or NULL */
    bool taken; /* no source gives the level of that award: it is taken to be
                   this */
};

static struct wanted wanted_of(const struct judging *judging,
                               const struct node *node)
{
    const struct title_knowledge *titles = judging->held->titles;
    const uint8_t scale = node->u.qualification.scale;
    struct wanted wanted = {
        .judging = judging,
        .node = node,
        .rqf_min = node->u.qualification.min_rqf,
        .rqf_max = node->u.qualification.max_rqf,
        /* An NVQ is a full level by itself; "level 3" names no size. */
        .full = scale == SCALE_NVQ || scale == SCALE_SVQ,
        .name = framework_text_or_null(judging->to->framework,
                                       node->u.qualification.name),
    };
    struct claim named = {0};

    if (!wanted.name || !titles->read)
        return wanted;
    titles->read(titles->context, wanted.name, &named);
    wanted.award = named.award;
    if (wanted.rqf_max == 0 && named.level_known) {
        wanted.rqf_min = named.rqf_min;
        wanted.rqf_max = named.rqf_max;
        wanted.taken = named.level_assumed;
    }
    return wanted;
}

static bool is_named_award(const struct wanted *wanted,
                           const struct claim *claim)
{
    return wanted->award && claim->award &&
           strcmp(wanted->award, claim->award) == 0;
}

/* An old NVQ 4 is an old NVQ 4, whatever it is worth today; a certificate of
 * that name may be less than the whole of it. */
static bool is_same_nvq(const struct wanted *wanted, const struct claim *claim)
{
    return wanted->full && claim->nvq && claim->level_known &&
           claim->full_min == claim->rqf_min &&
           claim->rqf_min == wanted->rqf_min &&
           claim->rqf_max == wanted->rqf_max;
}

/* ---- subject ---- */

static bool in_codes(const struct framework *framework, struct span codes,
                     const char *subject)
{
    for (uint32_t i = 0; i < codes.count; i++)
        if (strcmp(framework_text(framework, framework->codes[codes.first + i]),
                   subject) == 0)
            return true;
    return false;
}

static bool is_relevant(const struct judging *judging, const char *subject)
{
    const struct rules *rules = judging->to->rules;
    const struct framework *to = judging->to->framework;
    const char *family =
        framework_text(to, to->families[to->roles[judging->to_role].family].id);

    return !judging->without_rules && rules && rules->subject_relevance &&
           rules->subject_relevance(rules->context, family, subject) == 1;
}

static bool is_specialist(const struct post *post, const char *subject)
{
    for (size_t i = 0; post && i < post->specialist_subject_count; i++)
        if (strcmp(post->specialist_subjects[i], subject) == 0)
            return true;
    return false;
}

static bool subject_fits(const struct wanted *wanted, const char *subject)
{
    const struct judging *judging = wanted->judging;

    switch ((enum subject_kind)wanted->node->u.qualification.subject) {
    case SUBJECT_CODES:
        return in_codes(judging->to->framework,
                        wanted->node->u.qualification.codes, subject);
    case SUBJECT_SPECIALIST_AREA:
        return is_specialist(judging->post, subject);
    default:
        return is_relevant(judging, subject);
    }
}

/* Met on level and size: does the subject fit? */
static struct leaf_answer judge_subject(const struct wanted *wanted,
                                        const struct claim *claim)
{
    const uint8_t kind = wanted->node->u.qualification.subject;
    struct leaf_answer answer = answer_of(SG_MET, CAUSE_CLAIM_FITS);

    if (kind == SUBJECT_ANY)
        return answer;
    if (claim->subject && !claim->subject_mixed &&
        subject_fits(wanted, claim->subject) &&
        (!claim->subject_b || subject_fits(wanted, claim->subject_b))) {
        answer.assumed = claim->subject_assumed;
        return answer;
    }
    if (kind == SUBJECT_SPECIALIST_AREA)
        return answer_of(SG_ASK, CAUSE_CLAIM_SPECIALIST);
    return answer_of(SG_ASK, claim->subject ? CAUSE_CLAIM_SUBJECT_OTHER
                                            : CAUSE_CLAIM_SUBJECT_OPEN);
}

/* ---- level and size ---- */

/* What is known to be too little, whatever else is open. */
static enum cause too_little(const struct wanted *wanted,
                             const struct claim *claim)
{
    const bool too_low = claim->level_known && claim->rqf_max < wanted->rqf_min;
    const bool too_small = wanted->full && claim->full_max < wanted->rqf_min;

    if (is_named_award(wanted, claim))
        return CAUSE_COUNT;
    if (too_low)
        return claim->full_min > 0 ? CAUSE_CLAIM_BELOW
                                   : CAUSE_CLAIM_BELOW_SMALL;
    if (too_small)
        return claim->count > 0 ? CAUSE_CLAIM_FEW : CAUSE_CLAIM_NOT_FULL;
    return CAUSE_COUNT;
}

/* Whether it is at the level wanted, and large enough. CAUSE_COUNT: it is. */
static enum cause level_open(const struct wanted *wanted,
                             const struct claim *claim)
{
    if (is_named_award(wanted, claim) || is_same_nvq(wanted, claim))
        return CAUSE_COUNT;
    if (!claim->level_known)
        return CAUSE_CLAIM_UNKNOWN;
    if (claim->rqf_min < wanted->rqf_max)
        return CAUSE_CLAIM_LEVEL_OPEN;
    if (wanted->full && claim->full_min < wanted->rqf_max)
        return CAUSE_CLAIM_SIZE_OPEN;
    return CAUSE_COUNT;
}

/* Whether it is what the line names, or an equivalent that it admits. */
static enum cause name_open(const struct wanted *wanted,
                            const struct claim *claim)
{
    const bool equivalent = wanted->node->u.qualification.equivalent;

    if (wanted->name && !is_named_award(wanted, claim))
        return equivalent ? CAUSE_CLAIM_SIMILAR : CAUSE_CLAIM_NOT_NAMED;
    if (wanted->full && !equivalent && !claim->nvq)
        return CAUSE_CLAIM_NOT_NAMED;
    return CAUSE_COUNT;
}

static enum cause held_open(const struct judging *judging,
                            const struct claim *claim)
{
    if (claim->overseas)
        return CAUSE_CLAIM_OVERSEAS;
    if (claim->status == CLAIM_OPEN)
        return CAUSE_CLAIM_STATUS_OPEN;
    return claim->expiry_open || standing_on(judging->held->today,
                                             claim->expires) == STANDING_OPEN
               ? CAUSE_CLAIM_STATUS_OPEN
               : CAUSE_COUNT;
}

/* Unmet by what is known of it; CAUSE_COUNT: it may do. What has run out is
 * told last, and an overseas one is worth nobody knows what. */
static enum cause unmet_cause(const struct wanted *wanted,
                              const struct claim *claim)
{
    const bool towards = wanted->node->op == SG_WORKING_TOWARDS;
    const enum cause cause =
        claim->overseas ? CAUSE_COUNT : too_little(wanted, claim);

    if (standing_on(wanted->judging->held->today, claim->expires) ==
        STANDING_OVER)
        return cause == CAUSE_COUNT ? CAUSE_CLAIM_OVER : CAUSE_CLAIM_OVER_SHORT;
    if (cause == CAUSE_COUNT && claim->status == CLAIM_WORKING_TOWARDS &&
        !towards)
        return CAUSE_CLAIM_STUDYING;
    return cause;
}

/* Open by what is not known of it; CAUSE_COUNT: only its subject is left. */
static enum cause open_cause(const struct wanted *wanted,
                             const struct claim *claim)
{
    enum cause cause = held_open(wanted->judging, claim);

    if (cause == CAUSE_COUNT && wanted->rqf_max > 0)
        cause = level_open(wanted, claim);
    return cause == CAUSE_COUNT ? name_open(wanted, claim) : cause;
}

/* Whether an answer rests on the level that a named award is taken to have. */
static bool rests_on_level(enum cause cause)
{
    return cause == CAUSE_CLAIM_BELOW || cause == CAUSE_CLAIM_BELOW_SMALL ||
           cause == CAUSE_CLAIM_LEVEL_OPEN || cause == CAUSE_CLAIM_SIMILAR;
}

static struct leaf_answer judge_claim(const struct wanted *wanted,
                                      const struct claim *claim)
{
    enum cause cause = unmet_cause(wanted, claim);
    const sg_verdict verdict = cause == CAUSE_COUNT ? SG_ASK : SG_UNMET;
    struct leaf_answer answer;

    if (cause == CAUSE_COUNT)
        cause = open_cause(wanted, claim);
    if (cause != CAUSE_COUNT) {
        answer = answer_of(verdict, cause);
        answer.subject_open = cause == CAUSE_CLAIM_OVERSEAS &&
                              judge_subject(wanted, claim).verdict != SG_MET;
        answer.assumed = wanted->taken && rests_on_level(cause);
        return answer;
    }
    answer = judge_subject(wanted, claim);
    if (answer.verdict == SG_MET && wanted->rqf_max > 0 &&
        !is_named_award(wanted, claim))
        answer.assumed |= claim->level_assumed;
    if (answer.verdict == SG_MET && wanted->full)
        answer.assumed |= claim->full_assumed;
    return answer;
}

/* The better verdict, then what is met without an assumption, then the nearer
 * cause. */
static bool is_better(const struct leaf_answer *a, const struct leaf_answer *b)
{
    if (a->verdict != b->verdict)
        return a->verdict > b->verdict;
    if (a->verdict == SG_MET && a->assumed != b->assumed)
        return b->assumed;
    return a->cause < b->cause;
}

struct leaf_answer held_claims_judge(const struct judging *judging, uint32_t at)
{
    const struct held *held = judging->held;
    const struct wanted wanted =
        wanted_of(judging, &judging->to->framework->nodes[at]);
    struct leaf_answer best = answer_of(SG_UNMET, CAUSE_COUNT);

    if (!held->person->qualifications.given)
        return answer_of(SG_ASK, CAUSE_FILE_SILENT);
    for (uint32_t i = 0; i < held->claim_count; i++) {
        if (held->claims[i].none)
            continue;
        struct leaf_answer answer = judge_claim(&wanted, &held->claims[i]);
        answer.held = i;
        if (is_better(&answer, &best))
            best = answer;
    }
    if (best.cause == CAUSE_COUNT)
        best = answer_of(SG_UNMET, CAUSE_FILE_NONE);
    return best;
}
