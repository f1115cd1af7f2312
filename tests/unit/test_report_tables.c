/* SPDX-License-Identifier: MIT */
/* Each report has one description; text and JSON cannot drift apart. */
#include <criterion/criterion.h>

#include "report/table.h"

#include <string.h>

typedef const struct report *(*table_fn)(void);

static const struct {
    table_fn table;
    const char *kind;
    const char *keys; /* that the contract names, with a space around each */
} tables[] = {
    {report_gap_table, "gap",
     " from person to verdict counts lines changes becomes_essential "
     "questions mode notice framework from_framework "},
    {report_plan_table, "plan",
     " from person to date review prefer strengths open steps total "
     "strengthen seek sources notice framework "},
    {report_compare_table, "compare", " changes lines "},
    {report_next_table, "next", " roles "},
    {report_needs_table, "needs",
     " staff assessed not_assessed target needs groups one_step "
     "single_holders expiring plan "},
    {report_sheet_table, "show", " role sections lines "},
    {report_roles_table, "roles", " roles "},
    {report_plugins_table, "plugins", " plugins "},
    {report_check_table, "check", " files "},
    {report_person_check_table, "person-check",
     " file ok errors warnings name current_role today lists problems "},
    {report_titles_table, "titles", " titles knowledge "},
};

enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

static const struct report_row *row_of(const struct report *report,
                                       const char *key)
{
    for (size_t i = 0; i < report->row_count; i++)
        if (strcmp(report->rows[i].key, key) == 0)
            return &report->rows[i];
    return NULL;
}

Test(report, every_row_has_json_and_text_or_says_which_row_has_it)
{
    for (size_t t = 0; t < TABLES; t++) {
        const struct report *report = tables[t].table();
        for (size_t i = 0; i < report->row_count; i++) {
            const struct report_row *row = &report->rows[i];
            cr_expect(row->json != NULL, "%s/%s", report->kind, row->key);
            cr_expect((row->text != NULL) != (row->said_by != NULL),
                      "%s/%s: either text or said_by", report->kind, row->key);
            if (row->said_by == NULL)
                continue;
            const struct report_row *other = row_of(report, row->said_by);
            cr_expect(other != NULL && other->text != NULL,
                      "%s/%s is said by no row", report->kind, row->key);
        }
    }
}

Test(report, no_key_stands_twice_in_a_report)
{
    for (size_t t = 0; t < TABLES; t++) {
        const struct report *report = tables[t].table();
        for (size_t i = 0; i < report->row_count; i++)
            cr_expect_eq(row_of(report, report->rows[i].key), &report->rows[i],
                         "%s/%s", report->kind, report->rows[i].key);
    }
}

Test(report, every_key_of_the_contract_is_in_its_table)
{
    for (size_t t = 0; t < TABLES; t++) {
        const struct report *report = tables[t].table();
        char keys[256], *key;
        cr_expect_str_eq(report->kind, tables[t].kind);
        (void)snprintf(keys, sizeof(keys), "%s", tables[t].keys);
        for (key = strtok(keys, " "); key; key = strtok(NULL, " "))
            cr_expect(row_of(report, key) != NULL, "%s/%s", report->kind, key);
    }
}
