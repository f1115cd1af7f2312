/* SPDX-License-Identifier: MIT */
/* One run of the program: what was asked, and where the answer goes.
 *
 *     sg_status cmd_show(struct session *session);
 *
 * A command fills `error` and returns its status; it prints nothing but its
 * result, with session_print(). */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "request.h"

#include "skillgap/report.h"

enum { PROBLEMS_KEPT = 50 };

/* Problems in the order in which they came; the rest is only counted. */
struct problem_list {
    sg_error *items;
    size_t count;
    size_t room;
    size_t left_out;
    size_t errors_left_out; /* of these */
    sg_status unwanted;     /* the result itself tells these; SG_OK: none */
    bool failed;            /* memory ran out */
};

struct session {
    struct request request;
    sg_report_options report;
    sg_catalogue *catalogue; /* NULL until session_open() */
    struct problem_list problems;
    sg_error error;
    bool printed;     /* a result has gone to standard output */
    bool unmet;       /* --exit-status, and an essential line is unmet */
    bool reader_gone; /* as in "skillgap roles | head -1": no complaint */
};

/* An sg_problem_fn; `user` is a struct problem_list. */
void problem_keep(const sg_error *problem, void *user);
/* Whether the list has it: the same of the same place. Several files that are
 * read in one run look for the shared lists, and each would say what is wrong
 * with them. */
bool problem_kept(const struct problem_list *list, const sg_error *problem);
void problem_list_done(struct problem_list *list);

/* Sets how results are written, from the request and the terminal. */
void session_style(struct session *session);

/* Opens the catalogue with the request's folders. */
sg_status session_open(struct session *session);

/* Finds the role that an option or an argument names. */
sg_status session_find(struct session *session, const char *name,
                       sg_role *ret_role);

/* Writes a result to standard output. SG_STORAGE, reason "output". */
sg_status session_print(struct session *session, const char *text);

/* Closes standard output: only now all of it is known to be written. A result
 * that was lost is SG_STORAGE whatever `status` was, for an error may say that
 * the result tells more. */
sg_status session_flush(struct session *session, sg_status status);

/* Prints the report `text` that was built with `status`, and frees it. */
sg_status session_result(struct session *session, sg_status status, char *text);

/* Tells standard error what went wrong, and every warning. */
void session_tell(struct session *session, sg_status status);

void session_done(struct session *session);

#endif
