/* SPDX-License-Identifier: MIT */
/* A personal development plan in words. */
#include "report/plan_text.h"

#include "base/buffer.h"
#include "report/figures.h"
#include "report/shared.h"
#include "report/ways.h"

#include <stdio.h>
#include <string.h>

static const struct room *room_of(const void *subject)
{
    const struct told *told = subject;
    return told->room;
}

/* Where the figures are from. */
static void origins_told(struct origins *origins, const void *subject)
{
    const struct room *room = room_of(subject);
    origins_of_plan(origins, plan_of(subject), room->strengthen,
                    room->figures <= FIGURES_SHORT);
}

static const sg_gap_line *line_of(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (gap->lines[i].id != NULL && strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    return NULL;
}

static const char *label_of(const sg_gap *gap, const char *id)
{
    const sg_gap_line *line = line_of(gap, id);
    return line != NULL ? text_or_none(line->label) : id;
}

static const char *const chosen_words[] = {
    [SG_CHEAPEST] = "the cheapest way",
    [SG_QUICKEST] = "the quickest way",
    [SG_ON_THE_JOB] = "on the job before study beside it"};

void plan_head_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const sg_gap *gap = plan->gap;
    struct origins origins = {0};
    char note[ORIGIN_ROOM];
    origins_told(&origins, subject);
    page_heading(page, '=', "Personal development plan");
    if (gap->person != NULL)
        page_item(page, 0, "For:           ", STYLE_PLAIN, "%s",
                  gap->person->name != NULL ? gap->person->name
                                            : "a person file without a name");
    page_item(page, 0, "Present role:  ", STYLE_PLAIN, "%s",
              gap->from.title != NULL ? gap->from.title : "not on file");
    page_item(page, 0, "Role aimed at: ", STYLE_PLAIN, "%s (%s)",
              text_or_none(gap->to.title), text_or_none(gap->to.id));
    page_item(page, 0, "Date:          ", STYLE_PLAIN,
              "%s, to be looked at again on %s%s", plan->date, plan->review,
              room_of(subject)->figures != FIGURES_NONE
                  ? origins_note(&origins, &plan->review_from, note)
                  : " (assumed)");
    page_item(page, 0, "Chosen:        ", STYLE_PLAIN,
              "%s; what needs another post comes last",
              chosen_words[plan->prefer]);
    for (size_t i = 0; gap->person != NULL && i < gap->person->assumed_count;
         i++)
        page_item(page, 0, "Supposed:      ", STYLE_PLAIN, "%s",
                  gap->person->assumed[i]);
    page_blank(page);
    page_text(page, 0,
              "Meeting every essential point makes you ready to be considered. "
              "It is not a promotion: that takes a vacancy, and a decision by "
              "the council.");
}

void plan_strengths_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const sg_gap *gap = plan->gap;
    size_t shown = 0, all = 0;
    for (size_t i = 0; i < gap->line_count; i++) {
        const sg_gap_line *line = &gap->lines[i];
        if (line->verdict != SG_MET)
            continue;
        all++;
        if (shown == room_of(subject)->strengths)
            continue;
        shown++;
        page_item(page, 2, "- ", STYLE_PLAIN, "%s%s%s",
                  text_or_none(line->label),
                  line->strength == SG_DESIRABLE ? " (desirable)" : "",
                  line->assumed ? " (assumed)" : "");
    }
    if (all == 0)
        page_text(page, 2,
                  "Nothing is on file yet that meets a point. Begin with the "
                  "questions below.");
    else if (all > shown)
        page_text(page, 2, "And %zu more.", all - shown);
}

static void closes_text(struct page *page, size_t indent, const sg_gap *gap,
                        const sg_plan_step *step)
{
    for (size_t i = 0; i < step->close_count; i++)
        page_item(page, indent, "Gap:      ", STYLE_PLAIN, "%s",
                  label_of(gap, step->closes[i]));
}

static void cost_text(struct page *page, size_t indent, const sg_action *action)
{
    char cost[MONEY_ROOM];
    money_text(action->cost_pence, cost);
    page_item(page, indent, "Cost:     ", STYLE_PLAIN, "%s%s", cost,
              action->assumed ? " (assumed)" : "");
}

