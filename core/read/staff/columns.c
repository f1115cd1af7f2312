/* SPDX-License-Identifier: MIT */
/* The columns of HR exports, and where they stand in a file. */
#include "read/staff/columns.h"

#include "base/fault.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    RANK_MAP,   /* the map file says so */
    RANK_OURS,  /* it has our name */
    RANK_OTHER, /* and on: a synonym, the best first */
    RANK_NONE = 100
};

enum { SHOWN_ROOM = 61, MESSAGE_ROOM = sizeof(((sg_error *)0)->message) };

struct known_column {
    enum staff_column column;
    bool required;
    const char *const *synonyms; /* NULL ends them; the best first */
};

/* How iTrent, Oracle, SAP and councils' open data name them; the common short
 * forms of each. A continuous service date is not the start of a role. */
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

#define PERSON_ID                                                              \
    {                                                                          \
        COLUMN_PERSON_ID, true,                                                \
            WORDS("employee_id", "staff_id", "employee_number", "employee_no", \
                  "emp_id", "emp_no", "emp_number", "personnel_number",        \
                  "personnel_no", "pers_no", "pers_id", "staff_number",        \
                  "staff_no", "payroll_id", "payroll_number", "payroll_no",    \
                  "employee_ref", "employee_reference", "person_ref")          \
    }
#define ROLE_WORDS                                                             \
    WORDS("role_id", "job_ref", "job_reference", "job_code", "job_title",      \
          "post_title", "position_title", "role_title", "job", "position")

static const struct known_column post_columns[] = {
    PERSON_ID,
    {COLUMN_ROLE, true, ROLE_WORDS},
    {COLUMN_TEAM, false,
     WORDS("department", "service", "division", "section", "directorate")},
    {COLUMN_GRADE, false,
     WORDS("pay_grade", "band", "pay_band", "scale_code", "scale")},
    {COLUMN_ROLE_START, false,
     WORDS("role_start_date", "assignment_start", "assignment_start_date",
           "post_start", "post_start_date", "position_start",
           "position_start_date", "start_date")},
    {COLUMN_TARGET_ROLE, false,
     WORDS("target_job", "target_post", "target_role_id")},
};

static const struct known_column award_columns[] = {
    PERSON_ID,
    {COLUMN_TITLE, true,
     WORDS("qual_title", "qualification_title", "qualification",
           "qualification_name", "qual_name", "qual", "training_title")},
    {COLUMN_LEVEL, false, WORDS("qual_level", "qualification_level")},
    {COLUMN_SCALE, false, WORDS("qual_scale", "level_scale")},
    {COLUMN_SUBJECT, false,
     WORDS("subject_area", "qual_subject", "subject_name")},
    {COLUMN_STATUS, false, WORDS("qual_status", "qualification_status")},
    {COLUMN_AWARDED, false,
     WORDS("date_awarded", "awarded_date", "award_date", "date_achieved",
           "achieved", "date_obtained", "completed", "date_completed")},
    {COLUMN_EXPIRES, false,
     WORDS("date_expires", "expires_date", "expiry_date", "expiry",
           "date_of_expiry", "valid_to")},
};

static const struct known_column work_columns[] = {
    PERSON_ID,
    {COLUMN_ROLE, false, ROLE_WORDS},
    {COLUMN_AREA, false, WORDS("work_area", "area_of_work", "kind_of_work")},
    {COLUMN_FROM, true,
     WORDS("from_date", "date_from", "start_date", "start", "assignment_start",
           "assignment_start_date")},
    {COLUMN_TO, false,
     WORDS("to_date", "date_to", "end_date", "end", "assignment_end",
           "assignment_end_date")},
    {COLUMN_HOURS_PER_WEEK, false,
     WORDS("hours_pw", "weekly_hours", "contracted_hours", "hours")},
};

#define TABLE(list)                                                            \
    {                                                                          \
        list, sizeof(list) / sizeof((list)[0])                                 \
    }
static const struct {
    const struct known_column *columns;
    size_t count;
} files[STAFF_FILE_COUNT] = {
    [STAFF_POSTS] = TABLE(post_columns),
    [STAFF_AWARDS] = TABLE(award_columns),
    [STAFF_WORK] = TABLE(work_columns),
};

/* ---- names ---- */

