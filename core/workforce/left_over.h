/* SPDX-License-Identifier: MIT */
/* Files for the inside: the rows of an export that were rejected, and the words
 * that were not understood.
 *
 *     status = left_over_rows(account, "rejected", reterr);
 *     status = left_over_words(&counting, "unmatched.csv", reterr);
 *
 * Both are about people: files are 0600. */
#ifndef WORKFORCE_LEFT_OVER_H
#define WORKFORCE_LEFT_OVER_H

#include "model/staff.h"
#include "workforce/count.h"

/* Writes one CSV file for each export that has rejected rows into a folder,
 * which is made if it is missing: rejected-staff.csv,
 * rejected-qualifications.csv, rejected-experience.csv. Each has the columns
 * that were read, by our names, and then where the row stands and why it was
 * rejected, so that it can be corrected and read again. Files of an earlier run
 * are written over or removed, and no others: SG_STORAGE, "not-ours". */
sg_status left_over_rows(const struct staff_account *account,
                         const char *folder, sg_error *reterr);

/* Writes the words with how many rows have them, the most frequent first, then
 * by the words. */
sg_status left_over_words(const struct counting *counting, const char *file,
                          sg_error *reterr);

#endif
