/* SPDX-License-Identifier: MIT */
#include "path_exhaustive.h"

#include <stdlib.h>
#include <string.h>

/* ---- fronts ---- */

static bool is_as_good(struct path_triple a, struct path_triple b)
{
    return a.months <= b.months && a.pence <= b.pence && a.moves <= b.moves;
}

static bool is_before(struct path_triple a, struct path_triple b)
{
    if (a.months != b.months)
        return a.months < b.months;
    return a.pence != b.pence ? a.pence < b.pence : a.moves < b.moves;
}

static void put_in_order(struct path_front *front, struct path_triple point)
{
    uint32_t at = front->count++;

    if (at == PATH_FRONT_MOST)
        abort();
    for (; at > 0 && is_before(point, front->at[at - 1]); at--)
        front->at[at] = front->at[at - 1];
    front->at[at] = point;
}

void path_front_add(struct path_front *front, struct path_triple point)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < front->count; i++)
        if (is_as_good(front->at[i], point))
            return;
    for (uint32_t i = 0; i < front->count; i++)
        if (!is_as_good(point, front->at[i]))
            front->at[kept++] = front->at[i];
    front->count = kept;
    put_in_order(front, point);
}

bool path_front_is_same(const struct path_front *a, const struct path_front *b)
{
    bool same = a->count == b->count;

    for (uint32_t i = 0; same && i < a->count; i++)
        same = a->at[i].months == b->at[i].months &&
               a->at[i].pence == b->at[i].pence &&
               a->at[i].moves == b->at[i].moves;
    return same;
}

bool path_front_is_no_worse(const struct path_front *now,
                            const struct path_front *before)
{
    for (uint32_t i = 0; i < before->count; i++) {
        bool found = false;
        for (uint32_t k = 0; k < now->count; k++)
            found = found || is_as_good(now->at[k], before->at[i]);
        if (!found)
            return false;
    }
    return true;
}

void path_front_of(const struct path_answer *answer,
                   struct path_front *ret_front)
{
    ret_front->count = 0;
    for (uint32_t i = 0; i < answer->point_count; i++)
        put_in_order(ret_front,
                     (struct path_triple){.months = answer->points[i].months,
                                          .pence = answer->points[i].pence,
                                          .moves = answer->points[i].moves});
}

/* ---- trying everything ---- */

/* Bit s stands for the set of acts s, whose own bits are the acts: what is
 * true of a set is asked of all of them at once. */
typedef uint32_t sets;

enum { SETS_MOST = BIT(PATH_DRAFT_ACTS), PARTS_MOST = 255 };

struct trying {
    const struct path_random *random;
    const struct path_problem *problem;
    const struct path_query *query;
    enum path_without without;
    uint32_t set_count;
    sets all;
    sets closed;                /* hold all that their acts require */
    sets above[SETS_MOST];      /* by set: those that hold all of it */
    sets with[PATH_DRAFT_ACTS]; /* by act: those that hold it */
    uint64_t pence[SETS_MOST];
    uint64_t hours[SETS_MOST];
    uint32_t months[SETS_MOST];
    uint32_t wanted[PATH_DRAFT_COUNTERS]; /* the most that a leaf asks for */
    bool counts[PATH_DRAFT_COUNTERS];     /* months add to it */
    uint32_t enough; /* months in which all acts can be done, if ever */
    struct path_front *front;
};

static bool hours_fit(const struct path_query *query, uint64_t hours,
                      uint32_t months)
{
    return hours * 180 <= (uint64_t)months * 13 * query->study_minutes;
}

static void sum_sets(struct trying *trying)
{
    const struct path_problem *problem = trying->problem;

    for (uint32_t set = 0; set < trying->set_count; set++) {
        bool closed = true;
        for (uint32_t i = 0; i < problem->act_count; i++) {
            const struct path_act *act = &problem->acts[i];
            if (!(set & BIT(i)))
                continue;
            trying->with[i] |= BIT(set);
            trying->pence[set] += act->pence;
            if (trying->without != PATH_WITHOUT_HOURS)
                trying->hours[set] += act->hours;
            if (trying->months[set] < act->months)
                trying->months[set] = act->months;
            for (uint32_t k = 0; k < act->requires.count; k++)
                closed =
                    closed && set & BIT(problem->refs[act->requires.first + k]);
        }
        trying->all |= BIT(set);
        trying->closed |= closed ? BIT(set) : 0;
        for (uint32_t other = 0; other < trying->set_count; other++)
            if ((other & set) == set)
                trying->above[set] |= BIT(other);
    }
    const uint32_t whole = trying->set_count - 1;
    trying->enough = trying->months[whole];
    while (trying->query->study_minutes > 0 &&
           !hours_fit(trying->query, trying->hours[whole], trying->enough))
        trying->enough++;
}

