/* SPDX-License-Identifier: MIT */
/* From HR exports to a tally, and from partial results. */
#include "skillgap/workforce.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "catalogue/input.h"
#include "catalogue/knowledge.h"
#include "read/partial.h"
#include "read/staff/staff.h"
#include "workforce/count.h"
#include "workforce/left_over.h"
#include "write/partial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- counting the people of an export ---- */

/* An export under way. */
struct asking {
    const sg_catalogue *catalogue;
    const struct quals *quals;
    const sg_tally_request *request;
    struct date today;
    struct sg_tally *tally;
    struct counting counting;
};

static void forget(struct asking *asking)
{
    if (asking->tally)
        counting_done(&asking->counting);
    tally_free(asking->tally);
    asking->tally = NULL;
}

static bool begin(void *user)
{
    struct asking *asking = user;

    forget(asking);
    asking->tally = tally_new(asking->catalogue);
    if (!asking->tally)
        return false;
    asking->tally->wanted = asking->request->target;
    asking->tally->to = asking->request->to;
    asking->tally->today = asking->today;
    return counting_begin(&asking->counting, asking->tally, asking->quals);
}

static bool count(const struct staff_person *person, void *user)
{
    return count_person(&((struct asking *)user)->counting, person);
}

static void tell_progress(uint64_t done, uint64_t of, void *user)
{
    const sg_tally_request *request = ((struct asking *)user)->request;

    if (request->progress)
        request->progress(done, of, request->user);
}

/* Lets go of the ids of those who are not alone in a team in meeting a line. */
static void keep_holders(struct tally_target *target)
{
    for (uint32_t t = 0; t < target->team_room; t++) {
        struct tally_cell *cell = target->teams[t];
        for (uint32_t i = 0; cell && i < target->line_count; i++)
            if (cell->counts[i * TALLY_STATES + SG_MET] != 1)
                cell->holders[i] = NULL;
    }
}

static sg_status finish(struct asking *asking,
                        const struct staff_account *account, sg_error *reterr)
{
    const sg_tally_request *request = asking->request;
    struct sg_tally *tally = asking->tally;
    sg_status status = SG_OK;

    for (uint32_t i = 0; i < tally->role_count; i++)
        if (tally->targets[i])
            keep_holders(tally->targets[i]);
    for (int file = 0; file < STAFF_FILE_COUNT; file++)
        tally->rejected_rows += account->sources[file].rejected;
    if (request->rejected)
        status = left_over_rows(account, request->rejected, reterr);
    if (status == SG_OK && request->unmatched)
        status = left_over_words(&asking->counting, request->unmatched, reterr);
    return status;
}

static sg_status check_request(const sg_catalogue *catalogue,
                               const sg_tally_request *request,
                               struct date *ret_today, sg_error *reterr)
{
    if (!date_day(request->today, ret_today))
        return fault(
            reterr, SG_USAGE, "bad-date",
            "Today has to be a day of the calendar, such as 2026-11-22.");
    if (request->target == SG_NEEDS_ROLE &&
        (request->to.framework >= catalogue->framework_count ||
         request->to.index >= catalogue->frameworks[request->to.framework]
                                  .framework->role_count))
        return fault(reterr, SG_USAGE, "no-role",
                     "The target is no role of the catalogue.");
    return SG_OK;
}

sg_status sg_tally_new(const sg_catalogue *catalogue,
                       const sg_tally_request *request, sg_tally **ret_tally,
                       sg_error *reterr)
{
    const struct staff_files files = {request->staff, request->qualifications,
                                      request->experience, request->map};
    struct problem_sink sink = {.tell = request->problem,
                                .user = request->user};
    struct asking asking = {.catalogue = catalogue,
                            .quals = knowledge_of(catalogue),
                            .request = request};
    const struct staff_visitor visitor = {begin, count, tell_progress, &asking};
    struct staff_account *account = NULL;
    sg_status status = check_request(catalogue, request, &asking.today, reterr);

    *ret_tally = NULL;
    if (status != SG_OK)
        return status;
    if (!asking.quals)
        return fault(reterr, SG_INPUT, "no-reference",
                     "The list of qualifications is not open: open the "
                     "catalogue with its courses.");
    status =
        read_staff(&files, request->strict, &visitor, &sink, &account, reterr);
    if (status == SG_OK)
        status = finish(&asking, account, reterr);
    staff_account_free(account);
    if (status == SG_OK) {
        *ret_tally = asking.tally;
        counting_done(&asking.counting);
    } else {
        forget(&asking);
    }
    return status;
}

/* ---- partial results ---- */

sg_status sg_tally_write(const sg_tally *tally, const char *path,
                         sg_error *reterr)
{
    char *text = write_partial(tally);
    sg_status status;

    if (!text)
        return fault_memory(reterr);
    if (strcmp(path, "-") != 0)
        status = save_file(path, text, strlen(text), SAVE_PRIVATE, reterr);
    else if (fputs(text, stdout) < 0 || fflush(stdout) != 0)
        status = fault(reterr, SG_STORAGE, "output",
                       "Standard output could not be written.");
    else
        status = SG_OK;
    free(text);
    return status;
}

sg_status sg_tally_read(const sg_catalogue *catalogue, const char *path,
                        sg_problem_fn problem, void *user, sg_tally **ret_tally,
                        sg_error *reterr)
{
    struct problem_sink sink = {.tell = problem, .user = user};
    struct buffer bytes = {.limit = LIMIT_PARTIAL_BYTES};

    *ret_tally = NULL;
    sg_status status = input_bytes(path, &bytes, &sink, reterr);
    if (status == SG_OK)
        status = read_partial(&bytes, file_label(path), catalogue, &sink,
                              ret_tally, reterr);
    buffer_done(&bytes);
    return status;
}

/* Whether two were asked the same question. */
static bool is_same_question(const sg_tally *a, const sg_tally *b)
{
    return a->catalogue == b->catalogue && a->wanted == b->wanted &&
           date_compare(a->today, b->today) == 0 &&
           (a->wanted != SG_NEEDS_ROLE ||
            (a->to.framework == b->to.framework && a->to.index == b->to.index));
}

sg_status sg_tally_add(sg_tally *tally, const sg_tally *more, sg_error *reterr)
{
    if (!is_same_question(tally, more))
        return fault(reterr, SG_INPUT, "other-question",
                     "These partial results are for different targets or "
                     "days, and cannot be added up.");
    return tally_add(tally, more) ? SG_OK : fault_memory(reterr);
}

void sg_tally_free(sg_tally *tally)
{
    tally_free(tally);
}
