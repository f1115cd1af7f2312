/* SPDX-License-Identifier: MIT */
/* What --assume supposes, one kind in each file.
 *
 *     struct work_said said;
 *     if (work_said(assuming->words, &said))
 *         status = assume_work(assuming, &said);
 *
 * Everything is checked before anything is added. What is added is copied into
 * the person's arena: the catalogue may be freed before the person. */
#ifndef CATALOGUE_ASSUME_H
#define CATALOGUE_ASSUME_H

#include "base/fault.h"
#include "model/catalogue.h"
#include "model/courses.h"
#include "model/person.h"

/* One assumption that is being read. */
struct assuming {
    struct sg_person *person;
    const struct sg_catalogue *catalogue;
    const char *what;  /* without white space around it */
    struct date asked; /* the day that the answer was asked for */
    struct date today; /* with the "more months" that were supposed before */
    const char *words; /* before " by " */
    struct date by;    /* or no date */
    sg_error *reterr;
};

/* "24 more months", "12 months as ROLE", "3 months supervising", "3 months of
 * AREA". */
struct work_said {
    enum { WORK_MORE, WORK_AS, WORK_SUPERVISING, WORK_OF } kind;
    unsigned long months; /* at least 1; more than can be is too large */
    const char *name;     /* the role or kind of work; borrowed */
};

/* Whether the words speak of months. */
bool work_said(const char *words, struct work_said *said);
sg_status assume_work(const struct assuming *assuming,
                      const struct work_said *said);

/* The course whose id is the first word, or NULL. *ret_rest: what follows. */
const struct course *assume_which_course(const struct assuming *assuming,
                                         const char **ret_rest);
sg_status assume_course(const struct assuming *assuming,
                        const struct course *course, const char *rest);

/* What a course gives, as the person's file would say it. */
struct person_qualification
course_qualification(const struct assuming *assuming,
                     const struct course *course);

/* "start l3-diploma-business-administration", "finish NVQ 3 bus admin". */
struct study_said {
    bool finish;
    const char *what; /* borrowed */
};

bool study_said(const char *words, struct study_said *said);
sg_status assume_study(const struct assuming *assuming,
                       const struct study_said *said);

/* What the frameworks ask for under a criterion, or by a credential's id. */
struct found_leaf {
    bool skill, training, other;
    const char *credential;
};

/* `criterion`: its index, or -1. */
struct found_leaf assume_look(const struct assuming *assuming, int criterion);

/* A list of the person with one more entry at its end; NULL without memory.
 * The arrays live in the person's arena. */
void *assume_grown(struct person *person, const void *items, size_t count,
                   size_t size);

#define ADD(person, list, entry)                                               \
    do {                                                                       \
        void *more = assume_grown((person), (person)->list.items,              \
                                  (person)->list.count, sizeof(entry));        \
        if (!more)                                                             \
            return fault_memory(assuming->reterr);                             \
        (person)->list.items = more;                                           \
        (person)->list.items[(person)->list.count++] = (entry);                \
        (person)->list.given = true;                                           \
    } while (0)

#endif
