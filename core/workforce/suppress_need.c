/* SPDX-License-Identifier: MIT */
/* One need: what can be worked out from what is not hidden, exactly, and what
 * to hide so that it is not enough. Why boxes are exact is in suppress.h. */
#include "workforce/suppress_inside.h"

#include <string.h>

static const uint32_t *row_of(const struct sums *sums, uint32_t group)
{
    return &sums->counts[(size_t)group * SUPPRESS_STATES];
}

static bool *marks_of(const struct sums *sums, uint32_t group)
{
    return &sums->hidden[(size_t)group * SUPPRESS_STATES];
}

static bool is_known(const struct sums *sums, uint32_t group)
{
    return sums->known && sums->known[group];
}

/* ---- what can be worked out ---- */

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static void narrow(struct box *box, const struct box *by)
{
    for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
        box->low[s] = larger(box->low[s], by->low[s]);
        box->high[s] = smaller(box->high[s], by->high[s]);
    }
}

/* Draws each bound in to what the other two states leave. */
static void tighten(struct box *box, int64_t staff)
{
    const struct box old = *box;
    int64_t low = 0, high = 0;

    for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
        low += old.low[s];
        high += old.high[s];
    }
    for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
        box->low[s] = larger(old.low[s], staff - (high - old.high[s]));
        box->high[s] = smaller(old.high[s], staff - (low - old.low[s]));
    }
}

/* What its own marks leave open. */
static struct box own_box(const struct sums *sums, uint32_t group)
{
    const uint32_t *counts = row_of(sums, group);
    const bool *marks = marks_of(sums, group);
    struct box box;

    for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
        const bool open = marks[s] && !is_known(sums, group);
        box.low[s] = open ? 0 : counts[s];
        box.high[s] = open ? sums->table->staff[group] : counts[s];
    }
    return box;
}

static void add_parts(struct sums *sums, uint32_t at)
{
    const struct sum *sum = &sums->sums[at];
    struct box added = {0};

    for (uint32_t i = 0; i < sum->count; i++) {
        const struct box *part = &sums->below[sums->parts[sum->first + i]];
        for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
            added.low[s] += part->low[s];
            added.high[s] += part->high[s];
        }
    }
    sums->added[at] = added;
}

/* A group's index is greater than that of the one it lies in. */
static void look_inside(struct sums *sums)
{
    for (uint32_t g = (uint32_t)sums->table->group_count; g-- > 0;) {
        struct box box = own_box(sums, g);
        for (uint32_t i = sums->first_of[g]; i < sums->first_of[g + 1]; i++) {
            add_parts(sums, i);
            narrow(&box, &sums->added[i]);
        }
        tighten(&box, sums->table->staff[g]);
        sums->below[g] = box;
    }
}

/* What the parts of a sum have to add up to, as far as all else goes. */
static struct box wanted_of(const struct sums *sums, uint32_t at)
{
    const uint32_t whole = sums->sums[at].whole;
    struct box box = own_box(sums, whole);

    if (whole != 0)
        narrow(&box, &sums->beside[whole]);
    for (uint32_t i = sums->first_of[whole]; i < sums->first_of[whole + 1]; i++)
        if (i != at)
            narrow(&box, &sums->added[i]);
    tighten(&box, sums->table->staff[whole]);
    return box;
}

static void look_beside(struct sums *sums)
{
    for (uint32_t at = 0; at < sums->sum_count; at++) {
        const struct sum *sum = &sums->sums[at];
        const struct box *added = &sums->added[at];
        const struct box wanted = wanted_of(sums, at);
        for (uint32_t i = 0; i < sum->count; i++) {
            const uint32_t g = sums->parts[sum->first + i];
            const struct box *own = &sums->below[g];
            struct box *box = &sums->beside[g];
            for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
                box->low[s] = wanted.low[s] - (added->high[s] - own->high[s]);
                box->high[s] = wanted.high[s] - (added->low[s] - own->low[s]);
            }
        }
    }
}

/* The least and the most that each count of a group can be. */
static struct box range_of(const struct sums *sums, uint32_t group)
{
    struct box box = sums->below[group];

    if (group != 0)
        narrow(&box, &sums->beside[group]);
    tighten(&box, sums->table->staff[group]);
    return box;
}

static void look(struct sums *sums)
{
    look_inside(sums);
    look_beside(sums);
    sums->stale = false;
}

/* ---- hiding more ---- */

/* So many staff are to be able to go from one state to the other. */
struct shift {
    unsigned from, to;
    int64_t staff;
};

static struct shift back(struct shift shift)
{
    return (struct shift){
        .from = shift.to, .to = shift.from, .staff = shift.staff};
}

