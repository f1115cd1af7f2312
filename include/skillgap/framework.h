/* SPDX-License-Identifier: MIT */
/**
 * What a framework says: the whole sheet of one role, and checking a file.
 *
 *     sg_sheet *sheet = NULL;
 *     if (sg_sheet_new(catalogue, role, &sheet, &error) == SG_OK)
 *         for (size_t i = 0; i < sheet->line_count; i++)
 *             puts(sheet->lines[i].label);
 *     sg_sheet_free(sheet);
 */
#ifndef SKILLGAP_FRAMEWORK_H
#define SKILLGAP_FRAMEWORK_H

#include "skillgap/catalogue.h"
#include "skillgap/verdict.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where something is printed. Members are NULL where there is none. */
typedef struct sg_source {
    const char *document; /**< title of the document */
    const char *section;  /**< heading as printed */
    const char *column;   /**< heading of the role's column, as printed */
    const char *item;     /**< number of the bullet, or row and number */
} sg_source;

/** One bullet or paragraph. */
typedef struct sg_item {
    const char *text;
    const char *item;           /**< its number in the cell, or NULL */
    const char *const *touches; /**< titles of the criteria it shows in use */
    size_t touch_count;
} sg_item;

/** What one row or heading says of the role. */
typedef struct sg_cell {
    const char *title;    /**< the row or heading */
    bool heading_printed; /**< false: the name is the file's, not printed */
    uint32_t level;       /**< place on its scale from 1; 0: not graded */
    uint32_t level_count;
    const sg_item *items;
    size_t item_count;
    const sg_item *measures; /**< performance measures */
    size_t measure_count;
    sg_source source;
} sg_cell;

/** One headed part of the document, in printed order. */
typedef struct sg_section {
    const char *id;
    const char *title;
    const sg_cell *cells; /**< a statement is one cell without a title */
    size_t cell_count;
} sg_section;

/** A requirement or a part of one: a leaf, or a group with parts. */
typedef struct sg_part {
    sg_op op;
    uint32_t n;            /**< for SG_AT_LEAST: how many */
    const char *label;     /**< plain words with the level words as printed */
    const char *criterion; /**< id, or NULL for groups */
    sg_verdict verdict;    /**< in a gap; in a sheet it means nothing */
    const char *reason;    /**< one sentence, in a gap; otherwise NULL */
    const struct sg_part *parts;
    size_t part_count;
} sg_part;

/** One line of a person specification. */
typedef struct sg_sheet_line {
    const char *id;
    sg_strength strength;
    const char *label;
    sg_part needs;
    sg_source source;
} sg_sheet_line;

/** Everything that the documents say of one role. */
typedef struct sg_sheet {
    sg_role_info role;
    sg_framework_info framework;
    const char *document;       /**< title of the role's document */
    const sg_section *sections; /**< the family's statements come first */
    size_t section_count;
    const char *specification; /**< heading of the person specification */
    const sg_sheet_line *lines;
    size_t line_count;
} sg_sheet;

/** Builds a role's sheet. The catalogue must outlive it. */
SG_API sg_status sg_sheet_new(const sg_catalogue *catalogue, sg_role role,
                              sg_sheet **ret_sheet, sg_error *reterr);
SG_API void sg_sheet_free(sg_sheet *sheet);

/** What a framework file, a file of a council's own numbers, or a catalogue of
 * courses holds, for somebody who wrote it. */
typedef struct sg_check_summary {
    char id[128];
    char version[80];
    uint32_t families;
    uint32_t roles;
    uint32_t lines;
    uint32_t cells;
    uint32_t errors;
    uint32_t warnings;
    bool overrides;     /**< a council's own numbers, and no framework */
    uint32_t numbers;   /**< of these: how many */
    uint32_t statutory; /**< of these: criteria named as asked for by law */
    bool catalogue;     /**< a catalogue of courses, and no framework */
    uint32_t courses;   /**< of a catalogue; of own numbers: those added */
    uint32_t awards;    /**< regulated qualifications, by number */
    uint32_t funds;     /**< who pays */
} sg_check_summary;

/**
 * Checks one framework file ("-": standard input), a file of a council's own
 * numbers (its format begins with "skillgap-overrides/") or a catalogue of
 * courses ("skillgap-courses/"), against everything that using it would check,
 * and tells each problem in file order.
 * References are looked up in the usual places or `data_dirs` (searched first,
 * may be NULL). SG_OK: no errors (there may be warnings); SG_INPUT: errors, all
 * told.
 */
SG_API sg_status sg_framework_check(const char *path,
                                    const char *const *data_dirs,
                                    size_t data_dir_count,
                                    sg_problem_fn problem, void *user,
                                    sg_check_summary *ret_summary,
                                    sg_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
