/* SPDX-License-Identifier: MIT */
/* What tells two lines apart that are labelled with the same words: a council
 * may change what a line asks for and leave its text as it was. */
#include "gap/revision_parts.h"

#include "base/buffer.h"
#include "gap/revision_leaf.h"
#include "judge/same.h"

#include <string.h>

/* A node in words, one place for each thing that can differ. */
enum { WORDS_OF = 6 };

struct words {
    struct buffer of[WORDS_OF];
};

/* A text, or what stands for none. */
static void say(struct buffer *out, const char *text, const char *none)
{
    buffer_puts(out, *text != '\0' ? text : none);
}

/* One more of a list: "as Clerk or Cook". */
static void say_also(struct buffer *out, const char *head, const char *text)
{
    buffer_puts(out, out->size > 0 ? " or " : head);
    buffer_puts(out, text);
}

static void say_award(struct words *words, const struct framework *framework,
                      const struct node *node)
{
    static const char *const subjects[] = {
        [SUBJECT_ANY] = "any subject",
        [SUBJECT_RELEVANT] = "a relevant subject",
        [SUBJECT_RELEVANT_VOCATIONAL] = "a relevant and vocational subject",
        [SUBJECT_SPECIALIST_AREA] = "the post's specialist area",
        [SUBJECT_CODES] = "",
    };
    const enum scale_id scale = (enum scale_id)node->u.qualification.scale;
    const struct span codes = node->u.qualification.codes;

    buffer_puts(&words->of[0],
                node->op == SG_WORKING_TOWARDS ? "working towards it" : "held");
    say(&words->of[1], framework_text(framework, node->u.qualification.name),
        "no named award");
    if (scale == SCALE_NONE)
        buffer_puts(&words->of[2], "no stated level");
    else
        buffer_printf(&words->of[2], "%s level %u", scale_name(scale),
                      (unsigned)node->u.qualification.level);
    buffer_puts(&words->of[3], node->u.qualification.equivalent
                                   ? "or equivalent"
                                   : "no equivalent");
    buffer_puts(&words->of[4], subjects[node->u.qualification.subject]);
    for (uint32_t i = 0; i < codes.count; i++)
        say_also(&words->of[4], "subject ",
                 framework_text(framework, framework->codes[codes.first + i]));
}

static void say_roles(struct buffer *out, const struct framework *framework,
                      struct span refs)
{
    for (uint32_t i = 0; i < refs.count; i++) {
        const uint32_t role = framework->role_refs[refs.first + i];
        say_also(out, "as ",
                 framework_text(framework, framework->roles[role].title));
    }
    if (refs.count == 0)
        buffer_puts(out, "in any role");
}

static void say_areas(struct buffer *out, const struct framework *framework,
                      struct span refs)
{
    for (uint32_t i = 0; i < refs.count; i++) {
        const uint32_t area = framework->area_refs[refs.first + i];
        say_also(out, "in ",
                 framework_text(framework, framework->areas[area].title));
    }
    if (refs.count == 0)
        buffer_puts(out, "of no stated kind");
}

static void say_experience(struct words *words,
                           const struct framework *framework,
                           const struct node *node)
{
    const unsigned months = node->u.experience.months;
    const unsigned low = node->u.experience.equivalent_min_rqf;
    const unsigned high = node->u.experience.equivalent_max_rqf;

    if (months > 0)
        buffer_printf(&words->of[0], "%u month%s", months,
                      months == 1 ? "" : "s");
    else
        buffer_puts(&words->of[0], "no stated months");
    say(&words->of[1], framework_text(framework, node->u.experience.word),
        "no word for how much");
    buffer_puts(&words->of[2],
                node->u.experience.relevant ? "relevant" : "relevant or not");
    if (high == 0)
        buffer_puts(&words->of[3], "equivalent to no stated level");
    else if (low == high)
        buffer_printf(&words->of[3], "equivalent to RQF level %u", low);
    else
        buffer_printf(&words->of[3], "equivalent to RQF level %u to %u", low,
                      high);
    say_roles(&words->of[4], framework, node->u.experience.roles);
    say_areas(&words->of[5], framework, node->u.experience.areas);
}

static void say_group(struct words *words, const struct framework *framework,
                      uint32_t at)
{
    const struct node *group = &framework->nodes[at];
    unsigned parts = 0;

    for (uint32_t p = at + 1; p < group->end; p = framework->nodes[p].end)
        parts++;
    if (group->op == SG_ALL)
        buffer_printf(&words->of[0], "all %u parts", parts);
    else
        buffer_printf(&words->of[0], "%u of %u parts",
                      group->op == SG_ANY ? 1U : (unsigned)group->n, parts);
}

