/* SPDX-License-Identifier: MIT */
/* Rows of a CSV file that have no quotation mark. */
#include "read/csv_plain.h"

#include <string.h>

bool csv_is_plain(const char *line, const char *end)
{
    return !memchr(line, '"', (size_t)(end - line));
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Both are seldom: most cells begin and end with something. */
static struct csv_cell without_spaces(char *begin, char *end)
{
    while (begin < end && is_space(*begin))
        begin++;
    while (begin < end && is_space(end[-1]))
        end--;
    *end = '\0';
    return (struct csv_cell){.text = begin, .size = (size_t)(end - begin)};
}

uint32_t csv_cut(char *line, char *end, char separator, struct csv_cell *cells,
                 uint32_t room, bool *ret_spaced)
{
    uint32_t count = 0;
    bool spaced = false;
    for (char *at = line; at; count++) {
        char *behind = memchr(at, separator, (size_t)(end - at));
        char *stop = behind ? behind : end;
        if (count < room) {
            cells[count] =
                (struct csv_cell){.text = at, .size = (size_t)(stop - at)};
            if (at < stop && (is_space(*at) || is_space(stop[-1]))) {
                cells[count] = without_spaces(at, stop);
                spaced = true;
            }
            *stop = '\0';
        }
        at = behind ? behind + 1 : NULL;
    }
    *ret_spaced = spaced;
    return count;
}
