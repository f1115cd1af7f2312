/* SPDX-License-Identifier: MIT */
/* How a line of the target compares with the whole current specification.
 *
 * Identity decides first. Then, what covers what: a requirement that the
 * current ones always satisfy asks less. Where neither covers the other the
 * words that have an order decide, then whether an alternative has become a
 * must, then how wide the kind of work is. */
#include "gap/change.h"

#include "judge/lookup.h"
#include "judge/same.h"
#include "skillgap/gap.h"

enum { COMPARED_LINES = 64 };

/* The lines of the current role that one target line is compared with. */
struct compared {
    const struct judging *judging;
    uint32_t line; /* of the target */
    uint32_t lines[COMPARED_LINES];
    uint32_t count;
    bool essential_now; /* one of them is essential */
};

static const struct framework *from_of(const struct compared *compared)
{
    return compared->judging->from->framework;
}

static const struct framework *to_of(const struct compared *compared)
{
    return compared->judging->to->framework;
}

static bool is_essential(const struct framework *framework, uint32_t line)
{
    return framework->lines[line].strength == SG_ESSENTIAL;
}

/* Whether some compared line of this strength has the identical tree. */
static bool identical(const struct compared *compared, uint8_t strength)
{
    const struct framework *from = from_of(compared);
    const struct framework *to = to_of(compared);

    for (uint32_t i = 0; i < compared->count; i++) {
        const struct line *line = &from->lines[compared->lines[i]];
        if (line->strength == strength &&
            tree_same(from, line->root, to, to->lines[compared->line].root))
            return true;
    }
    return false;
}

/* Whether the current lines always satisfy the target's. */
static bool current_covers(const struct compared *compared)
{
    struct judging words = *compared->judging;
    struct judgement judgement;

    words.words_only = true;
    words.without_rules = true;
    judge_line_over(&words, compared->lines, compared->count, compared->line,
                    &judgement);
    return judgement.verdict == SG_MET;
}

/* Whether the target's line always satisfies each of the current ones. */
static bool target_covers(const struct compared *compared)
{
    const struct judging *judging = compared->judging;
    struct judging words = {
        .reference = judging->reference,
        .from = judging->to,
        .from_role = judging->to_role,
        .to = judging->from,
        .to_role = judging->from_role,
        .months = SG_MONTHS_UNKNOWN,
        .words_only = true,
        .without_rules = true,
    };
    struct judgement judgement;

    for (uint32_t i = 0; i < compared->count; i++) {
        judge_line_over(&words, &compared->line, 1, compared->lines[i],
                        &judgement);
        if (judgement.verdict != SG_MET)
            return false;
    }
    return true;
}

/* -1, 0 or 1: the sign of b - a. */
static int sign(unsigned a, unsigned b)
{
    return (b > a) - (b < a);
}

/* The highest rank among named roles, or 0. */
static unsigned named_rank(const struct framework *framework, struct span roles)
{
    unsigned rank = 0;

    for (uint32_t i = 0; i < roles.count; i++) {
        unsigned one =
            framework->roles[framework->role_refs[roles.first + i]].rank;
        rank = one > rank ? one : rank;
    }
    return rank;
}

/* Two ranges of levels have an order unless one lies within the other. */
static bool ranges_ordered(const struct node *a, const struct node *b,
                           int *ret_sign)
{
    int low = sign(a->u.qualification.min_rqf, b->u.qualification.min_rqf);
    int high = sign(a->u.qualification.max_rqf, b->u.qualification.max_rqf);

    *ret_sign = low != 0 ? low : high;
    return low * high >= 0 && a->u.qualification.max_rqf > 0 &&
           b->u.qualification.max_rqf > 0;
}

/* Writes 1 when the ordered words or levels of `b` ask more than those of `a`,
 * -1 when less; false when nothing in them has an order. */
static bool ordered(const struct framework *fa, const struct node *a,
                    const struct framework *fb, const struct node *b,
                    int *ret_sign)
{
    *ret_sign = 0;
    if (a->op == SG_QUALIFICATION)
        return ranges_ordered(a, b, ret_sign);
    if (a->op == SG_EXPERIENCE) {
        *ret_sign = sign(a->u.experience.word_rank, b->u.experience.word_rank);
        if (*ret_sign == 0 && fa == fb && a->u.experience.roles.count > 0 &&
            b->u.experience.roles.count > 0)
            *ret_sign = sign(named_rank(fa, a->u.experience.roles),
                             named_rank(fb, b->u.experience.roles));
        return a->u.experience.word_rank > 0 && b->u.experience.word_rank > 0;
    }
    if (a->op != SG_SKILL)
        return false;
    const enum word_compare words[] = {
        framework_compare_words(fb, framework_text(fa, a->u.skill.degree),
                                framework_text(fb, b->u.skill.degree)),
        framework_compare_words(fb, framework_text(fa, a->u.skill.depth),
                                framework_text(fb, b->u.skill.depth)),
    };
    for (int i = 0; i < 2 && *ret_sign == 0; i++)
        *ret_sign = (words[i] == WORD_LOWER) - (words[i] == WORD_HIGHER);
    return *ret_sign != 0;
}

/* Whether a leaf is one way of several to meet its line. */
static bool is_alternative(const struct framework *framework, uint32_t root,
                           uint32_t leaf)
{
    for (uint32_t i = root; i < leaf; i++)
        if (framework->nodes[i].op != SG_ALL && framework->nodes[i].end > leaf)
            return true;
    return false;
}

