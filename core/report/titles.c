/* SPDX-License-Identifier: MIT */
/* What was understood of a list of titles, and what they leave open. */
#include "skillgap/titles.h"

#include "report/shared.h"
#include "report/table.h"

/* ---- JSON ---- */

static json_t *open_json(struct maker *maker, const sg_title_reading *reading)
{
    json_t *open = maker_array(maker);
    for (unsigned i = 0; i < SG_TITLE_OPEN_COUNT; i++)
        if ((reading->open & (1u << i)) != 0)
            maker_add(maker, open,
                      maker_text(maker,
                                 sg_title_open_word((sg_title_open)(1u << i))));
    return open;
}

static json_t *assumed_json(struct maker *maker,
                            const sg_title_reading *reading)
{
    json_t *assumed = maker_array(maker);
    if (reading->level_assumed)
        maker_add(maker, assumed, maker_text(maker, "level"));
    if (reading->subject != NULL)
        maker_add(maker, assumed, maker_text(maker, "subject"));
    if (reading->full_assumed)
        maker_add(maker, assumed, maker_text(maker, "full_level"));
    return assumed;
}

static json_t *grades_json(struct maker *maker, const sg_title_reading *reading)
{
    json_t *grades = maker_array(maker);
    for (uint32_t i = 0; i < reading->grade_count; i++)
        maker_add(maker, grades, maker_text(maker, reading->grades[i]));
    return grades;
}

static const char *or_null(const char *text)
{
    return text[0] != '\0' ? text : NULL;
}

/* What it is and what it is worth. */
static void worth_json(struct maker *maker, json_t *object,
                       const sg_title_reading *reading)
{
    maker_put_text(maker, object, "type", sg_title_type_word(reading->type));
    maker_put_text(maker, object, "award", reading->award);
    maker_put_text(maker, object, "scale", sg_title_scale_word(reading->scale));
    maker_put_text(maker, object, "level", or_null(reading->level));
    maker_put_text(maker, object, "rqf_min", sg_rqf_word(reading->rqf_min));
    maker_put_text(maker, object, "rqf_max", sg_rqf_word(reading->rqf_max));
    maker_put_text(maker, object, "size", sg_title_size_word(reading->size));
    maker_put_text(maker, object, "full_level",
                   sg_title_full_word(reading->full));
    maker_put_text(maker, object, "subject", reading->subject);
    maker_put_text(maker, object, "subject_title", reading->subject_title);
    maker_put_text(maker, object, "status",
                   sg_title_status_word(reading->status));
}

static json_t *title_json(struct maker *maker, const sg_title *title)
{
    const sg_title_reading *reading = title->reading;
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "title", title->text);
    maker_put_number(maker, object, "line", title->line);
    worth_json(maker, object, reading);
    maker_put(maker, object, "count",
              maker_number_or_null(maker, reading->count));
    maker_put(maker, object, "grades", grades_json(maker, reading));
    maker_put_text(maker, object, "number", or_null(reading->number));
    maker_put_flag(maker, object, "number_suspect", reading->number_suspect);
    maker_put(maker, object, "valid_months",
              maker_number_or_null(maker, reading->valid_months));
    maker_put_flag(maker, object, "several", reading->several);
    maker_put_flag(maker, object, "not_a_qualification",
                   reading->not_a_qualification);
    maker_put_flag(maker, object, "needs_human", reading->needs_human);
    maker_put(maker, object, "open", open_json(maker, reading));
    maker_put(maker, object, "assumed", assumed_json(maker, reading));
    maker_put(maker, object, "notes",
              maker_texts(maker, reading->notes, reading->note_count));
    maker_put_text(maker, object, "successor", reading->successor);
    return object;
}

static json_t *titles_json(struct maker *maker, const void *subject)
{
    const sg_titles *titles = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < sg_titles_count(titles); i++) {
        const sg_title title = sg_titles_at(titles, i);
        maker_add(maker, list, title_json(maker, &title));
    }
    return list;
}

static json_t *knowledge_json(struct maker *maker, const void *subject)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "version", sg_titles_version(subject));
    maker_put_text(maker, object, "as_of", sg_titles_as_of(subject));
    return object;
}

/* ---- text ---- */

/* A sentence in the making: parts with commas between them. */
static void part(struct buffer *out, const char *before, const char *text)
{
    if (text == NULL)
        return;
    buffer_printf(out, "%s%s%s", out->size > 0 ? ", " : "", before, text);
}

static void rqf_words(struct buffer *out, sg_rqf rqf)
{
    const char *word = sg_rqf_word(rqf);
    if (word[0] == 'E')
        buffer_printf(out, "entry level %s", word + 1);
    else
        buffer_printf(out, "level %s", word);
}

/* "NVQ level 4, worth level 4 to level 6". */
static void level_words(struct buffer *out, const sg_title_reading *reading)
{
    const bool other = reading->level[0] != '\0' &&
                       reading->scale != SG_SCALE_RQF &&
                       reading->scale != SG_SCALE_OPEN;
    if (other) {
        part(out, "", sg_title_scale_word(reading->scale));
        buffer_printf(out, " level %s", reading->level);
    }
    if (reading->rqf_min == SG_RQF_OPEN)
        return;
    part(out, other ? "worth " : "", "");
    rqf_words(out, reading->rqf_min);
    if (reading->rqf_min != reading->rqf_max) {
        buffer_puts(out, " to ");
        rqf_words(out, reading->rqf_max);
    }
    if (reading->level_assumed)
        buffer_puts(out, " (assumed)");
}

