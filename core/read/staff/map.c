/* SPDX-License-Identifier: MIT */
/* The map file: what a council's exports call the columns, and what words in
 * them mean. */
#include "read/staff/map.h"

#include "base/fault.h"
#include "base/text.h"
#include "read/member.h"
#include "read/shape.h"
#include "read/shaped.h"
#include "read/staff/cells.h"
#include "read/staff/columns.h"

#include <stdio.h>
#include <string.h>

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
static void check_words(struct checker *checker, json_t *parent, json_t *value);
static const struct shape words = {
    .kind = SHAPE_TEXT, .least = 1, .most = LIMIT_STAFF_MAP_LENGTH};
static const struct shape meaning = {.kind = SHAPE_TEXT,
                                     .most = LIMIT_STAFF_MAP_LENGTH};
static const struct field no_fields[] = {{0}};
static const struct shape meanings = {.kind = SHAPE_OBJECT,
                                      .fields = no_fields,
                                      .values = &meaning,
                                      .check = check_words};
static const struct field means_fields[] = {
    {"role", &meanings, false},
    {"team", &meanings, false},
    {"grade", &meanings, false},
    {"target_role", &meanings, false},
    {"title", &meanings, false},
    {"level", &meanings, false},
    {"scale", &meanings, false},
    {"subject", &meanings, false},
    {"status", &meanings, false},
    {"area", &meanings, false},
    {0},
};
static const struct shape means = {.kind = SHAPE_OBJECT,
                                   .fields = means_fields};
static const struct field map_fields[] = {
    {"$schema", &any_text, false}, {"format", &any_text, REQUIRED},
    {"columns", &columns, false},  {"drop", &drops, false},
    {"means", &means, false},      {0}};
const struct shape staff_map_shape = {.kind = SHAPE_OBJECT,
                                      .fields = map_fields};

/* ---- words ---- */

/* Writes what the words of a cell are known by. */
static void write_known(char *out, const struct csv_cell *cell)
{
    if (staff_header_fold(out, cell->text) == 0)
        memcpy(out, cell->text, cell->size + 1);
}

/* A copy without spaces around it. NULL text without memory. */
static struct csv_cell cell_of(struct arena *arena, const char *text)
{
    struct csv_cell cell = {.text = arena_strdup(arena, text)};
    if (!cell.text)
        return cell;
    cell.size = strlen(cell.text);
    staff_cell_trim(&cell);
    return cell;
}

/* The same for words of the map, which are read as those of a cell. */
static const char *known_by(struct arena *arena, const char *text)
{
    struct csv_cell cell = cell_of(arena, text);
    char *known = cell.text ? arena_alloc(arena, cell.size + 1) : NULL;
    if (!known)
        return NULL;
    staff_cell_clean(&cell);
    write_known(known, &cell);
    return known;
}

/* The words of one entry, at its place. */
static void check_key(struct checker *checker, struct arena *arena,
                      struct names *seen, const char *key)
{
    json_t *text = json_string(key);
    const char *known = text ? known_by(arena, key) : NULL;
    if (!known) {
        checker->failed = true;
    } else if (shape_check(checker, &words, NULL, text)) {
        const uint32_t other = names_index(seen, known);
        if (other != NAMES_NONE)
            checker_error(checker, "duplicate-entry",
                          "'%.100s' is the same as '%.100s' but for case, "
                          "spaces and signs; take one out.",
                          key, (const char *)seen->owners[other]);
        else if (!names_add(seen, known, key))
            checker->failed = true;
    }
    json_decref(text);
}

static void check_words(struct checker *checker, json_t *parent, json_t *value)
{
    struct arena arena = {0};
    struct names seen = {0};
    const char *key;
    json_t *entry;
    (void)parent;
    if (json_object_size(value) > LIMIT_STAFF_MAP_WORDS) {
        checker_error(checker, "out-of-range",
                      "There are %zu entries here and at most %d are allowed.",
                      json_object_size(value), (int)LIMIT_STAFF_MAP_WORDS);
        return;
    }
    json_object_foreach(value, key, entry)
    {
        checker_enter(checker, key, 0);
        check_key(checker, &arena, &seen, key);
        checker_leave(checker);
    }
    names_done(&seen);
    arena_done(&arena);
}

