/* SPDX-License-Identifier: MIT */
/* What the target roles ask for, each thing once. */
#include "workforce/making.h"

#include "base/fault.h"
#include "gap/parts.h"
#include "judge/judge.h"
#include "model/line_hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID_ROOM = LINE_HASH_ROOM + sizeof("-4294967295") };

static const struct framework *framework_of(const struct making *making,
                                            sg_role role)
{
    return catalogue_in_use(making->catalogue, role)->framework;
}

/* The kind of a line is that of its first qualification, or else of its first
 * leaf. */
static const struct node *main_leaf(const struct framework *framework,
                                    uint32_t root)
{
    const struct node *first = NULL;

    for (uint32_t i = root; i < framework->nodes[root].end; i++) {
        const struct node *node = &framework->nodes[i];
        if (node->op == SG_QUALIFICATION)
            return node;
        if (!first && !node_is_group(node) && node->op != SG_NOT_NEEDED_HERE &&
            node->op != SG_NO_FORMAL_QUALIFICATION)
            first = node;
    }
    return first;
}

static void fill_need(struct making *making, size_t at, const char *id,
                      sg_role role, uint32_t line_at)
{
    const struct framework *framework = framework_of(making, role);
    const struct line *line = &framework->lines[line_at];
    const struct node *leaf = main_leaf(framework, line->root);
    sg_need *need = &making->needs[at];

    making->inside[at] = (struct need){.role = role, .line = line_at};
    *need = (sg_need){
        .id = id,
        .label = framework_node_label(framework, line->root, making->arena),
        .kind = leaf ? sg_op_word((sg_op)leaf->op) : sg_op_word(SG_ALL),
        .strength = (sg_strength)line->strength,
    };
    if (leaf &&
        (leaf->op == SG_QUALIFICATION || leaf->op == SG_WORKING_TOWARDS))
        need->level = leaf->u.qualification.min_rqf;
    for (uint32_t i = line->root; i < framework->nodes[line->root].end; i++)
        if (framework->nodes[i].criterion != NO_CRITERION)
            need->statutory |= catalogue_is_statutory(
                making->catalogue, framework->nodes[i].criterion, NULL);
}

/* The same line printed twice in one role is two needs. */
static bool is_in_role(const struct making *making, uint32_t number,
                       uint32_t line, uint32_t need)
{
    for (uint32_t i = 0; i < line; i++)
        if (making->need_of[number][i] == need)
            return true;
    return false;
}

static bool add_line(struct making *making, uint32_t number, sg_role role,
                     uint32_t line)
{
    const struct framework *framework = framework_of(making, role);
    const uint32_t at = framework->roles[role.index].lines.first + line;
    char hash[LINE_HASH_ROOM];
    char id[ID_ROOM];
    uint32_t need;
    uint32_t before;

    line_hash(framework, at, hash);
    for (uint32_t again = 1;; again++) {
        if (again == 1)
            snprintf(id, sizeof id, "%s", hash);
        else
            snprintf(id, sizeof id, "%s-%u", hash, again);
        before = making->need_ids.count;
        need = strings_add(&making->need_ids, id, strlen(id));
        if (need == STRINGS_NONE)
            return false;
        if (need == before || !is_in_role(making, number, line, need))
            break;
    }
    making->need_of[number][line] = need;
    if (need == before) {
        fill_need(making, need, making->need_ids.texts[need], role, at);
        making->need_count = making->need_ids.count;
    }
    return true;
}

/* Essential lines of all target roles first. */
static bool add_lines(struct making *making, bool essential)
{
    const sg_tally *tally = making->tally;

    for (uint32_t number = 0; number < tally->role_count; number++) {
        const struct tally_target *target = tally->targets[number];
        if (!target)
            continue;
        const struct role *role =
            catalogue_role(making->catalogue, target->role);
        const uint32_t first = essential ? 0 : role->essential_count;
        const uint32_t end =
            essential ? role->essential_count : role->lines.count;
        for (uint32_t i = first; i < end; i++)
            if (!add_line(making, number, target->role, i))
                return false;
    }
    return true;
}

/* ---- which roles ask for it ---- */

/* Counts first, then the lists. */
static bool fill_roles(struct making *making)
{
    const sg_tally *tally = making->tally;
    const char ***lists =
        arena_array(&making->scratch, making->need_count, sizeof *lists);

    for (uint32_t number = 0; number < tally->role_count; number++) {
        const struct tally_target *target = tally->targets[number];
        for (uint32_t i = 0; target && i < target->line_count; i++)
            making->needs[making->need_of[number][i]].role_count++;
    }
    for (size_t i = 0; lists && i < making->need_count; i++) {
        sg_need *need = &making->needs[i];
        lists[i] = arena_array(making->arena, need->role_count, sizeof **lists);
        need->roles = lists[i];
        need->role_count = 0;
    }
    if (making->scratch.failed || making->arena->failed)
        return false;
    for (uint32_t number = 0; number < tally->role_count; number++) {
        const struct tally_target *target = tally->targets[number];
        for (uint32_t i = 0; target && i < target->line_count; i++) {
            const uint32_t at = making->need_of[number][i];
            lists[at][making->needs[at].role_count++] =
                sg_role_info_of(making->catalogue, target->role).id;
        }
    }
    return true;
}

/* ---- what becomes essential at a later level ---- */

static bool announce(struct making *making, uint32_t number)
{
    const struct tally_target *target = making->tally->targets[number];
    struct judging judging = judging_between(making->catalogue, target->role,
                                             target->role, SG_MONTHS_UNKNOWN);
    const struct framework *framework = judging.to->framework;
    const struct span lines = framework->roles[target->role.index].lines;
    sg_gap gap = {0};

    judging.from = NULL;
    if (!becoming_build(&judging, making->arena, &gap))
        return false;
    for (size_t i = 0; i < gap.becoming_count; i++)
        for (uint32_t line = 0; line < lines.count; line++) {
            const char *id = framework_text(
                framework, framework->lines[lines.first + line].id);
            sg_need *need = &making->needs[making->need_of[number][line]];
            if (strcmp(id, gap.becoming[i].line) == 0 &&
                !need->becomes_essential_at)
                need->becomes_essential_at = gap.becoming[i].essential_title;
        }
    return true;
}

sg_status making_needs(struct making *making)
{
    const sg_tally *tally = making->tally;
    size_t most = 0;
    bool done = true;

    making->need_ids.arena = making->arena;
    making->need_of = arena_array(&making->scratch, tally->role_count,
                                  sizeof *making->need_of);
    for (uint32_t i = 0; making->need_of && i < tally->role_count; i++) {
        const struct tally_target *target = tally->targets[i];
        if (!target)
            continue;
        most += target->line_count;
        making->need_of[i] = arena_array(&making->scratch, target->line_count,
                                         sizeof **making->need_of);
    }
    making->needs = arena_array(making->arena, most, sizeof *making->needs);
    making->inside =
        arena_array(&making->scratch, most, sizeof *making->inside);
    if (making->scratch.failed || making->arena->failed)
        return fault_memory(making->reterr);
    done = add_lines(making, true) && add_lines(making, false) &&
           fill_roles(making);
    for (uint32_t i = 0; done && i < tally->role_count; i++)
        done = !tally->targets[i] || announce(making, i);
    return done && !making->arena->failed ? SG_OK
                                          : fault_memory(making->reterr);
}
