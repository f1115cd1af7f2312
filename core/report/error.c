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

/* text_plain() may need a few bytes for one. */
enum { PLAIN_GROWTH = 4 };

static char *error_json(const sg_error *error, const sg_error *problems,
                        size_t count)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    maker_put_number(&maker, root, "skillgap", REPORT_JSON_VERSION);
    maker_put_text(&maker, root, "kind", error->warning ? "warning" : "error");
    maker_put_number(&maker, root, "exit_code",
                     error->warning ? SG_OK : error->status);
    problem_put(&maker, root, error);
    if (!error->warning)
        maker_put(&maker, root, "problems",
                  problems_json(&maker, problems, count));
    return maker_print(&maker, root, MAKER_ONE_LINE);
}

static char *error_text(const sg_error *error, bool ascii)
{
    struct buffer line = {0};
    char *plain = NULL;
    problem_words(error, &line);
    if (line.failed)
        goto out;
    size_t room = line.size * PLAIN_GROWTH + 1;
    plain = malloc(room + 1);
    if (plain == NULL)
        goto out;
    text_plain(plain, room, line.data, ascii);
    size_t size = strlen(plain);
    plain[size] = '\n';
    plain[size + 1] = '\0';
out:
    buffer_done(&line);
    return plain;
}

sg_status sg_report_error(const sg_error *error,
                          const sg_report_options *options, char **ret_text)
{
    return sg_report_failure(error, NULL, 0, options, ret_text);
}

sg_status sg_report_failure(const sg_error *error, const sg_error *problems,
                            size_t count, const sg_report_options *options,
                            char **ret_text)
{
    bool json = options != NULL && options->json;
    bool ascii = options != NULL && options->ascii;
    *ret_text =
        json ? error_json(error, problems, count) : error_text(error, ascii);
    return *ret_text == NULL ? SG_STORAGE : SG_OK;
}
