/* SPDX-License-Identifier: MIT */
/* Opening a catalogue: reference lists, frameworks, the council's own
 * numbers, and plugins. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "catalogue/courses.h"
#include "catalogue/feeds.h"
#include "catalogue/folders.h"
#include "catalogue/left_out.h"
#include "catalogue/overrides.h"
#include "catalogue/places.h"
#include "model/catalogue.h"
#include "plug/plug.h"
#include "read/read.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Problems that wait in a list, oldest first. */
struct kept {
    struct kept *next;
    sg_error problem;
};

/* A catalogue in the making. */
struct opening {
    sg_catalogue_options options;
    struct arena arena; /* for names, until it is open */
    struct places places;
    sg_catalogue *catalogue;
    uint32_t place_first; /* the first framework of the place in hand */
    struct kept *kept;    /* warnings of the file in hand */
    struct kept **kept_end;
    struct left_out *left_out;
    struct buffer own; /* the file of the council's own numbers */
};

static void tell(const struct opening *opening, const sg_error *problem)
{
    if (opening->options.problem)
        opening->options.problem(problem, opening->options.user);
}

static const char *id_of(const struct in_use *in_use)
{
    return framework_text(in_use->framework, in_use->framework->id);
}

/* The index of the framework in use that has this id, or NO_INDEX. */
static uint32_t find_framework(const sg_catalogue *catalogue, const char *id)
{
    for (uint32_t i = 0; i < catalogue->framework_count; i++)
        if (strcmp(id_of(&catalogue->frameworks[i]), id) == 0)
            return i;
    return NO_INDEX;
}

/* A framework that stands in an earlier place replaces one that stands in a
 * later place: that is what places are for, and no problem. Two of one place
 * are, since only their file names decide. */
static void tell_duplicate(const struct opening *opening, uint32_t first,
                           const char *file)
{
    if (first < opening->place_first)
        return;
    const struct framework *kept =
        opening->catalogue->frameworks[first].framework;
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, "duplicate-id", file,
             "This file is left out: it has the id \"%.96s\", as %.200s "
             "beside it. Keep only one of them.",
             framework_text(kept, kept->id), kept->file);
    problem.warning = true;
    tell(opening, &problem);
}

/* Takes the framework over, or frees it. */
static sg_status use_framework(struct opening *opening,
                               struct framework *framework, const char *file,
                               sg_error *reterr)
{
    sg_catalogue *catalogue = opening->catalogue;
    const uint32_t first =
        find_framework(catalogue, framework_text(framework, framework->id));

    if (first != NO_INDEX) {
        tell_duplicate(opening, first, file);
        framework_free(framework);
        return SG_OK;
    }
    if (catalogue->framework_count == LIMIT_FRAMEWORKS) {
        framework_free(framework);
        return fault_in(reterr, SG_INPUT, "too-many", file,
                        "This is one framework too many: at most %d can be in "
                        "use at once. Name fewer folders.",
                        LIMIT_FRAMEWORKS);
    }
    catalogue->frameworks[catalogue->framework_count++].framework = framework;
    return SG_OK;
}

/* Keeps the first warnings of a file until it is known whether it is used. */
static void keep_warning(const sg_error *problem, void *user)
{
    struct opening *opening = user;

    if (!problem->warning)
        return;
    struct kept *kept = arena_alloc(&opening->arena, sizeof *kept);
    if (!kept)
        return; /* the arena remembers it */
    kept->problem = *problem;
    *opening->kept_end = kept;
    opening->kept_end = &kept->next;
}

static void tell_kept(const struct opening *opening)
{
    for (const struct kept *kept = opening->kept; kept; kept = kept->next)
        tell(opening, &kept->problem);
}

