/* SPDX-License-Identifier: MIT */
/**
 * What a person has on file, and what was understood of it.
 *
 *     sg_person *person = NULL;
 *     sg_person_account *account = NULL;
 *     sg_error error = {0};
 *     if (sg_person_read("me.json", NULL, NULL, NULL, &person, &error) ==
 *             SG_OK &&
 *         sg_person_account_new(person, NULL, &account, &error) == SG_OK)
 *         printf("%zu posts\n",
 *                account->lists[SG_PERSON_EXPERIENCE].entry_count);
 *     sg_person_account_free(account);
 *     sg_person_free(person);
 *
 * Nothing of a person file is kept, sent, or quoted in an error.
 */
#ifndef SKILLGAP_PERSON_H
#define SKILLGAP_PERSON_H

#include <stddef.h>

#include "skillgap/catalogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A person file that has been read. It never changes. */
typedef struct sg_person sg_person;

/** Where the lists that all councils share are looked up. */
typedef struct sg_person_options {
    const char *const *data_dirs; /**< searched before the usual places */
    size_t data_dir_count;
    /** NULL, or one that outlives what is read: what it knows of
        qualifications already is not read a second time */
    const sg_catalogue *catalogue;
} sg_person_options;

/**
 * Reads a person file ("skillgap-person/1"); "-" is standard input.
 * Every problem is told to `problem` (or NULL), in the order of the file, with
 * its JSON pointer; none quotes a value of the file. With any error nothing is
 * read: SG_INPUT, the first error in *reterr. `options` may be NULL: then only
 * the usual places. *ret_person is the caller's to free.
 */
SG_API sg_status sg_person_read(const char *path,
                                const sg_person_options *options,
                                sg_problem_fn problem, void *user,
                                sg_person **ret_person, sg_error *reterr);

/** Accepts NULL. */
SG_API void sg_person_free(sg_person *person);

/**
 * Tells `problem` (or NULL) what of a person is not known to a catalogue, as
 * warnings with their JSON pointers: a role or a kind of work that no framework
 * has, a skill or a credential that none asks for, and what is held but dated
 * after today (YYYY-MM-DD, or NULL for the clock's). None quotes a value.
 * To be called before sg_person_assume(): what is only supposed may lie ahead.
 * SG_USAGE, "bad-date", when there is no such day.
 */
SG_API sg_status sg_person_look_up(const sg_person *person,
                                   const sg_catalogue *catalogue,
                                   const char *today, sg_problem_fn problem,
                                   void *user, sg_error *reterr);

/**
 * Adds to a person what is only supposed, exactly as if the file said it:
 *
 *     "24 more months"            in the current role; the answer is then for
 *                                 the day 24 months after today
 *     "NVQ 3 by 2027-06"          a qualification, held, awarded then
 *     "icdl by 2027-03"           a credential of a framework
 *     "health-safety awareness"   a skill, with or without a level word
 *     "in-house-training"         training for a criterion
 *     "l3-diploma-business-administration by 2028-01"   a course, by its id:
 *                                 all that it gives; level words for the
 *                                 skills may follow the id
 *     "12 months as county/administrator-1"   in that role
 *     "3 months supervising"      in the current role, supervising others
 *     "3 months of customer-service"   in the current role, of that kind of
 *                                 work
 *
 * The last three begin next month, go on beside whatever else is supposed, and
 * move the day of the answer to their end unless it lies further ahead.
 * `today` (YYYY-MM-DD, or NULL for the clock's) is the day from which months
 * are counted. SG_USAGE, "assume", when the words say none of these; nothing
 * is added then. Not to be called after an answer was made with the person.
 */
SG_API sg_status sg_person_assume(sg_person *person,
                                  const sg_catalogue *catalogue,
                                  const char *what, const char *today,
                                  sg_error *reterr);

/** The lists of a person file, in the order of the contract. */
typedef enum sg_person_list_id {
    SG_PERSON_QUALIFICATIONS,
    SG_PERSON_EXPERIENCE,
    SG_PERSON_SKILLS,
    SG_PERSON_CREDENTIALS,
    SG_PERSON_TRAINING,
    SG_PERSON_CONFIRMED,
    SG_PERSON_LIST_COUNT
} sg_person_list_id;

/** One thing that an entry says. */
typedef struct sg_person_fact {
    const char *field; /**< the field of the file */
    const char *text;  /**< in words: "level 3 on the NVQ scale" */
} sg_person_fact;

/** One entry of a list. */
typedef struct sg_person_entry {
    const char *label; /**< its title, role or id, as the file has it */
    const sg_person_fact *facts;
    size_t fact_count;
    const char *const *open; /**< fields that matter and were left out */
    size_t open_count;
    bool has_months;       /**< posts whose beginning is known */
    uint32_t months_least; /**< calendar months up to today */
    uint32_t months_most;  /**< more only where a month was left out */
} sg_person_entry;

/** One list. Absent is not the same as empty. */
typedef struct sg_person_list {
    const char *id;    /**< the field of the file */
    const char *title; /**< "Qualifications" */
    bool given;        /**< false: the file does not have it */
    const sg_person_entry *entries;
    size_t entry_count;
    const char *note; /**< what follows for answers: when the list is absent,
                           when it is empty, or how its entries are read; or
                           NULL */
} sg_person_list;

/** What was understood of a person file: nothing is judged yet. */
typedef struct sg_person_account {
    const char *name;         /**< or NULL */
    const char *current_role; /**< as written, not looked up; or NULL */
    const char *today;        /**< the day up to which months are counted */
    sg_person_list lists[SG_PERSON_LIST_COUNT];
} sg_person_account;

/**
 * Says what was understood. `today` is YYYY-MM-DD, or NULL for the clock's.
 * SG_USAGE, "bad-date", when there is no such day. *ret_account is the
 * caller's to free and may outlive the person.
 */
SG_API sg_status sg_person_account_new(const sg_person *person,
                                       const char *today,
                                       sg_person_account **ret_account,
                                       sg_error *reterr);

/** Accepts NULL. */
SG_API void sg_person_account_free(sg_person_account *account);

#ifdef __cplusplus
}
#endif

#endif