static void step_text(struct page *page, const sg_gap *gap,
                      const struct origins *origins, const char *lead,
                      const sg_plan_step *step, int figures)
{
    const size_t in = 2 + strlen(lead);
    page_item(page, 2, lead, STYLE_STRONG, "%s",
              text_or_none(step->action.label));
    closes_text(page, in, gap, step);
    if (step->action.for_what != NULL)
        page_item(page, in, "First for: ", STYLE_PLAIN, "%s",
                  step->action.for_what);
    page_item(page, in, "Who:      ", STYLE_PLAIN, "%s", step->action.who);
    page_item(page, in, "By:       ", STYLE_PLAIN, "%s",
              step->by != NULL ? step->by : "no date is on file yet");
    page_item(page, in, "Evidence: ", STYLE_PLAIN, "%s", step->action.evidence);
    if (figures != FIGURES_NONE)
        figures_text(page, in, origins, &step->action,
                     figures == FIGURES_SHORT);
    else
        cost_text(page, in, &step->action);
}

static void total_text(struct page *page, const struct origins *origins,
                       const sg_plan *plan)
{
    char note[ORIGIN_ROOM];
    char months[DURATION_ROOM];
    char cost[MONEY_ROOM];
    duration_text(plan->months, plan->months_known, months);
    money_text(plan->cost_pence, cost);
    page_text(page, 0,
              "All of it together: %s, %s to the council before "
              "funding%s.",
              months, cost, plan->assumed ? " (assumed)" : "");
    if (plan->hours > 0)
        page_text(page, 0, "Study beside work: %u hours, at %g a week%s.",
                  (unsigned)plan->hours, plan->study_hours_per_week,
                  origins_note(origins, &plan->study_from, note));
    if (!plan->exact)
        page_text(page, 0,
                  "There were too many combinations to try them all: another "
                  "plan may be better than this.");
}

void plan_steps_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    struct origins origins = {0};
    origins_told(&origins, subject);
    if (plan->step_count == 0 && plan->open_count == 0)
        page_text(page, 0,
                  "Every essential point is met. Nothing is left to "
                  "be done for this role.");
    else if (plan->step_count == 0)
        page_text(page, 0,
                  "Nothing has to be gained before the questions "
                  "above are answered.");
    else
        total_text(page, &origins, plan);
    for (size_t i = 0; i < plan->step_count && i < room_of(subject)->steps;
         i++) {
        char lead[24];
        (void)snprintf(lead, sizeof(lead), "%zu. ", i + 1);
        step_text(page, plan->gap, &origins, lead, &plan->steps[i],
                  (int)room_of(subject)->figures);
    }
    if (plan->step_count > room_of(subject)->steps)
        page_text(page, 2, "And %zu more: see skillgap gap --why.",
                  plan->step_count - room_of(subject)->steps);
}

/* Another way than the plan's own steps, with all that the form asks for. */
static void other_way_text(struct page *page, size_t indent, const char *lead,
                           const void *subject, const sg_route *route,
                           const char *by)
{
    const sg_action *last = &route->actions[route->action_count - 1];
    struct origins origins = {0};
    origins_told(&origins, subject);
    route_item(page, indent, lead, NULL, route);
    page_text(page, indent + 2, "Who: %s. By: %s. Evidence: %s.",
              text_or_none(last->who), by != NULL ? by : "no date on file yet",
              text_or_none(last->evidence));
    const bool told = room_of(subject)->figures != FIGURES_NONE;
    for (size_t i = 0; told && i < route->action_count; i++)
        figures_text(page, indent + 2, &origins, &route->actions[i],
                     room_of(subject)->figures == FIGURES_SHORT);
}

/* What is desirable never decides. */
void plan_strengthen_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const size_t most = room_of(subject)->strengthen;
    for (size_t i = 0; i < plan->strengthen_count && i < most; i++) {
        page_item(page, 2, "- ", STYLE_PLAIN, "%s",
                  label_of(plan->gap, plan->strengthen[i].line));
        other_way_text(page, 4, "", subject, &plan->strengthen[i].route,
                       plan->strengthen[i].by);
    }
    for (size_t i = most; i < plan->strengthen_count; i++)
        page_item(page, 2, "- ", STYLE_PLAIN, "%s: see the gap for its ways",
                  label_of(plan->gap, plan->strengthen[i].line));
}

