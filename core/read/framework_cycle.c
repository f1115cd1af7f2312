/* SPDX-License-Identifier: MIT */
/* Roles that nobody can ever come to: counting down what is still missing
 * wherever a role is found to be reachable, until nothing changes. */
#include "read/framework_cycle.h"

#include "base/fault.h"
#include "read/shape.h"

#include <stdio.h>

struct search {
    const struct framework *framework;
    struct arena arena;
    uint32_t *parents;      /* of each node; NO_INDEX for a line's root */
    uint32_t *owners;       /* of each node: the role */
    uint32_t *missing;      /* of each node: parts to be met yet; 0: met */
    uint32_t *role_missing; /* of each role: essential lines to be met yet */
    uint32_t *waiting;      /* leaves, by the role that they name */
    uint32_t *waiting_from; /* [role + 1]: its first place in waiting */
    uint32_t *queue;        /* roles found to be reachable */
    uint32_t queued;
    uint32_t *walks; /* of each role: the walk that saw it; 0: none */
};

/* Whether only experience in a named role meets this leaf. */
static bool waits_for_role(const struct node *node)
{
    return node->op == SG_EXPERIENCE && node->u.experience.roles.count > 0 &&
           node->u.experience.areas.count == 0 &&
           node->u.experience.equivalent_min_rqf == 0;
}

static uint32_t part_count(const struct framework *framework, uint32_t group)
{
    uint32_t count = 0;
    for (uint32_t part = group + 1; part < framework->nodes[group].end;
         part = framework->nodes[part].end)
        count++;
    return count;
}

static uint32_t first_missing(const struct framework *framework, uint32_t at)
{
    const struct node *node = &framework->nodes[at];
    switch (node->op) {
    case SG_ALL:
        return part_count(framework, at);
    case SG_ANY:
        return 1;
    case SG_AT_LEAST:
        return node->n;
    default:
        return waits_for_role(node) ? 1 : 0;
    }
}

static void prepare_line(struct search *search, const struct line *line)
{
    const struct framework *framework = search->framework;
    const uint32_t end = framework->nodes[line->root].end;
    search->parents[line->root] = NO_INDEX;
    for (uint32_t at = line->root; at < end; at++) {
        search->owners[at] = line->role;
        search->missing[at] = first_missing(framework, at);
        for (uint32_t part = at + 1; part < framework->nodes[at].end;
             part = framework->nodes[part].end)
            search->parents[part] = at;
    }
    search->role_missing[line->role]++;
}

static bool is_essential(const struct line *line)
{
    return line->strength == SG_ESSENTIAL;
}

/* Sorts the waiting leaves by role: counts, then places. */
static void prepare_waiting(struct search *search)
{
    const struct framework *framework = search->framework;
    uint32_t *from = search->waiting_from;
    for (uint32_t i = 0; i < framework->role_ref_count; i++)
        from[framework->role_refs[i] + 1]++;
    for (uint32_t i = 0; i < framework->role_count; i++)
        from[i + 1] += from[i];
    /* from[role + 1] is where the run of a role ends. Filling the runs from the
     * back moves it to where the run begins; past the last role it stays. */
    from[framework->role_count + 1] = framework->role_ref_count;
    for (uint32_t at = framework->node_count; at-- > 0;) {
        if (framework->nodes[at].op != SG_EXPERIENCE)
            continue;
        const struct span roles = framework->nodes[at].u.experience.roles;
        for (uint32_t i = 0; i < roles.count; i++) {
            const uint32_t role = framework->role_refs[roles.first + i];
            search->waiting[--from[role + 1]] = at;
        }
    }
}

static sg_status prepare(struct search *search, sg_error *reterr)
{
    const struct framework *framework = search->framework;
    struct arena *arena = &search->arena;
    const size_t nodes = framework->node_count, roles = framework->role_count;
    const size_t word = sizeof(uint32_t);
    search->parents = arena_array(arena, nodes, word);
    search->owners = arena_array(arena, nodes, word);
    search->missing = arena_array(arena, nodes, word);
    search->role_missing = arena_array(arena, roles, word);
    search->waiting = arena_array(arena, framework->role_ref_count, word);
    search->waiting_from = arena_array(arena, roles + 2, word);
    search->queue = arena_array(arena, roles, word);
    search->walks = arena_array(arena, roles, word);
    if (arena->failed)
        return fault_memory(reterr);
    for (uint32_t i = 0; i < framework->line_count; i++)
        if (is_essential(&framework->lines[i]))
            prepare_line(search, &framework->lines[i]);
    prepare_waiting(search);
    return SG_OK;
}

