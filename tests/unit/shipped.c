/* SPDX-License-Identifier: MIT */
/* A catalogue made by hand. */
#include "shipped.h"

#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

static void join(struct shipped *shipped, uint32_t count)
{
    shipped->catalogue = (struct sg_catalogue){
        .reference = shipped->reference,
        .frameworks = shipped->in_use,
        .framework_count = count,
    };
}

void shipped_open(struct shipped *shipped)
{
    memset(shipped, 0, sizeof *shipped);
    shipped->reference = support_reference();
    shipped->in_use[0].framework =
        support_shipped(shipped->reference, "county");
    shipped->in_use[1].framework =
        support_shipped(shipped->reference, "st-albans");
    join(shipped, 2);
}

void shipped_from_json(struct shipped *shipped, const char *json)
{
    memset(shipped, 0, sizeof *shipped);
    shipped->reference = support_reference();
    shipped->in_use[0].framework = support_framework(shipped->reference, json);
    join(shipped, 1);
}

void shipped_close(struct shipped *shipped)
{
    for (size_t i = 0; i < SHIPPED_FRAMEWORKS; i++)
        framework_free(shipped->in_use[i].framework);
    reference_free(shipped->reference);
}

sg_role shipped_role(const struct shipped *shipped, const char *id)
{
    sg_role role = {0};
    sg_error error = {0};

    cr_assert_eq(sg_catalogue_find(&shipped->catalogue, id, &role, &error),
                 SG_OK, "%s: %s", id, error.message);
    return role;
}

sg_gap *shipped_gap(const struct shipped *shipped, const char *from,
                    const char *to, int32_t months)
{
    const sg_gap_request request = {
        .from = shipped_role(shipped, from),
        .to = shipped_role(shipped, to),
        .months = months,
    };
    sg_gap *gap = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_gap_new(&shipped->catalogue, &request, &gap, &error), SG_OK,
                 "%s > %s: %s", from, to, error.message);
    return gap;
}

const sg_gap_line *gap_line(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    cr_assert(false, "no line %s", id);
    return NULL;
}
