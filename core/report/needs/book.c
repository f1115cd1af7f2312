/* SPDX-License-Identifier: MIT */
/* Writing a workbook with libxlsxwriter. */
#include "report/needs/book.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/text.h"
#include "report/needs/inside.h"

#include <stdlib.h>
#include <string.h>

enum {
    DAY_SECONDS = 24 * 60 * 60,
    PAPER_A4 = 9,
    TEXT_MOST = 32767,       /* of a cell, as UTF-16 counts */
    ROWS_MOST = 1024 * 1024, /* of a sheet */
    CELL_BYTES = 48,         /* of a cell's XML, about */
    BOOK_BYTES = 64 * 1024,  /* of a workbook without cells */
    ROOM_MOST = 8 * 1024 * 1024,
    WIDTH_LEAST = 8,      /* of a column, in digits */
    BEYOND_BMP = 0x10000, /* takes two units of UTF-16 */
    COLOR_INK = 0x1A1A1A,
    COLOR_QUIET = 0x595959, /* 7 : 1 on white */
    COLOR_HEAD = 0xDCE6F1,
    COLOR_RULE = 0x7F7F7F,
    COLOR_BANNER = 0x9C0006, /* 9 : 1 on white */
    LINE_POINTS = 15,        /* of a row */
    ROW_POINTS_MOST = 409,
};

#define CUT_NOTE " [cut here: a cell holds no more]"

/* ---- looks ---- */

struct look {
    double size; /* of the letters; 0: the usual */
    bool bold, wrap, rule, up, indent;
    uint32_t color, ground; /* 0: the usual */
    uint8_t align, high;
    const char *number;
};

static const struct look looks[LOOKS] = {
    [LOOK_TITLE] = {.size = 16, .bold = true},
    [LOOK_BANNER] = {.size = 12, .bold = true, .color = COLOR_BANNER},
    [LOOK_NOTE] = {.color = COLOR_QUIET},
    [LOOK_HEADING] = {.size = 13, .bold = true},
    [LOOK_HEAD] = {.bold = true,
                   .wrap = true,
                   .rule = true,
                   .indent = true,
                   .ground = COLOR_HEAD,
                   .high = LXW_ALIGN_VERTICAL_BOTTOM},
    [LOOK_HEAD_NUMBER] = {.bold = true,
                          .wrap = true,
                          .rule = true,
                          .ground = COLOR_HEAD,
                          .align = LXW_ALIGN_RIGHT,
                          .high = LXW_ALIGN_VERTICAL_BOTTOM},
    [LOOK_HEAD_UP] = {.bold = true,
                      .wrap = true,
                      .rule = true,
                      .up = true,
                      .ground = COLOR_HEAD,
                      .high = LXW_ALIGN_VERTICAL_BOTTOM},
    [LOOK_TEXT] = {.wrap = true,
                   .indent = true,
                   .high = LXW_ALIGN_VERTICAL_TOP},
    [LOOK_STRONG] = {.wrap = true,
                     .indent = true,
                     .bold = true,
                     .high = LXW_ALIGN_VERTICAL_TOP},
    [LOOK_NUMBER] = {.number = "#,##0",
                     .align = LXW_ALIGN_RIGHT,
                     .high = LXW_ALIGN_VERTICAL_TOP},
    [LOOK_POUNDS] = {.number = "[$\u00a3-809]#,##0.00",
                     .align = LXW_ALIGN_RIGHT,
                     .high = LXW_ALIGN_VERTICAL_TOP},
    [LOOK_HIDDEN] = {.align = LXW_ALIGN_RIGHT, .high = LXW_ALIGN_VERTICAL_TOP},
};

static lxw_format *make_look(struct book *book, const struct look *look)
{
    const struct late_xlsx *xlsx = &book->xlsx;
    lxw_format *format = xlsx->workbook_add_format(book->workbook);
    if (format == NULL) {
        book->failed = true;
        return NULL;
    }
    xlsx->format_set_font_color(format, look->color ? look->color : COLOR_INK);
    if (look->size > 0)
        xlsx->format_set_font_size(format, look->size);
    if (look->bold)
        xlsx->format_set_bold(format);
    if (look->wrap)
        xlsx->format_set_text_wrap(format);
    if (look->indent)
        xlsx->format_set_indent(format, 1);
    if (look->up)
        xlsx->format_set_rotation(format, 90);
    if (look->ground)
        xlsx->format_set_bg_color(format, look->ground);
    if (look->rule) {
        xlsx->format_set_bottom(format, LXW_BORDER_THIN);
        xlsx->format_set_bottom_color(format, COLOR_RULE);
    }
    if (look->align)
        xlsx->format_set_align(format, look->align);
    if (look->high)
        xlsx->format_set_align(format, look->high);
    if (look->number != NULL)
        xlsx->format_set_num_format(format, look->number);
    return format;
}

