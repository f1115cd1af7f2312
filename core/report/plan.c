/* SPDX-License-Identifier: MIT */
/* A personal development plan: at most two pages of A4 as text. */
#include "report/figures.h"
#include "report/shared.h"
#include "report/table.h"
#include "report/ways.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two pages of A4 in a usual fixed letter. */
enum { LINES_MOST = 120 };

/* How much of each section is told; the rest stands in the gap's own report. */
struct room {
    size_t strengths, steps, strengthen, seek, measures, questions;
    bool figures; /* of each step, with their sources */
};

/* From the fullest down to what surely fits. */
static const struct room rooms[] = {
    {10, 8, 3, 5, 2, 6, true}, {8, 8, 3, 4, 1, 6, true},
    {8, 8, 2, 3, 1, 5, true},  {6, 8, 1, 2, 1, 4, true},
    {5, 8, 1, 1, 1, 3, false},
};

/* A plan, as far as there is room for it. */
struct told {
    const sg_plan *plan;
    const struct room *room;
};

static const sg_plan *plan_of(const void *subject)
{
    const struct told *told = subject;
    return told->plan;
}

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

/* ---- heads ---- */

static json_t *from_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return maker_text(maker, plan->gap->from.id);
}

static json_t *plan_person_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return person_json(maker, plan->gap->person);
}

static json_t *to_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return maker_text(maker, plan->gap->to.id);
}

static json_t *plan_from_role_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return from_role_json(maker, &plan->gap->from);
}

static json_t *plan_to_role_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return role_json(maker, &plan->gap->to);
}

static json_t *date_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return maker_text(maker, plan->date);
}

static json_t *review_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "on", plan->review);
    maker_put(maker, object, "from", sourced_json(maker, &plan->review_from));
    return object;
}

static json_t *prefer_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return maker_text(maker, sg_prefer_word(plan->prefer));
}

static const char *const chosen_words[] = {
    [SG_CHEAPEST] = "the cheapest way to close each gap",
    [SG_QUICKEST] = "the quickest way to close each gap",
    [SG_ON_THE_JOB] = "on the job before study beside it"};

static void head_text(struct page *page, const void *subject)
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

/* ---- strengths ---- */

static json_t *strengths_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->gap->line_count; i++) {
        const sg_gap_line *line = &plan->gap->lines[i];
        if (line->verdict != SG_MET)
            continue;
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", line->id);
        maker_put_text(maker, object, "label", line->label);
        maker_put_text(maker, object, "strength",
                       sg_strength_word(line->strength));
        maker_put_text(maker, object, "reason", line->reason);
        maker_put_flag(maker, object, "assumed", line->assumed);
        maker_add(maker, array, object);
    }
    return array;
}

static void strengths_text(struct page *page, const void *subject)
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

/* ---- steps ---- */

static json_t *step_json(struct maker *maker, const sg_plan_step *step)
{
    json_t *object = action_json(maker, &step->action);
    maker_put(maker, object, "closes",
              maker_texts(maker, step->closes, step->close_count));
    maker_put_text(maker, object, "by", step->by);
    return object;
}

static json_t *list_json(struct maker *maker, const sg_plan_step *steps,
                         size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, array, step_json(maker, &steps[i]));
    return array;
}

static json_t *steps_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return list_json(maker, plan->steps, plan->step_count);
}

static json_t *strengthen_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->strengthen_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", plan->strengthen[i].line);
        maker_put(maker, object, "route",
                  route_json(maker, &plan->strengthen[i].route));
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *total_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *object = maker_object(maker);
    maker_put(maker, object, "months",
              plan->months_known ? maker_number(maker, plan->months)
                                 : maker_text(maker, NULL));
    maker_put_number(maker, object, "hours", plan->hours);
    maker_put_number(maker, object, "cost_pence", (int64_t)plan->cost_pence);
    maker_put(maker, object, "study_hours_per_week",
              maker_decimal(maker, plan->study_hours_per_week));
    maker_put(maker, object, "study_from",
              sourced_json(maker, &plan->study_from));
    maker_put_flag(maker, object, "exact", plan->exact);
    maker_put_flag(maker, object, "assumed", plan->assumed);
    return object;
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

