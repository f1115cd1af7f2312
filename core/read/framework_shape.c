/* SPDX-License-Identifier: MIT */
/* The tables of a framework file, noun by noun as in the schema. */
#include "read/framework_check.h"

const char *const noun_words[NOUN_COUNT] = {
    [NOUN_NONE] = "",
    [NOUN_DOCUMENT] = "document",
    [NOUN_AREA] = "area",
    [NOUN_SECTION] = "section",
    [NOUN_SCALE] = "scale",
    [NOUN_FAMILY] = "family",
    [NOUN_ROLE] = "role",
    [NOUN_LINE] = "line",
    [NOUN_CRITERION] = "criterion",
};

#define ID                                                                     \
    .kind = SHAPE_TEXT, .most = 96, .fits = fits_id,                           \
    .remedy = "lower-case letters and digits, with single hyphens between "    \
              "them"
#define ROLE_ID                                                                \
    .kind = SHAPE_TEXT, .most = 128, .fits = fits_role_id,                     \
    .remedy = "the framework's id, a slash and the role's own id, such as "    \
              "'county/office-manager'"

/* A reference needs no pattern: what is not there is told with the nearest id
 * that is. */
#define REFERENCE .kind = SHAPE_TEXT, .least = 1, .most = 128

/* Texts. */
static const struct shape any_text = {.kind = SHAPE_TEXT};
const struct shape label_text = {.kind = SHAPE_TEXT, .least = 1, .most = 2000};
const struct shape word_text = {.kind = SHAPE_TEXT, .least = 1, .most = 64};
static const struct shape short_text = {.kind = SHAPE_TEXT, .most = 64};
const struct shape flag = {.kind = SHAPE_FLAG};

/* Ids. */
static const struct shape framework_id = {ID, .check = check_framework_id};
static const struct shape document_id = {ID, .defines = NOUN_DOCUMENT};
static const struct shape area_id = {ID, .defines = NOUN_AREA};
static const struct shape section_id = {ID, .defines = NOUN_SECTION};
static const struct shape scale_id = {ID, .defines = NOUN_SCALE};
static const struct shape family_id = {ID, .defines = NOUN_FAMILY};
static const struct shape line_id = {ID, .defines = NOUN_LINE};
static const struct shape role_id = {ROLE_ID, .defines = NOUN_ROLE,
                                     .check = check_role_id};

/* References. */
static const struct shape document_reference = {REFERENCE,
                                                .refers = NOUN_DOCUMENT};
static const struct shape area_reference = {REFERENCE, .refers = NOUN_AREA};
static const struct shape criterion_reference = {
    REFERENCE, .refers = NOUN_CRITERION, .advice = criterion_advice};
const struct shape role_reference = {REFERENCE, .refers = NOUN_ROLE,
                                     .advice = role_advice};
static const struct shape statement_section = {
    REFERENCE, .refers = NOUN_SECTION, .check = check_statement_section};
static const struct shape graded_section = {REFERENCE, .refers = NOUN_SECTION,
                                            .check = check_graded_section};
static const struct shape specification_section = {
    REFERENCE, .refers = NOUN_SECTION, .check = check_specification_section};
static const struct shape cell_scale = {REFERENCE, .refers = NOUN_SCALE,
                                        .check = check_cell_scale};

const struct shape id_list_of_areas = {
    .kind = SHAPE_ARRAY, .unique = true, .items = &area_reference};
const struct shape id_list_of_criteria = {
    .kind = SHAPE_ARRAY, .unique = true, .items = &criterion_reference};

/* Documents, areas, sections. */
static const struct field document_fields[] = {{"id", &document_id, REQUIRED},
                                               {"title", &label_text, REQUIRED},
                                               {"note", &label_text, false},
                                               {0}};
static const struct shape document = {.kind = SHAPE_OBJECT,
                                      .fields = document_fields};
static const struct shape documents = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &document};

static const struct field area_fields[] = {
    {"id", &area_id, REQUIRED}, {"title", &label_text, REQUIRED}, {0}};
static const struct shape area = {.kind = SHAPE_OBJECT, .fields = area_fields};
static const struct shape areas = {.kind = SHAPE_ARRAY, .items = &area};

static const char *const section_kinds[] = {"statement", "graded",
                                            "specification", NULL};
static const struct shape section_kind = {.kind = SHAPE_TEXT,
                                          .words = section_kinds};
static const struct field section_fields[] = {{"id", &section_id, REQUIRED},
                                              {"title", &label_text, REQUIRED},
                                              {"kind", &section_kind, REQUIRED},
                                              {0}};
static const struct shape section = {.kind = SHAPE_OBJECT,
                                     .fields = section_fields};
static const struct shape sections = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &section};

/* Scales. */
static const struct field scale_level_fields[] = {
    {"summary", &label_text, REQUIRED}, {"why", &label_text, false}, {0}};
static const struct shape scale_level = {.kind = SHAPE_OBJECT,
                                         .fields = scale_level_fields,
                                         .check = check_scale_level};
static const struct shape scale_levels = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &scale_level};

static const char *const when_raised_words[] = {"seek", "expect", "none", NULL};
static const struct shape when_raised = {.kind = SHAPE_TEXT,
                                         .words = when_raised_words};
static const struct field scale_fields[] = {
    {"id", &scale_id, REQUIRED},
    {"section", &graded_section, REQUIRED},
    {"title", &label_text, REQUIRED},
    {"heading_printed", &flag, false},
    {"when_raised", &when_raised, false},
    {"levels", &scale_levels, REQUIRED},
    {0}};
static const struct shape scale = {.kind = SHAPE_OBJECT,
                                   .fields = scale_fields};
