/* SPDX-License-Identifier: MIT */
/* Reading a partial result back into a tally. */
#include "read/partial.h"

#include "base/fault.h"
#include "model/line_hash.h"
#include "read/member.h"
#include "read/shaped.h"

#include <stdlib.h>
#include <string.h>

#define PARTIAL_FORMAT "skillgap-partial/1"

enum { MOST_CLASSES = 10 * 1000 * 1000, MOST_TEAMS = 1000 * 1000 };

/* ---- its shape ---- */

static bool fits_day(const char *text)
{
    struct date day;

    return date_day(text, &day);
}

static const struct shape name = {.kind = SHAPE_TEXT,
                                  .most = LIMIT_STAFF_CELL_BYTES};
static const struct shape some_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = LIMIT_STAFF_CELL_BYTES};
static const struct shape day = {.kind = SHAPE_TEXT,
                                 .fits = fits_day,
                                 .remedy = "a day, such as 2026-11-27"};
static const struct shape wanted = {.kind = SHAPE_TEXT,
                                    .words = tally_wanted_words};
static const struct shape count = {.kind = SHAPE_NUMBER, .most = INT32_MAX};
static const struct shape counts = {
    .kind = SHAPE_ARRAY, .items = &count, .most = 1000 * 1000};
static const struct shape hashes = {
    .kind = SHAPE_ARRAY, .items = &some_text, .most = 100 * 1000};
/* By the line's place in the role. */
static const struct field no_fields[] = {{0}};
static const struct shape holders = {
    .kind = SHAPE_OBJECT, .fields = no_fields, .values = &some_text};

static const struct field team_fields[] = {{"name", &name, REQUIRED},
                                           {"staff", &count, REQUIRED},
                                           {"counts", &counts, REQUIRED},
                                           {"holders", &holders, REQUIRED},
                                           {0}};
static const struct shape team = {.kind = SHAPE_OBJECT, .fields = team_fields};
static const struct shape teams = {
    .kind = SHAPE_ARRAY, .items = &team, .most = MOST_TEAMS};

static const struct field role_fields[] = {{"role", &some_text, REQUIRED},
                                           {"staff", &count, REQUIRED},
                                           {"counts", &counts, REQUIRED},
                                           {0}};
static const struct shape role_shape = {.kind = SHAPE_OBJECT,
                                        .fields = role_fields};
static const struct shape roles = {
    .kind = SHAPE_ARRAY, .items = &role_shape, .most = MOST_TEAMS};

static const struct field class_fields[] = {
    {"lines", &counts, REQUIRED}, {"staff", &count, REQUIRED}, {0}};
static const struct shape class_shape = {.kind = SHAPE_OBJECT,
                                         .fields = class_fields};
static const struct shape classes = {
    .kind = SHAPE_ARRAY, .items = &class_shape, .most = MOST_CLASSES};

static const struct field target_fields[] = {
    {"role", &some_text, REQUIRED},
    {"framework_version", &some_text, REQUIRED},
    {"lines", &hashes, REQUIRED},
    {"expiring", &counts, REQUIRED},
    {"teams", &teams, REQUIRED},
    {"roles", &roles, REQUIRED},
    {"classes", &classes, REQUIRED},
    {0}};
static const struct shape target_shape = {.kind = SHAPE_OBJECT,
                                          .fields = target_fields};
static const struct shape targets = {
    .kind = SHAPE_ARRAY, .items = &target_shape, .most = MOST_TEAMS};

static const struct field reason_fields[] = {
    {"no-role", &count, REQUIRED},
    {"role-unknown", &count, REQUIRED},
    {"no-target", &count, REQUIRED},
    {"target-unknown", &count, REQUIRED},
    {"no-next-role", &count, REQUIRED},
    {"in-role", &count, REQUIRED},
    {0}};
static const struct shape reasons = {.kind = SHAPE_OBJECT,
                                     .fields = reason_fields};

static const struct field partial_fields[] = {
    {"format", &some_text, REQUIRED},    {"wanted", &wanted, REQUIRED},
    {"to", &some_text, false},           {"today", &day, REQUIRED},
    {"staff", &count, REQUIRED},         {"several_posts", &count, REQUIRED},
    {"rejected_rows", &count, REQUIRED}, {"not_assessed", &reasons, REQUIRED},
    {"targets", &targets, REQUIRED},     {0}};
