/* SPDX-License-Identifier: MIT */
/* What is only supposed of a person, put where the file would say it. */
#define _GNU_SOURCE /* strcasestr */

#include "catalogue/assume.h"

#include "base/limits.h"
#include "base/text.h"
#include "quals/claim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { IDS_MOST = 256 + LIMIT_COURSES, HINT_ROOM = 160 };

/* " Did you mean 'health-safety'?", where the first word is nearly an id. */
static void hint_of(const struct assuming *assuming, char hint[HINT_ROOM])
{
    const struct reference *reference = assuming->catalogue->reference;
    const struct courses *courses = assuming->catalogue->courses;
    const char *ids[IDS_MOST];
    char first[96];
    size_t count = 0;
    hint[0] = '\0';
    snprintf(first, sizeof(first), "%.*s", (int)strcspn(assuming->words, " "),
             assuming->words);
    for (; count < reference->criterion_count && count < IDS_MOST; count++)
        ids[count] = reference->criteria[count].id;
    for (uint32_t i = 0; courses && i < courses->count && count < IDS_MOST; i++)
        ids[count++] = courses->items[i].id;
    const char *nearest = text_nearest(first, ids, count);
    if (nearest && !text_same(nearest, first))
        snprintf(hint, HINT_ROOM, " Did you mean '%.100s'?", nearest);
}

static sg_status not_understood(const struct assuming *assuming)
{
    char hint[HINT_ROOM];
    hint_of(assuming, hint);
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.80s' cannot be supposed.%s Say, for example, \"24 more "
                 "months\", \"NVQ 3 in business administration by 2027-06\", "
                 "\"icdl by 2027-03\" or \"health-safety awareness\".",
                 assuming->what, hint);
}

void *assume_grown(struct person *person, const void *items, size_t count,
                   size_t size)
{
    char *more = arena_array(&person->arena, count + 1, size);
    if (more && count > 0)
        memcpy(more, items, count * size);
    return more;
}

/* ---- credentials, skills and training ---- */

static bool names_credential(const struct assuming *assuming, const char *id)
{
    const struct title_knowledge *titles = &assuming->person->titles;
    return text_same(assuming->words, id) ||
           (titles->same_credential &&
            titles->same_credential(titles->context, assuming->words, id));
}

static void look_in(const struct assuming *assuming,
                    const struct framework *framework, int criterion,
                    struct found_leaf *found)
{
    for (uint32_t i = 0; i < framework->node_count; i++) {
        const struct node *node = &framework->nodes[i];
        if (node->op == SG_CREDENTIAL && !found->credential &&
            names_credential(assuming,
                             framework_text(framework, node->u.credential.id)))
            found->credential =
                framework_text(framework, node->u.credential.id);
        if (criterion < 0 || node->criterion != criterion)
            continue;
        found->skill |= node->op == SG_SKILL;
        found->training |= node->op == SG_TRAINING;
        found->other |= node->op == SG_QUALIFICATION ||
                        node->op == SG_EXPERIENCE ||
                        node->op == SG_WORKING_TOWARDS;
    }
}

struct found_leaf assume_look(const struct assuming *assuming, int criterion)
{
    const struct sg_catalogue *catalogue = assuming->catalogue;
    struct found_leaf found = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++)
        look_in(assuming, catalogue->frameworks[f].framework, criterion,
                &found);
    return found;
}

/* The criterion that the first word names, or -1; *ret_rest: what follows. */
static int first_criterion(const struct assuming *assuming,
                           const char **ret_rest)
{
    const struct reference *reference = assuming->catalogue->reference;
    const size_t length = strcspn(assuming->words, " ");
    *ret_rest =
        assuming->words + length + strspn(assuming->words + length, " ");
    for (int i = 0; i < reference->criterion_count; i++)
        if (strlen(reference->criteria[i].id) == length &&
            strncasecmp(reference->criteria[i].id, assuming->words, length) ==
                0)
            return i;
    return -1;
}

static sg_status assume_criterion(const struct assuming *assuming,
                                  int criterion, const char *rest,
                                  const struct found_leaf *found)
{
    struct person *person = assuming->person->person;
    const char *id = arena_strdup(
        &person->arena, assuming->catalogue->reference->criteria[criterion].id);
    const char *level = *rest ? rest : NULL;
    if (found->skill) {
        const struct person_skill skill = {.id = id, .level = level};
        ADD(person, skills, skill);
        return SG_OK;
    }
    if (found->training) {
        const struct person_training training = {.title = assuming->words,
                                                 .criterion = id,
                                                 .completed = assuming->by};
        ADD(person, training, training);
        return SG_OK;
    }
    return fault(
        assuming->reterr, SG_USAGE, "assume",
        "'%.80s' is shown by a qualification or by work, and cannot be "
        "supposed by itself; say the qualification, or the months, "
        "that would show it.",
        assuming->what);
}

/* ---- qualifications ---- */

/* One word with hyphens is an id, and months begin something else than a
 * title: with a slip in it neither is to be read as a title. */
static bool is_no_title(const char *words)
{
    const char *unit = words + strspn(words, "0123456789");
    const char *hyphen = strchr(words, '-');

    if (unit > words && strncasecmp(unit + strspn(unit, " "), "month", 5) == 0)
        return true;
    return !strchr(words, ' ') && hyphen && strchr(hyphen + 1, '-');
}

