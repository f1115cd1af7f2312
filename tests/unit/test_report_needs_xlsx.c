/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as a workbook. */
#include <criterion/criterion.h>

#include "base/file.h"
#include "base/save.h"
#include "base/text.h"
#include "needs_sample.h"
#include "report/needs/book.h"
#include "unzip.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum { PATH_ROOM = 256, SHEETS = 8, TEXT_MOST = 32767 };

static const char *const secrets[] = {SAMPLE_SECRET_SHOWN};

static char folder[64];
static char file[PATH_ROOM];

static void make_folder(void)
{
    (void)snprintf(folder, sizeof(folder), "/tmp/needs-xlsx-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    (void)snprintf(file, sizeof(file), "%s/needs.xlsx", folder);
}

static void remove_folder(void)
{
    sg_error error = {0};
    cr_expect_eq(save_remove(folder, &error), SG_OK);
}

TestSuite(needs_xlsx, .init = make_folder, .fini = remove_folder);

static void write_book(const sg_needs *needs, const char *path)
{
    sg_error error = {0};
    cr_assert_eq(sg_report_needs_xlsx(needs, path, &error), SG_OK, "%s",
                 error.message);
}

static void write_sample(bool internal)
{
    sg_needs needs = sample_needs();
    needs.internal = internal;
    write_book(&needs, file);
}

static char *member(const char *name)
{
    char *xml = unzip_member(file, name);
    cr_assert_not_null(xml, "%s", name);
    return xml;
}

static char *sheet(int number)
{
    char name[64];
    (void)snprintf(name, sizeof(name), "xl/worksheets/sheet%d.xml", number);
    return member(name);
}

static void expect_in(const char *xml, const char *words)
{
    cr_expect_not_null(strstr(xml, words), "%s", words);
}

Test(needs_xlsx, sheets_have_their_names_in_order)
{
    static const char *const names[] = {"Summary",      "Needs", "Matrix",
                                        "Groups",       "Plan",  "Outlook",
                                        "Not assessed", "Notes"};
    write_sample(false);
    char *book = member("xl/workbook.xml");
    const char *at = book;
    for (size_t i = 0; i < SHEETS; i++) {
        char words[64];
        (void)snprintf(words, sizeof(words), "<sheet name=\"%s\"", names[i]);
        at = strstr(at, words);
        cr_assert_not_null(at, "%s", names[i]);
    }
    free(book);
}

Test(needs_xlsx, no_cell_is_a_formula_or_a_link)
{
    write_sample(true);
    for (int i = 1; i <= SHEETS; i++) {
        char *xml = sheet(i);
        cr_expect_null(strstr(xml, "<f>"), "sheet %d", i);
        cr_expect_null(strstr(xml, "<f "), "sheet %d", i);
        cr_expect_null(strstr(xml, "hyperlink"), "sheet %d", i);
        free(xml);
    }
    char *names = unzip_names(file);
    cr_expect_null(strstr(names, "vba"));
    cr_expect_null(strstr(names, "externalLink"));
    free(names);
    char *strings = member("xl/sharedStrings.xml");
    expect_in(strings, "<t>=1+1</t>");
    expect_in(strings, "<t>@SUM(A1) Office Manager</t>");
    expect_in(strings, "<t>-2+3</t>");
    expect_in(strings, "<t>+44 ring the college</t>");
    free(strings);
}

Test(needs_xlsx, texts_do_nothing_to_who_reads_them)
{
    write_sample(true);
    char *strings = member("xl/sharedStrings.xml");
    cr_expect(text_is_utf8(strings, strlen(strings)));
    cr_expect_null(strstr(strings, "\xE2\x80\xAE"), "turned around");
    cr_expect_null(strstr(strings, "_x001B_"), "an escaped control character");
    for (const char *at = strings; *at; at++)
        cr_assert((unsigned char)*at >= ' ' || *at == '\n', "byte %d", *at);
    expect_in(strings, "Tact a?[31mred?back?bell?5n");
    free(strings);
}

Test(needs_xlsx, hidden_figures_are_nowhere)
{
    write_sample(false);
    for (int i = 0; i <= SHEETS; i++) {
        char *xml = i == 0 ? member("xl/sharedStrings.xml") : sheet(i);
        for (size_t s = 0; s < sizeof(secrets) / sizeof(secrets[0]); s++)
            cr_expect_null(strstr(xml, secrets[s]), "sheet %d: %s", i,
                           secrets[s]);
        free(xml);
    }
    char *strings = member("xl/sharedStrings.xml");
    expect_in(strings, "<t>\u2013</t>");
    expect_in(strings, "<t>\u2013: from 1 to 4 people");
    cr_expect_null(strstr(strings, "P-00417"), "a name");
    free(strings);
}

Test(needs_xlsx, numbers_are_numbers_and_money_is_in_pounds)
{
    write_sample(false);
    char *needs = sheet(2);
    expect_in(needs, "<v>1204</v>");
    expect_in(needs, "<v>145684</v>");
    free(needs);
    char *plan = sheet(5);
    expect_in(plan, "<v>18420</v>");
    free(plan);
    char *styles = member("xl/styles.xml");
    expect_in(styles, "[$\u00a3-809]#,##0.00");
    free(styles);
}

Test(needs_xlsx, the_matrix_has_one_hue_and_stays_in_sight)
{
    write_sample(false);
    char *xml = sheet(3);
    expect_in(xml, "<colorScale><cfvo type=\"num\" val=\"0\"/>"
                   "<cfvo type=\"max\" val=\"0\"/>"
                   "<color rgb=\"FFFFFFFF\"/><color rgb=\"FF7FB2E5\"/>");
    expect_in(xml, "state=\"frozen\"");
    expect_in(xml, "orientation=\"landscape\"");
    expect_in(xml, "fitToHeight=\"0\"");
    free(xml);
}

Test(needs_xlsx, it_names_no_person_and_no_machine_and_no_other_day)
{
    write_sample(false);
    char *core = member("docProps/core.xml");
    expect_in(core, "<dc:creator></dc:creator>");
    expect_in(core, "<cp:lastModifiedBy></cp:lastModifiedBy>");
    expect_in(core, "2026-11-22T00:00:00Z</dcterms:created>");
    free(core);
    char *app = member("docProps/app.xml");
    expect_in(app, "<Company></Company>");
    free(app);
}

Test(needs_xlsx, the_same_needs_are_the_same_bytes)
{
    struct buffer first = {0}, second = {0};
    sg_error error = {0};
    write_sample(false);
    cr_assert_eq(file_read(file, &first, &error), SG_OK);
    write_sample(false);
    cr_assert_eq(file_read(file, &second, &error), SG_OK);
    cr_assert_eq(first.size, second.size);
    cr_expect(memcmp(first.data, second.data, first.size) == 0);
    buffer_done(&first);
    buffer_done(&second);
}

static size_t files_in_folder(void)
{
    size_t count = 0;
    DIR *open = opendir(folder);
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;)
        count +=
            strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(open);
    return count;
}