static const struct shape partial_shape = {.kind = SHAPE_OBJECT,
                                           .fields = partial_fields};

/* ---- from a checked value to a tally ---- */

struct reading {
    const char *file;
    struct sg_tally *tally;
    sg_error *reterr;
};

static sg_status refuse_sums(const struct reading *reading)
{
    return fault_in(reading->reterr, SG_INPUT, "sums", reading->file,
                    "The counts of this partial result do not add up: it was "
                    "changed or damaged. Make it again with 'skillgap needs "
                    "--partial'.");
}

static sg_status find_role(const struct reading *reading, const char *id,
                           sg_role *ret_role)
{
    const sg_catalogue *catalogue = reading->tally->catalogue;

    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const uint32_t index =
            framework_role(catalogue->frameworks[f].framework, id);
        *ret_role = (sg_role){.framework = f, .index = index};
        if (index != NO_INDEX)
            return SG_OK;
    }
    return fault_in(reading->reterr, SG_INPUT, "other-framework", reading->file,
                    "This partial result was made with a framework that is "
                    "not in use here: it has the role '%.100s'. Use the "
                    "frameworks with which it was made.",
                    id);
}

/* Besides the lines it counts what current roles settle of them, and which role
 * is the next: only the same version has all of it as it was. The lines are
 * looked at as well, for a file can be changed and keep its version. */
static sg_status check_lines(const struct reading *reading, sg_role role,
                             const json_t *from)
{
    const struct framework *framework =
        catalogue_in_use(reading->tally->catalogue, role)->framework;
    const struct span lines = framework->roles[role.index].lines;
    const json_t *list = json_object_get(from, "lines");
    const char *version =
        json_string_value(json_object_get(from, "framework_version"));
    const char *here = framework_text(framework, framework->version);
    bool same = json_array_size(list) == lines.count;

    for (uint32_t i = 0; same && i < lines.count; i++) {
        char hash[LINE_HASH_ROOM];
        line_hash(framework, lines.first + i, hash);
        same = strcmp(hash, json_string_value(json_array_get(list, i))) == 0;
    }
    if (strcmp(version, here) != 0)
        return fault_in(
            reading->reterr, SG_INPUT, "other-framework", reading->file,
            "This partial result was made with version %.60s of the framework "
            "of '%.100s', and version %.60s is in use here. Make it again, or "
            "use the same version.",
            version, framework_text(framework, framework->roles[role.index].id),
            here);
    if (same)
        return SG_OK;
    return fault_in(
        reading->reterr, SG_INPUT, "other-framework", reading->file,
        "This partial result was made when '%.100s' asked for something else, "
        "though the version, %.60s, is the same. Make it again with the "
        "framework that is in use here.",
        framework_text(framework, framework->roles[role.index].id), here);
}

/* Takes so many counts; false when there are more or fewer. */
static bool take_counts(const json_t *list, uint32_t *into, size_t size)
{
    if (json_array_size(list) != size)
        return false;
    for (size_t i = 0; i < size; i++)
        into[i] = (uint32_t)json_integer_value(json_array_get(list, i));
    return true;
}

/* Each line of a cell shares out all its staff. */
static bool cell_adds_up(const struct tally_cell *cell, uint32_t lines)
{
    for (uint32_t i = 0; i < lines; i++) {
        const uint32_t *of = cell->counts + (size_t)i * TALLY_STATES;
        if ((uint64_t)of[SG_UNMET] + of[SG_ASK] + of[SG_MET] != cell->staff)
            return false;
    }
    return true;
}

static sg_status take_cell(const struct reading *reading, const json_t *from,
                           struct tally_cell *cell, uint32_t lines,
                           uint64_t *staff)
{
    const json_t *list = json_object_get(from, "holders");
    struct arena *arena = &reading->tally->arena;

    if (!cell)
        return fault_memory(reading->reterr);
    if (cell->staff > 0) /* twice the same group */
        return refuse_sums(reading);
    cell->staff = member_number(from, "staff");
    if (!take_counts(json_object_get(from, "counts"), cell->counts,
                     (size_t)lines * TALLY_STATES) ||
        !cell_adds_up(cell, lines))
        return refuse_sums(reading);
    for (uint32_t i = 0; cell->holders && i < lines; i++) {
        char line[sizeof("4294967295")];
        snprintf(line, sizeof line, "%u", i);
        cell->holders[i] = member_text(arena, list, line);
    }
    *staff += cell->staff;
    return SG_OK;
}

