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
#include <unistd.h>

enum { FIRST_ROOM = 8 };

void problem_keep(const sg_error *problem, void *user)
{
    struct problem_list *list = user;
    if (list->count >= PROBLEMS_KEPT || list->failed) {
        list->left_out++;
        return;
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

void problem_list_drop(struct problem_list *list, sg_status status)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].status != status)
            list->items[kept++] = list->items[i];
    list->count = kept;
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

void session_style(struct session *session)
{
    const char *const *values = session->request.values;
    session->report = (sg_report_options){
        .json = values[OPT_JSON] != NULL,
        .color = values[OPT_NO_COLOR] == NULL && terminal_has_colors(),
        .ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0,
        .why = values[OPT_WHY] != NULL,
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
    return fputs(text, stdout) == EOF ? output_failed(session) : SG_OK;
}

/* fclose() too: some file systems tell only then that the disk is full. */
sg_status session_flush(struct session *session, sg_status status)
{
    bool failed = ferror(stdout) != 0;
    failed = fflush(stdout) != 0 || failed;
    int why = errno;
    failed = fclose(stdout) != 0 || failed;
    if (!failed || status != SG_OK)
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

/* One complaint; as text, every one says whose it is. */
static void tell(const struct session *session, const sg_error *error,
                 const struct problem_list *others)
{
    char *text = NULL;
    sg_status status = sg_report_failure(
        error, others != NULL ? others->items : NULL,
        others != NULL ? others->count : 0, &session->report, &text);
    const char *words = status == SG_OK ? text : "out of memory\n";
    (void)fprintf(stderr, "%s%s",
                  session->report.json ? "" : "skillgap: ", words);
    free(text);
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

/* As JSON a failure is one object that holds the other problems; as text each
 * problem has a line, and what stopped comes last unless it was among them. */
void session_tell(struct session *session, sg_status status)
{
    if (session->reader_gone)
        return;
    const struct problem_list *list = &session->problems;
    if (status != SG_OK && session->report.json) {
        tell(session, &session->error, list);
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        tell(session, &list->items[i], NULL);
    if (list->left_out > 0 && !session->report.json)
        (void)fprintf(stderr, "skillgap: ... and %zu more problems\n",
                      list->left_out);
    if (status != SG_OK && !told_already(session))
        tell(session, &session->error, NULL);
}

void session_done(struct session *session)
{
    sg_catalogue_free(session->catalogue);
    session->catalogue = NULL;
    problem_list_done(&session->problems);
    request_done(&session->request);
}
