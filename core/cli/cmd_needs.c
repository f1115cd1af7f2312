/* SPDX-License-Identifier: MIT */
/* skillgap needs --staff FILE --to (ROLE | next | stated)
 * skillgap merge PARTIAL... */
#include "commands.h"
#include "complain.h"
#include "session.h"

#include "skillgap/workforce.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    DIGITS_MOST = 9,
    TEN = 10,
    THOUSAND = 3,
    PENCE = 100,
    PER_CENT = 100,
    PATH_ROOM = 4096,
    CHUNK = 4096
};

/* ---- what was asked ---- */

/* "20000", "20,000" or "£20,000.50". */
static bool read_pounds(const char *text, uint64_t *ret_pence)
{
    static const char pound[] = "\xc2\xa3";
    uint64_t pounds = 0;
    uint64_t pence = 0;
    int digits = 0;
    int behind = 0; /* 1 and the digits since the last comma */

    if (strncmp(text, pound, strlen(pound)) == 0)
        text += strlen(pound);
    for (; (*text >= '0' && *text <= '9') || (*text == ',' && digits > 0);
         text++) {
        /* Three digits stand behind a comma, and no more. */
        if (*text == ',') {
            if (behind > 0 ? behind != THOUSAND : digits > THOUSAND)
                return false;
            behind = 1;
            continue;
        }
        behind += behind > 0;
        pounds = pounds * TEN + (uint64_t)(*text - '0');
        if (++digits > DIGITS_MOST)
            return false;
    }
    if (behind > 0 && behind != THOUSAND + 1)
        return false;
    if (digits > 0 && *text == '.') {
        if (text[1] < '0' || text[1] > '9' || text[2] < '0' || text[2] > '9')
            return false;
        pence = (uint64_t)(text[1] - '0') * TEN + (uint64_t)(text[2] - '0');
        text += strlen(".00");
    }
    *ret_pence = pounds * PENCE + pence;
    return digits > 0 && *text == '\0';
}

static sg_status read_options(struct session *session,
                              sg_needs_options *options)
{
    const char *const *values = session->request.values;
    const char *budget = values[OPT_BUDGET];
    const char *by = values[OPT_BY];

    *options = (sg_needs_options){.internal = values[OPT_INTERNAL] != NULL,
                                  .has_budget = budget != NULL};
    if (budget != NULL && !read_pounds(budget, &options->budget_pence))
        return complain(&session->error, SG_USAGE, "option-value",
                        "--budget takes pounds, such as 20000 or 1250.50, and "
                        "not '%.32s'.",
                        budget);
    if (by != NULL && strcmp(by, "team") != 0 && strcmp(by, "grade") != 0 &&
        strcmp(by, "role") != 0)
        return complain(&session->error, SG_USAGE, "option-value",
                        "--by takes team, grade or role, and not '%.32s'.", by);
    if (values[OPT_PARTIAL] != NULL &&
        (values[OPT_CSV] != NULL || values[OPT_XLSX] != NULL ||
         budget != NULL || by != NULL || options->internal))
        return complain(&session->error, SG_USAGE, "option-conflict",
                        "--partial writes counts to be merged, and no report: "
                        "give --by, --budget, --csv, --xlsx and --internal to "
                        "skillgap merge.");
    return SG_OK;
}

/* ---- files that must not be written over ---- */

