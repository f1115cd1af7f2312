/* SPDX-License-Identifier: MIT */
/* What a framework file must be like, shared by the files that check it.
 *
 *     struct framework_check check = {.reference = reference};
 *     struct checker checker = {.context = &check, .nouns = noun_words, ...};
 *     shape_check(&checker, &framework_shape, NULL, root);
 *     framework_check_done(&check);
 *
 * The tables follow data/schema/framework.schema.json noun by noun. */
#ifndef READ_FRAMEWORK_CHECK_H
#define READ_FRAMEWORK_CHECK_H

#include "read/shape.h"

enum noun {
    NOUN_NONE,
    NOUN_DOCUMENT,
    NOUN_AREA,
    NOUN_SECTION,
    NOUN_SCALE,
    NOUN_FAMILY,
    NOUN_ROLE,
    NOUN_LINE,
    NOUN_CRITERION,
    NOUN_COUNT
};

extern const char *const noun_words[NOUN_COUNT];

enum { HIGHEST_RANK = 1000, HIGHEST_LEVEL = 12, MOST_PARTS = 64 };

/* What is remembered while a file is checked from top to bottom. */
struct framework_check {
    const struct reference *reference;
    struct names names[NOUN_COUNT];
    uint32_t nameless[NOUN_COUNT]; /* entries whose id is missing or no text */
    const char *id;    /* of the framework; NULL: not one to hold roles to */
    bool id_is_odd;    /* it fits, and no role's id begins with it */
    struct names refs; /* job references so far */
    struct names ordered_words;   /* words of the orders; owners: the list */
    struct names loose_words;     /* told to stand in no order */
    bool ranks[HIGHEST_RANK + 1]; /* used in the present family */
    struct names role_scales;     /* of the present role's cells */
    uint32_t role_count;
    uint32_t node_count; /* of the present line */
};

/* Frees the sets of names. */
void framework_check_done(struct framework_check *check);

/* Shapes. */
extern const struct shape framework_shape;
extern const struct shape needs_shape; /* a node of a requirement tree */
extern const struct shape id_list_of_areas;
extern const struct shape id_list_of_criteria;
extern const struct shape label_text; /* 1 to 2000 characters */
extern const struct shape word_text;  /* 1 to 64 characters */
extern const struct shape flag;
extern const struct shape role_reference;

/* What to do about references to what is not there. */
const char *role_advice(const struct checker *checker, const char *id);
const char *criterion_advice(const struct checker *checker, const char *id);

/* Notes the words of all orders, so that skills before them know them too. */
bool note_words(struct framework_check *check, const json_t *orders);

/* An operation by the word for it, or NULL. */
struct needs_op {
    const char *word;
    sg_op op;
    const struct shape *shape;
};
const struct needs_op *needs_op_of(const char *word);

/* Whether the roles, their ids and their essential needs are whole, whatever
 * else is wrong with the file (framework_sound.c). */
bool needs_are_sound(const struct framework_check *check, const json_t *root);

/* What texts are made of (framework_meaning.c). */
bool fits_id(const char *text);
bool fits_role_id(const char *text);
bool fits_date(const char *text);
bool fits_subject_code(const char *text);

/* What no table can say: `begin` and `check` functions of shapes. */
void family_begin(struct checker *checker, json_t *family);
void role_begin(struct checker *checker, json_t *role);
void line_begin(struct checker *checker, json_t *line);
void check_date(struct checker *checker, json_t *parent, json_t *value);
void check_framework_id(struct checker *checker, json_t *root, json_t *value);
void check_role_ref(struct checker *checker, json_t *role, json_t *value);
void check_word_orders(struct checker *checker, json_t *root, json_t *value);
void check_skill_word(struct checker *checker, json_t *skill, json_t *value);
void check_essential(struct checker *checker, json_t *parent, json_t *value);
void check_role_id(struct checker *checker, json_t *role, json_t *value);
void check_rank(struct checker *checker, json_t *role, json_t *value);
void check_scale_level(struct checker *checker, json_t *levels, json_t *value);
void check_statement_section(struct checker *checker, json_t *parent,
                             json_t *value);
void check_graded_section(struct checker *checker, json_t *parent,
                          json_t *value);
void check_specification_section(struct checker *checker, json_t *parent,
                                 json_t *value);
void check_cell_scale(struct checker *checker, json_t *cell, json_t *value);
void check_cell_level(struct checker *checker, json_t *cell, json_t *value);

#endif
