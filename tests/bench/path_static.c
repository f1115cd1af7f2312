/* SPDX-License-Identifier: MIT */
/* The search for paths beside two libraries, on graphs where nothing is asked
 * for. Both are for graphs in general and know no requirements; so this tells
 * only what our search costs where it is not needed, and that it agrees.
 *
 *     path_static [-r ROLES] [-q QUERIES] [-b BOOST_QUERIES]
 *
 * One criterion: our least months against igraph's Dijkstra. We always find
 * the whole front of months and moves, and stop at a number of moves; it is
 * the fewest that an optimal path has, which igraph tells beforehand. igraph is
 * asked in two ways, for the distance alone and for the path; which of them is
 * the faster differs, and the ratio is taken against the faster.
 *
 * Two criteria: our front of months and moves against Boost's, both with five
 * moves at most. Boost does not aim at one target: it finds the front of every
 * role and knows no bound on what is left. It gets fewer queries on large
 * graphs because it is slow there.
 *
 * Each query is put to one after the other, several times; the least time of
 * each counts, and the medians are of these. */
#include "path/search.h"
#include "path_chance.h"
#include "path_graph.h"
#include "path_rivals.h"
#include "path_times.h"

#include <stdlib.h>
#include <unistd.h>

enum { ROUNDS = 3, MOST_MOVES = 5, LABELS = 100000000, LARGE = 1000 };

static const uint32_t sizes[] = {18, 500, 3000};
enum { SIZE_COUNT = sizeof(sizes) / sizeof(*sizes) };

struct field {
    struct path_graph *graph;
    struct path_search *search;
    struct rival_igraph *igraph;
    struct rival_boost *boost;
    struct path_query *queries;
    uint32_t count;
    uint32_t boost_count;
};

/* In microseconds, by query; each the least so far. */
struct times {
    double *ours;
    double *theirs;
    double *path; /* igraph with the path */
};

static void keep_least(double *least, int64_t begin_ns)
{
    const double us = (double)(times_now_ns() - begin_ns) / 1e3;
    if (*least == 0 || us < *least)
        *least = us;
}

/* Our front and its time. */
static size_t ask_us(struct path_search *search, const struct path_query *query,
                     struct rival_pair *ret_front, double *least)
{
    const struct path_limits limits = {.most_labels = LABELS,
                                       .broken = PATH_WHOLE};
    struct path_answer answer;
    const int64_t begin = times_now_ns();

    if (!path_search_run(search, query, &limits, &answer)) {
        fputs("no memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    for (uint32_t i = 0; i < answer.point_count && i < query->most_moves; i++) {
        ret_front[i].months = answer.points[i].months;
        ret_front[i].moves = answer.points[i].moves;
    }
    const size_t count = answer.point_count;
    path_answer_done(&answer);
    keep_least(least, begin);
    return count;
}

static struct times times_for(uint32_t count)
{
    return (struct times){must_have(count, sizeof(double)),
                          must_have(count, sizeof(double)),
                          must_have(count, sizeof(double))};
}

static void times_free(struct times *times)
{
    free(times->ours);
    free(times->theirs);
    free(times->path);
}

static double median_of(double *values, uint32_t count)
{
    times_sort(values, count);
    return times_median(values, count);
}

/* ---- One criterion ---- */

static bool months_differ(const struct field *field, uint32_t index,
                          struct times *times)
{
    struct path_query query = field->queries[index];
    query.most_moves =
        rival_igraph_moves(field->igraph, query.start, query.target);
    struct rival_pair *front = must_have(query.most_moves, sizeof(*front));
    bool differ = false;

