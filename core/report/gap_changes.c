/* SPDX-License-Identifier: MIT */
/* What changes in the job itself, and what is no longer asked for. */
#include "report/gap_rows.h"

#include "report/shared.h"

#include <string.h>

static json_t *change_json(struct maker *maker, const sg_gap_change *change)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "section", change->section);
    maker_put_text(maker, object, "area", change->area);
    maker_put_text(
        maker, object, "kind",
        change->kind == SG_CHANGE_NONE ? NULL : sg_change_word(change->kind));
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

static json_t *changes_json(struct maker *maker, const sg_gap_change *list,
                            size_t count)
{
    json_t *changes = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, changes, change_json(maker, &list[i]));
    return changes;
}

json_t *gap_changes_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return changes_json(maker, gap->changes, gap->change_count);
}

json_t *gap_ungraded_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return changes_json(maker, gap->ungraded, gap->ungraded_count);
}

json_t *gap_target_work_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, gap->target_work);
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
    for (size_t i = 0; i < gap->dropped_count; i++) {
        const sg_sheet_line *line = &gap->dropped[i];
        page_item(page, 2, "- ", STYLE_PLAIN, "%s (%s now)%s%s",
                  text_or_none(line->label), sg_strength_word(line->strength),
                  line->needs.reason != NULL ? ". " : "",
                  line->needs.reason != NULL ? line->needs.reason : "");
    }
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

static bool is_measured_now(const sg_gap_change *change, const char *measure)
{
    for (size_t i = 0; i < change->from_measure_count; i++)
        if (strcmp(change->from_measures[i], measure) == 0)
            return true;
    return false;
}

/* The measures that the current role does not have already; --why and compare
 * show all of them. */
static void evidence_text(struct page *page, const sg_gap_change *change,
                          bool full)
{
    bool begun = false;
    for (size_t i = 0; i < change->measure_count; i++) {
        if (!full && is_measured_now(change, change->measures[i]))
            continue;
        if (!begun)
            page_text(page, 4, "Evidence to collect:");
        begun = true;
        page_item(page, 6, "- ", STYLE_PLAIN, "%s", change->measures[i]);
    }
    if (!begun && change->measure_count > 0)
        page_text(page, 4, "Evidence to collect: as in your role now.");
}

static void change_text(struct page *page, const sg_gap_change *change,
                        bool full)
{
    const bool graded = change->kind != SG_CHANGE_NONE;
    page_item(page, 2, "- ", STYLE_PLAIN, "%s%s%s%s",
              text_or_none(change->area), graded ? " (" : "",
              graded ? sg_change_word(change->kind) : "", graded ? ")" : "");
    if (change->from != NULL && (full || !graded || change->to == NULL))
        page_item(page, 4, "Now:   ", STYLE_PLAIN, "%s", change->from);
    if (change->to != NULL)
        page_item(page, 4, "There: ", STYLE_PLAIN, "%s", change->to);
    if (change->why != NULL && full)
        page_item(page, 4, "Why:   ", STYLE_PLAIN, "%s", change->why);
    if (change->seek)
        evidence_text(page, change, full);
}

/* Who does the work already has no need to seek it. */
static const char *heading_of(const sg_gap *gap, enum change_group group)
{
    static const struct {
        const char *work, *heading;
    } done[] = {
        {"holds", "You do this work now: collect the evidence of it:"},
        {"acting", "You do this work now, acting up: collect the evidence of "
                   "it:"},
        {"held", "You have done this work: collect the evidence of it:"},
        {"acted", "You have done this work, acting up: collect the evidence "
                  "of it:"},
    };
    for (size_t i = 0; i < sizeof(done) / sizeof(done[0]); i++)
        if (group == GROUP_SEEK && gap->target_work != NULL &&
            strcmp(done[i].work, gap->target_work) == 0)
            return done[i].heading;
    return group_headings[group];
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
    page_text(page, 0, "%s", heading_of(gap, group));
    for (size_t i = 0; i < gap->change_count; i++)
        if (group_of(&gap->changes[i]) == group)
            change_text(page, &gap->changes[i], full);
}

void gap_changes_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    const bool full = page->why;
    bool begun = false;
    for (int at = 0; at < GROUP_COUNT; at++) {
        if (group_size(gap, (enum change_group)at) == 0)
            continue;
        if (begun)
            page_blank(page);
        group_text(page, gap, (enum change_group)at, full);
        begun = true;
    }
    if (gap->ungraded_count == 0)
        return;
    if (begun)
        page_blank(page);
    page_text(page, 0,
              "Different, and the documents do not say which is "
              "higher:");
    for (size_t i = 0; i < gap->ungraded_count; i++)
        change_text(page, &gap->ungraded[i], full);
}
