/* SPDX-License-Identifier: MIT */
/* Looking things up in a compiled framework. */
#include "model/framework.h"

#include "base/buffer.h"

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
    for (uint32_t i = 0; i < framework->role_count; i++)
        if (strcmp(framework_text(framework, framework->roles[i].id), id) == 0)
            return i;
    return NO_INDEX;
}

/* The place of a word in one order, or -1. */
static int place_in(const struct framework *framework,
                    const struct word_order *order, const char *word)
{
    const text_at *words = framework->words + order->words.first;
    for (uint32_t i = 0; i < order->words.count; i++)
        if (strcmp(framework_text(framework, words[i]), word) == 0)
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
    if (strcmp(have, want) == 0)
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
                      struct buffer *out);

/* A part that is itself joined words goes in brackets, so that "a and (b or
 * c)" cannot be read as "(a and b) or c". */
static void add_part(const struct framework *framework, uint32_t at,
                     struct buffer *out)
{
    const struct node *node = &framework->nodes[at];
    const bool one_part =
        node->end == at + 1 || framework->nodes[at + 1].end == node->end;
    const bool joined = node_is_group(node) && !node->label && !one_part;
    buffer_puts(out, joined ? "(" : "");
    add_label(framework, at, out);
    buffer_puts(out, joined ? ")" : "");
}

static void add_label(const struct framework *framework, uint32_t at,
                      struct buffer *out)
{
    const struct node *node = &framework->nodes[at];
    if (node->label || !node_is_group(node)) {
        buffer_puts(out, framework_text(framework, node->label));
        return;
    }
    if (node->op == SG_AT_LEAST)
        buffer_printf(out, "at least %u of: ", node->n);
    const char *word = joining_word(framework, node);
    for (uint32_t part = at + 1; part < node->end;
         part = framework->nodes[part].end) {
        if (part > at + 1)
            buffer_printf(out, " %s ", word);
        add_part(framework, part, out);
    }
}

char *framework_node_label(const struct framework *framework, uint32_t node,
                           struct arena *arena)
{
    struct buffer out = {0};
    add_label(framework, node, &out);
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
