/* SPDX-License-Identifier: MIT */
/* The shipped knowledge of qualifications, changed in one place. */
#include "quals_data.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *json_quotes(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text);
    for (char *at = copy; (at = strchr(at, '\'')) != NULL;)
        *at = '"';
    return copy;
}

static char *shipped(struct arena *arena, const char *name)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error error = {0};
    const char *path =
        arena_printf(arena, "%s/reference/%s", support_data(), name);
    cr_assert_eq(file_read(path, &bytes, &error), SG_OK, "%s", path);
    char *text = arena_strndup(arena, bytes.data, bytes.size);
    buffer_done(&bytes);
    return text;
}

static char *exchanged(struct arena *arena, const char *text, const char *from,
                       const char *to)
{
    const char *old = json_quotes(arena, from);
    const char *place = strstr(text, old);
    cr_assert(place, "the data no longer has %s", old);
    return arena_printf(arena, "%.*s%s%s", (int)(place - text), text,
                        json_quotes(arena, to), place + strlen(old));
}

static const char *written(struct arena *arena, const char *folder,
                           const char *name, const char *text)
{
    const char *path = arena_printf(arena, "%s/reference/%s", folder, name);
    FILE *file = fopen(path, "w");
    cr_assert(file, "cannot write %s", path);
    fputs(text, file);
    fclose(file);
    return path;
}

sg_status quals_data_with(const char *file, const char *from, const char *to,
                          struct quals **ret_quals, sg_error *reterr)
{
    static const char *const names[] = {"qualifications.json", "subjects.json"};
    const char *paths[2];
    struct arena arena = {0};
    char folder[] = "/tmp/skillgap-quals-XXXXXX";
    struct reference *reference = support_reference();
    cr_assert(mkdtemp(folder), "no temporary folder");
    const char *inner = arena_printf(&arena, "%s/reference", folder);
    cr_assert_eq(mkdir(inner, 0700), 0);
    for (size_t i = 0; i < 2; i++) {
        const char *text = shipped(&arena, names[i]);
        if (strcmp(names[i], file) == 0)
            text = exchanged(&arena, text, from, to);
        paths[i] = written(&arena, folder, names[i], text);
    }
    const sg_status status = read_quals(folder, reference, ret_quals, reterr);
    for (size_t i = 0; i < 2; i++)
        unlink(paths[i]);
    rmdir(inner);
    rmdir(folder);
    reference_free(reference);
    arena_done(&arena);
    return status;
}
