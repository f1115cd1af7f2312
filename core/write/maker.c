/* SPDX-License-Identifier: MIT */
/* Building JSON with jansson; a failure is kept until the end. */
#include "write/maker.h"

#include "base/buffer.h"
#include "base/text.h"

#include <string.h>

static json_t *kept(struct maker *maker, json_t *value)
{
    if (value == NULL)
        maker->failed = true;
    return value;
}

json_t *maker_object(struct maker *maker)
{
    return kept(maker, json_object());
}

json_t *maker_array(struct maker *maker)
{
    return kept(maker, json_array());
}

/* Copies `text` with U+FFFD for whatever is no UTF-8: a file's name may hold
 * any byte, and one odd name must not cost the whole report. */
static json_t *repaired(const char *text)
{
    struct buffer good = {0};
    json_t *value = NULL;
    while (*text != '\0') {
        const char *start = text;
        (void)text_next(&text);
        size_t size = (size_t)(text - start);
        if (text_is_utf8(start, size))
            buffer_add(&good, start, size);
        else
            buffer_puts(&good, "\xEF\xBF\xBD");
    }
    if (!good.failed && good.data != NULL)
        value = json_string(good.data);
    buffer_done(&good);
    return value;
}

json_t *maker_text(struct maker *maker, const char *text)
{
    if (text == NULL)
        return json_null();
    if (!text_is_utf8(text, strlen(text)))
        return kept(maker, repaired(text));
    return kept(maker, json_string_nocheck(text));
}

json_t *maker_texts(struct maker *maker, const char *const *texts, size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, array, maker_text(maker, texts[i]));
    return array;
}

json_t *maker_number(struct maker *maker, int64_t number)
{
    return kept(maker, json_integer(number));
}

json_t *maker_decimal(struct maker *maker, double number)
{
    const int64_t whole = (int64_t)number;
    return (double)whole == number ? maker_number(maker, whole)
                                   : kept(maker, json_real(number));
}

json_t *maker_number_or_null(struct maker *maker, uint32_t number)
{
    return number == 0 ? json_null() : maker_number(maker, number);
}

void maker_put(struct maker *maker, json_t *object, const char *key,
               json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        maker->failed = true;
}

void maker_add(struct maker *maker, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        maker->failed = true;
}

void maker_put_text(struct maker *maker, json_t *object, const char *key,
                    const char *text)
{
    maker_put(maker, object, key, maker_text(maker, text));
}

void maker_put_number(struct maker *maker, json_t *object, const char *key,
                      int64_t number)
{
    maker_put(maker, object, key, maker_number(maker, number));
}

void maker_put_flag(struct maker *maker, json_t *object, const char *key,
                    bool flag)
{
    maker_put(maker, object, key, json_boolean(flag));
}

/* As many as a float of the data has, and no digit that it does not. */
enum { DECIMAL_DIGITS = 6 };

static int to_buffer(const char *bytes, size_t count, void *user)
{
    struct buffer *out = user;
    buffer_add(out, bytes, count);
    return out->failed ? -1 : 0;
}

char *maker_print(struct maker *maker, json_t *root, enum maker_layout layout)
{
    struct buffer out = {0};
    size_t flags = JSON_ENSURE_ASCII | JSON_REAL_PRECISION(DECIMAL_DIGITS);
    flags |= layout == MAKER_INDENTED ? JSON_INDENT(2) : JSON_COMPACT;
    if (!maker->failed && json_dump_callback(root, to_buffer, &out, flags) != 0)
        maker->failed = true;
    buffer_puts(&out, "\n");
    json_decref(root);
    if (maker->failed) {
        buffer_done(&out);
        return NULL;
    }
    return buffer_take(&out);
}