/* Whether as much is hidden in and below a group as helps a shift. */
static bool is_open(const struct sums *sums, uint32_t group, struct shift shift)
{
    const bool *marks = marks_of(sums, group);

    if (!marks[shift.from] || !marks[shift.to])
        return false;
    for (uint32_t i = sums->first_of[group]; i < sums->first_of[group + 1]; i++)
        for (uint32_t p = 0; p < sums->sums[i].count; p++) {
            const uint32_t part = sums->parts[sums->sums[i].first + p];
            if (row_of(sums, part)[shift.from] > 0 && !is_known(sums, part) &&
                !is_open(sums, part, shift))
                return false;
        }
    return true;
}

static bool open_group(struct sums *sums, uint32_t group, uint32_t except,
                       struct shift shift);

/* The part to hide next: one that is enough by itself, that takes the fewest
 * marks, that has the fewest staff. They are sorted by staff already. */
static uint32_t choose_part(const struct sums *sums, uint32_t at,
                            uint32_t except, struct shift shift)
{
    const struct sum *sum = &sums->sums[at];
    uint32_t best = NO_GROUP;
    int64_t best_cost = INT64_MAX;

    for (uint32_t i = 0; i < sum->count; i++) {
        const uint32_t part = sums->parts[sum->first + i];
        const uint32_t *counts = row_of(sums, part);
        const bool *marks = marks_of(sums, part);
        if (part == except || counts[shift.from] == 0 || is_known(sums, part))
            continue;
        const bool enough =
            counts[shift.from] >= shift.staff &&
            counts[shift.from] + counts[shift.to] >= sums->least;
        const int64_t cost =
            (enough ? 0 : 4) + !marks[shift.from] + !marks[shift.to];
        if (cost < best_cost && !is_open(sums, part, shift)) {
            best = part;
            best_cost = cost;
        }
    }
    return best;
}

/* False: there is nothing more to hide that helps. */
static bool open_part(struct sums *sums, uint32_t at, uint32_t except,
                      struct shift shift)
{
    const uint32_t part = choose_part(sums, at, except, shift);

    return part != NO_GROUP && open_group(sums, part, NO_GROUP, shift);
}

/* A group, and enough inside it, but for the sum `except`. Whether anything
 * more is hidden now. */
static bool open_group(struct sums *sums, uint32_t group, uint32_t except,
                       struct shift shift)
{
    bool *marks = marks_of(sums, group);
    const uint32_t *counts = row_of(sums, group);
    bool more = !marks[shift.from] || !marks[shift.to];

    marks[shift.from] = true;
    marks[shift.to] = true;
    for (uint32_t i = sums->first_of[group]; i < sums->first_of[group + 1];
         i++) {
        const struct box *added = &sums->added[i];
        const bool enough =
            counts[shift.from] - added->low[shift.from] >= shift.staff &&
            added->high[shift.to] - counts[shift.to] >= shift.staff;
        if (i != except && !enough)
            more = open_part(sums, i, NO_GROUP, shift) || more;
    }
    return more;
}

/* Lets a group shift, as far as one more step does: in and below it, then in
 * one beside it, which shifts the other way, or in the one that it lies in. */
static bool let_shift(struct sums *sums, uint32_t group, uint32_t except,
                      struct shift shift)
{
    if (open_group(sums, group, except, shift))
        return true;
    if (group == 0)
        return false;
    const uint32_t at = sums->sum_of[group];
    const uint32_t whole = sums->sums[at].whole;
    const int64_t others = (int64_t)row_of(sums, whole)[shift.to] -
                           (int64_t)row_of(sums, group)[shift.to];
    if (others >= shift.staff)
        return open_part(sums, at, group, back(shift)) ||
               let_shift(sums, whole, at, shift);
    return let_shift(sums, whole, at, shift) ||
           open_part(sums, at, group, back(shift));
}

/* ---- one need ---- */

/* Which state to hide with one that is small: unmet is what a report is about,
 * so that it stays as long as it can. */
static const unsigned partners[SUPPRESS_STATES][2] = {
    [SUPPRESS_MET] = {SUPPRESS_ASK, SUPPRESS_UNMET},
    [SUPPRESS_ASK] = {SUPPRESS_MET, SUPPRESS_UNMET},
    [SUPPRESS_UNMET] = {SUPPRESS_MET, SUPPRESS_ASK}};

/* Hides the small counts of a group, and others so that their sum is not small
 * or that of one alone. */
static void hide_row(struct sums *sums, uint32_t group)
{
    const uint32_t *counts = row_of(sums, group);
    bool *marks = marks_of(sums, group);
    uint32_t sum = 0;
    unsigned number = 0, last = 0;

    for (unsigned s = 0; s < SUPPRESS_STATES; s++)
        if (is_small(counts[s], sums->least)) {
            marks[s] = true;
            sum += counts[s];
            number++;
            last = s;
        }
    if (number == 0 || sums->table->broken == SUPPRESS_ONLY_SMALL ||
        (number == 2 && sum >= sums->least))
        return;
    for (unsigned i = 0; number == 1 && i < 2; i++)
        if (sum + counts[partners[last][i]] >= sums->least) {
            marks[partners[last][i]] = true;
            return;
        }
    for (unsigned s = 0; s < SUPPRESS_STATES; s++)
        marks[s] = true;
}

