/* SPDX-License-Identifier: MIT */
/* Where things are, who may write there, and how to delete what is kept. */
#define _XOPEN_SOURCE 700 /* S_ISVTX */

#include "doctor/doctor.h"

#include "base/save.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The nearest folder above a path that is there. */
static const char *folder_above(struct arena *arena, const char *path)
{
    char *above = arena_strdup(arena, path);

    while (above && access(above, F_OK) != 0) {
        char *slash = strrchr(above, '/');
        if (!slash || slash == above)
            return "/";
        *slash = '\0';
    }
    return above;
}

static void check_writing(struct doctor *doctor, const char *what,
                          const char *path)
{
    const char *above = folder_above(&doctor->arena, path);

    if (!above || access(above, W_OK | X_OK) == 0)
        return;
    doctor_problem(
        doctor, "places", SG_STORAGE,
        errno == EROFS ? "Use another place: set XDG_DATA_HOME and "
                         "XDG_CONFIG_HOME to folders of yours."
                       : "Change who may write there, or set XDG_DATA_HOME and "
                         "XDG_CONFIG_HOME to folders of yours.",
        "%s cannot be written at %s (%s).", what, above, strerror(errno));
}

/* What others may change cannot be trusted. Of a folder such as /tmp, with the
 * sticky bit, they cannot exchange what is another's. */
static void check_others(struct doctor *doctor, const char *path)
{
    char fix[1200];
    struct stat seen;

    if (!path || stat(path, &seen) != 0 ||
        (seen.st_mode & (S_IWGRP | S_IWOTH)) == 0 ||
        (seen.st_mode & S_ISVTX) != 0)
        return;
    snprintf(fix, sizeof fix, "Close it: chmod go-w '%.1000s'", path);
    doctor_problem(doctor, "permissions", SG_STORAGE, fix,
                   "Others may write to %s, and so decide what this program "
                   "says to you.",
                   path);
}

static const char *folder_of(struct doctor *doctor, const char *path)
{
    const char *slash = strrchr(path, '/');

    return arena_strndup(&doctor->arena, path, (size_t)(slash - path));
}

/* The lock is a file; anything else in its place stops every change. */
static void check_lock(struct doctor *doctor, const char *feeds)
{
    const char *lock = arena_printf(&doctor->arena, "%s/.lock", feeds);
    struct stat seen;

    if (lock && lstat(lock, &seen) == 0 && !S_ISREG(seen.st_mode))
        doctor_problem(doctor, "places", SG_STORAGE, "Move it away.",
                       "%s is in the way: no feed can be changed.", lock);
}

static void check_own(struct doctor *doctor)
{
    const struct own_places *own = &doctor->own;
    const char *feeds =
        own->data ? arena_printf(&doctor->arena, "%s/feeds", own->data) : NULL;
    const size_t before = doctor->public.check_count;

    if (!own->data || !own->config_file) {
        doctor_problem(doctor, "places", SG_STORAGE,
                       "Set HOME to your home folder.",
                       "Nothing says where your files are kept, so that no "
                       "feed can be added.");
        return;
    }
    check_writing(doctor, "Your data folder", own->data);
    check_writing(doctor, "Your configuration", own->config);
    check_others(doctor, folder_of(doctor, own->data));
    check_others(doctor, own->data);
    check_others(doctor, feeds);
    check_others(doctor, folder_of(doctor, own->config));
    check_others(doctor, own->config);
    check_others(doctor, own->config_file);
    if (feeds)
        check_lock(doctor, feeds);
    if (doctor->public.check_count == before)
        doctor_fine(doctor, "places",
                    "Your own files are yours alone to change: %s and %s.",
                    own->data, own->config);
}

static void list_places(struct doctor *doctor)
{
    const struct places *found = &doctor->found;
    const struct own_places *own = &doctor->own;

    for (size_t i = 0; i < found->data_count; i++)
        doctor_place(doctor, "data", found->data[i]);
    for (size_t i = 0; i < found->plugin_count; i++)
        doctor_place(doctor, "plugins", found->plugins[i]);
    for (size_t i = 0; i < found->override_count; i++)
        doctor_place(doctor, "overrides", found->overrides[i]);
    doctor_place(doctor, "config", own->config_file);
    if (own->data)
        doctor_place(doctor, "feeds",
                     arena_printf(&doctor->arena, "%s/feeds", own->data));
}

static void list_removals(struct doctor *doctor)
{
    const struct own_places *own = &doctor->own;
    const struct store *store = doctor->store;

    for (size_t i = 0; store && i < store->count; i++)
        doctor_removal(doctor, "skillgap feed remove %s",
                       store->feeds[i].known->name);
    const char *feeds =
        own->data ? arena_printf(&doctor->arena, "%s/feeds", own->data) : NULL;
    if (feeds && access(feeds, F_OK) == 0)
        doctor_removal(doctor, "rm -r '%s'", feeds);
    if (own->config_file && access(own->config_file, F_OK) == 0)
        doctor_removal(doctor, "rm '%s'", own->config_file);
}

static bool has_unfinished(const char *folder)
{
    DIR *opened = opendir(folder);
    bool found = false;

    for (struct dirent *entry; opened && (entry = readdir(opened));)
        found = found ||
                strncmp(entry->d_name, SAVE_FRESH, strlen(SAVE_FRESH)) == 0;
    if (opened)
        closedir(opened);
    return found;
}

static void check_config(struct doctor *doctor)
{
    const struct store *store = doctor->store;
    const sg_error *why = &doctor->store_error;

    if (!store)
        doctor_problem(doctor, "config", why->status,
                       "Correct the file, or move it away.",
                       "The configuration cannot be used: %s: %s %s", why->file,
                       why->pointer, why->message);
    else if (store->folder && has_unfinished(store->folder))
        doctor_note(doctor, "places",
                    "An update was cut off before it was finished. Nothing was "
                    "lost; the next one clears it away.");
}

void doctor_places(struct doctor *doctor)
{
    list_places(doctor);
    list_removals(doctor);
    check_own(doctor);
    check_config(doctor);
}