/* ---- beginning ---- */

/* What the library keeps for a while lies in the private folder too. */
static bool begin(struct book *book, const char *today)
{
    lxw_workbook_options options = {.tmpdir = (char *)book->folder};
    char title[] = "Training needs of a workforce";
    lxw_doc_properties about = {.title = title};
    struct date day = {0};
    const struct date first = {1970, 1, 1};
    book->workbook = book->xlsx.workbook_new_opt(book->fresh, &options);
    if (book->workbook == NULL)
        return false;
    if (today != NULL && date_read(today, &day) && day.day != 0)
        about.created =
            (time_t)(date_days(day) - date_days(first)) * DAY_SECONDS;
    book->failed =
        book->xlsx.workbook_set_properties(book->workbook, &about) != 0;
    for (int i = 0; i < LOOKS; i++)
        book->looks[i] = make_look(book, &looks[i]);
    return true;
}

/* The folder of a file's place. */
static const char *folder_of(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    if (slash == NULL)
        return ".";
    return slash == file ? "/"
                         : arena_strndup(arena, file, (size_t)(slash - file));
}

sg_status book_open(struct book *book, const char *file, const char *today,
                    sg_error *reterr)
{
    *book = (struct book){.failed = false};
    sg_status status = late_xlsx_open(&book->xlsx, reterr);
    if (status != SG_OK)
        return status;
    const char *folder = folder_of(&book->arena, file);
    if (folder == NULL)
        status = fault_memory(reterr);
    else
        status = save_fresh_folder(&book->arena, folder, &book->folder, reterr);
    if (status != SG_OK)
        goto out;
    book->fresh = arena_printf(&book->arena, "%s/book", book->folder);
    if (book->fresh == NULL || !begin(book, today)) {
        save_remove(book->folder, NULL);
        status = fault_memory(reterr);
    }
out:
    if (status != SG_OK)
        arena_done(&book->arena);
    return status;
}

struct book_sheet book_sheet(struct book *book, const char *name, bool inside)
{
    const struct late_xlsx *xlsx = &book->xlsx;
    struct book_sheet sheet = {.book = book};
    sheet.sheet = xlsx->workbook_add_worksheet(book->workbook, name);
    if (sheet.sheet == NULL) {
        book->failed = true;
        return sheet;
    }
    xlsx->worksheet_set_landscape(sheet.sheet);
    xlsx->worksheet_set_paper(sheet.sheet, PAPER_A4);
    xlsx->worksheet_set_margins(sheet.sheet, 0.5, 0.5, 0.6, 0.6);
    xlsx->worksheet_fit_to_pages(sheet.sheet, 1, 0);
    if (inside)
        xlsx->worksheet_set_header(sheet.sheet, "&C&B" NEEDS_BANNER);
    xlsx->worksheet_set_footer(sheet.sheet, "&L&A&RPage &P of &N");
    return sheet;
}

void book_one_page(struct book_sheet *sheet)
{
    if (sheet->sheet != NULL)
        sheet->book->xlsx.worksheet_fit_to_pages(sheet->sheet, 1, 1);
}

void book_sheet_end(struct book_sheet *sheet)
{
    if (sheet->sheet == NULL)
        return;
    for (size_t i = 0; i < BOOK_COLUMNS_MOST; i++)
        if (sheet->widths[i] > 0)
            sheet->book->xlsx.worksheet_set_column(sheet->sheet, (lxw_col_t)i,
                                                   (lxw_col_t)i,
                                                   sheet->widths[i], NULL);
}

/* ---- cells ---- */

void book_width(struct book_sheet *sheet, size_t column, double width)
{
    if (column < BOOK_COLUMNS_MOST && sheet->widths[column] < width)
        sheet->widths[column] = width < WIDTH_LEAST ? WIDTH_LEAST : width;
}

