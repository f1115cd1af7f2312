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

static struct csv_cell cell_between(char *begin, char *end, bool *spaced)
{
    const char *old_begin = begin, *old_end = end;
    while (begin < end && is_space(*begin))
        begin++;
    while (begin < end && is_space(end[-1]))
        end--;
    *spaced |= begin != old_begin || end != old_end;
    *end = '\0';
    return (struct csv_cell){.text = begin, .size = (size_t)(end - begin)};
}

uint32_t csv_cut(char *line, char *end, char separator, struct csv_cell *cells,
                 uint32_t room, bool *ret_spaced)
{
    uint32_t count = 0;
    *ret_spaced = false;
    for (char *at = line; at; count++) {
        char *behind = memchr(at, separator, (size_t)(end - at));
        if (count < room)
            cells[count] = cell_between(at, behind ? behind : end, ret_spaced);
        at = behind ? behind + 1 : NULL;
    }
    return count;
}
