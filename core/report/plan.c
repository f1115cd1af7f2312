/* SPDX-License-Identifier: MIT */
/* A personal development plan: at most two pages of A4 as text. */
#include "report/figures.h"
#include "report/plan_text.h"
#include "report/shared.h"
#include "report/table.h"
#include "report/ways.h"

#include <stdlib.h>

/* From the fullest down to what surely fits. */
static const struct room rooms[] = {
    {10, 20, 3, 5, 2, FIGURES_ALL},  {8, 20, 3, 4, 1, FIGURES_ALL},
    {8, 20, 3, 3, 1, FIGURES_STEPS}, {8, 20, 3, 2, 1, FIGURES_STEPS},
    {6, 20, 3, 3, 1, FIGURES_SHORT}, {6, 20, 3, 2, 1, FIGURES_SHORT},
    {6, 20, 2, 2, 1, FIGURES_SHORT}, {5, 20, 2, 1, 1, FIGURES_SHORT},
    {5, 20, 1, 1, 1, FIGURES_SHORT}, {5, 20, 1, 0, 0, FIGURES_SHORT},
    {5, 20, 1, 0, 0, FIGURES_NONE},
};

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
        maker_put_text(maker, object, "by", plan->strengthen[i].by);
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

static json_t *open_json(struct maker *maker, const void *subject)
{
    const sg_plan *plan = plan_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < plan->open_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", plan->open[i].line);
        maker_put(maker, object, "questions",
                  maker_texts(maker, plan->open[i].questions,
                              plan->open[i].question_count));
        maker_put(maker, object, "otherwise",
                  plan->open[i].otherwise != NULL
                      ? route_json(maker, plan->open[i].otherwise)
                      : maker_text(maker, NULL));
        maker_put_text(maker, object, "by", plan->open[i].by);
        maker_put(maker, object, "surely",
                  plan->open[i].surely != NULL
                      ? route_json(maker, plan->open[i].surely)
                      : maker_text(maker, NULL));
        maker_put_text(maker, object, "surely_by", plan->open[i].surely_by);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *sources_json(struct maker *maker, const void *subject)
{
    struct origins origins = {0};
    origins_of_plan(&origins, plan_of(subject), SIZE_MAX, false);
    return origins_sources_json(maker, &origins);
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

static const struct report_row rows[] = {
    {"from", NULL, from_json, plan_head_text, NULL},
    {"person", NULL, plan_person_json, NULL, "from"},
    {"to", NULL, to_json, NULL, "from"},
    {"from_role", NULL, plan_from_role_json, NULL, "from"},
    {"to_role", NULL, plan_to_role_json, NULL, "from"},
    {"date", NULL, date_json, NULL, "from"},
    {"review", NULL, review_json, NULL, "from"},
    {"prefer", NULL, prefer_json, NULL, "from"},
    {"strengths", "Strengths: what you meet already", strengths_json,
     plan_strengths_text, NULL},
    {"open", "Questions to answer first", open_json, plan_questions_text, NULL},
    {"steps", "Gaps, and what to do", steps_json, plan_steps_text, NULL},
    {"total", NULL, total_json, NULL, "steps"},
    {"strengthen", "Also worth doing: desirable, and never decides",
     strengthen_json, plan_strengthen_text, NULL},
    {"seek", "Work to seek now, and evidence to collect", seek_json,
     plan_seek_text, NULL},
    {"sources", "Where the figures are from", sources_json, plan_sources_text,
     NULL},
    {"notice", NULL, plan_notice_json, NULL, "from"},
    {"framework", "Agreed", plan_framework_json, plan_agreed_text, NULL},
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
