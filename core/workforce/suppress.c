/* SPDX-License-Identifier: MIT */
/* The whole of it: small groups are put together, the sums are checked, and
 * each need is given to suppress_need. */
#include "workforce/suppress.h"

#include "base/fault.h"
#include "workforce/suppress_inside.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- which groups add up to which ---- */

/* A group with what it is sorted by: the sum that it belongs to, then its
 * staff, then itself. */
struct member {
    uint32_t whole, by, staff, group;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_members(const void *first, const void *second)
{
    const struct member *a = first, *b = second;
    int order = compare_numbers(a->whole, b->whole);

    if (order == 0)
        order = compare_numbers(a->by, b->by);
    if (order == 0)
        order = compare_numbers(a->staff, b->staff);
    return order ? order : compare_numbers(a->group, b->group);
}

static bool is_same_sum(const struct member *a, const struct member *b)
{
    return a->whole == b->whole && a->by == b->by;
}

static void add_sums(struct sums *sums, const struct member *members,
                     uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || !is_same_sum(&members[i - 1], &members[i]))
            sums->sums[sums->sum_count++] = (struct sum){
                .whole = members[i].whole, .by = members[i].by, .first = i};
        struct sum *sum = &sums->sums[sums->sum_count - 1];
        sum->count++;
        sums->parts[i] = members[i].group;
        sums->sum_of[members[i].group] = sums->sum_count - 1;
    }
}

static void index_sums(struct sums *sums)
{
    uint32_t at = 0;

    for (uint32_t g = 0; g <= sums->table->group_count; g++) {
        while (at < sums->sum_count && sums->sums[at].whole < g)
            at++;
        sums->first_of[g] = at;
    }
}

bool sums_init(struct sums *sums, const struct suppress_table *table,
               bool nested)
{
    const size_t room = table->group_count + 1;
    struct arena *arena = &sums->arena;
    uint32_t count = 0;

    *sums = (struct sums){.table = table};
    sums->sums = arena_array(arena, room, sizeof(*sums->sums));
    sums->parts = arena_array(arena, room, sizeof(*sums->parts));
    sums->sum_of = arena_array(arena, room, sizeof(*sums->sum_of));
    sums->first_of = arena_array(arena, room, sizeof(*sums->first_of));
    sums->below = arena_array(arena, room, sizeof(*sums->below));
    sums->beside = arena_array(arena, room, sizeof(*sums->beside));
    sums->added = arena_array(arena, room, sizeof(*sums->added));
    sums->floor =
        arena_array(arena, room, SUPPRESS_STATES * sizeof(*sums->floor));
    sums->fixed = arena_array(arena, room, sizeof(*sums->fixed));
    struct member *members = arena_array(arena, room, sizeof(*members));
    if (arena->failed)
        return false;
    for (uint32_t g = 1; g < table->group_count; g++)
        if (table->shown[g] == g)
            members[count++] = (struct member){
                .whole = nested ? table->shown[table->inside[g]] : 0,
                .by = table->by[g],
                .staff = table->staff[g],
                .group = g};
    qsort(members, count, sizeof(*members), compare_members);
    add_sums(sums, members, count);
    index_sums(sums);
    return true;
}

void sums_done(struct sums *sums)
{
    arena_done(&sums->arena);
}

/* ---- small groups ---- */

static void put_together(struct suppress_table *table, uint32_t into,
                         uint32_t from)
{
    for (uint32_t g = 0; g < table->group_count; g++)
        if (table->shown[g] == from)
            table->shown[g] = into;
    table->staff[into] += table->staff[from];
    table->staff[from] = 0;
    for (size_t need = 0; need < table->need_count; need++) {
        const size_t row = need * table->group_count;
        if (table->known)
            table->known[row + into] &= table->known[row + from];
        for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
            uint32_t *count =
                &table->counts[(row + from) * SUPPRESS_STATES + s];
            table->counts[(row + into) * SUPPRESS_STATES + s] += *count;
            *count = 0;
        }
    }
}

/* How many of the members, smallest first and without those of no staff, have
 * to be put together: together they are `least`, and each can have another
 * number of staff even for somebody who is told how many groups there are and
 * which of them are small. */
static uint32_t how_many(const struct member *members, uint32_t count,
                         uint32_t least)
{
    uint64_t staff = 0, fewest = 0, most = 0;
    uint32_t taken = 0;
    bool has_large = false;

    while (taken < count) {
        const bool small = is_small(members[taken].staff, least);
        const bool enough = staff >= least && taken > 1 && staff > fewest &&
                            (has_large || staff < most);
        if (!small && (taken == 0 || enough))
            break;
        staff += members[taken++].staff;
        fewest += small ? 1 : least;
        most += least - 1;
        has_large = has_large || !small;
    }
    return taken;
}

static void merge_sum(struct suppress_table *table,
                      const struct member *members, uint32_t count,
                      uint32_t least)
{
    while (count > 0 && members->staff == 0) {
        members++;
        count--;
    }
    const uint32_t taken = how_many(members, count, least);
    uint32_t into = NO_GROUP;
    for (uint32_t i = 0; i < taken; i++)
        into = members[i].group < into ? members[i].group : into;
    for (uint32_t i = 0; i < taken; i++)
        if (members[i].group != into)
            put_together(table, into, members[i].group);
}

