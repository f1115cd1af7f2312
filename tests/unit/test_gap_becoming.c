/* SPDX-License-Identifier: MIT */
/* Desirable now, essential later. */
#include "shipped.h"

#include <criterion/criterion.h>
#include <string.h>

/* The county document, step by step: exactly what turns essential. */
static const struct {
    const char *from, *to;
    const char *criteria[3];
    bool alternative;
    const char *reason;
} steps[] = {
    {"county/admin-assistant-1",
     "county/admin-assistant-2",
     {"work-experience"},
     true,
     "some previous work experience, there one way beside NVQ 2; keyboard "
     "skills are essential already"},
    {"county/admin-assistant-2",
     "county/administrator-1",
     {"icdl", "health-safety"},
     false,
     "both desirable for the Assistant 2"},
    {"county/administrator-1",
     "county/administrator-2",
     {NULL},
     false,
     "nothing desirable turns essential"},
    {"county/administrator-2",
     "county/senior-administrator",
     {"vocational-qualification"},
     true,
     "NVQ 3, there one way beside significant experience"},
    {"county/senior-administrator",
     "county/office-manager",
     {"supervisory-experience"},
     false,
     "some supervisory experience"},
};

static bool expected(size_t step, const char *criterion)
{
    for (size_t i = 0; i < 3 && steps[step].criteria[i]; i++)
        if (strcmp(steps[step].criteria[i], criterion) == 0)
            return true;
    return false;
}

Test(becoming, each_step_of_the_county_ladder_announces_exactly_its_own)
{
    struct shipped shipped;

    shipped_open(&shipped);
    for (size_t s = 0; s < sizeof steps / sizeof steps[0]; s++) {
        sg_gap *gap = shipped_gap(&shipped, steps[s].from, steps[s].to,
                                  SG_MONTHS_UNKNOWN);
        size_t found = 0;
        size_t wanted = 0;
        while (wanted < 3 && steps[s].criteria[wanted])
            wanted++;
        for (size_t i = 0; i < gap->becoming_count; i++) {
            const sg_becoming *one = &gap->becoming[i];
            if (strcmp(one->essential_at, steps[s].to) != 0)
                continue;
            cr_expect(expected(s, one->criterion), "%s > %s announces %s: %s",
                      steps[s].from, steps[s].to, one->criterion,
                      steps[s].reason);
            cr_expect_eq(one->alternative, steps[s].alternative, "%s > %s: %s",
                         steps[s].from, steps[s].to, steps[s].reason);
            found++;
        }
        cr_expect_eq(found, wanted, "%s > %s announces %zu, not %zu: %s",
                     steps[s].from, steps[s].to, found, wanted,
                     steps[s].reason);
        sg_gap_free(gap);
    }
    shipped_close(&shipped);
}

Test(becoming, a_later_level_is_announced_once_with_the_first_role)
{
    struct shipped shipped;
    size_t found = 0;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "county/admin-assistant-1",
                              "county/admin-assistant-2", SG_MONTHS_UNKNOWN);
    for (size_t i = 0; i < gap->becoming_count; i++)
        if (strcmp(gap->becoming[i].criterion, "health-safety") == 0) {
            cr_expect_str_eq(gap->becoming[i].essential_at,
                             "county/administrator-1");
            cr_expect_str_eq(gap->becoming[i].desirable_at,
                             "county/admin-assistant-1");
            found++;
        }
    cr_expect_eq(found, 1);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(becoming, from_another_family_the_targets_own_are_announced)
{
    struct shipped shipped;
    bool found = false;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "st-albans/technical-professional-a",
                              "county/admin-assistant-2", SG_MONTHS_UNKNOWN);
    for (size_t i = 0; i < gap->becoming_count; i++)
        found |= strcmp(gap->becoming[i].criterion, "icdl") == 0 &&
                 strcmp(gap->becoming[i].desirable_at,
                        "county/admin-assistant-2") == 0;
    cr_expect(found);
    sg_gap_free(gap);
    shipped_close(&shipped);
}
