/* SPDX-License-Identifier: MIT */
/* An error, for whoever has to mend it. No table: it is one line or one
 * object, and both are written by problem.c. */
#include "base/fault.h"
#include "base/text.h"
#include "report/problem.h"
#include "report/shared.h"
#include "report/table.h"

#include <stdlib.h>
#include <string.h>

/* The problems of one input: those that were kept, and how many there are. */
struct problems {
    const sg_error *items;
    size_t kept;
    size_t count;
};

static json_t *object_of_kind(struct maker *maker, const char *kind)
{
    json_t *root = maker_object(maker);
    maker_put_number(maker, root, "skillgap", REPORT_JSON_VERSION);
    maker_put_text(maker, root, "kind", kind);
    return root;
}

static void problems_put(struct maker *maker, json_t *object,
                         const struct problems *problems)
{
    maker_put(maker, object, "problems",
              problems_json(maker, problems->items, problems->kept));
    maker_put_number(maker, object, "problem_count",
                     (json_int_t)problems->count);
}

static char *error_json(const sg_error *error, const struct problems *problems)
{
    struct maker maker = {0};
    json_t *root = object_of_kind(&maker, error->warning ? "warning" : "error");
    maker_put_number(&maker, root, "exit_code",
                     error->warning ? SG_OK : error->status);
    problem_put(&maker, root, error);
    if (!error->warning)
        problems_put(&maker, root, problems);
    return maker_print(&maker, root, MAKER_ONE_LINE);
}

static char *warnings_json(const struct problems *problems)
{
    struct maker maker = {0};
    json_t *root = object_of_kind(&maker, "warnings");
    problems_put(&maker, root, problems);
    return maker_print(&maker, root, MAKER_ONE_LINE);
}

static struct page page_of(const sg_report_options *options)
{
    return (struct page){
        .width =
            options != NULL && options->width > 0 ? options->width : PAGE_WIDTH,
        .ascii = options != NULL && options->ascii,
    };
}

static const char *program_of(const sg_report_options *options)
{
    return options != NULL ? options->program : NULL;
}

static char *error_text(const sg_error *error, const sg_report_options *options)
{
    struct page page = page_of(options);
    problem_text(&page, program_of(options), error);
    return buffer_take(&page.out);
}

static char *warnings_text(const struct problems *problems,
                           const sg_report_options *options)
{
    struct page page = page_of(options);
    for (size_t i = 0; i < problems->kept; i++)
        problem_text(&page, program_of(options), &problems->items[i]);
    if (problems->count > problems->kept)
        buffer_printf(&page.out, "... and %zu more\n",
                      problems->count - problems->kept);
    return buffer_take(&page.out);
}

sg_status sg_report_error(const sg_error *error,
                          const sg_report_options *options, char **ret_text)
{
    return sg_report_failure(error, NULL, 0, 0, options, ret_text);
}

sg_status sg_report_failure(const sg_error *error, const sg_error *problems,
                            size_t kept, size_t count,
                            const sg_report_options *options, char **ret_text)
{
    const struct problems others = {problems, kept, count};
    bool json = options != NULL && options->json;
    *ret_text = json ? error_json(error, &others) : error_text(error, options);
    return *ret_text == NULL ? SG_STORAGE : SG_OK;
}

sg_status sg_report_warnings(const sg_error *problems, size_t kept,
                             size_t count, const sg_report_options *options,
                             char **ret_text)
{
    const struct problems all = {problems, kept, count};
    bool json = options != NULL && options->json;
    *ret_text = json ? warnings_json(&all) : warnings_text(&all, options);
    return *ret_text == NULL ? SG_STORAGE : SG_OK;
}