static const struct shape scales = {.kind = SHAPE_ARRAY, .items = &scale};

/* Items, statements, cells. */
static const struct field item_fields[] = {
    {"text", &label_text, REQUIRED},
    {"item", &short_text, false},
    {"touches", &id_list_of_criteria, false},
    {0}};
static const struct shape item = {.kind = SHAPE_OBJECT, .fields = item_fields};
static const struct shape items = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &item};
static const struct shape measures = {.kind = SHAPE_ARRAY, .items = &item};

static const struct field statement_fields[] = {
    {"section", &statement_section, REQUIRED},
    {"items", &items, REQUIRED},
    {0}};
static const struct shape statement = {.kind = SHAPE_OBJECT,
                                       .fields = statement_fields};
static const struct shape statements = {.kind = SHAPE_ARRAY,
                                        .items = &statement};

static const struct shape cell_level = {
    .kind = SHAPE_NUMBER, .least = 1, .check = check_cell_level};
static const struct field cell_fields[] = {{"scale", &cell_scale, REQUIRED},
                                           {"level", &cell_level, false},
                                           {"items", &items, REQUIRED},
                                           {"measures", &measures, false},
                                           {0}};
static const struct shape cell = {.kind = SHAPE_OBJECT, .fields = cell_fields};
static const struct shape cells = {.kind = SHAPE_ARRAY, .items = &cell};

/* Person specifications. */
static const struct shape printed_number = {.kind = SHAPE_TEXT, .most = 16};
static const struct shape printed_numbers = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &printed_number};
static const struct field line_fields[] = {
    {"id", &line_id, REQUIRED},
    {"items", &printed_numbers, REQUIRED},
    {"needs", &needs_shape, REQUIRED},
    {0}};
static const struct shape line = {
    .kind = SHAPE_OBJECT, .fields = line_fields, .begin = line_begin};
static const struct shape lines = {.kind = SHAPE_ARRAY, .items = &line};
static const struct shape essential_lines = {
    .kind = SHAPE_ARRAY, .items = &line, .check = check_essential};

static const struct field specification_fields[] = {
    {"section", &specification_section, REQUIRED},
    {"essential", &essential_lines, REQUIRED},
    {"desirable", &lines, false},
    {0}};
static const struct shape specification = {.kind = SHAPE_OBJECT,
                                           .fields = specification_fields};

/* Roles and families. */
static const struct shape role_ref = {
    .kind = SHAPE_TEXT, .nullable = true, .most = 64, .check = check_role_ref};
static const struct shape role_level = {
    .kind = SHAPE_TEXT, .least = 1, .most = 32};
static const struct shape role_rank = {.kind = SHAPE_NUMBER,
                                       .least = 1,
                                       .most = HIGHEST_RANK,
                                       .check = check_rank};
static const struct shape role_grade = {
    .kind = SHAPE_TEXT, .nullable = true, .most = 32};
static const struct shape grade_rank = {
    .kind = SHAPE_NUMBER, .nullable = true, .least = 1, .most = HIGHEST_RANK};
static const struct shape role_column = {
    .kind = SHAPE_TEXT, .nullable = true, .most = 200};
static const struct field role_fields[] = {
    {"id", &role_id, REQUIRED},
    {"title", &label_text, REQUIRED},
    {"ref", &role_ref, false},
    {"level", &role_level, REQUIRED},
    {"rank", &role_rank, REQUIRED},
    {"grade", &role_grade, false},
    {"grade_rank", &grade_rank, false},
    {"document", &document_reference, false},
    {"column", &role_column, false},
    {"areas", &id_list_of_areas, false},
    {"statements", &statements, false},
    {"cells", &cells, false},
    {"specification", &specification, REQUIRED},
    {0}};
static const struct shape role = {
    .kind = SHAPE_OBJECT, .fields = role_fields, .begin = role_begin};
static const struct shape roles = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &role};

static const struct field family_fields[] = {
    {"id", &family_id, REQUIRED},
    {"title", &label_text, REQUIRED},
    {"document", &document_reference, REQUIRED},
    {"areas", &id_list_of_areas, false},
    {"statements", &statements, false},
    {"roles", &roles, REQUIRED},
    {0}};
static const struct shape family = {
    .kind = SHAPE_OBJECT, .fields = family_fields, .begin = family_begin};
static const struct shape families = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &family};

/* The whole file. */
static const struct field council_fields[] = {{"name", &label_text, REQUIRED},
                                              {"named", &flag, false},
                                              {"note", &label_text, false},
                                              {0}};
static const struct shape council = {.kind = SHAPE_OBJECT,
                                     .fields = council_fields};

static const struct shape word_order = {
    .kind = SHAPE_ARRAY, .unique = true, .least = 2, .items = &word_text};
static const struct shape word_orders = {
    .kind = SHAPE_ARRAY, .items = &word_order, .check = check_word_orders};

static const struct shape date = {
    .kind = SHAPE_TEXT,
    .fits = fits_date,
    .remedy = "a day as year-month-day, such as 2026-11-22",
    .check = check_date};

static const struct field framework_fields[] = {
    {"$schema", &any_text, false},        {"format", &any_text, REQUIRED},
    {"id", &framework_id, REQUIRED},      {"version", &word_text, REQUIRED},
    {"as_of", &date, REQUIRED},           {"note", &label_text, false},
    {"council", &council, REQUIRED},      {"documents", &documents, REQUIRED},
    {"word_orders", &word_orders, false}, {"areas", &areas, false},
    {"sections", &sections, REQUIRED},    {"scales", &scales, false},
    {"families", &families, REQUIRED},    {0}};
const struct shape framework_shape = {.kind = SHAPE_OBJECT,
                                      .fields = framework_fields};
