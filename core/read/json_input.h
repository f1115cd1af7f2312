/* SPDX-License-Identifier: MIT */
/* The text that is being read, and saying what is wrong with it.
 *
 *     if (empty)
 *         return json_refuse(input, 0, "empty", "This file is empty; ...");
 *
 * Messages never quote the text: it may be about a person. */
#ifndef READ_JSON_INPUT_H
#define READ_JSON_INPUT_H

#include "skillgap/error.h"

#include <jansson.h>

/* The text behind a byte order mark, and where problems go. */
struct json_input {
    const char *bytes;
    size_t size;
    const char *file;
    sg_error *reterr;
};

/* Says what is wrong at a byte of the input: SG_INPUT. */
sg_status json_refuse(const struct json_input *input, size_t at,
                      const char *reason, const char *message);

/* Says in our own words what jansson said; SG_STORAGE when nothing is wrong
 * with the text and so memory ran out. */
sg_status json_explain(const struct json_input *input,
                       const json_error_t *error);

/* Whether each string of a value is the one in the text, which jansson does not
 * ensure when memory is short. One pass over the text. */
bool json_same(const struct json_input *input, json_t *value);

bool json_begins_with(const char *text, size_t size, const char *word);

#endif
