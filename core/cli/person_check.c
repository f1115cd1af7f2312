/* SPDX-License-Identifier: MIT */
/* skillgap person check FILE: nothing of the file is kept or logged. */
#include "complain.h"
#include "person.h"

#include <string.h>

/* The problems of the file: the first ones, and how many there are. */
struct found {
    struct problem_list list;
    const struct problem_list *told; /* what is told beside the report */
    uint32_t errors;
    uint32_t warnings;
};

static void find(const sg_error *problem, void *user)
{
    struct found *found = user;
    const struct problem_list *list = &found->list;
    const size_t before = list->count + list->left_out;
    if (problem_kept(found->told, problem))
        return;
    problem_keep(problem, &found->list);
    if (list->count + list->left_out == before)
        return; /* told already */
    if (problem->warning)
        found->warnings++;
    else
        found->errors++;
}

static sg_status read_account(const struct session *session, const char *file,
                              struct found *found,
                              sg_person_account **ret_account, sg_error *reterr)
{
    const struct request *request = &session->request;
    const sg_person_options options = {
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
    };
    sg_person *person = NULL;
    sg_status status =
        sg_person_read(file, &options, find, found, &person, reterr);
    if (status == SG_OK)
        status =
            sg_person_look_up(person, session->catalogue,
                              request->values[OPT_TODAY], find, found, reterr);
    if (status == SG_OK)
        status = sg_person_account_new(person, request->values[OPT_TODAY],
                                       ret_account, reterr);
    sg_person_free(person);
    return status;
}

static sg_status report(struct session *session, const char *file,
                        const struct found *found,
                        const sg_person_account *account)
{
    const sg_checked_person checked = {
        .path = file,
        .account = account,
        .problems = found->list.items,
        .problem_count = found->list.count,
        .errors = found->errors,
        .warnings = found->warnings,
    };
    char *text = NULL;
    const sg_status status = sg_report_person_check(&checked, &session->report,
                                                    &text, &session->error);
    return session_result(session, status, text);
}

/* The report lists everything; standard error gets one line about it, with the
 * first error's own reason. */
static sg_status refuse(struct session *session, const sg_error *first)
{
    (void)complain(&session->error, first->status, first->reason,
                   "This file cannot be used as it is; the report lists why.");
    memcpy(session->error.file, first->file, sizeof(session->error.file));
    return first->status;
}

sg_status person_check(struct session *session, const char *file)
{
    struct found found = {.told = &session->problems};
    sg_person_account *account = NULL;
    sg_error error = {0};
    sg_status status = session_open(session);
    if (status != SG_OK)
        return status;
    status = read_account(session, file, &found, &account, &error);
    const sg_status read = status;
    if (found.list.failed)
        status = complain_memory(&session->error);
    else if (read != SG_OK && found.errors == 0)
        session->error = error; /* not the file's fault */
    else
        status = report(session, file, &found, account);
    if (status == SG_OK && read != SG_OK)
        status = refuse(session, &error);
    sg_person_account_free(account);
    problem_list_done(&found.list);
    return status;
}