static bool lists(const struct path_problem *problem, struct path_span span,
                  uint32_t what)
{
    for (uint32_t i = 0; i < span.count; i++)
        if (problem->refs[span.first + i] == what)
            return true;
    return false;
}

static void look_at_counters(struct trying *trying)
{
    const struct path_problem *problem = trying->problem;

    for (uint32_t c = 0; c < problem->counter_count; c++) {
        uint32_t roles = 0;
        for (uint32_t i = 0; i < problem->role_count; i++)
            roles += lists(problem, problem->roles[i].counters, c);
        trying->counts[c] =
            trying->without != PATH_WITHOUT_ACCRUAL &&
            (trying->without != PATH_WITHOUT_NAMED_ROLES || roles > 2);
        for (uint32_t i = 0; i < problem->leaf_count; i++)
            if (problem->leaves[i].counter == c &&
                trying->wanted[c] < problem->leaves[i].months)
                trying->wanted[c] = problem->leaves[i].months;
    }
}

/* The sets with which a term is true. */
static sets sets_for_leaf(const struct trying *trying,
                          const struct path_leaf *leaf,
                          const uint32_t *counters)
{
    sets found = 0;

    if (leaf->counter != PATH_NONE && counters[leaf->counter] >= leaf->months)
        return trying->all;
    for (uint32_t i = 0; i < leaf->acts.count; i++)
        found |= trying->with[trying->problem->refs[leaf->acts.first + i]];
    return found;
}

static sets sets_for(const struct trying *trying, const uint32_t *counters,
                     uint32_t at)
{
    const struct path_term *term = &trying->problem->terms[at];
    sets by_number[PARTS_MOST + 1] = {trying->all}; /* so many parts, or more */
    uint32_t parts = 0;

    if (term->op == PATH_TRUE)
        return trying->all;
    if (term->op == PATH_FALSE)
        return 0;
    if (term->op == PATH_LEAF)
        return sets_for_leaf(trying, &trying->problem->leaves[term->leaf],
                             counters);
    for (uint32_t p = at + 1; p < term->end;
         p = trying->problem->terms[p].end) {
        const sets part = sets_for(trying, counters, p);
        if (++parts > PARTS_MOST)
            abort();
        for (uint32_t n = parts; n > 0; n--)
            by_number[n] |= by_number[n - 1] & part;
        if (trying->without == PATH_WITHOUT_BRANCHES && term->n == 1)
            break;
    }
    return term->n > parts ? 0 : by_number[term->n];
}

static sets sets_to_enter(const struct trying *trying, uint32_t role,
                          const uint32_t *counters, sets found)
{
    const struct path_span asks = trying->problem->roles[role].asks;

    for (uint32_t i = asks.first; found && i < asks.first + asks.count; i++) {
        if (trying->without == PATH_WITHOUT_WORLDS && i > asks.first &&
            trying->random->lines[i] == trying->random->lines[i - 1])
            continue;
        found &= sets_for(trying, counters, trying->problem->refs[i]);
    }
    return found;
}

static sets sets_in_time(const struct trying *trying, uint32_t months)
{
    sets found = 0;

    for (uint32_t set = 0; set < trying->set_count; set++)
        if (trying->months[set] <= months &&
            hours_fit(trying->query, trying->hours[set], months))
            found |= BIT(set);
    return found & trying->closed;
}

/* Where a walk has come to. */
struct place {
    uint32_t role;
    uint32_t moves;
    uint32_t months; /* on entering the role */
    uint32_t counters[PATH_DRAFT_COUNTERS];
    sets done;     /* the sets that can be what is done by now: all else that
                      matters of the sets before is in these */
    uint64_t paid; /* for steps before, where nothing is carried */
};

/* A longer stay than this brings nothing. Take a path whose stay in a role is
 * longer, and shorten it to this. Every counter that the role lists still has
 * the most that any leaf asks for, and no other counter has changed. All later
 * steps are still in a month in which every act can be done that ever can. So
 * each step is as possible as it was, and the path takes fewer months. */