/* Experience in a named role is narrower than in a kind of work, and that is
 * narrower than in any. */
static unsigned narrowness(const struct node *node)
{
    if (node->op != SG_EXPERIENCE)
        return 0;
    if (node->u.experience.roles.count > 0)
        return 3;
    if (node->u.experience.areas.count > 0)
        return 2;
    return node->u.experience.relevant ? 1 : 0;
}

/* The signs that tell more from less, strongest first. */
enum evidence { BY_WORDS, BY_CHOICE, BY_WIDTH, EVIDENCE_COUNT };

struct tally {
    uint32_t up[EVIDENCE_COUNT];
    uint32_t down[EVIDENCE_COUNT];
};

static void count_sign(struct tally *tally, enum evidence evidence, int sign_of)
{
    tally->up[evidence] += sign_of > 0;
    tally->down[evidence] += sign_of < 0;
}

/* The current leaf to hold a target's leaf against: one of the same criterion
 * and kind, best with words that have an order. */
static bool counterpart(const struct compared *compared, uint32_t leaf,
                        uint32_t *ret_line, uint32_t *ret_leaf)
{
    const struct framework *from = from_of(compared);
    const struct framework *to = to_of(compared);
    const struct node *want = &to->nodes[leaf];
    bool found = false;
    int ignored;

    for (uint32_t i = 0; i < compared->count; i++) {
        uint32_t root = from->lines[compared->lines[i]].root;
        for (uint32_t n = root; n < from->nodes[root].end; n++) {
            const struct node *have = &from->nodes[n];
            if (have->op != want->op || have->criterion != want->criterion)
                continue;
            bool better = ordered(from, have, to, want, &ignored);
            if (found && !better)
                continue;
            *ret_line = compared->lines[i];
            *ret_leaf = n;
            found = true;
            if (better)
                return true;
        }
    }
    return found;
}

static void tally_leaf(const struct compared *compared, uint32_t leaf,
                       struct tally *tally)
{
    const struct framework *from = from_of(compared);
    const struct framework *to = to_of(compared);
    const struct node *want = &to->nodes[leaf];
    uint32_t line = 0;
    uint32_t other = 0;
    int sign_of;

    if (node_is_group(want) || !counterpart(compared, leaf, &line, &other))
        return;
    if (ordered(from, &from->nodes[other], to, want, &sign_of))
        count_sign(tally, BY_WORDS, sign_of);
    bool choice_now = is_alternative(from, from->lines[line].root, other);
    bool choice_there =
        is_alternative(to, to->lines[compared->line].root, leaf);
    count_sign(tally, BY_CHOICE, (int)choice_now - (int)choice_there);
    count_sign(tally, BY_WIDTH,
               sign(narrowness(&from->nodes[other]), narrowness(want)));
}

/* Neither side covers the other: weigh what can be weighed. */
static sg_change weighed(const struct compared *compared)
{
    const struct framework *to = to_of(compared);
    uint32_t root = to->lines[compared->line].root;
    struct tally tally = {{0}, {0}};

    for (uint32_t n = root; n < to->nodes[root].end; n++)
        tally_leaf(compared, n, &tally);
    for (int e = 0; e < EVIDENCE_COUNT; e++) {
        if (tally.up[e] > 0 && tally.down[e] == 0)
            return SG_RAISED;
        if (tally.down[e] > 0 && tally.up[e] == 0)
            return SG_LOWERED;
        if (tally.up[e] > 0)
            break;
    }
    bool weaker = compared->essential_now && !is_essential(to, compared->line);
    return weaker ? SG_LOWERED : SG_RAISED;
}

static void collect(struct compared *compared, bool essential, bool desirable)
{
    const struct judging *judging = compared->judging;

    compared->count =
        lines_sharing(judging->from->framework, judging->from_role, essential,
                      desirable, judging->to->framework,
                      judging->to->framework->lines[compared->line].root,
                      compared->lines, COMPARED_LINES);
    if (compared->count > COMPARED_LINES)
        compared->count = COMPARED_LINES;
    compared->essential_now = false;
    for (uint32_t i = 0; i < compared->count; i++)
        if (is_essential(judging->from->framework, compared->lines[i]))
            compared->essential_now = true;
}

sg_change change_of_line(const struct judging *judging, uint32_t line)
{
    struct compared compared = {.judging = judging, .line = line};

    if (!judging->from)
        return SG_CHANGE_NONE;
    collect(&compared, true, true);
    if (compared.count == 0)
        return SG_NEW;
    bool essential = is_essential(judging->to->framework, line);
    if (identical(&compared, essential ? SG_ESSENTIAL : SG_DESIRABLE))
        return SG_SAME;
    if (identical(&compared, essential ? SG_DESIRABLE : SG_ESSENTIAL))
        return essential ? SG_RAISED : SG_LOWERED;
    if (essential && !compared.essential_now)
        return SG_RAISED;
    if (essential)
        collect(&compared, true, false);

    bool less = current_covers(&compared);
    bool more = target_covers(&compared);
    if (less && !more)
        return SG_LOWERED;
    if (more && !less)
        return SG_RAISED;
    if (more && less && essential)
        return SG_SAME; /* other words, but each satisfies the other */
    return weighed(&compared);
}

bool line_is_dropped(const struct judging *judging, uint32_t from_line)
{
    uint32_t none;

    return lines_sharing(judging->to->framework, judging->to_role, true, true,
                         judging->from->framework,
                         judging->from->framework->lines[from_line].root, &none,
                         0) == 0;
}
