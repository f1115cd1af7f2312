/* SPDX-License-Identifier: MIT */
/* How long the search for paths takes on graphs of several sizes.
 *
 *     path_bench [-r ROLES] [-m MOVES] [-q QUERIES] [-t SECONDS] [-l LABELS]
 *                [-s SEED] [-w SLOWEST] [-f START -e TARGET] [-g]
 *
 * Without options all sizes, 200 queries for each number of moves, with the
 * ceiling of labels that the product has. -r and -m keep to one size or one
 * number of moves, -t begins no query of a row after so many seconds, -w lists
 * so many of the slowest queries, -f with -e asks that one query only, -g shows
 * the graphs only. Only a release build says anything.
 *
 * Queries are drawn for each number of moves anew, so that some need all of
 * them: rows of one size are not the same questions with more freedom. */
#include "base/limits.h"
#include "path/search.h"
#include "path_chance.h"
#include "path_graph.h"
#include "path_times.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static const struct {
    uint32_t roles;
    uint32_t moves[3];
} sizes[] = {{18, {8}}, {500, {4, 5, 6}}, {3000, {4, 5, 6}}};

struct wishes {
    uint32_t roles; /* 0: all sizes */
    uint32_t moves; /* 0: all that stand above */
    uint32_t queries;
    uint32_t seconds; /* for a row */
    uint32_t labels;
    uint32_t seed;
    uint32_t slowest;
    uint32_t start; /* of the one query; PATH_NONE: as chance has it */
    uint32_t target;
    bool graphs_only;
};

/* What became of one query. */
struct outcome {
    struct path_query query;
    double ms;
    uint32_t labels;
    uint32_t points;
    uint64_t bytes;
    bool exact;
};

static void ask(struct path_search *search, const struct wishes *wishes,
                struct outcome *outcome)
{
    const struct path_limits limits = {.most_labels = wishes->labels,
                                       .broken = PATH_WHOLE};
    struct path_answer answer;
    const int64_t begin = times_now_ns();

