/* SPDX-License-Identifier: MIT */
/* The report on one gap: its table, its answer, what to ask and expect. */
#include "report/figures.h"
#include "report/gap_rows.h"
#include "report/shared.h"

#include <stdio.h>
#include <string.h>

static json_t *gap_person_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return person_json(maker, gap->person);
}

static json_t *gap_months_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return time_json(maker, gap->months, gap->person);
}

static json_t *verdict_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return maker_text(maker, sg_verdict_word(gap->verdict));
}

static json_t *gap_counts_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    return counts_json(maker, gap->counts);
}

static void heading_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    const char *from = text_or_none(gap->from.title);
    if (gap->person != NULL)
        from = gap->person->name != NULL ? gap->person->name : "a person file";
    page_heading(page, '=', "From %s to %s", from, text_or_none(gap->to.title));
    if (gap->person == NULL)
        gap_ids_text(page, gap);
    else
        page_text(page, 0, "Role wanted: %s", text_or_none(gap->to.id));
    basis_text(page, gap->person, &gap->from, gap->months);
}

/* One sentence that a clerk can act on. It speaks of the role, not of the
 * person: what the role does not ask for, the person may well have. */
static void answer_sentence(char *out, size_t room, unsigned unmet,
                            unsigned asks)
{
    if (unmet == 0 && asks == 0)
        (void)snprintf(out, room,
                       "Your current role covers every essential point.");
    else if (unmet == 0)
        (void)snprintf(
            out, room,
            "No essential point is ruled out, but %u need%s an answer.", asks,
            asks == 1 ? "s" : "");
    else if (asks == 0)
        (void)snprintf(out, room,
                       "%u essential point%s not covered by your current "
                       "role.",
                       unmet, unmet == 1 ? " is" : "s are");
    else
        (void)snprintf(out, room,
                       "%u essential point%s not covered by your current "
                       "role, and %u more need%s an answer.",
                       unmet, unmet == 1 ? " is" : "s are", asks,
                       asks == 1 ? "s" : "");
}

/* The same of a person: without an unmet point one can be considered, and the
 * open ones are said beside it. */
static void person_answer(char *out, size_t room, unsigned unmet, unsigned asks)
{
    const char *are = unmet == 1 ? " is" : "s are";
    if (unmet == 0 && asks == 0)
        (void)snprintf(out, room,
                       "Every essential point is met: you are ready to be "
                       "considered. That is not a promotion.");
    else if (unmet == 0)
        (void)snprintf(out, room,
                       "No essential point is ruled out, but %u need%s an "
                       "answer. You can be considered while %s open. That is "
                       "not a promotion.",
                       asks, asks == 1 ? "s" : "",
                       asks == 1 ? "it is" : "they are");
    else if (asks == 0)
        (void)snprintf(out, room, "%u essential point%s not met.", unmet, are);
    else
        (void)snprintf(out, room,
                       "%u essential point%s not met, and %u more need%s an "
                       "answer.",
                       unmet, are, asks, asks == 1 ? "s" : "");
}

/* Before anything is on file there is nothing to be considered with. */
static void blank_answer(char *out, size_t room, unsigned asks)
{
    (void)snprintf(out, room,
                   "Nothing is on file yet, so nothing can be judged: fill in "
                   "the file first. Until then %u essential point%s an answer.",
                   asks, asks == 1 ? " needs" : "s need");
}

static void answer_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    const uint32_t *by = gap->counts[SG_ESSENTIAL].by;
    char lead[16], sentence[256];
    (void)snprintf(lead, sizeof(lead), "%s: ", verdict_mark(gap->verdict));
    if (gap->person != NULL && gap->person->nothing_on_file &&
        gap->verdict == SG_ASK)
        blank_answer(sentence, sizeof(sentence), by[SG_ASK]);
    else if (gap->person == NULL)
        answer_sentence(sentence, sizeof(sentence), by[SG_UNMET], by[SG_ASK]);
    else
        person_answer(sentence, sizeof(sentence), by[SG_UNMET], by[SG_ASK]);
    page_item(page, 0, lead, verdict_style(gap->verdict), "%s", sentence);
}

static json_t *questions_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *questions = maker_array(maker);
    for (size_t i = 0; i < gap->question_count; i++) {
        const sg_question *question = &gap->questions[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "text", question->text);
        maker_put(
            maker, object, "settles",
            maker_texts(maker, question->settles, question->settle_count));
        maker_add(maker, questions, object);
    }
    return questions;
}

