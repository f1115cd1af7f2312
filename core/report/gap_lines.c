/* SPDX-License-Identifier: MIT */
/* The judged lines of a gap: what needs attention first. */
#include "report/gap_rows.h"

#include "report/shared.h"
#include "report/ways.h"

#include <stdio.h>
#include <string.h>

enum { LINE_INDENT = 2, DETAIL_INDENT = 9 };

/* null when there is nothing to compare with, as the contract says. */
static json_t *change_json(struct maker *maker, sg_change change)
{
    return maker_text(maker,
                      change == SG_CHANGE_NONE ? NULL : sg_change_word(change));
}

static json_t *missing_json(struct maker *maker, const sg_gap_line *line)
{
    json_t *object = maker_object(maker);
    maker_put(maker, object, "level",
              maker_number_or_null(maker, line->missing_level));
    maker_put(maker, object, "months",
              maker_number_or_null(maker, line->missing_months));
    return object;
}

static json_t *line_json(struct maker *maker, const sg_gap *gap,
                         const sg_gap_line *line)
{
    json_t *object = maker_object(maker);
    json_t *parts = maker_array(maker);
    maker_add(maker, parts, part_json(maker, &line->needs, true));
    maker_put_text(maker, object, "id", line->id);
    maker_put_text(maker, object, "hash", line->hash);
    maker_put_text(maker, object, "strength", sg_strength_word(line->strength));
    maker_put_text(maker, object, "label", line->label);
    maker_put_text(maker, object, "verdict", sg_verdict_word(line->verdict));
    maker_put_text(maker, object, "reason", line->reason);
    maker_put_text(maker, object, "decided_by", line->decided_by);
    maker_put(maker, object, "change", change_json(maker, line->change));
    maker_put_flag(maker, object, "pivotal", line->pivotal);
    maker_put_flag(maker, object, "assumed", line->assumed);
    maker_put(maker, object, "missing", missing_json(maker, line));
    maker_put(maker, object, "source", source_json(maker, &line->source));
    maker_put(maker, object, "routes", ways_json(maker, gap, line));
    maker_put(maker, object, "parts", parts);
    return object;
}

json_t *gap_lines_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *lines = maker_array(maker);
    for (size_t i = 0; i < gap->line_count; i++)
        maker_add(maker, lines, line_json(maker, gap, &gap->lines[i]));
    return lines;
}

static void part_text(struct page *page, size_t indent, const sg_part *part)
{
    page_item(page, indent, "- ", STYLE_PLAIN, "%s: %s%s%s",
              part->label != NULL ? part->label : sg_op_word(part->op),
              sg_verdict_word(part->verdict), part->reason != NULL ? ". " : "",
              part->reason != NULL ? part->reason : "");
    for (size_t i = 0; i < part->part_count; i++)
        part_text(page, indent + 2, &part->parts[i]);
}

/* What somebody who can answer writes into the file: all that a confirmation
 * needs to hold, and to lapse when the line becomes another. */
static void confirm_text(struct page *page, const sg_gap *gap,
                         const sg_gap_line *line)
{
    if (gap->person == NULL || line->verdict != SG_ASK || line->id == NULL ||
        line->hash == NULL)
        return;
    page_text(page, DETAIL_INDENT,
              "To confirm it in the person file: line %s, hash %s, "
              "framework_version %s",
              line->id, line->hash, text_or_none(gap->framework.version));
}

/* What --why adds: the reason of each part, and what a confirmation needs. */
static void why_text(struct page *page, const sg_gap *gap,
                     const sg_gap_line *line)
{
    for (size_t i = 0; i < line->needs.part_count; i++)
        part_text(page, DETAIL_INDENT, &line->needs.parts[i]);
    confirm_text(page, gap, line);
}

/* Who settled the line, unless the words of the documents did. */
static void decided_text(struct page *page, const char *by)
{
    static const char plugin[] = "plugin:";
    if (by == NULL || strcmp(by, "engine") == 0)
        return;
    page_text(page, DETAIL_INDENT, "Decided by: %s%s", by,
              strncmp(by, plugin, strlen(plugin)) == 0 ? "" : " (confirmed)");
}

static void line_text(struct page *page, const sg_gap *gap,
                      const sg_gap_line *line)
{
    char lead[16];
    (void)snprintf(lead, sizeof(lead), "%-7s", verdict_mark(line->verdict));
    page_item(page, LINE_INDENT, lead, verdict_style(line->verdict), "%s%s",
              text_or_none(line->label),
              line->assumed && line->verdict == SG_MET ? " (assumed)" : "");
    if (line->reason != NULL)
        page_text(page, DETAIL_INDENT, "%s", line->reason);
    if (line->pivotal)
        page_text(page, DETAIL_INDENT,
                  "%s this line alone would improve the overall answer.",
                  line->verdict == SG_UNMET ? "Meeting" : "Settling");
    decided_text(page, line->decided_by);
    source_text_line(page, DETAIL_INDENT, &line->source,
                     gap->person != NULL ? sg_strength_word(line->strength)
                                         : NULL);
    if (page->why)
        why_text(page, gap, line);
    ways_text(page, DETAIL_INDENT, gap, line);
}

static const char *group_heading(const sg_gap *gap, sg_verdict verdict)
{
    static const char *const of_role[] = {
        [SG_UNMET] = "Not covered: your role does not ask for this",
        [SG_ASK] = "To ask: nothing on file settles this",
        [SG_MET] = "Covered by your role",
    };
    static const char *const of_person[] = {
        [SG_UNMET] = "Not met: neither on file nor guaranteed by your role",
        [SG_ASK] = "To ask: nothing on file settles this",
        [SG_MET] = "Met: on file, or guaranteed by your role",
    };
    static const char *const of_file[] = {
        [SG_UNMET] = "Not met: not on file",
        [SG_ASK] = "To ask: nothing on file settles this",
        [SG_MET] = "Met: on file",
    };
    if (gap->person == NULL)
        return of_role[verdict];
    return counts_role(gap->person) ? of_person[verdict] : of_file[verdict];
}

/* The lines of one strength and verdict, below a heading of their own; with
 * `apart`, a blank line first. Says whether there were any. */
static bool group_text(struct page *page, const sg_gap *gap,
                       sg_strength strength, sg_verdict verdict, bool apart)
{
    bool begun = false;
    for (size_t i = 0; i < gap->line_count; i++) {
        const sg_gap_line *line = &gap->lines[i];
        if (line->strength != strength || line->verdict != verdict)
            continue;
        if (!begun && apart)
            page_blank(page);
        if (!begun)
            page_text(page, 0, "%s (%u):", group_heading(gap, verdict),
                      (unsigned)gap->counts[strength].by[verdict]);
        begun = true;
        line_text(page, gap, line);
    }
    return begun;
}

static void strength_text(struct page *page, const sg_gap *gap,
                          sg_strength strength, const char *heading)
{
    const uint32_t *by = gap->counts[strength].by;
    uint32_t total = by[SG_UNMET] + by[SG_ASK] + by[SG_MET];
    bool begun = false;
    page_heading(page, '-', "%s: %u line%s", heading, (unsigned)total,
                 plural(total));
    if (total == 0)
        page_text(page, LINE_INDENT, "None.");
    for (int verdict = SG_UNMET; verdict <= SG_MET; verdict++)
        if (group_text(page, gap, strength, (sg_verdict)verdict, begun))
            begun = true;
}

void gap_lines_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    strength_text(page, gap, SG_ESSENTIAL, "Essential");
    page_blank(page);
    strength_text(page, gap, SG_DESIRABLE, "Desirable (these never decide)");
}