/* Where the caller named the folder each problem is told as it comes. */
static sg_status read_given(struct opening *opening, const char *file,
                            struct framework **ret_framework, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = opening->options.problem,
                                .user = opening->options.user};
    sg_status status = file_read(file, &bytes, reterr);

    if (status == SG_OK)
        status = read_framework(&bytes, file, opening->catalogue->reference,
                                &sink, ret_framework, reterr);
    else if (status != SG_STORAGE)
        tell(opening, reterr);
    buffer_done(&bytes);
    return status;
}

/* Elsewhere a broken file is one warning, told when it is known what is used
 * in its place: who opens a catalogue may not even know of the file. */
static sg_status read_found(struct opening *opening, const char *file,
                            struct framework **ret_framework, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = keep_warning, .user = opening};
    sg_status status = file_read(file, &bytes, reterr);
    const bool readable = status == SG_OK;

    opening->kept = NULL;
    opening->kept_end = &opening->kept;
    if (readable)
        status = read_framework(&bytes, file, opening->catalogue->reference,
                                &sink, ret_framework, reterr);
    buffer_done(&bytes);
    if (status == SG_OK)
        tell_kept(opening);
    if (status == SG_OK || status == SG_STORAGE)
        return status;
    if (readable)
        return left_out_add(&opening->left_out, file, &sink, &opening->arena)
                   ? status
                   : fault_memory(reterr);
    reterr->warning = true;
    tell(opening, reterr);
    return status;
}

/* What is wrong with a file is fatal only where the caller named its folder.
 * Without memory nothing goes on. */
static sg_status weigh(sg_status status, const sg_error *why, bool given,
                       sg_error *reterr)
{
    if (status == SG_OK || (!given && status != SG_STORAGE))
        return SG_OK;
    if (reterr && reterr->status == SG_OK)
        *reterr = *why;
    return status;
}

static sg_status add_file(struct opening *opening, const char *file, bool given,
                          sg_error *reterr)
{
    struct framework *framework = NULL;
    sg_error why = {0};
    const sg_status status = given
                                 ? read_given(opening, file, &framework, &why)
                                 : read_found(opening, file, &framework, &why);

    if (opening->arena.failed) {
        framework_free(framework);
        return fault_memory(reterr);
    }
    if (status != SG_OK)
        return weigh(status, &why, given, reterr);
    return use_framework(opening, framework, file, reterr);
}

/* Where a place has its frameworks. A folder that the caller named may also
 * hold the files themselves, as somebody who writes a first one has it. */
static const char *framework_folder(struct opening *opening, const char *place,
                                    bool given)
{
    const char *usual = arena_printf(&opening->arena, "%s/frameworks", place);
    const char *reference =
        arena_printf(&opening->arena, "%s/reference", place);

    if (!usual || !reference)
        return NULL;
    return given && !folder_exists(usual) && !folder_exists(reference) ? place
                                                                       : usual;
}

static void tell_no_framework(const struct opening *opening, const char *place)
{
    sg_error problem = {0};

    fault_in(&problem, SG_INPUT, "no-framework", place,
             "This folder holds no framework; check that it is the right one, "
             "or put the files (.json) into it.");
    problem.warning = true;
    tell(opening, &problem);
}

/* Beside frameworks that lie in the folder itself. */
static bool is_overrides(const char *file)
{
    const char *slash = strrchr(file, '/');

    return strcmp(slash ? slash + 1 : file, OVERRIDES_NAME) == 0;
}

static sg_status add_place(struct opening *opening, const char *place,
                           bool given, sg_error *reterr)
{
    const char *folder = framework_folder(opening, place, given);
    const char *const *files = NULL;
    size_t count = 0;
    sg_error why = {0};

    if (!folder)
        return fault_memory(reterr);
    if (!given && folder_is_other(place))
        return SG_OK; /* told already, or somebody else's file */
    sg_status status =
        file_list(&opening->arena, folder, ".json", &files, &count, &why);
    why.warning = !given;
    if (status != SG_OK && status != SG_STORAGE)
        tell(opening, &why);
    else if (status == SG_OK && count == 0 && folder == place)
        tell_no_framework(opening, place);
    status = weigh(status, &why, given, reterr);
    opening->place_first = opening->catalogue->framework_count;
    for (size_t i = 0; status == SG_OK && i < count; i++)
        if (folder != place || !is_overrides(files[i]))
            status = add_file(opening, files[i], given, reterr);
    return status;
}

