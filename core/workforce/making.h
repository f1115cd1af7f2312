/* SPDX-License-Identifier: MIT */
/* From a tally to needs: what the files that do it share.
 *
 *     making_needs(&making); making_groups(&making); making_counts(&making);
 * ...
 *
 * A table of needs by groups is filled from the tally and suppressed as a whole
 * (suppress.h); everything that is told comes out of it afterwards. The groups
 * are the whole staff, teams, grades and roles.
 *
 * Beside the table stand the classes: people who lack just the same essential
 * needs. Plans, and those who are one step away or eligible, tell how many they
 * are, and with that how needs go together in single people. From this and the
 * published totals small numbers could be worked out (12 lack the one and 18
 * the other, 28 lack something: 2 lack both), and through the teams more. So
 * outside of what stays inside the classes are told only where no essential
 * need is kept back, and either at most one is lacked by anybody, so that the
 * totals say all of it already, or two are and suppress_both.h proves that
 * nothing small follows. */
#ifndef WORKFORCE_MAKING_H
#define WORKFORCE_MAKING_H

#include "model/tally.h"
#include "workforce/suppress.h"

enum grouping {
    BY_ALL,
    BY_TEAM,
    BY_GRADE,
    BY_ROLE,
};

/* One thing to buy. */
struct thing {
    const char *key; /* the course's id, or the label */
    const char *label;
    const char *course; /* or NULL */
    uint32_t seat_pence;
    uint32_t group_seats; /* 0: no price for a group */
    uint32_t group_pence;
    const char *source;
    const char *as_of;
    bool assumed;
};

/* One way to close a need: things of which somebody needs one each. */
struct remedy {
    const uint32_t *things; /* ascending */
    size_t count;
};

struct need {
    sg_role role; /* a target role that asks for it, the first published */
    uint32_t line;
    struct remedy *remedies; /* those that money buys, the cheapest first */
    size_t remedy_count;
    const char *single; /* an action that alone closes it, bought or not; or
                           NULL */
};

/* What those are called who have no team, and teams that are put together. */
#define TEAM_NONE "No team on file"
#define TEAMS_SMALL "Small teams together"

struct group {
    enum grouping by;
    const char *name;
    const char *id;
    uint32_t inside;
    bool merged; /* others were put into it */
};

/* People who lack just these. */
struct lacking {
    uint32_t *needs; /* ascending */
    uint32_t need_count;
    uint32_t staff;
    bool told; /* it may be told of */
};

struct making {
    const sg_catalogue *catalogue;
    const sg_tally *tally;
    const sg_needs_options *options;
    struct arena *arena; /* the result's */
    sg_needs *result;
    sg_error *reterr;

    struct arena scratch;
    struct strings need_ids;
    sg_need *needs;      /* public; of the result */
    struct need *inside; /* beside each */
    size_t need_count;
    uint32_t **need_of; /* by number of the target role: of each line */

    struct group *groups;
    size_t group_count;
    uint32_t *team_group; /* by index of the tally's team */
    uint32_t *role_group; /* by number of the role */
    struct strings class_keys;
    struct lacking *classes; /* fewer needs come first, then by need */
    size_t class_count;

    struct suppress_table table;
    uint32_t *asked; /* of each need and group: how many are asked for it */

    struct strings thing_keys;
    struct thing *things;
    size_t thing_room;
};

/* Each of these: SG_OK, SG_STORAGE without memory, and what is said. */

/* What the target roles ask for (needs_list.c). */
sg_status making_needs(struct making *making);

/* Who is put together (needs_groups.c). */
sg_status making_groups(struct making *making);

/* Fills the table, suppresses it, and tells the counts (needs_counts.c).
 * SG_INPUT when the tally does not add up. */
sg_status making_counts(struct making *making);

/* What closes each need, and what it costs (needs_price.c). Before the counts
 * are told. */
sg_status making_prices(struct making *making);

/* Who lacks the same, and what of it may be told (needs_classes.c). */
sg_status making_classes(struct making *making);

/* Who is one step away, single holders, what runs out (needs_rest.c). */
sg_status making_rest(struct making *making);

/* What the budget buys (needs_plan.c). */
sg_status making_plan(struct making *making);

/* What has to be said beside the numbers (needs_notes.c). */
sg_status making_notes(struct making *making);

/* ---- what they ask each other ---- */

static inline size_t making_at(const struct making *making, size_t need,
                               size_t group)
{
    return need * making->group_count + group;
}

/* Whether a count of people is too small to be published. */
static inline bool making_is_small(uint64_t count)
{
    return count > 0 && count < SUPPRESS_LEAST;
}

/* A count of the table, hidden where it has to be. */
sg_figure making_figure(const struct making *making, size_t need, size_t group,
                        int state);

/* What so many seats of a thing cost, at the best mix of groups and single
 * seats. */
uint64_t thing_cost(const struct thing *thing, uint64_t seats,
                    uint64_t *ret_groups, uint64_t *ret_singles);

/* What a remedy costs for so many people. */
uint64_t remedy_cost(const struct making *making, const struct remedy *remedy,
                     uint64_t people);

#endif
