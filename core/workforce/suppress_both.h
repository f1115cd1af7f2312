/* SPDX-License-Identifier: MIT */
/* Whether it may be told how many people lack two needs at once.
 *
 *     bool may_tell = false;
 *     if (suppress_both(&table, nvq, ecdl, both, SUPPRESS_LEAST, &may_tell,
 *                       reterr) == SG_OK && may_tell) ...
 *
 * Where nobody lacks anything but two needs, staff fall into four classes: who
 * lacks both, only the first, only the second, nothing. With the totals of both
 * needs the number of one class tells the others, and whatever is worked out
 * from classes (who is one step away, what a budget buys) says no more.
 *
 * The rule: in each grouping, with all counts of both needs as they are, the
 * number could be 3 * least less and 3 * least more. Of a group of which `a`
 * lack the first need and `b` the second, max(0, a + b - staff) to min(a, b)
 * can lack both; these are added up. (12 lack the one, 18 the other, 28
 * lack something: 2 lack both. 0 to 12 could: 2 is too near to 0.)
 *
 * What then holds:
 *
 *   1. Each class has `least` and more.
 *   2. All that suppress.h promises of the two needs: each hidden count from 1
 *      to least - 1 could still be 0, and could be `least`.
 *   3. Of no shown group it can be told that those in one class, or in any two
 *      or three, are from 1 to least - 1.
 *   4. Of several groups together neither, unless the true counts of both needs
 *      alone would tell it.
 *
 * Why 1: who lacks only the first are its total less the number, and the total
 * is no less than the most that the number could be; likewise the others.
 *
 * Why 4: who of a group lacks both is not published, so that a report fits
 * every choice that adds up, in each grouping by itself. When a sum over groups
 * is p to q by the counts alone, then with the number known it is still p, or
 * some least less than q, to q, or least more than p. If that is from 1 to
 * least - 1, so are p and q.
 *
 * Why 2: suppress.h says that there is a table of one need that gives the same
 * report and has 0 there, or `least`. Teams, states, grades and roles are a
 * network with people flowing through it, and the difference of two flows falls
 * into circles; least - 1 of those that go through the count are enough. A
 * circle goes through the unmet of a grouping once, and through that of a
 * grade. So it lets one team lack more and one less, and two roles at most
 * (through the grades it crosses at most from met to ask, to unmet, and back:
 * one role at each end of the unmet, and two where a grade goes round by its
 * own). So what can lack both in a grouping changes by 2 * (least - 1) at most:
 * the number is still possible, and `least` more or less are. The other need
 * stays as it is.
 *
 * Why 3: were it so then, by 4., p and q were from 1 to least - 1 by the true
 * counts, and by those of each table that is possible by 2. For each set of
 * classes one of these says otherwise. Let a lack the first need and b the
 * second. A number from 1 to least - 1 is small: it is hidden, or there is a
 * hidden one in it, and it could be least. In groups of 2 * least - 1 and more:
 *
 *     both: a, or b, is small, and could be 0
 *     only the first: a is small, and could be 0; or staff - b is, and not a,
 *         and with least both are large enough
 *     nothing: staff - a is small, and could be least, if staff - b is not
 *         small; otherwise a and b are so large that p is 0
 *     just one: a or b is small and they are together, and could be least; or
 *         staff - a or staff - b likewise
 *     both or nothing: a is small, and could be least; or 0, and staff - b is
 *     all but one class: a, b or who does not lack one of them is a small part
 *         of it, and could be least
 *
 * In groups of 5 to 11 all rows of both needs were tried, with whichever
 * others give way. */
#ifndef WORKFORCE_SUPPRESS_BOTH_H
#define WORKFORCE_SUPPRESS_BOTH_H

#include "workforce/suppress.h"

/* The table was suppressed already, and the totals of both needs' unmet are not
 * hidden. Of two groupings at most, and of groups inside groups inside the
 * whole staff: of others the answer is no. SG_STORAGE when memory runs out. */
sg_status suppress_both(const struct suppress_table *table, size_t first,
                        size_t second, uint32_t both, uint32_t least,
                        bool *ret_may_tell, sg_error *reterr);

#endif
