/* SPDX-License-Identifier: MIT */
/* The tables of a requirement tree, and what they cannot say. */
#include "read/framework_check.h"

#include <stdio.h>
#include <string.h>

static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape criterion = {.kind = SHAPE_TEXT,
                                       .least = 1,
                                       .most = 96,
                                       .refers = NOUN_CRITERION,
                                       .advice = criterion_advice};

/* Qualification levels. */
static void check_level(struct checker *checker, json_t *parent, json_t *value)
{
    const struct framework_check *check = checker->context;
    const char *name = json_string_value(json_object_get(parent, "scale"));
    const enum scale_id scale = name ? scale_from_name(name) : SCALE_NONE;
    const unsigned level = (unsigned)json_number_value(value);
    if (scale == SCALE_NONE)
        return; /* missing or wrong, and told as such */
    if (reference_level(check->reference, scale, level).min > 0)
        return;
    char levels[96];
    reference_list_levels(check->reference, scale, levels, sizeof(levels));
    checker_error(checker, "bad-level",
                  "%s has no level %u; its levels are %s.", name, level,
                  levels);
}

static void check_scale_and_level(struct checker *checker, json_t *parent,
                                  json_t *value)
{
    (void)parent;
    const bool scale = json_object_get(value, "scale") != NULL;
    const bool level = json_object_get(value, "level") != NULL;
    if (scale == level)
        return;
    checker_error(checker, "missing-field",
                  "A qualification has a 'scale' and a 'level', or neither; "
                  "add '%s' or take '%s' out.",
                  scale ? "level" : "scale", scale ? "scale" : "level");
}

static const char *const scale_words[] = {"RQF",  "NVQ", "SVQ", "SCQF",
                                          "CQFW", "EQF", NULL};
static const struct shape scale = {.kind = SHAPE_TEXT, .words = scale_words};
static const struct shape level = {.kind = SHAPE_NUMBER,
                                   .least = 1,
                                   .most = HIGHEST_LEVEL,
                                   .check = check_level};

/* Subjects: a word or a list of codes. */
static const char *const subject_words[] = {
    "any", "relevant", "relevant-vocational", "specialist-area", NULL};
static const struct shape subject_word = {.kind = SHAPE_TEXT,
                                          .words = subject_words};
static const struct shape subject_code = {
    .kind = SHAPE_TEXT,
    .fits = fits_subject_code,
    .remedy = "two digits, a point and a digit, such as 15.2"};
static const struct shape subject_codes = {
    .kind = SHAPE_ARRAY, .unique = true, .least = 1, .items = &subject_code};

static const struct shape *choose_subject(struct checker *checker,
                                          json_t *value)
{
    (void)checker;
    return json_is_array(value) ? &subject_codes : &subject_word;
}

static const struct shape subject = {.kind = SHAPE_CHOICE,
                                     .choose = choose_subject};

static const struct field qualification_fields[] = {
    {"op", &any_text, REQUIRED},
    {"label", &label_text, REQUIRED},
    {"criterion", &criterion, REQUIRED},
    {"scale", &scale, false},
    {"level", &level, false},
    {"name", &word_text, false},
    {"equivalent", &flag, false},
    {"subject", &subject, false},
    {"explained_as", &word_text, false},
    {0}};
static const struct shape qualification = {.kind = SHAPE_OBJECT,
                                           .fields = qualification_fields,
                                           .check = check_scale_and_level};

/* Experience. */
static void check_amount_word(struct checker *checker, json_t *parent,
                              json_t *value)
{
    (void)parent;
    const struct framework_check *check = checker->context;
    const struct reference *reference = check->reference;
    const char *word = json_string_value(value);
    if (reference_word_rank(reference, word) > 0)
        return;
    char hint[HINT_ROOM];
    checker_hint(checker, word, reference->words, reference->word_count, hint);
    checker_warning(checker, "unknown-word",
                    "'%.60s' is not among the amount words in words.json, so "
                    "it compares with no other word.%s",
                    word, hint);
}