static bool counts(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool staff_same_header(const char *a, const char *b)
{
    for (;; a++, b++) {
        while (*a && !counts(*a))
            a++;
        while (*b && !counts(*b))
            b++;
        if (lower(*a) != lower(*b))
            return false;
        if (*a == '\0')
            return true;
    }
}

size_t staff_header_fold(char *out, const char *text)
{
    size_t size = 0;
    for (; *text; text++)
        if (counts(*text))
            out[size++] = lower(*text);
    out[size] = '\0';
    return size;
}

static bool is_nameless(const char *text)
{
    return staff_same_header(text, "");
}

static bool is_behind(const char *text)
{
    for (size_t i = 0; i < STAFF_BEHIND_COUNT; i++)
        if (staff_same_header(staff_behind_columns[i], text))
            return true;
    return false;
}

static unsigned rank_of(const struct staff_map *map,
                        const struct known_column *known, const char *text)
{
    const char *theirs = map->theirs[known->column];
    if (is_nameless(text))
        return RANK_NONE;
    if (theirs && staff_same_header(theirs, text))
        return RANK_MAP;
    for (size_t i = 0; i < map->drop_count; i++)
        if (staff_same_header(map->drops[i], text))
            return RANK_NONE;
    if (staff_same_header(staff_column_names[known->column], text))
        return RANK_OURS;
    for (unsigned i = 0; known->synonyms[i]; i++)
        if (staff_same_header(known->synonyms[i], text))
            return RANK_OTHER + i;
    return RANK_NONE;
}

/* ---- problems ---- */

__attribute__((format(printf, 6, 7))) static void
tell(const struct staff_header_ask *ask, sg_error *reterr, bool warning,
     const struct csv_row *row, const char *reason, const char *format, ...)
{
    char message[MESSAGE_ROOM];
    sg_error problem = {0};
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof(message), format, values);
    va_end(values);
    fault_in(&problem, SG_INPUT, reason, ask->name, "%s", message);
    problem.line = row->number;
    problem.warning = warning;
    problem_tell(ask->sink, reterr, &problem);
}

/* Nothing of the row is quoted: it may be no header, but somebody's data. */
static void tell_missing(const struct staff_header_ask *ask, sg_error *reterr,
                         const struct csv_row *row,
                         const struct known_column *known)
{
    char words[160] = "";
    size_t used = 0;
    for (size_t i = 0; known->synonyms[i] && i < 5; i++)
        used += (size_t)snprintf(words + used, sizeof(words) - used, "%s%s",
                                 i ? ", " : "", known->synonyms[i]);
    const char *name = staff_column_names[known->column];
    const char *theirs = ask->map->theirs[known->column];
    if (theirs)
        tell(ask, reterr, false, row, "missing-column",
             "The first row of this file has no column '%s', neither under the "
             "name that the map file gives for it nor under another; correct "
             "the map file.",
             name);
    else
        tell(ask, reterr, false, row, "missing-column",
             "The first row of this file names no column '%s' (%s and the "
             "like would do); name it in that row, or say in a map file what "
             "it is called there.",
             name, words);
}

/* ---- finding ---- */

/* The best place of a column, and the next best one of those that nothing but
 * their order tells apart. */
struct choice {
    uint32_t best, other;
    unsigned rank, other_rank;
};

static struct choice choose(const struct staff_map *map,
                            const struct known_column *known,
                            const struct csv_row *row)
{
    struct choice choice = {.rank = RANK_NONE, .other_rank = RANK_NONE};
    for (uint32_t i = 0; i < row->count; i++) {
        const unsigned rank = rank_of(map, known, row->cells[i].text);
        if (rank < choice.rank) {
            choice.other = choice.best;
            choice.other_rank = choice.rank;
            choice.best = i;
            choice.rank = rank;
        } else if (rank < choice.other_rank) {
            choice.other = i;
            choice.other_rank = rank;
        }
    }
    return choice;
}

/* Two columns that could be meant. Only of a header that is whole are names
 * given. */
static void tell_two(const struct staff_header_ask *ask, sg_error *reterr,
                     const struct csv_row *row,
                     const struct known_column *known,
                     const struct choice *choice)
{
    char best[SHOWN_ROOM], other[SHOWN_ROOM];
    const char *name = staff_column_names[known->column];
    text_plain(best, sizeof(best), row->cells[choice->best].text, false);
    text_plain(other, sizeof(other), row->cells[choice->other].text, false);
    if (choice->rank == choice->other_rank)
        tell(ask, reterr, false, row, "duplicate-column",
             "Columns %u and %u have the same name, which stands for '%s'; "
             "rename or delete one of them.",
             (unsigned)choice->best + 1, (unsigned)choice->other + 1, name);
    else if (choice->rank < RANK_OTHER || choice->other_rank == RANK_NONE)
        return;
    else if (known->column == COLUMN_PERSON_ID)
        tell(ask, reterr, false, row, "ambiguous-column",
             "Both '%s' and '%s' could be the person's id ('%s'), and one of "
             "them may number posts; say in a map file which it is.",
             best, other, name);
    else
        tell(ask, reterr, true, row, "ambiguous-column",
             "Both '%s' and '%s' could be '%s', and '%s' is used; say in a map "
             "file if it is the other.",
             best, other, name, best);
}

