/* SPDX-License-Identifier: MIT */
/* A tally as a partial result. */
#include "write/partial.h"

#include "model/line_hash.h"
#include "write/maker.h"

#include <stdlib.h>
#include <string.h>

static const struct framework *framework_of(const struct sg_tally *tally,
                                            sg_role role)
{
    return catalogue_in_use(tally->catalogue, role)->framework;
}

static const char *role_id(const struct sg_tally *tally, sg_role role)
{
    const struct framework *framework = framework_of(tally, role);

    return framework_text(framework, framework->roles[role.index].id);
}

static json_t *counts_json(struct maker *maker, const uint32_t *counts,
                           size_t count)
{
    json_t *list = maker_array(maker);

    for (size_t i = 0; i < count; i++)
        maker_add(maker, list, maker_number(maker, counts[i]));
    return list;
}

static json_t *cell_json(struct maker *maker, const char *key, const char *name,
                         const struct tally_cell *cell, uint32_t lines)
{
    json_t *object = maker_object(maker);
    json_t *holders = maker_object(maker);

    maker_put_text(maker, object, key, name);
    maker_put_number(maker, object, "staff", cell->staff);
    maker_put(maker, object, "counts",
              counts_json(maker, cell->counts, (size_t)lines * TALLY_STATES));
    for (uint32_t i = 0; cell->holders && i < lines; i++) {
        char line[sizeof("4294967295")];
        if (cell->counts[i * TALLY_STATES + SG_MET] != 1 || !cell->holders[i])
            continue;
        snprintf(line, sizeof line, "%u", i);
        maker_put_text(maker, holders, line, cell->holders[i]);
    }
    if (cell->holders)
        maker_put(maker, object, "holders", holders);
    else
        json_decref(holders);
    return object;
}

/* ---- in an order that does not depend on that of adding ---- */

struct named_cell {
    const char *name;
    const struct tally_cell *cell;
};

static int compare_names(const void *left, const void *right)
{
    const struct named_cell *a = left;
    const struct named_cell *b = right;

    return strcmp(a->name, b->name);
}

static json_t *teams_json(struct maker *maker, const struct sg_tally *tally,
                          const struct tally_target *target)
{
    struct named_cell *cells = calloc(target->team_room + 1, sizeof *cells);
    json_t *list = maker_array(maker);
    size_t count = 0;

    maker->failed |= cells == NULL;
    for (uint32_t i = 0; cells && i < target->team_room; i++)
        if (target->teams[i])
            cells[count++] =
                (struct named_cell){tally->teams.texts[i], target->teams[i]};
    if (count > 0)
        qsort(cells, count, sizeof *cells, compare_names);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, list,
                  cell_json(maker, "name", cells[i].name, cells[i].cell,
                            target->line_count));
    free(cells);
    return list;
}

static json_t *roles_json(struct maker *maker, const struct sg_tally *tally,
                          const struct tally_target *target)
{
    json_t *list = maker_array(maker);

    for (uint32_t i = 0; i < tally->role_count; i++)
        if (target->roles[i])
            maker_add(maker, list,
                      cell_json(maker, "role",
                                role_id(tally, sg_catalogue_role_at(
                                                   tally->catalogue, i)),
                                target->roles[i], target->line_count));
    return list;
}

static int compare_classes(const void *left, const void *right)
{
    const struct tally_class *a = *(const struct tally_class *const *)left;
    const struct tally_class *b = *(const struct tally_class *const *)right;

    for (uint32_t i = 0; i < a->line_count && i < b->line_count; i++)
        if (a->lines[i] != b->lines[i])
            return a->lines[i] < b->lines[i] ? -1 : 1;
    return (a->line_count > b->line_count) - (a->line_count < b->line_count);
}

static json_t *classes_json(struct maker *maker, const struct sg_tally *tally,
                            const struct tally_target *target)
{
    const struct tally_class **classes =
        calloc(tally->class_keys.count + 1, sizeof(const struct tally_class *));
    json_t *list = maker_array(maker);
    size_t count = 0;

    maker->failed |= classes == NULL;
    for (uint32_t i = 0; classes && i < tally->class_keys.count; i++)
        if (tally->classes[i].target == target)
            classes[count++] = &tally->classes[i];
    if (count > 0)
        qsort(classes, count, sizeof(*classes), compare_classes);
    for (size_t i = 0; i < count; i++) {
        json_t *object = maker_object(maker);
        maker_put(
            maker, object, "lines",
            counts_json(maker, classes[i]->lines, classes[i]->line_count));
        maker_put_number(maker, object, "staff", classes[i]->staff);
        maker_add(maker, list, object);
    }
    free(classes);
    return list;
}

static json_t *target_json(struct maker *maker, const struct sg_tally *tally,
                           const struct tally_target *target)
{
    const struct framework *framework = framework_of(tally, target->role);
    const struct role *role = &framework->roles[target->role.index];
    json_t *object = maker_object(maker);
    json_t *lines = maker_array(maker);

    for (uint32_t i = 0; i < target->line_count; i++) {
        char hash[LINE_HASH_ROOM];
        line_hash(framework, role->lines.first + i, hash);
        maker_add(maker, lines, maker_text(maker, hash));
    }
    maker_put_text(maker, object, "role", role_id(tally, target->role));
    maker_put_text(maker, object, "framework_version",
                   framework_text(framework, framework->version));
    maker_put(maker, object, "lines", lines);
    maker_put(maker, object, "expiring",
              counts_json(maker, target->expiring, target->line_count));
    maker_put(maker, object, "teams", teams_json(maker, tally, target));
    maker_put(maker, object, "roles", roles_json(maker, tally, target));
    maker_put(maker, object, "classes", classes_json(maker, tally, target));
    return object;
}

char *write_partial(const struct sg_tally *tally)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    json_t *reasons = maker_object(&maker);
    json_t *targets = maker_array(&maker);
    char day[DATE_ROOM];

    date_write(tally->today, day);
    maker_put_text(&maker, root, "format", "skillgap-partial/1");
    maker_put_text(&maker, root, "wanted", tally_wanted_words[tally->wanted]);
    if (tally->wanted == SG_NEEDS_ROLE)
        maker_put_text(&maker, root, "to", role_id(tally, tally->to));
    maker_put_text(&maker, root, "today", day);
    maker_put_number(&maker, root, "staff", tally->staff);
    maker_put_number(&maker, root, "several_posts", tally->several_posts);
    maker_put_number(&maker, root, "rejected_rows", tally->rejected_rows);
    for (int i = 0; i < REASON_COUNT; i++)
        maker_put_number(&maker, reasons, tally_reason_words[i],
                         tally->not_assessed[i]);
    maker_put(&maker, root, "not_assessed", reasons);
    for (uint32_t i = 0; i < tally->role_count; i++)
        if (tally->targets[i])
            maker_add(&maker, targets,
                      target_json(&maker, tally, tally->targets[i]));
    maker_put(&maker, root, "targets", targets);
    return maker_print(&maker, root, MAKER_ONE_LINE);
}