/* A node has become met: so may be what it is part of, up to its role. */
static void settle(struct search *search, uint32_t node)
{
    for (uint32_t parent = search->parents[node]; parent != NO_INDEX;
         parent = search->parents[node]) {
        if (search->missing[parent] == 0 || --search->missing[parent] > 0)
            return;
        node = parent;
    }
    const uint32_t role = search->owners[node];
    if (--search->role_missing[role] == 0)
        search->queue[search->queued++] = role;
}

static void settle_waiting(struct search *search, uint32_t role)
{
    const uint32_t first = search->waiting_from[role + 1];
    const uint32_t last = search->waiting_from[role + 2];
    for (uint32_t i = first; i < last; i++) {
        const uint32_t leaf = search->waiting[i];
        if (search->missing[leaf] == 0)
            continue; /* met already, or of a desirable line */
        search->missing[leaf] = 0;
        settle(search, leaf);
    }
}

static void find_reachable(struct search *search)
{
    const struct framework *framework = search->framework;
    for (uint32_t i = 0; i < framework->role_count; i++)
        if (search->role_missing[i] == 0)
            search->queue[search->queued++] = i;
    for (uint32_t i = 0; i < framework->line_count; i++) {
        const struct line *line = &framework->lines[i];
        if (!is_essential(line))
            continue;
        for (uint32_t at = line->root; at < framework->nodes[line->root].end;
             at++)
            if (search->missing[at] == 0 &&
                !node_is_group(&framework->nodes[at]))
                settle(search, at);
    }
    for (uint32_t i = 0; i < search->queued; i++)
        settle_waiting(search, search->queue[i]);
}

/* The first essential line of a role that cannot be met. */
static uint32_t stuck_line(const struct search *search, uint32_t role)
{
    const struct framework *framework = search->framework;
    uint32_t line = framework->roles[role].lines.first;
    while (search->missing[framework->lines[line].root] == 0)
        line++;
    return line;
}

/* The role that such a line asks for first. */
static uint32_t next_role(const struct search *search, uint32_t role)
{
    const struct framework *framework = search->framework;
    uint32_t at = framework->lines[stuck_line(search, role)].root;
    while (node_is_group(&framework->nodes[at])) {
        at++;
        while (search->missing[at] == 0)
            at = framework->nodes[at].end;
    }
    return framework->role_refs[framework->nodes[at].u.experience.roles.first];
}

static void name_cycle(const struct search *search, uint32_t first,
                       struct buffer *out)
{
    const struct framework *framework = search->framework;
    uint32_t role = first;
    do {
        buffer_printf(out, "%s -> ",
                      framework_text(framework, framework->roles[role].id));
        role = next_role(search, role);
    } while (role != first && out->size < 300);
    if (role != first)
        buffer_puts(out, "... -> ");
    buffer_puts(out, framework_text(framework, framework->roles[first].id));
}

static sg_status tell_cycle(const struct search *search, uint32_t role,
                            struct problem_sink *sink, sg_error *reterr)
{
    const struct framework *framework = search->framework;
    struct buffer names = {0};
    name_cycle(search, role, &names);
    if (names.failed) {
        buffer_done(&names);
        return fault_memory(reterr);
    }
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, "cycle", framework->file,
             "Nobody could ever come to these roles, since each asks for "
             "experience in the next: %s. Give one of them another way in.",
             names.data);
    buffer_done(&names);
    const uint32_t family = framework->roles[role].family;
    problem.has_pointer = true;
    snprintf(problem.pointer, sizeof(problem.pointer),
             "/families/%u/roles/%u/specification/essential/%u/needs",
             (unsigned)family,
             (unsigned)(role - framework->families[family].roles.first),
             (unsigned)(stuck_line(search, role) -
                        framework->roles[role].lines.first));
    problem_tell(sink, reterr, &problem);
    return SG_OK;
}

/* Follows what each stuck role asks for: every walk ends in a cycle, which is
 * told unless an earlier walk came through it. */
static sg_status tell_cycles(struct search *search, struct problem_sink *sink,
                             sg_error *reterr)
{
    sg_status status = SG_OK;
    for (uint32_t i = 0; status == SG_OK && i < search->framework->role_count;
         i++) {
        if (search->role_missing[i] == 0)
            continue;
        uint32_t role = i;
        for (; search->walks[role] == 0; role = next_role(search, role))
            search->walks[role] = i + 1;
        if (search->walks[role] == i + 1)
            status = tell_cycle(search, role, sink, reterr);
    }
    return status;
}

sg_status framework_cycles(const struct framework *framework,
                           struct problem_sink *sink, sg_error *reterr)
{
    struct search search = {.framework = framework};
    sg_status status = prepare(&search, reterr);
    if (status == SG_OK) {
        find_reachable(&search);
        const uint32_t before = sink->errors;
        status = tell_cycles(&search, sink, reterr);
        if (status == SG_OK && sink->errors > before)
            status = SG_INPUT;
    }
    arena_done(&search.arena);
    return status;
}