/* What feeds brought stands before what came with the program. */
static sg_status add_feeds(struct opening *opening, sg_error *reterr)
{
    sg_catalogue *catalogue = opening->catalogue;
    const struct store *store = catalogue->store;
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < store->count; i++) {
        struct feed_in_use feed = {0};
        status = feeds_place(store, i, opening->options.today, &opening->arena,
                             &feed, reterr);
        if (status == SG_OK && !feed.place)
            feeds_warn_unused(store, i, opening->options.problem,
                              opening->options.user);
        if (status != SG_OK || !feed.place)
            continue;
        const uint32_t first = catalogue->framework_count;
        feeds_warn_missing(store, i, feed.place, opening->options.problem,
                           opening->options.user);
        status = add_place(opening, feed.place, false, reterr);
        for (uint32_t f = first; f < catalogue->framework_count; f++)
            catalogue->frameworks[f].feed = feed.origin;
        if (catalogue->framework_count > first)
            feeds_warn(feed.origin, opening->options.problem,
                       opening->options.user);
    }
    return status;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(id_of(a), id_of(b));
}

static sg_status open_frameworks(struct opening *opening, sg_error *reterr)
{
    const struct places *places = &opening->places;
    sg_catalogue *catalogue = opening->catalogue;
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < places->data_own; i++)
        status =
            add_place(opening, places->data[i], i < places->data_given, reterr);
    if (status == SG_OK)
        status = add_feeds(opening, reterr);
    for (size_t i = places->data_own; status == SG_OK && i < places->data_count;
         i++)
        status = add_place(opening, places->data[i], false, reterr);
    if (status != SG_OK)
        return status;
    left_out_tell(opening->left_out, catalogue, opening->options.problem,
                  opening->options.user);
    if (catalogue->framework_count == 0)
        return fault(reterr, SG_INPUT, "no-framework",
                     "No council's framework is left to use; install skillgap "
                     "again, or name a folder of frameworks with --data or "
                     "SKILLGAP_DATA.");
    qsort(catalogue->frameworks, catalogue->framework_count,
          sizeof *catalogue->frameworks, by_id);
    return SG_OK;
}

/* What SKILLGAP_PLUGINS names and is no folder has been told as that. */
static bool is_told(const struct places *places, const char *file)
{
    for (size_t i = places->plugins_given; i < places->plugins_named; i++)
        if (strcmp(places->plugins[i], file) == 0)
            return folder_is_other(file);
    return false;
}

static void tell_refused(const struct opening *opening)
{
    const struct plug_host *host = opening->catalogue->plugins;

    for (size_t i = 0; i < plug_count(host); i++) {
        const sg_plugin_info info = plug_at(host, i);
        if (info.state == SG_PLUGIN_LOADED ||
            is_told(&opening->places, info.file))
            continue;
        sg_error problem = {0};
        fault_in(&problem, SG_PLUGIN, "plugin", info.file, "Left out: %c%s",
                 text_inner_first(info.reason), info.reason + 1);
        problem.warning = true;
        tell(opening, &problem);
    }
}

static sg_status open_plugins(struct opening *opening, sg_error *reterr)
{
    sg_catalogue *catalogue = opening->catalogue;

    if (opening->options.without_plugins)
        return SG_OK;
    const sg_status status =
        plug_open(opening->places.plugins, opening->places.plugin_count,
                  &catalogue->plugins, reterr);
    if (status != SG_OK)
        return status;
    tell_refused(opening);
    for (uint32_t i = 0; i < catalogue->framework_count; i++) {
        struct in_use *in_use = &catalogue->frameworks[i];
        in_use->rules = plug_rules(catalogue->plugins, id_of(in_use));
    }
    return SG_OK;
}

