/* SPDX-License-Identifier: MIT */
/* Tables of titles in tests/titles/, and the knowledge to read them with. */
#include "title_table.h"

#include "base/file.h"
#include "base/limits.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS_MOST = 200000 };

/* Cuts one cell off and moves *text behind its separator. */
static char *cut_cell(char **text, char separator, bool *ret_last)
{
    char *cell = *text, *out = cell, *at = cell;
    const bool quoted = separator == ',' && *at == '"';
    at += quoted;
    while (*at && *at != '\n' && (quoted || *at != separator)) {
        if (quoted && *at == '"' && *++at != '"')
            break;
        *out++ = *at++;
    }
    *ret_last = *at == '\n' || *at == '\0';
    *text = *at ? at + 1 : at;
    *out = '\0';
    return cell;
}

static char *read_text(struct arena *arena, const char *name)
{
    const char *top = getenv("SKILLGAP_TEST_SOURCE");
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error error = {0};
    const char *path =
        arena_printf(arena, "%s/tests/%s", top ? top : ".", name);
    cr_assert_eq(file_read(path, &bytes, &error), SG_OK, "%s: %s", path,
                 error.message);
    char *text = arena_strndup(arena, bytes.data, bytes.size);
    buffer_done(&bytes);
    return text;
}

struct table table_read(const char *name, char separator)
{
    struct table table = {0};
    char *text = read_text(&table.arena, name);
    size_t count = 0;
    table.cells = arena_array(&table.arena, CELLS_MOST, sizeof(*table.cells));
    while (*text) {
        bool last = false;
        cr_assert_lt(count, CELLS_MOST);
        table.cells[count++] = cut_cell(&text, separator, &last);
        if (last && table.columns == 0)
            table.columns = count;
        if (last)
            cr_assert_eq(count % table.columns, 0, "%s: row %zu is ragged",
                         name, count / table.columns + 1);
    }
    table.rows = count / table.columns - 1;
    return table;
}

void table_free(struct table *table)
{
    arena_done(&table->arena);
}

const char *table_cell(const struct table *table, size_t row,
                       const char *column)
{
    for (size_t i = 0; i < table->columns; i++)
        if (strcmp(table->cells[i], column) == 0)
            return table->cells[(row + 1) * table->columns + i];
    cr_assert_fail("no column %s", column);
    return "";
}

struct quals *table_quals(void)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    sg_error error = {0};
    const sg_status status =
        read_quals(support_data(), reference, &quals, &error);
    reference_free(reference);
    cr_assert_eq(status, SG_OK, "%s: %s %s", error.file, error.pointer,
                 error.message);
    return quals;
}

static const char *or_dash(const char *text)
{
    return text && *text ? text : "-";
}

static const char *open_cell(const struct sg_title_reading *reading)
{
    static char text[128];
    text[0] = '\0';
    for (unsigned i = 0; i < SG_TITLE_OPEN_COUNT; i++)
        if ((reading->open & (1u << i)) != 0) {
            strcat(text, text[0] ? "," : "");
            strcat(text, sg_title_open_word((sg_title_open)(1u << i)));
        }
    return or_dash(text);
}

const char *reading_cell(const struct sg_title_reading *reading,
                         const char *column)
{
    static char count[16];
    snprintf(count, sizeof(count), "%u", (unsigned)reading->count);
    const struct {
        const char *column;
        const char *text;
    } cells[] = {
        {"type", sg_title_type_word(reading->type)},
        {"scale", sg_title_scale_word(reading->scale)},
        {"level", reading->level},
        {"rqf_min", sg_rqf_word(reading->rqf_min)},
        {"rqf_max", sg_rqf_word(reading->rqf_max)},
        {"size", sg_title_size_word(reading->size)},
        {"subject", reading->subject},
        {"status", sg_title_status_word(reading->status)},
        {"count", reading->count > 0 ? count : NULL},
        {"number", reading->number},
        {"full_level", sg_title_full_word(reading->full)},
        {"open", open_cell(reading)},
    };
    for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
        if (strcmp(cells[i].column, column) == 0)
            return or_dash(cells[i].text);
    cr_assert_fail("no column %s", column);
    return "";
}