/* What a node of another kind than its counterpart is. */
static void say_kind(struct words *words, const struct reference *reference,
                     const struct node *node)
{
    buffer_puts(&words->of[0], sg_op_word((sg_op)node->op));
    if (node->criterion != NO_CRITERION)
        buffer_puts(&words->of[1], reference->criteria[node->criterion].title);
}

static void say_node(struct words *words, const struct framework *framework,
                     uint32_t at)
{
    const struct node *node = &framework->nodes[at];

    if (node_is_group(node)) {
        say_group(words, framework, at);
    } else if (node_is_award(node)) {
        say_award(words, framework, node);
    } else if (node->op == SG_EXPERIENCE) {
        say_experience(words, framework, node);
    } else if (node->op == SG_SKILL) {
        say(&words->of[0], framework_text(framework, node->u.skill.degree),
            "no word for how much");
        say(&words->of[1], framework_text(framework, node->u.skill.depth),
            "no word for how deep");
    } else if (node->op == SG_CREDENTIAL) {
        buffer_puts(&words->of[0],
                    framework_text(framework, node->u.credential.id));
    }
}

/* Those words that the other node does not have, behind the node's own label
 * where it has one; NULL when there are none. */
static const char *join(struct revising *revising, const char *label,
                        const struct words *words, const struct words *others)
{
    struct buffer out = {0};

    for (int i = 0; i < WORDS_OF; i++) {
        const char *text = words->of[i].data ? words->of[i].data : "";
        const char *other = others->of[i].data ? others->of[i].data : "";
        revising->arena.failed |= words->of[i].failed;
        if (*text == '\0' || strcmp(text, other) == 0)
            continue;
        if (out.size > 0)
            buffer_puts(&out, ", ");
        else if (label)
            buffer_printf(&out, "%s: ", label);
        buffer_puts(&out, text);
    }
    revising->arena.failed |= out.failed;
    const char *copy = out.size > 0 ? revise_copy(revising, out.data) : NULL;
    buffer_done(&out);
    return copy;
}

/* Whether two nodes are of one kind, so that it is their members which tell
 * them apart. */
static bool one_kind(const struct node *a, const struct node *b)
{
    if (node_is_group(a) || node_is_group(b))
        return node_is_group(a) && node_is_group(b);
    return a->criterion == b->criterion &&
           (a->op == b->op || (node_is_award(a) && node_is_award(b)));
}

/* Whether the nodes at this place of both trees ask for the same. */
static bool nodes_same(const struct framework *fa, uint32_t a,
                       const struct framework *fb, uint32_t b)
{
    const struct node *node_a = &fa->nodes[a];
    const struct node *node_b = &fb->nodes[b];

    if (!node_is_group(node_a) || !node_is_group(node_b))
        return leaf_same(fa, a, fb, b);
    return node_a->op == node_b->op && node_a->n == node_b->n &&
           node_a->end - a == node_b->end - b;
}

/* The label of a leaf that is a part of its line. */
static const char *own_label(const struct framework *framework, uint32_t line,
                             uint32_t at)
{
    return at == framework->lines[line].root
               ? NULL
               : framework_text_or_null(framework, framework->nodes[at].label);
}

void line_details(struct revising *revising, uint32_t older, uint32_t newer,
                  const char **ret_from, const char **ret_to)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    uint32_t a = fa->lines[older].root;
    uint32_t b = fb->lines[newer].root;
    const uint32_t end_a = fa->nodes[a].end;
    const uint32_t end_b = fb->nodes[b].end;

    *ret_from = *ret_to = NULL;
    while (a < end_a && b < end_b && nodes_same(fa, a, fb, b)) {
        a++;
        b++;
    }
    if (a == end_a || b == end_b)
        return;
    struct words from = {0};
    struct words to = {0};
    if (one_kind(&fa->nodes[a], &fb->nodes[b])) {
        say_node(&from, fa, a);
        say_node(&to, fb, b);
    } else {
        say_kind(&from, revising->reference, &fa->nodes[a]);
        say_kind(&to, revising->reference, &fb->nodes[b]);
    }
    *ret_from = join(revising, own_label(fa, older, a), &from, &to);
    *ret_to = join(revising, own_label(fb, newer, b), &to, &from);
    for (int i = 0; i < WORDS_OF; i++) {
        buffer_done(&from.of[i]);
        buffer_done(&to.of[i]);
    }
}
