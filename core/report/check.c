/* SPDX-License-Identifier: MIT */
/* What checking framework files, a council's own numbers and catalogues of
 * courses found. */
#include "report/problem.h"
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>
#include <string.h>

struct checked {
    const sg_checked_file *files;
    size_t count;
};

static json_t *file_json(struct maker *maker, const sg_checked_file *file)
{
    const sg_check_summary *summary = &file->summary;
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "file", file->path);
    maker_put_flag(maker, object, "ok", summary->errors == 0);
    maker_put_text(maker, object, "id",
                   summary->id[0] != '\0' ? summary->id : NULL);
    maker_put_text(maker, object, "version",
                   summary->version[0] != '\0' ? summary->version : NULL);
    maker_put_number(maker, object, "families", summary->families);
    maker_put_number(maker, object, "roles", summary->roles);
    maker_put_number(maker, object, "lines", summary->lines);
    maker_put_number(maker, object, "cells", summary->cells);
    maker_put_number(maker, object, "numbers", summary->numbers);
    maker_put_number(maker, object, "statutory", summary->statutory);
    maker_put_number(maker, object, "courses", summary->courses);
    maker_put_number(maker, object, "awards", summary->awards);
    maker_put_number(maker, object, "funds", summary->funds);
    maker_put_number(maker, object, "errors", summary->errors);
    maker_put_number(maker, object, "warnings", summary->warnings);
    maker_put(maker, object, "problems",
              problems_json(maker, file->problems, file->problem_count));
    return object;
}

static json_t *files_json(struct maker *maker, const void *subject)
{
    const struct checked *checked = subject;
    json_t *files = maker_array(maker);
    for (size_t i = 0; i < checked->count; i++)
        maker_add(maker, files, file_json(maker, &checked->files[i]));
    return files;
}

static const char *name_of(const sg_checked_file *file)
{
    return strcmp(file->path, "-") == 0 ? "standard input" : file->path;
}

/* The file that the errors are in: not the checked one when a list that it
 * needs is broken. */
static const char *blamed(const sg_checked_file *file)
{
    const char *other = NULL;
    for (size_t i = 0; i < file->problem_count; i++) {
        const sg_error *problem = &file->problems[i];
        if (problem->warning)
            continue;
        if (problem->file[0] == '\0' ||
            strcmp(problem->file, name_of(file)) == 0)
            return name_of(file);
        other = other != NULL ? other : problem->file;
    }
    return other != NULL ? other : name_of(file);
}

static void framework_text(struct page *page, const sg_check_summary *summary)
{
    page_text(page, 5,
              "%s, version %s: %u famil%s, %u role%s, %u line%s, "
              "%u graded cell%s",
              summary->id, summary->version, (unsigned)summary->families,
              summary->families == 1 ? "y" : "ies", (unsigned)summary->roles,
              plural(summary->roles), (unsigned)summary->lines,
              plural(summary->lines), (unsigned)summary->cells,
              plural(summary->cells));
}

static void own_numbers_text(struct page *page, const sg_check_summary *summary)
{
    char statutory[64] = "", courses[64] = "";
    if (summary->statutory > 0)
        snprintf(statutory, sizeof(statutory),
                 ", %u kind%s of statutory training",
                 (unsigned)summary->statutory, plural(summary->statutory));
    if (summary->courses > 0)
        snprintf(courses, sizeof(courses), ", %u course%s of its own",
                 (unsigned)summary->courses, plural(summary->courses));
    page_text(page, 5, "%u number%s that a council decided%s%s",
              (unsigned)summary->numbers, plural(summary->numbers), statutory,
              courses);
}

static void contents_text(struct page *page, const sg_check_summary *summary)
{
    if (summary->catalogue)
        page_text(page, 5,
                  "Courses, version %s: %u course%s, %u award%s by number, "
                  "%u fund%s",
                  summary->version, (unsigned)summary->courses,
                  plural(summary->courses), (unsigned)summary->awards,
                  plural(summary->awards), (unsigned)summary->funds,
                  plural(summary->funds));
    else if (summary->overrides)
        own_numbers_text(page, summary);
    else
        framework_text(page, summary);
}

static void summary_text(struct page *page, const sg_checked_file *file)
{
    const sg_check_summary *summary = &file->summary;
    size_t all = (size_t)summary->errors + summary->warnings;
    bool good = summary->errors == 0;
    size_t errors = summary->errors;
    for (size_t i = 0; i < file->problem_count; i++)
        errors -= !file->problems[i].warning && errors > 0;
    if (all > file->problem_count)
        page_text(page, 0, "... and %zu more, %zu of them error%s.",
                  all - file->problem_count, errors, plural(errors));
    page_item(page, 0, good ? "OK   " : "BAD  ", good ? STYLE_MET : STYLE_UNMET,
              "%s: %u error%s, %u warning%s", blamed(file),
              (unsigned)summary->errors, plural(summary->errors),
              (unsigned)summary->warnings, plural(summary->warnings));
    if (strcmp(blamed(file), name_of(file)) != 0)
        page_text(page, 5, "%s was not checked; mend that first.",
                  name_of(file));
    if (good)
        contents_text(page, summary);
}

static void files_text(struct page *page, const void *subject)
{
    const struct checked *checked = subject;
    for (size_t i = 0; i < checked->count; i++) {
        const sg_checked_file *file = &checked->files[i];
        for (size_t p = 0; p < file->problem_count; p++)
            problem_text(page, NULL, &file->problems[p]);
        summary_text(page, file);
    }
}

static const struct report_row rows[] = {
    {"files", NULL, files_json, files_text, NULL},
};

const struct report *report_check_table(void)
{
    static const struct report report = {
        .kind = "check",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_check(const sg_checked_file *files, size_t count,
                          const sg_report_options *options, char **ret_text,
                          sg_error *reterr)
{
    const struct checked checked = {files, count};
    return report_write(report_check_table(), &checked, options, ret_text,
                        reterr);
}