static void size_words_of(struct buffer *out, const sg_title_reading *reading)
{
    static const char *const full[] = {
        [SG_FULL_OPEN] = NULL,
        [SG_FULL_NOT] = "not a full level by itself",
        [SG_FULL_2] = "a full level 2",
        [SG_FULL_3] = "a full level 3",
    };
    if (reading->size != SG_SIZE_FULL)
        part(out, "size ", sg_title_size_word(reading->size));
    part(out, "", full[reading->full]);
    if (reading->full_assumed)
        buffer_puts(out, " (assumed)");
}

static void count_words(struct buffer *out, const sg_title_reading *reading)
{
    if (reading->count > 0)
        buffer_printf(out, "%s%u of them", out->size > 0 ? ", " : "",
                      (unsigned)reading->count);
    for (uint32_t i = 0; i < reading->grade_count; i++)
        buffer_printf(out, "%s%s", i > 0 ? " " : ", grades ",
                      reading->grades[i]);
}

static void subject_words(struct buffer *out, const sg_title_reading *reading)
{
    if (reading->subject == NULL)
        return;
    part(out, "subject ", reading->subject_title);
    buffer_printf(out, " (%s, assumed)", reading->subject);
}

/* The name in full, or the type. */
static void name_words(struct buffer *out, const sg_title_reading *reading)
{
    part(out, "",
         reading->award != NULL ? reading->award
                                : sg_title_type_word(reading->type));
}

static void status_words(struct buffer *out, const sg_title_reading *reading)
{
    static const char *const words[] = {
        [SG_STATUS_OPEN] = NULL,
        [SG_STATUS_HELD] = "held",
        [SG_STATUS_WORKING_TOWARDS] = "not held yet: on the way",
    };
    part(out, "", words[reading->status]);
}

static void reading_words(struct buffer *out, const sg_title_reading *reading)
{
    if (reading->not_a_qualification) {
        buffer_puts(out, "no qualification");
        return;
    }
    name_words(out, reading);
    count_words(out, reading);
    level_words(out, reading);
    size_words_of(out, reading);
    subject_words(out, reading);
    part(out, "number ", or_null(reading->number));
    if (out->size == 0)
        buffer_puts(out, reading->several ? "more than one thing"
                                          : "nothing that is understood");
    else
        status_words(out, reading);
}

static void open_words(struct buffer *out, const sg_title_reading *reading)
{
    static const char *const words[SG_TITLE_OPEN_COUNT] = {
        "what kind of qualification it is",
        "its level",
        "its size",
        "its subject",
        "whether it is held",
        "how many there are",
        "the grades",
        "whether it is a full level",
        "what it is worth in the UK",
    };
    for (unsigned i = 0; i < SG_TITLE_OPEN_COUNT; i++)
        if ((reading->open & (1u << i)) != 0)
            part(out, "", words[i]);
}

static void warnings_text(struct page *page, const sg_title_reading *reading)
{
    if (reading->several)
        page_item(page, 2, "Note: ", STYLE_PLAIN,
                  "More than one qualification stands here; write each on a "
                  "line of its own.");
    if (reading->number_suspect)
        page_item(page, 2, "Note: ", STYLE_PLAIN,
                  "The last character of the number does not fit the others; "
                  "check it.");
    for (uint32_t i = 0; i < reading->note_count; i++)
        page_item(page, 2, "Note: ", STYLE_PLAIN, "%s", reading->notes[i]);
    if (reading->successor != NULL)
        page_item(page, 2, "Now:  ", STYLE_PLAIN, "%s", reading->successor);
    if (reading->needs_human)
        page_item(page, 2, "Ask:  ", STYLE_ASK,
                  "Somebody has to look at the certificate.");
}

static void title_text(struct page *page, const sg_title *title)
{
    struct buffer said = {0}, open = {0};
    reading_words(&said, title->reading);
    open_words(&open, title->reading);
    page_item(page, 0, "", STYLE_STRONG, "%u: %s", (unsigned)title->line,
              title->text);
    if (said.failed || open.failed) {
        page->out.failed = true;
    } else {
        page_item(page, 2, "Says: ", STYLE_PLAIN, "%s", said.data);
        if (open.size > 0)
            page_item(page, 2, "Open: ", STYLE_ASK, "%s", open.data);
    }
    warnings_text(page, title->reading);
    buffer_done(&said);
    buffer_done(&open);
}

static void titles_text(struct page *page, const void *subject)
{
    const sg_titles *titles = subject;
    const size_t count = sg_titles_count(titles);
    size_t humans = 0;
    for (size_t i = 0; i < count; i++) {
        const sg_title title = sg_titles_at(titles, i);
        humans += title.reading->needs_human;
        title_text(page, &title);
        page_blank(page);
    }
    page_text(page, 0,
              "%zu title%s, %zu to look at. What no word says is open; a "
              "subject from a title is assumed.",
              count, plural(count), humans);
}

static void knowledge_text(struct page *page, const void *subject)
{
    page_text(page, 0,
              "Read with the list of qualifications of %s, version %s.",
              text_or_none(sg_titles_as_of(subject)),
              text_or_none(sg_titles_version(subject)));
}

static const struct report_row rows[] = {
    {"titles", NULL, titles_json, titles_text, NULL},
    {"knowledge", NULL, knowledge_json, knowledge_text, NULL},
};

const struct report *report_titles_table(void)
{
    static const struct report report = {
        .kind = "titles",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_titles(const sg_titles *titles,
                           const sg_report_options *options, char **ret_text,
                           sg_error *reterr)
{
    return report_write(report_titles_table(), titles, options, ret_text,
                        reterr);
}
