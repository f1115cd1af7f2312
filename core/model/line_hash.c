/* SPDX-License-Identifier: MIT */
/* A short mark of what a line asks for. */
#include "model/line_hash.h"

#include <inttypes.h>
#include <stdio.h>

#define FNV_BASIS UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME UINT64_C(0x100000001b3)

static void add_byte(uint64_t *hash, unsigned byte)
{
    *hash = (*hash ^ byte) * FNV_PRIME;
}

static void add_number(uint64_t *hash, uint32_t number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        add_byte(hash, number >> shift & 0xFF);
}

/* With its end, so that "ab", "c" is not "a", "bc". */
static void add_text(uint64_t *hash, const struct framework *framework,
                     text_at at)
{
    const char *text = framework_text(framework, at);

    for (; *text != '\0'; text++)
        add_byte(hash, (unsigned char)*text);
    add_byte(hash, 0);
}

static void add_qualification(uint64_t *hash, const struct framework *framework,
                              const struct node *node)
{
    const struct span codes = node->u.qualification.codes;

    add_number(hash, node->u.qualification.scale);
    add_number(hash, node->u.qualification.level);
    add_number(hash, node->u.qualification.subject);
    add_number(hash, node->u.qualification.equivalent);
    add_text(hash, framework, node->u.qualification.name);
    add_text(hash, framework, node->u.qualification.explained_as);
    for (uint32_t i = 0; i < codes.count; i++)
        add_text(hash, framework, framework->codes[codes.first + i]);
}

static void add_experience(uint64_t *hash, const struct framework *framework,
                           const struct node *node)
{
    const struct span roles = node->u.experience.roles;
    const struct span areas = node->u.experience.areas;

    add_text(hash, framework, node->u.experience.word);
    add_number(hash, node->u.experience.equivalent_min_rqf);
    add_number(hash, node->u.experience.equivalent_max_rqf);
    add_number(hash, node->u.experience.relevant);
    add_number(hash, node->u.experience.months);
    for (uint32_t i = 0; i < roles.count; i++)
        add_text(hash, framework,
                 framework->roles[framework->role_refs[roles.first + i]].id);
    for (uint32_t i = 0; i < areas.count; i++)
        add_text(hash, framework,
                 framework->areas[framework->area_refs[areas.first + i]].id);
}

/* The criterion is left to the label: its number changes with the shared
 * list. */
static void add_node(uint64_t *hash, const struct framework *framework,
                     uint32_t root, uint32_t at)
{
    const struct node *node = &framework->nodes[at];

    add_number(hash, node->op);
    add_number(hash, node->n);
    add_number(hash, node->end - root);
    add_text(hash, framework, node->label);
    add_text(hash, framework, node->printed);
    switch ((sg_op)node->op) {
    case SG_QUALIFICATION:
    case SG_WORKING_TOWARDS:
        add_qualification(hash, framework, node);
        break;
    case SG_EXPERIENCE:
        add_experience(hash, framework, node);
        break;
    case SG_SKILL:
        add_text(hash, framework, node->u.skill.degree);
        add_text(hash, framework, node->u.skill.depth);
        break;
    case SG_CREDENTIAL:
        add_text(hash, framework, node->u.credential.id);
        break;
    default:
        break;
    }
}

void line_hash(const struct framework *framework, uint32_t line_at,
               char out[LINE_HASH_ROOM])
{
    const struct line *line = &framework->lines[line_at];
    uint64_t hash = FNV_BASIS;

    add_number(&hash, line->strength);
    for (uint32_t i = line->root; i < framework->nodes[line->root].end; i++)
        add_node(&hash, framework, line->root, i);
    snprintf(out, LINE_HASH_ROOM, "1-%016" PRIx64, hash);
}
