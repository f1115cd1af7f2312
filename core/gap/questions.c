/* SPDX-License-Identifier: MIT */
/* What to ask: the fewest questions that settle the most open lines.
 *
 * A question stands for every open leaf that it would settle. A line counts as
 * settled when "yes" to the chosen questions makes it met. */
#include "gap/questions.h"

#include "gap/phrase.h"

#include <string.h>

enum { TOPICS = 64, NO_TOPIC = 255 };

/* ---- the words of a question ---- */

static const char *experience_question(const struct judging *judging,
                                       const struct leaf_answer *answer,
                                       const char *want, struct arena *arena)
{
    const struct framework *from =
        judging->from ? judging->from->framework : NULL;
    const char *role =
        from ? framework_text(from, from->roles[judging->from_role].title)
             : NULL;

    if (role && answer->cause == CAUSE_TIME_UNKNOWN &&
        answer->needed_months > 0)
        return arena_printf(arena, "How many months have you been %s so far?",
                            role);
    if (role && answer->cause != CAUSE_DEPENDS)
        return arena_printf(
            arena, "Would the manager accept your work as %s as this: %s?",
            role, want);
    return arena_printf(arena, "Do you have this: %s?", want);
}

/* What a file leaves open, by what it is; NULL: nothing of its own. */
static const char *file_question(enum cause cause)
{
    switch (cause) {
    case CAUSE_CLAIM_SUBJECT_OPEN:
    case CAUSE_CLAIM_SUBJECT_OTHER:
        return "Would the manager accept {the_subject} of {title} for this: "
               "{want}?";
    case CAUSE_CLAIM_SPECIALIST:
        return "Ask the manager whether the subject of {title} is this post's "
               "specialist area.";
    case CAUSE_CLAIM_NOT_NAMED:
    case CAUSE_CLAIM_SIMILAR:
        return "Would the manager accept {title} in place of this: {want}?";
    case CAUSE_CLAIM_SIZE_OPEN:
        return "Is {title} a full level? The certificate says award, "
               "certificate or diploma, and its credits.";
    case CAUSE_CLAIM_LEVEL_OPEN:
    case CAUSE_CLAIM_UNKNOWN:
        return "Which level does the certificate of {title} say, and from "
               "which year is it?";
    case CAUSE_CLAIM_STATUS_OPEN:
        return "Is {title} complete, and is it still good?";
    case CAUSE_CLAIM_OVERSEAS:
        return "Is there a UK statement of comparability for {title} (UK ENIC "
               "issues "
               "them), and "
               "which level does it say?{ask_subject}";
    case CAUSE_WORK_LENGTH_UNKNOWN:
        return "Since which month have you worked {as_post}?";
    case CAUSE_WORK_DATES_OPEN:
        return "From which month to which month were the posts that only "
               "have a year on file?";
    case CAUSE_WORK_KIND_OPEN:
        return "Would the manager accept your work {as_posts} as this: "
               "{want}?";
    case CAUSE_WORK_WEIGH:
    case CAUSE_WORK_SHORT:
    case CAUSE_WORK_WORDS_UNKNOWN:
        return "Would the manager accept {work} as this: {want}?";
    case CAUSE_TRAINING_OPEN:
        return "Ask the manager whether the training on file ({course}) is "
               "what this asks for: {want}.";
    case CAUSE_CREDENTIAL_OPEN:
        return "Until which day is it good: {want}?";
    default:
        return NULL;
    }
}

/* Whether the list of the file in which a leaf would stand is there. */
static bool has_list(const struct held *held, uint8_t op)
{
    switch ((sg_op)op) {
    case SG_CREDENTIAL:
        return held->person->credentials.given;
    case SG_TRAINING:
        return held->person->training.given;
    case SG_SKILL:
        return held->person->skills.given;
    default:
        return held->person->qualifications.given;
    }
}

/* Whether the file answers what the person would be asked, so that only the
 * manager's half of a question is left: of "this post does not need it", by
 * the list of what stands beside it; of a skill, by what it says of it. */
static bool file_answers(const struct judging *judging, uint32_t at,
                         const struct leaf_answer *answer)
{
    const struct framework *to = judging->to->framework;
    const struct node *node = &to->nodes[at];
    const struct node *beside = at + 1 < to->node_count ? node + 1 : node;

    if (!judging->held)
        return false;
    if (node->op == SG_NOT_NEEDED_HERE)
        return beside->criterion == node->criterion && beside->op != node->op &&
               has_list(judging->held, beside->op);
    return node->op == SG_SKILL && answer->held != NO_INDEX;
}

static const char *criterion_question(const struct judging *judging,
                                      const struct criterion *criterion,
                                      uint32_t at,
                                      const struct leaf_answer *answer)
{
    if (criterion->post_question && file_answers(judging, at, answer))
        return criterion->post_question;
    return criterion->question;
}

