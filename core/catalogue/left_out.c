/* SPDX-License-Identifier: MIT */
/* Frameworks in folders that nobody named, which cannot be used. */
#include "catalogue/left_out.h"

#include "base/fault.h"

#include <string.h>

struct left_out {
    struct left_out *next;
    const char *file;
    const char *id;
    uint32_t errors;
};

/* What its folder would expect in it: "county" of "frameworks/county.json". */
static const char *id_of_name(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;

    return arena_strndup(arena, name, strlen(name) - strlen(".json"));
}

bool left_out_add(struct left_out **list, const char *file,
                  const struct problem_sink *sink, struct arena *arena)
{
    struct left_out *left = arena_alloc(arena, sizeof *left);
    const char *id =
        sink->id[0] ? arena_strdup(arena, sink->id) : id_of_name(arena, file);

    if (!left || !id)
        return false;
    *left = (struct left_out){.file = file, .id = id, .errors = sink->errors};
    while (*list)
        list = &(*list)->next;
    *list = left;
    return true;
}

/* The file of the framework in use that has this id, or NULL. */
static const char *file_in_use(const sg_catalogue *catalogue, const char *id)
{
    for (uint32_t i = 0; i < catalogue->framework_count; i++) {
        const struct framework *framework = catalogue->frameworks[i].framework;
        if (strcmp(framework_text(framework, framework->id), id) == 0)
            return framework->file;
    }
    return NULL;
}

static void tell_one(const struct left_out *left, const char *used,
                     sg_problem_fn tell, void *user)
{
    const char *slash = used ? strrchr(used, '/') : NULL;
    sg_error problem = {0};

    fault_in(&problem, SG_INPUT, "left-out", left->file,
             "This framework has %u error%s and is left out; check it with "
             "\"skillgap check %.200s\". %s%.*s%s",
             (unsigned)left->errors, left->errors == 1 ? "" : "s", left->file,
             slash ? "The one of " : "Nothing is used instead.",
             slash ? (int)(slash - used) : 0, slash ? used : "",
             slash ? " is used instead." : "");
    problem.warning = true;
    tell(&problem, user);
}

void left_out_tell(const struct left_out *list, const sg_catalogue *catalogue,
                   sg_problem_fn tell, void *user)
{
    for (; tell && list; list = list->next)
        tell_one(list, file_in_use(catalogue, list->id), tell, user);
}
