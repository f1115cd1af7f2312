/* SPDX-License-Identifier: MIT */
/* People who lack just the same, and what of it may be told (making.h). */
#include "workforce/making.h"

#include "base/buffer.h"
#include "base/fault.h"
#include "workforce/suppress_both.h"

#include <stdlib.h>
#include <string.h>

/* ---- from the tally ---- */

static int compare_numbers(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left;
    const uint32_t b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

/* Fewer needs come before more: an order that does not depend on who was
 * counted first. */
static int compare_classes(const void *left, const void *right)
{
    const struct lacking *a = left;
    const struct lacking *b = right;

    if (a->need_count != b->need_count)
        return a->need_count < b->need_count ? -1 : 1;
    for (uint32_t i = 0; i < a->need_count; i++)
        if (a->needs[i] != b->needs[i])
            return a->needs[i] < b->needs[i] ? -1 : 1;
    return 0;
}

/* The needs of a class of the tally, ascending. Returns how many. */
static uint32_t needs_of(const struct making *making,
                         const struct tally_class *class, uint32_t *needs)
{
    const uint32_t number =
        tally_role_number(making->catalogue, class->target->role);
    uint32_t count = 0;

    for (uint32_t i = 0; i < class->line_count; i++)
        needs[count++] = making->need_of[number][class->lines[i]];
    if (count > 0)
        qsort(needs, count, sizeof *needs, compare_numbers);
    return count;
}

static uint32_t class_at(struct making *making, const uint32_t *needs,
                         uint32_t count)
{
    struct buffer key = {0};

    buffer_puts(&key, "");
    for (uint32_t i = 0; i < count; i++)
        buffer_printf(&key, "%u ", needs[i]);
    const uint32_t at =
        key.failed || !key.data
            ? STRINGS_NONE
            : strings_add(&making->class_keys, key.data, strlen(key.data));
    buffer_done(&key);
    return at;
}

/* Those who look at different roles and lack the same are one class. */
static bool take_class(struct making *making, const struct tally_class *class)
{
    uint32_t *needs =
        arena_array(&making->scratch, class->line_count + 1, sizeof *needs);

    if (!needs)
        return false;
    const uint32_t count = needs_of(making, class, needs);
    const uint32_t at = class_at(making, needs, count);
    if (at == STRINGS_NONE)
        return false;
    if (at == making->class_count) {
        making->classes[at] =
            (struct lacking){.needs = needs, .need_count = count};
        making->class_count++;
    }
    making->classes[at].staff += class->staff;
    return true;
}

/* ---- what may be told ---- */

enum { LACKED_MOST = 2 };

/* The essential needs that anybody lacks; NO_INDEX when it is not told of one
 * whether anybody does, or when they are too many to be looked at. */
static uint32_t needs_lacked(const struct making *making,
                             size_t needs[LACKED_MOST])
{
    uint32_t lacked = 0;

    for (size_t need = 0; need < making->need_count; need++) {
        const sg_figure unmet = making_figure(making, need, 0, SUPPRESS_UNMET);
        if (making->needs[need].strength != SG_ESSENTIAL)
            continue;
        if (unmet.hidden || (unmet.value > 0 && lacked == LACKED_MOST))
            return NO_INDEX;
        if (unmet.value > 0)
            needs[lacked++] = need;
    }
    return lacked;
}

/* How many lack both. */
static uint32_t people_who_lack_both(const struct making *making,
                                     const size_t needs[LACKED_MOST])
{
    uint32_t people = 0;

    for (size_t i = 0; i < making->class_count; i++) {
        const struct lacking *class = &making->classes[i];
        bool has[LACKED_MOST] = {false};
        for (uint32_t n = 0; n < class->need_count; n++)
            for (unsigned k = 0; k < LACKED_MOST; k++)
                has[k] |= class->needs[n] == needs[k];
        people += has[0] && has[1] ? class->staff : 0;
    }
    return people;
}

static sg_status choose_told(struct making *making)
{
    size_t needs[LACKED_MOST] = {0};
    const uint32_t lacked = needs_lacked(making, needs);
    bool told = making->options->internal || lacked <= 1;
    sg_status status = SG_OK;

    if (!told && lacked == LACKED_MOST)
        status = suppress_both(&making->table, needs[0], needs[1],
                               people_who_lack_both(making, needs),
                               SUPPRESS_LEAST, &told, making->reterr);
    making->result->combined = told;
    for (size_t i = 0; i < making->class_count; i++)
        making->classes[i].told = told;
    return status;
}

sg_status making_classes(struct making *making)
{
    const sg_tally *tally = making->tally;

    making->class_keys.arena = &making->scratch;
    making->classes = arena_array(&making->scratch, tally->class_keys.count,
                                  sizeof *making->classes);
    if (!making->classes)
        return fault_memory(making->reterr);
    for (uint32_t i = 0; i < tally->class_keys.count; i++)
        if (!take_class(making, &tally->classes[i]))
            return fault_memory(making->reterr);
    if (making->class_count > 0)
        qsort(making->classes, making->class_count, sizeof *making->classes,
              compare_classes);
    return choose_told(making);
}
