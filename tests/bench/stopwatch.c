/* SPDX-License-Identifier: MIT */
/* Times commands side by side: one run of each, then the next run of each, so
 * that whatever else the machine does falls on all of them alike.
 *
 *     stopwatch 31 empty ./empty -- gap skillgap gap --from ... --to ...
 *
 * Prints for each its label, the median in microseconds, and how many times
 * the first one's median that is. Output of the commands is thrown away; one
 * that fails ends the measurement. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ; /* POSIX has it in no header */

enum { MOST_COMMANDS = 16, MOST_RUNS = 100000 };

struct command {
    const char *label;
    char **argv;
    int64_t *times_ns;
};

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Runs a command to its end; -1 when it cannot be run or fails. */
static int run(const struct command *command,
               const posix_spawn_file_actions_t *quiet, int64_t *ret_ns)
{
    pid_t child;
    int state = 0;
    const int64_t begin = now_ns();
    const int failed = posix_spawnp(&child, command->argv[0], quiet, NULL,
                                    command->argv, environ);
    if (failed) {
        fprintf(stderr, "%s: %s\n", command->argv[0], strerror(failed));
        return -1;
    }
    while (waitpid(child, &state, 0) < 0)
        if (errno != EINTR)
            return -1;
    *ret_ns = now_ns() - begin;
    if (WIFEXITED(state) && WEXITSTATUS(state) == 0)
        return 0;
    fprintf(stderr, "%s: the command failed\n", command->label);
    return -1;
}

static int by_size(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a;
    const int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static double median_us(int64_t *times_ns, size_t count)
{
    qsort(times_ns, count, sizeof(*times_ns), by_size);
    const int64_t low = times_ns[(count - 1) / 2];
    const int64_t high = times_ns[count / 2];
    return (double)(low + high) / 2000.0;
}

/* Splits "LABEL CMD ARGS -- LABEL CMD ARGS"; 0 when that is not its form. */
static size_t split(char **argv, struct command *commands)
{
    size_t count = 0;
    while (*argv) {
        if (count == MOST_COMMANDS || !argv[1])
            return 0;
        commands[count].label = argv[0];
        commands[count++].argv = ++argv;
        while (*argv && strcmp(*argv, "--") != 0)
            argv++;
        if (*argv)
            *argv++ = NULL;
    }
    return count;
}

static int measure(struct command *commands, size_t count, size_t runs)
{
    posix_spawn_file_actions_t quiet;
    int status = -1;

    if (posix_spawn_file_actions_init(&quiet) != 0)
        return -1;
    if (posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null",
                                         O_WRONLY, 0) != 0)
        goto out;
    for (size_t r = 0; r < runs; r++)
        for (size_t c = 0; c < count; c++)
            if (run(&commands[c], &quiet, &commands[c].times_ns[r]) != 0)
                goto out;
    status = 0;
out:
    posix_spawn_file_actions_destroy(&quiet);
    return status;
}

int main(int argc, char **argv)
{
    struct command commands[MOST_COMMANDS] = {{0}};
    const long runs = argc > 3 ? strtol(argv[1], NULL, 10) : 0;
    const size_t count =
        runs > 0 && runs <= MOST_RUNS ? split(argv + 2, commands) : 0;
    int status = EXIT_FAILURE;

    if (count == 0) {
        fputs("usage: stopwatch RUNS LABEL CMD... [-- LABEL CMD...]\n", stderr);
        return EXIT_FAILURE;
    }
    for (size_t c = 0; c < count; c++)
        if (!(commands[c].times_ns = calloc((size_t)runs, sizeof(int64_t))))
            goto out;
    if (measure(commands, count, (size_t)runs) != 0)
        goto out;
    const double first = median_us(commands[0].times_ns, (size_t)runs);
    for (size_t c = 0; c < count; c++) {
        const double median = median_us(commands[c].times_ns, (size_t)runs);
        printf("%-24s %9.0f us %7.2f\n", commands[c].label, median,
               median / first);
    }
    status = EXIT_SUCCESS;
out:
    for (size_t c = 0; c < count; c++)
        free(commands[c].times_ns);
    return status;
}
