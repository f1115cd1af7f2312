/* SPDX-License-Identifier: MIT */
/* Lists that grow, one pool of strings, and their final exact form. */
#include "read/builder.h"

#include "base/fault.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

static const size_t item_sizes[LIST_COUNT] = {
    [LIST_DOCUMENTS] = sizeof(struct document),
    [LIST_AREAS] = sizeof(struct area),
    [LIST_SECTIONS] = sizeof(struct section),
    [LIST_SCALES] = sizeof(struct scale),
    [LIST_SCALE_LEVELS] = sizeof(struct scale_level),
    [LIST_FAMILIES] = sizeof(struct family),
    [LIST_ROLES] = sizeof(struct role),
    [LIST_STATEMENTS] = sizeof(struct statement),
    [LIST_CELLS] = sizeof(struct cell),
    [LIST_ITEMS] = sizeof(struct item),
    [LIST_LINES] = sizeof(struct line),
    [LIST_NODES] = sizeof(struct node),
    [LIST_WORD_ORDERS] = sizeof(struct word_order),
    [LIST_WORDS] = sizeof(text_at),
    [LIST_CODES] = sizeof(text_at),
    [LIST_TOUCHES] = sizeof(uint16_t),
    [LIST_ROLE_REFS] = sizeof(uint32_t),
    [LIST_AREA_REFS] = sizeof(uint32_t),
};

static bool list_grow(struct list *list, size_t size)
{
    if (list->room > UINT32_MAX / 4)
        return false;
    const uint32_t room = list->room ? list->room * 2 : FIRST_ROOM;
    void *items = realloc(list->items, room * size);
    if (!items)
        return false;
    list->items = items;
    list->room = room;
    return true;
}

uint32_t builder_put(struct builder *builder, enum list_id which,
                     const void *item)
{
    struct list *list = &builder->lists[which];
    const size_t size = item_sizes[which];
    if (list->count == list->room && !list_grow(list, size)) {
        builder->failed = true;
        return 0;
    }
    memcpy((char *)list->items + list->count * size, item, size);
    return list->count++;
}

uint32_t builder_count(const struct builder *builder, enum list_id list)
{
    return builder->lists[list].count;
}

struct span builder_since(const struct builder *builder, enum list_id list,
                          uint32_t first)
{
    return (struct span){.first = first,
                         .count = builder->lists[list].count - first};
}

text_at builder_text(struct builder *builder, const char *text)
{
    if (builder->pool.size == 0)
        buffer_add(&builder->pool, "", 1);
    if (!text || !*text)
        return 0;
    const uint32_t known = names_index(&builder->pooled, text);
    if (known != NAMES_NONE)
        return (text_at)(uintptr_t)builder->pooled.owners[known];
    const size_t at = builder->pool.size;
    buffer_add(&builder->pool, text, strlen(text) + 1);
    if (!names_add(&builder->pooled, text, (const void *)(uintptr_t)at))
        builder->failed = true;
    return (text_at)at;
}

text_at text_of(struct builder *builder, const json_t *object, const char *key)
{
    return builder_text(builder,
                        json_string_value(json_object_get(object, key)));
}

uint32_t number_of(const json_t *object, const char *key)
{
    const double number = json_number_value(json_object_get(object, key));
    return number >= 0 && number <= INT32_MAX ? (uint32_t)number : 0;
}

bool flag_of(const json_t *object, const char *key, bool left_out)
{
    const json_t *value = json_object_get(object, key);
    return value ? json_is_true(value) : left_out;
}

uint32_t index_of(const struct builder *builder, enum noun noun,
                  const json_t *reference)
{
    return names_index(&builder->names[noun], json_string_value(reference));
}

struct span areas_of(struct builder *builder, const json_t *object)
{
    const json_t *areas = json_object_get(object, "areas");
    const uint32_t first = builder_count(builder, LIST_AREA_REFS);
    for (size_t i = 0; i < json_array_size(areas); i++) {
        const uint32_t area =
            index_of(builder, NOUN_AREA, json_array_get(areas, i));
        builder_put(builder, LIST_AREA_REFS, &area);
    }
    return builder_since(builder, LIST_AREA_REFS, first);
}

/* The exact array of a list; never NULL, even when it is empty. */
static void *kept(const struct builder *builder, struct framework *framework,
                  enum list_id which, uint32_t *ret_count)
{
    const struct list *list = &builder->lists[which];
    const size_t size = item_sizes[which];
    void *items = arena_array(&framework->arena, list->count, size);
    if (items && list->count > 0)
        memcpy(items, list->items, list->count * size);
    *ret_count = list->count;
    return items;
}

