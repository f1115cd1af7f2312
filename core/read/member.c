/* SPDX-License-Identifier: MIT */
/* Members of a JSON object that has been checked already. */
#include "read/member.h"

#include <string.h>

const char *member_text(struct arena *arena, const json_t *object,
                        const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_strdup(arena, text) : NULL;
}

struct date member_date(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    struct date date = {0};
    if (text)
        date_read(text, &date);
    return date;
}

int member_word(const json_t *object, const char *key, const char *const *words)
{
    const char *text = json_string_value(json_object_get(object, key));
    for (int i = 0; text && words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    return -1;
}

uint32_t member_number(const json_t *object, const char *key)
{
    return (uint32_t)json_number_value(json_object_get(object, key));
}
