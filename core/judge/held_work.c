/* SPDX-License-Identifier: MIT */
/* Experience on file: which posts are of the wanted kind, and for how long.
 *
 * Whether it is such work comes first; then the months of those posts, merged,
 * are held against what the words mean. Calendar months decide: full-time
 * terms are only told. */
#include "base/limits.h"
#include "judge/experience.h"
#include "judge/held_leaf.h"
#include "judge/kind.h"
#include "judge/lookup.h"
#include "judge/months.h"
#include "skillgap/gap.h"

#include <string.h>

/* How sure it is that a post is of the wanted kind; a post that says neither
 * role nor kind is open in another way than one whose description touches it.
 */
enum post_fit {
    POST_OTHER,
    POST_NAMELESS,
    POST_TOUCHED,
    POST_BY_WORDS,
    POST_FITS
};

enum { POSTS_MOST = LIMIT_PERSON_ENTRIES + 1 };

/* All posts against one leaf. */
struct work {
    const struct judging *judging;
    const struct node *want;
    uint8_t fits[POSTS_MOST]; /* enum post_fit */
    uint32_t touched;         /* how many posts are touched */
    uint32_t nameless;        /* and how many say neither role nor kind */
    uint32_t sure_one;        /* the first that fits, or NO_INDEX */
    uint32_t sure_count;
    bool by_words;       /* one fits only by another framework's words */
    bool length_unknown; /* one that fits began nobody knows when */
};

static enum post_fit fit_of_kind(enum kind_fit kind)
{
    static const enum post_fit fits[] = {
        [KIND_OTHER] = POST_OTHER,
        [KIND_OPEN] = POST_TOUCHED,
        [KIND_BY_WORDS] = POST_BY_WORDS,
        [KIND_CERTAIN] = POST_FITS,
    };
    return fits[kind];
}

static const struct criterion *criterion_of(const struct work *work)
{
    return &work->judging->reference->criteria[work->want->criterion];
}

static bool names_roles(const struct work *work)
{
    return work->want->u.experience.roles.count > 0;
}

/* Who supervises others may well have done what is asked for. */
static bool is_left_open(const struct work *work, const struct held_post *post)
{
    return post->supervises && !names_roles(work) &&
           criterion_of(work)->left_open_by_supervising;
}

/* The better of what the post's role and its own kind of work show. */
static enum post_fit fit_by_kind(const struct work *work,
                                 const struct held_post *post,
                                 uint32_t *ret_item)
{
    enum kind_fit role = KIND_OTHER;
    enum kind_fit area = KIND_OTHER;

    if (!post->framework && !post->area)
        return POST_NAMELESS;
    if (post->framework)
        role = kind_of_role(work->judging, post->framework, post->role,
                            work->want, ret_item);
    if (post->area)
        area = kind_of_area(work->judging, post->area, work->want);
    if (area == KIND_OPEN && role == KIND_OTHER)
        return POST_NAMELESS;
    return fit_of_kind(area > role ? area : role);
}

/* *ret_item: what the description of the post's role says that leaves it open,
 * or NO_INDEX. */
static enum post_fit fit_of_post(const struct work *work,
                                 const struct held_post *post,
                                 uint32_t *ret_item)
{
    *ret_item = NO_INDEX;
    if (kind_any_will_do(work->want))
        return POST_FITS;
    if (!names_roles(work) && criterion_of(work)->shown_by_supervising &&
        post->supervises_given)
        return post->supervises ? POST_FITS : POST_OTHER;
    const enum post_fit fit = fit_by_kind(work, post, ret_item);
    return fit < POST_TOUCHED && is_left_open(work, post) ? POST_TOUCHED : fit;
}

static void look_at_posts(struct work *work)
{
    const struct held *held = work->judging->held;

    work->sure_one = NO_INDEX;
    for (uint32_t i = 0; i < held->post_count; i++) {
        uint32_t item;
        enum post_fit fit = fit_of_post(work, &held->posts[i], &item);
        work->fits[i] = (uint8_t)fit;
        work->touched += fit == POST_TOUCHED;
        work->nameless += fit == POST_NAMELESS;
        if (fit < POST_BY_WORDS)
            continue;
        if (work->sure_one == NO_INDEX)
            work->sure_one = i;
        work->sure_count++;
        work->by_words |= fit == POST_BY_WORDS;
        work->length_unknown |= held->posts[i].length_unknown;
    }
}