    if (!path_search_run(search, &outcome->query, &limits, &answer)) {
        fputs("no memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    outcome->ms = (double)(times_now_ns() - begin) / 1e6;
    outcome->labels = answer.labels;
    outcome->points = answer.point_count;
    outcome->bytes = answer.bytes;
    outcome->exact = answer.exact;
    path_answer_done(&answer);
}

static int slowest_first(const void *a, const void *b)
{
    const double x = ((const struct outcome *)a)->ms;
    const double y = ((const struct outcome *)b)->ms;
    return (x < y) - (x > y);
}

static void print_slowest(struct outcome *outcomes, uint32_t count,
                          const struct wishes *wishes)
{
    qsort(outcomes, count, sizeof(*outcomes), slowest_first);
    for (uint32_t i = 0; i < wishes->slowest && i < count; i++)
        printf("    seed %u start %u target %u moves %u: %.2f ms, %u labels, "
               "%u points%s\n",
               wishes->seed, outcomes[i].query.start, outcomes[i].query.target,
               outcomes[i].query.most_moves, outcomes[i].ms, outcomes[i].labels,
               outcomes[i].points, outcomes[i].exact ? "" : ", cut");
}

static void print_head(void)
{
    printf("%5s %5s %5s %10s %10s %10s %10s %10s %8s %6s %5s %6s\n", "roles",
           "moves", "asked", "median ms", "99% ms", "worst ms", "median",
           "most", "MiB", "cut %", "none", "points");
    printf("%55s %21s %8s\n", "", "labels", "at most");
    fflush(stdout);
}

/* One row; "none" counts the queries that no path answers. */
static void print_row(uint32_t roles, uint32_t moves,
                      const struct outcome *outcomes, uint32_t count)
{
    double *ms = must_have(count, sizeof(*ms));
    double *labels = must_have(count, sizeof(*labels));
    uint64_t bytes = 0;
    uint32_t cut = 0, none = 0, points = 0;

    for (uint32_t i = 0; i < count; i++) {
        ms[i] = outcomes[i].ms;
        labels[i] = outcomes[i].labels;
        if (outcomes[i].bytes > bytes)
            bytes = outcomes[i].bytes;
        cut += !outcomes[i].exact;
        none += outcomes[i].points == 0;
        points += outcomes[i].points;
    }
    times_sort(ms, count);
    times_sort(labels, count);
    printf("%5u %5u %5u %10.3f %10.3f %10.3f %10.0f %10.0f %8.1f %6.1f %5u "
           "%6.1f\n",
           roles, moves, count, times_median(ms, count),
           times_percentile(ms, count, 99), ms[count - 1],
           times_median(labels, count), labels[count - 1],
           (double)bytes / (1024 * 1024), 100.0 * cut / count, none,
           (double)points / count);
    fflush(stdout);
    free(ms);
    free(labels);
}

static void take_wished(struct path_query *query, uint32_t roles,
                        const struct wishes *wishes)
{
    query->start = wishes->start;
    query->target = wishes->target;
    if (query->start < roles && query->target < roles &&
        query->start != query->target)
        return;
    fprintf(stderr, "of %u roles two are wanted\n", roles);
    exit(EXIT_FAILURE);
}

static void measure(struct path_search *search, const struct path_graph *graph,
                    uint32_t moves, const struct wishes *wishes)
{
    const bool one = wishes->start != PATH_NONE && wishes->target != PATH_NONE;
    const uint32_t most = one ? 1 : wishes->queries;
    struct path_query *queries = must_have(most, sizeof(*queries));
    struct outcome *outcomes = must_have(most, sizeof(*outcomes));
    const int64_t end = times_now_ns() + (int64_t)wishes->seconds * 1000000000;
    uint32_t asked = 0;

    path_graph_queries(graph, wishes->seed, moves, queries, most);
    if (one)
        take_wished(&queries[0], graph->problem.role_count, wishes);
    while (asked < most && (asked == 0 || times_now_ns() < end)) {
        outcomes[asked].query = queries[asked];
        ask(search, wishes, &outcomes[asked++]);
    }
    print_row(graph->problem.role_count, moves, outcomes, asked);
    print_slowest(outcomes, asked, wishes);
    free(queries);
    free(outcomes);
}

static void measure_size(uint32_t roles, const uint32_t moves[3],
                         const struct wishes *wishes)
{
    struct path_graph *graph =
        path_graph_new(roles, wishes->seed, PATH_GRAPH_WHOLE);
    const char *wrong = path_graph_wrong(graph);
    if (wrong) {
        fprintf(stderr, "the graph of %u roles is wrong: %s\n", roles, wrong);
        exit(EXIT_FAILURE);
    }
    if (wishes->graphs_only) {
        path_graph_print(graph, stdout);
        path_graph_free(graph);
        return;
    }
    struct path_search *search = path_search_new(&graph->problem);
    if (!search) {
        fputs("no memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    if (wishes->moves)
        measure(search, graph, wishes->moves, wishes);
    for (size_t i = 0; !wishes->moves && i < 3 && moves[i]; i++)
        measure(search, graph, moves[i], wishes);
    path_search_free(search);
    path_graph_free(graph);
}

static void read_options(int argc, char **argv, struct wishes *wishes)
{
    for (int option;
         (option = getopt(argc, argv, "r:m:q:t:l:s:w:f:e:g")) != -1;) {
        if (option == 'r')
            wishes->roles = times_number(optarg, 4, 100000);
        else if (option == 'm')
            wishes->moves = times_number(optarg, 1, 100);
        else if (option == 'q')
            wishes->queries = times_number(optarg, 1, MOST_QUERIES);
        else if (option == 't')
            wishes->seconds = times_number(optarg, 1, UINT32_MAX);
        else if (option == 'l')
            wishes->labels = times_number(optarg, 1, UINT32_MAX - 1);
        else if (option == 's')
            wishes->seed = times_number(optarg, 0, UINT32_MAX);
        else if (option == 'w')
            wishes->slowest = times_number(optarg, 0, MOST_QUERIES);
        else if (option == 'f')
            wishes->start = times_number(optarg, 0, PATH_NONE - 1);
        else if (option == 'e')
            wishes->target = times_number(optarg, 0, PATH_NONE - 1);
        else if (option == 'g')
            wishes->graphs_only = true;
        else
            exit(EXIT_FAILURE);
    }
}

int main(int argc, char **argv)
{
    static const uint32_t usual[3] = {4, 5, 6};
    const size_t size_count = sizeof(sizes) / sizeof(*sizes);
    struct wishes wishes = {.queries = 200,
                            .seconds = UINT32_MAX,
                            .labels = LIMIT_PATH_LABELS,
                            .start = PATH_NONE,
                            .target = PATH_NONE,
                            .seed = GRAPH_SEED};
    struct rusage usage;
    bool known = false;

    read_options(argc, argv, &wishes);
    if (!wishes.graphs_only)
        print_head();
    for (size_t i = 0; i < size_count; i++)
        if (!wishes.roles || wishes.roles == sizes[i].roles) {
            measure_size(sizes[i].roles, sizes[i].moves, &wishes);
            known = true;
        }
    if (!known)
        measure_size(wishes.roles, usual, &wishes);
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        printf("the process took %.1f MiB at most\n",
               (double)usage.ru_maxrss / 1024);
    return EXIT_SUCCESS;
}
