/* SPDX-License-Identifier: MIT */
/* Which counts of a report on needs are not published, so that none from 1 to 4
 * can be worked out.
 *
 *     struct suppress_table table = {.need_count = 2, .group_count = 6,
 *                                    .by = by, .inside = inside,
 *                                    .staff = staff, .counts = counts,
 *                                    .shown = shown, .hidden = hidden};
 *     if (suppress_small(&table, SUPPRESS_LEAST, reterr) == SG_OK) ...
 *
 * A report counts, for each need and each group of staff, who meets it, who has
 * to be asked and who does not meet it. Group 0 is the whole staff. The others
 * belong to groupings (by team, by grade, by role); the groups of a grouping
 * that lie inside the same group share out all its staff. A grade is inside
 * the whole staff; a role is inside its grade, because anybody can look up the
 * grade of a role and add the roles up. Whatever nesting is public knowledge
 * has to be told here.
 *
 * What is published: the staff of each shown group; each count that is not
 * hidden; for a hidden one, the same mark whatever it is. A hidden count may be
 * any whole number, 0 included: zeros and large counts are hidden too where
 * that is needed to protect others. Nothing else may be published that depends
 * on a hidden count: its cost, seats, percentage and bar are hidden with it,
 * and sorting by it is as good as telling it.
 *
 * A row that is public knowledge anyway is told here too (`known`): it hides
 * nothing, whatever its marks are. All of its staff meet the need.
 *
 * What is protected (`least` is 5):
 *
 *   1. No count and no number of staff from 1 to least - 1 is published.
 *   2. Every hidden count from 1 to least - 1 could be 0, and it could be
 *      `least` or more, for all that can be worked out from everything that is
 *      published: met + ask + unmet are the staff of a group, the groups inside
 *      a group add up to it, and counts are whole numbers of 0 and above. So
 *      nobody can tell that it is small, let alone which number it is; and no
 *      sum of hidden counts that has one of them in it is known to be below
 *      `least`, so that "not met" and "in all other teams" are safe as well.
 *      With known rows it is not 0 but what they leave open when all else is
 *      hidden: where only 5 people are asked for something, everybody knows
 *      that at least 1 in a team of 6 is not.
 *   3. Groups of 1 to least - 1 staff are not shown: those of one grouping
 *      inside the same group are put together, with the next smallest group
 *      where they are too few, or where their sum would tell how many each has
 *      (two of 4 are 8).
 *
 * What is not: counts of `least` and above, and zeros; what follows from
 * facts about groups that are not told here (that a team has just the
 * holders of one role) or about needs (who has an NVQ level 3 meets level 2 as
 * well: each need is protected by itself); what one knows beforehand about some
 * of the staff (who knows the answers of all but one of a group of 5); a second
 * report, a few days later or on part of the staff, whose differences are
 * small; what follows from knowing how this program chooses what to hide, and
 * running it on every table that could be the true one
 * (tests/oracle/suppress_tables repeat: with two to four teams of 5 to 25 that
 * leaves one value for 0.4 to 2 % of the small counts).
 *
 * Why 2. holds: with the staff of all groups known, each need is a table of its
 * own. The rows that a group can have, as far as those inside it go, are
 * all whole numbers between a least and a most for each of the three states
 * that add up to the staff. Such sets stay such under adding up
 * and under intersection (three states: they are the M-convex sets of discrete
 * convex analysis, Murota 2003, and those on three elements are boxes cut by a
 * plane; on four this would be wrong). So two passes over the groups
 * give the exact least and most of every count, in whole numbers, as an integer
 * solver would. More is hidden until 2. holds for each; when a whole need is
 * hidden it always does, since any row is then possible.
 *
 * The result depends only on what is in the table: it comes last, after all
 * partial results were added up. Same table, same result. */
#ifndef WORKFORCE_SUPPRESS_H
#define WORKFORCE_SUPPRESS_H

#include "skillgap/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SUPPRESS_LEAST = 5 }; /* the smallest count that may be published */

enum { SUPPRESS_MET, SUPPRESS_ASK, SUPPRESS_UNMET, SUPPRESS_STATES };

/* Rules to leave out, so that a test can show that it notices. */
enum suppress_broken {
    SUPPRESS_AS_IT_IS,
    SUPPRESS_ONLY_SMALL, /* nothing but the small counts is hidden */
    SUPPRESS_ONLY_ROWS,  /* and what protects them in their own group */
    SUPPRESS_NO_NESTING, /* it is forgotten that roles make up grades */
    SUPPRESS_NO_LEAST,   /* a hidden count need not be able to be 0 */
    SUPPRESS_NO_MOST,    /* it need not be able to be 5 */
    SUPPRESS_NO_MERGING, /* groups of 1 to 4 staff are shown */
    SUPPRESS_NO_KNOWN,   /* rows that everybody knows are taken for cover */
    SUPPRESS_NO_ROOM     /* the rule of suppress_both.h is left out */
};

struct suppress_table {
    size_t need_count;
    size_t group_count;     /* with the whole staff, group 0 */
    const uint32_t *by;     /* the grouping of each group; [0] is not looked
                               at */
    const uint32_t *inside; /* the group that each lies in, with a smaller
                               index: 0, or one of another grouping. [0] is not
                               looked at */
    uint32_t *staff;        /* of each group */
    uint32_t *counts;       /* (need * group_count + group) * SUPPRESS_STATES +
                               state */
    bool *known;     /* need * group_count + group: everybody can work out
                        the whole row, hidden or not, as that of a role
                        whose next role does not ask for the need; or
                        NULL: none. Where groups are put together it is
                        that of all of them */
    uint32_t *shown; /* filled: of each group, the one that it is shown
                        in; itself unless it was put together with
                        others */
    bool *hidden;    /* filled: of each count */
    enum suppress_broken broken; /* tests only */
};

/* Puts small groups together and marks what is to be hidden. Where groups were
 * put together the one of the smallest index has the sums of all in `staff` and
 * `counts`; the others have 0 and are hidden: show neither them nor how many
 * they are. Hidden counts keep their values, for the inside.
 *
 * With a whole staff of less than `least`, all of it is hidden, and so have to
 * be the numbers of staff. `least` is 2 or more.
 *
 * SG_INPUT, reason "sums", when the table does not add up, as after a partial
 * result that was changed by hand: nothing may then be published. SG_STORAGE
 * when memory runs out. Either way all counts are marked as hidden.
 *
 * Costs a few passes over the table: 500 needs by 900 groups in well under a
 * second. */
sg_status suppress_small(struct suppress_table *table, uint32_t least,
                         sg_error *reterr);

#endif