static bool is_same_file(const char *one, const char *other)
{
    struct stat a;
    struct stat b;

    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* A file that is read, or another that is written, is not to be lost. */
static sg_status check_file(struct session *session, const char *written,
                            enum option_id option)
{
    static const enum option_id read[] = {OPT_STAFF, OPT_QUALIFICATIONS,
                                          OPT_EXPERIENCE, OPT_MAP};
    const char *const *values = session->request.values;

    for (size_t i = 0; i < sizeof(read) / sizeof(read[0]); i++)
        if (values[read[i]] != NULL && is_same_file(values[read[i]], written))
            return complain(&session->error, SG_USAGE, "same-file",
                            "--%s would write over the file of --%s; name "
                            "another place.",
                            option_info(option)->name,
                            option_info(read[i])->name);
    for (size_t i = 0; i < session->request.argument_count; i++)
        if (is_same_file(session->request.arguments[i], written))
            return complain(&session->error, SG_USAGE, "same-file",
                            "--%s would write over '%.200s', which is read; "
                            "name another place.",
                            option_info(option)->name,
                            session->request.arguments[i]);
    return SG_OK;
}

static sg_status check_folder(struct session *session, enum option_id option,
                              const char *const *names)
{
    const char *folder = session->request.values[option];
    char path[PATH_ROOM];
    sg_status status = SG_OK;

    for (; folder != NULL && status == SG_OK && *names != NULL; names++)
        if (snprintf(path, sizeof(path), "%s/%s", folder, *names) <
            (int)sizeof(path))
            status = check_file(session, path, option);
    return status;
}

static sg_status check_outputs(struct session *session)
{
    static const enum option_id files[] = {OPT_XLSX, OPT_UNMATCHED,
                                           OPT_PARTIAL};
    static const char *const rejected[] = {"rejected-staff.csv",
                                           "rejected-qualifications.csv",
                                           "rejected-experience.csv", NULL};
    static const char *const tables[] = {
        "summary.csv", "needs.csv",          "groups.csv",
        "plan.csv",    "one-step.csv",       "expiring.csv",
        "notes.csv",   "single-holders.csv", "not-assessed.csv",
        NULL};
    static const enum option_id not_output[] = {OPT_XLSX, OPT_UNMATCHED,
                                                OPT_CSV, OPT_REJECTED};
    const char *const *values = session->request.values;
    sg_status status = SG_OK;

    for (size_t i = 0; i < sizeof(not_output) / sizeof(not_output[0]); i++)
        if (values[not_output[i]] != NULL &&
            strcmp(values[not_output[i]], "-") == 0)
            return complain(&session->error, SG_USAGE, "option-value",
                            "--%s cannot be written to standard output; name "
                            "a file or a folder.",
                            option_info(not_output[i])->name);
    for (size_t i = 0; status == SG_OK && i < sizeof(files) / sizeof(files[0]);
         i++)
        if (values[files[i]] != NULL)
            status = check_file(session, values[files[i]], files[i]);
    if (status == SG_OK)
        status = check_folder(session, OPT_REJECTED, rejected);
    if (status == SG_OK)
        status = check_folder(session, OPT_CSV, tables);
    return status;
}

static sg_status read_target(struct session *session, sg_tally_request *request)
{
    const char *to = session->request.values[OPT_TO];

    if (strcmp(to, "next") == 0)
        request->target = SG_NEEDS_NEXT;
    else if (strcmp(to, "stated") == 0)
        request->target = SG_NEEDS_STATED;
    else
        return session_find(session, to, &request->to);
    return SG_OK;
}

/* ---- progress ---- */

struct progress {
    struct session *session;
    bool shown;
    uint64_t per_cent;
};

static void show_progress(uint64_t done, uint64_t of, void *user)
{
    struct progress *progress = user;
    const uint64_t per_cent = of > 0 ? done * PER_CENT / of : PER_CENT;

    if (progress->shown && per_cent == progress->per_cent)
        return;
    progress->shown = true;
    progress->per_cent = per_cent;
    (void)fprintf(stderr, "\rReading the exports: %llu %%   ",
                  (unsigned long long)per_cent);
    (void)fflush(stderr);
}

static void progress_done(struct progress *progress)
{
    if (progress->shown)
        (void)fprintf(stderr, "\r%60s\r", "");
    (void)fflush(stderr);
}

/* The request's one `user` serves both functions. */
static void keep_problem(const sg_error *problem, void *user)
{
    struct progress *progress = user;
    problem_keep(problem, &progress->session->problems);
}

/* ---- what is written ---- */

/* A file for a program or a spreadsheet does not make the report silent. */
static sg_status write_needs(struct session *session, const sg_needs *needs,
                             char **ret_text)
{
    const char *const *values = session->request.values;
    sg_status status = SG_OK;

    if (values[OPT_CSV] != NULL)
        status = sg_report_needs_csv(needs, values[OPT_CSV], &session->error);
    if (status == SG_OK && values[OPT_XLSX] != NULL)
        status = sg_report_needs_xlsx(needs, values[OPT_XLSX], &session->error);
    if (status == SG_OK)
        status = sg_report_needs(needs, values[OPT_BY], &session->report,
                                 ret_text, &session->error);
    return status;
}

/* A partial result takes the place of the report: it is what others add up. */
static sg_status write_tally(struct session *session, const sg_tally *tally,
                             const sg_needs_options *options, char **ret_text)
{
    const char *partial = session->request.values[OPT_PARTIAL];
    sg_needs *needs = NULL;

    if (partial != NULL)
        return sg_tally_write(tally, partial, &session->error);
    sg_status status = sg_needs_new(session->catalogue, tally, options, &needs,
                                    &session->error);
    if (status == SG_OK)
        status = write_needs(session, needs, ret_text);
    sg_needs_free(needs);
    return status;
}

/* With a partial result there is no text. */
static sg_status finish(struct session *session, sg_status status, char *text)
{
    if (status == SG_OK && text == NULL)
        return SG_OK;
    return session_result(session, status, text);
}

sg_status cmd_needs(struct session *session)
{
    const char *const *values = session->request.values;
    struct progress progress = {.session = session};
    sg_tally_request request = {
        .staff = values[OPT_STAFF],
        .qualifications = values[OPT_QUALIFICATIONS],
        .experience = values[OPT_EXPERIENCE],
        .map = values[OPT_MAP],
        .rejected = values[OPT_REJECTED],
        .unmatched = values[OPT_UNMATCHED],
        .strict = values[OPT_STRICT] != NULL,
        .today = values[OPT_TODAY],
        .problem = keep_problem,
        .progress = isatty(STDERR_FILENO) ? show_progress : NULL,
        .user = &progress,
    };
    sg_needs_options options;
    sg_tally *tally = NULL;
    char *text = NULL;
    sg_status status = read_options(session, &options);

    if (status == SG_OK)
        status = check_outputs(session);
    if (status == SG_OK)
        status = session_open(session);
    if (status == SG_OK)
        status = read_target(session, &request);
    if (status == SG_OK)
        status =
            sg_tally_new(session->catalogue, &request, &tally, &session->error);
    progress_done(&progress);
    if (status == SG_OK)
        status = write_tally(session, tally, &options, &text);
    sg_tally_free(tally);
    return finish(session, status, text);
}

static sg_status add_partial(struct session *session, const char *path,
                             sg_tally **all)
{
    sg_tally *more = NULL;
    sg_status status =
        sg_tally_read(session->catalogue, path, problem_keep,
                      &session->problems, &more, &session->error);

    if (status == SG_OK && *all != NULL)
        status = sg_tally_add(*all, more, &session->error);
    if (status == SG_OK && *all == NULL) {
        *all = more;
        more = NULL;
    }
    sg_tally_free(more);
    return status;
}

/* Whether two files are the same to the byte. What cannot be read is told of
 * where it is read for good. */
static bool is_copy(const char *one, const char *other)
{
    struct stat seen[2];
    char bytes[2][CHUNK];
    size_t counts[2] = {1, 1};

    if (stat(one, &seen[0]) != 0 || stat(other, &seen[1]) != 0 ||
        !S_ISREG(seen[0].st_mode) || !S_ISREG(seen[1].st_mode) ||
        seen[0].st_size != seen[1].st_size)
        return false;
    FILE *files[2] = {fopen(one, "rb"), fopen(other, "rb")};
    bool same = files[0] != NULL && files[1] != NULL;
    while (same && counts[0] > 0) {
        for (int i = 0; i < 2; i++)
            counts[i] = fread(bytes[i], 1, CHUNK, files[i]);
        same = counts[0] == counts[1] &&
               memcmp(bytes[0], bytes[1], counts[0]) == 0;
    }
    for (int i = 0; i < 2; i++)
        if (files[i] != NULL)
            fclose(files[i]);
    return same;
}

/* Two small parts may well have the same counts. */
static void warn_of_copy(struct session *session, const char *one,
                         const char *other)
{
    sg_error problem = {0};

    complain(&problem, SG_INPUT, "same-content",
             "This part and '%.200s' are the same to the byte; if one is a "
             "copy of the other, take it out, or its people are counted "
             "twice.",
             other);
    snprintf(problem.file, sizeof problem.file, "%s", one);
    problem.warning = true;
    problem_keep(&problem, &session->problems);
}

/* People of a part that is given twice would be counted twice. */
static sg_status check_parts(struct session *session)
{
    const struct request *request = &session->request;

    for (size_t i = 0; i < request->argument_count; i++)
        for (size_t k = 0; k < i; k++) {
            const char *one = request->arguments[i];
            const char *other = request->arguments[k];
            if (is_same_file(one, other))
                return complain(&session->error, SG_USAGE, "same-file",
                                "'%.200s' is given twice; its people would be "
                                "counted twice.",
                                one);
            if (is_copy(one, other))
                warn_of_copy(session, one, other);
        }
    return SG_OK;
}

sg_status cmd_merge(struct session *session)
{
    const struct request *request = &session->request;
    sg_needs_options options;
    sg_tally *all = NULL;
    char *text = NULL;
    sg_status status = read_options(session, &options);

    if (status == SG_OK)
        status = check_outputs(session);
    if (status == SG_OK)
        status = check_parts(session);
    if (status == SG_OK)
        status = session_open(session);
    for (size_t i = 0; status == SG_OK && i < request->argument_count; i++)
        status = add_partial(session, request->arguments[i], &all);
    if (status == SG_OK)
        status = write_tally(session, all, &options, &text);
    sg_tally_free(all);
    return finish(session, status, text);
}
