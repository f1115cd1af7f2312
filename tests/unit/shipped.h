/* SPDX-License-Identifier: MIT */
/* A catalogue made by hand: the shipped frameworks, or any others, without
 * looking for files or plugins.
 *
 *     struct shipped shipped = shipped_open();
 *     sg_role role = shipped_role(&shipped, "county/administrator-1");
 *     shipped_close(&shipped);
 */
#ifndef TESTS_SHIPPED_H
#define TESTS_SHIPPED_H

#include "model/catalogue.h"
#include "skillgap/gap.h"

enum { SHIPPED_FRAMEWORKS = 2 };

struct shipped {
    struct reference *reference;
    struct in_use in_use[SHIPPED_FRAMEWORKS];
    struct sg_catalogue catalogue;
};

/* County and St Albans, without rules. It must not be copied afterwards. */
void shipped_open(struct shipped *shipped);

/* One framework from JSON, with the real reference lists. */
void shipped_from_json(struct shipped *shipped, const char *json);

void shipped_close(struct shipped *shipped);

/* Ends the test when there is no such role. */
sg_role shipped_role(const struct shipped *shipped, const char *id);

/* A gap; ends the test when it cannot be built. Free with sg_gap_free. */
sg_gap *shipped_gap(const struct shipped *shipped, const char *from,
                    const char *to, int32_t months);

/* The line of that id; ends the test when there is none. */
const sg_gap_line *gap_line(const sg_gap *gap, const char *id);

#endif