const char *question_text(const struct judging *judging, uint32_t at,
                          const struct leaf_answer *answer, struct arena *arena)
{
    const struct framework *to = judging->to->framework;
    const struct node *node = &to->nodes[at];
    const struct criterion *criterion =
        node->criterion == NO_CRITERION
            ? NULL
            : &judging->reference->criteria[node->criterion];
    const char *want = phrase_lower(framework_node_label(to, at, arena), arena);

    if (!want)
        return NULL;
    if (judging->held && file_question(answer->cause))
        return phrase_fill(judging, at, answer, file_question(answer->cause),
                           arena);
    if (judging->held && node->op == SG_EXPERIENCE)
        return arena_printf(arena,
                            "Which jobs or unpaid work have you done that may "
                            "count as %s, from when to when?",
                            want);
    if (node->op == SG_EXPERIENCE)
        return experience_question(judging, answer, want, arena);
    if (criterion && criterion->question)
        return criterion_question(judging, criterion, at, answer);
    if (answer->cause == CAUSE_SUBJECT_OPEN)
        return arena_printf(arena,
                            "Is the subject of your qualification right "
                            "for this: %s?",
                            want);
    if (node->op == SG_NOT_NEEDED_HERE)
        return "Ask the manager whether this post needs what the line names "
               "\"where appropriate\".";
    return arena_printf(arena, "Do you hold this: %s?", want);
}

/* ---- choosing ---- */

/* One open line: for each of its nodes the topic that settles it. */
struct open_line {
    const struct judgement *judgement;
    const char *id;
    uint8_t *topics;
    uint64_t used;
};

struct choosing {
    const struct framework *to;
    struct arena *arena;
    const char *texts[TOPICS];
    uint32_t leaves[TOPICS];  /* a leaf that each topic asks about */
    uint64_t implied[TOPICS]; /* topics that "yes" to this one answers too */
    uint32_t topic_count;
    struct open_line *lines;
    uint32_t line_count;
    uint32_t tried; /* subsets */
};

/* "Yes, NVQ 3" answers "NVQ 2?" as well, in the same subject. */
static bool answers_too(const struct framework *framework, uint32_t yes,
                        uint32_t other)
{
    const struct node *a = &framework->nodes[yes];
    const struct node *b = &framework->nodes[other];

    return a->op == SG_QUALIFICATION && b->op == SG_QUALIFICATION &&
           a->criterion == b->criterion && b->u.qualification.max_rqf > 0 &&
           a->u.qualification.min_rqf >= b->u.qualification.max_rqf &&
           (a->u.qualification.subject == b->u.qualification.subject ||
            b->u.qualification.subject == SUBJECT_ANY);
}

/* A question that begins with the words of another asks that one as well. */
static bool asks_too(const char *text, const char *other)
{
    return strncmp(text, other, strlen(other)) == 0;
}

static void note_implied(struct choosing *choosing)
{
    for (uint32_t a = 0; a < choosing->topic_count; a++)
        for (uint32_t b = 0; b < choosing->topic_count; b++)
            if (asks_too(choosing->texts[a], choosing->texts[b]) ||
                answers_too(choosing->to, choosing->leaves[a],
                            choosing->leaves[b]))
                choosing->implied[a] |= UINT64_C(1) << b;
}

static uint64_t with_implied(const struct choosing *choosing, uint64_t asked)
{
    uint64_t all = 0;

    for (uint32_t t = 0; t < choosing->topic_count; t++)
        if (asked >> t & 1)
            all |= choosing->implied[t];
    return all;
}

static uint8_t topic_of(struct choosing *choosing, const char *text,
                        uint32_t leaf)
{
    for (uint32_t i = 0; i < choosing->topic_count; i++)
        if (strcmp(choosing->texts[i], text) == 0)
            return (uint8_t)i;
    if (choosing->topic_count == TOPICS)
        return NO_TOPIC;
    choosing->texts[choosing->topic_count] = text;
    choosing->leaves[choosing->topic_count] = leaf;
    return (uint8_t)choosing->topic_count++;
}

static bool settled(const struct choosing *choosing,
                    const struct open_line *line, uint64_t asked)
{
    const struct judgement *judgement = line->judgement;
    sg_verdict verdicts[LIMIT_TREE_NODES];

    for (uint32_t i = judgement->count; i-- > 0;) {
        uint32_t node = judgement->first + i;
        uint8_t topic = line->topics[i];
        if (node_is_group(&choosing->to->nodes[node]))
            verdicts[i] =
                judge_group(choosing->to, node, verdicts, judgement->first);
        else if (topic != NO_TOPIC && (asked >> topic & 1))
            verdicts[i] = SG_MET;
        else
            verdicts[i] = judgement->answers[i].verdict;
    }
    return verdicts[0] == SG_MET;
}

