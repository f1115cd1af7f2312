/* SPDX-License-Identifier: MIT */
/**
 * What stopped an operation, or what is wrong with an input.
 *
 *     sg_error error = {0};
 *     if (sg_catalogue_open(&options, &catalogue, &error) != SG_OK)
 *         fprintf(stderr, "%s\n", error.message);
 *
 * An error has a fixed size, so that reporting one cannot fail. It never
 * quotes anything that is written about a person.
 */
#ifndef SKILLGAP_ERROR_H
#define SKILLGAP_ERROR_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SG_API __attribute__((visibility("default")))
#else
#define SG_API
#endif

/** The outcome of an operation. The numbers are the program's exit codes. */
typedef enum sg_status {
    SG_OK = 0,
    SG_USAGE = 2,     /**< the request itself is wrong */
    SG_INPUT = 3,     /**< bad input, a missing input file included */
    SG_NETWORK = 4,   /**< the network did not answer as it should */
    SG_TRUST = 5,     /**< a signature, a serial or an expiry date */
    SG_STORAGE = 6,   /**< disk, permissions or memory */
    SG_PLUGIN = 7,    /**< a plugin cannot be used */
    SG_NOT_FOUND = 8, /**< no role, council, framework or feed of that name */
} sg_status;

/** One problem. Unused places are "" or 0. */
typedef struct sg_error {
    sg_status status;
    bool warning;      /**< true: said for information, nothing stopped */
    char reason[32];   /**< a stable word for programs: "syntax", "nesting" */
    char file[512];    /**< the file's name as given */
    uint32_t line;     /**< from 1; 0 when unknown */
    uint32_t column;   /**< from 1; 0 when unknown */
    bool has_pointer;  /**< the place is known: "" is then the whole file */
    char pointer[256]; /**< JSON pointer (RFC 6901) of the place */
    char message[640]; /**< one sentence with the remedy, UTF-8, no newline */
} sg_error;

/** Receives each problem of an input, in the order of the input. */
typedef void (*sg_problem_fn)(const sg_error *problem, void *user);

#ifdef __cplusplus
}
#endif

#endif
