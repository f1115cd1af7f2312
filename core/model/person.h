/* SPDX-License-Identifier: MIT */
/* What a person file says, as it says it.
 *
 *     for (size_t i = 0; i < person->skills.count; i++)
 *         look_at(&person->skills.items[i]);
 *
 * Nothing is judged here: titles are not read and levels not converted. Built
 * once (read/person_build.c), then never changed. A list that is absent
 * differs from one that is empty: `given`. Strings that are absent are NULL. */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/arena.h"
#include "base/date.h"
#include "model/claim.h"
#include "model/reference.h"
#include "skillgap/person.h"
#include "skillgap/verdict.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum person_status { STATUS_HELD, STATUS_WORKING_TOWARDS };

enum person_size {
    SIZE_UNKNOWN, /* not given, or not known */
    SIZE_AWARD,
    SIZE_CERTIFICATE,
    SIZE_DIPLOMA,
    SIZE_FULL
};

enum person_basis { BASIS_PAID, BASIS_VOLUNTARY, BASIS_ACTING };

struct person_qualification {
    const char *title;
    const char *type;    /* as written; known types are in the contract */
    const char *subject; /* a sector subject area code, or words */
    const char *number;  /* Ofqual number, as text */
    const char *country; /* where it was awarded, when given */
    const char *const *grades;
    size_t grade_count;
    enum scale_id scale; /* SCALE_NONE: not given, or not known */
    bool scale_unknown;  /* a scale was written that nobody knows */
    bool size_unknown;   /* and a size */
    uint8_t level;       /* on that scale; 0: not given */
    uint8_t count;       /* how many (five GCSEs); 0: not given */
    enum person_size size;
    enum person_status status;
    bool status_given; /* false: `status` is STATUS_HELD, and a title may say
                          otherwise */
    struct date awarded, expected, expires;
};

struct person_experience {
    const char *role;  /* role id, as written */
    const char *area;  /* kind of work */
    const char *title; /* what the post was called */
    struct date from;
    struct date to;       /* the last month worked; no date: still there */
    float hours_per_week; /* 0: not given, or no fixed hours */
    enum person_basis basis;
    bool basis_given; /* false: `basis` is BASIS_PAID, which counts the same */
    bool supervises;
    bool supervises_given; /* false: the file does not say */
};

struct person_skill {
    const char *id;    /* criterion */
    const char *level; /* level word, or NULL */
};

struct person_credential {
    const char *id;
    struct date issued, expires;
};

struct person_training {
    const char *title;
    const char *criterion; /* or NULL */
    struct date completed, expires;
};

struct person_confirmation {
    const char *line; /* line id */
    sg_verdict verdict;
    const char *by;
    struct date on;
    const char *evidence;
    const char *framework_version;
    const char *hash; /* of the line when it was confirmed */
};

struct person {
    struct arena arena;
    const char *name;         /* never printed by an error */
    const char *current_role; /* role id, as written */
    struct {
        bool given;
        size_t count;
        struct person_qualification *items;
    } qualifications;
    struct {
        bool given;
        size_t count;
        struct person_experience *items;
    } experience;
    struct {
        bool given;
        size_t count;
        struct person_skill *items;
    } skills;
    struct {
        bool given;
        size_t count;
        struct person_credential *items;
    } credentials;
    struct {
        bool given;
        size_t count;
        struct person_training *items;
    } training;
    struct {
        bool given;
        size_t count;
        struct person_confirmation *items;
    } confirmed;
};

/* Frees it. Accepts NULL and one that is half built. */
void person_free(struct person *person);

/* The inside of the public handle: the file, and what its qualifications
 * claim once their titles are read. */
struct sg_person {
    struct person *person;
    const char *file;   /* as messages name it; in the person's arena */
    struct arena arena; /* of the claims */
    const struct claim *claims;
    size_t claim_count; /* one for each entry, in the order of the file, and
                           then those of several together */
    struct title_knowledge titles; /* functions may be NULL */
    /* Behind `titles`, a catalogue's or its own; only core/catalogue/ looks. */
    const struct quals *quals;
    struct quals *own_quals; /* NULL: a catalogue's are used */
    unsigned months_more;    /* "24 more months", all of them together */
    unsigned months_ahead; /* how far after today the answer is to be for: that
                              long, or as long as other work is supposed */
    const char *const *assumed; /* the words of each assumption */
    size_t assumed_count;
};

/* The words of the contract, for reading and for showing. NULL ends each. */
extern const char *const person_types[];    /* by sg_title_type: its first,
                                               "open", is not the contract's */
extern const char *const person_sizes[];    /* from SIZE_AWARD on */
extern const char *const person_statuses[]; /* by enum person_status */
extern const char *const person_bases[];    /* by enum person_basis */

#endif