/* ---- naming what is open ---- */

/* How far a post that is open is from what is wanted: first what the duties of
 * its role touch, then the kind of work that the named roles do, in the order
 * in which their document has it, then what says nothing. */
static uint32_t distance(const struct work *work, uint32_t at)
{
    const char *area = work->judging->held->posts[at].area;

    if (work->fits[at] == POST_TOUCHED)
        return 0;
    return area ? 1 + kind_area_place(work->judging, area, work->want)
                : NO_INDEX;
}

/* The nearest of the posts that are open and not named yet; NO_INDEX: none is
 * left. */
static uint32_t nearest_open(const struct work *work, enum post_fit least,
                             const struct leaf_answer *named)
{
    uint32_t best = NO_INDEX;

    for (uint32_t i = 0; i < work->judging->held->post_count; i++) {
        if (work->fits[i] < least || work->fits[i] > POST_TOUCHED ||
            i == named->held || i == named->also[0])
            continue;
        if (best == NO_INDEX || distance(work, i) < distance(work, best))
            best = i;
    }
    return best;
}

/* Names up to three posts whose kind is open. */
static void name_open(const struct work *work, enum post_fit least,
                      struct leaf_answer *answer)
{
    answer->held = NO_INDEX;
    answer->held = nearest_open(work, least, answer);
    for (size_t i = 0; i < ALSO_MOST; i++)
        answer->also[i] = nearest_open(work, least, answer);
    fit_of_post(work, &work->judging->held->posts[answer->held],
                &answer->place);
}

/* ---- how long ---- */

/* The spans of the posts that fit at least so well; `most`: as long as they
 * may have been. */
static size_t collect(const struct work *work, enum post_fit least, bool most,
                      struct months_span spans[POSTS_MOST])
{
    const struct held *held = work->judging->held;
    size_t count = 0;

    for (uint32_t i = 0; i < held->post_count; i++) {
        const struct held_post *post = &held->posts[i];
        if (work->fits[i] < least)
            continue;
        spans[count++] = (struct months_span){
            .first = most ? post->first_may : post->first,
            .last = most ? post->last_may : post->last,
            .hours_per_week = post->hours_per_week,
        };
    }
    return count;
}

static uint32_t months_of(const struct work *work, enum post_fit least,
                          bool most)
{
    struct months_span spans[POSTS_MOST];

    return months_union(spans, collect(work, least, most, spans));
}

/* How many of the months that count were done acting up. */
static uint32_t acting_months(const struct work *work)
{
    const struct held *held = work->judging->held;
    struct months_span spans[POSTS_MOST];
    size_t count = 0;

    for (uint32_t i = 0; i < held->post_count; i++)
        if (work->fits[i] >= POST_BY_WORDS &&
            held->posts[i].basis == BASIS_ACTING)
            spans[count++] = (struct months_span){.first = held->posts[i].first,
                                                  .last = held->posts[i].last};
    return months_union(spans, count);
}

/* What an answer about work that counts says of it. */
static void note_work(const struct work *work, struct leaf_answer *answer)
{
    struct months_span spans[POSTS_MOST];
    const size_t count = collect(work, POST_BY_WORDS, false, spans);
    uint32_t sure = months_union(spans, count);
    const uint32_t may = months_of(work, POST_BY_WORDS, true);

    /* Who worked in a year worked in a month of it. */
    if (sure == 0 && !work->length_unknown)
        sure = 1;
    answer->held_months = (uint16_t)sure;
    answer->may_months = (uint16_t)(may > sure ? may : sure);
    answer->held_posts = (uint16_t)work->sure_count;
    answer->held = work->sure_one;
    answer->acting_months = (uint16_t)acting_months(work);
    answer->held_fte_tenths = (uint16_t)months_full_time(
        spans, count, work->judging->full_time_hours);
    answer->notice = work->by_words;
}

/* Work that fits surely, held against so many months; 0: nobody says how
 * many. */
