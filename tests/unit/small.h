/* SPDX-License-Identifier: MIT */
/* Small frameworks for tests that need one role to look at another.
 *
 *     char *json = small_framework("[LINE_A]", "[LINE_B]", "", "");
 *
 * A ladder of two roles of one family: t/low (rank 1) and t/high (rank 2).
 * Lists of lines are JSON arrays without the brackets. */
#ifndef TESTS_SMALL_H
#define TESTS_SMALL_H

/* The string is static and holds until the next call. */
const char *small_framework(const char *low_essential,
                            const char *low_desirable,
                            const char *high_essential,
                            const char *high_desirable);

/* Leaves, ready to stand in a line. */
#define NVQ(level)                                                             \
    "{\"op\":\"qualification\",\"label\":\"NVQ " #level                        \
    "\",\"criterion\":\"vocational-qualification\",\"scale\":\"NVQ\","         \
    "\"level\":" #level ",\"equivalent\":true,\"subject\":\"relevant\"}"
#define RQF(level)                                                             \
    "{\"op\":\"qualification\",\"label\":\"Level " #level                      \
    "\",\"criterion\":\"vocational-qualification\",\"scale\":\"RQF\","         \
    "\"level\":" #level ",\"equivalent\":true,\"subject\":\"relevant\"}"
#define SKILL(criterion, degree)                                               \
    "{\"op\":\"skill\",\"label\":\"" degree " " criterion                      \
    "\",\"criterion\":\"" criterion "\",\"degree\":\"" degree "\"}"
#define WORK(word)                                                             \
    "{\"op\":\"experience\",\"label\":\"" word                                 \
    " work\",\"criterion\":\"work-experience\",\"word\":\"" word               \
    "\",\"areas\":[\"office\"]}"
#define AT(word, role)                                                         \
    "{\"op\":\"experience\",\"label\":\"" word " at " role                     \
    "\",\"criterion\":\"work-experience\",\"word\":\"" word                    \
    "\",\"roles\":[\"" role "\"]}"
#define ANY(...) "{\"op\":\"any\",\"parts\":[" __VA_ARGS__ "]}"
#define ALL(...) "{\"op\":\"all\",\"parts\":[" __VA_ARGS__ "]}"
#define TWO_OF(...) "{\"op\":\"at-least\",\"n\":2,\"parts\":[" __VA_ARGS__ "]}"
#define LINE(id, needs)                                                        \
    "{\"id\":\"" id "\",\"items\":[\"1\"],\"needs\":" needs "}"

#endif