static void total_text(struct page *page, const sg_plan *plan)
{
    char months[DURATION_ROOM];
    char cost[MONEY_ROOM];
    duration_text(plan->months, plan->months_known, months);
    money_text(plan->cost_pence, cost);
    page_text(page, 0,
              "All of it together: %s, %s to the council before "
              "funding%s.",
              months, cost, plan->assumed ? " (assumed)" : "");
    if (plan->hours > 0)
        page_text(page, 0, "Study beside work: %u hours, at %g a week (%s%s).",
                  (unsigned)plan->hours, plan->study_hours_per_week,
                  plan->study_from.assumed ? "assumed: " : "",
                  text_or_none(plan->study_from.source));
    if (!plan->exact)
        page_text(page, 0,
                  "There were too many combinations to try them all: another "
                  "plan may be better than this.");
}

static void steps_text(struct page *page, const void *subject)
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
        total_text(page, plan);
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
static void strengthen_text(struct page *page, const void *subject)
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

/* ---- work to seek ---- */

static json_t *seek_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->gap->change_count; i++) {
        const sg_gap_change *change = &plan->gap->changes[i];
        if (!change->seek)
            continue;
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "section", change->section);
        maker_put_text(maker, object, "area", change->area);
        maker_put_text(maker, object, "work", change->to);
        maker_put(maker, object, "evidence",
                  maker_texts(maker, change->measures, change->measure_count));
        maker_add(maker, array, object);
    }
    return array;
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
static void seek_text(struct page *page, const void *subject)
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

/* ---- questions ---- */

static json_t *plan_questions_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->gap->question_count; i++) {
        const sg_question *question = &plan->gap->questions[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "text", question->text);
        maker_put(
            maker, object, "settles",
            maker_texts(maker, question->settles, question->settle_count));
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *open_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->open_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", plan->open[i].line);
        maker_put_text(maker, object, "question", plan->open[i].question);
        maker_put(maker, object, "otherwise",
                  plan->open[i].otherwise != NULL
                      ? route_json(maker, plan->open[i].otherwise)
                      : maker_text(maker, NULL));
        maker_add(maker, array, object);
    }
    return array;
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

static void questions_text(struct page *page, const void *subject)
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

/* ---- the end ---- */

static json_t *sources_json(struct maker *maker, const void *subject)
{
    struct origins origins = {0};
    origins_of_plan(&origins, plan_of(subject));
    return origins_sources_json(maker, &origins);
}

static void sources_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    origins_of_plan(&origins, plan_of(subject));
    if (room_of(subject)->figures)
        origins_sources_text(page, &origins);
    else
        page_text(page, 2, "See skillgap gap --why.");
}

static json_t *plan_notice_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return maker_text(maker, plan->gap->notice);
}

static json_t *plan_framework_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    return framework_json(maker, &plan->gap->framework);
}

static void agreed_text(struct page *page, const void *subject)
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

static const struct report_row rows[] = {
    {"from", NULL, from_json, head_text, NULL},
    {"person", NULL, plan_person_json, NULL, "from"},
    {"to", NULL, to_json, NULL, "from"},
    {"from_role", NULL, plan_from_role_json, NULL, "from"},
    {"to_role", NULL, plan_to_role_json, NULL, "from"},
    {"date", NULL, date_json, NULL, "from"},
    {"review", NULL, review_json, NULL, "from"},
    {"prefer", NULL, prefer_json, NULL, "from"},
    {"strengths", "Strengths: what you meet already", strengths_json,
     strengths_text, NULL},
    {"steps", "Gaps, and what to do", steps_json, steps_text, NULL},
    {"total", NULL, total_json, NULL, "steps"},
    {"strengthen", "Also worth doing: desirable, and never decides",
     strengthen_json, strengthen_text, NULL},
    {"seek", "Work to seek now, and evidence to collect", seek_json, seek_text,
     NULL},
    {"questions", "Questions for your manager", plan_questions_json,
     questions_text, NULL},
    {"open", NULL, open_json, NULL, "questions"},
    {"sources", "Where the figures are from", sources_json, sources_text, NULL},
    {"notice", NULL, plan_notice_json, NULL, "from"},
    {"framework", "Agreed", plan_framework_json, agreed_text, NULL},
};

const struct report *report_plan_table(void)
{
    static const struct report report = {
        .kind = "plan",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

static size_t lines_of(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

sg_status sg_report_plan(const sg_plan *plan, const sg_report_options *options,
                         char **ret_text, sg_error *reterr)
{
    const size_t count = sizeof(rooms) / sizeof(rooms[0]);
    sg_status status = SG_OK;
    *ret_text = NULL;
    for (size_t i = 0; status == SG_OK && i < count; i++) {
        const struct told told = {plan, &rooms[i]};
        free(*ret_text);
        status =
            report_write(report_plan_table(), &told, options, ret_text, reterr);
        if (status == SG_OK &&
            (options->json || lines_of(*ret_text) <= LINES_MOST))
            break;
    }
    return status;
}
