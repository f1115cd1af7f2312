/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as CSV files, one for each table. */
#include "write/csv.h"
#include "base/fault.h"
#include "base/save.h"
#include "report/needs/table.h"
#include "skillgap/report.h"

static void put_cell(struct csv_writer *csv, const struct needs_cell *cell)
{
    switch (cell->kind) {
    case CELL_TEXT:
        csv_put_text(csv, cell->text);
        break;
    case CELL_NUMBER:
        csv_put_number(csv, (int64_t)cell->number);
        break;
    case CELL_POUNDS:
        csv_put_pounds(csv, cell->number);
        break;
    case CELL_HIDDEN: /* its row says so in the column "suppressed" */
    case CELL_EMPTY:
        csv_put_text(csv, NULL);
        break;
    }
}

/* Texts are kept no longer than their row: there may be very many. */
static void write_row(struct csv_writer *csv, const sg_needs *needs,
                      const struct needs_table *table, size_t row)
{
    struct arena arena = {0};
    const struct needs_view view = {needs, &arena};
    for (size_t i = 0; i < table->column_count; i++) {
        const struct needs_cell cell = needs_table_cell(&view, table, row, i);
        put_cell(csv, &cell);
    }
    csv_put_end(csv);
    csv->out->failed |= arena.failed;
    arena_done(&arena);
}

static void write_table(struct buffer *bytes, const sg_needs *needs,
                        const struct needs_table *table)
{
    struct csv_writer csv;
    const size_t rows = table->rows(needs);
    csv_writer_begin(&csv, bytes);
    for (size_t i = 0; i < table->column_count; i++)
        csv_put_text(&csv, table->columns[i].name);
    csv_put_end(&csv);
    for (size_t row = 0; row < rows; row++)
        if (needs_table_told(table, needs, row))
            write_row(&csv, needs, table, row);
}

static sg_status save_table(const sg_needs *needs,
                            const struct needs_table *table, const char *folder,
                            enum save_mode mode, sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer bytes = {0};
    write_table(&bytes, needs, table);
    const char *path = arena_printf(&arena, "%s/%s", folder, table->file);
    sg_status status = SG_OK;
    if (arena.failed || bytes.failed)
        status = fault_memory(reterr);
    else
        status = save_file(path, bytes.data, bytes.size, mode, reterr);
    buffer_done(&bytes);
    arena_done(&arena);
    return status;
}

sg_status sg_report_needs_csv(const sg_needs *needs, const char *folder,
                              sg_error *reterr)
{
    const enum save_mode mode = needs->internal ? SAVE_PRIVATE : SAVE_PUBLIC;
    sg_status status = save_folder(folder, mode, reterr);
    for (int i = 0; status == SG_OK && i < TABLES; i++)
        status = save_table(needs, needs_table_at(i), folder, mode, reterr);
    return status;
}
