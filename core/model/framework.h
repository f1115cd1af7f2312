/* SPDX-License-Identifier: MIT */
/* A council's framework, compiled into flat arrays.
 *
 *     const struct role *role = &framework->roles[index];
 *     for (uint32_t i = 0; i < role->lines.count; i++)
 *         use(&framework->lines[role->lines.first + i]);
 *
 * Everything below the top struct refers by index and never by pointer, and
 * every string is an offset into one pool, so that the compiled form can be
 * written to a file and mapped back. Built once (read/framework.c), then never
 * changed. Offset 0 is the empty string and stands for "there is none". */
#ifndef MODEL_FRAMEWORK_H
#define MODEL_FRAMEWORK_H

#include "base/arena.h"
#include "model/reference.h"
#include "skillgap/verdict.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t text_at; /* offset into the pool */

/* A run of another array. */
struct span {
    uint32_t first;
    uint32_t count;
};

#define NO_INDEX UINT32_MAX

struct document {
    text_at id, title, note;
};

/* A kind of work that experience can be of. */
struct area {
    text_at id, title;
};

enum section_kind { SECTION_STATEMENT, SECTION_GRADED, SECTION_SPECIFICATION };

struct section {
    text_at id, title;
    enum section_kind kind;
};

enum when_raised { RAISED_NONE, RAISED_SEEK, RAISED_EXPECT };

struct scale_level {
    text_at summary, why;
};

/* One row or heading on which roles differ by degree. */
struct scale {
    text_at id, title;
    uint32_t section;
    bool heading_printed;
    enum when_raised when_raised;
    struct span levels; /* of scale_levels, lowest first */
};

struct item {
    text_at text, number;
    struct span touches; /* of touches: criterion indices */
};

/* Words under a heading that are not graded. */
struct statement {
    uint32_t section;
    struct span items;
};

struct cell {
    uint32_t scale;
    uint32_t level; /* from 1; 0: not graded */
    struct span items;
    struct span measures; /* of items too */
};

enum subject_kind {
    SUBJECT_ANY,
    SUBJECT_RELEVANT,
    SUBJECT_RELEVANT_VOCATIONAL,
    SUBJECT_SPECIALIST_AREA,
    SUBJECT_CODES
};

/* One node of a requirement tree. The tree is stored in preorder: the first
 * part of node i is i + 1, the part after part p is nodes[p].end, and the
 * parts stop at nodes[i].end. */
struct node {
    uint8_t op;         /* sg_op */
    uint8_t n;          /* for SG_AT_LEAST */
    uint16_t criterion; /* index into the reference; NO_CRITERION for groups */
    uint32_t end;       /* one past the last node below this one */
    text_at label;      /* leaves always; groups may have none */
    text_at printed;    /* groups: "and/or" */
    union {
        struct {
            uint8_t scale;   /* enum scale_id; SCALE_NONE when none is named */
            uint8_t level;   /* as written on that scale; 0: none */
            uint8_t min_rqf; /* what that is worth; 0 to 0: not known */
            uint8_t max_rqf;
            uint8_t subject;   /* enum subject_kind */
            bool equivalent;   /* an equivalent qualification will do */
            struct span codes; /* of codes: sector subject areas */
            text_at name;      /* a named award */
            text_at explained_as;
        } qualification; /* and SG_WORKING_TOWARDS */
        struct {
            text_at word;               /* amount word as printed */
            uint8_t word_rank;          /* 0: none, or not in the order */
            uint8_t equivalent_min_rqf; /* 0: not "equivalent experience" */
            uint8_t equivalent_max_rqf;
            bool relevant;
            uint16_t months;   /* only when the document states them; 0: none */
            struct span roles; /* of role_refs */
            struct span areas; /* of area_refs */
        } experience;
        struct {
            text_at degree; /* how much: "basic" */
            text_at depth;  /* how deep: "awareness" */
        } skill;
        struct {
            text_at id;
        } credential;
    } u;
};

enum { NO_CRITERION = UINT16_MAX };

struct line {
    text_at id;
    text_at items; /* the printed statements, "1, 2" */
    uint32_t role;
    uint32_t root; /* node */
    uint8_t strength;
};

struct role {
    text_at id, title, ref, level, grade, column;
    uint32_t family;
    uint32_t document;
    uint32_t rank;          /* in the family, from 1 */
    uint32_t grade_rank;    /* 0: no grade */
    uint32_t next_grade;    /* rank of the next higher grade that any role of
                               the framework has; 0: none */
    uint32_t specification; /* section */
    struct span areas;      /* of area_refs: work that it certainly is */
    struct span statements;
    struct span cells;
    struct span lines; /* essential first, then desirable; printed order */
    uint32_t essential_count;
};

struct family {
    text_at id, title;
    uint32_t document;
    struct span areas; /* what "relevant" may be of */
    struct span statements;
    struct span roles;
};

/* One order of level words, lowest first. */
struct word_order {
    struct span words; /* of words */
};

struct framework {
    struct arena arena;
    const char *file; /* where it was read from */
    const char *pool; /* all strings, each ending in NUL */
    uint32_t pool_size;

    text_at id, version, as_of, note, council, council_note;
    bool council_named;

    struct document *documents;
    struct area *areas;
    struct section *sections;
    struct scale *scales;
    struct scale_level *scale_levels;
    struct family *families;
    struct role *roles;
    uint32_t *role_order; /* all roles, by id */
    struct statement *statements;
    struct cell *cells;
    struct item *items;
    struct line *lines;
    struct node *nodes;
    struct word_order *word_orders;
    text_at *words;
    text_at *codes;
    uint16_t *touches;
    uint32_t *role_refs;
    uint32_t *area_refs;

    uint32_t document_count, area_count, section_count, scale_count,
        scale_level_count, family_count, role_count, statement_count,
        cell_count, item_count, line_count, node_count, word_order_count,
        word_count, code_count, touch_count, role_ref_count, area_ref_count;
};

/* The string at an offset: never NULL. */
const char *framework_text(const struct framework *framework, text_at at);

/* The same, but NULL for the empty string. */
const char *framework_text_or_null(const struct framework *framework,
                                   text_at at);

/* The index of a role, or NO_INDEX. By id, exactly; the time goes by the
 * logarithm of how many there are. */
uint32_t framework_role(const struct framework *framework, const char *id);

/* How two level words of a skill compare in the orders of `framework`. */
enum word_compare { WORD_LOWER, WORD_EQUAL, WORD_HIGHER, WORD_UNORDERED };

/* Whether `have` is below, as or above `want`. NULL or "" stands for no word.
 * Case plays no part. Equal words are equal in any framework. The lowest word
 * of an order is never above a missing word; otherwise a missing word is
 * unordered. Words that no order holds together are unordered. */
enum word_compare framework_compare_words(const struct framework *framework,
                                          const char *have, const char *want);

/* Writes the whole label of a node: its own, or those of its parts joined by
 * the printed words. Returns a string of the arena, or NULL without memory. */
char *framework_node_label(const struct framework *framework, uint32_t node,
                           struct arena *arena);

bool node_is_group(const struct node *node);

/* Frees it. Accepts NULL and one that is half built. */
void framework_free(struct framework *framework);

#endif