static uint32_t settled_count(struct choosing *choosing, uint64_t asked)
{
    uint32_t count = 0;

    choosing->tried++;
    asked = with_implied(choosing, asked);
    for (uint32_t i = 0; i < choosing->line_count; i++)
        count += settled(choosing, &choosing->lines[i], asked);
    return count;
}

/* Tries every way to add `more` topics from `next` on; true when one settles
 * all that can be settled. Recursion is bounded by TOPICS. */
static bool choose(struct choosing *choosing, uint64_t asked, uint32_t next,
                   uint32_t more, uint32_t goal, uint64_t *ret_asked)
{
    if (more == 0) {
        *ret_asked = asked;
        return settled_count(choosing, asked) == goal;
    }
    for (uint32_t t = next; t + more <= choosing->topic_count; t++) {
        if (asked >> t & 1)
            continue;
        if (choosing->tried > LIMIT_QUESTION_SEARCH)
            return false;
        if (choose(choosing, asked | UINT64_C(1) << t, t + 1, more - 1, goal,
                   ret_asked))
            return true;
    }
    return false;
}

/* Drops topics one by one, last first, while nothing is lost. */
static uint64_t thin_out(struct choosing *choosing, uint64_t asked,
                         uint32_t goal)
{
    for (uint32_t t = choosing->topic_count; t-- > 0;) {
        uint64_t without = asked & ~(UINT64_C(1) << t);
        if (settled_count(choosing, without) == goal)
            asked = without;
    }
    return asked;
}

/* The smallest set of topics that settles all that all of them settle. */
static uint64_t fewest(struct choosing *choosing)
{
    uint64_t all = choosing->topic_count == TOPICS
                       ? UINT64_MAX
                       : (UINT64_C(1) << choosing->topic_count) - 1;
    uint32_t goal = settled_count(choosing, all);
    uint64_t forced = 0;
    uint64_t chosen;

    for (uint32_t t = 0; t < choosing->topic_count; t++)
        if (settled_count(choosing, all & ~(UINT64_C(1) << t)) < goal)
            forced |= UINT64_C(1) << t;
    for (uint32_t more = 0; more <= choosing->topic_count; more++) {
        if (choose(choosing, forced, 0, more, goal, &chosen))
            return chosen;
        if (choosing->tried > LIMIT_QUESTION_SEARCH)
            break;
    }
    return thin_out(choosing, all, goal);
}

static bool note_line(const struct judging *judging, struct choosing *choosing,
                      uint32_t line_at, const struct judgement *judgement)
{
    const struct framework *to = choosing->to;
    struct open_line *line = &choosing->lines[choosing->line_count];

    line->judgement = judgement;
    line->id = framework_text(to, to->lines[line_at].id);
    line->topics = arena_alloc(choosing->arena, judgement->count);
    line->used = 0;
    if (!line->topics)
        return false;
    for (uint32_t i = 0; i < judgement->count; i++) {
        uint32_t node = judgement->first + i;
        line->topics[i] = NO_TOPIC;
        if (node_is_group(&to->nodes[node]) ||
            judgement->answers[i].verdict != SG_ASK)
            continue;
        const char *text = question_text(judging, node, &judgement->answers[i],
                                         choosing->arena);
        if (!text)
            return false;
        line->topics[i] = topic_of(choosing, text, node);
        if (line->topics[i] != NO_TOPIC)
            line->used |= UINT64_C(1) << line->topics[i];
    }
    choosing->line_count++;
    return true;
}

static bool build_question(struct choosing *choosing, uint32_t topic,
                           sg_question *question)
{
    const char **settles =
        arena_array(choosing->arena, choosing->line_count, sizeof *settles);

    *question =
        (sg_question){.text = choosing->texts[topic], .settles = settles};
    for (uint32_t i = 0; settles && i < choosing->line_count; i++)
        if (choosing->lines[i].used & choosing->implied[topic])
            settles[question->settle_count++] = choosing->lines[i].id;
    return settles != NULL;
}

bool questions_build(const struct judging *judging,
                     const struct judgement *judgements, uint32_t first_line,
                     uint32_t line_count, struct arena *arena, sg_gap *gap)
{
    struct choosing choosing = {.to = judging->to->framework, .arena = arena};
    sg_question *questions = arena_array(arena, TOPICS, sizeof *questions);

    choosing.lines = arena_array(arena, line_count, sizeof *choosing.lines);
    if (!questions || !choosing.lines)
        return false;
    for (uint32_t i = 0; i < line_count; i++)
        if (judgements[i].verdict == SG_ASK &&
            !note_line(judging, &choosing, first_line + i, &judgements[i]))
            return false;
    note_implied(&choosing);
    uint64_t asked = choosing.topic_count > 0 ? fewest(&choosing) : 0;
    gap->questions = questions;
    for (uint32_t t = 0; t < choosing.topic_count; t++) {
        if (!(asked >> t & 1))
            continue;
        if (!build_question(&choosing, t, &questions[gap->question_count++]))
            return false;
    }
    return true;
}
