/* SPDX-License-Identifier: MIT */
/* Small frameworks for tests. */
#include "small.h"

#include <stdio.h>

const char *small_framework(const char *low_essential,
                            const char *low_desirable,
                            const char *high_essential,
                            const char *high_desirable)
{
    static char text[65536];

    snprintf(
        text, sizeof text,
        "{\"format\":\"skillgap-framework/1\",\"id\":\"t\",\"version\":\"1\","
        "\"as_of\":\"2026-01-01\",\"council\":{\"name\":\"Test\"},"
        "\"documents\":[{\"id\":\"d\",\"title\":\"Document\"}],"
        "\"word_orders\":[[\"basic\",\"appropriate\"]],"
        "\"areas\":[{\"id\":\"office\",\"title\":\"office work\"}],"
        "\"sections\":[{\"id\":\"s\",\"title\":\"Specification\","
        "\"kind\":\"specification\"}],"
        "\"families\":[{\"id\":\"f\",\"title\":\"Family\",\"document\":\"d\","
        "\"areas\":[\"office\"],\"roles\":["
        "{\"id\":\"t/low\",\"title\":\"Low\",\"level\":\"1\",\"rank\":1,"
        "\"areas\":[\"office\"],\"specification\":{\"section\":\"s\","
        "\"essential\":[%s],\"desirable\":[%s]}},"
        "{\"id\":\"t/high\",\"title\":\"High\",\"level\":\"2\",\"rank\":2,"
        "\"areas\":[\"office\"],\"specification\":{\"section\":\"s\","
        "\"essential\":[%s],\"desirable\":[%s]}}]}]}",
        low_essential, low_desirable, high_essential, high_desirable);
    return text;
}
