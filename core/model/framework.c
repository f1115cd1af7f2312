/* SPDX-License-Identifier: MIT */
/* Looking things up in a compiled framework. */
#include "model/framework.h"

#include "base/buffer.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

const char *framework_text(const struct framework *framework, text_at at)
{
    return at < framework->pool_size ? framework->pool + at : "";
}

const char *framework_text_or_null(const struct framework *framework,
                                   text_at at)
{
    const char *text = framework_text(framework, at);
    return *text ? text : NULL;
}

uint32_t framework_role(const struct framework *framework, const char *id)
{
    uint32_t low = 0, high = framework->role_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const uint32_t role = framework->role_order[middle];
        const int order =
            strcmp(framework_text(framework, framework->roles[role].id), id);
        if (order == 0)
            return role;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NO_INDEX;
}

/* The place of a word in one order, or -1. */
static int place_in(const struct framework *framework,
                    const struct word_order *order, const char *word)
{
    const text_at *words = framework->words + order->words.first;
    for (uint32_t i = 0; i < order->words.count; i++)
        if (text_same(framework_text(framework, words[i]), word))
            return (int)i;
    return -1;
}

static bool is_lowest(const struct framework *framework, const char *word)
{
    for (uint32_t i = 0; i < framework->word_order_count; i++)
        if (place_in(framework, &framework->word_orders[i], word) == 0)
            return true;
    return false;
}

static enum word_compare compare_in_orders(const struct framework *framework,
                                           const char *have, const char *want)
{
    for (uint32_t i = 0; i < framework->word_order_count; i++) {
        const struct word_order *order = &framework->word_orders[i];
        const int a = place_in(framework, order, have);
        const int b = place_in(framework, order, want);
        if (a >= 0 && b >= 0)
            return a < b ? WORD_LOWER : WORD_HIGHER;
    }
    return WORD_UNORDERED;
}

enum word_compare framework_compare_words(const struct framework *framework,
                                          const char *have, const char *want)
{
    have = have ? have : "";
    want = want ? want : "";
    if (text_same(have, want))
        return WORD_EQUAL;
    if (!*have)
        return is_lowest(framework, want) ? WORD_HIGHER : WORD_UNORDERED;
    if (!*want)
        return is_lowest(framework, have) ? WORD_LOWER : WORD_UNORDERED;
    return compare_in_orders(framework, have, want);
}

bool node_is_group(const struct node *node)
{
    return node->op <= SG_AT_LEAST;
}

static const char *joining_word(const struct framework *framework,
                                const struct node *group)
{
    const char *printed = framework_text_or_null(framework, group->printed);
    if (printed)
        return printed;
    return group->op == SG_ALL ? "and" : "or";
}

static void add_label(const struct framework *framework, uint32_t at,
                      bool inner, struct buffer *out);

/* A label; `inner` when it stands within a sentence. */
static void add_own_label(const char *label, bool inner, struct buffer *out)
{
    if (*label == '\0')
        return;
    const char first = inner ? text_inner_first(label) : *label;
    buffer_add(out, &first, 1);
    buffer_puts(out, label + 1);
}

/* The one part that "where appropriate" is about, or NO_INDEX: a group of just
 * it and "this post does not need it". */
static uint32_t where_appropriate(const struct framework *framework,
                                  uint32_t at)
{
    const struct node *nodes = framework->nodes;
    const uint32_t first = at + 1;

    if (nodes[at].op != SG_ANY || nodes[first].op != SG_NOT_NEEDED_HERE ||
        first + 1 >= nodes[at].end || nodes[first + 1].end != nodes[at].end)
        return NO_INDEX;
    return first + 1;
}

/* A part that is itself joined words goes in brackets, so that "a and (b or
 * c)" cannot be read as "(a and b) or c". */
static void add_part(const struct framework *framework, uint32_t at, bool inner,
                     struct buffer *out)
{
    const struct node *node = &framework->nodes[at];
    const bool one_part =
        node->end == at + 1 || framework->nodes[at + 1].end == node->end;
    const bool joined = node_is_group(node) && !node->label && !one_part;
    buffer_puts(out, joined ? "(" : "");
    add_label(framework, at, inner && !joined, out);
    buffer_puts(out, joined ? ")" : "");
}

static void add_label(const struct framework *framework, uint32_t at,
                      bool inner, struct buffer *out)
{
    const struct node *node = &framework->nodes[at];
    if (node->label || !node_is_group(node)) {
        add_own_label(framework_text(framework, node->label), inner, out);
        return;
    }
    const uint32_t asked = where_appropriate(framework, at);
    if (asked != NO_INDEX) {
        add_label(framework, asked, inner, out);
        buffer_puts(out, ", where appropriate");
        return;
    }
    if (node->op == SG_AT_LEAST)
        buffer_printf(out, "at least %u of: ", node->n);
    const char *word = joining_word(framework, node);
    for (uint32_t part = at + 1; part < node->end;
         part = framework->nodes[part].end) {
        if (part > at + 1)
            buffer_printf(out, " %s ", word);
        add_part(framework, part, inner || part > at + 1, out);
    }
}

char *framework_node_label(const struct framework *framework, uint32_t node,
                           struct arena *arena)
{
    struct buffer out = {0};
    add_label(framework, node, false, &out);
    char *text = buffer_take(&out);
    if (!text) {
        arena->failed = true;
        return NULL;
    }
    char *label = arena_strdup(arena, text);
    free(text);
    return label;
}

void framework_free(struct framework *framework)
{
    if (!framework)
        return;
    arena_done(&framework->arena);
    free(framework);
}