/* From the whole staff inwards, since what is inside the groups that were put
 * together is then inside one. A group has a greater index than the one it
 * lies in, and so has what it is put together with. */
static bool merge_small(struct suppress_table *table, uint32_t least)
{
    struct member *members = calloc(table->group_count, sizeof(*members));

    if (!members)
        return false;
    for (uint32_t whole = 0; whole < table->group_count; whole++) {
        uint32_t count = 0;
        if (table->shown[whole] != whole)
            continue;
        for (uint32_t g = 1; g < table->group_count; g++)
            if (table->shown[table->inside[g]] == whole)
                members[count++] = (struct member){.whole = whole,
                                                   .by = table->by[g],
                                                   .staff = table->staff[g],
                                                   .group = g};
        if (count > 0)
            qsort(members, count, sizeof(*members), compare_members);
        for (uint32_t i = 0, next; i < count; i = next) {
            next = i + 1;
            while (next < count && is_same_sum(&members[i], &members[next]))
                next++;
            merge_sum(table, &members[i], next - i, least);
        }
    }
    free(members);
    return true;
}

/* ---- whether the table adds up ---- */

static bool rows_add_up(const struct suppress_table *table)
{
    const uint32_t *row = table->counts;

    for (size_t need = 0; need < table->need_count; need++)
        for (uint32_t g = 0; g < table->group_count; g++) {
            uint64_t sum = 0;
            for (unsigned s = 0; s < SUPPRESS_STATES; s++)
                sum += *row++;
            if (sum != table->staff[g])
                return false;
        }
    return true;
}

static bool sum_adds_up(const struct sums *sums, const struct sum *sum)
{
    const struct suppress_table *table = sums->table;
    const uint32_t *parts = &sums->parts[sum->first];

    for (size_t need = 0; need < table->need_count; need++) {
        const uint32_t *counts =
            &table->counts[need * table->group_count * SUPPRESS_STATES];
        for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
            uint64_t all = 0;
            for (uint32_t i = 0; i < sum->count; i++)
                all += counts[parts[i] * SUPPRESS_STATES + s];
            if (all != counts[sum->whole * SUPPRESS_STATES + s])
                return false;
        }
    }
    uint64_t staff = 0;
    for (uint32_t i = 0; i < sum->count; i++)
        staff += table->staff[parts[i]];
    return staff == table->staff[sum->whole];
}

/* With nothing put together yet. */
static sg_status check(const struct suppress_table *table, sg_error *reterr)
{
    struct sums sums;
    bool good = rows_add_up(table);

    if (!sums_init(&sums, table, true)) {
        sums_done(&sums);
        return fault_memory(reterr);
    }
    for (uint32_t i = 0; good && i < sums.sum_count; i++)
        good = sum_adds_up(&sums, &sums.sums[i]);
    sums_done(&sums);
    return good ? SG_OK
                : fault(reterr, SG_INPUT, "sums",
                        "the counts of the groups do not add up to those of "
                        "the whole staff, so nothing can be published; make "
                        "the partial results again");
}

/* ---- all of it ---- */

static void hide_rest(struct suppress_table *table, size_t need)
{
    bool *hidden = &table->hidden[need * table->group_count * SUPPRESS_STATES];

    for (uint32_t g = 0; g < table->group_count; g++)
        if (table->shown[g] != g)
            for (unsigned s = 0; s < SUPPRESS_STATES; s++)
                hidden[g * SUPPRESS_STATES + s] = true;
}

static sg_status hide_small(struct suppress_table *table, uint32_t least,
                            sg_error *reterr)
{
    const size_t cells =
        table->need_count * table->group_count * SUPPRESS_STATES;
    struct sums sums;

    if (table->broken != SUPPRESS_NO_MERGING && !merge_small(table, least))
        return fault_memory(reterr);
    if (!sums_init(&sums, table, table->broken != SUPPRESS_NO_NESTING)) {
        sums_done(&sums);
        return fault_memory(reterr);
    }
    sums.least = least;
    memset(table->hidden, 0, cells * sizeof(*table->hidden));
    for (size_t need = 0; need < table->need_count; need++) {
        suppress_need(&sums, need);
        hide_rest(table, need);
    }
    sums_done(&sums);
    return SG_OK;
}

sg_status suppress_small(struct suppress_table *table, uint32_t least,
                         sg_error *reterr)
{
    const size_t cells =
        table->need_count * table->group_count * SUPPRESS_STATES;

    assert(table->group_count > 0 && least >= 2);
    for (uint32_t g = 0; g < table->group_count; g++) {
        assert(g == 0 || table->inside[g] < g);
        table->shown[g] = g;
    }
    /* Until all is well nothing can be published. */
    for (size_t i = 0; i < cells; i++)
        table->hidden[i] = true;
    const sg_status status = check(table, reterr);
    if (status != SG_OK || is_small(table->staff[0], least))
        return status;
    return hide_small(table, least, reterr);
}
