/* SPDX-License-Identifier: MIT */
/* Checking a plugin's description of itself, and copying it. */
#include "plug/host.h"

#include "base/fault.h"
#include "base/text.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

enum {
    LARGEST_DESCRIPTOR = 4096,
    MOST_COUNCILS = 64,
    LONGEST_ID = 64,
    LONGEST_COUNCIL = 96,
    /* Up to and including `councils`: without them it serves nobody. */
    SMALLEST_DESCRIPTOR =
        offsetof(sg_plugin, councils) + sizeof(const char *const *)
};

/* The first two members, the only ones that are read before the version is
 * known to be one that this program understands. */
struct opening {
    uint32_t abi;
    uint32_t size;
};

bool plugin_text_is_fine(const char *text)
{
    if (!text)
        return false;
    const size_t length = strnlen(text, LIMIT_PLUGIN_STRING + 1);
    return length > 0 && length <= LIMIT_PLUGIN_STRING &&
           text_is_utf8(text, length);
}

static bool is_id(const char *text, size_t longest)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

    if (!text)
        return false;
    const size_t length = strnlen(text, longest + 1);
    return length > 0 && length <= longest && strspn(text, allowed) == length;
}

static sg_status check_version(const struct opening *opening, const char *file,
                               sg_error *reterr)
{
    const unsigned major = opening->abi >> 16, minor = opening->abi & 0xffff;

    if (major != SG_PLUGIN_ABI_MAJOR)
        return fault_in(reterr, SG_PLUGIN, "abi", file,
                        "This plugin was built for plugin interface %u.%u, "
                        "this program has %u.%u: ask its council for a build "
                        "for this version.",
                        major, minor, SG_PLUGIN_ABI_MAJOR, SG_PLUGIN_ABI_MINOR);
    if (minor > SG_PLUGIN_ABI_MINOR)
        return fault_in(reterr, SG_PLUGIN, "abi", file,
                        "This plugin was built for plugin interface %u.%u, "
                        "this program has only %u.%u: update skillgap, or ask "
                        "its council for a build for this version.",
                        major, minor, SG_PLUGIN_ABI_MAJOR, SG_PLUGIN_ABI_MINOR);
    return SG_OK;
}

/* A size that is no multiple of the alignment would end inside a member. */
static sg_status check_size(const struct opening *opening, const char *file,
                            sg_error *reterr)
{
    if (opening->size >= SMALLEST_DESCRIPTOR &&
        opening->size <= LARGEST_DESCRIPTOR &&
        opening->size % alignof(sg_plugin) == 0)
        return SG_OK;
    return fault_in(reterr, SG_PLUGIN, "descriptor", file,
                    "This plugin gives the size of its description as %u "
                    "bytes, which cannot be: ask its council for a new build.",
                    (unsigned)opening->size);
}

static sg_status check_names(const sg_plugin *descriptor, const char *file,
                             sg_error *reterr)
{
    if (!is_id(descriptor->id, LONGEST_ID))
        return fault_in(reterr, SG_PLUGIN, "id", file,
                        "The id of this plugin is not made of 1 to %d small "
                        "letters, digits and hyphens: ask its council for a "
                        "new build.",
                        LONGEST_ID);
    if (!plugin_text_is_fine(descriptor->version))
        return fault_in(reterr, SG_PLUGIN, "version", file,
                        "This plugin does not give its own version as "
                        "readable text: ask its council for a new build.");
    return SG_OK;
}

static sg_status check_councils(const sg_plugin *descriptor, const char *file,
                                size_t *ret_count, sg_error *reterr)
{
    size_t count = 0;

    while (descriptor->councils && count <= MOST_COUNCILS &&
           descriptor->councils[count]) {
        if (!is_id(descriptor->councils[count], LONGEST_COUNCIL))
            return fault_in(reterr, SG_PLUGIN, "councils", file,
                            "Council number %zu in this plugin's list is not "
                            "the id of a framework: ask its council for a new "
                            "build.",
                            count + 1);
        count++;
    }
    if (count == 0)
        return fault_in(reterr, SG_PLUGIN, "councils", file,
                        "This plugin names no council that it is for: ask its "
                        "council for a new build.");
    if (count > MOST_COUNCILS)
        return fault_in(reterr, SG_PLUGIN, "councils", file,
                        "This plugin names more than %d councils: ask its "
                        "council for a new build.",
                        MOST_COUNCILS);
    *ret_count = count;
    return SG_OK;
}

static sg_status copy_names(struct plugin *plugin, size_t council_count,
                            struct arena *arena, sg_error *reterr)
{
    const sg_plugin *descriptor = &plugin->descriptor;
    const char **councils = arena_array(arena, council_count, sizeof *councils);

    for (size_t i = 0; councils && i < council_count; i++)
        councils[i] = arena_strdup(arena, descriptor->councils[i]);
    plugin->id = arena_strdup(arena, descriptor->id);
    plugin->version = arena_strdup(arena, descriptor->version);
    if (arena->failed)
        return fault_memory(reterr);
    plugin->councils = councils;
    plugin->council_count = council_count;
    return SG_OK;
}

/* The plugin's struct may be shorter than the host's, or (same version, other
 * padding) longer: what both have is copied, and the rest of the copy is zero.
 */
sg_status descriptor_read(const sg_plugin *theirs, struct plugin *plugin,
                          struct arena *arena, sg_error *reterr)
{
    if (!theirs)
        return fault_in(reterr, SG_PLUGIN, "descriptor", plugin->file,
                        "This plugin says nothing about itself: ask its "
                        "council for a build for plugin interface %u.%u.",
                        SG_PLUGIN_ABI_MAJOR, SG_PLUGIN_ABI_MINOR);
    struct opening opening;
    memcpy(&opening, theirs, sizeof opening);
    plugin->abi = opening.abi;
    sg_status status = check_version(&opening, plugin->file, reterr);
    if (status == SG_OK)
        status = check_size(&opening, plugin->file, reterr);
    if (status != SG_OK)
        return status;

    sg_plugin *copy = &plugin->descriptor;
    *copy = (sg_plugin){0};
    memcpy(copy, theirs,
           opening.size < sizeof *copy ? opening.size : sizeof *copy);
    size_t council_count = 0;
    status = check_names(copy, plugin->file, reterr);
    if (status == SG_OK)
        status = check_councils(copy, plugin->file, &council_count, reterr);
    if (status == SG_OK)
        status = copy_names(plugin, council_count, arena, reterr);
    return status;
}
