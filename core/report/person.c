/* SPDX-License-Identifier: MIT */
/* What was understood of a person file. The name stands in the title only. */
#include "report/problem.h"
#include "report/shared.h"
#include "report/table.h"

#include <string.h>

/* One list as JSON. */
static json_t *facts_json(struct maker *maker, const sg_person_entry *entry)
{
    json_t *facts = maker_array(maker);
    for (size_t i = 0; i < entry->fact_count; i++) {
        json_t *fact = maker_object(maker);
        maker_put_text(maker, fact, "field", entry->facts[i].field);
        maker_put_text(maker, fact, "text", entry->facts[i].text);
        maker_add(maker, facts, fact);
    }
    return facts;
}

static json_t *months_json(struct maker *maker, const sg_person_entry *entry)
{
    if (!entry->has_months)
        return maker_text(maker, NULL);
    json_t *months = maker_object(maker);
    maker_put_number(maker, months, "least", entry->months_least);
    maker_put_number(maker, months, "most", entry->months_most);
    return months;
}

static json_t *entry_json(struct maker *maker, const sg_person_entry *entry)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "label", entry->label);
    maker_put(maker, object, "facts", facts_json(maker, entry));
    maker_put(maker, object, "open",
              maker_texts(maker, entry->open, entry->open_count));
    maker_put(maker, object, "months", months_json(maker, entry));
    return object;
}

static json_t *list_json(struct maker *maker, const sg_person_list *list)
{
    json_t *object = maker_object(maker);
    json_t *entries = maker_array(maker);
    for (size_t i = 0; i < list->entry_count; i++)
        maker_add(maker, entries, entry_json(maker, &list->entries[i]));
    maker_put_text(maker, object, "id", list->id);
    maker_put_flag(maker, object, "given", list->given);
    maker_put(maker, object, "entries", entries);
    maker_put_text(maker, object, "note", list->note);
    return object;
}

static json_t *lists_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    json_t *lists = maker_array(maker);
    if (checked->account != NULL)
        for (size_t i = 0; i < SG_PERSON_LIST_COUNT; i++)
            maker_add(maker, lists,
                      list_json(maker, &checked->account->lists[i]));
    return lists;
}

/* The other members. */
static json_t *name_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_text(maker, checked->account ? checked->account->name : NULL);
}

static json_t *current_role_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_text(maker,
                      checked->account ? checked->account->current_role : NULL);
}

static json_t *today_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_text(maker, checked->account ? checked->account->today : NULL);
}

static json_t *file_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_text(maker, checked->path);
}

static json_t *ok_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    (void)maker;
    return json_boolean(checked->errors == 0);
}

static json_t *errors_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_number(maker, checked->errors);
}

static json_t *warnings_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return maker_number(maker, checked->warnings);
}

static json_t *told_json(struct maker *maker, const void *subject)
{
    const sg_checked_person *checked = subject;
    return problems_json(maker, checked->problems, checked->problem_count);
}

/* Text. */
static void name_text(struct page *page, const void *subject)
{
    const sg_checked_person *checked = subject;
    if (checked->account == NULL)
        return;
    if (checked->account->name != NULL)
        page_heading(page, '=', "Understood from the file of %s",
                     checked->account->name);
    else
        page_heading(page, '=', "Understood from the file");
}

static void current_role_text(struct page *page, const void *subject)
{
    const sg_checked_person *checked = subject;
    const sg_person_account *account = checked->account;
    if (account == NULL)
        return;
    if (account->current_role != NULL)
        page_item(page, 2, "Current role: ", STYLE_PLAIN, "%s",
                  account->current_role);
    else
        page_text(page, 2,
                  "Not in the file: a current role. What a role asks for "
                  "counts only with one.");
    page_item(page, 2, "Today:        ", STYLE_PLAIN, "%s", account->today);
}

/* Texts with a comma between them, ended by a full stop. */
static void joined_text(struct page *page, const char *lead,
                        const struct buffer *joined)
{
    if (joined->failed)
        page->out.failed = true;
    else if (joined->size > 0)
        page_text(page, 4, "%s%s.", lead, joined->data);
}

static void entry_text(struct page *page, const sg_person_entry *entry)
{
    struct buffer facts = {0}, open = {0};
    for (size_t i = 0; i < entry->fact_count; i++)
        buffer_printf(&facts, "%s%s", i > 0 ? ", " : "", entry->facts[i].text);
    for (size_t i = 0; i < entry->open_count; i++)
        buffer_printf(&open, "%s%s", i > 0 ? ", " : "", entry->open[i]);
    page_item(page, 2, "- ", STYLE_STRONG, "%s", entry->label);
    joined_text(page, "", &facts);
    joined_text(page, "Left open: ", &open);
    buffer_done(&facts);
    buffer_done(&open);
}

static void list_text(struct page *page, const sg_person_list *list)
{
    page_heading(page, '-', "%s (%zu)", list->title, list->entry_count);
    for (size_t i = 0; i < list->entry_count; i++)
        entry_text(page, &list->entries[i]);
    if (list->note != NULL)
        page_text(page, 2, "%s", list->note);
}

/* What the file has, and at the end what it does not have. */
static void lists_text(struct page *page, const void *subject)
{
    const sg_checked_person *checked = subject;
    size_t shown = 0;
    if (checked->account == NULL)
        return;
    for (size_t i = 0; i < SG_PERSON_LIST_COUNT; i++) {
        if (!checked->account->lists[i].given)
            continue;
        if (shown++ > 0)
            page_blank(page);
        list_text(page, &checked->account->lists[i]);
    }
    if (shown > 0 && shown < SG_PERSON_LIST_COUNT)
        page_blank(page);
    for (size_t i = 0; i < SG_PERSON_LIST_COUNT; i++)
        if (!checked->account->lists[i].given)
            page_text(page, 2, "%s", checked->account->lists[i].note);
}

static void problems_text(struct page *page, const void *subject)
{
    const sg_checked_person *checked = subject;
    const size_t all = (size_t)checked->errors + checked->warnings;
    const bool good = checked->errors == 0;
    const bool piped = strcmp(checked->path, "-") == 0;
    for (size_t i = 0; i < checked->problem_count; i++)
        problem_text(page, NULL, &checked->problems[i]);
    if (all > checked->problem_count)
        page_text(page, 0, "... and %zu more.", all - checked->problem_count);
    page_item(page, 0, good ? "OK   " : "BAD  ", good ? STYLE_MET : STYLE_UNMET,
              "%s: %u error%s, %u warning%s",
              piped ? "standard input" : checked->path,
              (unsigned)checked->errors, plural(checked->errors),
              (unsigned)checked->warnings, plural(checked->warnings));
}

static const struct report_row rows[] = {
    {"file", NULL, file_json, NULL, "problems"},
    {"ok", NULL, ok_json, NULL, "problems"},
    {"errors", NULL, errors_json, NULL, "problems"},
    {"warnings", NULL, warnings_json, NULL, "problems"},
    {"name", NULL, name_json, name_text, NULL},
    {"current_role", NULL, current_role_json, current_role_text, NULL},
    {"today", NULL, today_json, NULL, "current_role"},
    {"lists", NULL, lists_json, lists_text, NULL},
    {"problems", NULL, told_json, problems_text, NULL},
};

const struct report *report_person_check_table(void)
{
    static const struct report report = {
        .kind = "person-check",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_person_check(const sg_checked_person *checked,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr)
{
    return report_write(report_person_check_table(), checked, options, ret_text,
                        reterr);
}
