/* SPDX-License-Identifier: MIT */
/**
 * What one version of a framework changes against another, role by role.
 *
 *     puts(revision->sentence);
 *     for (size_t r = 0; r < revision->role_count; r++)
 *         for (size_t c = 0; c < revision->roles[r].change_count; c++)
 *             puts(revision->roles[r].changes[c].sentence);
 *     sg_revision_free(revision);
 *
 * It compares documents and judges nobody. Roles, lines, graded rows and
 * headings are matched by their ids, which are never reused for another one.
 * All strings belong to the result; no framework needs to outlive it.
 */
#ifndef SKILLGAP_REVISION_H
#define SKILLGAP_REVISION_H

#include <stddef.h>

#include "skillgap/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What became of one thing. */
typedef enum sg_revision_kind {
    SG_REVISION_NEW = 0,
    SG_REVISION_DROPPED,
    SG_REVISION_RAISED,    /**< asks more, or was desirable and is essential */
    SG_REVISION_LOWERED,   /**< asks less, or was essential and is desirable */
    SG_REVISION_DIFFERENT, /**< another; nothing tells more from less */
    SG_REVISION_REWORDED,  /**< says the same in other words */
} sg_revision_kind;

/** What it is that changed. */
typedef enum sg_revision_part {
    SG_REVISION_LINE = 0,  /**< of the person specification */
    SG_REVISION_CELL,      /**< what a graded row says of the job itself */
    SG_REVISION_STATEMENT, /**< words under a heading that is not graded */
    SG_REVISION_TITLE,     /**< the role's name */
    SG_REVISION_LEVEL,
    SG_REVISION_GRADE,
    SG_REVISION_REF,   /**< job reference */
    SG_REVISION_OTHER, /**< of kind SG_REVISION_DIFFERENT when it can alter
                            answers, as kinds of work can */
} sg_revision_part;

typedef enum sg_revision_fate {
    SG_ROLE_NEW = 0,
    SG_ROLE_DROPPED,
    SG_ROLE_CHANGED,
} sg_revision_fate;

/** What the changes of one role come to. Its job's graded rows count like
    essential lines. */
typedef enum sg_revision_effect {
    SG_EFFECT_MORE = 0,  /**< something is new or raised, nothing the reverse */
    SG_EFFECT_LESS,      /**< something is dropped or lowered, nothing the
                              reverse */
    SG_EFFECT_OTHERWISE, /**< both, or it cannot be told */
    SG_EFFECT_DESIRABLE, /**< of what is asked, only desirable lines changed */
    SG_EFFECT_NONE,      /**< what is asked is the same */
} sg_revision_effect;

typedef struct sg_revision_change {
    sg_revision_part part;
    sg_revision_kind kind;
    const char *id;       /**< of the line, row, heading or family, or NULL */
    const char *section;  /**< heading it stands under, or NULL */
    const char *what;     /**< the line in words, the row, or "grade" */
    const char *from;     /**< what the older version says, or NULL */
    const char *to;       /**< what the newer version says, or NULL */
    bool from_essential;  /**< of a line: else it was desirable, or not there */
    bool to_essential;    /**< of a line: else it is desirable, or not there */
    const char *sentence; /**< up to three short ones: all of the above */
} sg_revision_change;

typedef struct sg_revision_role {
    const char *id;
    const char *title; /**< the newer one; the older one of a dropped role */
    sg_revision_fate fate;
    sg_revision_effect effect; /**< SG_EFFECT_NONE unless it is changed */
    const sg_revision_change *changes; /**< about the role, its lines, rows and
                                            headings; none unless it is
                                            changed */
    size_t change_count;
    const char *sentence;
} sg_revision_role;

/** How many roles. */
typedef struct sg_revision_counts {
    uint32_t added;
    uint32_t dropped;
    uint32_t changed;                     /**< the sum of `effects` */
    uint32_t same;                        /**< nothing about them changed */
    uint32_t effects[SG_EFFECT_NONE + 1]; /**< indexed by sg_revision_effect */
} sg_revision_counts;

typedef struct sg_revision {
    const char *framework; /**< id */
    const char *older;     /**< version, or NULL: the newer one is the first */
    const char *newer;     /**< version, or NULL: the framework is withdrawn */
    const sg_revision_role *roles; /**< all but those that are the same: in the
                                        newer version's order, then what is
                                        dropped in the older one's */
    size_t role_count;
    const sg_revision_change *notes; /**< what stands outside the roles: the
                                          council, families, kinds of work,
                                          level words, scales */
    size_t note_count;
    sg_revision_counts counts;
    const char *sentence; /**< all of it in one, below 400 bytes */
} sg_revision;

/** Accepts NULL. */
SG_API void sg_revision_free(sg_revision *revision);

/** The words used in JSON and text; "?" for a value out of range. */
SG_API const char *sg_revision_kind_word(sg_revision_kind kind);
SG_API const char *sg_revision_part_word(sg_revision_part part);
SG_API const char *sg_revision_fate_word(sg_revision_fate fate);
SG_API const char *sg_revision_effect_word(sg_revision_effect effect);

#ifdef __cplusplus
}
#endif

#endif
