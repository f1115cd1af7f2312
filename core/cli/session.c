/* SPDX-License-Identifier: MIT */
/* One run of the program: catalogue, results, complaints. */
#include "session.h"

#include "commands.h"
#include "complain.h"

#include <errno.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FIRST_ROOM = 8, WIDTH_LEAST = 40, WIDTH_MOST = 80 };

/* In a full list an error takes the place of the last warning: what has to be
 * mended is not crowded out by what may be. False when there is none. */
static bool give_way(struct problem_list *list)
{
    size_t at = list->count;
    while (at > 0 && !list->items[at - 1].warning)
        at--;
    if (at == 0)
        return false;
    memmove(&list->items[at - 1], &list->items[at],
            (list->count - at) * sizeof(*list->items));
    list->count--;
    return true;
}

bool problem_kept(const struct problem_list *list, const sg_error *problem)
{
    for (size_t i = 0; i < list->count; i++) {
        const sg_error *kept = &list->items[i];
        if (kept->line == problem->line && kept->column == problem->column &&
            strcmp(kept->message, problem->message) == 0 &&
            strcmp(kept->pointer, problem->pointer) == 0 &&
            strcmp(kept->file, problem->file) == 0)
            return true;
    }
    return false;
}

void problem_keep(const sg_error *problem, void *user)
{
    struct problem_list *list = user;
    if (list->unwanted != SG_OK && problem->status == list->unwanted)
        return;
    if (problem_kept(list, problem))
        return;
    const bool full = list->count >= PROBLEMS_KEPT;
    if (list->failed || full) {
        list->left_out++;
        if (list->failed || problem->warning || !give_way(list)) {
            list->errors_left_out += !problem->warning;
            return;
        }
    }
    if (list->count == list->room) {
        size_t room = list->room == 0 ? FIRST_ROOM : list->room * 2;
        sg_error *items = realloc(list->items, room * sizeof(*items));
        if (items == NULL) {
            list->failed = true;
            list->left_out++;
            return;
        }
        list->items = items;
        list->room = room;
    }
    list->items[list->count++] = *problem;
}

void problem_list_done(struct problem_list *list)
{
    free(list->items);
    *list = (struct problem_list){0};
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] != '\0';
}

static bool terminal_has_colors(void)
{
    const char *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && terminal != NULL &&
           strcmp(terminal, "dumb") != 0 && !is_set("NO_COLOR");
}

/* Columns of the terminal, as far as text reads well in them. */
static uint32_t terminal_width(int stream)
{
    struct winsize size = {0};
    if (ioctl(stream, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 ||
        size.ws_col > WIDTH_MOST)
        return WIDTH_MOST;
    return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}

void session_style(struct session *session)
{
    const char *const *values = session->request.values;
    session->report = (sg_report_options){
        .json = values[OPT_JSON] != NULL,
        .color = values[OPT_NO_COLOR] == NULL && terminal_has_colors(),
        .ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0,
        .why = values[OPT_WHY] != NULL,
        .width = terminal_width(STDOUT_FILENO),
    };
}

sg_status session_open(struct session *session)
{
    const struct request *request = &session->request;
    const sg_catalogue_options options = {
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
        .plugin_dirs = (const char *const *)request->plugin_dirs,
        .plugin_dir_count = request->plugin_dir_count,
        .without_courses = request->command->without_courses,
        .today = request->values[OPT_TODAY],
        .problem = problem_keep,
        .user = &session->problems,
    };
    return sg_catalogue_open(&options, &session->catalogue, &session->error);
}

sg_status session_find(struct session *session, const char *name,
                       sg_role *ret_role)
{
    return sg_catalogue_find(session->catalogue, name, ret_role,
                             &session->error);
}

static sg_status output_failed(struct session *session)
{
    session->reader_gone = errno == EPIPE;
    return complain(&session->error, SG_STORAGE, "output",
                    "The result could not be written to standard output: the "
                    "disk may be full, or the reader has gone.");
}

sg_status session_print(struct session *session, const char *text)
{
    session->printed = true;
    return fputs(text, stdout) == EOF ? output_failed(session) : SG_OK;
}

/* fclose() too: some file systems tell only then that the disk is full. */
sg_status session_flush(struct session *session, sg_status status)
{
    bool failed = ferror(stdout) != 0;
    failed = fflush(stdout) != 0 || failed;
    int why = errno;
    failed = fclose(stdout) != 0 || failed;
    if (!failed || (status != SG_OK && !session->printed))
        return status;
    errno = why == EPIPE ? why : errno;
    return output_failed(session);
}

sg_status session_result(struct session *session, sg_status status, char *text)
{
    if (status == SG_OK)
        status = session_print(session, text);
    free(text);
    return status;
}

/* Writes what a report function made. */
static void tell(sg_status status, char *text)
{
    (void)fputs(status == SG_OK ? text : "skillgap: out of memory\n", stderr);
    free(text);
}

/* One object, whatever there is to tell. */
static void tell_json(const struct session *session, sg_status status)
{
    const struct problem_list *list = &session->problems;
    const size_t count = list->count + list->left_out;
    char *text = NULL;
    sg_status made = SG_OK;
    if (status == SG_OK && count == 0)
        return;
    if (status == SG_OK)
        made = sg_report_warnings(list->items, list->count, count,
                                  &session->report, &text);
    else
        made = sg_report_failure(&session->error, list->items, list->count,
                                 count, &session->report, &text);
    tell(made, text);
}

static void tell_line(const struct session *session, const sg_error *error)
{
    sg_report_options options = session->report;
    char *text = NULL;
    options.program = "skillgap";
    options.width = terminal_width(STDERR_FILENO);
    sg_status made = sg_report_error(error, &options, &text);
    tell(made, text);
}

static bool told_already(const struct session *session)
{
    const struct problem_list *list = &session->problems;
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].message, session->error.message) == 0 &&
            strcmp(list->items[i].file, session->error.file) == 0)
            return true;
    return false;
}

/* Each problem has a line, and what stopped comes last unless it was among
 * them. */
static void tell_text(const struct session *session, sg_status status)
{
    const struct problem_list *list = &session->problems;
    for (size_t i = 0; i < list->count; i++)
        tell_line(session, &list->items[i]);
    if (list->left_out > 0)
        (void)fprintf(stderr,
                      "skillgap: ... and %zu more problems, %zu of them "
                      "errors\n",
                      list->left_out, list->errors_left_out);
    if (status != SG_OK && !told_already(session))
        tell_line(session, &session->error);
}

void session_tell(struct session *session, sg_status status)
{
    if (session->reader_gone)
        return;
    if (session->report.json)
        tell_json(session, status);
    else
        tell_text(session, status);
}

void session_done(struct session *session)
{
    sg_catalogue_free(session->catalogue);
    session->catalogue = NULL;
    problem_list_done(&session->problems);
    request_done(&session->request);
}
