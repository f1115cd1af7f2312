/* SPDX-License-Identifier: MIT */
/* Whether everything is in order, and what to do if not. */
#include "report/shared.h"
#include "report/table.h"

static json_t *check_json(struct maker *maker, const sg_doctor_check *check)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "topic", check->topic);
    maker_put_text(maker, object, "state", sg_doctor_state_word(check->state));
    maker_put_text(maker, object, "words", check->words);
    maker_put_text(maker, object, "fix", check->fix);
    return object;
}

static json_t *checks_json(struct maker *maker, const void *subject)
{
    const sg_doctor *doctor = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < doctor->check_count; i++)
        maker_add(maker, list, check_json(maker, &doctor->checks[i]));
    return list;
}

static json_t *places_json(struct maker *maker, const void *subject)
{
    const sg_doctor *doctor = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < doctor->place_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "what", doctor->places[i].what);
        maker_put_text(maker, object, "path", doctor->places[i].path);
        maker_put_flag(maker, object, "exists", doctor->places[i].exists);
        maker_add(maker, list, object);
    }
    return list;
}

static json_t *removals_json(struct maker *maker, const void *subject)
{
    const sg_doctor *doctor = subject;
    return maker_texts(maker, doctor->removals, doctor->removal_count);
}

static void checks_text(struct page *page, const void *subject)
{
    static const struct {
        const char *mark;
        enum page_style style;
    } marks[] = {
        [SG_DOCTOR_FINE] = {"fine     ", STYLE_MET},
        [SG_DOCTOR_NOTE] = {"note     ", STYLE_ASK},
        [SG_DOCTOR_PROBLEM] = {"PROBLEM  ", STYLE_UNMET},
    };
    const sg_doctor *doctor = subject;
    size_t problems = 0;
    for (size_t i = 0; i < doctor->check_count; i++) {
        const sg_doctor_check *check = &doctor->checks[i];
        page_item(page, 0, marks[check->state].mark, marks[check->state].style,
                  "%s", check->words);
        if (check->fix != NULL)
            page_item(page, 9, "Do: ", STYLE_PLAIN, "%s", check->fix);
        problems += check->state == SG_DOCTOR_PROBLEM;
    }
    page_blank(page);
    if (problems == 0)
        page_text(page, 0, "Everything is in order.");
    else
        page_text(page, 0, "%zu problem%s, with what to do below each.",
                  problems, plural(problems));
}

static void places_text(struct page *page, const void *subject)
{
    const sg_doctor *doctor = subject;
    for (size_t i = 0; i < doctor->place_count; i++) {
        const sg_doctor_place *place = &doctor->places[i];
        page_whole(page, "  %-9s  %s%s", place->what, place->path,
                   place->exists ? "" : " (not there)");
    }
}

static void removals_text(struct page *page, const void *subject)
{
    const sg_doctor *doctor = subject;
    page_text(page, 2, "Nothing about a person is kept.%s",
              doctor->removal_count == 0 ? " Nothing else is kept either."
                                         : "");
    for (size_t i = 0; i < doctor->removal_count; i++)
        page_whole(page, "  $ %s", doctor->removals[i]);
}

static const struct report_row rows[] = {
    {"checks", NULL, checks_json, checks_text, NULL},
    {"places", "Where things are looked for, in this order", places_json,
     places_text, NULL},
    {"removals", "How to delete what is kept", removals_json, removals_text,
     NULL},
};

const struct report *report_doctor_table(void)
{
    static const struct report report = {
        .kind = "doctor",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_doctor(const sg_doctor *doctor,
                           const sg_report_options *options, char **ret_text,
                           sg_error *reterr)
{
    return report_write(report_doctor_table(), doctor, options, ret_text,
                        reterr);
}
