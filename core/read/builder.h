/* SPDX-License-Identifier: MIT */
/* Compiling a framework that has no errors: lists that grow, one pool.
 *
 *     struct builder builder = {.names = check.names, .reference = reference};
 *     build_framework(&builder, root);
 *     status = builder_finish(&builder, file, &framework, reterr);
 *
 * Nothing here judges: what is read has been checked. A failure of memory is
 * remembered and looked at once, in builder_finish. */
#ifndef READ_BUILDER_H
#define READ_BUILDER_H

#include "base/arena.h"
#include "base/buffer.h"
#include "read/framework_check.h"

enum list_id {
    LIST_DOCUMENTS,
    LIST_AREAS,
    LIST_SECTIONS,
    LIST_SCALES,
    LIST_SCALE_LEVELS,
    LIST_FAMILIES,
    LIST_ROLES,
    LIST_STATEMENTS,
    LIST_CELLS,
    LIST_ITEMS,
    LIST_LINES,
    LIST_NODES,
    LIST_WORD_ORDERS,
    LIST_WORDS,
    LIST_CODES,
    LIST_TOUCHES,
    LIST_ROLE_REFS,
    LIST_AREA_REFS,
    LIST_COUNT
};

struct list {
    void *items;
    uint32_t count;
    uint32_t room;
};

struct builder {
    const struct names *names; /* one set for each noun */
    const struct reference *reference;
    struct framework top; /* the members that are no arrays */
    struct list lists[LIST_COUNT];
    struct buffer pool;
    struct names pooled;  /* owners: place in the pool */
    struct arena scratch; /* strings that are in no JSON value */
    bool failed;
};

/* Reads everything into the lists. */
void build_framework(struct builder *builder, const json_t *root);

/* Reads no more than roles, their essential lines and what these need, of a
 * file whose other parts may be wrong (see needs_are_sound). */
void build_roles(struct builder *builder, const json_t *root);

/* Reads one requirement tree; the index of its first node. */
uint32_t build_needs(struct builder *builder, const json_t *needs);

/* Makes the framework of exact arrays in one arena. Frees the builder in any
 * case. SG_STORAGE when memory ran out at any time. */
sg_status builder_finish(struct builder *builder, const char *file,
                         struct framework **ret_framework, sg_error *reterr);

/* Adds a copy of an item to a list; its index. */
uint32_t builder_put(struct builder *builder, enum list_id list,
                     const void *item);
uint32_t builder_count(const struct builder *builder, enum list_id list);
struct span builder_since(const struct builder *builder, enum list_id list,
                          uint32_t first);

/* Text into the pool, each text once; NULL is the empty text. The text must
 * live as long as the builder. */
text_at builder_text(struct builder *builder, const char *text);

/* Members of an object: what stands for one that is left out is 0 or given. */
text_at text_of(struct builder *builder, const json_t *object, const char *key);
uint32_t number_of(const json_t *object, const char *key);
bool flag_of(const json_t *object, const char *key, bool left_out);
uint32_t index_of(const struct builder *builder, enum noun noun,
                  const json_t *reference);

/* The areas that an object lists, as a run of area_refs. */
struct span areas_of(struct builder *builder, const json_t *object);

#endif