/* One of the two other states, those that are hidden first. */
static unsigned other_state(const bool *marks, unsigned state, unsigned number)
{
    const unsigned a = partners[state][0], b = partners[state][1];

    return (marks[b] && !marks[a]) == (number == 0) ? b : a;
}

/* Hides more for the sake of one count that is known too well. */
static bool protect(struct sums *sums, uint32_t group, unsigned state,
                    bool has_least, bool has_most)
{
    const uint32_t *counts = row_of(sums, group);
    const int64_t count = counts[state];
    bool marks[SUPPRESS_STATES];

    memcpy(marks, marks_of(sums, group), sizeof(marks));
    for (unsigned i = 0; i < 2; i++) {
        const unsigned other = other_state(marks, state, i);
        if (!has_most && counts[other] > 0 &&
            let_shift(sums, group, NO_GROUP,
                      (struct shift){other, state, sums->least - count}))
            return true;
        if (!has_least && let_shift(sums, group, NO_GROUP,
                                    (struct shift){state, other, count}))
            return true;
    }
    return false;
}

static void hide_all(struct sums *sums)
{
    for (size_t i = 0; i < sums->table->group_count * SUPPRESS_STATES; i++)
        sums->hidden[i] = true;
}

/* Whether a small count is open enough. What was hidden since the last look may
 * have opened it: only where it matters is looked again. */
static bool is_well(struct sums *sums, uint32_t group, unsigned state,
                    bool *ret_has_least, bool *ret_has_most)
{
    const enum suppress_broken broken = sums->table->broken;

    for (;;) {
        const struct box range = range_of(sums, group);
        *ret_has_least =
            range.low[state] <= sums->floor[group * SUPPRESS_STATES + state] ||
            broken == SUPPRESS_NO_LEAST;
        *ret_has_most =
            range.high[state] >= sums->least || broken == SUPPRESS_NO_MOST;
        if ((*ret_has_least && *ret_has_most) || !sums->stale)
            return *ret_has_least && *ret_has_most;
        look(sums);
    }
}

/* Hides more until a count is open enough. False: there is nothing more to hide
 * that helps. What helps is judged by ranges that are not stale: with others
 * it once seemed that nothing did, and needs were hidden whole. */
static bool settle(struct sums *sums, uint32_t group, unsigned state)
{
    bool has_least, has_most;

    while (!is_well(sums, group, state, &has_least, &has_most)) {
        if (!protect(sums, group, state, has_least, has_most))
            return false;
        sums->stale = true;
    }
    return true;
}

/* Looks at each small count. What is hidden for one never makes another known
 * better. */
static bool settle_all(struct sums *sums)
{
    look(sums);
    for (uint32_t g = 0; g < sums->table->group_count; g++) {
        if (sums->table->shown[g] != g || is_known(sums, g))
            continue;
        for (unsigned s = 0; s < SUPPRESS_STATES; s++)
            if (is_small(row_of(sums, g)[s], sums->least) &&
                !settle(sums, g, s))
                return false;
    }
    return true;
}

static bool is_fixed(const struct box *range)
{
    for (unsigned s = 0; s < SUPPRESS_STATES; s++)
        if (range->low[s] != range->high[s])
            return false;
    return true;
}

/* What can be worked out although all of it is hidden; then nothing is. A grade
 * of nothing but known roles is as known as they are. */
static void learn_known(struct sums *sums, const bool *known)
{
    memcpy(sums->fixed, known, sums->table->group_count * sizeof(*known));
    sums->known = sums->fixed;
    hide_all(sums);
    look(sums);
    for (uint32_t g = 0; g < sums->table->group_count; g++) {
        const struct box range = range_of(sums, g);
        sums->fixed[g] |= sums->table->shown[g] == g && is_fixed(&range);
        for (unsigned s = 0; s < SUPPRESS_STATES; s++) {
            sums->floor[g * SUPPRESS_STATES + s] = range.low[s];
            marks_of(sums, g)[s] = false;
        }
    }
}

void suppress_need(struct sums *sums, size_t need)
{
    const struct suppress_table *table = sums->table;
    const size_t first = need * table->group_count * SUPPRESS_STATES;

    sums->counts = &table->counts[first];
    sums->hidden = &table->hidden[first];
    sums->known = NULL;
    if (table->known && table->broken != SUPPRESS_NO_KNOWN)
        learn_known(sums, &table->known[need * table->group_count]);
    for (uint32_t g = 0; g < table->group_count; g++)
        if (table->shown[g] == g)
            hide_row(sums, g);
    if (table->broken == SUPPRESS_ONLY_SMALL ||
        table->broken == SUPPRESS_ONLY_ROWS)
        return;
    if (!settle_all(sums))
        hide_all(sums);
}