static void keep_arrays(const struct builder *b, struct framework *f)
{
    f->documents = kept(b, f, LIST_DOCUMENTS, &f->document_count);
    f->areas = kept(b, f, LIST_AREAS, &f->area_count);
    f->sections = kept(b, f, LIST_SECTIONS, &f->section_count);
    f->scales = kept(b, f, LIST_SCALES, &f->scale_count);
    f->scale_levels = kept(b, f, LIST_SCALE_LEVELS, &f->scale_level_count);
    f->families = kept(b, f, LIST_FAMILIES, &f->family_count);
    f->roles = kept(b, f, LIST_ROLES, &f->role_count);
    f->statements = kept(b, f, LIST_STATEMENTS, &f->statement_count);
    f->cells = kept(b, f, LIST_CELLS, &f->cell_count);
    f->items = kept(b, f, LIST_ITEMS, &f->item_count);
    f->lines = kept(b, f, LIST_LINES, &f->line_count);
    f->nodes = kept(b, f, LIST_NODES, &f->node_count);
    f->word_orders = kept(b, f, LIST_WORD_ORDERS, &f->word_order_count);
    f->words = kept(b, f, LIST_WORDS, &f->word_count);
    f->codes = kept(b, f, LIST_CODES, &f->code_count);
    f->touches = kept(b, f, LIST_TOUCHES, &f->touch_count);
    f->role_refs = kept(b, f, LIST_ROLE_REFS, &f->role_ref_count);
    f->area_refs = kept(b, f, LIST_AREA_REFS, &f->area_ref_count);
}

static int by_rank(const void *a, const void *b)
{
    const uint32_t *x = a;
    const uint32_t *y = b;
    return (*x > *y) - (*x < *y);
}

/* The next grade above each role's own, by all grades in order. */
static bool note_next_grades(struct framework *framework)
{
    const uint32_t count = framework->role_count;
    uint32_t *ranks = malloc(((size_t)count + 1) * sizeof(*ranks));
    if (!ranks)
        return false;
    for (uint32_t r = 0; r < count; r++)
        ranks[r] = framework->roles[r].grade_rank;
    qsort(ranks, count, sizeof(*ranks), by_rank);
    for (uint32_t r = 0; r < count; r++) {
        struct role *role = &framework->roles[r];
        uint32_t low = 0, high = count;
        while (low < high) {
            const uint32_t middle = (low + high) / 2;
            if (ranks[middle] <= role->grade_rank)
                low = middle + 1;
            else
                high = middle;
        }
        role->next_grade = role->grade_rank > 0 && low < count ? ranks[low] : 0;
    }
    free(ranks);
    return true;
}

struct named_role {
    const char *id;
    uint32_t index;
};

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct named_role *)a)->id,
                  ((const struct named_role *)b)->id);
}

static bool note_role_order(struct framework *framework)
{
    const uint32_t count = framework->role_count;
    struct named_role *list = malloc(((size_t)count + 1) * sizeof(*list));
    framework->role_order =
        arena_array(&framework->arena, count, sizeof(*framework->role_order));
    if (!list || !framework->role_order) {
        free(list);
        return false;
    }
    for (uint32_t r = 0; r < count; r++)
        list[r] = (struct named_role){
            framework_text(framework, framework->roles[r].id), r};
    qsort(list, count, sizeof(*list), by_id);
    for (uint32_t r = 0; r < count; r++)
        framework->role_order[r] = list[r].index;
    free(list);
    return true;
}

static struct framework *framework_of(const struct builder *builder,
                                      const char *file)
{
    if (builder->failed || builder->pool.failed || builder->scratch.failed)
        return NULL;
    struct framework *framework = malloc(sizeof(*framework));
    if (!framework)
        return NULL;
    *framework = builder->top;
    framework->file = arena_strdup(&framework->arena, file);
    framework->pool = arena_strndup(&framework->arena, builder->pool.data,
                                    builder->pool.size);
    framework->pool_size = (uint32_t)builder->pool.size;
    keep_arrays(builder, framework);
    if (!framework->arena.failed && note_next_grades(framework) &&
        note_role_order(framework))
        return framework;
    framework_free(framework);
    return NULL;
}

sg_status builder_finish(struct builder *builder, const char *file,
                         struct framework **ret_framework, sg_error *reterr)
{
    *ret_framework = framework_of(builder, file);
    for (size_t i = 0; i < LIST_COUNT; i++)
        free(builder->lists[i].items);
    buffer_done(&builder->pool);
    names_done(&builder->pooled);
    arena_done(&builder->scratch);
    return *ret_framework ? SG_OK : fault_memory(reterr);
}
