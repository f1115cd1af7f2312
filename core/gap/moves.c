/* SPDX-License-Identifier: MIT */
/* Which way a move goes, how one makes it, and what an answer leaves open. */
#include "gap/parts.h"

#include "base/buffer.h"

/* Levels of the family that lie strictly between two ranks. */
static uint32_t levels_between(const struct framework *framework,
                               uint32_t family, uint32_t low, uint32_t high)
{
    struct span roles = framework->families[family].roles;
    uint32_t count = 0;

    for (uint32_t r = roles.first; r < roles.first + roles.count; r++)
        if (framework->roles[r].rank > low && framework->roles[r].rank < high)
            count++;
    return count;
}

static sg_move compare(uint32_t now, uint32_t there)
{
    if (there > now)
        return SG_MOVE_UP;
    return there < now ? SG_MOVE_DOWN : SG_MOVE_SIDE;
}

sg_move move_direction(const struct judging *judging, uint32_t *ret_skipped)
{
    *ret_skipped = 0;
    if (!judging->from || judging->from->framework != judging->to->framework)
        return SG_MOVE_UNKNOWN;

    const struct framework *framework = judging->to->framework;
    const struct role *now = &framework->roles[judging->from_role];
    const struct role *there = &framework->roles[judging->to_role];
    if (now->family == there->family) {
        if (there->rank > now->rank)
            *ret_skipped =
                levels_between(framework, now->family, now->rank, there->rank);
        return compare(now->rank, there->rank);
    }
    if (now->grade_rank == 0 || there->grade_rank == 0)
        return SG_MOVE_UNKNOWN;
    return compare(now->grade_rank, there->grade_rank);
}

/* The words when no rule of the council speaks of this move. */
static const char *silent_text(const struct judging *judging)
{
    uint32_t skipped;
    sg_move direction = move_direction(judging, &skipped);

    if (skipped > 0)
        return "The documents do not say whether levels can be skipped: ask "
               "HR.";
    if (direction == SG_MOVE_DOWN)
        return "The documents say nothing about moving down: ask HR.";
    return "The documents do not say how one moves between these roles: ask "
           "HR.";
}

void move_mode(const struct judging *judging, sg_mode *mode)
{
    const struct rules *rules = judging->to->rules;
    struct move_rule rule = {0};

    if (!judging->from) {
        *mode = (sg_mode){.kind = "apply", .text = "You apply for the post."};
    } else if (judging->from->framework != judging->to->framework) {
        *mode = (sg_mode){
            .kind = "apply",
            .text = "This is another council: you apply for a vacancy there "
                    "like anybody else.",
        };
    } else if (judging->from_role == judging->to_role) {
        *mode = (sg_mode){.kind = "unknown",
                          .text = "This is the role that you are in."};
    } else if (rules && rules->move && !judging->without_rules &&
               rules->move(rules->context, judging->to->framework,
                           judging->from_role, judging->to_role, &rule)) {
        *mode = (sg_mode){rule.kind, rule.text, rule.assumed};
    } else {
        *mode = (sg_mode){.kind = "unknown", .text = silent_text(judging)};
    }
}

const char *notice_text(const struct judging *judging, bool same_words,
                        bool assumed, struct arena *arena)
{
    struct buffer out = {0};

    buffer_puts(&out, "Meeting a person specification makes you ready to be "
                      "considered. It is not a promotion: that takes a vacancy "
                      "and a decision by the council.");
    if (judging->held)
        buffer_puts(&out,
                    judging->from && !judging->evidence_only
                        ? " The answer rests on what is on file and on what "
                          "the current role asks for. Somebody may hold more "
                          "than is on file."
                        : " The answer rests on what is on file. Somebody may "
                          "hold more.");
    else if (judging->from)
        buffer_puts(&out,
                    " The answer rests on what your current role asks for, "
                    "not on what you yourself hold: you may well have more.");
    if (judging->from && judging->from->framework != judging->to->framework)
        buffer_puts(&out,
                    " The two roles belong to different councils: their other "
                    "sections use no common scale and are not compared.");
    if (same_words)
        buffer_puts(&out,
                    " The same words in two councils or job families are taken "
                    "to mean the same: check that they do.");
    if (assumed)
        buffer_puts(&out,
                    " Numbers marked as assumed are the project's own and come "
                    "from no document: the council can set its own.");
    const char *text =
        out.failed || !out.data ? NULL : arena_strdup(arena, out.data);
    if (!text)
        arena->failed = true;
    buffer_done(&out);
    return text;
}
