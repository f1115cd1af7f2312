/* SPDX-License-Identifier: MIT */
/* What is only supposed of a person, put where the file would say it. */
#include "base/fault.h"
#include "model/catalogue.h"
#include "model/person.h"
#include "quals/claim.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS_MOST = 1200, YEAR_MONTHS = 12 };

/* One assumption that is being read. */
struct assuming {
    struct sg_person *person;
    const struct sg_catalogue *catalogue;
    const char *what; /* as typed */
    struct date today;
    const char *words; /* before " by " */
    struct date by;    /* or no date */
    sg_error *reterr;
};

static sg_status not_understood(const struct assuming *assuming)
{
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.80s' cannot be supposed. Say, for example, \"24 more "
                 "months\", \"NVQ 3 in business administration by 2027-06\", "
                 "\"icdl by 2027-03\" or \"health-safety awareness\".",
                 assuming->what);
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

static const char *skip_word(const char *text, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(text, word, length) != 0)
        return text;
    text += length;
    return text + strspn(text, " ");
}

/* A number of months, or 0 for other words. */
static unsigned months_said(const char *words)
{
    char *end = NULL;
    if (!isdigit((unsigned char)*words))
        return 0;
    const unsigned long number = strtoul(words, &end, 10);
    const char *unit = end + strspn(end, " ");
    unit = skip_word(unit, "more ");
    const bool years = strcmp(unit, "year") == 0 || strcmp(unit, "years") == 0;
    const bool months =
        strcmp(unit, "month") == 0 || strcmp(unit, "months") == 0;
    if ((!years && !months) || number > MONTHS_MOST)
        return 0;
    return (unsigned)number * (years ? YEAR_MONTHS : 1);
}

/* A post in the current role that goes on. */
static bool has_current_post(const struct assuming *assuming)
{
    const struct person *person = assuming->person->person;
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *post = &person->experience.items[i];
        if (post->role && post->to.year == 0 &&
            strcmp(post->role, person->current_role) == 0)
            return true;
    }
    return false;
}

/* The current role goes on, and the answer is for that later day. */
static sg_status assume_months(const struct assuming *assuming, unsigned months)
{
    struct person *person = assuming->person->person;
    if (!person->current_role)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.80s' is about the current role, and the file names "
                     "none; add \"current_role\" to it.",
                     assuming->what);
    if (!has_current_post(assuming)) {
        const struct date start = date_add_months(assuming->today, 1);
        const struct person_experience post = {
            .role = person->current_role,
            .from = {.year = start.year, .month = start.month}};
        ADD(person, experience, post);
    }
    assuming->person->months_ahead += months;
    return SG_OK;
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
    const char *words = assuming->words;
    char lower[64];
    size_t length = 0;
    for (; words[length] && length < sizeof(lower) - 1; length++)
        lower[length] = (char)tolower((unsigned char)words[length]);
    lower[length] = '\0';
    return strcmp(lower, id) == 0 ||
           (titles->same_credential &&
            titles->same_credential(titles->context, lower, id));
}

static void look_in(const struct assuming *assuming,
                    const struct framework *framework, int criterion,
                    struct found_leaf *found)
{
    for (uint32_t i = 0; i < framework->node_count; i++) {
        const struct node *node = &framework->nodes[i];
        if (node->op == SG_CREDENTIAL &&
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
    char id[128];
    const size_t length = strcspn(assuming->words, " ");
    if (length >= sizeof(id))
        return -1;
    memcpy(id, assuming->words, length);
    id[length] = '\0';
    *ret_rest =
        assuming->words + length + strspn(assuming->words + length, " ");
    return reference_criterion(assuming->catalogue->reference, id);
}

static sg_status assume_criterion(const struct assuming *assuming,
                                  int criterion, const char *rest,
                                  const struct found_leaf *found)
{
    struct person *person = assuming->person->person;
    const char *id = arena_strdup(
        &person->arena, assuming->catalogue->reference->criteria[criterion].id);
    const char *level = *rest ? arena_strdup(&person->arena, rest) : NULL;
    if (found->skill) {
        const struct person_skill skill = {.id = id, .level = level};
        ADD(person, skills, skill);
        return SG_OK;
    }
    if (found->training) {
        const struct person_training training = {
            .title = arena_strdup(&person->arena, assuming->words),
            .criterion = id,
            .completed = assuming->by};
        ADD(person, training, training);
        return SG_OK;
    }
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "'%.80s' names what is asked for in words, so it cannot be "
                 "supposed as such; say the qualification or the months that "
                 "would show it.",
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
    struct person_qualification held = {
        .title = arena_strdup(&person->arena, assuming->words)};
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
    const unsigned months = months_said(assuming->words);
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

/* Splits "NVQ 3 by 2027-06". */
static sg_status split(struct assuming *assuming)
{
    static const char by[] = " by ";
    struct arena *arena = &assuming->person->person->arena;
    const char *at = NULL;
    for (const char *next = strstr(assuming->what, by); next;
         next = strstr(next + 1, by))
        at = next;
    assuming->words = arena_strndup(arena, assuming->what,
                                    at ? (size_t)(at - assuming->what)
                                       : strlen(assuming->what));
    if (!assuming->words)
        return fault_memory(assuming->reterr);
    if (at && !date_read(at + strlen(by), &assuming->by))
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.80s' has no date behind \"by\"; write it as 2027, "
                     "2027-06 or 2027-06-30.",
                     assuming->what);
    return SG_OK;
}

/* Keeps the words for the answer, and reads the claims anew. */
static sg_status finish(const struct assuming *assuming)
{
    struct sg_person *person = assuming->person;
    struct arena *arena = &person->arena;
    const char **words =
        arena_array(arena, person->assumed_count + 1, sizeof(*words));
    if (!words)
        return fault_memory(assuming->reterr);
    for (size_t i = 0; i < person->assumed_count; i++)
        words[i] = person->assumed[i];
    words[person->assumed_count] = arena_strdup(arena, assuming->what);
    person->assumed = words;
    person->assumed_count++;
    return claims_read(person->quals, person->person, arena, &person->claims,
                       &person->claim_count)
               ? SG_OK
               : fault_memory(assuming->reterr);
}

sg_status sg_person_assume(sg_person *person, const sg_catalogue *catalogue,
                           const char *what, const char *today,
                           sg_error *reterr)
{
    struct assuming assuming = {.person = person,
                                .catalogue = catalogue,
                                .what = what,
                                .reterr = reterr};
    if (!date_day(today, &assuming.today))
        return fault(reterr, SG_USAGE, "bad-date",
                     "Today has to be a day of the calendar, such as "
                     "2026-11-22.");
    assuming.today = date_add_months(assuming.today, person->months_ahead);
    sg_status status = split(&assuming);
    if (status == SG_OK)
        status = assume(&assuming);
    return status == SG_OK ? finish(&assuming) : status;
}
