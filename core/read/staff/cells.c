/* SPDX-License-Identifier: MIT */
/* What stands in one cell of an HR export. */
#include "read/staff/cells.h"

#include "base/text.h"

#include <string.h>

enum { YEAR_DIGITS = 4, MOST_HOURS = 168, HOUR_DIGITS = 3 };

/* None of these may ever quote a cell. */
const struct staff_fault_words staff_fault_words[FAULT_COUNT] = {
    [FAULT_OPEN_QUOTE] =
        {"open-quote",
         "A quotation mark in this row is never closed, or encloses only a "
         "part of a cell; close it, or write it twice within quotes."},
    [FAULT_LONG_ROW] = {"long-row",
                        "This row is longer than any that is read; is a "
                        "quotation mark missing?"},
    [FAULT_WIDE_ROW] = {"wide-row",
                        "This row has more cells than any that is read; put "
                        "quotes around cells that hold the separator."},
    [FAULT_RAGGED_ROW] =
        {"ragged-row",
         "This row has more or fewer cells than the header, so that it is not "
         "known which is which; put quotes around cells that hold the "
         "separator or a line end."},
    [FAULT_REPEATED_ROW] = {"repeated-row",
                            "This row is the same in every cell as another "
                            "one above; it counts once."},
    [FAULT_TOO_MANY] = {"too-many-rows",
                        "There are more rows of this person than are read for "
                        "one; is the id that of a person?"},
    [FAULT_MISSING_CELL] = {"missing-cell", "is empty; fill it in."},
    [FAULT_LONG_CELL] = {"long-cell",
                         "is longer than any that is read; shorten it."},
    [FAULT_BAD_DATE] = {"bad-date",
                        "is no date that can be read; write YYYY-MM-DD or "
                        "DD/MM/YYYY."},
    [FAULT_NO_SUCH_DATE] = {"no-such-date",
                            "is a date that does not exist; correct it (the "
                            "day comes before the month)."},
    [FAULT_DATE_ORDER] = {"date-order",
                          "is before the date at which it began; correct one "
                          "of the two."},
    [FAULT_BAD_NUMBER] = {"bad-number",
                          "is no number of hours in a week; write it as 37 or "
                          "18.5."},
    [FAULT_SPREADSHEET_NUMBER] =
        {"spreadsheet-number",
         "was turned into a rounded number by a spreadsheet, so that digits "
         "are lost; export it again as text."},
    [FAULT_SPREADSHEET_ERROR] = {"spreadsheet-error",
                                 "holds an error of a spreadsheet and not a "
                                 "value; correct it there."},
    [FAULT_UNKNOWN_PERSON] =
        {"unknown-person",
         "names nobody who is read from the staff file; add the person there, "
         "or correct the id (a spreadsheet takes zeros from its beginning)."},
};

/* ---- spaces ---- */

