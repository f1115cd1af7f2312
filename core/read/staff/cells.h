/* SPDX-License-Identifier: MIT */
/* What stands in one cell of an HR export.
 *
 *     struct date awarded;
 *     enum staff_fault fault = staff_cell_date(text, &awarded);
 *
 * Cells come without spaces around them and are not empty. */
#ifndef READ_STAFF_CELLS_H
#define READ_STAFF_CELLS_H

#include "base/date.h"
#include "read/csv.h"

/* Why a row is left out. */
enum staff_fault {
    FAULT_NONE,
    /* The whole row. */
    FAULT_OPEN_QUOTE,
    FAULT_LONG_ROW,
    FAULT_WIDE_ROW,
    FAULT_RAGGED_ROW,
    FAULT_REPEATED_ROW,
    FAULT_TOO_MANY,
    /* One cell. */
    FAULT_MISSING_CELL,
    FAULT_LONG_CELL,
    FAULT_BAD_DATE,
    FAULT_NO_SUCH_DATE,
    FAULT_DATE_ORDER,
    FAULT_BAD_NUMBER,
    FAULT_SPREADSHEET_NUMBER,
    FAULT_SPREADSHEET_ERROR,
    FAULT_UNKNOWN_PERSON,
    FAULT_COUNT
};

struct staff_fault_words {
    const char *reason; /* stable */
    const char *words;  /* of a cell: goes on after "'title' " */
};

extern const struct staff_fault_words staff_fault_words[FAULT_COUNT];

/* Takes spaces away at both ends, no-break ones too, and sets the size. */
void staff_cell_trim(struct csv_cell *cell);

/* Takes away besides one apostrophe that keeps a spreadsheet from running what
 * stands behind it, so that what was written with such a guard (write/csv.h)
 * reads as it was. Other apostrophes stay. */
void staff_cell_clean(struct csv_cell *cell);

/* YYYY, YYYY-MM, YYYY-MM-DD or D/M/YYYY; a time of day behind a day is passed
 * over. FAULT_BAD_DATE, FAULT_NO_SUCH_DATE. */
enum staff_fault staff_cell_date(const char *text, struct date *ret_date);

/* 0 to 168, with a point. FAULT_BAD_NUMBER. */
enum staff_fault staff_cell_hours(const char *text, float *ret_hours);

/* An id or a reference that a spreadsheet took for a number and rounded:
 * 6.01E+07. */
bool staff_cell_is_rounded(const char *text);

/* #REF!, #N/A and the like, or ##### where a column was too narrow. */
bool staff_cell_is_spreadsheet_error(const char *text);

#endif