static sg_status assume_title(const struct assuming *assuming)
{
    struct person *person = assuming->person->person;
    const struct title_knowledge *titles = &assuming->person->titles;
    struct claim claim = {0};
    if (titles->read)
        titles->read(titles->context, assuming->words, &claim);
    if ((!claim.level_known && !claim.award) || is_no_title(assuming->words))
        return not_understood(assuming);
    struct person_qualification held = {.title = assuming->words};
    if (claim.status == CLAIM_WORKING_TOWARDS) {
        held.expected = assuming->by;
    } else {
        held.status = STATUS_HELD;
        held.status_given = true;
        held.awarded = assuming->by;
    }
    ADD(person, qualifications, held);
    return SG_OK;
}

/* ---- all of them ---- */

static sg_status assume(const struct assuming *assuming)
{
    struct person *person = assuming->person->person;
    const char *rest = "";
    struct work_said said;
    struct study_said study;
    if (assuming->by.year == 0 && work_said(assuming->words, &said))
        return assume_work(assuming, &said);
    if (study_said(assuming->words, &study))
        return assume_study(assuming, &study);
    const struct course *course = assume_which_course(assuming, &rest);
    if (course)
        return assume_course(assuming, course, rest);
    const int criterion = first_criterion(assuming, &rest);
    const struct found_leaf found = assume_look(assuming, criterion);
    if (found.credential) {
        const struct person_credential held = {
            .id = arena_strdup(&person->arena, found.credential),
            .issued = assuming->by};
        ADD(person, credentials, held);
        return SG_OK;
    }
    if (criterion >= 0 && (found.skill || found.training || found.other))
        return assume_criterion(assuming, criterion, rest, &found);
    return assume_title(assuming);
}

/* Takes what was typed without white space around it, as long as it is text
 * that an answer can show. */
static sg_status take(struct assuming *assuming, const char *what)
{
    static const char white_space[] = " \t\n\r\v\f";
    struct sg_person *person = assuming->person;
    what += strspn(what, white_space);
    size_t length = strlen(what);
    while (length > 0 && strchr(white_space, what[length - 1]))
        length--;
    if (length > LIMIT_ASSUMED_BYTES || !text_is_utf8(what, length))
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "What --assume supposes has to be a short text of up to "
                     "%d characters in UTF-8.",
                     LIMIT_ASSUMED_BYTES);
    if (person->assumed_count >= LIMIT_ASSUMPTIONS)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "Up to %d things can be supposed at once; put them into "
                     "a copy of the file instead.",
                     LIMIT_ASSUMPTIONS);
    assuming->what = arena_strndup(&person->person->arena, what, length);
    return assuming->what ? SG_OK : fault_memory(assuming->reterr);
}

/* Splits "NVQ 3 by 2027-06" at its last "by". */
static sg_status split(struct assuming *assuming)
{
    static const char by[] = " by ";
    const char *at = NULL;
    for (const char *next = strcasestr(assuming->what, by); next;
         next = strcasestr(next + 1, by))
        at = next;
    size_t length = at ? (size_t)(at - assuming->what) : strlen(assuming->what);
    while (length > 0 && assuming->what[length - 1] == ' ')
        length--;
    assuming->words =
        arena_strndup(&assuming->person->person->arena, assuming->what, length);
    if (!assuming->words)
        return fault_memory(assuming->reterr);
    if (!at)
        return SG_OK;
    at += strlen(by);
    at += strspn(at, " ");
    if (date_read(at, &assuming->by))
        return SG_OK;
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.40s' in '%.80s' is no date of the calendar; write it as "
                 "2027, 2027-06 or 2027-06-30.",
                 at, assuming->what);
}

/* The claims are read anew, in an arena that replaces the old one. */
static bool read_claims(struct sg_person *person)
{
    struct arena arena = {0};
    const struct claim *claims = NULL;
    size_t count = 0;
    if (!claims_read(person->quals, NULL, person->person, &arena, &claims,
                     &count)) {
        arena_done(&arena);
        return false;
    }
    arena_done(&person->arena);
    person->arena = arena;
    person->claims = claims;
    person->claim_count = count;
    return true;
}

/* Keeps the words for the answer. */
static sg_status finish(const struct assuming *assuming)
{
    struct sg_person *person = assuming->person;
    struct arena *arena = &person->person->arena;
    const char **words =
        arena_array(arena, person->assumed_count + 1, sizeof(*words));
    if (!words || arena->failed)
        return fault_memory(assuming->reterr);
    for (size_t i = 0; i < person->assumed_count; i++)
        words[i] = person->assumed[i];
    words[person->assumed_count] = assuming->what;
    person->assumed = words;
    person->assumed_count++;
    return read_claims(person) ? SG_OK : fault_memory(assuming->reterr);
}

sg_status sg_person_assume(sg_person *person, const sg_catalogue *catalogue,
                           const char *what, const char *today,
                           sg_error *reterr)
{
    struct assuming assuming = {
        .person = person, .catalogue = catalogue, .reterr = reterr};
    if (!date_day(today, &assuming.asked))
        return fault(reterr, SG_USAGE, "bad-date",
                     "Today has to be a day of the calendar, such as "
                     "2026-11-22.");
    assuming.today = date_add_months(assuming.asked, person->months_more);
    sg_status status = take(&assuming, what);
    if (status == SG_OK)
        status = split(&assuming);
    if (status == SG_OK)
        status = assume(&assuming);
    return status == SG_OK ? finish(&assuming) : status;
}
