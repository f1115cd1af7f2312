/* SPDX-License-Identifier: MIT */
/* What changes in the job itself, and what is no longer asked for. */
#include "report/gap_rows.h"

#include "report/shared.h"

static json_t *change_json(struct maker *maker, const sg_gap_change *change)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "section", change->section);
    maker_put_text(maker, object, "area", change->area);
    maker_put_text(maker, object, "kind", sg_change_word(change->kind));
    maker_put_text(maker, object, "from", change->from);
    maker_put_text(maker, object, "to", change->to);
    maker_put_text(maker, object, "why", change->why);
    maker_put_flag(maker, object, "seek", change->seek);
    maker_put_flag(maker, object, "expect", change->expect);
    maker_put(maker, object, "measures",
              maker_texts(maker, change->measures, change->measure_count));
    maker_put(maker, object, "from_source",
              source_json(maker, &change->from_source));
    maker_put(maker, object, "to_source",
              source_json(maker, &change->to_source));
    return object;
}

json_t *gap_changes_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *changes = maker_array(maker);
    for (size_t i = 0; i < gap->change_count; i++)
        maker_add(maker, changes, change_json(maker, &gap->changes[i]));
    return changes;
}

json_t *gap_dropped_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *lines = maker_array(maker);
    for (size_t i = 0; i < gap->dropped_count; i++)
        maker_add(maker, lines, sheet_line_json(maker, &gap->dropped[i]));
    return lines;
}

void gap_dropped_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    for (size_t i = 0; i < gap->dropped_count; i++)
        page_item(page, 2, "- ", STYLE_PLAIN, "%s (%s now)",
                  text_or_none(gap->dropped[i].label),
                  sg_strength_word(gap->dropped[i].strength));
}

/* The parts of the answer that the changes fall into; the first that fits. */
enum change_group {
    GROUP_SEEK,
    GROUP_EXPECT,
    GROUP_MORE,
    GROUP_LESS,
    GROUP_SAME,
    GROUP_COUNT
};

static const char *const group_headings[GROUP_COUNT] = {
    [GROUP_SEEK] = "Work to seek now:",
    [GROUP_EXPECT] = "Expect this:",
    [GROUP_MORE] = "Also more, or new:",
    [GROUP_LESS] = "Less, or no longer there:",
    [GROUP_SAME] = "Stays the same:",
};

static enum change_group group_of(const sg_gap_change *change)
{
    if (change->seek)
        return GROUP_SEEK;
    if (change->expect)
        return GROUP_EXPECT;
    if (change->kind == SG_RAISED || change->kind == SG_NEW)
        return GROUP_MORE;
    if (change->kind == SG_LOWERED || change->kind == SG_DROPPED)
        return GROUP_LESS;
    return GROUP_SAME;
}

static void change_text(struct page *page, const sg_gap_change *change,
                        bool full)
{
    page_item(page, 2, "- ", STYLE_PLAIN, "%s (%s)", text_or_none(change->area),
              sg_change_word(change->kind));
    if (change->from != NULL && (full || change->to == NULL))
        page_item(page, 4, "Now:   ", STYLE_PLAIN, "%s", change->from);
    if (change->to != NULL)
        page_item(page, 4, "There: ", STYLE_PLAIN, "%s", change->to);
    if (change->why != NULL && full)
        page_item(page, 4, "Why:   ", STYLE_PLAIN, "%s", change->why);
    if (!change->seek || change->measure_count == 0)
        return;
    page_text(page, 4, "Evidence to collect:");
    for (size_t i = 0; i < change->measure_count; i++)
        page_item(page, 6, "- ", STYLE_PLAIN, "%s", change->measures[i]);
}

static size_t group_size(const sg_gap *gap, enum change_group group)
{
    size_t count = 0;
    for (size_t i = 0; i < gap->change_count; i++)
        count += group_of(&gap->changes[i]) == group;
    return count;
}

/* What stays the same needs no detail: a count says it. */
static void group_text(struct page *page, const sg_gap *gap,
                       enum change_group group, bool full)
{
    size_t count = group_size(gap, group);
    if (group == GROUP_SAME) {
        page_text(page, 0, "%s %zu part%s of the job.", group_headings[group],
                  count, plural(count));
        return;
    }
    page_text(page, 0, "%s", group_headings[group]);
    for (size_t i = 0; i < gap->change_count; i++)
        if (group_of(&gap->changes[i]) == group)
            change_text(page, &gap->changes[i], full);
}

static void groups_text(struct page *page, const sg_gap *gap, bool full)
{
    bool begun = false;
    for (int at = 0; at < GROUP_COUNT; at++) {
        if (group_size(gap, (enum change_group)at) == 0)
            continue;
        if (begun)
            page_blank(page);
        group_text(page, gap, (enum change_group)at, full);
        begun = true;
    }
}

void gap_changes_text(struct page *page, const void *subject)
{
    groups_text(page, subject, page->why);
}

void gap_changes_full_text(struct page *page, const void *subject)
{
    groups_text(page, subject, true);
}
