/* SPDX-License-Identifier: MIT */
/* Versions of a framework. */
#include "versions.h"

#include "base/text.h"
#include "breakable.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCE_MOST = 400 };

json_t *versions_json(const char *id)
{
    char path[1024];

    snprintf(path, sizeof path, "%s/frameworks/%s.json", support_data(), id);
    json_t *root = json_load_file(path, 0, NULL);
    cr_assert_not_null(root, "%s", path);
    return root;
}

json_t *versions_roles(const json_t *root)
{
    return json_object_get(json_array_get(json_object_get(root, "families"), 0),
                           "roles");
}

json_t *versions_role(const json_t *root, size_t at)
{
    return json_array_get(versions_roles(root), at);
}

json_t *versions_lines(const json_t *role, const char *strength)
{
    return json_object_get(json_object_get(role, "specification"), strength);
}

void versions_set(json_t *object, const char *key, const char *text)
{
    cr_assert_eq(json_object_set_new(object, key, json_string(text)), 0);
}

struct framework *versions_try(const struct reference *reference,
                               const json_t *root)
{
    struct problems problems = {0};
    char *text = json_dumps(root, 0);

    cr_assert_not_null(text);
    struct framework *framework = breakable_read(reference, text, &problems);
    free(text);
    return framework;
}

struct framework *versions_read(const struct reference *reference, json_t *root,
                                const char *version)
{
    versions_set(root, "version", version);
    struct framework *framework = versions_try(reference, root);
    cr_assert_not_null(framework, "version %s cannot be read", version);
    json_decref(root);
    return framework;
}

sg_revision *versions_compare(const struct reference *reference,
                              const struct framework *older,
                              const struct framework *newer)
{
    sg_revision *revision = NULL;
    sg_error error = {0};

    cr_assert_eq(revision_new(reference, older, newer, &revision, &error),
                 SG_OK, "%s", error.message);
    cr_assert_lt(strlen(revision->sentence), SENTENCE_MOST, "%s",
                 revision->sentence);
    cr_assert(text_is_utf8(revision->sentence, strlen(revision->sentence)),
              "%s", revision->sentence);
    return revision;
}

sg_revision_kind versions_opposite(sg_revision_kind kind)
{
    static const sg_revision_kind kinds[] = {
        [SG_REVISION_NEW] = SG_REVISION_DROPPED,
        [SG_REVISION_DROPPED] = SG_REVISION_NEW,
        [SG_REVISION_RAISED] = SG_REVISION_LOWERED,
        [SG_REVISION_LOWERED] = SG_REVISION_RAISED,
        [SG_REVISION_DIFFERENT] = SG_REVISION_DIFFERENT,
        [SG_REVISION_REWORDED] = SG_REVISION_REWORDED,
    };

    return kinds[kind];
}