static struct leaf_answer weigh_sure(const struct work *work, unsigned meant,
                                     struct leaf_answer answer)
{
    note_work(work, &answer);
    answer.verdict = SG_ASK;
    answer.needed_months = (uint16_t)meant;
    if (meant == 0) {
        answer.cause = work->want->u.experience.equivalent_max_rqf > 0
                           ? CAUSE_WORK_WEIGH
                           : CAUSE_WORK_WORDS_UNKNOWN;
        return answer;
    }
    if (answer.held_months >= meant) {
        answer.verdict = SG_MET;
        answer.cause = CAUSE_WORK_ENOUGH;
        return answer;
    }
    answer.missing_months =
        answer.held_months > 0 ? (uint16_t)(meant - answer.held_months) : 0;
    if (work->length_unknown)
        answer.cause = CAUSE_WORK_LENGTH_UNKNOWN;
    else if (answer.may_months >= meant)
        answer.cause = CAUSE_WORK_DATES_OPEN;
    else if (months_of(work, POST_NAMELESS, true) >= meant)
        answer.cause = CAUSE_WORK_KIND_OPEN;
    else
        answer.cause = CAUSE_WORK_SHORT;
    if (answer.cause == CAUSE_WORK_KIND_OPEN)
        name_open(work, POST_NAMELESS, &answer);
    return answer;
}

/* Whether posts that say neither role nor kind could be long enough, if they
 * were such work. */
static bool nameless_could_do(const struct work *work, unsigned meant)
{
    const struct held *held = work->judging->held;

    if (work->nameless == 0)
        return false;
    for (uint32_t i = 0; i < held->post_count; i++)
        if (work->fits[i] == POST_NAMELESS && held->posts[i].length_unknown)
            return true;
    return months_of(work, POST_NAMELESS, true) >= meant;
}

/* No post fits surely. */
static struct leaf_answer weigh_open(const struct work *work, unsigned meant,
                                     struct leaf_answer answer)
{
    const struct held *held = work->judging->held;
    const bool could_do = nameless_could_do(work, meant);

    answer.verdict = SG_ASK;
    answer.cause = CAUSE_WORK_KIND_OPEN;
    answer.needed_months = (uint16_t)meant;
    if (work->touched > 0 || could_do) {
        name_open(work, could_do ? POST_NAMELESS : POST_TOUCHED, &answer);
        return answer;
    }
    if (work->nameless > 0) {
        name_open(work, POST_NAMELESS, &answer);
        answer.verdict = SG_UNMET;
        answer.cause = CAUSE_WORK_TOO_SHORT;
        return answer;
    }
    return held->person->experience.given
               ? answer_of(SG_UNMET, CAUSE_FILE_NONE)
               : answer_of(SG_ASK, CAUSE_FILE_SILENT);
}

struct leaf_answer held_work_judge(const struct judging *judging, uint32_t at)
{
    struct work work = {.judging = judging,
                        .want = &judging->to->framework->nodes[at]};
    struct leaf_answer answer = answer_of(SG_ASK, CAUSE_WORK_KIND_OPEN);
    const bool any_time = experience_any_length(work.want);

    look_at_posts(&work);
    if (any_time && work.sure_count > 0) {
        answer = answer_of(SG_MET, CAUSE_WORK_ANY_TIME);
        note_work(&work, &answer);
        return answer;
    }
    const unsigned meant =
        any_time ? 0 : experience_months_meant(judging, work.want, &answer);
    if (work.sure_count > 0)
        return weigh_sure(&work, meant, answer);
    return weigh_open(&work, meant, answer);
}

int32_t held_role_months(const struct held *held)
{
    struct months_span spans[POSTS_MOST];
    size_t count = 0;

    if (!held->role_known)
        return SG_MONTHS_UNKNOWN;
    for (uint32_t i = 0; i < held->post_count; i++) {
        const struct held_post *post = &held->posts[i];
        if (!post->framework ||
            strcmp(framework_text(post->framework,
                                  post->framework->roles[post->role].id),
                   held->person->current_role) != 0)
            continue;
        if (post->length_unknown)
            return SG_MONTHS_UNKNOWN;
        spans[count++] =
            (struct months_span){.first = post->first, .last = post->last};
    }
    return (int32_t)months_union(spans, count);
}
