/* SPDX-License-Identifier: MIT */
/* Months that are only supposed: in the current role, in another, or of a kind
 * of work. */
#define _GNU_SOURCE /* strncasecmp with the rest of POSIX */

#include "base/limits.h"
#include "base/text.h"
#include "catalogue/assume.h"
#include "skillgap/catalogue.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { YEAR_MONTHS = 12, AREAS_MOST = 256 };

/* ---- what is said ---- */

/* Whether a word stands next; if so, moves *text behind it. */
static bool takes_word(const char **text, const char *word)
{
    const size_t length = strlen(word);
    if (strncasecmp(*text, word, length) != 0 ||
        ((*text)[length] != ' ' && (*text)[length] != '\0'))
        return false;
    *text += length + strspn(*text + length, " ");
    return true;
}

static bool takes_rest(const char *rest, struct work_said *said)
{
    said->name = rest;
    if (*rest == '\0')
        said->kind = WORK_MORE;
    else if (takes_word(&rest, "supervising") && *rest == '\0')
        said->kind = WORK_SUPERVISING;
    else if (takes_word(&rest, "as"))
        said->kind = WORK_AS;
    else if (takes_word(&rest, "of"))
        said->kind = WORK_OF;
    else
        return false;
    said->name = rest;
    return said->kind == WORK_MORE || said->kind == WORK_SUPERVISING || *rest;
}

bool work_said(const char *words, struct work_said *said)
{
    char *end = NULL;
    *said = (struct work_said){0};
    if (!isdigit((unsigned char)*words))
        return false;
    said->months = strtoul(words, &end, 10);
    const char *rest = end + strspn(end, " ");
    (void)takes_word(&rest, "more");
    const bool months =
        takes_word(&rest, "months") || takes_word(&rest, "month");
    const bool years =
        !months && (takes_word(&rest, "years") || takes_word(&rest, "year"));
    if (years && said->months <= LIMIT_ASSUMED_MONTHS)
        said->months *= YEAR_MONTHS;
    return said->months > 0 && (months || years) && takes_rest(rest, said);
}

/* ---- posts ---- */

/* Whether a post goes on from the next month on without an end, and is known to
 * have begun by then. */
static bool goes_on(const struct assuming *assuming,
                    const struct person_experience *post)
{
    const struct date next = date_add_months(assuming->today, 1);
    return post->to.year == 0 && post->from.year != 0 &&
           date_compare(post->from, next) <= 0;
}

/* A post in the current role that has not ended; `counted`: and goes on. */
static bool has_post(const struct assuming *assuming, bool counted)
{
    const struct person *person = assuming->person->person;
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *post = &person->experience.items[i];
        const bool open =
            post->to.year == 0 || date_compare(post->to, assuming->today) >= 0;
        if (post->role && strcmp(post->role, person->current_role) == 0 &&
            open && (!counted || goes_on(assuming, post)))
            return true;
    }
    return false;
}

/* No list is longer than that of a file can be. */
static sg_status add_post(const struct assuming *assuming,
                          struct person_experience post)
{
    struct person *person = assuming->person->person;
    if (person->experience.count >= LIMIT_PERSON_ENTRIES)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "The file has %d posts, and no more can be supposed; put "
                     "'%.80s' into a copy of it instead.",
                     LIMIT_PERSON_ENTRIES, assuming->what);
    ADD(person, experience, post);
    return SG_OK;
}

/* A role that the file gives without a post has been held for some time, nobody
 * knows how long: supposing more must not make that nothing. */
static sg_status keep_present(const struct assuming *assuming)
{
    const struct person_experience present = {
        .role = assuming->person->person->current_role};
    return has_post(assuming, false) ? SG_OK : add_post(assuming, present);
}

static sg_status too_far(const struct assuming *assuming)
{
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.80s' is too far ahead; all months together can be up "
                 "to %d.",
                 assuming->what, LIMIT_ASSUMED_MONTHS);
}

static sg_status need_role(const struct assuming *assuming)
{
    if (assuming->person->person->current_role)
        return SG_OK;
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.80s' is about the current role, and the file names "
                 "none; add \"current_role\" to it.",
                 assuming->what);
}

