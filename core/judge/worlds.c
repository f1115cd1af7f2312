/* SPDX-License-Identifier: MIT */
/* The worlds that a set of requirement lines leaves open. */
#include "judge/worlds.h"

/* How many ways there are to take n of m parts, n at most m; past the limit,
 * the limit plus one. */
static uint64_t ways(uint32_t m, uint32_t n)
{
    uint64_t result = 1;

    for (uint32_t i = 1; i <= n; i++) {
        result = result * (m - n + i) / i;
        if (result > LIMIT_WORLDS)
            return LIMIT_WORLDS + 1;
    }
    return result;
}

static uint32_t part_count(const struct framework *framework, uint32_t node)
{
    uint32_t count = 0;

    for (uint32_t p = node + 1; p < framework->nodes[node].end;
         p = framework->nodes[p].end)
        count++;
    return count;
}

/* The number of parts that a group needs. */
static uint32_t parts_needed(const struct framework *framework, uint32_t node)
{
    switch (framework->nodes[node].op) {
    case SG_ANY:
        return 1;
    case SG_AT_LEAST:
        return framework->nodes[node].n;
    default:
        return part_count(framework, node);
    }
}

/* Notes the choices of one line's tree; false when there are too many worlds.
 * Each choice at least doubles them, so there is room for all choices. */
static bool note_choices(struct worlds *worlds, uint32_t root, uint64_t *total)
{
    const struct framework *framework = worlds->framework;

    for (uint32_t i = root; i < framework->nodes[root].end; i++) {
        if (!node_is_group(&framework->nodes[i]))
            continue;
        uint64_t options =
            ways(part_count(framework, i), parts_needed(framework, i));
        if (options <= 1)
            continue;
        *total *= options;
        if (*total > LIMIT_WORLDS)
            return false;
        worlds->choices[worlds->choice_count++] =
            (struct choice){.node = i, .options = (uint32_t)options};
    }
    return true;
}

static uint32_t taken_at(const struct worlds *worlds, uint32_t node)
{
    for (uint32_t i = 0; i < worlds->choice_count; i++)
        if (worlds->choices[i].node == node)
            return worlds->choices[i].taken;
    return 0;
}

static bool note_facts(struct worlds *worlds, uint32_t node);

/* Notes the facts of the parts that choice number `taken` picks: the
 * combinations of `needed` out of `left` parts, counted in order. */
static bool note_taken(struct worlds *worlds, uint32_t node)
{
    const struct framework *framework = worlds->framework;
    uint64_t taken = taken_at(worlds, node);
    uint32_t left = part_count(framework, node);
    uint32_t needed = parts_needed(framework, node);

    for (uint32_t p = node + 1; needed > 0; p = framework->nodes[p].end) {
        uint64_t with_this = ways(left - 1, needed - 1);
        left--;
        if (taken >= with_this) {
            taken -= with_this;
            continue;
        }
        needed--;
        if (!note_facts(worlds, p))
            return false;
    }
    return true;
}

/* Recursion is bounded by LIMIT_TREE_DEPTH, which the reader holds to. */
static bool note_facts(struct worlds *worlds, uint32_t node)
{
    if (node_is_group(&worlds->framework->nodes[node]))
        return note_taken(worlds, node);
    if (worlds->fact_count == WORLD_FACTS)
        return false;
    worlds->facts[worlds->fact_count++] = node;
    return true;
}

static bool note_world(struct worlds *worlds)
{
    worlds->fact_count = 0;
    for (uint32_t i = 0; i < worlds->line_count; i++)
        if (!note_facts(worlds,
                        worlds->framework->lines[worlds->lines[i]].root))
            return false;
    return true;
}

bool worlds_start(struct worlds *worlds, const struct framework *framework,
                  const uint32_t *lines, uint32_t line_count)
{
    uint64_t total = 1;

    worlds->framework = framework;
    worlds->lines = lines;
    worlds->line_count = line_count;
    worlds->choice_count = 0;
    worlds->fact_count = 0;
    for (uint32_t i = 0; i < line_count; i++)
        if (!note_choices(worlds, framework->lines[lines[i]].root, &total))
            return false;
    return note_world(worlds);
}

bool worlds_next(struct worlds *worlds)
{
    for (uint32_t i = 0; i < worlds->choice_count; i++) {
        struct choice *choice = &worlds->choices[i];
        choice->taken = (choice->taken + 1) % choice->options;
        if (choice->taken > 0)
            return note_world(worlds);
    }
    return false;
}
