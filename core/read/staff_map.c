/* SPDX-License-Identifier: MIT */
/* The map file: what a council's exports call the columns. */
#include "read/staff_map.h"

#include "base/fault.h"
#include "read/member.h"
#include "read/shape.h"
#include "read/shaped.h"

#include <stdio.h>

#define FORMAT "skillgap-staff-map/1"

const char *const staff_column_names[COLUMN_COUNT] = {
    [COLUMN_PERSON_ID] = "person_id",
    [COLUMN_ROLE] = "role",
    [COLUMN_TEAM] = "team",
    [COLUMN_GRADE] = "grade",
    [COLUMN_ROLE_START] = "role_start",
    [COLUMN_TARGET_ROLE] = "target_role",
    [COLUMN_TITLE] = "title",
    [COLUMN_LEVEL] = "level",
    [COLUMN_SCALE] = "scale",
    [COLUMN_SUBJECT] = "subject",
    [COLUMN_STATUS] = "status",
    [COLUMN_AWARDED] = "awarded",
    [COLUMN_EXPIRES] = "expires",
    [COLUMN_AREA] = "area",
    [COLUMN_FROM] = "from",
    [COLUMN_TO] = "to",
    [COLUMN_HOURS_PER_WEEK] = "hours_per_week",
};

static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape name = {.kind = SHAPE_TEXT, .least = 1, .most = 200};
static const struct field column_fields[] = {
    {"person_id", &name, false},      {"role", &name, false},
    {"team", &name, false},           {"grade", &name, false},
    {"role_start", &name, false},     {"target_role", &name, false},
    {"title", &name, false},          {"level", &name, false},
    {"scale", &name, false},          {"subject", &name, false},
    {"status", &name, false},         {"awarded", &name, false},
    {"expires", &name, false},        {"area", &name, false},
    {"from", &name, false},           {"to", &name, false},
    {"hours_per_week", &name, false}, {0},
};
static const struct shape columns = {.kind = SHAPE_OBJECT,
                                     .fields = column_fields};
static const struct shape drops = {
    .kind = SHAPE_ARRAY, .most = LIMIT_STAFF_MAP_DROPS, .items = &name};
static const struct field map_fields[] = {{"$schema", &any_text, false},
                                          {"format", &any_text, REQUIRED},
                                          {"columns", &columns, false},
                                          {"drop", &drops, false},
                                          {0}};
const struct shape staff_map_shape = {.kind = SHAPE_OBJECT,
                                      .fields = map_fields};

static void build(struct staff_map *map, const json_t *root, const char *file)
{
    const json_t *from = json_object_get(root, "columns");
    const json_t *list = json_object_get(root, "drop");

    map->file = arena_strdup(&map->arena, file);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        map->theirs[i] = member_text(&map->arena, from, staff_column_names[i]);
    map->drops =
        arena_array(&map->arena, json_array_size(list), sizeof(*map->drops));
    for (size_t i = 0; map->drops && i < json_array_size(list); i++)
        map->drops[map->drop_count++] = arena_strdup(
            &map->arena, json_string_value(json_array_get(list, i)));
}

sg_status read_staff_map(const struct buffer *bytes, const char *file,
                         struct problem_sink *sink, struct staff_map *map,
                         sg_error *reterr)
{
    json_t *root = NULL;
    sg_status status = shaped_parse(bytes, file, &staff_map_shape, FORMAT, sink,
                                    &root, reterr);
    if (status == SG_OK) {
        build(map, root, file);
        if (map->arena.failed)
            status = fault_memory(reterr);
    }
    json_decref(root);
    if (status != SG_OK)
        staff_map_done(map);
    return status;
}

void staff_map_tell_unused(const struct staff_map *map,
                           struct problem_sink *sink)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        sg_error problem = {0};
        if (!map->theirs[i] || map->found[i])
            continue;
        fault_in(&problem, SG_INPUT, "unused-name", map->file,
                 "No file has a column of the name that is given here for "
                 "'%s'; check its spelling.",
                 staff_column_names[i]);
        problem.warning = true;
        problem.has_pointer = true;
        snprintf(problem.pointer, sizeof(problem.pointer), "/columns/%s",
                 staff_column_names[i]);
        problem_tell(sink, NULL, &problem);
    }
}

void staff_map_done(struct staff_map *map)
{
    arena_done(&map->arena);
    *map = (struct staff_map){0};
}
