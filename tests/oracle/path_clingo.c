/* SPDX-License-Identifier: MIT */
/* Holds the path search, and the oracle that the unit tests hold it to, to a
 * third opinion: path.lp, solved by clingo.
 *
 *     path_clingo PATH.LP [CASES [FIRST_SEED]]
 *
 * Cases are those of tests/unit/path_random.h, one for each seed, until so many
 * (1000) have a path. For every tenth seed clingo lists all that is attainable
 * as well, without the options that leave out what is worse.
 *
 * 0: all fronts are the same; 1: they are not, or clingo failed; 2: wrong
 * arguments; 77: clingo is not installed. */
#include "path_exhaustive.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXIT_USAGE = 2, EXIT_SKIPPED = 77, NOT_FOUND = 127 };
enum { COMMAND_MOST = 4096, EVERY_TENTH = 10 };

/* clingo's own: every answer was found, or there is none. */
enum { CLINGO_ALL = 30, CLINGO_NONE = 20 };

static const char best_only[] = "--heuristic=Domain --enum-mode=domRec";
static const char attainable[] = "--project=show";

struct run {
    const char *program; /* path.lp */
    char facts[64];      /* a file with the case at hand */
    unsigned compared;
    unsigned two_or_more;
    unsigned different;
};

static bool has_clingo(void)
{
    const int status = system("clingo --version >/dev/null 2>&1");

    return !WIFEXITED(status) || WEXITSTATUS(status) != NOT_FOUND;
}

static void write_facts(const struct run *run, const struct path_random *random)
{
    FILE *file = fopen(run->facts, "w");

    if (!file) {
        perror(run->facts);
        exit(EXIT_FAILURE);
    }
    path_random_facts(random, file);
    if (fclose(file) != 0) {
        perror(run->facts);
        exit(EXIT_FAILURE);
    }
}

/* One answer is a line such as "moves(2) pence(70) months(3)". */
static bool read_triple(const char *line, struct path_triple *ret_triple)
{
    const char *months = strstr(line, "months(");
    const char *pence = strstr(line, "pence(");
    const char *moves = strstr(line, "moves(");

    if (!months || !pence || !moves)
        return false;
    ret_triple->months = (uint32_t)strtoul(months + 7, NULL, 10);
    ret_triple->pence = strtoull(pence + 6, NULL, 10);
    ret_triple->moves = (uint32_t)strtoul(moves + 6, NULL, 10);
    return true;
}

/* False: clingo failed. */
static bool ask_clingo(const struct run *run, const char *options,
                       struct path_front *ret_front)
{
    char command[COMMAND_MOST], line[256];
    struct path_triple triple;

    ret_front->count = 0;
    if (snprintf(command, sizeof(command), "clingo --verbose=0 %s 0 '%s' '%s'",
                 options, run->program, run->facts) >= (int)sizeof(command))
        return false;
    FILE *answers = popen(command, "r");
    if (!answers)
        return false;
    while (fgets(line, sizeof(line), answers))
        if (read_triple(line, &triple))
            path_front_add(ret_front, triple);
    const int status = pclose(answers);
    return WIFEXITED(status) &&
           WEXITSTATUS(status) == (ret_front->count ? CLINGO_ALL : CLINGO_NONE);
}

static bool ask_search(const struct path_random *random,
                       struct path_front *ret_front)
{
    static const struct path_limits limits = {.most_labels = 1u << 22};
    struct path_search *search = path_search_new(&random->problem);
    struct path_answer answer;

    if (!search || !path_search_run(search, &random->query, &limits, &answer))
        abort();
    const bool exact = answer.exact;
    path_front_of(&answer, ret_front);
    path_answer_done(&answer);
    path_search_free(search);
    return exact;
}

static void print_front(const char *name, const struct path_front *front)
{
    printf("  %s:", name);
    for (uint32_t i = 0; i < front->count; i++)
        printf(" (%u months, %llu pence, %u moves)", front->at[i].months,
               (unsigned long long)front->at[i].pence, front->at[i].moves);
    putchar('\n');
}

static void compare(struct run *run, unsigned seed)
{
    static struct path_front tried, searched, best, all;
    struct path_random random;

    path_random_init(&random, seed);
    write_facts(run, &random);
    path_exhaustive(&random, PATH_AS_IT_IS, &tried);
    const bool exact = ask_search(&random, &searched);
    bool answered = ask_clingo(run, best_only, &best);
    all = best;
    if (seed % EVERY_TENTH == 0)
        answered = ask_clingo(run, attainable, &all) && answered;
    if (!exact || !answered || !path_front_is_same(&tried, &searched) ||
        !path_front_is_same(&tried, &best) ||
        !path_front_is_same(&tried, &all)) {
        run->different++;
        printf("seed %u%s%s:\n", seed, exact ? "" : ", not exact",
               answered ? "" : ", clingo failed");
        print_front("trying everything", &tried);
        print_front("search", &searched);
        print_front("clingo, best only", &best);
        print_front("clingo, attainable", &all);
    }
    run->compared += tried.count > 0;
    run->two_or_more += tried.count > 1;
    path_random_done(&random);
}

static void make_file(struct run *run)
{
    strcpy(run->facts, "/tmp/path_clingo.XXXXXX");
    const int file = mkstemp(run->facts);
    if (file < 0) {
        perror(run->facts);
        exit(EXIT_FAILURE);
    }
    close(file);
}

int main(int argc, char **argv)
{
    struct run run = {.program = argc > 1 ? argv[1] : NULL};
    const unsigned long cases = argc > 2 ? strtoul(argv[2], NULL, 10) : 1000;
    unsigned seed = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 1;

    if (argc < 2 || argc > 4 || cases == 0) {
        fputs("path_clingo PATH.LP [CASES [FIRST_SEED]]\n", stderr);
        return EXIT_USAGE;
    }
    if (!has_clingo()) {
        puts("skipped: clingo is not installed (Debian package gringo)");
        return EXIT_SKIPPED;
    }
    make_file(&run);
    for (; run.compared < cases; seed++)
        compare(&run, seed);
    remove(run.facts);
    printf("compared %u cases, %u with two or more points; %u differ\n",
           run.compared, run.two_or_more, run.different);
    return run.different ? EXIT_FAILURE : EXIT_SUCCESS;
}
