/* SPDX-License-Identifier: MIT */
/* Labels: their memory, and which of them stand.
 *
 * README.md, "Dominance", says why one label may be dropped for another. */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- memory ---- */

enum { FIRST_BYTES = 1 << 14, BLOCK_BYTES = 1 << 20 };

struct block {
    struct block *before;
    size_t used;
    size_t size;
    max_align_t items[];
};

struct pool {
    struct block *last;
};

static void *pool_take(struct run *run, size_t size)
{
    struct pool *pool = run->pool;
    const size_t round = _Alignof(max_align_t) - 1;

    size = (size + round) & ~round;
    if (!pool->last || pool->last->size - pool->last->used < size) {
        const size_t usual = pool->last ? BLOCK_BYTES : FIRST_BYTES;
        const size_t room = size > usual ? size : usual;
        struct block *block = malloc(sizeof *block + room);
        if (!block)
            return NULL;
        *block = (struct block){.before = pool->last, .size = room};
        pool->last = block;
        run->bytes += sizeof *block + room;
    }
    void *taken = (char *)pool->last->items + pool->last->used;
    pool->last->used += size;
    return taken;
}

static size_t label_size(const struct run *run, const struct stop *stop)
{
    return sizeof(struct label) +
           ((size_t)run->fact_words + run->act_words) * sizeof(uint64_t) +
           2 * (size_t)stop->counter_count * sizeof(uint16_t);
}

bool labels_begin(struct run *run)
{
    run->pool = calloc(1, sizeof *run->pool);
    run->scratch_size = 0;
    for (uint32_t s = 0; s < run->stop_count; s++) {
        const size_t size = label_size(run, &run->stops[s]);
        run->scratch_size = size > run->scratch_size ? size : run->scratch_size;
    }
    run->scratch = arena_alloc(&run->arena, run->scratch_size);
    return run->pool && run->scratch;
}

void labels_done(struct run *run)
{
    for (uint32_t s = 0; s < run->stop_count; s++) {
        free(run->stops[s].all.items);
        free(run->stops[s].fresh.items);
        free(run->stops[s].turn.items);
    }
    struct block *block = run->pool ? run->pool->last : NULL;
    while (block) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
    free(run->pool);
}

struct label *label_copy(struct run *run, const struct stop *stop)
{
    const size_t size = label_size(run, stop);
    struct label *label = pool_take(run, size);

    if (label)
        memcpy(label, run->scratch, size);
    else
        run->failed = true;
    return label;
}

static void list_add(struct run *run, struct label_list *list,
                     struct label *label)
{
    if (list->count == list->room) {
        const uint32_t room = list->room * 2 + 8;
        struct label **more = realloc(list->items, room * sizeof *more);
        if (!more) {
            run->failed = true;
            return;
        }
        run->bytes += (room - list->room) * sizeof *more;
        list->items = more;
        list->room = room;
    }
    list->items[list->count++] = label;
}

/* ---- dominance ---- */

enum { BLOCK = 16 }; /* counters that are compared at once */

/* Whether a, staying on until b comes, has at least b's months in whatever is
 * still asked for, or as many as anything ahead of it asks for. */
static bool has_months(const struct run *run, const struct stop *stop,
                       struct label *a, struct label *b)
{
    const uint32_t wait = b->entered - a->entered;
    const uint16_t *have = label_months(run, a);
    const uint16_t *enough = label_caps(run, a, stop);
    const uint16_t *want = label_months(run, b);

    if (run->broken == PATH_IGNORES_COUNTERS)
        return true;
    for (uint32_t first = 0; first < stop->counter_count; first += BLOCK) {
        const uint32_t end = first + BLOCK < stop->counter_count
                                 ? first + BLOCK
                                 : stop->counter_count;
        uint32_t less = 0;
        for (uint32_t c = first; c < end; c++) {
            const uint32_t months = have[c] + (wait & stop->feeds[c]);
            const uint32_t need = enough[c] < want[c] ? enough[c] : want[c];
            less |= months < need;
        }
        if (less)
            return false;
    }
    return true;
}

/* Whether a has done all that b has and that is still asked for; or can do
 * what b has done besides, and has then spent no more money and hours. */
static bool has_acts(const struct run *run, struct label *a, struct label *b)
{
    uint64_t pence = a->pence;
    uint64_t hours = a->hours;
    bool missing = false;

    if (run->broken == PATH_IGNORES_ACTS)
        return true;
    for (uint32_t w = 0; w < run->fact_words; w++)
        missing |= (b->bits[w] & ~a->bits[w]) != 0;
    if (!missing)
        return true;
    if (a->pence == b->pence && a->hours == b->hours)
        return false; /* most often */
    const uint64_t *have = label_acts(run, a);
    const uint64_t *want = label_acts(run, b);
    for (uint32_t w = 0; w < run->act_words; w++)
        for (uint64_t left = want[w] & ~have[w]; left != 0; left &= left - 1) {
            const uint32_t at = w * 64 + (uint32_t)__builtin_ctzll(left);
            const struct path_act *act = &run->problem->acts[run->act_of[at]];
            pence += act->pence;
            hours += act->hours;
        }
    return pence <= b->pence &&
           (hours <= b->hours || run->broken == PATH_IGNORES_HOURS);
}