Test(needs_xlsx, what_stays_inside_says_so_and_is_for_its_owner_only)
{
    struct stat seen;
    write_sample(false);
    write_sample(true);
    cr_assert_eq(stat(file, &seen), 0);
    cr_expect_eq(seen.st_mode & 0777, 0600);
    cr_expect_eq(files_in_folder(), 1, "nothing else is left there");
    char *strings = member("xl/sharedStrings.xml");
    expect_in(strings, "FOR INSIDE USE ONLY");
    expect_in(strings, "<t>@P-00417</t>");
    free(strings);
    for (int i = 1; i <= SHEETS; i++) {
        char *xml = sheet(i);
        expect_in(xml, "<oddHeader>&amp;C&amp;BFOR INSIDE USE ONLY");
        free(xml);
    }
}

Test(needs_xlsx, a_text_that_no_cell_holds_is_cut_and_says_so)
{
    sg_needs needs = sample_needs();
    sg_need list[NEEDS];
    memcpy(list, needs_list, sizeof(list));
    char *label = malloc(4 * TEXT_MOST + 1);
    cr_assert_not_null(label);
    label[0] = '\0';
    for (char *at = label; at < label + 4 * TEXT_MOST - 4; at += 4)
        memcpy(at, "\xF0\x9F\x98\x80", 5); /* two units of UTF-16 */
    list[0].label = label;
    needs.needs = list;
    write_book(&needs, file);
    char *strings = member("xl/sharedStrings.xml");
    expect_in(strings, "\xF0\x9F\x98\x80 [cut here: a cell holds no more]<");
    free(strings);
    free(label);
}