static const struct shape amount_word = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_amount_word};
static const struct shape months = {
    .kind = SHAPE_NUMBER, .least = 1, .most = 1200};
static const struct shape role_list = {
    .kind = SHAPE_ARRAY, .unique = true, .least = 1, .items = &role_reference};
static const struct field equivalent_fields[] = {
    {"scale", &scale, REQUIRED}, {"level", &level, REQUIRED}, {0}};
static const struct shape equivalent_to = {.kind = SHAPE_OBJECT,
                                           .fields = equivalent_fields};
static const struct field experience_fields[] = {
    {"op", &any_text, REQUIRED},
    {"label", &label_text, REQUIRED},
    {"criterion", &criterion, REQUIRED},
    {"word", &amount_word, false},
    {"months", &months, false},
    {"relevant", &flag, false},
    {"roles", &role_list, false},
    {"areas", &id_list_of_areas, false},
    {"equivalent_to", &equivalent_to, false},
    {0}};
static const struct shape experience = {.kind = SHAPE_OBJECT,
                                        .fields = experience_fields};

/* Skills, credentials, training, and what is open. */
static const struct shape skill_word = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64, .check = check_skill_word};
static const struct field skill_fields[] = {
    {"op", &any_text, REQUIRED},         {"label", &label_text, REQUIRED},
    {"criterion", &criterion, REQUIRED}, {"degree", &skill_word, false},
    {"depth", &skill_word, false},       {0}};
static const struct shape skill = {.kind = SHAPE_OBJECT,
                                   .fields = skill_fields};

static const struct shape credential_id = {
    .kind = SHAPE_TEXT,
    .most = 96,
    .fits = fits_id,
    .remedy = "lower-case letters and digits, with single hyphens between "
              "them"};
static const struct field credential_fields[] = {
    {"op", &any_text, REQUIRED},
    {"label", &label_text, REQUIRED},
    {"criterion", &criterion, REQUIRED},
    {"credential", &credential_id, REQUIRED},
    {0}};
static const struct shape credential = {.kind = SHAPE_OBJECT,
                                        .fields = credential_fields};

static const struct field training_fields[] = {
    {"op", &any_text, REQUIRED},
    {"label", &label_text, REQUIRED},
    {"criterion", &criterion, REQUIRED},
    {0}};
static const struct shape training = {.kind = SHAPE_OBJECT,
                                      .fields = training_fields};

static const struct field open_fields[] = {{"op", &any_text, REQUIRED},
                                           {"label", &label_text, REQUIRED},
                                           {"criterion", &criterion, false},
                                           {0}};
static const struct shape open_leaf = {.kind = SHAPE_OBJECT,
                                       .fields = open_fields};

/* Groups. */
static void check_n(struct checker *checker, json_t *group, json_t *value)
{
    const json_t *parts = json_object_get(group, "parts");
    const size_t wanted = (size_t)json_number_value(value);
    if (!json_is_array(parts) || wanted <= json_array_size(parts))
        return;
    checker_error(checker, "out-of-range",
                  "'n' asks for %zu and there are only %zu parts; lower 'n' "
                  "or add parts.",
                  wanted, json_array_size(parts));
}

static const struct shape printed = {.kind = SHAPE_TEXT, .most = 32};
static const struct shape parts = {.kind = SHAPE_ARRAY,
                                   .least = 1,
                                   .most = MOST_PARTS,
                                   .items = &needs_shape,
                                   .short_reason = "empty-group"};
static const struct shape how_many = {
    .kind = SHAPE_NUMBER, .least = 1, .most = MOST_PARTS, .check = check_n};
static const struct shape no_n = {
    .kind = SHAPE_MISPLACED,
    .remedy = "'n' goes with the op 'at-least' only; take it out, or use "
              "'at-least'."};

static const struct field group_fields[] = {
    {"op", &any_text, REQUIRED},  {"n", &no_n, false},
    {"printed", &printed, false}, {"label", &label_text, false},
    {"parts", &parts, REQUIRED},  {0}};
static const struct shape group = {.kind = SHAPE_OBJECT,
                                   .fields = group_fields};