static uint32_t longest_stay(const struct trying *trying,
                             const struct place *place, uint32_t least)
{
    const struct path_span counters =
        trying->problem->roles[place->role].counters;
    uint32_t longest = least;

    if (trying->without == PATH_WITHOUT_LONG_STAYS)
        return least;
    for (uint32_t i = 0; i < counters.count; i++) {
        const uint32_t c = trying->problem->refs[counters.first + i];
        if (place->counters[c] + longest < trying->wanted[c])
            longest = trying->wanted[c] - place->counters[c];
    }
    if (place->months + longest < trying->enough)
        longest = trying->enough - place->months;
    return longest;
}

static struct place after(const struct trying *trying, struct place place,
                          uint32_t stay)
{
    const struct path_span counters =
        trying->problem->roles[place.role].counters;

    for (uint32_t i = 0; i < counters.count; i++) {
        const uint32_t c = trying->problem->refs[counters.first + i];
        place.counters[c] += trying->counts[c] ? stay : 0;
    }
    place.months += stay;
    return place;
}

static uint64_t least_pence(const struct trying *trying, sets of)
{
    uint64_t least = UINT64_MAX;

    for (uint32_t set = 0; set < trying->set_count; set++)
        if (of & BIT(set) && trying->pence[set] < least)
            least = trying->pence[set];
    return least;
}

static void walk_on(const struct trying *trying, const struct place *place);

/* False: no set of acts opens the role. */
static bool enter(const struct trying *trying, struct place place,
                  uint32_t role, sets in_time)
{
    sets carried = 0;

    for (uint32_t set = 0; set < trying->set_count; set++)
        if (place.done & BIT(set))
            carried |= trying->above[set];
    if (trying->without == PATH_WITHOUT_CARRYING)
        carried = trying->all;
    place.done = sets_to_enter(trying, role, place.counters, carried & in_time);
    if (!place.done)
        return false;
    place.role = role;
    place.moves++;
    const uint64_t pence = least_pence(trying, place.done);
    if (role == trying->query->target)
        path_front_add(trying->front,
                       (struct path_triple){.months = place.months,
                                            .pence = place.paid + pence,
                                            .moves = place.moves});
    else if (trying->without == PATH_WITHOUT_CARRYING)
        place.paid += pence;
    if (role != trying->query->target &&
        place.moves < trying->query->most_moves)
        walk_on(trying, &place);
    return true;
}

static void walk_on(const struct trying *trying, const struct place *place)
{
    const struct path_role *role = &trying->problem->roles[place->role];
    const uint32_t least = place->moves == 0 ? 0 : role->stay;
    const uint32_t longest = longest_stay(trying, place, least);
    uint32_t entered = 0; /* bits: roles */

    for (uint32_t stay = least; stay <= longest; stay++) {
        const struct place at_the_end = after(trying, *place, stay);
        const sets in_time = sets_in_time(trying, at_the_end.months);
        for (uint32_t i = 0; i < role->moves.count; i++) {
            const uint32_t next = trying->problem->refs[role->moves.first + i];
            if (trying->without == PATH_WITHOUT_WAITING && entered & BIT(next))
                continue;
            if (enter(trying, at_the_end, next, in_time))
                entered |= BIT(next);
        }
    }
}

void path_exhaustive(const struct path_random *random,
                     enum path_without without, struct path_front *ret_front)
{
    struct trying trying = {.random = random,
                            .problem = &random->problem,
                            .query = &random->query,
                            .without = without,
                            .set_count = BIT(random->problem.act_count),
                            .front = ret_front};
    struct place start = {.role = random->query.start, .done = BIT(0)};

    ret_front->count = 0;
    sum_sets(&trying);
    look_at_counters(&trying);
    for (uint32_t c = 0; c < random->problem.counter_count; c++)
        start.counters[c] = random->initial[c];
    walk_on(&trying, &start);
}

/* ---- looking at one path ---- */

struct looking {
    const struct path_problem *problem;
    const struct path_query *query;
    const struct path_answer *answer;
    uint32_t moves;
    uint32_t role;
    uint32_t months;
    uint32_t counters[PATH_DRAFT_COUNTERS];
    bool done[PATH_DRAFT_ACTS];
};

