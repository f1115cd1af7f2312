/* SPDX-License-Identifier: MIT */
/* Feeds, frameworks and plugins: what is in use, and how old it is. */
#include "doctor/doctor.h"
#include "feed/keep.h"
#include "skillgap/plugins.h"

#include <stdio.h>
#include <string.h>

enum { PROBLEMS_TOLD = 20, FIX_ROOM = 400 };

static uint32_t days_past(const struct doctor *doctor, const char *expires)
{
    struct date end;

    if (doctor->today.year == 0 || !date_read(expires, &end))
        return 0;
    const int32_t days = date_days(doctor->today) - date_days(end);
    return days > 0 ? (uint32_t)days : 0;
}

static void check_held(struct doctor *doctor, const struct stored_feed *feed)
{
    const struct feed_record *record = feed->record;
    const char *name = feed->known->name;
    const uint32_t days = days_past(doctor, record->expires);
    struct late_sodium sodium;
    char fix[FIX_ROOM];

    snprintf(fix, sizeof fix, "Ask for news: skillgap feed update %.48s", name);
    if (days > 0)
        doctor_problem(
            doctor, "feed", SG_TRUST, fix,
            "The feed %.48s is old: it was good until %s, %u day%s ago, and "
            "the publisher was last heard on %s.",
            name, record->expires, (unsigned)days, days == 1 ? "" : "s",
            record->checked);
    else
        doctor_fine(
            doctor, "feed",
            "The feed %.48s: publication %u, good until %s; the publisher was "
            "last heard on %s.",
            name, (unsigned)record->current, record->expires, record->checked);
    if (record->rolled_back)
        doctor_note(doctor, "feed",
                    "The feed %.48s: somebody went back to publication %u on "
                    "%s. To end "
                    "that: skillgap feed update %.48s --forward",
                    name, (unsigned)record->current, record->rolled_back, name);
    if (late_sodium_open(&sodium, NULL) == SG_OK &&
        !keep_is_whole(&sodium, feed->folder, record))
        doctor_problem(
            doctor, "feed", SG_STORAGE, fix,
            "The feed %.48s: files of publication %u are gone, or are not "
            "what was fetched.",
            name, (unsigned)record->current);
}

static void check_feed(struct doctor *doctor, const struct stored_feed *feed)
{
    char fix[FIX_ROOM];

    snprintf(fix, sizeof fix, "Fetch it: skillgap feed update %.48s",
             feed->known->name);
    if (feed->record && !feed->key_changed)
        check_held(doctor, feed);
    else
        doctor_problem(doctor, "feed", SG_TRUST, fix, "The feed %.48s: %s",
                       feed->known->name,
                       feed->key_changed
                           ? "what is here was signed by an older key, and is "
                             "not used."
                           : "nothing has been fetched yet, or the record of "
                             "it cannot be read.");
}

void doctor_feeds(struct doctor *doctor)
{
    const struct store *store = doctor->store;

    for (size_t i = 0; store && i < store->count; i++)
        check_feed(doctor, &store->feeds[i]);
    if (store && store->count == 0)
        doctor_fine(doctor, "feed",
                    "No feed has been added; what came with the program is "
                    "used.");
}

/* The problems of opening, told once each. */
struct problems {
    struct doctor *doctor;
    size_t count;
};

static void take_problem(const sg_error *problem, void *user)
{
    struct problems *problems = user;

    /* Plugins and old feeds have their own checks. */
    if (problem->status == SG_PLUGIN || problem->status == SG_TRUST ||
        problems->count++ >= PROBLEMS_TOLD)
        return;
    doctor_problem(problems->doctor, "frameworks", problem->status,
                   "Do what the sentence says.", "%s: %s", problem->file,
                   problem->message);
}

static void check_plugins(struct doctor *doctor, const sg_catalogue *catalogue)
{
    for (size_t i = 0; i < sg_catalogue_plugin_count(catalogue); i++) {
        const sg_plugin_info plugin = sg_catalogue_plugin_at(catalogue, i);
        if (plugin.state == SG_PLUGIN_LOADED)
            doctor_fine(doctor, "plugin",
                        "The plugin %s, version %s, is in use: %s", plugin.id,
                        plugin.version ? plugin.version : "unknown",
                        plugin.file);
        else
            doctor_problem(doctor, "plugin", SG_PLUGIN,
                           "Mend or remove the file; everything works without "
                           "it, and more is left to ask.",
                           "The plugin %s is not used: %s", plugin.file,
                           plugin.reason);
    }
}

static void list_frameworks(struct doctor *doctor,
                            const sg_catalogue *catalogue)
{
    for (size_t i = 0; i < sg_catalogue_framework_count(catalogue); i++) {
        const sg_framework_info info = sg_catalogue_framework_at(catalogue, i);
        doctor_fine(doctor, "frameworks", "The framework %s, version %s: %s",
                    info.id, info.version, info.file);
    }
}

/* The framework of a feed that something else goes before. */
static void check_hidden(struct doctor *doctor, const sg_catalogue *catalogue,
                         const char *feed, const char *id)
{
    for (size_t i = 0; i < sg_catalogue_framework_count(catalogue); i++) {
        const sg_framework_info info = sg_catalogue_framework_at(catalogue, i);
        if (strcmp(info.id, id) == 0 && !info.feed)
            doctor_note(doctor, "feed",
                        "The feed %.48s brings %s, and it is not used: this "
                        "goes before it: %s",
                        feed, id, info.file);
    }
}

static void check_all_hidden(struct doctor *doctor,
                             const sg_catalogue *catalogue)
{
    const struct store *store = doctor->store;

    for (size_t i = 0; i < store->count; i++) {
        const struct stored_feed *feed = &store->feeds[i];
        const struct held_publication *held =
            feed->record && !feed->key_changed
                ? feed_record_current(feed->record)
                : NULL;
        for (size_t f = 0; held && f < held->count; f++)
            check_hidden(doctor, catalogue, feed->known->name,
                         held->frameworks[f].id);
    }
}

void doctor_frameworks(struct doctor *doctor)
{
    struct problems problems = {.doctor = doctor};
    sg_catalogue_options options = doctor->options;
    sg_catalogue *catalogue = NULL;
    sg_error why = {0};

    if (!doctor->store)
        return; /* told already; nothing opens without a configuration */
    options.problem = take_problem;
    options.user = &problems;
    if (sg_catalogue_open(&options, &catalogue, &why) != SG_OK) {
        doctor_problem(doctor, "frameworks", why.status,
                       "Do what the sentence says.", "%s %s", why.file,
                       why.message);
        return;
    }
    list_frameworks(doctor, catalogue);
    check_all_hidden(doctor, catalogue);
    check_plugins(doctor, catalogue);
    sg_catalogue_free(catalogue);
}