/* What is supposed to go on beside each other counts once. */
static void move_on(struct sg_person *person, unsigned months)
{
    if (person->months_ahead < months)
        person->months_ahead = months;
}

/* ---- "24 more months" ---- */

/* The current role goes on from next month, and the answer is for that later
 * day. */
static sg_status assume_more(const struct assuming *assuming,
                             unsigned long months)
{
    struct sg_person *person = assuming->person;
    const struct date next = date_add_months(assuming->today, 1);
    if (months > LIMIT_ASSUMED_MONTHS - person->months_more)
        return too_far(assuming);
    sg_status status = keep_present(assuming);
    if (status == SG_OK && !has_post(assuming, true))
        status = add_post(
            assuming, (struct person_experience){
                          .role = person->person->current_role,
                          .from = {.year = next.year, .month = next.month}});
    if (status != SG_OK)
        return status;
    person->months_more += (unsigned)months;
    move_on(person, person->months_more);
    return SG_OK;
}

/* ---- work of a certain kind ---- */

static sg_status find_role(const struct assuming *assuming, const char *name,
                           const char **ret_role)
{
    sg_error why = {0};
    sg_role role;
    if (sg_catalogue_find(assuming->catalogue, name, &role, &why) != SG_OK)
        return fault(assuming->reterr, SG_USAGE, "assume", "%.500s",
                     why.message);
    *ret_role = arena_strdup(&assuming->person->person->arena,
                             sg_role_info_of(assuming->catalogue, role).id);
    return *ret_role ? SG_OK : fault_memory(assuming->reterr);
}

static sg_status find_area(const struct assuming *assuming, const char *name,
                           const char **ret_area)
{
    const char *ids[AREAS_MOST];
    const size_t count = catalogue_areas(assuming->catalogue, ids, AREAS_MOST);
    for (size_t i = 0; i < count; i++) {
        if (!text_same(ids[i], name))
            continue;
        *ret_area = arena_strdup(&assuming->person->person->arena, ids[i]);
        return *ret_area ? SG_OK : fault_memory(assuming->reterr);
    }
    const char *near = text_nearest_words(name, ids, count);
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "No framework in use has a kind of work '%.80s'; name it by "
                 "its id, such as customer-service.%s%.96s%s",
                 name, near ? " Did you mean '" : "", near ? near : "",
                 near ? "'?" : "");
}

static sg_status name_work(const struct assuming *assuming,
                           const struct work_said *said,
                           struct person_experience *post)
{
    post->role = assuming->person->person->current_role;
    post->supervises = post->supervises_given = said->kind == WORK_SUPERVISING;
    if (said->kind == WORK_AS)
        return find_role(assuming, said->name, &post->role);
    return said->kind == WORK_OF ? find_area(assuming, said->name, &post->area)
                                 : SG_OK;
}

/* So many months from the next one on, beside whatever else is supposed: in
 * the current role, where there is one, or in another. */
static sg_status assume_post(const struct assuming *assuming,
                             const struct work_said *said)
{
    struct sg_person *person = assuming->person;
    const char *current = person->person->current_role;
    const struct date month = {.year = assuming->asked.year,
                               .month = assuming->asked.month};
    struct person_experience post = {.from = date_add_months(month, 1)};
    if (said->months > LIMIT_ASSUMED_MONTHS)
        return too_far(assuming);
    post.to = date_add_months(month, (unsigned)said->months);
    sg_status status = name_work(assuming, said, &post);
    if (status == SG_OK && current && strcmp(post.role, current) == 0)
        status = keep_present(assuming);
    if (status == SG_OK)
        status = add_post(assuming, post);
    if (status == SG_OK)
        move_on(person, (unsigned)said->months);
    return status;
}

sg_status assume_work(const struct assuming *assuming,
                      const struct work_said *said)
{
    if (said->kind != WORK_MORE)
        return assume_post(assuming, said);
    const sg_status status = need_role(assuming);
    return status == SG_OK ? assume_more(assuming, said->months) : status;
}
