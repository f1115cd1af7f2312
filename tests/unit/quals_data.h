/* SPDX-License-Identifier: MIT */
/* The shipped knowledge of qualifications, changed in one place.
 *
 *     struct quals *quals = NULL;
 *     quals_data_with("qualifications.json", "'full': '2'", "'full': '3'",
 *                     &quals, &error);
 *     quals_free(quals);
 */
#ifndef TESTS_QUALS_DATA_H
#define TESTS_QUALS_DATA_H

#include "quals/quals.h"

/* Reads data/reference/ with the first `from` of one file exchanged for `to`,
 * both in single quotes where JSON has double ones. What is there must be
 * there: otherwise the test ends. */
sg_status quals_data_with(const char *file, const char *from, const char *to,
                          struct quals **ret_quals, sg_error *reterr);

#endif
