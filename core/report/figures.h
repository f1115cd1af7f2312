/* SPDX-License-Identifier: MIT */
/* The figures of actions, and where they are from: each source and each fund is
 * told once and referred to by number.
 *
 *     struct origins origins = {0};
 *     origins_of_gap(&origins, gap);
 *     figures_text(page, indent, &origins, action);     "... £732 [3, assumed]"
 *     origins_sources_text(page, &origins);             "[3] A provider's ..."
 */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "report/page.h"
#include "skillgap/path.h"
#include "write/maker.h"

enum {
    ORIGINS_MOST = 128,
    MONEY_ROOM = 32,
    DURATION_ROOM = 48,
    ORIGIN_ROOM = 512
};

struct origins {
    const sg_sourced *sources[ORIGINS_MOST];
    size_t source_count;
    bool in_short; /* who pays, awards and entry are not told */
    const sg_funding *funds[ORIGINS_MOST];
    size_t fund_count;
    double study_hours_per_week; /* beside work */
    const sg_sourced *study_from;
};

/* Collects those of all ways of a gap, or of a plan with so many of its
 * desirable points, in the order in which they
 * are told. Past ORIGINS_MOST the others are told in words. */
void origins_of_gap(struct origins *origins, const sg_gap *gap);
void origins_of_plan(struct origins *origins, const sg_plan *plan,
                     size_t strengthen, bool in_short);
void origins_of_paths(struct origins *origins, const sg_paths *paths);
void origins_add(struct origins *origins, const sg_action *action);
void origins_add_source(struct origins *origins, const sg_sourced *from);

json_t *origins_sources_json(struct maker *maker,
                             const struct origins *origins);
json_t *origins_funds_json(struct maker *maker, const struct origins *origins);
void origins_sources_text(struct page *page, const struct origins *origins);
void origins_funds_text(struct page *page, const struct origins *origins);

/* " [3, assumed]": where a figure is from; in words where it has no number; ""
 * without a source. Returns `out`. */
const char *origins_note(const struct origins *origins, const sg_sourced *from,
                         char out[ORIGIN_ROOM]);

/* What an action takes: time, hours, money; and unless it is to be short, who
 * may pay, where it is offered, how to start. */
void figures_text(struct page *page, size_t indent,
                  const struct origins *origins, const sg_action *action,
                  bool in_short);

json_t *sourced_json(struct maker *maker, const sg_sourced *from);

/* "£1,640", "£12.50", or "no cost" for nothing. */
void money_text(uint64_t pence, char out[MONEY_ROOM]);

/* "12 months", "less than a month", "how long is not known". */
void duration_text(uint32_t months, bool known, char out[DURATION_ROOM]);

#endif
