/* SPDX-License-Identifier: MIT */
/* What was understood of a person file, list by list. */
#include "base/fault.h"
#include "model/person_facts.h"

#include <stdlib.h>

/* The account with the memory behind it. */
struct account {
    sg_person_account told; /* first: this is what others hold */
    struct arena arena;
    struct date today;
};

/* What each list is called, and what follows when it is absent, when it is
 * empty, and when it is neither. */
struct list_words {
    const char *id;
    const char *title;
    const char *absent;
    const char *empty;
    const char *filled;
};

static const struct list_words words[SG_PERSON_LIST_COUNT] = {
    [SG_PERSON_QUALIFICATIONS] =
        {"qualifications", "Qualifications",
         "Not in the file: qualifications. Lines about them will be asked.",
         "The list is empty: nothing is held, and nothing is worked towards.",
         "What is left open is taken from the type, the grades or the title "
         "where they say it. The rest will be asked."},
    [SG_PERSON_EXPERIENCE] =
        {"experience", "Experience",
         "Not in the file: experience. Lines about it will be asked.",
         "The list is empty: no work so far.",
         "Months are calendar months; both the first and the last count. What "
         "is left open will be asked where it matters."},
    [SG_PERSON_SKILLS] =
        {"skills", "Skills",
         "Not in the file: skills. Lines about skills will be asked.",
         "The list is empty: lines about skills are met only by what the "
         "current role asks for.",
         NULL},
    [SG_PERSON_CREDENTIALS] =
        {"credentials", "Licences and other credentials",
         "Not in the file: licences and other credentials. Lines about them "
         "will be asked.",
         "The list is empty: none is held.", NULL},
    [SG_PERSON_TRAINING] =
        {"training", "Training",
         "Not in the file: training. Lines about training will be asked.",
         "The list is empty: no training so far.", NULL},
    [SG_PERSON_CONFIRMED] =
        {"confirmed", "Confirmed",
         "Not in the file: confirmations. What is open stays open until "
         "somebody confirms it.",
         "The list is empty: nobody has confirmed anything.",
         "Each one that names a framework version or the hash of the line "
         "settles an open line until that line changes."},
};

/* How the entries of one list are told; `index` is theirs. */
typedef void (*tell_fn)(struct facts *facts, const struct sg_person *whole,
                        size_t index, sg_person_entry *entry);

static void tell_qualification(struct facts *facts,
                               const struct sg_person *whole, size_t index,
                               sg_person_entry *entry)
{
    const struct person *person = whole->person;
    const struct claim *claim =
        index < whole->claim_count ? &whole->claims[index] : NULL;
    if (index < person->qualifications.count)
        facts_of_qualification(facts, &person->qualifications.items[index],
                               claim, entry);
    else
        facts_of_together(facts, claim, entry);
}

static void tell_post(struct facts *facts, const struct sg_person *whole,
                      size_t index, sg_person_entry *entry)
{
    facts_of_post(facts, &whole->person->experience.items[index], entry);
}

static void tell_skill(struct facts *facts, const struct sg_person *whole,
                       size_t index, sg_person_entry *entry)
{
    facts_of_skill(facts, &whole->person->skills.items[index], entry);
}

static void tell_credential(struct facts *facts, const struct sg_person *whole,
                            size_t index, sg_person_entry *entry)
{
    facts_of_credential(facts, &whole->person->credentials.items[index], entry);
}

static void tell_course(struct facts *facts, const struct sg_person *whole,
                        size_t index, sg_person_entry *entry)
{
    facts_of_course(facts, &whole->person->training.items[index], entry);
}

static void tell_confirmation(struct facts *facts,
                              const struct sg_person *whole, size_t index,
                              sg_person_entry *entry)
{
    facts_of_confirmation(facts, &whole->person->confirmed.items[index], entry);
}

static void tell_list(struct account *account, const struct sg_person *whole,
                      sg_person_list_id id, bool given, size_t count,
                      tell_fn tell)
{
    struct facts facts = {.arena = &account->arena, .today = account->today};
    const struct list_words *said = &words[id];
    sg_person_entry *entries =
        arena_array(&account->arena, count, sizeof(*entries));
    for (size_t i = 0; entries && i < count; i++)
        tell(&facts, whole, i, &entries[i]);
    account->told.lists[id] = (sg_person_list){
        .id = said->id,
        .title = said->title,
        .given = given,
        .entries = entries,
        .entry_count = count,
        .note = !given  ? said->absent
                : count ? said->filled
                        : said->empty,
    };
}

static void tell_lists(struct account *account, const struct sg_person *whole)
{
    const struct person *person = whole->person;
    const size_t together = whole->claim_count > person->qualifications.count
                                ? whole->claim_count
                                : person->qualifications.count;
    tell_list(account, whole, SG_PERSON_QUALIFICATIONS,
              person->qualifications.given, together, tell_qualification);
    tell_list(account, whole, SG_PERSON_EXPERIENCE, person->experience.given,
              person->experience.count, tell_post);
    tell_list(account, whole, SG_PERSON_SKILLS, person->skills.given,
              person->skills.count, tell_skill);
    tell_list(account, whole, SG_PERSON_CREDENTIALS, person->credentials.given,
              person->credentials.count, tell_credential);
    tell_list(account, whole, SG_PERSON_TRAINING, person->training.given,
              person->training.count, tell_course);
    tell_list(account, whole, SG_PERSON_CONFIRMED, person->confirmed.given,
              person->confirmed.count, tell_confirmation);
}

static void tell_top(struct account *account, const struct person *person)
{
    struct arena *arena = &account->arena;
    char day[DATE_ROOM];
    date_write(account->today, day);
    account->told.today = arena_strdup(arena, day);
    if (person->name)
        account->told.name = arena_strdup(arena, person->name);
    if (person->current_role)
        account->told.current_role = arena_strdup(arena, person->current_role);
}

sg_status sg_person_account_new(const sg_person *person, const char *today,
                                sg_person_account **ret_account,
                                sg_error *reterr)
{
    struct date day;
    *ret_account = NULL;
    if (!date_day(today, &day))
        return fault(reterr, SG_USAGE, "bad-date",
                     "Today has to be a day of the calendar, such as "
                     "2026-11-22.");
    struct account *account = calloc(1, sizeof(*account));
    if (!account)
        return fault_memory(reterr);
    account->today = day;
    tell_top(account, person->person);
    tell_lists(account, person);
    if (account->arena.failed) {
        sg_person_account_free(&account->told);
        return fault_memory(reterr);
    }
    *ret_account = &account->told;
    return SG_OK;
}

void sg_person_account_free(sg_person_account *account)
{
    struct account *whole = (struct account *)(void *)account;
    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