static const sg_gap_line *line_of(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (gap->lines[i].id != NULL && strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    return NULL;
}

static void settled_text(struct page *page, const sg_gap *gap, const char *id)
{
    const sg_gap_line *line = line_of(gap, id);
    const char *label = line != NULL ? line->label : id;
    page_item(page, 6, "settles: ", STYLE_PLAIN, "%s%s%s%s",
              text_or_none(label), line != NULL ? " (" : "",
              line != NULL ? sg_strength_word(line->strength) : "",
              line != NULL ? ")" : "");
}

static void questions_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    for (size_t i = 0; i < gap->question_count; i++) {
        const sg_question *question = &gap->questions[i];
        char lead[32];
        (void)snprintf(lead, sizeof(lead), "%2zu. ", i + 1);
        page_item(page, 2, lead, STYLE_PLAIN, "%s",
                  text_or_none(question->text));
        for (size_t s = 0; s < question->settle_count; s++)
            settled_text(page, gap, question->settles[s]);
    }
}

static json_t *becoming_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < gap->becoming_count; i++) {
        const sg_becoming *becoming = &gap->becoming[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "line", becoming->line);
        maker_put_text(maker, object, "criterion", becoming->criterion);
        maker_put_text(maker, object, "label", becoming->label);
        maker_put_text(maker, object, "desirable_at", becoming->desirable_at);
        maker_put_text(maker, object, "essential_at", becoming->essential_at);
        maker_put_flag(maker, object, "alternative", becoming->alternative);
        maker_add(maker, array, object);
    }
    return array;
}

static void becoming_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    for (size_t i = 0; i < gap->becoming_count; i++) {
        const sg_becoming *becoming = &gap->becoming[i];
        const char *at = becoming->essential_title != NULL
                             ? becoming->essential_title
                             : text_or_none(becoming->essential_at);
        page_item(page, 2, "- ", STYLE_PLAIN, "%s: desirable for %s, %s %s",
                  text_or_none(becoming->label),
                  becoming->desirable_title != NULL
                      ? becoming->desirable_title
                      : text_or_none(becoming->desirable_at),
                  becoming->alternative ? "one way to meet an essential line of"
                                        : "essential from",
                  at);
    }
}

/* Told where the figures are: with --why. */
static json_t *sources_json(struct maker *maker, const void *subject)
{
    struct origins origins = {0};
    origins_of_gap(&origins, subject);
    return origins_sources_json(maker, &origins);
}

static void sources_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    origins_of_gap(&origins, subject);
    if (page->why)
        origins_sources_text(page, &origins);
}

static json_t *funds_json(struct maker *maker, const void *subject)
{
    struct origins origins = {0};
    origins_of_gap(&origins, subject);
    return origins_funds_json(maker, &origins);
}

static void funds_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    origins_of_gap(&origins, subject);
    if (page->why)
        origins_funds_text(page, &origins);
}

static json_t *study_json(struct maker *maker, const void *subject)
{
    const sg_gap *gap = subject;
    json_t *object = maker_object(maker);
    if (gap->ways == NULL)
        return object;
    maker_put(maker, object, "hours_per_week",
              maker_decimal(maker, gap->ways->study_hours_per_week));
    maker_put(maker, object, "from",
              sourced_json(maker, &gap->ways->study_from));
    return object;
}

static const struct report_row rows[] = {
    {"from", NULL, gap_from_json, heading_text, NULL},
    {"person", NULL, gap_person_json, NULL, "from"},
    {"to", NULL, gap_to_json, NULL, "from"},
    {"months", NULL, gap_months_json, NULL, "from"},
    GAP_ROLE_ROWS,
    {"verdict", NULL, verdict_json, answer_text, NULL},
    {"counts", NULL, gap_counts_json, NULL, "verdict"},
    {"lines", NULL, gap_lines_json, gap_lines_text, NULL},
    {"funds", "Who may pay", funds_json, funds_text, NULL},
    {"sources", "Where the figures are from", sources_json, sources_text, NULL},
    {"study", NULL, study_json, NULL, "sources"},
    {"questions", "Questions to ask", questions_json, questions_text, NULL},
    {"changes", "What changes in the job", gap_changes_json, gap_changes_text,
     NULL},
    {"ungraded", NULL, gap_ungraded_json, NULL, "changes"},
    {"target_work", NULL, gap_target_work_json, NULL, "changes"},
    {"dropped", "In your role's specification, and not in the other",
     gap_dropped_json, gap_dropped_text, NULL},
    {"becomes_essential",
     "Desirable, and essential at a later level of the family", becoming_json,
     becoming_text, NULL},
    GAP_LAST_ROWS,
};

const struct report *report_gap_table(void)
{
    static const struct report report = {
        .kind = "gap",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_gap(const sg_gap *gap, const sg_report_options *options,
                        char **ret_text, sg_error *reterr)
{
    return report_write(report_gap_table(), gap, options, ret_text, reterr);
}