/* Where the line ends that begins at `text`. */
static const char *line_end(const char *text, size_t room)
{
    const char *end = text;
    const char *space = NULL;
    size_t used = 0;
    while (*end != '\0' && used < room) {
        if (*end == ' ')
            space = end;
        (void)text_next(&end);
        used++;
    }
    if (*end == '\0' || *end == ' ' || space == NULL)
        return end;
    return space;
}

size_t book_lines(const char *text, size_t room)
{
    size_t lines = 1;
    for (const char *at = line_end(text, room); *at != '\0';
         at = line_end(at + (*at == ' '), room))
        lines++;
    return lines;
}

/* A column's width counts digits, of which letters need about 5 for 6; an
 * indent takes one. Rather a line too many than one that cannot be seen. */
static void make_high(struct book_sheet *sheet, size_t row, size_t column,
                      const char *text)
{
    const double width = column < BOOK_COLUMNS_MOST ? sheet->widths[column] : 0;
    if (sheet->row != row) {
        sheet->row = row;
        sheet->lines = 1;
    }
    if (width < WIDTH_LEAST)
        return;
    const size_t lines = book_lines(text, (size_t)(width * 1.1) - 2);
    if (lines <= sheet->lines)
        return;
    sheet->lines = lines;
    double points = (double)lines * LINE_POINTS;
    if (points > ROW_POINTS_MOST)
        points = ROW_POINTS_MOST;
    if (sheet->sheet != NULL && row < ROWS_MOST)
        sheet->book->xlsx.worksheet_set_row(sheet->sheet, (lxw_row_t)row,
                                            points, NULL);
}

/* How many bytes of a text fit into so many units of UTF-16. */
static size_t bytes_within(const char *text, size_t units)
{
    const char *at = text;
    size_t used = 0;
    while (*at != '\0') {
        const char *start = at;
        used += text_next(&at) >= BEYOND_BMP ? 2 : 1;
        if (used > units)
            return (size_t)(start - text);
    }
    return (size_t)(at - text);
}

static void put_string(struct book_sheet *sheet, size_t row, size_t column,
                       enum book_look look, const char *text)
{
    struct book *book = sheet->book;
    if (sheet->sheet == NULL || row >= ROWS_MOST)
        return;
    book->bytes += CELL_BYTES + strlen(text);
    if (book->xlsx.worksheet_write_string(sheet->sheet, (lxw_row_t)row,
                                          (lxw_col_t)column, text,
                                          book->looks[look]) != LXW_NO_ERROR)
        book->failed = true;
}

void book_text(struct book_sheet *sheet, size_t row, size_t column,
               enum book_look look, const char *text)
{
    struct arena arena = {0};
    if (bytes_within(text, TEXT_MOST) < strlen(text)) {
        const size_t fits = bytes_within(text, TEXT_MOST - strlen(CUT_NOTE));
        const char *cut = arena_strndup(&arena, text, fits);
        text = cut != NULL ? arena_printf(&arena, "%s" CUT_NOTE, cut) : NULL;
    }
    if (text != NULL && (look == LOOK_TEXT || look == LOOK_STRONG ||
                         look == LOOK_HEAD || look == LOOK_HEAD_NUMBER))
        make_high(sheet, row, column, text);
    if (text != NULL)
        put_string(sheet, row, column, look, text);
    else
        sheet->book->failed = true;
    arena_done(&arena);
}

static void put_number(struct book_sheet *sheet, size_t row, size_t column,
                       enum book_look look, double number)
{
    struct book *book = sheet->book;
    if (sheet->sheet == NULL || row >= ROWS_MOST)
        return;
    book->bytes += CELL_BYTES;
    if (book->xlsx.worksheet_write_number(sheet->sheet, (lxw_row_t)row,
                                          (lxw_col_t)column, number,
                                          book->looks[look]) != LXW_NO_ERROR)
        book->failed = true;
}

void book_cell(struct book_sheet *sheet, size_t row, size_t column,
               const struct needs_cell *cell)
{
    switch (cell->kind) {
    case CELL_TEXT:
        book_text(sheet, row, column, LOOK_TEXT, cell->text);
        break;
    case CELL_NUMBER:
        put_number(sheet, row, column, LOOK_NUMBER, (double)cell->number);
        break;
    case CELL_POUNDS:
        put_number(sheet, row, column, LOOK_POUNDS, (double)cell->number / 100);
        break;
    case CELL_HIDDEN:
        put_string(sheet, row, column, LOOK_HIDDEN, BOOK_HIDDEN);
        break;
    case CELL_EMPTY:
        break;
    }
}

