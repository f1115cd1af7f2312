/* SPDX-License-Identifier: MIT */
/* What is desirable now and essential at a later level of the family.
 *
 * What is matched is the criterion; for a qualification also the level, since
 * NVQ 3 is another certificate than NVQ 2, while keyboard skills grow. A
 * criterion that the role already lists as essential is not announced: where
 * more of it is wanted later, that is a raised line. */
#include "gap/parts.h"

static bool is_qualification(const struct node *node)
{
    return node->op == SG_QUALIFICATION;
}

/* Whether an essential leaf asks for what the desirable one names. */
static bool asks_for(const struct node *essential, const struct node *desirable)
{
    if (essential->criterion != desirable->criterion)
        return false;
    if (!is_qualification(desirable))
        return !is_qualification(essential);
    return is_qualification(essential) &&
           essential->u.qualification.min_rqf >=
               desirable->u.qualification.min_rqf;
}

/* Whether a leaf is one way of several: not beside "this post does not need
 * it" only. */
static bool is_one_way(const struct framework *framework, uint32_t root,
                       uint32_t leaf)
{
    for (uint32_t g = root; g < leaf; g++) {
        const struct node *group = &framework->nodes[g];
        if (!node_is_group(group) || group->op == SG_ALL || group->end <= leaf)
            continue;
        for (uint32_t p = g + 1; p < group->end; p = framework->nodes[p].end) {
            bool own = p <= leaf && leaf < framework->nodes[p].end;
            if (!own && framework->nodes[p].op != SG_NOT_NEEDED_HERE)
                return true;
        }
    }
    return false;
}

/* Looks for an essential leaf of a role; a must is found before one way of
 * several. */
static bool find_essential(const struct framework *framework, uint32_t role_at,
                           const struct node *desirable, bool *ret_one_way)
{
    const struct role *role = &framework->roles[role_at];
    bool found = false;

    for (uint32_t i = 0; i < role->essential_count; i++) {
        uint32_t root = framework->lines[role->lines.first + i].root;
        for (uint32_t n = root; n < framework->nodes[root].end; n++) {
            if (node_is_group(&framework->nodes[n]) ||
                !asks_for(&framework->nodes[n], desirable))
                continue;
            bool one_way = is_one_way(framework, root, n);
            *ret_one_way = found ? *ret_one_way && one_way : one_way;
            found = true;
        }
    }
    return found;
}

/* The nearest higher level of the family where it is essential. */
static uint32_t first_essential_at(const struct framework *framework,
                                   uint32_t role_at,
                                   const struct node *desirable,
                                   bool *ret_one_way)
{
    const struct role *role = &framework->roles[role_at];
    struct span roles = framework->families[role->family].roles;
    uint32_t best = NO_INDEX;
    bool one_way;

    for (uint32_t r = roles.first; r < roles.first + roles.count; r++) {
        uint32_t rank = framework->roles[r].rank;
        if (rank <= role->rank ||
            (best != NO_INDEX && rank >= framework->roles[best].rank) ||
            !find_essential(framework, r, desirable, &one_way))
            continue;
        best = r;
        *ret_one_way = one_way;
    }
    return best;
}

/* The leaf of a desirable line that names what is wanted. */
static bool is_announced(const struct framework *framework, uint32_t role_at,
                         const struct node *node)
{
    bool ignored;

    return !node_is_group(node) && node->op != SG_NOT_NEEDED_HERE &&
           node->op != SG_NO_FORMAL_QUALIFICATION &&
           node->criterion != NO_CRITERION &&
           !find_essential(framework, role_at, node, &ignored);
}

/* What is shown of a line: the leaf, or the whole of "where appropriate". */
static uint32_t announced_node(const struct framework *framework, uint32_t root,
                               uint32_t leaf)
{
    return leaf == root + 2 &&
                   framework->nodes[root + 1].op == SG_NOT_NEEDED_HERE
               ? root
               : leaf;
}

static void announce_role(const struct judging *judging,
                          const struct in_use *in_use, uint32_t role_at,
                          struct arena *arena, sg_becoming *list, size_t *count)
{
    const struct framework *framework = in_use->framework;
    const struct role *role = &framework->roles[role_at];

    for (uint32_t i = role->essential_count; i < role->lines.count; i++) {
        const struct line *line = &framework->lines[role->lines.first + i];
        for (uint32_t n = line->root; n < framework->nodes[line->root].end;
             n++) {
            const struct node *node = &framework->nodes[n];
            bool one_way = false;
            if (!is_announced(framework, role_at, node))
                continue;
            uint32_t there =
                first_essential_at(framework, role_at, node, &one_way);
            if (there == NO_INDEX)
                continue;
            list[(*count)++] = (sg_becoming){
                .line = framework_text(framework, line->id),
                .criterion = judging->reference->criteria[node->criterion].id,
                .label = framework_node_label(
                    framework, announced_node(framework, line->root, n), arena),
                .desirable_at = framework_text(framework, role->id),
                .desirable_title = framework_text(framework, role->title),
                .essential_at =
                    framework_text(framework, framework->roles[there].id),
                .essential_title =
                    framework_text(framework, framework->roles[there].title),
                .alternative = one_way,
            };
        }
    }
}

static size_t desirable_nodes(const struct in_use *in_use, uint32_t role_at)
{
    const struct framework *framework = in_use->framework;
    const struct role *role = &framework->roles[role_at];
    size_t count = 0;

    for (uint32_t i = role->essential_count; i < role->lines.count; i++) {
        uint32_t root = framework->lines[role->lines.first + i].root;
        count += framework->nodes[root].end - root;
    }
    return count;
}

bool becoming_build(const struct judging *judging, struct arena *arena,
                    sg_gap *gap)
{
    const struct in_use *to = judging->to;
    const struct in_use *from = judging->from;
    bool other_family = !from || from->framework != to->framework ||
                        from->framework->roles[judging->from_role].family !=
                            to->framework->roles[judging->to_role].family;
    size_t room = from ? desirable_nodes(from, judging->from_role) : 0;

    if (other_family)
        room += desirable_nodes(to, judging->to_role);
    sg_becoming *list = arena_array(arena, room, sizeof *list);
    if (!list)
        return false;
    gap->becoming = list;
    if (from)
        announce_role(judging, from, judging->from_role, arena, list,
                      &gap->becoming_count);
    if (other_family)
        announce_role(judging, to, judging->to_role, arena, list,
                      &gap->becoming_count);
    return !arena->failed;
}
