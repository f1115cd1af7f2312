/* SPDX-License-Identifier: MIT */
/**
 * What people and HR systems write about a qualification, and what it says.
 *
 *     sg_titles *titles = NULL;
 *     if (sg_titles_new("titles.txt", NULL, &titles, &error) == SG_OK)
 *         puts(sg_title_type_word(sg_titles_at(titles, 0).reading->type));
 *     sg_titles_free(titles);
 *
 * A title is read by the words of data/reference/. What they do not say stays
 * open: "NVQ 4" is level 4 to 6, "ECDL" is level 1 to 3, "Diploma in Business
 * Administration" has no level at all. Nothing of a title is logged or kept.
 */
#ifndef SKILLGAP_TITLES_H
#define SKILLGAP_TITLES_H

#include "skillgap/catalogue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sg_title_type {
    SG_TYPE_OPEN = 0, /**< the words do not say */
    SG_TYPE_GCSE,     /**< and O level, and CSE */
    SG_TYPE_A_LEVEL,
    SG_TYPE_NVQ,
    SG_TYPE_SVQ,
    SG_TYPE_VOCATIONAL,
    SG_TYPE_AWARD,
    SG_TYPE_CERTIFICATE,
    SG_TYPE_DIPLOMA,
    SG_TYPE_DEGREE,
    SG_TYPE_APPRENTICESHIP,
    SG_TYPE_FUNCTIONAL_SKILLS,
    SG_TYPE_PROFESSIONAL,
    SG_TYPE_OTHER,
} sg_title_type;

/** The scale on which the level is written. NVQ is the old one of five. */
typedef enum sg_title_scale {
    SG_SCALE_OPEN = 0, /**< no level is written, or nobody can tell on what */
    SG_SCALE_RQF,
    SG_SCALE_NVQ,
    SG_SCALE_SVQ,
    SG_SCALE_SCQF,
    SG_SCALE_CQFW,
    SG_SCALE_EQF,
} sg_title_scale;

/** A place on the Regulated Qualifications Framework: entry levels too. */
typedef enum sg_rqf {
    SG_RQF_OPEN = 0,
    SG_RQF_E1,
    SG_RQF_E2,
    SG_RQF_E3,
    SG_RQF_1,
    SG_RQF_2,
    SG_RQF_3,
    SG_RQF_4,
    SG_RQF_5,
    SG_RQF_6,
    SG_RQF_7,
    SG_RQF_8,
} sg_rqf;

typedef enum sg_title_size {
    SG_SIZE_OPEN = 0,
    SG_SIZE_AWARD,
    SG_SIZE_CERTIFICATE,
    SG_SIZE_DIPLOMA,
    SG_SIZE_FULL, /**< no word says it, but it is a full level */
} sg_title_size;

/** Whether it is a full level 2 or 3 by the rules of prior attainment. */
typedef enum sg_title_full {
    SG_FULL_OPEN = 0,
    SG_FULL_NOT, /**< known to be less, by itself */
    SG_FULL_2,
    SG_FULL_3,
} sg_title_full;

/** A title on a list claims that it is held, unless its words say otherwise. */
typedef enum sg_title_status {
    SG_STATUS_OPEN = 0, /**< "incomplete", "2 units", "or equivalent" */
    SG_STATUS_HELD,
    SG_STATUS_WORKING_TOWARDS,
} sg_title_status;

/** What a title leaves open, of what matters for its kind: bits of `open`. */
typedef enum sg_title_open {
    SG_OPEN_TYPE = 1 << 0,
    SG_OPEN_LEVEL = 1 << 1,
    SG_OPEN_SIZE = 1 << 2,
    SG_OPEN_SUBJECT = 1 << 3,
    SG_OPEN_STATUS = 1 << 4,
    SG_OPEN_COUNT = 1 << 5,
    SG_OPEN_GRADES = 1 << 6,
    SG_OPEN_FULL = 1 << 7,
    SG_OPEN_COUNTRY = 1 << 8,
} sg_title_open;