static bool is_ahead(const struct run *run, const struct standing *a,
                     const struct label *b)
{
    return a->entered <= b->entered &&
           (a->hours <= b->hours || run->broken == PATH_IGNORES_HOURS);
}

/* The pence of a are no more than b's; that much is known. */
static bool dominates(const struct run *run, const struct stop *stop,
                      const struct standing *a, struct label *b)
{
    return is_ahead(run, a, b) && has_months(run, stop, a->label, b) &&
           has_acts(run, a->label, b);
}

static bool is_dominated(const struct run *run, struct stop *stop)
{
    struct label *label = run->scratch;
    const uint32_t last = stop->last;

    /* What outdid the one before often outdoes the next one too. */
    if (last < stop->all.count && stop->all.items[last].pence <= label->pence &&
        dominates(run, stop, &stop->all.items[last], label))
        return true;
    for (uint32_t i = 0;
         i < stop->all.count && stop->all.items[i].pence <= label->pence; i++)
        if (dominates(run, stop, &stop->all.items[i], label)) {
            stop->last = i;
            return true;
        }
    return false;
}

/* Drops those of the same layer that the new one outdoes. Labels with fewer
 * moves stay: they have that before it. */
static void drop_dominated(const struct run *run, struct stop *stop,
                           const struct standing *new)
{
    struct standing_list *all = &stop->all;
    uint32_t kept = 0;

    while (kept < all->count && all->items[kept].pence < new->pence)
        kept++;
    for (uint32_t i = kept; i < all->count; i++) {
        struct label *label = all->items[i].label;
        if (label->moves == new->label->moves &&
            dominates(run, stop, new, label))
            label->dead = true;
        else
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

/* Puts it behind all that cost no more. */
static void stand(struct run *run, struct standing_list *all,
                  const struct standing *new)
{
    uint32_t low = 0, high = all->count;

    if (all->count == all->room) {
        const uint32_t room = all->room * 2 + 8;
        struct standing *more = realloc(all->items, room * sizeof *more);
        if (!more) {
            run->failed = true;
            return;
        }
        run->bytes += (room - all->room) * sizeof *more;
        all->items = more;
        all->room = room;
    }
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (all->items[middle].pence <= new->pence)
            low = middle + 1;
        else
            high = middle;
    }
    memmove(&all->items[low + 1], &all->items[low],
            (all->count - low) * sizeof *all->items);
    all->items[low] = *new;
    all->count++;
}

/* ---- a few of them ---- */

/* How many times what a quick search goes on with it may gather before it
 * chooses again. */
enum { LOOSE = 16 };

static int by_time(const void *a, const void *b)
{
    const struct label *x = *(struct label *const *)a;
    const struct label *y = *(struct label *const *)b;

    if (x->entered != y->entered)
        return x->entered < y->entered ? -1 : 1;
    return (x->pence > y->pence) - (x->pence < y->pence);
}

static int by_money(const void *a, const void *b)
{
    const struct label *x = *(struct label *const *)a;
    const struct label *y = *(struct label *const *)b;

    if (x->pence != y->pence)
        return x->pence < y->pence ? -1 : 1;
    return (x->entered > y->entered) - (x->entered < y->entered);
}

void labels_narrow(struct label_list *list, uint32_t most)
{
    const uint32_t half = most / 2;

    if (list->count <= most)
        return;
    qsort(list->items, list->count, sizeof *list->items, by_time);
    qsort(list->items + half, list->count - half, sizeof *list->items,
          by_money);
    for (uint32_t i = most; i < list->count; i++)
        list->items[i]->dead = true;
    list->count = most;
}

void labels_drop_dead(struct label_list *list)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < list->count; i++)
        if (!list->items[i]->dead)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

static void drop_dead_standing(struct standing_list *all)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < all->count; i++)
        if (!all->items[i].label->dead)
            all->items[kept++] = all->items[i];
    all->count = kept;
}

/* A quick search never holds many at a time. */
static void narrow_fresh(const struct run *run, struct stop *stop)
{
    if (stop->fresh.count < LOOSE * run->beam)
        return;
    labels_drop_dead(&stop->fresh);
    labels_narrow(&stop->fresh, run->beam);
    drop_dead_standing(&stop->all);
}

/* ---- taking one in ---- */

struct label *label_scratch(struct run *run, const struct stop *stop)
{
    run->scratch->stop = (uint32_t)(stop - run->stops);
    run->scratch->dead = false;
    return run->scratch;
}

void label_keep(struct run *run, struct stop *stop)
{
    if (is_dominated(run, stop))
        return;
    struct label *label = label_copy(run, stop);
    if (!label)
        return;
    const struct standing new = {.pence = label->pence,
                                 .entered = label->entered,
                                 .hours = label->hours,
                                 .label = label};
    run->labels++;
    drop_dominated(run, stop, &new);
    stand(run, &stop->all, &new);
    list_add(run, &stop->fresh, label);
    if (run->beam > 0)
        narrow_fresh(run, stop);
}
