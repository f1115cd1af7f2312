/* SPDX-License-Identifier: MIT */
/* A small ladder with a few courses. */
#include "small_courses.h"

#include "support.h"
#include "title_table.h"

#include "quals/claim.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static int all_relevant(const void *context, const char *family,
                        const char *subject)
{
    (void)context;
    (void)family;
    (void)subject;
    return 1;
}

/* "proven" is a year. */
static bool year(const void *context, const struct rules_experience *experience,
                 struct months_rule *months)
{
    (void)context;
    *months = (struct months_rule){
        .months = 12, .assumed = true, .reason = "nobody says"};
    return experience->word && strcmp(experience->word, "proven") == 0;
}

static const struct rules rules = {
    .id = "test", .subject_relevance = all_relevant, .experience_months = year};

/* A list of courses, at 10 hours a week of study. */
static void read_list(struct small *small, const char *courses)
{
    char text[8192];
    sg_error error = {0};

    snprintf(text, sizeof text,
             "{'format':'skillgap-courses/1','version':'1','as_of':"
             "'2026-11-22','sources':[{'id':'list','title':'A "
             "list','as_of':'2026-01-01'}],"
             "'study_hours_per_week':{'value':10,'source':'list'},"
             "'usual_training':{'hours':7,'price':50,'source':'list'},"
             "'funding':[{'id':'loan','title':'Loan','pays':'All.',"
             "'who':'All.','employee_pays':'All.','source':'list'}],"
             "'courses':[%s]}",
             courses);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    struct buffer bytes = support_bytes(text);
    cr_assert_eq(read_courses(&bytes, "courses.json", small->shipped.reference,
                              NULL, &small->courses, &error),
                 SG_OK, "%s %s", error.pointer, error.message);
    buffer_done(&bytes);
    for (uint32_t i = 0; i < small->courses->count; i++)
        if (small->courses->items[i].gives_qualification)
            claim_read(small->quals, &small->courses->items[i].qualification,
                       &small->courses->items[i].claim);
}

void small_open(struct small *small, const char *low, const char *high,
                const char *courses)
{
    memset(small, 0, sizeof *small);
    shipped_from_json(&small->shipped, small_framework(low, "", high, ""));
    small->shipped.in_use[0].rules = &rules;
    small->quals = table_quals();
    if (courses) {
        read_list(small, courses);
        small->shipped.catalogue.courses = small->courses;
    }
}

void small_close(struct small *small)
{
    courses_free(small->courses);
    quals_free(small->quals);
    shipped_close(&small->shipped);
}

sg_gap_request small_request(const struct small *small, const char *today)
{
    return (sg_gap_request){.from = shipped_role(&small->shipped, "t/low"),
                            .to = shipped_role(&small->shipped, "t/high"),
                            .months = 4,
                            .today = today};
}

sg_ways *small_ways(const struct small *small, const char *today)
{
    const sg_gap_request request = small_request(small, today);
    sg_ways *ways = NULL;
    sg_error error = {0};

    cr_assert_eq(
        sg_ways_new(&small->shipped.catalogue, &request, &ways, &error), SG_OK,
        "%s", error.message);
    return ways;
}