enum {
    SG_TITLE_OPEN_COUNT = 9,
    SG_TITLE_GRADES_MOST = 12,
    SG_TITLE_NOTES_MOST = 6,
};

/** One title, understood. Strings are borrowed from the list that read it. */
typedef struct sg_title_reading {
    sg_title_type type;
    const char *award; /**< what it is called in full, or NULL */
    sg_title_scale scale;
    char level[8];  /**< as written on that scale: "4", "E3", "E"; or "" */
    sg_rqf rqf_min; /**< what it is worth; SG_RQF_OPEN when not known */
    sg_rqf rqf_max;
    bool level_assumed; /**< no source gives the level of this name */
    sg_title_size size;
    sg_title_full full;
    bool full_assumed;   /**< by custom; the official lists decide */
    const char *subject; /**< sector subject area code, or NULL; a subject
                              from a title is always assumed */
    const char *subject_title;
    sg_title_status status;
    uint32_t count; /**< how many GCSEs, A levels; 0: not said */
    char grades[SG_TITLE_GRADES_MOST][8]; /**< "A*-C", or one for each */
    uint32_t grade_count;
    char number[12];     /**< qualification number, "601/3607/8"; or "" */
    bool number_suspect; /**< its check character does not fit */
    bool several;        /**< it names more than one qualification */
    bool not_a_qualification;
    bool needs_human;      /**< somebody has to look at the certificate */
    uint32_t valid_months; /**< how long such a certificate is good; 0: for
                                ever, or not known */
    uint16_t expires_year; /**< when the words say that it runs out; what they
                                do not say of that day is 0 */
    uint8_t expires_month;
    uint8_t expires_day;
    bool expiry_open; /**< it runs out, but the words do not say when, or
                           not surely */
    uint32_t open;    /**< bits of sg_title_open */
    const char *notes[SG_TITLE_NOTES_MOST]; /**< sentences */
    uint32_t note_count;
    const char *successor; /**< what is awarded now in its place, or NULL */
} sg_title_reading;

typedef struct sg_title {
    const char *text; /**< the words, as they stand in the file */
    uint32_t line;    /**< of the file */
    const sg_title_reading *reading;
} sg_title;

/** A list of titles that has been read. */
typedef struct sg_titles sg_titles;

/**
 * Reads a list: one title on each line, or a CSV (comma, semicolon or tab)
 * whose header has a column named "title". "-" is standard input. Empty lines
 * and cells are left out. Of the options only `data_dirs` (NULL: the usual
 * places) and `problem` are used. SG_INPUT when the list or data/reference/
 * cannot be read; no message quotes a title. Takes time in proportion to the
 * list.
 */
SG_API sg_status sg_titles_new(const char *path,
                               const sg_catalogue_options *options,
                               sg_titles **ret_titles, sg_error *reterr);

/** Frees a list and all that is borrowed from it. Accepts NULL. */
SG_API void sg_titles_free(sg_titles *titles);

SG_API size_t sg_titles_count(const sg_titles *titles);
SG_API sg_title sg_titles_at(const sg_titles *titles, size_t index);

/** The version and the day of the knowledge that was used. */
SG_API const char *sg_titles_version(const sg_titles *titles);
SG_API const char *sg_titles_as_of(const sg_titles *titles);

/** The words used in JSON and text; NULL for what is open or out of range. */
SG_API const char *sg_title_type_word(sg_title_type type);
SG_API const char *sg_title_scale_word(sg_title_scale scale);
SG_API const char *sg_rqf_word(sg_rqf rqf);
SG_API const char *sg_title_size_word(sg_title_size size);
SG_API const char *sg_title_full_word(sg_title_full full);
SG_API const char *sg_title_status_word(sg_title_status status);
SG_API const char *sg_title_open_word(sg_title_open bit);

#ifdef __cplusplus
}
#endif

#endif
