/* SPDX-License-Identifier: MIT */
/* A search, its answer and the front of that.
 *
 *     struct found found;
 *     found_open(&found, &random, NO_CEILING);
 *     found_done(&found);
 */
#ifndef TESTS_PATH_FOUND_H
#define TESTS_PATH_FOUND_H

#include "path_exhaustive.h"

enum { NO_CEILING = 1 << 22 };

/* Fronts are some kilobytes: each test keeps what it needs. */
struct found {
    struct path_search *search;
    struct path_answer answer;
    struct path_front front;
};

/* Ends the test without memory. */
void found_open(struct found *ret_found, const struct path_random *random,
                uint32_t most_labels);
void found_done(struct found *found);

#endif
