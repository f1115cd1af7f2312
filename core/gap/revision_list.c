/* SPDX-License-Identifier: MIT */
/* Matching two lists by id, and the list of what changed. */
#include "gap/revision_parts.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct pairing *pairing, int side, uint32_t count)
{
    if (count <= pairing->room[side])
        return true;
    struct id_at *ids =
        realloc(pairing->ids[side], count * sizeof *pairing->ids[side]);
    if (!ids)
        return false;
    pairing->ids[side] = ids;
    uint32_t *mates =
        realloc(pairing->mates[side], count * sizeof *pairing->mates[side]);
    if (!mates)
        return false;
    pairing->mates[side] = mates;
    pairing->room[side] = count;
    return true;
}

void pairing_done(struct pairing *pairing)
{
    for (int side = 0; side < 2; side++) {
        free(pairing->ids[side]);
        free(pairing->mates[side]);
    }
    *pairing = (struct pairing){0};
}

static int compare_ids(const void *a, const void *b)
{
    const struct id_at *one = a;
    const struct id_at *other = b;
    const int order = strcmp(one->id, other->id);

    return order != 0
               ? order
               : (one->place > other->place) - (one->place < other->place);
}

static void fill_side(struct pairing *pairing, int side, id_fn id_of,
                      const struct framework *framework, struct span run)
{
    for (uint32_t i = 0; i < run.count; i++) {
        pairing->ids[side][i] =
            (struct id_at){.id = id_of(framework, run.first + i), .place = i};
        pairing->mates[side][i] = NO_INDEX;
    }
    if (run.count > 1)
        qsort(pairing->ids[side], run.count, sizeof *pairing->ids[side],
              compare_ids);
}

/* Both lists are sorted: equal ids meet. */
static void match(struct pairing *pairing, uint32_t older_count,
                  uint32_t newer_count)
{
    uint32_t i = 0;
    uint32_t j = 0;

    while (i < older_count && j < newer_count) {
        const struct id_at *older = &pairing->ids[0][i];
        const struct id_at *newer = &pairing->ids[1][j];
        const int order = strcmp(older->id, newer->id);
        if (order == 0) {
            pairing->mates[0][older->place] = newer->place;
            pairing->mates[1][newer->place] = older->place;
        }
        i += order <= 0;
        j += order >= 0;
    }
}

void revise_pairs(struct revising *revising, struct pairing *pairing,
                  id_fn id_of, struct span older, struct span newer,
                  pair_fn tell)
{
    uint32_t last = 0;

    if (!make_room(pairing, 0, older.count) ||
        !make_room(pairing, 1, newer.count)) {
        revising->arena.failed = true;
        return;
    }
    fill_side(pairing, 0, id_of, revising->older.framework, older);
    fill_side(pairing, 1, id_of, revising->newer.framework, newer);
    match(pairing, older.count, newer.count);
    for (uint32_t i = 0; i < newer.count && !revising->arena.failed; i++) {
        const uint32_t mate = pairing->mates[1][i];
        if (mate != NO_INDEX) {
            revising->moved |= mate < last;
            last = mate;
        }
        tell(revising, mate == NO_INDEX ? NO_INDEX : older.first + mate,
             newer.first + i);
    }
    for (uint32_t i = 0; i < older.count && !revising->arena.failed; i++)
        if (pairing->mates[0][i] == NO_INDEX)
            tell(revising, older.first + i, NO_INDEX);
}

void revise_add(struct revising *revising, const sg_revision_change *change)
{
    if (revising->arena.failed)
        return;
    if (revising->change_count == revising->change_room) {
        const size_t room =
            revising->change_room > 0 ? 2 * revising->change_room : 64;
        sg_revision_change *changes =
            realloc(revising->changes, room * sizeof *changes);
        if (!changes) {
            revising->arena.failed = true;
            return;
        }
        revising->changes = changes;
        revising->change_room = room;
    }
    revising->changes[revising->change_count++] = *change;
}

const char *revise_copy(struct revising *revising, const char *text)
{
    return text ? arena_strdup(&revising->arena, text) : NULL;
}

/* "The grade is now 5. It was 4." */
static const char *fact_sentence(struct revising *revising,
                                 const struct fact *fact)
{
    struct arena *arena = &revising->arena;

    if (fact->sentence)
        return arena_strdup(arena, fact->sentence);
    if (!fact->from)
        return arena_printf(arena, "The %s is now %s. There was none.",
                            fact->what, fact->to ? fact->to : "another");
    if (!fact->to)
        return arena_printf(arena, "There is no %s any more. It was %s.",
                            fact->what, fact->from);
    return arena_printf(arena, "The %s is now %s. It was %s.", fact->what,
                        fact->to, fact->from);
}

void revise_fact(struct revising *revising, const struct fact *fact)
{
    const sg_revision_change change = {
        .part = fact->part,
        .kind = fact->kind,
        .id = revise_copy(revising, fact->id),
        .what = revise_copy(revising, fact->what),
        .from = revise_copy(revising, fact->from),
        .to = revise_copy(revising, fact->to),
        .sentence = fact_sentence(revising, fact),
    };

    revise_add(revising, &change);
}
