/* SPDX-License-Identifier: MIT */
/* Who moves where, how, and from which data: common to gap and compare. */
#include "report/gap_rows.h"

#include "report/shared.h"

#include <string.h>

json_t *gap_from_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, gap->from.id);
}

json_t *gap_to_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, gap->to.id);
}

json_t *gap_from_role_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return from_role_json(maker, &gap->from);
}

json_t *gap_to_role_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return role_json(maker, &gap->to);
}

json_t *gap_framework_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return framework_json(maker, &gap->framework);
}

json_t *gap_from_framework_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return from_framework_json(maker, &gap->from_framework);
}

void gap_ids_text(struct page *page, const sg_gap *gap)
{
    page_text(page, 0, "%s -> %s", text_or_none(gap->from.id),
              text_or_none(gap->to.id));
}

static bool same_framework(const sg_gap *gap)
{
    const char *from = gap->from_framework.id;
    const char *to = gap->framework.id;
    return from != NULL && to != NULL && strcmp(from, to) == 0;
}

void gap_framework_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    framework_text_line(page, &gap->framework);
    if (gap->from_framework.id != NULL && !same_framework(gap))
        framework_text_line(page, &gap->from_framework);
}

json_t *gap_notice_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, gap->notice);
}

void gap_notice_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    if (gap->notice != NULL)
        page_text(page, 2, "%s", gap->notice);
}

json_t *gap_mode_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return mode_json(maker, &gap->mode);
}

json_t *gap_move_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, sg_move_word(gap->move));
}

json_t *gap_skipped_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_number(maker, gap->skipped);
}

void gap_mode_text(struct page *page, const void *subject)
{
    static const char *const directions[] = {
        [SG_MOVE_UP] = "This is a move up.",
        [SG_MOVE_SIDE] = "This is a move to the same level or grade.",
        [SG_MOVE_UNKNOWN] = "The documents do not say if this is up or down.",
        [SG_MOVE_DOWN] = "This is a move down.",
    };
    const sg_gap *gap = subject;
    if (gap->person == NULL || gap->from.id != NULL)
        page_text(page, 2, "%s", directions[gap->move]);
    if (gap->skipped > 0)
        page_text(page, 2, "It skips %u level%s of the job family.",
                  (unsigned)gap->skipped, plural(gap->skipped));
    if (gap->mode.text != NULL)
        page_text(page, 2, "%s%s", gap->mode.text,
                  gap->mode.assumed ? " (assumed)" : "");
}
