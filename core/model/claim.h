/* SPDX-License-Identifier: MIT */
/* What a person's qualification claims, with its title and fields joined.
 *
 *     const struct claim *claim = &person->claims[i];
 *     if (claim->status == CLAIM_HELD && claim->rqf_min >= 3) ...
 *
 * quals/claim.c makes one for each entry of qualifications[], and one more for
 * entries that count together (two A levels on two lines). Where the file's
 * own fields say otherwise than the title, the fields win. What neither says
 * stays open, as a range. */
#ifndef MODEL_CLAIM_H
#define MODEL_CLAIM_H

#include "base/date.h"

#include <stdbool.h>
#include <stdint.h>

/* What the title and the file's own fields say differently: bits of
 * `differs`. */
enum claim_difference {
    CLAIM_DIFFERS_TYPE = 1 << 0,
    CLAIM_DIFFERS_LEVEL = 1 << 1,
    CLAIM_DIFFERS_SIZE = 1 << 2,
    CLAIM_DIFFERS_SUBJECT = 1 << 3,
    CLAIM_DIFFERS_STATUS = 1 << 4,
    CLAIM_DIFFERS_COUNT = 1 << 5,
};

enum claim_status { CLAIM_OPEN, CLAIM_HELD, CLAIM_WORKING_TOWARDS };

/* Levels are whole RQF levels; entry level is 0. */
enum { CLAIM_LEVEL_MOST = 8 };

struct claim {
    const char *title;   /* the words of the file, or what stands for them:
                            "2 A levels"; never NULL */
    const char *award;   /* id of the award in qualifications.json, or NULL */
    const char *subject; /* sector subject area code, or NULL: not known */
    const char *subject_title; /* what that code stands for, or NULL */
    const char *subject_b;     /* of several together: another of their codes */
    const char *subjects;      /* of several: what they are about, in words,
                                  with semicolons between; or NULL */
    bool subjects_missing;     /* of some of them that is not known */
    bool subject_assumed;      /* read from the title, not given */
    bool subject_mixed;        /* of several together: not all have one code, or
                                  some have none */
    enum claim_status status;
    bool overseas;      /* awarded outside the United Kingdom: nobody here
                           can tell what it is worth */
    bool none;          /* it is no qualification at all: a driving licence, or
                           one that was failed */
    bool failed;        /* every grade on file is a fail */
    bool level_assumed; /* no source gives what its level is worth */
    bool expiry_open; /* such a certificate runs out, or its title says so, and
                         no date says when */
    bool level_known; /* false: rqf_min and rqf_max say nothing */
    uint8_t rqf_min;  /* what it is worth, 0 to 8 */
    uint8_t rqf_max;
    uint8_t full_min;  /* the level at which it is surely a full level;
                          0: not surely at any */
    uint8_t full_max;  /* the highest at which it may be one; 0: it is
                          known to be less than any full level */
    bool full_assumed; /* by custom, not by an official list */
    const char *kind;  /* what by custom is a full level: "diploma" */
    bool nvq;          /* it is an NVQ or SVQ, by name */
    bool needs_human;  /* the words contradict each other, or are old */
    uint8_t differs; /* bits of enum claim_difference: there the field counts */
    uint8_t count;   /* how many of them, for awards that are counted; 0: not
                        said */
    bool together;   /* made of several entries */
    struct date expires; /* no date: it does not run out, or nobody says */
    bool expiry_assumed; /* worked out from how long such a certificate is
                            good */
    struct date awarded;
    struct date expected; /* while working towards it */
    bool only_expected;   /* no status is given: it is worked towards because of
                             `expected`, and only until then */
};

/* Whether it is held on a day. What was only expected before that day may have
 * been awarded or not: CLAIM_OPEN. */
enum claim_status claim_status_on(const struct claim *claim, struct date day);

/* What a title that a document or a person names is worth: filled by whoever
 * knows about qualifications, so that judging need not.
 *
 *     if (titles->read) titles->read(titles->context, "CMS", &claim);
 */
struct title_knowledge {
    void (*read)(const void *context, const char *title, struct claim *claim);
    /* How long a credential of that id is good, in months; 0: for ever, or
     * nobody says. */
    unsigned (*valid_months)(const void *context, const char *credential);
    /* Whether two credential ids name the same thing (ECDL is ICDL). */
    bool (*same_credential)(const void *context, const char *a, const char *b);
    const void *context;
};

#endif
