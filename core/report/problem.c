/* SPDX-License-Identifier: MIT */
/* One problem and its place. */
#include "report/problem.h"

#include "base/text.h"

#include <stdio.h>

static const char *or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

void problem_put(struct maker *maker, json_t *object, const sg_error *problem)
{
    maker_put_text(maker, object, "reason", or_null(problem->reason));
    maker_put_text(maker, object, "message", problem->message);
    maker_put_flag(maker, object, "warning", problem->warning);
    maker_put_text(maker, object, "file", or_null(problem->file));
    maker_put(maker, object, "line",
              maker_number_or_null(maker, problem->line));
    maker_put(maker, object, "column",
              maker_number_or_null(maker, problem->column));
    maker_put_text(maker, object, "pointer",
                   problem->has_pointer ? problem->pointer
                                        : or_null(problem->pointer));
}

json_t *problems_json(struct maker *maker, const sg_error *problems,
                      size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++) {
        json_t *object = maker_object(maker);
        problem_put(maker, object, &problems[i]);
        maker_add(maker, array, object);
    }
    return array;
}

/* "file:line:column: /pointer: warning:", as far as it is known. */
static void place_words(const sg_error *problem, struct buffer *out)
{
    if (problem->file[0] != '\0')
        buffer_printf(out, "%s:", problem->file);
    if (problem->line > 0)
        buffer_printf(out, "%u:", (unsigned)problem->line);
    if (problem->line > 0 && problem->column > 0)
        buffer_printf(out, "%u:", (unsigned)problem->column);
    if (problem->pointer[0] != '\0')
        buffer_printf(out, "%s%s:", out->size > 0 ? " " : "", problem->pointer);
    if (problem->warning)
        buffer_printf(out, "%swarning:", out->size > 0 ? " " : "");
}

static void problem_words(const sg_error *problem, struct buffer *out)
{
    place_words(problem, out);
    buffer_printf(out, "%s%s", out->size > 0 ? " " : "", problem->message);
}

enum { LEAD_ROOM = 64, INDENT = 2 };

void problem_text(struct page *page, const char *program,
                  const sg_error *problem)
{
    struct buffer place = {0}, words = {0};
    char lead[LEAD_ROOM] = "";
    if (program)
        snprintf(lead, sizeof(lead), "%.*s: ", LEAD_ROOM - 3, program);
    place_words(problem, &place);
    problem_words(problem, &words);
    page->out.failed = page->out.failed || place.failed || words.failed;
    if (page->out.failed)
        goto out;
    /* A place that is not whole cannot be clicked on, nor copied. */
    if (place.size == 0 ||
        text_width(lead) + text_width(words.data) <= page->width) {
        page_item(page, 0, lead, STYLE_PLAIN, "%s", words.data);
        goto out;
    }
    page_whole(page, "%s%s", lead, place.data);
    page_text(page, program ? text_width(lead) : INDENT, "%s",
              problem->message);
out:
    buffer_done(&place);
    buffer_done(&words);
}
