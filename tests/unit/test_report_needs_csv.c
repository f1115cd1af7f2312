/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as CSV files. */
#include <criterion/criterion.h>

#include "base/file.h"
#include "base/save.h"
#include "needs_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const files[] = {
    "summary.csv",        "needs.csv",        "groups.csv",
    "plan.csv",           "one-step.csv",     "expiring.csv",
    "single-holders.csv", "not-assessed.csv", "notes.csv"};

enum { FILES = sizeof(files) / sizeof(files[0]), PATH_ROOM = 256 };

static const char *const secrets[] = {SAMPLE_SECRET_SHOWN};

static char folder[64];

static void make_folder(void)
{
    (void)snprintf(folder, sizeof(folder), "/tmp/needs-csv-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void remove_folder(void)
{
    sg_error error = {0};
    cr_expect_eq(save_remove(folder, &error), SG_OK);
}

TestSuite(needs_csv, .init = make_folder, .fini = remove_folder);

static void write_all(bool internal)
{
    sg_needs needs = sample_needs();
    sg_error error = {0};
    needs.internal = internal;
    cr_assert_eq(sg_report_needs_csv(&needs, folder, &error), SG_OK, "%s",
                 error.message);
}

static const char *path_of(const char *file, char out[PATH_ROOM])
{
    (void)snprintf(out, PATH_ROOM, "%s/%s", folder, file);
    return out;
}

static struct buffer bytes_of(const char *file)
{
    char path[PATH_ROOM];
    struct buffer bytes = {0};
    sg_error error = {0};
    cr_assert_eq(file_read(path_of(file, path), &bytes, &error), SG_OK, "%s",
                 error.message);
    return bytes;
}

static void expect_in(const char *file, const char *words)
{
    struct buffer bytes = bytes_of(file);
    cr_expect_not_null(strstr(bytes.data, words), "%s: %s\n%s", file, words,
                       bytes.data);
    buffer_done(&bytes);
}

static const struct {
    const char *file;
    const char *words;
} rows[] = {
    {"summary.csv", "\r\nstaff,Staff in the exports,2000,\r\n"},
    {"summary.csv", "\r\nseveral_posts,People with more than one post,,yes"},
    {"summary.csv", "\r\nbudget_pounds,Budget,20000.00,\r\n"},
    {"summary.csv", "\r\noptimal,Proved best,no,\r\n"},
    {"needs.csv", "strength,label,unmet,ask,met,met_or_not_asked,cost_pounds,"
                  "suppressed,level"},
    {"needs.csv", ",1204,88,601,601,145684.00,,3,"},
    {"needs.csv", "\"'=HYPERLINK(\"\"http://x\"\",\"\"First aid\"\")\",62,,,,"
                  "5580.00,yes,"},
    {"groups.csv", "by,group,staff,strength,label,unmet,ask,met"},
    {"groups.csv", "\r\nteam,'=1+1,120,essential,NVQ"},
    {"groups.csv", ",40,6,74,74,4840.00,,e-0011223344556677,"},
    {"groups.csv", ",,,,,,yes,e-8899aabbccddeeff,"},
    {"groups.csv", "\r\ngrade,'-2+3,120,"},
    {"groups.csv", "e-0011223344556677,county/clerk\r\n"},
    {"plan.csv", "\r\n1,A morning with the fire service,Fire warden training,"
                 "yes,10,0,10,0.00,0.00,"},
    {"one-step.csv", "\r\n23,,'+44 ring the college,"},
    {"expiring.csv", "\r\n\"\",yes,Fire warden training,"},
    {"not-assessed.csv", "\r\n52,,No role is on file"},
    {"notes.csv", "\r\nnote,'=cmd|' /C calc'!A0\r\n"},
    {"notes.csv", "\r\nread from,\"county, version 2026.1"},
};

Test(needs_csv, tables_have_their_rows)
{
    write_all(false);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        expect_in(rows[i].file, rows[i].words);
}

Test(needs_csv, no_cell_is_run_and_no_byte_acts_on_a_terminal)
{
    write_all(true);
    for (size_t i = 0; i < FILES; i++) {
        struct buffer bytes = bytes_of(files[i]);
        cr_expect(strncmp(bytes.data, "\xEF\xBB\xBF", 3) == 0, "%s", files[i]);
        cr_expect_eq(strlen(bytes.data), bytes.size, "%s", files[i]);
        for (const char *at = bytes.data + 3; *at; at++) {
            const bool first = at[-1] == ',' || at[-1] == '\n' ||
                               (at[-1] == '"' && at[-2] == ',');
            cr_expect(!first || strchr("=+-@\t", *at) == NULL, "%s: %.20s",
                      files[i], at);
            cr_expect((unsigned char)*at >= ' ' || *at == '\r' || *at == '\n',
                      "%s: byte %d", files[i], *at);
        }
        buffer_done(&bytes);
    }
}

Test(needs_csv, hidden_figures_are_nowhere)
{
    write_all(false);
    for (size_t i = 0; i < FILES; i++) {
        struct buffer bytes = bytes_of(files[i]);
        for (size_t s = 0; s < sizeof(secrets) / sizeof(secrets[0]); s++)
            cr_expect_null(strstr(bytes.data, secrets[s]), "%s", files[i]);
        buffer_done(&bytes);
    }
}

static mode_t mode_of(const char *file)
{
    char path[PATH_ROOM];
    struct stat seen;
    cr_assert_eq(stat(path_of(file, path), &seen), 0);
    return seen.st_mode & 0777;
}

Test(needs_csv, what_stays_inside_is_for_its_owner_only)
{
    write_all(true);
    for (size_t i = 0; i < FILES; i++)
        cr_expect_eq(mode_of(files[i]), 0600, "%s", files[i]);
    expect_in("summary.csv", "FOR INSIDE USE ONLY");
    expect_in("single-holders.csv", "\r\n'@P-00417,");
}

Test(needs_csv, names_of_an_earlier_run_do_not_stay)
{
    write_all(true);
    write_all(false);
    struct buffer bytes = bytes_of("single-holders.csv");
    cr_expect_str_eq(bytes.data, "\xEF\xBB\xBFperson,label,team,need\r\n");
    buffer_done(&bytes);
}

Test(needs_csv, a_folder_is_made_and_its_failure_is_told)
{
    sg_needs needs = sample_needs();
    sg_error error = {0};
    char path[PATH_ROOM];
    cr_expect_eq(sg_report_needs_csv(&needs, path_of("a/b", path), &error),
                 SG_OK);
    cr_expect_eq(mode_of("a/b/needs.csv") & 0600, 0600);
    cr_expect_eq(
        sg_report_needs_csv(&needs, path_of("a/b/needs.csv", path), &error),
        SG_STORAGE);
    cr_expect_str_eq(error.reason, "not-a-folder");
}