/* ---- building ---- */

static const json_t *means_of(const json_t *root, enum staff_column column)
{
    const char *ours = staff_column_names[column];
    for (const struct field *field = means_fields; field->name; field++)
        if (strcmp(field->name, ours) == 0)
            return json_object_get(json_object_get(root, "means"), ours);
    return NULL; /* what else has that name has been warned of */
}

static void add_meaning(struct staff_map *map, enum staff_column column,
                        const char *text, const char *value)
{
    struct staff_meaning *entry = &map->meanings[map->meaning_count];
    const char *known = known_by(&map->arena, text);
    *entry = (struct staff_meaning){.words = arena_strdup(&map->arena, text),
                                    .column = column,
                                    .value = cell_of(&map->arena, value)};
    map->meaning_count++;
    if (known && !names_add(&map->known[column], known, entry))
        map->arena.failed = true;
}

static void build_means(struct staff_map *map, const json_t *root)
{
    struct names *targets = &map->known[COLUMN_TARGET_ROLE];
    const struct names *roles = &map->known[COLUMN_ROLE];
    size_t count = 0;
    for (int i = 0; i < COLUMN_COUNT; i++)
        count += json_object_size(means_of(root, (enum staff_column)i));
    map->meanings = arena_array(&map->arena, count, sizeof(*map->meanings));
    map->used = arena_array(&map->arena, count, sizeof(*map->used));
    for (int i = 0; map->used && i < COLUMN_COUNT; i++) {
        const char *key;
        json_t *value;
        json_t *object = (json_t *)means_of(root, (enum staff_column)i);
        json_object_foreach(object, key, value)
        {
            add_meaning(map, (enum staff_column)i, key,
                        json_string_value(value));
        }
    }
    /* Those of target roles that are there already stay. */
    for (uint32_t i = 0; i < roles->count; i++)
        if (!names_add(targets, roles->ids[i], roles->owners[i]))
            map->arena.failed = true;
}

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
    build_means(map, root);
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

/* ---- reading with it ---- */

const struct csv_cell *staff_map_meant(struct staff_map *map,
                                       enum staff_column column,
                                       const struct csv_cell *cell)
{
    const struct names *names = &map->known[column];
    char known[LIMIT_STAFF_CELL_BYTES + 1];
    if (cell->size > LIMIT_STAFF_CELL_BYTES)
        return cell;
    write_known(known, cell);
    const uint32_t index = names_index(names, known);
    if (index == NAMES_NONE)
        return cell;
    const struct staff_meaning *found = names->owners[index];
    map->used[found - map->meanings] = true;
    return &found->value;
}

static void tell_unused_words(const struct staff_map *map,
                              struct problem_sink *sink)
{
    enum { SHOWN = 3, WORDS_ROOM = 61 };
    char list[SHOWN * (WORDS_ROOM + 24)] = "", more[40] = "";
    size_t count = 0, used = 0;
    sg_error problem = {0};
    for (size_t i = 0; i < map->meaning_count; i++) {
        char text[WORDS_ROOM];
        if (map->used[i] || count++ >= SHOWN)
            continue;
        text_plain(text, sizeof(text), map->meanings[i].words, false);
        used += (size_t)snprintf(list + used, sizeof(list) - used,
                                 "%s'%s' (%s)", used ? ", " : "", text,
                                 staff_column_names[map->meanings[i].column]);
    }
    if (count == 0)
        return;
    if (count > SHOWN)
        snprintf(more, sizeof(more), " and %zu more", count - SHOWN);
    fault_in(&problem, SG_INPUT, "unused-words", map->file,
             "No cell has these words of 'means': %s%s; check their spelling, "
             "or take them out.",
             list, more);
    problem.warning = true;
    problem.has_pointer = true;
    snprintf(problem.pointer, sizeof(problem.pointer), "/means");
    problem_tell(sink, NULL, &problem);
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
    tell_unused_words(map, sink);
}

void staff_map_done(struct staff_map *map)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        names_done(&map->known[i]);
    arena_done(&map->arena);
    *map = (struct staff_map){0};
}