Test(needs_xlsx, the_summary_lists_only_what_somebody_is_known_to_lack)
{
    static const sg_need list[] = {{.label = "Lacked",
                                    .strength = SG_ESSENTIAL,
                                    .all = ALL_SHOWN(9, 0, 9, 0)},
                                   {.label = "Asked",
                                    .strength = SG_ESSENTIAL,
                                    .all = ALL_SHOWN(0, 9, 9, 0)},
                                   {.label = "Known",
                                    .strength = SG_ESSENTIAL,
                                    .all = ALL_SHOWN(0, 0, 18, 0)}};
    const sg_needs needs = {.today = "2026-11-22",
                            .target = SG_NEEDS_NEXT,
                            .needs = list,
                            .need_count = 3};
    write_book(&needs, file);
    char *strings = member("xl/sharedStrings.xml");
    const char *asked = strstr(strings, "<t>Asked</t>");
    const char *note =
        strstr(strings, "about 1 need that nobody is known to lack");
    expect_in(strings, "<t>Lacked</t>");
    cr_assert(asked && note);
    /* Texts are kept in the order of their first use. */
    cr_expect_gt(asked, note, "it comes up on a later sheet only");
    free(strings);
}

Test(needs_xlsx, needs_without_anything_are_a_workbook_all_the_same)
{
    const sg_needs needs = {.today = "2026-11-22", .target = SG_NEEDS_NEXT};
    write_book(&needs, file);
    char *strings = member("xl/sharedStrings.xml");
    expect_in(strings, "No budget was given");
    expect_in(strings, "Everybody could be looked at.");
    free(strings);
}

Test(needs_xlsx, what_cannot_be_written_is_told_and_leaves_nothing)
{
    sg_needs needs = sample_needs();
    sg_error error = {0};
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof(path), "%.100s/none/needs.xlsx", folder);
    cr_expect_eq(sg_report_needs_xlsx(&needs, path, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "missing");
    error = (sg_error){0};
    cr_expect_eq(sg_report_needs_xlsx(&needs, folder, &error), SG_STORAGE);
    cr_expect_eq(files_in_folder(), 0);
}

Test(needs_xlsx, a_full_disk_is_told_before_the_library_prints_it)
{
    const struct rlimit small = {.rlim_cur = 8192, .rlim_max = RLIM_INFINITY};
    sg_needs needs = sample_needs();
    sg_error error = {0};
    (void)signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    cr_expect_eq(sg_report_needs_xlsx(&needs, file, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "file-limit");
    cr_expect_str_eq(error.file, file);
    cr_expect_eq(files_in_folder(), 0);
}

static const struct {
    const char *text;
    size_t room;
    size_t lines;
} wrapped[] = {
    {"", 10, 1},           {"one two", 10, 1},  {"one two", 7, 1},
    {"one two", 6, 2},     {"one two", 3, 2},   {"abcdefghij", 5, 2},
    {"abcdefghijk", 5, 3}, {"a bcdefgh", 5, 3}, {"  spaces", 6, 2},
};

Test(needs_xlsx, lines_are_counted_by_words)
{
    for (size_t i = 0; i < sizeof(wrapped) / sizeof(wrapped[0]); i++)
        cr_expect_eq(book_lines(wrapped[i].text, wrapped[i].room),
                     wrapped[i].lines, "\"%s\" in %zu: %zu", wrapped[i].text,
                     wrapped[i].room,
                     book_lines(wrapped[i].text, wrapped[i].room));
}
