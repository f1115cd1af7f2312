/* SPDX-License-Identifier: MIT */
/* How far the number who lack both could be another one (suppress_both.h says
 * why that is enough). */
#include "workforce/suppress_both.h"

#include "base/fault.h"
#include "workforce/suppress_inside.h"

enum { GROUPINGS_MOST = 2, ROOM = 3 };

struct limits {
    int64_t low, high;
};

/* The least and the most who can lack both in a group. */
static struct limits limits_of(const struct suppress_table *table, size_t first,
                               size_t second, uint32_t group)
{
    const size_t groups = table->group_count;
    const int64_t a = table->counts[(first * groups + group) * SUPPRESS_STATES +
                                    SUPPRESS_UNMET];
    const int64_t b =
        table->counts[(second * groups + group) * SUPPRESS_STATES +
                      SUPPRESS_UNMET];
    const int64_t over = a + b - table->staff[group];

    return (struct limits){.low = over > 0 ? over : 0, .high = a < b ? a : b};
}

/* The proof is for two groupings, of which one lies in the groups of another
 * that has no more inside. */
static bool is_simple(const struct sums *sums)
{
    const struct suppress_table *table = sums->table;

    if (sums->first_of[1] - sums->first_of[0] > GROUPINGS_MOST)
        return false;
    for (uint32_t g = 1; g < table->group_count; g++) {
        const uint32_t inside = sums->first_of[g + 1] - sums->first_of[g];
        if (inside > 1 ||
            (inside == 1 && sums->sums[sums->sum_of[g]].whole != 0))
            return false;
    }
    return true;
}

/* The sum of the whole staff that a group is a part of in the end. */
static uint32_t top_sum(const struct sums *sums, uint32_t group)
{
    uint32_t at = sums->sum_of[group];

    while (sums->sums[at].whole != 0)
        at = sums->sum_of[sums->sums[at].whole];
    return at;
}

static bool is_within(uint32_t both, struct limits limits, int64_t room)
{
    return both >= limits.low + room && both + room <= limits.high;
}

static bool is_free(const struct sums *sums, size_t first, size_t second,
                    uint32_t both, int64_t room)
{
    const struct suppress_table *table = sums->table;
    bool within = is_within(both, limits_of(table, first, second, 0), room);

    for (uint32_t at = sums->first_of[0]; within && at < sums->first_of[1];
         at++) {
        struct limits added = {0};
        for (uint32_t g = 1; g < table->group_count; g++) {
            if (table->shown[g] != g ||
                sums->first_of[g] < sums->first_of[g + 1] ||
                top_sum(sums, g) != at)
                continue;
            const struct limits limits = limits_of(table, first, second, g);
            added.low += limits.low;
            added.high += limits.high;
        }
        within = is_within(both, added, room);
    }
    return within;
}

sg_status suppress_both(const struct suppress_table *table, size_t first,
                        size_t second, uint32_t both, uint32_t least,
                        bool *ret_may_tell, sg_error *reterr)
{
    struct sums sums;
    const bool done = sums_init(&sums, table, true);

    *ret_may_tell =
        done && is_simple(&sums) &&
        (table->broken == SUPPRESS_NO_ROOM ||
         is_free(&sums, first, second, both, (int64_t)ROOM * least));
    sums_done(&sums);
    return done ? SG_OK : fault_memory(reterr);
}
