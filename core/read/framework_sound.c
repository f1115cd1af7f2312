/* SPDX-License-Identifier: MIT */
/* Whether a file with errors can still be searched for cycles: only what that
 * search looks at has to be whole. Says nothing, for all of it has been told.
 */
#include "read/framework_check.h"

typedef bool sound_fn(const struct framework_check *check, const json_t *value);

static bool each_is_sound(const struct framework_check *check,
                          const json_t *array, sound_fn *is_sound)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (!is_sound(check, json_array_get(array, i)))
            return false;
    return json_is_array(array);
}

static bool is_known_role(const struct framework_check *check,
                          const json_t *value)
{
    const char *id = json_string_value(value);
    return id && names_index(&check->names[NOUN_ROLE], id) != NAMES_NONE;
}

static bool leaf_is_sound(const struct framework_check *check,
                          const json_t *leaf)
{
    const json_t *roles = json_object_get(leaf, "roles");
    return !roles || each_is_sound(check, roles, is_known_role);
}

static bool n_is_sound(const json_t *group)
{
    const double n = json_number_value(json_object_get(group, "n"));
    const json_t *parts = json_object_get(group, "parts");
    return n >= 1 && n <= (double)json_array_size(parts);
}

/* How deep it may be is known: json_read() refuses what is nested deeper. */
static bool node_is_sound(const struct framework_check *check,
                          const json_t *node)
{
    const char *word = json_string_value(json_object_get(node, "op"));
    const struct needs_op *known = word ? needs_op_of(word) : NULL;
    const json_t *parts = json_object_get(node, "parts");
    if (!known)
        return false;
    if (known->op != SG_ALL && known->op != SG_ANY && known->op != SG_AT_LEAST)
        return !parts && leaf_is_sound(check, node);
    return json_array_size(parts) > 0 && json_array_size(parts) <= MOST_PARTS &&
           (known->op != SG_AT_LEAST || n_is_sound(node)) &&
           each_is_sound(check, parts, node_is_sound);
}

static bool line_is_sound(const struct framework_check *check,
                          const json_t *line)
{
    return node_is_sound(check, json_object_get(line, "needs"));
}

/* An id of two roles would make them one. */
static bool role_is_sound(const struct framework_check *check,
                          const json_t *role)
{
    const struct names *names = &check->names[NOUN_ROLE];
    const char *id = json_string_value(json_object_get(role, "id"));
    const uint32_t index = id ? names_index(names, id) : NAMES_NONE;
    const json_t *specification = json_object_get(role, "specification");
    return index != NAMES_NONE && names->owners[index] == role &&
           each_is_sound(check, json_object_get(specification, "essential"),
                         line_is_sound);
}

static bool family_is_sound(const struct framework_check *check,
                            const json_t *family)
{
    return each_is_sound(check, json_object_get(family, "roles"),
                         role_is_sound);
}

bool needs_are_sound(const struct framework_check *check, const json_t *root)
{
    return each_is_sound(check, json_object_get(root, "families"),
                         family_is_sound) &&
           check->names[NOUN_ROLE].count <= LIMIT_ROLES;
}