static bool is_known(const struct staff_header_ask *ask,
                     const struct staff_header *header,
                     const struct csv_row *row, uint32_t place)
{
    const struct staff_map *map = ask->map;
    for (size_t i = 0; i < header->count; i++)
        if (header->place[header->columns[i]] == place)
            return true;
    for (size_t i = 0; i < map->drop_count; i++)
        if (staff_same_header(map->drops[i], row->cells[place].text))
            return true;
    return is_nameless(row->cells[place].text) ||
           is_behind(row->cells[place].text);
}

/* All in one sentence: an export has a dozen of them. */
static void tell_unknown(const struct staff_header_ask *ask,
                         const struct staff_header *header,
                         const struct csv_row *row)
{
    enum { LIST_ROOM = 300, MORE_ROOM = 24 };
    char list[LIST_ROOM] = "", more[MORE_ROOM] = "";
    size_t used = 0;
    uint32_t count = 0, named = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        char name[SHOWN_ROOM];
        if (is_known(ask, header, row, i))
            continue;
        text_plain(name, sizeof(name), row->cells[i].text, false);
        if (named == count++ && used + strlen(name) + 4 < LIST_ROOM) {
            used += (size_t)snprintf(list + used, LIST_ROOM - used, "%s'%s'",
                                     used ? ", " : "", name);
            named++;
        }
    }
    if (count > named)
        snprintf(more, sizeof(more), " and %u more", (unsigned)(count - named));
    if (count == 1)
        tell(ask, NULL, true, row, "unknown-column",
             "Column %s is not needed and not read; if it is one that is "
             "needed, say so in a map file.",
             list);
    else if (count > 1)
        tell(ask, NULL, true, row, "unknown-column",
             "%u columns are not needed and not read: %s%s; if one is needed, "
             "say so in a map file.",
             (unsigned)count, list, more);
}

static sg_status refuse_broken(const struct staff_header_ask *ask,
                               const struct csv_row *row, sg_error *reterr)
{
    if (row->number == 0)
        tell(ask, reterr, false, row, "empty",
             "There is nothing but blank lines in this file; was it saved "
             "completely?");
    else
        tell(ask, reterr, false, row, "syntax",
             "The first row, which names the columns, cannot be read: it has "
             "a broken quotation mark or is far too long; is this a CSV file?");
    return SG_INPUT;
}

sg_status staff_header_read(const struct staff_header_ask *ask,
                            const struct csv_row *row,
                            struct staff_header *ret_header, sg_error *reterr)
{
    struct choice choices[MOST_COLUMNS];
    const struct known_column *known = files[ask->file].columns;
    const size_t count = files[ask->file].count;
    const uint32_t before = ask->sink->errors;
    *ret_header = (struct staff_header){.width = row->count};
    if (row->number == 0 || row->fault != ROW_WHOLE)
        return refuse_broken(ask, row, reterr);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        ret_header->place[i] = NO_PLACE;
    for (size_t i = 0; i < count; i++) {
        const enum staff_column column = known[i].column;
        choices[i] = choose(ask->map, &known[i], row);
        if (choices[i].rank == RANK_NONE) {
            if (known[i].required)
                tell_missing(ask, reterr, row, &known[i]);
            continue;
        }
        ret_header->place[column] = (uint16_t)choices[i].best;
        ret_header->columns[ret_header->count++] = column;
        ask->map->found[column] |= choices[i].rank == RANK_MAP;
    }
    if (ask->sink->errors > before)
        return SG_INPUT;
    for (size_t i = 0; i < count; i++)
        if (choices[i].rank != RANK_NONE)
            tell_two(ask, reterr, row, &known[i], &choices[i]);
    if (ask->sink->errors > before)
        return SG_INPUT;
    tell_unknown(ask, ret_header, row);
    while (is_nameless(row->cells[ret_header->width - 1].text))
        ret_header->width--; /* the person's id has a name */
    ret_header->own_width = ret_header->width;
    while (ret_header->own_width > 0 &&
           is_behind(row->cells[ret_header->own_width - 1].text))
        ret_header->own_width--;
    return SG_OK;
}
