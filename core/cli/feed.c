/* SPDX-License-Identifier: MIT */
/* What the commands of feeds have in common. */
#include "feed.h"

#include "complain.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SHOWN_EVERY = 64 * 1024, KILOBYTE = 1024, NUMBER_MOST = INT32_MAX };

static void show_progress(const char *feed, uint64_t bytes, uint64_t total,
                          void *user)
{
    struct feed_progress *progress = user;
    if (bytes < SHOWN_EVERY ||
        (progress->last <= bytes && bytes - progress->last < SHOWN_EVERY))
        return;
    progress->last = bytes;
    progress->shown = true;
    if (total > 0)
        (void)fprintf(stderr, "\r%s: %" PRIu64 " of %" PRIu64 " KB   ", feed,
                      bytes / KILOBYTE, total / KILOBYTE);
    else
        (void)fprintf(stderr, "\r%s: %" PRIu64 " KB   ", feed,
                      bytes / KILOBYTE);
    (void)fflush(stderr);
}

void feed_progress_done(struct feed_progress *progress)
{
    if (progress->shown)
        (void)fprintf(stderr, "\r%60s\r", "");
    (void)fflush(stderr);
    progress->shown = false;
}

/* The options' one `user` serves both functions. */
static void keep_problem(const sg_error *problem, void *user)
{
    struct feed_progress *progress = user;
    problem_keep(problem, &progress->session->problems);
}

sg_feed_options feed_options(struct session *session,
                             struct feed_progress *progress)
{
    const struct request *request = &session->request;
    const char *const *values = request->values;
    *progress = (struct feed_progress){.session = session};
    return (sg_feed_options){
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
        .today = values[OPT_TODAY],
        .ca_file = values[OPT_CACERT],
        .plain_http = values[OPT_PLAIN_HTTP] != NULL,
        .forward = values[OPT_FORWARD] != NULL,
        .progress = isatty(STDERR_FILENO) ? show_progress : NULL,
        .problem = keep_problem,
        .user = progress,
    };
}

sg_status feed_number(struct session *session, const char *what,
                      const char *text, uint32_t *ret_number)
{
    char *end = NULL;
    errno = 0;
    const long number = strtol(text, &end, 10);
    const bool digits = text[0] >= '0' && text[0] <= '9' && *end == '\0';
    if (!digits || errno != 0 || number < 1 || number > NUMBER_MOST)
        return complain(&session->error, SG_USAGE, "option-value",
                        "%s has to be a whole number of at least 1, not "
                        "'%.32s'.",
                        what, text);
    *ret_number = (uint32_t)number;
    return SG_OK;
}
