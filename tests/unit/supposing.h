/* SPDX-License-Identifier: MIT */
/* People whose files are a few members, and what is supposed of them.
 *
 *     TestSuite(x, .init = open_catalogue, .fini = close_catalogue);
 *     sg_person *person = person_with(ROLE);
 *     suppose_well(person, "24 more months");
 *     sg_person_free(person);
 */
#ifndef TESTS_SUPPOSING_H
#define TESTS_SUPPOSING_H

#include "model/catalogue.h"
#include "model/person.h"

#define TODAY "2026-11-22"
#define ROLE "\"current_role\": \"county/admin-assistant-2\""

/* The shipped frameworks and courses, without plugins. */
extern sg_catalogue *catalogue;
void open_catalogue(void);
void close_catalogue(void);

/* A person whose file has these members beside its format. */
sg_person *person_with(const char *members);

/* Supposes something on TODAY. */
sg_status suppose(sg_person *person, const char *what, sg_error *error);
void suppose_well(sg_person *person, const char *what);

/* That two people have the same answers about some roles, each asked on a day
 * of its own. */
void expect_same_answers(const sg_person *supposed, const char *today,
                         const sg_person *written, const char *later,
                         const char *what);

#endif
