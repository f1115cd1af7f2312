/* SPDX-License-Identifier: MIT */
/* How many moves a search allows when nobody says. */
#include "path/usual.h"

enum { MORE_MOVES = 2 }; /* than the fewest possible */

static bool search_once(struct compiled *compiled, struct path_search *search,
                        uint32_t target, uint32_t moves,
                        struct path_answer *answer)
{
    const struct path_query query = {.start = compiled->start,
                                     .target = target,
                                     .most_moves = moves,
                                     .study_minutes = compiled->study_minutes};
    const struct path_limits limits = {.most_labels = LIMIT_PATH_LABELS};

    path_answer_done(answer);
    compiled->looked = moves;
    return path_search_run(search, &query, &limits, answer);
}

/* Two moves more than were enough. Where that cannot be gone through whole,
 * what was found with fewer moves counts all the same. */
static bool search_wider(struct compiled *compiled, struct path_search *search,
                         uint32_t target, uint32_t moves,
                         struct path_answer *answer)
{
    const uint32_t most = compiled->most;
    struct path_answer narrow = *answer;
    bool done;

    *answer = (struct path_answer){0};
    done = search_once(compiled, search, target,
                       moves + MORE_MOVES < most ? moves + MORE_MOVES : most,
                       answer);
    if (done && !answer->exact)
        done = path_answer_join(answer, &narrow);
    path_answer_done(&narrow);
    return done;
}

/* The fewest moves with which there is a path, and then two more. */
static bool search_usual(struct compiled *compiled, struct path_search *search,
                         uint32_t target, struct path_answer *answer)
{
    uint32_t moves = compiled->whole ? 1 : compiled->fewest;

    for (; moves < compiled->most; moves++) {
        if (!search_once(compiled, search, target, moves, answer))
            return false;
        if (answer->point_count > 0)
            break;
    }
    return search_wider(compiled, search, target, moves, answer);
}

bool usual_search(struct compiled *compiled, struct path_search *search,
                  uint32_t target, bool given, struct path_answer *answer)
{
    *answer = (struct path_answer){.exact = true, .months_at_least = PATH_NONE};
    compiled->looked = compiled->most;
    if (target == PATH_NONE)
        return true;
    return given ? search_once(compiled, search, target, compiled->most, answer)
                 : search_usual(compiled, search, target, answer);
}