static sg_status take_teams(const struct reading *reading, const json_t *from,
                            struct tally_target *target, uint64_t *staff)
{
    const json_t *list = json_object_get(from, "teams");
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        struct tally_cell *cell =
            tally_team(reading->tally, target,
                       json_string_value(json_object_get(one, "name")));
        status = take_cell(reading, one, cell, target->line_count, staff);
    }
    return status;
}

static sg_status take_roles(const struct reading *reading, const json_t *from,
                            struct tally_target *target, uint64_t *staff)
{
    const json_t *list = json_object_get(from, "roles");
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        sg_role role;
        status = find_role(
            reading, json_string_value(json_object_get(one, "role")), &role);
        if (status == SG_OK)
            status = take_cell(reading, one,
                               tally_role(reading->tally, target, role),
                               target->line_count, staff);
    }
    return status;
}

/* Whether these are essential lines of the role, ascending. */
static bool lines_fit(const struct reading *reading, sg_role role,
                      const uint32_t *lines, size_t size)
{
    const uint32_t essential =
        catalogue_role(reading->tally->catalogue, role)->essential_count;

    for (size_t i = 0; i < size; i++)
        if (lines[i] >= essential || (i > 0 && lines[i] <= lines[i - 1]))
            return false;
    return true;
}

static sg_status take_class(const struct reading *reading, const json_t *from,
                            struct tally_target *target, uint32_t *lines,
                            uint64_t *staff)
{
    const json_t *list = json_object_get(from, "lines");
    const size_t size = json_array_size(list);

    if (size > target->line_count || !take_counts(list, lines, size) ||
        !lines_fit(reading, target->role, lines, size))
        return refuse_sums(reading);
    struct tally_class *class =
        tally_class(reading->tally, target, lines, (uint32_t)size);
    if (!class)
        return fault_memory(reading->reterr);
    if (class->staff > 0)
        return refuse_sums(reading);
    class->staff = member_number(from, "staff");
    *staff += class->staff;
    return SG_OK;
}

static sg_status take_classes(const struct reading *reading, const json_t *from,
                              struct tally_target *target, uint64_t *staff)
{
    const json_t *list = json_object_get(from, "classes");
    uint32_t *lines = calloc(target->line_count + 1, sizeof *lines);
    sg_status status = lines ? SG_OK : fault_memory(reading->reterr);

    for (size_t i = 0; status == SG_OK && i < json_array_size(list); i++)
        status =
            take_class(reading, json_array_get(list, i), target, lines, staff);
    free(lines);
    return status;
}

/* How many lack an essential line, by the classes. */
static void add_classes(const struct reading *reading,
                        const struct tally_target *target, uint64_t *lacking)
{
    const struct sg_tally *tally = reading->tally;

    for (uint32_t i = 0; i < tally->class_keys.count; i++)
        if (tally->classes[i].target == target)
            for (uint32_t n = 0; n < tally->classes[i].line_count; n++)
                lacking[tally->classes[i].lines[n]] += tally->classes[i].staff;
}

/* Who lacks a line is told by teams, roles and classes alike. */
static bool target_adds_up(const struct reading *reading,
                           const struct tally_target *target,
                           const uint64_t *lacking)
{
    const struct sg_tally *tally = reading->tally;
    const uint32_t essential =
        catalogue_role(tally->catalogue, target->role)->essential_count;

    for (uint32_t line = 0; line < target->line_count; line++) {
        const size_t at = (size_t)line * TALLY_STATES;
        uint64_t sums[2][TALLY_STATES] = {{0}};
        for (int state = 0; state < TALLY_STATES; state++) {
            for (uint32_t i = 0; i < target->team_room; i++)
                if (target->teams[i])
                    sums[0][state] += target->teams[i]->counts[at + state];
            for (uint32_t i = 0; i < tally->role_count; i++)
                if (target->roles[i])
                    sums[1][state] += target->roles[i]->counts[at + state];
        }
        if (memcmp(sums[0], sums[1], sizeof sums[0]) != 0 ||
            (line < essential && lacking[line] != sums[0][SG_UNMET]) ||
            target->expiring[line] > sums[0][SG_MET])
            return false;
    }
    return true;
}

