/* SPDX-License-Identifier: MIT */
/* Reading the tables that tests are written in. */
#include "tsv.h"

#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

static bool read_row(struct tsv *tsv)
{
    if (!fgets(tsv->text, sizeof tsv->text, tsv->file))
        return false;
    tsv->row++;
    tsv->text[strcspn(tsv->text, "\r\n")] = '\0';
    tsv->count = 0;
    for (char *at = tsv->text; at && tsv->count < TSV_CELLS;) {
        tsv->cells[tsv->count++] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    return true;
}

struct tsv tsv_open(const char *path)
{
    struct tsv tsv = {0};
    char full[1024];

    snprintf(full, sizeof full, "%s/../%s", support_data(), path);
    tsv.file = fopen(full, "r");
    cr_assert(tsv.file, "cannot open the table %s", path);
    cr_assert(read_row(&tsv), "the table %s has no heading", path);
    return tsv;
}

bool tsv_next(struct tsv *tsv)
{
    return read_row(tsv);
}

void tsv_close(struct tsv *tsv)
{
    fclose(tsv->file);
}