void book_freeze(struct book_sheet *sheet, size_t row, size_t column)
{
    const struct late_xlsx *xlsx = &sheet->book->xlsx;
    if (sheet->sheet == NULL)
        return;
    xlsx->worksheet_freeze_panes(sheet->sheet, (lxw_row_t)row,
                                 (lxw_col_t)column);
    xlsx->worksheet_repeat_rows(sheet->sheet, (lxw_row_t)row - 1,
                                (lxw_row_t)row - 1);
}

void book_print(struct book_sheet *sheet, size_t rows, size_t columns)
{
    if (sheet->sheet != NULL && columns > 0)
        sheet->book->xlsx.worksheet_print_area(
            sheet->sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)columns - 1);
}

/* ---- tables ---- */

/* Texts are kept no longer than their row. */
static void put_row(struct book_sheet *sheet, size_t at,
                    const struct needs_table *table, const sg_needs *needs,
                    size_t row)
{
    struct arena arena = {0};
    const struct needs_view view = {needs, &arena};
    size_t column = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title == NULL)
            continue;
        const struct needs_cell cell = needs_table_cell(&view, table, row, i);
        book_cell(sheet, at, column++, &cell);
    }
    sheet->book->failed |= arena.failed;
    arena_done(&arena);
}

size_t book_table(struct book_sheet *sheet, size_t row,
                  const struct needs_table *table, const sg_needs *needs,
                  size_t from, bool filter)
{
    const size_t head = row;
    size_t columns = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title == NULL)
            continue;
        book_width(sheet, columns, table->columns[i].width);
        book_text(sheet, row, columns++,
                  table->columns[i].number ? LOOK_HEAD_NUMBER : LOOK_HEAD,
                  table->columns[i].title);
    }
    row++;
    const size_t count = table->rows(needs);
    for (size_t i = from; i < count && row < ROWS_MOST - 1; i++)
        if (needs_table_told(table, needs, i))
            put_row(sheet, row++, table, needs, i);
    if (row == ROWS_MOST - 1)
        book_text(sheet, row++, 0, LOOK_NOTE,
                  "A sheet holds no more rows. The CSV files have all.");
    if (filter && row > head + 1 && sheet->sheet != NULL)
        sheet->book->xlsx.worksheet_autofilter(sheet->sheet, (lxw_row_t)head, 0,
                                               (lxw_row_t)row - 1,
                                               (lxw_col_t)columns - 1);
    return row;
}

/* ---- ending ---- */

/* The library prints what stops it, which nothing of ours may do: so whether
 * there is room is found out first. A workbook that is larger than ROOM_MOST
 * can still meet with a full disk; it fails all the same. */
static sg_status find_room(const struct book *book, const char *file,
                           sg_error *reterr)
{
    size_t size = BOOK_BYTES + book->bytes;
    if (size > ROOM_MOST)
        size = ROOM_MOST;
    void *zeros = calloc(1, size);
    if (zeros == NULL)
        return fault_memory(reterr);
    sg_error error = {0};
    const sg_status status =
        save_file(book->fresh, zeros, size, SAVE_PRIVATE, &error);
    free(zeros);
    if (status == SG_OK)
        return save_remove(book->fresh, reterr);
    return fault_in(reterr, status, error.reason, file, "%s", error.message);
}

/* Ends the workbook, whether it is wanted or not. */
static sg_status close_book(struct book *book, const char *file,
                            sg_error *reterr)
{
    sg_status status =
        book->failed ? fault_memory(reterr) : find_room(book, file, reterr);
    if (status != SG_OK)
        book->xlsx.lxw_workbook_free(book->workbook);
    else if (book->xlsx.workbook_close(book->workbook) != LXW_NO_ERROR)
        status = fault_in(reterr, SG_STORAGE, "storage", file,
                          "This workbook could not be written. Check that the "
                          "disk has room, and try again.");
    return status;
}

sg_status book_save(struct book *book, const char *file, enum save_mode mode,
                    sg_error *reterr)
{
    struct buffer bytes = {0};
    sg_status status = close_book(book, file, reterr);
    if (status == SG_OK)
        status = file_read(book->fresh, &bytes, reterr);
    if (status == SG_OK)
        status = save_file(file, bytes.data, bytes.size, mode, reterr);
    save_remove(book->folder, NULL);
    buffer_done(&bytes);
    arena_done(&book->arena);
    return status;
}