static sg_status find_places(struct opening *opening, sg_error *reterr)
{
    const sg_catalogue_options *options = &opening->options;
    struct own_places own;
    sg_status status = places_own(&opening->arena, &own, reterr);

    if (status == SG_OK)
        status = store_open(own.config_file, own.data, options->problem,
                            options->user, &opening->catalogue->store, reterr);
    if (status == SG_OK)
        status = places_find(options, opening->catalogue->store->config,
                             &opening->arena, &opening->places, reterr);
    if (status == SG_OK)
        status =
            folders_check(options->data_dirs, options->data_dir_count, reterr);
    if (status == SG_OK && !options->without_plugins)
        status = folders_check(options->plugin_dirs, options->plugin_dir_count,
                               reterr);
    return status == SG_OK
               ? folders_warn_named(options, &opening->places, reterr)
               : status;
}

static sg_status open_reference(struct opening *opening, sg_error *reterr)
{
    struct problem_sink sink = {.tell = opening->options.problem,
                                .user = opening->options.user};

    return folders_reference(&opening->places, &opening->arena, &sink,
                             &opening->catalogue->reference, reterr);
}

static sg_status open_overrides(struct opening *opening, sg_error *reterr)
{
    struct problem_sink sink = {.tell = opening->options.problem,
                                .user = opening->options.user};

    return own_numbers_open(&opening->places, &sink, opening->catalogue,
                            &opening->own, reterr);
}

static sg_status open_courses(struct opening *opening, sg_error *reterr)
{
    struct problem_sink sink = {.tell = opening->options.problem,
                                .user = opening->options.user};
    const struct overrides *overrides = opening->catalogue->overrides;
    const struct own_courses own = {.bytes = overrides ? &opening->own : NULL,
                                    .file = overrides ? overrides->file : NULL};

    if (opening->options.without_courses)
        return SG_OK;
    return courses_open(&opening->places, &own, &sink, opening->catalogue,
                        reterr);
}

static sg_catalogue *catalogue_new(void)
{
    sg_catalogue *catalogue = calloc(1, sizeof *catalogue);

    if (!catalogue)
        return NULL;
    catalogue->frameworks =
        calloc(LIMIT_FRAMEWORKS, sizeof *catalogue->frameworks);
    if (catalogue->frameworks)
        return catalogue;
    free(catalogue);
    return NULL;
}

sg_status sg_catalogue_open(const sg_catalogue_options *options,
                            sg_catalogue **ret_catalogue, sg_error *reterr)
{
    *ret_catalogue = NULL;
    struct opening opening = {.catalogue = catalogue_new()};
    if (!opening.catalogue)
        return fault_memory(reterr);
    if (options)
        opening.options = *options;

    sg_status status = find_places(&opening, reterr);
    if (status == SG_OK)
        status = open_reference(&opening, reterr);
    if (status == SG_OK)
        status = open_frameworks(&opening, reterr);
    if (status == SG_OK)
        status = open_plugins(&opening, reterr);
    if (status == SG_OK)
        status = open_overrides(&opening, reterr);
    if (status == SG_OK)
        status = open_courses(&opening, reterr);

    if (status == SG_OK)
        *ret_catalogue = opening.catalogue;
    else
        sg_catalogue_free(opening.catalogue);
    buffer_done(&opening.own);
    arena_done(&opening.arena);
    return status;
}

void sg_catalogue_free(sg_catalogue *catalogue)
{
    if (!catalogue)
        return;
    for (uint32_t i = 0; i < catalogue->framework_count; i++)
        framework_free(catalogue->frameworks[i].framework);
    free(catalogue->frameworks);
    reference_free(catalogue->reference);
    courses_close(catalogue->courses);
    overrides_free(catalogue->overrides);
    plug_free(catalogue->plugins);
    store_free(catalogue->store);
    free(catalogue);
}