static sg_status check_target(const struct reading *reading,
                              const struct tally_target *target)
{
    uint64_t *lacking = calloc(target->line_count + 1, sizeof *lacking);

    if (!lacking)
        return fault_memory(reading->reterr);
    add_classes(reading, target, lacking);
    const bool good = target_adds_up(reading, target, lacking);
    free(lacking);
    return good ? SG_OK : refuse_sums(reading);
}

static sg_status take_target(const struct reading *reading, const json_t *from,
                             uint64_t *assessed)
{
    uint64_t staff[3] = {0};
    sg_role role;
    sg_status status = find_role(
        reading, json_string_value(json_object_get(from, "role")), &role);

    if (status == SG_OK)
        status = check_lines(reading, role, from);
    if (status != SG_OK)
        return status;
    struct tally_target *target = tally_target(reading->tally, role);
    if (!target)
        return fault_memory(reading->reterr);
    if (target->team_room > 0 ||
        !take_counts(json_object_get(from, "expiring"), target->expiring,
                     target->line_count))
        return refuse_sums(reading);
    status = take_teams(reading, from, target, &staff[0]);
    if (status == SG_OK)
        status = take_roles(reading, from, target, &staff[1]);
    if (status == SG_OK)
        status = take_classes(reading, from, target, &staff[2]);
    if (status == SG_OK && (staff[0] != staff[1] || staff[0] != staff[2]))
        status = refuse_sums(reading);
    if (status == SG_OK)
        status = check_target(reading, target);
    *assessed += staff[0];
    return status;
}

static sg_status take_all(const struct reading *reading, const json_t *root)
{
    struct sg_tally *tally = reading->tally;
    const json_t *list = json_object_get(root, "targets");
    const char *to = json_string_value(json_object_get(root, "to"));
    uint64_t assessed = 0;
    uint64_t left_out = 0;
    sg_status status = SG_OK;

    tally->wanted =
        (sg_needs_target)member_word(root, "wanted", tally_wanted_words);
    tally->today = member_date(root, "today");
    tally->staff = member_number(root, "staff");
    tally->several_posts = member_number(root, "several_posts");
    tally->rejected_rows = member_number(root, "rejected_rows");
    for (int i = 0; i < REASON_COUNT; i++) {
        tally->not_assessed[i] = member_number(
            json_object_get(root, "not_assessed"), tally_reason_words[i]);
        left_out += tally->not_assessed[i];
    }
    if (tally->wanted == SG_NEEDS_ROLE)
        status = to ? find_role(reading, to, &tally->to) : refuse_sums(reading);
    for (size_t i = 0; status == SG_OK && i < json_array_size(list); i++)
        status = take_target(reading, json_array_get(list, i), &assessed);
    if (status == SG_OK && (assessed + left_out != tally->staff ||
                            tally->several_posts > tally->staff))
        status = refuse_sums(reading);
    if (status == SG_OK && tally->arena.failed)
        status = fault_memory(reading->reterr);
    return status;
}

sg_status read_partial(const struct buffer *bytes, const char *file,
                       const sg_catalogue *catalogue, struct problem_sink *sink,
                       struct sg_tally **ret_tally, sg_error *reterr)
{
    json_t *root = NULL;
    sg_status status = shaped_parse(bytes, file, &partial_shape, PARTIAL_FORMAT,
                                    sink, &root, reterr);
    struct reading reading = {.file = file, .reterr = reterr};

    *ret_tally = NULL;
    if (status == SG_OK) {
        reading.tally = tally_new(catalogue);
        status =
            reading.tally ? take_all(&reading, root) : fault_memory(reterr);
    }
    json_decref(root);
    if (status == SG_OK)
        *ret_tally = reading.tally;
    else
        tally_free(reading.tally);
    return status;
}
