/* SPDX-License-Identifier: MIT */
/* An examination as a whole. */
#include "doctor/doctor.h"

#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { WORDS_ROOM = 2048 };

static void add(struct doctor *doctor, sg_doctor_check check,
                const char *format, va_list values)
{
    char words[WORDS_ROOM];

    if (doctor->public.check_count == DOCTOR_CHECKS)
        return;
    vsnprintf(words, sizeof words, format, values);
    check.words = arena_strdup(&doctor->arena, words);
    doctor->checks[doctor->public.check_count++] = check;
    if (check.state == SG_DOCTOR_PROBLEM && doctor->public.worst == SG_OK)
        doctor->public.worst = check.status;
}

void doctor_fine(struct doctor *doctor, const char *topic, const char *format,
                 ...)
{
    va_list values;

    va_start(values, format);
    add(doctor, (sg_doctor_check){.topic = topic, .state = SG_DOCTOR_FINE},
        format, values);
    va_end(values);
}

void doctor_note(struct doctor *doctor, const char *topic, const char *format,
                 ...)
{
    va_list values;

    va_start(values, format);
    add(doctor, (sg_doctor_check){.topic = topic, .state = SG_DOCTOR_NOTE},
        format, values);
    va_end(values);
}

void doctor_problem(struct doctor *doctor, const char *topic, sg_status status,
                    const char *fix, const char *format, ...)
{
    va_list values;

    va_start(values, format);
    add(doctor,
        (sg_doctor_check){.topic = topic,
                          .state = SG_DOCTOR_PROBLEM,
                          .status = status,
                          .fix = arena_strdup(&doctor->arena, fix)},
        format, values);
    va_end(values);
}

void doctor_place(struct doctor *doctor, const char *what, const char *path)
{
    if (!path || doctor->public.place_count == DOCTOR_PLACES)
        return;
    doctor->places[doctor->public.place_count++] = (sg_doctor_place){
        .what = what,
        .path = arena_strdup(&doctor->arena, path),
        .exists = access(path, F_OK) == 0,
    };
}

void doctor_removal(struct doctor *doctor, const char *format, ...)
{
    char words[WORDS_ROOM];
    va_list values;

    if (doctor->public.removal_count == DOCTOR_REMOVALS)
        return;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    doctor->removals[doctor->public.removal_count++] =
        arena_strdup(&doctor->arena, words);
}

static struct doctor *doctor_make(void)
{
    struct doctor *doctor = calloc(1, sizeof *doctor);

    if (!doctor)
        return NULL;
    struct arena *arena = &doctor->arena;
    doctor->checks = arena_array(arena, DOCTOR_CHECKS, sizeof *doctor->checks);
    doctor->places = arena_array(arena, DOCTOR_PLACES, sizeof *doctor->places);
    doctor->removals =
        arena_array(arena, DOCTOR_REMOVALS, sizeof *doctor->removals);
    doctor->public.checks = doctor->checks;
    doctor->public.places = doctor->places;
    doctor->public.removals = doctor->removals;
    return doctor;
}

static sg_status look(struct doctor *doctor, sg_error *reterr)
{
    struct arena *arena = &doctor->arena;
    const struct config *config = NULL;
    sg_status status = arena->failed ? fault_memory(reterr) : SG_OK;

    if (status == SG_OK)
        status = places_own(arena, &doctor->own, reterr);
    if (status != SG_OK)
        return status;
    (void)date_day(doctor->options.today, &doctor->today);
    if (store_open(doctor->own.config_file, doctor->own.data, NULL, NULL,
                   &doctor->store, &doctor->store_error) == SG_OK)
        config = doctor->store->config;
    status =
        places_find(&doctor->options, config, arena, &doctor->found, reterr);
    if (status != SG_OK)
        return status;
    doctor_places(doctor);
    doctor_clock(doctor);
    doctor_network(doctor);
    doctor_feeds(doctor);
    doctor_frameworks(doctor);
    return arena->failed ? fault_memory(reterr) : SG_OK;
}

sg_status sg_doctor_new(const sg_catalogue_options *options,
                        sg_doctor **ret_doctor, sg_error *reterr)
{
    struct doctor *doctor = doctor_make();

    *ret_doctor = NULL;
    if (!doctor)
        return fault_memory(reterr);
    if (options)
        doctor->options = *options;
    const sg_status status = look(doctor, reterr);
    store_free(doctor->store);
    doctor->store = NULL;
    if (status == SG_OK)
        *ret_doctor = &doctor->public;
    else
        sg_doctor_free(&doctor->public);
    return status;
}

void sg_doctor_free(sg_doctor *doctor)
{
    struct doctor *whole = (struct doctor *)doctor;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}

const char *sg_doctor_state_word(sg_doctor_state state)
{
    static const char *const words[] = {[SG_DOCTOR_FINE] = "fine",
                                        [SG_DOCTOR_NOTE] = "note",
                                        [SG_DOCTOR_PROBLEM] = "problem"};

    return words[state];
}
