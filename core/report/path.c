/* SPDX-License-Identifier: MIT */
/* The report on career paths. */
#include "report/figures.h"
#include "report/path_text.h"
#include "report/shared.h"
#include "report/table.h"
#include "report/ways.h"

static json_t *from_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->from.id);
}

static json_t *to_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->to.id);
}

static json_t *path_person_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return person_json(maker, paths->person);
}

static json_t *today_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->today);
}

static json_t *path_months_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return time_json(maker, paths->months, paths->person);
}

static json_t *path_from_role_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return from_role_json(maker, &paths->from);
}

static json_t *path_to_role_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return role_json(maker, &paths->to);
}

/* ---- paths ---- */

static json_t *asks_json(struct maker *maker, const sg_path_ask *asks,
                         size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", asks[i].line);
        maker_put_text(maker, object, "label", asks[i].label);
        maker_put_text(maker, object, "question", asks[i].question);
        maker_put_flag(maker, object, "again", asks[i].again);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *reasons_json(struct maker *maker, const sg_path_step *step)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < step->reason_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", step->reasons[i].line);
        maker_put_text(maker, object, "label", step->reasons[i].label);
        maker_put_text(maker, object, "how", step->reasons[i].how);
        maker_put_flag(maker, object, "assumed", step->reasons[i].assumed);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *step_json(struct maker *maker, const sg_path_step *step)
{
    json_t *object = maker_object(maker);
    json_t *actions = maker_array(maker);
    for (size_t i = 0; i < step->action_count; i++)
        maker_add(maker, actions, action_json(maker, &step->actions[i]));
    maker_put_text(maker, object, "role", step->role.id);
    maker_put_text(maker, object, "title", step->role.title);
    maker_put_text(maker, object, "from_role", step->from_role.id);
    maker_put_number(maker, object, "months", step->months);
    maker_put_number(maker, object, "entered", step->entered);
    maker_put_text(maker, object, "on", step->on);
    maker_put(maker, object, "actions", actions);
    maker_put_text(maker, object, "begin", step->begin);
    maker_put_number(maker, object, "cost_pence", (int64_t)step->cost_pence);
    maker_put(maker, object, "asks",
              asks_json(maker, step->asks, step->ask_count));
    maker_put(maker, object, "spares",
              asks_json(maker, step->spares, step->spare_count));
    maker_put(maker, object, "reasons", reasons_json(maker, step));
    maker_put(maker, object, "mode", mode_json(maker, &step->mode));
    return object;
}

static json_t *paths_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < paths->path_count; i++) {
        const sg_path *path = &paths->paths[i];
        json_t *object = maker_object(maker);
        json_t *steps = maker_array(maker);
        for (size_t s = 0; s < path->moves; s++)
            maker_add(maker, steps, step_json(maker, &path->steps[s]));
        maker_put_number(maker, object, "months", path->months);
        maker_put_number(maker, object, "cost_pence",
                         (int64_t)path->cost_pence);
        maker_put_number(maker, object, "moves", path->moves);
        maker_put_number(maker, object, "hours", path->hours);
        maker_put_flag(maker, object, "quickest", path->quickest);
        maker_put_flag(maker, object, "cheapest", path->cheapest);
        maker_put_flag(maker, object, "fewest_moves", path->fewest_moves);
        maker_put_flag(maker, object, "assumed", path->assumed);
        maker_put(maker, object, "steps", steps);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *blocked_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < paths->block_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "role", paths->blocked[i].role.id);
        maker_put_text(maker, object, "line", paths->blocked[i].line);
        maker_put_text(maker, object, "label", paths->blocked[i].label);
        maker_put_text(maker, object, "why", paths->blocked[i].why);
        maker_put_text(maker, object, "unblock", paths->blocked[i].unblock);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *nearest_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->nearest.id);
}

/* ---- how sure ---- */

static json_t *exact_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    (void)maker;
    return json_boolean(paths->exact);
}

static json_t *reason_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->reason);
}

static json_t *at_least_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_number(maker, paths->months_at_least);
}

static json_t *model_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    json_t *object = maker_object(maker);
    maker_put_number(maker, object, "most_moves", paths->most_moves);
    maker_put_flag(maker, object, "through_others", paths->through_others);
    maker_put_flag(maker, object, "allow_down", paths->allow_down);
    maker_put_number(maker, object, "stay_months", paths->stay_months);
    maker_put(maker, object, "stay_from",
              sourced_json(maker, &paths->stay_from));
    maker_put(maker, object, "study_hours_per_week",
              maker_decimal(maker, paths->study_hours_per_week));
    maker_put(maker, object, "study_from",
              sourced_json(maker, &paths->study_from));
    maker_put(
        maker, object, "not_modelled",
        maker_texts(maker, paths->not_modelled, paths->not_modelled_count));
    return object;
}

static json_t *sources_json(struct maker *maker, const void *subject)
{
    struct origins origins = {0};
    origins_of_paths(&origins, subject);
    return origins_sources_json(maker, &origins);
}

static json_t *notice_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return maker_text(maker, paths->notice);
}

static json_t *path_framework_json(struct maker *maker, const void *subject)
{
    const sg_paths *paths = subject;
    return framework_json(maker, &paths->framework);
}

static json_t *path_from_framework_json(struct maker *maker,
                                        const void *subject)
{
    const sg_paths *paths = subject;
    return from_framework_json(maker, &paths->from_framework);
}

static const struct report_row rows[] = {
    {"from", NULL, from_json, path_heading_text, NULL},
    {"person", NULL, path_person_json, NULL, "from"},
    {"to", NULL, to_json, NULL, "from"},
    {"today", NULL, today_json, NULL, "from"},
    {"months", NULL, path_months_json, NULL, "from"},
    {"from_role", NULL, path_from_role_json, NULL, "from"},
    {"to_role", NULL, path_to_role_json, NULL, "from"},
    {"exact", NULL, exact_json, NULL, "from"},
    {"reason", NULL, reason_json, NULL, "from"},
    {"months_at_least", NULL, at_least_json, NULL, "from"},
    {"paths", NULL, paths_json, paths_text, NULL},
    {"blocked", "Why there is none", blocked_json, path_blocked_text, NULL},
    {"nearest", NULL, nearest_json, NULL, "blocked"},
    {"model", "What was reckoned with", model_json, path_model_text, NULL},
    {"sources", "Where the figures are from", sources_json, path_sources_text,
     NULL},
    {"notice", "What this does not decide", notice_json, path_notice_text,
     NULL},
    {"framework", "What was read", path_framework_json, path_framework_text,
     NULL},
    {"from_framework", NULL, path_from_framework_json, NULL, "framework"},
};

const struct report *report_path_table(void)
{
    static const struct report report = {
        .kind = "path",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_paths(const sg_paths *paths,
                          const sg_report_options *options, char **ret_text,
                          sg_error *reterr)
{
    return report_write(report_path_table(), paths, options, ret_text, reterr);
}