static bool is_true(const struct looking *looking, uint32_t at)
{
    const struct path_problem *problem = looking->problem;
    const struct path_term *term = &problem->terms[at];
    uint32_t count = 0;

    if (term->op == PATH_TRUE || term->op == PATH_FALSE)
        return term->op == PATH_TRUE;
    if (term->op == PATH_AT_LEAST) {
        for (uint32_t p = at + 1; p < term->end; p = problem->terms[p].end)
            count += is_true(looking, p);
        return count >= term->n;
    }
    const struct path_leaf *leaf = &problem->leaves[term->leaf];
    for (uint32_t i = 0; i < leaf->acts.count; i++)
        count += looking->done[problem->refs[leaf->acts.first + i]];
    return count > 0 || (leaf->counter != PATH_NONE &&
                         looking->counters[leaf->counter] >= leaf->months);
}

static const char *what_is_wrong_with_stay(struct looking *looking,
                                           const struct path_step *step)
{
    const struct path_role *role = &looking->problem->roles[looking->role];

    if (step->role >= looking->problem->role_count ||
        !lists(looking->problem, role->moves, step->role))
        return "there is no such move";
    if (looking->moves > 0 && looking->role == looking->query->target)
        return "it goes on from the target";
    if (looking->moves > 0 && step->stay < role->stay)
        return "a stay is too short";
    for (uint32_t c = 0; c < looking->problem->counter_count; c++)
        if (lists(looking->problem, role->counters, c))
            looking->counters[c] += step->stay;
    looking->months += step->stay;
    if (step->entered != looking->months)
        return "the stays do not add up to the month of entering";
    return NULL;
}

static const char *what_is_wrong_with_study(struct looking *looking,
                                            const struct path_step *step)
{
    const struct path_problem *problem = looking->problem;
    uint64_t hours = 0;

    for (uint32_t i = 0; i < step->acts.count; i++) {
        const uint32_t act = looking->answer->acts[step->acts.first + i];
        if (act >= problem->act_count || looking->done[act])
            return "an act is none, or is done twice";
        looking->done[act] = true;
    }
    for (uint32_t i = 0; i < problem->act_count; i++) {
        const struct path_act *act = &problem->acts[i];
        if (!looking->done[i])
            continue;
        hours += act->hours;
        if (act->months > looking->months)
            return "an act takes longer than until then";
        for (uint32_t k = 0; k < act->requires.count; k++)
            if (!looking->done[problem->refs[act->requires.first + k]])
                return "what an act requires is not done";
    }
    if (!hours_fit(looking->query, hours, looking->months))
        return "there is no time for all the hours";
    return NULL;
}

static const char *what_is_wrong_with_step(struct looking *looking,
                                           const struct path_step *step)
{
    const char *wrong = what_is_wrong_with_stay(looking, step);

    if (!wrong)
        wrong = what_is_wrong_with_study(looking, step);
    if (wrong)
        return wrong;
    const struct path_span asks = looking->problem->roles[step->role].asks;
    for (uint32_t i = 0; i < asks.count; i++)
        if (!is_true(looking, looking->problem->refs[asks.first + i]))
            return "what a role asks for is not met";
    looking->role = step->role;
    looking->moves++;
    return NULL;
}

const char *path_what_is_wrong(const struct path_problem *problem,
                               const struct path_query *query,
                               const struct path_answer *answer, uint32_t point)
{
    const struct path_point *path = &answer->points[point];
    struct looking looking = {.problem = problem,
                              .query = query,
                              .answer = answer,
                              .role = query->start};
    uint64_t pence = 0;

    for (uint32_t c = 0; c < problem->counter_count; c++)
        looking.counters[c] = problem->initial[c];
    if (path->moves < 1 || path->moves > query->most_moves)
        return "it has no move, or too many";
    for (uint32_t i = 0; i < path->moves; i++) {
        const char *wrong = what_is_wrong_with_step(
            &looking, &answer->steps[path->first_step + i]);
        if (wrong)
            return wrong;
    }
    for (uint32_t i = 0; i < problem->act_count; i++)
        pence += looking.done[i] ? problem->acts[i].pence : 0;
    if (looking.role != query->target)
        return "it does not end at the target";
    if (path->months != looking.months || path->pence != pence)
        return "it takes other months or pence than its point says";
    return NULL;
}