/* Whether a measure is one that is taken in the present job as well. */
static bool is_measured_now(const sg_gap_change *change, const char *measure)
{
    for (size_t i = 0; i < change->from_measure_count; i++)
        if (strcmp(change->from_measures[i], measure) == 0)
            return true;
    return false;
}

static size_t new_measures(const sg_gap_change *change)
{
    size_t count = 0;
    for (size_t i = 0; i < change->measure_count; i++)
        count += !is_measured_now(change, change->measures[i]);
    return count;
}

/* What is measured there and not here says most. */
static void seek_item(struct page *page, const sg_gap_change *change,
                      size_t measures)
{
    size_t told = 0;
    page_item(page, 2, "- ", STYLE_PLAIN, "%s: %s", text_or_none(change->area),
              text_or_none(change->to));
    for (int now = 0; now <= 1; now++)
        for (size_t i = 0; i < change->measure_count && told < measures; i++)
            if (is_measured_now(change, change->measures[i]) == now) {
                page_item(page, 4, "Evidence: ", STYLE_PLAIN, "%s",
                          change->measures[i]);
                told++;
            }
}

/* Work with a measure that is new comes first, then work with any. */
static int seek_rank(const sg_gap_change *change)
{
    if (new_measures(change) > 0)
        return 0;
    return change->measure_count > 0 ? 1 : 2;
}

static void seek_rest(struct page *page, const sg_gap *gap, size_t told)
{
    struct buffer names = {0};
    size_t at = 0;
    for (int rank = 0; rank <= 2; rank++)
        for (size_t i = 0; i < gap->change_count; i++) {
            const sg_gap_change *change = &gap->changes[i];
            if (!change->seek || seek_rank(change) != rank || at++ < told)
                continue;
            buffer_puts(&names, names.size > 0 ? "; " : "");
            buffer_puts(&names, text_or_none(change->area));
        }
    if (names.failed)
        page->out.failed = true;
    else if (names.size > 0)
        page_text(page, 2, "Other work to agree: %s.", names.data);
    buffer_done(&names);
}

void plan_seek_text(struct page *page, const void *subject)
{
    const sg_gap *gap = plan_of(subject)->gap;
    size_t told = 0;
    for (int rank = 0; rank <= 2; rank++)
        for (size_t i = 0; i < gap->change_count; i++) {
            const sg_gap_change *change = &gap->changes[i];
            if (!change->seek || seek_rank(change) != rank ||
                told == room_of(subject)->seek)
                continue;
            seek_item(page, change, room_of(subject)->measures);
            told++;
        }
    seek_rest(page, gap, told);
}

/* Every essential point that is open is told, however little room there is. */
void plan_questions_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    for (size_t i = 0; i < plan->open_count; i++) {
        const sg_plan_open *open = &plan->open[i];
        char lead[24];
        (void)snprintf(lead, sizeof(lead), "%zu. ", i + 1);
        page_item(page, 2, lead, STYLE_STRONG, "%s",
                  label_of(plan->gap, open->line));
        for (size_t q = 0; q < open->question_count; q++)
            page_item(page, 5, "- ", STYLE_PLAIN, "%s", open->questions[q]);
        if (open->question_count == 0)
            page_item(page, 5, "- ", STYLE_PLAIN,
                      "Ask HR how this can be met: no way is known here.");
        if (open->otherwise != NULL)
            other_way_text(page, 5, "If not: ", subject, open->otherwise,
                           open->by);
        if (open->surely != NULL)
            other_way_text(page, 5, "Or surely: ", subject, open->surely,
                           open->surely_by);
    }
}

void plan_sources_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    origins_told(&origins, subject);
    if (room_of(subject)->figures != FIGURES_NONE)
        origins_sources_text(page, &origins);
    else
        page_text(page, 2, "They are told by: skillgap gap --why.");
}

void plan_agreed_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    page_text(page, 0, "Employee: ____________________  Date: ______________");
    page_text(page, 0, "Manager:  ____________________  Date: ______________");
    page_blank(page);
    page_text(page, 0,
              "Not reckoned with: when courses begin, vacancies, and that what "
              "is held may run out. Read from:");
    framework_text_line(page, &plan->gap->framework);
}
