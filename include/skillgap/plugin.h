/* SPDX-License-Identifier: MIT */
/**
 * The boundary between skillgap and a council's plugin: the only header that
 * a plugin includes.
 *
 *     static const char *const councils[] = {"county", NULL};
 *     static const sg_plugin plugin = {
 *         .abi = SG_PLUGIN_ABI,
 *         .size = sizeof(sg_plugin),
 *         .id = "county",
 *         .version = "1",
 *         .councils = councils,
 *     };
 *     SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
 *     {
 *         (void)host_abi;
 *         return &plugin;
 *     }
 *
 * Rules of the boundary
 * - One exported function, skillgap_plugin(). It returns a constant that lives
 *   as long as the program; a plugin is never unloaded.
 * - Structures only ever grow at their end. Read a structure that the host
 *   passes only as far as its `size` says; the host does the same with yours.
 * - The same major number, and a plugin's minor not above the host's.
 * - No memory crosses to be freed on the other side. Strings are UTF-8 and,
 *   when a plugin returns them, constants.
 * - Functions keep no state and may be called from several threads.
 * - A plugin reads its council's own words. It may settle what the engine
 *   leaves at "ask"; it cannot overturn "met" or "unmet".
 */
#ifndef SKILLGAP_PLUGIN_H
#define SKILLGAP_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SG_PLUGIN_ABI_MAJOR 1u
#define SG_PLUGIN_ABI_MINOR 0u
#define SG_PLUGIN_ABI ((SG_PLUGIN_ABI_MAJOR << 16) | SG_PLUGIN_ABI_MINOR)

/** The name of the one exported function. */
#define SG_PLUGIN_ENTRY "skillgap_plugin"

#if defined(__GNUC__)
#define SG_PLUGIN_EXPORT __attribute__((visibility("default")))
#else
#define SG_PLUGIN_EXPORT
#endif

/** A role as the framework publishes it. Strings are NULL where it is silent.
 */
typedef struct sg_plugin_role {
    uint32_t size;
    const char *id;     /**< "county/administrator-1" */
    const char *family; /**< family id */
    const char *title;
    const char *level;
    const char *grade;
    uint32_t rank;            /**< place in the family from 1 */
    uint32_t grade_rank;      /**< place among the grades; 0: none */
    uint32_t next_grade_rank; /**< next higher grade that any role of the
                                   framework has; 0: none */
} sg_plugin_role;

/** The words of an experience requirement. */
typedef struct sg_plugin_experience {
    uint32_t size;
    const sg_plugin_role *target; /**< the role that asks */
    const char *word;             /**< "proven"; NULL when there is none */
    const char *criterion;        /**< id from the shared list */
    uint32_t equivalent_level;    /**< RQF level for which experience is to be
                                       equivalent; 0: it is not of that kind */
} sg_plugin_experience;

typedef struct sg_plugin_months {
    uint32_t months;    /**< calendar months that the words ask for, from 1 */
    uint32_t assumed;   /**< 1 when no source of the council says so */
    const char *reason; /**< a few words for brackets: who says so */
} sg_plugin_months;

/** How one moves from one role to another. */
typedef struct sg_plugin_move {
    const char *kind; /**< career-grade linked-grade vacancy apply unknown */
    uint32_t assumed; /**< 1 when no document of the council says so */
    const char *text; /**< one or two sentences for the employee */
} sg_plugin_move;

enum sg_plugin_answer {
    SG_PLUGIN_NO_OPINION = -1,
    SG_PLUGIN_UNMET = 0,
    SG_PLUGIN_ASK = 1,
    SG_PLUGIN_MET = 2,
};

enum sg_plugin_relevance {
    SG_PLUGIN_RELEVANCE_UNKNOWN = -1,
    SG_PLUGIN_NOT_RELEVANT = 0,
    SG_PLUGIN_RELEVANT = 1,
};

/** A line that the engine has left at "ask". */
typedef struct sg_plugin_line {
    uint32_t size;
    const sg_plugin_role *from; /**< NULL without a current role */
    const sg_plugin_role *target;
    const char *line;      /**< the line's id */
    const char *criterion; /**< of its first leaf */
    uint32_t essential;    /**< 1: essential, 0: desirable */
    int32_t months;        /**< in the current role; -1: not known */
} sg_plugin_line;

typedef struct sg_plugin_opinion {
    int32_t verdict;    /**< enum sg_plugin_answer */
    const char *reason; /**< one sentence that names the council's own rule */
} sg_plugin_opinion;

/**
 * What a plugin offers. Everything after `councils` may be NULL. The first two
 * members never move: they are read before any other.
 */
typedef struct sg_plugin {
    uint32_t abi;  /**< SG_PLUGIN_ABI at the plugin's build */
    uint32_t size; /**< sizeof(sg_plugin) at the plugin's build */
    const char *id;
    const char *version;
    const char *const *councils; /**< framework ids, then NULL */

    /** What experience words mean. Returns 1 with *months filled, or 0 when
        the plugin does not know the words. */
    int32_t (*experience_months)(const sg_plugin_experience *experience,
                                 sg_plugin_months *months);

    /** Whether a sector subject area ("15.2") is a relevant subject for a
        family: enum sg_plugin_relevance. */
    int32_t (*subject_relevance)(const char *family, const char *subject_area);

    /** Whether one moves straight from one role to another. Returns 1 with
     *move filled, or 0 when there is no such move. */
    int32_t (*move)(const sg_plugin_role *from, const sg_plugin_role *to,
                    sg_plugin_move *move);

    /** An opinion on a line that the engine has left at "ask". Returns 1 with
     *opinion filled, or 0 for none. */
    int32_t (*opinion)(const sg_plugin_line *line, sg_plugin_opinion *opinion);
} sg_plugin;

/** The one exported function's type. `host_abi` is the host's SG_PLUGIN_ABI. */
typedef const sg_plugin *(*sg_plugin_entry)(uint32_t host_abi);

#ifdef __cplusplus
}
#endif

#endif
