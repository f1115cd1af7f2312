/* SPDX-License-Identifier: MIT */
/* Which roles of the catalogue the words of an HR export mean.
 *
 *     struct role_words words;
 *     role_words_begin(&words, catalogue);
 *     if (role_words_find(&words, "Admin Assistant 2", &role)) ...
 *     role_words_done(&words);
 *
 * Each text is looked up once, however many people have it. */
#ifndef WORKFORCE_ROLES_H
#define WORKFORCE_ROLES_H

#include "base/strings.h"
#include "model/catalogue.h"

struct role_words {
    const sg_catalogue *catalogue;
    struct arena arena;
    struct strings texts;
    struct role_word *words; /* of each text */
    uint32_t room;
    bool failed; /* memory ran out */
};

void role_words_begin(struct role_words *words, const sg_catalogue *catalogue);

/* By id, job reference or title, as sg_catalogue_find() does. False for NULL,
 * for what means no role or several, and without memory. */
bool role_words_find(struct role_words *words, const char *text,
                     sg_role *ret_role);

void role_words_done(struct role_words *words);

/* The next role up of somebody in `role`: among the moves up that the council's
 * rules allow, those to the lowest rank above in the same family. Writes at
 * most `room` of them in published order and returns how many. */
size_t next_roles(const sg_catalogue *catalogue, sg_role role, sg_role *next,
                  size_t room);

#endif
