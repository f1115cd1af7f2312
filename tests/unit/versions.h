/* SPDX-License-Identifier: MIT */
/* Versions of a framework: the shipped ones as JSON, to be edited and read.
 *
 *     json_t *root = versions_json("county");
 *     versions_set(versions_role(root, 0), "title", "Clerk");
 *     struct framework *two = versions_read(reference, root, "2");
 *     sg_revision *revision = versions_compare(reference, one, two);
 */
#ifndef TESTS_VERSIONS_H
#define TESTS_VERSIONS_H

#include "gap/revision.h"

#include <jansson.h>

/* To be freed with json_decref, or by versions_read. */
json_t *versions_json(const char *id);

/* The roles of its first family, one of them, a list of its lines by
 * strength. Borrowed. */
json_t *versions_roles(const json_t *root);
json_t *versions_role(const json_t *root, size_t at);
json_t *versions_lines(const json_t *role, const char *strength);

void versions_set(json_t *object, const char *key, const char *text);

/* Reads it as the given version and frees the JSON. Ends the test when it
 * cannot be read. */
struct framework *versions_read(const struct reference *reference, json_t *root,
                                const char *version);

/* The same, but NULL when it cannot be read, and the JSON is kept. */
struct framework *versions_try(const struct reference *reference,
                               const json_t *root);

/* Compares, and holds the whole sentence to its length and to UTF-8. Free with
 * sg_revision_free. */
sg_revision *versions_compare(const struct reference *reference,
                              const struct framework *older,
                              const struct framework *newer);

/* What a kind is when the versions are swapped. */
sg_revision_kind versions_opposite(sg_revision_kind kind);

#endif
