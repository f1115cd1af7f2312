/* SPDX-License-Identifier: MIT */
/* Looking a person's file up, between the files that do it.
 *
 *     look_warn(looking, "ahead", message, "/experience/%zu/from", i);
 *
 * No message quotes a value of the file; a hint is a name of the frameworks. */
#ifndef CATALOGUE_LOOK_UP_H
#define CATALOGUE_LOOK_UP_H

#include "model/catalogue.h"
#include "model/person.h"

/* What is looked at, and where the warnings go. */
struct looking {
    const struct sg_person *person;
    const struct sg_catalogue *catalogue;
    struct date today;
    sg_problem_fn problem; /* or NULL */
    void *user;
    unsigned hints; /* looked for so far */
};

/* Tells a warning at a place, whose pointer is formatted. */
__attribute__((format(printf, 4, 5))) void
look_warn(const struct looking *looking, const char *reason,
          const char *message, const char *pointer, ...);

/* Names to choose a hint from. */
struct look_names {
    const char **names;
    size_t count;
    size_t room;
};

/* Adds one; without memory it is left out. */
void look_names_add(struct look_names *names, const char *name);
bool look_names_has(const struct look_names *names, const char *name);
void look_names_done(struct look_names *names);

enum { LOOK_MESSAGE_ROOM = 640 };

/* Whether a hint is worth looking for. Past the warnings that anybody is shown
 * it is not, so that a long file is still quick. */
bool look_wants_hint(struct looking *looking);

/* The message, and behind it " Did you mean 'x'?"; without, for NULL. */
void look_add_hint(const char *message, const char *meant,
                   char out[LOOK_MESSAGE_ROOM]);

/* The same with the name that is nearest to what was typed, if one is. */
void look_hint(struct looking *looking, const char *message, const char *typed,
               const struct look_names *names, char out[LOOK_MESSAGE_ROOM]);

/* Of what is done on a day that lies ahead. */
#define LOOK_TOO_EARLY                                                         \
    "This day has not come yet, but it counts as done; correct the date, or "  \
    "leave the entry out until then."

/* Whether no part of a date has come yet. */
bool look_is_ahead(const struct looking *looking, struct date date);

/* What the entries say that cannot be, or not yet. */
void look_at_qualifications(const struct looking *looking);
void look_at_training(const struct looking *looking);

/* Confirmations that settle nothing. */
void look_at_confirmed(struct looking *looking);

#endif