    for (int i = 0; i < ROUNDS; i++) {
        const size_t count =
            ask_us(field->search, &query, front, &times->ours[index]);
        int64_t begin = times_now_ns();
        const uint32_t months =
            rival_igraph_months(field->igraph, query.start, query.target);
        keep_least(&times->theirs[index], begin);
        begin = times_now_ns();
        const uint32_t again = rival_igraph_months_of_path(
            field->igraph, query.start, query.target);
        keep_least(&times->path[index], begin);
        differ |= count == 0 || front[0].months != months || again != months;
    }
    if (differ)
        printf("    differs: start %u target %u moves %u\n", query.start,
               query.target, query.most_moves);
    free(front);
    return differ;
}

static uint32_t one_criterion(const struct field *field)
{
    struct times times = times_for(field->count);
    uint32_t differ = 0;

    for (uint32_t i = 0; i < field->count; i++)
        differ += months_differ(field, i, &times);
    const double ours = median_of(times.ours, field->count);
    const double distance = median_of(times.theirs, field->count);
    const double path = median_of(times.path, field->count);
    const double theirs = distance < path ? distance : path;
    printf("%5u %-24s %7u %10.1f %10.1f %8.4f %7u   distance %.1f, path %.1f\n",
           field->graph->problem.role_count, "least months, igraph",
           field->count, ours, theirs, ours / theirs, differ, distance, path);
    fflush(stdout);
    times_free(&times);
    return differ;
}

/* ---- Two criteria ---- */

static bool fronts_differ(const struct field *field, uint32_t index,
                          struct times *times)
{
    const struct path_query *query = &field->queries[index];
    struct rival_pair ours[MOST_MOVES], theirs[MOST_MOVES];
    const int rounds = field->graph->problem.role_count < LARGE ? ROUNDS : 1;
    bool differ = false;

    for (int i = 0; i < rounds; i++) {
        const size_t our_count =
            ask_us(field->search, query, ours, &times->ours[index]);
        const int64_t begin = times_now_ns();
        const size_t their_count =
            rival_boost_front(field->boost, query, theirs);
        keep_least(&times->theirs[index], begin);
        differ |= our_count != their_count || our_count == 0;
        for (size_t k = 0; !differ && k < our_count; k++)
            differ = ours[k].months != theirs[k].months ||
                     ours[k].moves != theirs[k].moves;
    }
    if (differ)
        printf("    differs: start %u target %u moves %u\n", query->start,
               query->target, query->most_moves);
    return differ;
}

static uint32_t two_criteria(const struct field *field)
{
    const uint32_t count = field->boost_count;
    struct times times = times_for(count);
    uint32_t differ = 0;

    for (uint32_t i = 0; i < count; i++)
        differ += fronts_differ(field, i, &times);
    const double ours = median_of(times.ours, count);
    const double theirs = median_of(times.theirs, count);
    printf("%5u %-24s %7u %10.1f %10.1f %8.4f %7u\n",
           field->graph->problem.role_count, "months and moves, Boost", count,
           ours, theirs, ours / theirs, differ);
    fflush(stdout);
    times_free(&times);
    return differ;
}

static uint32_t compare(uint32_t roles, uint32_t queries, uint32_t boost_most)
{
    struct path_graph *graph =
        path_graph_new(roles, GRAPH_SEED, PATH_GRAPH_STATIC);
    struct field field = {
        .graph = graph,
        .search = path_search_new(&graph->problem),
        .igraph = rival_igraph_new(&graph->problem),
        .boost = rival_boost_new(&graph->problem),
        .queries = must_have(queries, sizeof(struct path_query)),
        .count = queries,
        .boost_count = queries,
    };
    if (!field.search) {
        fputs("no memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    if (roles >= LARGE && field.boost_count > boost_most)
        field.boost_count = boost_most;
    path_graph_queries(graph, GRAPH_SEED, MOST_MOVES, field.queries, queries);
    uint32_t differ = one_criterion(&field);
    differ += two_criteria(&field);
    path_search_free(field.search);
    rival_igraph_free(field.igraph);
    rival_boost_free(field.boost);
    free(field.queries);
    path_graph_free(graph);
    return differ;
}

int main(int argc, char **argv)
{
    uint32_t only = 0;
    uint32_t queries = 200;
    uint32_t boost_most = 20;
    uint32_t differ = 0;

    for (int option; (option = getopt(argc, argv, "r:q:b:")) != -1;) {
        if (option == 'r')
            only = times_number(optarg, 4, 100000);
        else if (option == 'q')
            queries = times_number(optarg, 1, MOST_QUERIES);
        else if (option == 'b')
            boost_most = times_number(optarg, 1, MOST_QUERIES);
        else
            return EXIT_FAILURE;
    }
    printf("igraph %s, Boost %s; medians in microseconds\n",
           rival_igraph_version(), rival_boost_version());
    printf("%5s %-24s %7s %10s %10s %8s %7s\n", "roles", "what, beside whom",
           "queries", "ours", "theirs", "ratio", "differ");
    for (size_t i = 0; i < SIZE_COUNT; i++)
        if (!only || only == sizes[i])
            differ += compare(sizes[i], queries, boost_most);
    return differ ? EXIT_FAILURE : EXIT_SUCCESS;
}
