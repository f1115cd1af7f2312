/* SPDX-License-Identifier: MIT */
/* A personal development plan in words. */
#include "report/plan_text.h"

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
    [SG_CHEAPEST] = "the cheapest way to close each gap",
    [SG_QUICKEST] = "the quickest way to close each gap",
    [SG_ON_THE_JOB] = "on the job before study beside it"};

void plan_head_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const sg_gap *gap = plan->gap;
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
              "%s, to be looked at again on %s (assumed)", plan->date,
              plan->review);
    page_item(page, 0, "Chosen:        ", STYLE_PLAIN, "%s",
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
                      const sg_plan_step *step, bool figures)
{
    const size_t in = 2 + strlen(lead);
    page_item(page, 2, lead, STYLE_STRONG, "%s",
              text_or_none(step->action.label));
    closes_text(page, in, gap, step);
    page_item(page, in, "Who:      ", STYLE_PLAIN, "%s", step->action.who);
    page_item(page, in, "By:       ", STYLE_PLAIN, "%s",
              step->by != NULL ? step->by : "no date is on file yet");
    page_item(page, in, "Evidence: ", STYLE_PLAIN, "%s", step->action.evidence);
    if (figures)
        figures_text(page, in, origins, &step->action);
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
    origins_of_plan(&origins, plan);
    if (plan->step_count == 0 && plan->open_count == 0)
        page_text(page, 0,
                  "Every essential point is met. Nothing is left to "
                  "be done for this role.");
    else if (plan->step_count == 0)
        page_text(page, 0,
                  "Nothing has to be gained before the questions "
                  "below are answered.");
    else
        total_text(page, &origins, plan);
    for (size_t i = 0; i < plan->step_count && i < room_of(subject)->steps;
         i++) {
        char lead[24];
        (void)snprintf(lead, sizeof(lead), "%zu. ", i + 1);
        step_text(page, plan->gap, &origins, lead, &plan->steps[i],
                  room_of(subject)->figures);
    }
    if (plan->step_count > room_of(subject)->steps)
        page_text(page, 2, "And %zu more: see skillgap gap --why.",
                  plan->step_count - room_of(subject)->steps);
}

/* In short: what is desirable never decides. */
void plan_strengthen_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    for (size_t i = 0;
         i < plan->strengthen_count && i < room_of(subject)->strengthen; i++) {
        page_item(page, 2, "- ", STYLE_PLAIN, "%s",
                  label_of(plan->gap, plan->strengthen[i].line));
        route_item(page, 4, "", &plan->strengthen[i].route);
    }
    if (plan->strengthen_count > room_of(subject)->strengthen)
        page_text(page, 2, "And %zu more: see skillgap gap.",
                  plan->strengthen_count - room_of(subject)->strengthen);
}

static void seek_item(struct page *page, const sg_gap_change *change,
                      size_t measures)
{
    page_item(page, 2, "- ", STYLE_PLAIN, "%s: %s", text_or_none(change->area),
              text_or_none(change->to));
    for (size_t i = 0; i < change->measure_count && i < measures; i++)
        page_item(page, 4, "Evidence: ", STYLE_PLAIN, "%s",
                  change->measures[i]);
}

/* Work with a measure comes first: it can be shown. */
void plan_seek_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const sg_gap *gap = plan->gap;
    size_t shown = 0, all = 0;
    for (int measured = 1; measured >= 0; measured--)
        for (size_t i = 0; i < gap->change_count; i++) {
            const sg_gap_change *change = &gap->changes[i];
            if (!change->seek || (change->measure_count > 0) != measured)
                continue;
            all++;
            if (shown == room_of(subject)->seek)
                continue;
            shown++;
            seek_item(page, change, room_of(subject)->measures);
        }
    if (all > shown)
        page_text(page, 2, "And %zu more: see skillgap gap.", all - shown);
}

/* What to do when the answer to a question is no, once for each line that
 * nothing else in the plan closes. */
static void otherwise_text(struct page *page, const sg_plan *plan,
                           const sg_question *question)
{
    for (size_t s = 0; s < question->settle_count; s++)
        for (size_t i = 0; i < plan->open_count; i++)
            if (plan->open[i].otherwise != NULL &&
                strcmp(plan->open[i].line, question->settles[s]) == 0)
                route_item(page, 5, "If not: ", plan->open[i].otherwise);
}

void plan_questions_text(struct page *page, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    const sg_gap *gap = plan->gap;
    for (size_t i = 0;
         i < gap->question_count && i < room_of(subject)->questions; i++) {
        char lead[24];
        (void)snprintf(lead, sizeof(lead), "%zu. ", i + 1);
        page_item(page, 2, lead, STYLE_PLAIN, "%s",
                  text_or_none(gap->questions[i].text));
        otherwise_text(page, plan, &gap->questions[i]);
    }
    if (gap->question_count > room_of(subject)->questions)
        page_text(page, 2, "And %zu more: see skillgap gap.",
                  gap->question_count - room_of(subject)->questions);
    for (size_t i = 0; i < plan->open_count; i++)
        if (plan->open[i].question == NULL)
            page_item(page, 2, "- ", STYLE_PLAIN,
                      "Ask HR how this can be met; no way is known here: %s",
                      label_of(gap, plan->open[i].line));
}

void plan_sources_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    origins_of_plan(&origins, plan_of(subject));
    if (room_of(subject)->figures)
        origins_sources_text(page, &origins);
    else
        page_text(page, 2, "See skillgap gap --why.");
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
