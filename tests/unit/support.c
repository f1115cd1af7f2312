/* SPDX-License-Identifier: MIT */
/* What unit tests share. */
#include "support.h"

#include "base/file.h"
#include "base/limits.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *support_data(void)
{
    const char *folder = getenv("SKILLGAP_TEST_DATA");
    return folder ? folder : "data";
}

struct reference *support_reference(void)
{
    struct reference *reference = NULL;
    sg_error error = {0};
    read_reference(support_data(), NULL, &reference, &error);
    cr_assert(reference, "reference lists: %s: %s", error.file, error.message);
    return reference;
}

struct buffer support_bytes(const char *text)
{
    struct buffer bytes = {0};
    buffer_add(&bytes, text, strlen(text));
    cr_assert(!bytes.failed, "out of memory");
    return bytes;
}

static void show(const sg_error *problem, void *user)
{
    (void)user;
    fprintf(stderr, "%s %s: %s: %s\n", problem->warning ? "warning" : "error",
            problem->reason, problem->pointer, problem->message);
}

static struct framework *compile(const struct reference *reference,
                                 struct buffer *bytes, const char *file)
{
    struct problem_sink sink = {.tell = show};
    struct framework *framework = NULL;
    sg_error error = {0};
    read_framework(bytes, file, reference, &sink, &framework, &error);
    buffer_done(bytes);
    cr_assert(framework, "%s:%u:%u: %s: %s", file, (unsigned)error.line,
              (unsigned)error.column, error.pointer, error.message);
    return framework;
}

struct framework *support_framework(const struct reference *reference,
                                    const char *json)
{
    struct buffer bytes = support_bytes(json);
    return compile(reference, &bytes, "test.json");
}

struct framework *support_shipped(const struct reference *reference,
                                  const char *id)
{
    char path[1024];
    snprintf(path, sizeof(path), "%s/frameworks/%s.json", support_data(), id);
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error error = {0};
    const sg_status status = file_read(path, &bytes, &error);
    cr_assert_eq(status, SG_OK, "%s: %s", path, error.message);
    return compile(reference, &bytes, path);
}

sg_catalogue *support_catalogue(bool plugins)
{
    char folder[1024];
    const char *const data_dirs[] = {support_data()};
    const char *const plugin_dirs[] = {folder};
    const sg_catalogue_options options = {.data_dirs = data_dirs,
                                          .data_dir_count = 1,
                                          .plugin_dirs = plugin_dirs,
                                          .plugin_dir_count = plugins,
                                          .without_plugins = !plugins};
    sg_catalogue *catalogue = NULL;
    sg_error error = {0};

    snprintf(folder, sizeof folder, "%s/../../lib/skillgap/plugins",
             getenv("SKILLGAP_TEST_PLUGINS"));
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
    return catalogue;
}
