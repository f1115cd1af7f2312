/* SPDX-License-Identifier: MIT */
/* A claim on its way, between the files that make it.
 *
 *     struct entry entry;
 *     entry_read(quals, NULL, from, &entry);
 *     entry_claim(&entry, &claim);
 */
#ifndef QUALS_CLAIM_INSIDE_H
#define QUALS_CLAIM_INSIDE_H

#include "quals/claim.h"
#include "quals/reader.h"
#include "quals/subject_names.h"

/* One entry of the file: what its title says, with its fields laid over. */
struct entry {
    const struct quals *quals;
    struct title_memo *memo; /* or NULL */
    const struct person_qualification *from;
    struct sg_title_reading reading;
    int award;         /* index into quals->awards, or NO_AWARD */
    bool level_unsure; /* a scale that nobody knows */
    bool overseas;
    bool subject_given; /* as a code */
    bool only_expected; /* as the claim has it */
    bool failed;        /* every grade is a fail */
    uint8_t differs;
    uint32_t passes_least; /* of a counted award: surely at level 2 or above */
    uint32_t passes_most;  /* and at most, where grades are left out */
};

/* `memo` may be NULL. */
void entry_read(const struct quals *quals, struct title_memo *memo,
                const struct person_qualification *from, struct entry *entry);

/* Reads the title; where it does not say what it is and the scale does, it is
 * an NVQ or SVQ: as if the title had that word. */
void entry_read_title(struct entry *entry);

/* An award by what it is called in full; NO_AWARD for NULL. */
int award_with_title(const struct quals *quals, const char *title);

/* Counts and grades of a GCSE or A level entry, from fields and title. */
void entry_count(struct entry *entry);

void entry_claim(const struct entry *entry, struct claim *claim);

/* How far it is a full level, into full_min, full_max and full_assumed; the
 * level of the claim is known already. */
void claim_weigh(const struct entry *entry, struct claim *claim);

/* Adds what an entry is about, in words; says whether that is all of it. */
bool entry_name_subjects(const struct entry *entry, struct subject_names *names,
                         struct arena *arena);

/* Whether it is an award of which several count together. */
bool entry_is_counted(const struct entry *entry);

/* How many subjects entries of one group are passes of, at least and at most,
 * and how many things they are made of: one is nothing more than its entry. */
struct distinct {
    uint32_t least, most;
    uint32_t things;
};

struct distinct entries_distinct(const struct entry *const *entries,
                                 size_t count, struct arena *arena);

/* The claims of several entries together; returns how many were added. */
size_t claims_together(const struct entry *entries, size_t count,
                       struct arena *arena, struct claim *claims);

enum { TOGETHER_MOST = 3 };

#endif