static const struct field at_least_fields[] = {
    {"op", &any_text, REQUIRED},  {"n", &how_many, REQUIRED},
    {"printed", &printed, false}, {"label", &label_text, false},
    {"parts", &parts, REQUIRED},  {0}};
static const struct shape at_least = {.kind = SHAPE_OBJECT,
                                      .fields = at_least_fields};

/* Operations. */
static const struct needs_op ops[] = {
    {"all", SG_ALL, &group},
    {"any", SG_ANY, &group},
    {"at-least", SG_AT_LEAST, &at_least},
    {"qualification", SG_QUALIFICATION, &qualification},
    {"working-towards", SG_WORKING_TOWARDS, &qualification},
    {"experience", SG_EXPERIENCE, &experience},
    {"skill", SG_SKILL, &skill},
    {"credential", SG_CREDENTIAL, &credential},
    {"training", SG_TRAINING, &training},
    {"not-needed-here", SG_NOT_NEEDED_HERE, &open_leaf},
    {"no-formal-qualification", SG_NO_FORMAL_QUALIFICATION, &open_leaf},
};

enum { OP_COUNT = sizeof(ops) / sizeof(ops[0]) };

const struct needs_op *needs_op_of(const char *word)
{
    for (size_t i = 0; i < OP_COUNT; i++)
        if (strcmp(ops[i].word, word) == 0)
            return &ops[i];
    return NULL;
}

static void tell_unknown_op(struct checker *checker, const char *word)
{
    const char *words[OP_COUNT];
    char hint[HINT_ROOM];
    for (size_t i = 0; i < OP_COUNT; i++)
        words[i] = ops[i].word;
    checker_enter(checker, "op", 0);
    checker_hint(checker, word, words, OP_COUNT, hint);
    checker_error(checker, "unknown-word",
                  "There is no op '%.60s'; use all, any or at-least for a "
                  "group, or the kind of requirement.%s",
                  word, hint);
    checker_leave(checker);
}

/* How many groups this node is in, itself counted. */
static uint32_t tree_depth(const struct checker *checker)
{
    uint32_t depth = 1;
    for (size_t i = 0; i < checker->depth; i++)
        if (checker->path[i].key && strcmp(checker->path[i].key, "parts") == 0)
            depth++;
    return depth;
}

/* Once a line has too many nodes the rest of it is not looked at. */
static bool within_limits(struct checker *checker)
{
    struct framework_check *check = checker->context;
    check->node_count++;
    if (check->node_count == LIMIT_TREE_NODES + 1)
        checker_error(checker, "too-large",
                      "This line has more than %d parts; split it into "
                      "several lines.",
                      LIMIT_TREE_NODES);
    if (check->node_count > LIMIT_TREE_NODES)
        return false;
    if (tree_depth(checker) <= LIMIT_TREE_DEPTH)
        return true;
    checker_error(checker, "nesting",
                  "Groups are nested more than %d deep here; write the "
                  "requirement more simply.",
                  LIMIT_TREE_DEPTH);
    return false;
}

static const struct field op_fields[] = {{"op", &any_text, REQUIRED}, {0}};
static const struct shape op_only = {.kind = SHAPE_OBJECT, .fields = op_fields};

/* Without an op nothing is known of the other fields, so that only a value
 * that is no object is looked at further. */
static const struct shape *shape_without_op(struct checker *checker,
                                            const json_t *value)
{
    if (!json_is_object(value))
        return &op_only;
    checker_error(checker, "missing-field",
                  "The field 'op' is missing here or no text; say what kind "
                  "of requirement this is.");
    return NULL;
}

static const struct shape *choose_node(struct checker *checker, json_t *value)
{
    if (!within_limits(checker))
        return NULL;
    const char *op = json_string_value(json_object_get(value, "op"));
    if (!op)
        return shape_without_op(checker, value);
    const struct needs_op *known = needs_op_of(op);
    if (!known)
        tell_unknown_op(checker, op);
    return known ? known->shape : NULL;
}

const struct shape needs_shape = {.kind = SHAPE_CHOICE, .choose = choose_node};
