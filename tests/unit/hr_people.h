/* SPDX-License-Identifier: MIT */
/* HR exports of invented people, and the tallies of them.
 *
 *     struct hr_export export = {0};
 *     for (uint32_t n = 0; n < 20; n++)
 *         hr_person(&export, n);
 *     sg_tally *tally = hr_tally(catalogue, &export, &question);
 *     sg_tally_free(tally);
 *     hr_export_done(&export);
 *
 * Person n is always the same. All roles of the shipped frameworks are there,
 * and all that keeps somebody from being assessed. */
#ifndef TESTS_HR_PEOPLE_H
#define TESTS_HR_PEOPLE_H

#include "base/buffer.h"
#include "skillgap/workforce.h"

#define HR_TODAY "2026-11-22"
#define HR_POSTS "person_id,role,team,role_start,target_role\n"
#define HR_AWARDS "person_id,title,level,scale,status,awarded,expires\n"
#define HR_WORK "person_id,role,area,from,to,hours_per_week\n"

/* The three files; without rows they have no header either. */
struct hr_export {
    struct buffer posts, awards, work;
};

/* Adds the rows of person n. */
void hr_person(struct hr_export *export, uint32_t n);
void hr_export_done(struct hr_export *export);

/* Writes the files to a fresh folder, and their names to the paths; `awards`
 * and `work` are NULL where there is none. */
struct hr_files {
    char folder[64];
    char posts[96], awards[96], work[96];
};
void hr_files_write(struct hr_files *files, const struct hr_export *export);
void hr_files_remove(const struct hr_files *files);

/* Counts them; of `question` target, to, and today are read (NULL: HR_TODAY).
 * Ends the test when it cannot be done. */
sg_tally *hr_tally(const sg_catalogue *catalogue,
                   const struct hr_export *export,
                   const sg_tally_request *question);

/* The role of that id; ends the test when there is none. */
sg_role hr_role(const sg_catalogue *catalogue, const char *id);

/* Writes a file; ends the test when it cannot be done. */
void hr_write(const char *path, const char *bytes, size_t size);

#endif
