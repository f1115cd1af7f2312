/* SPDX-License-Identifier: MIT */
/* The one door to jansson for writing: building a JSON value and printing it.
 *
 *     struct maker maker = {0};
 *     json_t *root = maker_object(&maker);
 *     maker_put_text(&maker, root, "id", role->id);
 *     char *text = maker_print(&maker, root, MAKER_INDENTED);
 *
 * A failure is remembered, so that it is checked once, at the end. Members
 * keep the order in which they were put: same input, same bytes. */
#ifndef WRITE_MAKER_H
#define WRITE_MAKER_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct maker {
    bool failed; /* memory ran out */
};

enum maker_layout { MAKER_INDENTED, MAKER_ONE_LINE };

json_t *maker_object(struct maker *maker);
json_t *maker_array(struct maker *maker);

/* A string; null for NULL. Bytes that are no UTF-8 become U+FFFD. */
json_t *maker_text(struct maker *maker, const char *text);
json_t *maker_texts(struct maker *maker, const char *const *texts,
                    size_t count);

/* A count, or null when it is 0 and 0 stands for "there is none". */
json_t *maker_number(struct maker *maker, int64_t number);
json_t *maker_decimal(struct maker *maker, double number);
json_t *maker_number_or_null(struct maker *maker, uint32_t number);

/* These take `value` over, also when they fail. */
void maker_put(struct maker *maker, json_t *object, const char *key,
               json_t *value);
void maker_add(struct maker *maker, json_t *array, json_t *value);

void maker_put_text(struct maker *maker, json_t *object, const char *key,
                    const char *text);
void maker_put_number(struct maker *maker, json_t *object, const char *key,
                      int64_t number);
void maker_put_flag(struct maker *maker, json_t *object, const char *key,
                    bool flag);

/* The whole text with a newline, to be free()d; NULL after any failure. Only
 * ASCII is written, the rest as \u escapes: the same bytes in every locale,
 * and nothing that a terminal would act on. Takes `root` over. */
char *maker_print(struct maker *maker, json_t *root, enum maker_layout layout);

#endif
