/* SPDX-License-Identifier: MIT */
/* A ladder of two roles with a few courses whose figures can be added up by
 * hand. "proven" is a year, every subject is relevant, study is 10 hours a
 * week, and four months have passed in the lower role.
 *
 *     small_open(&small, "", LINE("x", NVQ(2)),
 *                COURSE("two", "2", "6", "0", "600", ""));
 *     sg_ways *ways = small_ways(&small, TODAY);
 *     sg_ways_free(ways);
 *     small_close(&small);
 */
#ifndef TESTS_SMALL_COURSES_H
#define TESTS_SMALL_COURSES_H

#include "shipped.h"
#include "small.h"

#include "model/courses.h"
#include "skillgap/ways.h"

#define TODAY "2026-11-22"

/* A course that gives a qualification; in single quotes, as all JSON here. */
#define COURSE(id, level, months, hours, price, more)                          \
    "{'id':'" id "','title':'Course " id "','kind':'qualification',"           \
    "'source':'list','gives':{'qualification':{'type':'diploma','level'"       \
    ":" level ",'scale':'RQF','size':'diploma','subject':'15.2'}},"            \
    "'hours':{'total':" hours ",'source':'list'},"                             \
    "'months':{'typical':" months ",'source':'list'},"                         \
    "'price':{'typical':" price ",'least':0,'most':9000,'source':'list'}" more \
    "}"
#define NEEDS_LEVEL(level)                                                     \
    ",'requires':{'op':'qualification','label':'level " level "',"             \
    "'criterion':'vocational-qualification','scale':'RQF','level':" level      \
    ",'equivalent':true,'subject':'any'},'requires_source':'list'"
#define FUND(dates) ",'funding':[{'fund':'loan'" dates "}]"
#define AWARD(dates)                                                           \
    ",'awards':[{'number':'601/3608/X','body':'A body','source':'list'" dates  \
    "}]"

struct small {
    struct shipped shipped;
    struct courses *courses;
    struct quals *quals;
};

/* The essential lines of the two roles, and the list of courses in single
 * quotes; NULL: there is no catalogue of courses. */
void small_open(struct small *small, const char *low, const char *high,
                const char *courses);
void small_close(struct small *small);

/* From the lower role to the higher, on a day; and its ways. */
sg_gap_request small_request(const struct small *small, const char *today);
sg_ways *small_ways(const struct small *small, const char *today);

#endif