static size_t space_at(const char *text)
{
    if (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n')
        return 1;
    return strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static bool ends_in_space(const char *text, size_t size, size_t *ret_bytes)
{
    *ret_bytes = size > 0 ? space_at(text + size - 1) : 0;
    if (*ret_bytes == 0 && size > 1)
        *ret_bytes = space_at(text + size - 2) == 2 ? 2 : 0;
    return *ret_bytes > 0;
}

void staff_cell_trim(struct csv_cell *cell)
{
    size_t bytes;
    while ((bytes = space_at(cell->text)) > 0) {
        cell->text += bytes;
        cell->size -= bytes;
    }
    while (ends_in_space(cell->text, cell->size, &bytes))
        cell->size -= bytes;
    cell->text[cell->size] = '\0';
}

/* ---- digits ---- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t digits_at(const char *text)
{
    size_t count = 0;
    while (is_digit(text[count]))
        count++;
    return count;
}

/* ---- guards ---- */

static bool is_negative_number(const char *text)
{
    const char *at = text + 1;
    if (*text != '-' || !is_digit(*at))
        return false;
    at += digits_at(at);
    if (*at == '.' && is_digit(at[1]))
        at += 1 + digits_at(at + 1);
    return *at == '\0';
}

/* The rule of csv_is_formula() in write/csv.h, which a test holds this to. */
static bool is_formula(const char *text)
{
    static const uint32_t signs[] = {'=',  '+',    '-',    '@',    '\t',  '\r',
                                     '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    uint32_t point = ' ';
    if (is_negative_number(text))
        return false;
    while (point == ' ' || point == 0xA0 || point == 0x3000 || point == 0xFEFF)
        point = *text ? text_next(&text) : 0;
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (signs[i] == point)
            return true;
    return false;
}

void staff_cell_clean(struct csv_cell *cell)
{
    staff_cell_trim(cell);
    if (*cell->text != '\'' || !is_formula(cell->text + 1))
        return;
    cell->text++;
    cell->size--;
    staff_cell_trim(cell);
}

/* ---- dates ---- */

/* D/M/YYYY as YYYY-MM-DD. */
static bool turn_round(const char *text, char out[DATE_ROOM])
{
    const size_t day = digits_at(text);
    const char *month_at = text + day + 1;
    if (day < 1 || day > 2 || text[day] != '/')
        return false;
    const size_t month = digits_at(month_at);
    const char *year_at = month_at + month + 1;
    if (month < 1 || month > 2 || month_at[month] != '/' ||
        digits_at(year_at) != YEAR_DIGITS || year_at[YEAR_DIGITS] != '\0')
        return false;
    memcpy(out, "0000-00-00", DATE_ROOM);
    memcpy(out, year_at, YEAR_DIGITS);
    memcpy(out + 7 - month, month_at, month);
    memcpy(out + 10 - day, text, day);
    return true;
}

/* Whether it looks like YYYY, YYYY-MM or YYYY-MM-DD. */
static bool is_written_so(const char *text)
{
    static const char pattern[] = "9999-99-99";
    size_t at = 0;
    for (; text[at] && pattern[at]; at++)
        if (pattern[at] == '9' ? !is_digit(text[at]) : text[at] != '-')
            return false;
    return text[at] == '\0' && (at == 4 || at == 7 || at == 10);
}

/* Databases export a day with the time of its beginning. */
static size_t without_time(const char *text)
{
    const size_t size = strcspn(text, " T");
    const char *time = text + size;
    if (size < sizeof("1/1/2000") - 1 || *time == '\0' || !is_digit(time[1]) ||
        strspn(time + 1, "0123456789:.") != strlen(time + 1))
        return strlen(text);
    return size;
}

enum staff_fault staff_cell_date(const char *text, struct date *ret_date)
{
    char day[DATE_ROOM], turned[DATE_ROOM];
    const size_t size = without_time(text);
    *ret_date = (struct date){0};
    if (size >= sizeof(day))
        return FAULT_BAD_DATE;
    memcpy(day, text, size);
    day[size] = '\0';
    if (date_read(day, ret_date))
        return FAULT_NONE;
    if (turn_round(day, turned))
        return date_read(turned, ret_date) ? FAULT_NONE : FAULT_NO_SUCH_DATE;
    return is_written_so(day) ? FAULT_NO_SUCH_DATE : FAULT_BAD_DATE;
}

/* ---- numbers ---- */

enum staff_fault staff_cell_hours(const char *text, float *ret_hours)
{
    const size_t whole = digits_at(text);
    float hours = 0, step = 1;
    *ret_hours = 0;
    if (whole < 1 || whole > HOUR_DIGITS)
        return FAULT_BAD_NUMBER;
    for (size_t i = 0; i < whole; i++)
        hours = hours * 10 + (float)(text[i] - '0');
    text += whole;
    if (*text == '.')
        for (text++; is_digit(*text); text++)
            hours += (step /= 10) * (float)(*text - '0');
    if (*text != '\0' || hours > MOST_HOURS)
        return FAULT_BAD_NUMBER;
    *ret_hours = hours;
    return FAULT_NONE;
}

bool staff_cell_is_rounded(const char *text)
{
    const char *at = text + (*text == '-');
    if (!is_digit(*at))
        return false;
    at += digits_at(at);
    if (*at == '.')
        at += 1 + digits_at(at + 1);
    if (*at != 'E' && *at != 'e')
        return false;
    at++;
    if (*at != '+' && *at != '-')
        return false;
    at++;
    return is_digit(*at) && at[digits_at(at)] == '\0';
}

bool staff_cell_is_spreadsheet_error(const char *text)
{
    static const char *const errors[] = {"#N/A",    "#REF!",   "#NAME?",
                                         "#VALUE!", "#DIV/0!", "#NULL!",
                                         "#NUM!",   "#SPILL!", "#CALC!"};
    if (*text != '#')
        return false;
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
        if (strcmp(text, errors[i]) == 0)
            return true;
    return text[strspn(text, "#")] == '\0' && text[1] != '\0';
}
