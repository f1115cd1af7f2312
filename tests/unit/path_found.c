/* SPDX-License-Identifier: MIT */
/* A search, its answer and the front of that. */
#include "path_found.h"

#include <criterion/criterion.h>

void found_open(struct found *ret_found, const struct path_random *random,
                uint32_t most_labels)
{
    const struct path_limits limits = {.most_labels = most_labels};

    ret_found->search = path_search_new(&random->problem);
    cr_assert_not_null(ret_found->search);
    cr_assert(path_search_run(ret_found->search, &random->query, &limits,
                              &ret_found->answer));
    path_front_of(&ret_found->answer, &ret_found->front);
}

void found_done(struct found *found)
{
    path_answer_done(&found->answer);
    path_search_free(found->search);
}
