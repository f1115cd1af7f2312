/* SPDX-License-Identifier: MIT */
/* The sections of a plan in words, each as far as there is room for it.
 *
 *     struct told told = {plan, &room};
 *     plan_steps_text(page, &told);
 */
#ifndef REPORT_PLAN_TEXT_H
#define REPORT_PLAN_TEXT_H

#include "report/page.h"
#include "skillgap/ways.h"

/* Two pages of A4 in a usual fixed letter. */
enum { LINES_MOST = 120 };

/* How much of each section is told; the rest stands in the gap's own report. */
struct room {
    size_t strengths, steps, strengthen, seek, measures;
    enum { FIGURES_NONE, FIGURES_SHORT, FIGURES_STEPS, FIGURES_ALL } figures;
};

/* A plan, as far as there is room for it. */
struct told {
    const sg_plan *plan;
    const struct room *room;
};

static inline const sg_plan *plan_of(const void *subject)
{
    const struct told *told = subject;
    return told->plan;
}

void plan_head_text(struct page *page, const void *subject);
void plan_strengths_text(struct page *page, const void *subject);
void plan_steps_text(struct page *page, const void *subject);
void plan_strengthen_text(struct page *page, const void *subject);
void plan_seek_text(struct page *page, const void *subject);
void plan_questions_text(struct page *page, const void *subject);
void plan_sources_text(struct page *page, const void *subject);
void plan_agreed_text(struct page *page, const void *subject);

#endif
