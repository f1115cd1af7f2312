/* SPDX-License-Identifier: MIT */
/**
 * Whether everything is in order on this machine, and what to do if not.
 *
 *     sg_doctor *doctor = NULL;
 *     if (sg_doctor_new(NULL, &doctor, &error) == SG_OK)
 *         for (size_t i = 0; i < doctor->check_count; i++)
 *             puts(doctor->checks[i].words);
 *     sg_doctor_free(doctor);
 *
 * It looks and changes nothing, and asks no network. Names and passwords of
 * proxies are never repeated.
 */
#ifndef SKILLGAP_DOCTOR_H
#define SKILLGAP_DOCTOR_H

#include "skillgap/catalogue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sg_doctor_state {
    SG_DOCTOR_FINE = 0,
    SG_DOCTOR_NOTE,   /**< good to know; nothing has to be done */
    SG_DOCTOR_PROBLEM /**< `fix` says what to do */
} sg_doctor_state;

typedef struct sg_doctor_check {
    const char *topic; /**< "clock": a stable word */
    sg_doctor_state state;
    sg_status status;  /**< of a problem: what it would be in a command */
    const char *words; /**< what was found */
    const char *fix;   /**< or NULL */
} sg_doctor_check;

/** Where something is looked for, in order, or kept. */
typedef struct sg_doctor_place {
    const char *what; /**< "data", "plugins", "config", "overrides", "feeds" */
    const char *path;
    bool exists;
} sg_doctor_place;

typedef struct sg_doctor {
    const sg_doctor_check *checks;
    size_t check_count;
    const sg_doctor_place *places;
    size_t place_count;
    const char *const *removals; /**< how to delete what is kept */
    size_t removal_count;
    sg_status worst; /**< status of the first problem; SG_OK: there is none */
} sg_doctor;

/** Looks at everything. `options` as for opening a catalogue (may be NULL).
 * SG_STORAGE only without memory; what is wrong with the machine is in the
 * checks. */
SG_API sg_status sg_doctor_new(const sg_catalogue_options *options,
                               sg_doctor **ret_doctor, sg_error *reterr);
SG_API void sg_doctor_free(sg_doctor *doctor);

/** "fine", "note", "problem". */
SG_API const char *sg_doctor_state_word(sg_doctor_state state);

#ifdef __cplusplus
}
#endif

#endif
