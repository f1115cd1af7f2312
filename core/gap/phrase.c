/* SPDX-License-Identifier: MIT */
/* Filling the gaps in a sentence with what an answer rests on. */
#include "gap/phrase_places.h"

#include "base/buffer.h"
#include "base/text.h"

#include <string.h>

const char *phrase_lower(const char *text, struct arena *arena)
{
    if (!text || text_inner_first(text) == text[0])
        return text;
    char *copy = arena_strdup(arena, text);
    if (copy)
        copy[0] = text_inner_first(text);
    return copy;
}

const char *phrase_months(struct arena *arena, unsigned months)
{
    return arena_printf(arena, "%u month%s", months, months == 1 ? "" : "s");
}

static const char *fill_have(const struct filling *filling)
{
    const struct judging *judging = filling->judging;

    if (!judging->from || filling->answer->fact == NO_INDEX)
        return "something else";
    return phrase_lower(framework_node_label(judging->from->framework,
                                             filling->answer->fact,
                                             filling->arena),
                        filling->arena);
}

static const char *fill_role(const struct filling *filling)
{
    const struct judging *judging = filling->judging;

    if (!judging->from)
        return "nobody";
    const struct framework *from = judging->from->framework;
    return framework_text(from, from->roles[judging->from_role].title);
}

static const char *fill_months(const struct filling *filling)
{
    int32_t months = filling->judging->months;

    return phrase_months(filling->arena, months > 0 ? (unsigned)months : 0);
}

/* In brackets: that a number is assumed, and who says it. */
static const char *who_says(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;

    if (!answer->months_reason)
        return answer->assumed ? " (assumed)" : "";
    const char *text =
        arena_printf(filling->arena, " (%s%s)",
                     answer->assumed ? "assumed: " : "", answer->months_reason);
    return text ? text : "";
}

static const char *fill_needed(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;

    return arena_printf(filling->arena, "%u%s", (unsigned)answer->needed_months,
                        who_says(filling));
}

static const char *fill_wanted(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;

    if (answer->needed_months == 0)
        return "";
    return arena_printf(filling->arena, ", and %s%s are wanted",
                        phrase_months(filling->arena, answer->needed_months),
                        who_says(filling));
}

static const char *fill_missing(const struct filling *filling)
{
    return arena_printf(filling->arena, "%u",
                        (unsigned)filling->answer->missing_months);
}

static const char *fill_word(const struct filling *filling)
{
    const struct framework *to = filling->judging->to->framework;
    text_at word = to->nodes[filling->node].u.experience.word;

    if (word == 0)
        return "this";
    return arena_printf(filling->arena, "\"%s\"", framework_text(to, word));
}

/* The section and row of the cell that holds an item. */
static const char *item_place(const struct filling *filling,
                              const struct framework *framework, uint32_t at)
{
    const struct role *role = &framework->roles[filling->judging->from_role];
    const struct item *item = &framework->items[at];

    for (uint32_t c = 0; c < role->cells.count; c++) {
        const struct cell *cell = &framework->cells[role->cells.first + c];
        bool holds = at - cell->items.first < cell->items.count ||
                     at - cell->measures.first < cell->measures.count;
        if (!holds)
            continue;
        const struct scale *scale = &framework->scales[cell->scale];
        return arena_printf(
            filling->arena, " (see %s, %s: \"%s\")",
            framework_text(framework,
                           framework->sections[scale->section].title),
            framework_text(framework, scale->title),
            framework_text(framework, item->text));
    }
    return arena_printf(filling->arena, " (see \"%s\")",
                        framework_text(framework, item->text));
}

static const char *fill_place(const struct filling *filling)
{
    const struct judging *judging = filling->judging;
    uint32_t at = filling->answer->place;

    if (!judging->from || at == NO_INDEX)
        return filling->answer->fact == NO_INDEX
                   ? ""
                   : arena_printf(filling->arena, ": it asks for %s",
                                  fill_have(filling));
    const struct framework *from = judging->from->framework;
    if (filling->answer->cause == CAUSE_LOWER_ROLE)
        return arena_printf(filling->arena, " (%s)",
                            framework_text(from, from->roles[at].title));
    return item_place(filling, from, at);
}

static const char *fill_want(const struct filling *filling)
{
    return phrase_lower(framework_node_label(filling->judging->to->framework,
                                             filling->node, filling->arena),
                        filling->arena);
}

static const struct place places[] = {
    {"{want}", fill_want},       {"{have}", fill_have},
    {"{role}", fill_role},       {"{months}", fill_months},
    {"{needed}", fill_needed},   {"{wanted}", fill_wanted},
    {"{missing}", fill_missing}, {"{word}", fill_word},
    {"{place}", fill_place},
};

/* Adds what the place stands for, if it is one of this table. */
static size_t fill_from(const struct filling *filling,
                        const struct place *table, size_t count, const char *at,
                        struct buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(table[i].name);
        if (strncmp(at, table[i].name, length) != 0)
            continue;
        const char *text = table[i].fill(filling);
        if (text)
            buffer_puts(out, text);
        return length;
    }
    return 0;
}

/* Adds one place and returns where the sentence goes on. */
static const char *add_place(const struct filling *filling, const char *at,
                             struct buffer *out)
{
    size_t length =
        fill_from(filling, places, sizeof places / sizeof places[0], at, out);

    if (length == 0)
        length = fill_from(filling, file_places, file_place_count, at, out);
    if (length == 0) {
        buffer_add(out, at, 1);
        length = 1;
    }
    return at + length;
}

char *phrase_fill(const struct judging *judging, uint32_t node,
                  const struct leaf_answer *answer, const char *sentence,
                  struct arena *arena)
{
    const struct filling filling = {judging, node, answer, arena};
    struct buffer out = {0};

    while (*sentence != '\0') {
        size_t plain = strcspn(sentence, "{");
        buffer_add(&out, sentence, plain);
        sentence += plain;
        if (*sentence == '{')
            sentence = add_place(&filling, sentence, &out);
    }
    char *result =
        out.failed || !out.data ? NULL : arena_strdup(arena, out.data);
    if (!result)
        arena->failed = true;
    buffer_done(&out);
    return result;
}
