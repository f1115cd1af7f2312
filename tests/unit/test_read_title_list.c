/* SPDX-License-Identifier: MIT */
/* Lists of titles: lines, CSV in its three kinds, and what is refused. */
#include "read/title_list.h"
#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
    const char *text;
    const char *titles; /* with "|" between them */
    uint32_t last_line;
    uint32_t warnings;
    const char *reason;
} lists[] = {
    {"NVQ 3\nECDL\n", "NVQ 3|ECDL", 2, 0, "one on each line"},
    {"NVQ 3", "NVQ 3", 1, 0, "no newline at the end"},
    {"\xEF\xBB\xBFNVQ 3\r\n\r\n  ECDL \r\n", "NVQ 3|ECDL", 3, 0,
     "byte order mark, CRLF, spaces"},
    {"GCSE English, Maths\n", "GCSE English, Maths", 1, 0,
     "a comma alone is no CSV"},
    {"\"O\" levels\n", "\"O\" levels", 1, 0, "quotes stay in a plain list"},
    {"id,title\n1,NVQ 3\n2,\"GCSE, \"\"C\"\"\"\n", "NVQ 3|GCSE, \"C\"", 3, 0,
     "commas"},
    {"Title;id\nNVQ 3;1\n", "NVQ 3", 2, 0, "semicolons, any case"},
    {"id\ttitle\t\n1\tNVQ 3\t\n", "NVQ 3", 2, 0, "tabs"},
    {"title\nNVQ 3\n", "NVQ 3", 2, 0, "a single column"},
    {"\"id\",\"title\"\n\"1\",\"NVQ\n3\"\n2,ECDL\n", "NVQ\n3|ECDL", 4, 0,
     "a line end in quotes"},
    {"id,title\n1\n\n2,ECDL\n", "ECDL", 4, 1, "a short row is told"},
    {"id,title\n1,\n2,ECDL\n", "ECDL", 3, 0, "an empty cell is left out"},
    {"caf\xE9 \x93x\x94\n", "caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D", 1, 1,
     "Windows text"},
    {"\xEF\xBB\xBF", "", 0, 0, "only a byte order mark"},
};

Test(title_list, each_list_gives_its_titles_and_their_lines)
{
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        struct buffer bytes = support_bytes(lists[i].text);
        struct problem_sink sink = {0};
        struct title_list list = {0};
        char titles[256] = "";
        sg_error error = {0};
        cr_expect_eq(read_title_list(&bytes, "list", &sink, &list, &error),
                     SG_OK, "%s: %s", lists[i].reason, error.message);
        for (size_t t = 0; t < list.count; t++) {
            strcat(titles, t > 0 ? "|" : "");
            strcat(titles, list.titles[t].text);
        }
        cr_expect_str_eq(titles, lists[i].titles, "%s", lists[i].reason);
        if (list.count > 0)
            cr_expect_eq(list.titles[list.count - 1].line, lists[i].last_line,
                         "%s", lists[i].reason);
        cr_expect_eq(sink.warnings, lists[i].warnings, "%s", lists[i].reason);
        title_list_done(&list);
        buffer_done(&bytes);
    }
}

static const struct {
    const char *bytes;
    size_t size;
    const char *reason;
    uint32_t line;
} refused[] = {
    {"", 0, "empty", 0},
    {"\xFF\xFEN\0", 4, "encoding", 1},
    {"NVQ\0"
     "3",
     5, "encoding", 0},
    {"PK\x03\x04zip", 7, "syntax", 0},
    {"title\nECDL\n\"NVQ 3\nECDL\n", 23, "syntax", 3},
};

Test(title_list, what_is_no_list_is_refused_without_a_word_of_it)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct buffer bytes = {0};
        struct problem_sink sink = {0};
        struct title_list list = {0};
        sg_error error = {0};
        buffer_add(&bytes, refused[i].bytes, refused[i].size);
        cr_expect_eq(read_title_list(&bytes, "list", &sink, &list, &error),
                     SG_INPUT, "row %zu", i);
        cr_expect_str_eq(error.reason, refused[i].reason, "row %zu", i);
        cr_expect_eq(error.line, refused[i].line, "row %zu", i);
        cr_expect_null(strstr(error.message, "NVQ"), "row %zu", i);
        title_list_done(&list);
        buffer_done(&bytes);
    }
}
