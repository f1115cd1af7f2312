/* SPDX-License-Identifier: MIT */
/* What is only supposed of a person, put where the file would say it. */
#define _GNU_SOURCE /* strcasestr */

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "model/catalogue.h"
#include "model/person.h"
#include "quals/claim.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { YEAR_MONTHS = 12 };

/* One assumption that is being read. */
struct assuming {
    struct sg_person *person;
    const struct sg_catalogue *catalogue;
    const char *what;  /* without white space around it */
    struct date today; /* with the months that were supposed before */
    const char *words; /* before " by " */
    struct date by;    /* or no date */
    sg_error *reterr;
};

enum { CRITERIA_MOST = 256, HINT_ROOM = 160 };

/* " Did you mean 'health-safety'?", where the first word is nearly an id. */
static void hint_of(const struct assuming *assuming, char hint[HINT_ROOM])
{
    const struct reference *reference = assuming->catalogue->reference;
    const char *ids[CRITERIA_MOST];
    char first[64];
    size_t count = 0;
    hint[0] = '\0';
    snprintf(first, sizeof(first), "%.*s", (int)strcspn(assuming->words, " "),
             assuming->words);
    for (; count < reference->criterion_count && count < CRITERIA_MOST; count++)
        ids[count] = reference->criteria[count].id;
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

/* A list of the person with one more entry at its end; NULL without memory.
 * The arrays live in the person's arena. */
static void *grown(struct person *person, const void *items, size_t count,
                   size_t size)
{
    char *more = arena_array(&person->arena, count + 1, size);
    if (more && count > 0)
        memcpy(more, items, count * size);
    return more;
}

#define ADD(person, list, entry)                                               \
    do {                                                                       \
        void *more = grown((person), (person)->list.items,                     \
                           (person)->list.count, sizeof(entry));               \
        if (!more)                                                             \
            return fault_memory(assuming->reterr);                             \
        (person)->list.items = more;                                           \
        (person)->list.items[(person)->list.count++] = (entry);                \
        (person)->list.given = true;                                           \
    } while (0)

/* ---- "24 more months" ---- */

static bool is_one_of(const char *text, const char *one, const char *several)
{
    return text_same(text, one) || text_same(text, several);
}

/* A number of months, or 0 for other words. More than can be is a number too
 * large. */
static unsigned long months_said(const char *words)
{
    char *end = NULL;
    if (!isdigit((unsigned char)*words))
        return 0;
    const unsigned long number = strtoul(words, &end, 10);
    const char *unit = end + strspn(end, " ");
    if (strncasecmp(unit, "more ", strlen("more ")) == 0)
        unit += strspn(unit + strlen("more"), " ") + strlen("more");
    if (is_one_of(unit, "month", "months"))
        return number;
    if (!is_one_of(unit, "year", "years"))
        return 0;
    return number > LIMIT_ASSUMED_MONTHS ? number : number * YEAR_MONTHS;
}

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

static sg_status add_post(const struct assuming *assuming, struct date from)
{
    struct person *person = assuming->person->person;
    const struct person_experience post = {.role = person->current_role,
                                           .from = from};
    ADD(person, experience, post);
    return SG_OK;
}

/* The current role goes on from next month, and the answer is for that later
 * day. A role that the file gives without a post has been held for some time,
 * nobody knows how long: supposing more must not make that nothing. */
static sg_status assume_months(const struct assuming *assuming,
                               unsigned long months)
{
    struct sg_person *person = assuming->person;
    const struct date next = date_add_months(assuming->today, 1);
    sg_status status = SG_OK;
    if (!person->person->current_role)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.80s' is about the current role, and the file names "
                     "none; add \"current_role\" to it.",
                     assuming->what);
    if (months > LIMIT_ASSUMED_MONTHS - person->months_ahead)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.80s' is too far ahead; all months together can be up "
                     "to %d.",
                     assuming->what, LIMIT_ASSUMED_MONTHS);
    if (!has_post(assuming, false))
        status = add_post(assuming, (struct date){0});
    if (status == SG_OK && !has_post(assuming, true))
        status = add_post(
            assuming, (struct date){.year = next.year, .month = next.month});
    person->months_ahead += (unsigned)months;
    return status;
}

/* ---- credentials, skills and training ---- */

/* What the frameworks ask for under a criterion, or by a credential's id. */
struct found_leaf {
    bool skill, training, other;
    const char *credential;
};

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

static sg_status assume_title(const struct assuming *assuming)
{
    struct person *person = assuming->person->person;
    const struct title_knowledge *titles = &assuming->person->titles;
    struct claim claim = {0};
    if (titles->read)
        titles->read(titles->context, assuming->words, &claim);
    if (!claim.level_known && !claim.award)
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
    const unsigned long months = months_said(assuming->words);
    const char *rest = "";
    struct found_leaf found = {0};
    if (months > 0 && assuming->by.year == 0)
        return assume_months(assuming, months);
    const int criterion = first_criterion(assuming, &rest);
    for (uint32_t f = 0; f < assuming->catalogue->framework_count; f++)
        look_in(assuming, assuming->catalogue->frameworks[f].framework,
                criterion, &found);
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
    if (!claims_read(person->quals, person->person, &arena, &claims, &count)) {
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
    if (!date_day(today, &assuming.today))
        return fault(reterr, SG_USAGE, "bad-date",
                     "Today has to be a day of the calendar, such as "
                     "2026-11-22.");
    assuming.today = date_add_months(assuming.today, person->months_ahead);
    sg_status status = take(&assuming, what);
    if (status == SG_OK)
        status = split(&assuming);
    if (status == SG_OK)
        status = assume(&assuming);
    return status == SG_OK ? finish(&assuming) : status;
}
