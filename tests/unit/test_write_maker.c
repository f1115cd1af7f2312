/* SPDX-License-Identifier: MIT */
/* Writing JSON. */
#include <criterion/criterion.h>

#include "write/maker.h"

#include <stdlib.h>
#include <string.h>

static char *printed(const char *words)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    maker_put_text(&maker, root, "zulu", words);
    maker_put_flag(&maker, root, "alpha", true);
    char *text = maker_print(&maker, root, MAKER_ONE_LINE);
    cr_assert_not_null(text);
    return text;
}

static const struct {
    const char *words;
    const char *json;
    const char *why;
} texts[] = {
    {"plain", "{\"zulu\":\"plain\",\"alpha\":true}\n",
     "members keep the order in which they were put"},
    {NULL, "{\"zulu\":null,\"alpha\":true}\n", "no text is null"},
    {"", "{\"zulu\":\"\",\"alpha\":true}\n", "an empty text is a text"},
    {"caf\xC3\xA9", "{\"zulu\":\"caf\\u00E9\",\"alpha\":true}\n",
     "only ASCII is written"},
    {"\033[0m", "{\"zulu\":\"\\u001B[0m\",\"alpha\":true}\n",
     "control characters are escaped"},
    {"a\xFF"
     "b",
     "{\"zulu\":\"a\\uFFFDb\",\"alpha\":true}\n",
     "a byte that is no UTF-8 does not cost the report"},
};

Test(report, json_is_ascii_in_the_order_in_which_it_was_put)
{
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char *text = printed(texts[i].words);
        cr_expect_str_eq(text, texts[i].json, "%s: %s", texts[i].why, text);
        free(text);
    }
}

Test(report, a_failed_maker_prints_nothing)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    maker_put(&maker, root, "gone", NULL);
    cr_expect(maker.failed);
    cr_expect_null(maker_print(&maker, root, MAKER_INDENTED));
}

Test(report, a_count_of_nothing_can_be_null)
{
    struct maker maker = {0};
    json_t *none = maker_number_or_null(&maker, 0);
    json_t *some = maker_number_or_null(&maker, 4000000000u);
    cr_expect(json_is_null(none));
    cr_expect_eq(json_integer_value(some), 4000000000);
    json_decref(none);
    json_decref(some);
}
