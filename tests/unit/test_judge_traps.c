/* SPDX-License-Identifier: MIT */
/* One person, one line, one verdict: every way that is known to get a person
 * wrong, written down with its reason before the engine ran. Only the public
 * headers are used.
 *
 * The options of a row are separated by ";": "evidence-only", "no-plugin",
 * "assume=WHAT" (repeatable), "post={...}". In a person "@hash@" becomes the
 * hash of the line. "-" and "any" are not looked at; words of `says` that are
 * separated by "|" are all looked for in the reason. */
#include "skillgap/gap.h"
#include "support.h"
#include "tsv.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"

/* Columns of tests/expected/traps.tsv. */
enum {
    TRAP,
    NAME,
    PERSON,
    OPTIONS,
    TO,
    LINE,
    VERDICT,
    MONTHS,
    ASSUMED,
    BY,
    SAYS,
    REASON,
    COLUMNS
};

enum { ROOM = 4096, PATH_ROOM = 1024, ROWS_LEAST = 350, ROWS_MOST = 1024 };

/* The shipped frameworks and the example's, with and without plugins. */
struct bench {
    char data[PATH_ROOM], example[PATH_ROOM];
    sg_catalogue *with, *without;
};

/* What one row asks. */
struct question {
    const sg_catalogue *catalogue;
    sg_person *person;
    sg_post *post;
    sg_gap *gap;
};

static sg_catalogue *open_catalogue(const struct bench *bench,
                                    const char *const *plugins, size_t count)
{
    const char *const data[] = {bench->data, bench->example};
    const sg_catalogue_options options = {
        .data_dirs = data,
        .data_dir_count = 2,
        .plugin_dirs = plugins,
        .plugin_dir_count = count,
        .without_plugins = count == 0,
    };
    sg_catalogue *catalogue = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
    return catalogue;
}

static void open_bench(struct bench *bench)
{
    const char *top = getenv("SKILLGAP_TEST_PLUGINS");
    char shipped[PATH_ROOM], example[PATH_ROOM];
    const char *const plugins[] = {shipped, example};

    cr_assert(top, "SKILLGAP_TEST_PLUGINS names no folder");
    snprintf(bench->data, PATH_ROOM, "%s", support_data());
    snprintf(bench->example, PATH_ROOM, "%s/../plugins/example/data",
             support_data());
    snprintf(shipped, PATH_ROOM, "%s/../../lib/skillgap/plugins", top);
    snprintf(example, PATH_ROOM, "%s/../../example/plugins", top);
    bench->with = open_catalogue(bench, plugins, 2);
    bench->without = open_catalogue(bench, NULL, 0);
}

static void close_bench(struct bench *bench)
{
    sg_catalogue_free(bench->with);
    sg_catalogue_free(bench->without);
}

/* Writes the text to a new file; the name is left in `path`. */
static void write_file(const char *text, char path[PATH_ROOM])
{
    snprintf(path, PATH_ROOM, "/tmp/skillgap-trap-XXXXXX");
    const int descriptor = mkstemp(path);
    cr_assert_geq(descriptor, 0, "no temporary file");
    FILE *file = fdopen(descriptor, "w");
    cr_assert(file);
    cr_assert_geq(fputs(text, file), 0);
    cr_assert_eq(fclose(file), 0);
}

static sg_status read_person(const struct bench *bench, const char *text,
                             sg_person **ret_person, sg_error *reterr)
{
    const char *const data[] = {bench->data};
    const sg_person_options options = {.data_dirs = data, .data_dir_count = 1};
    char path[PATH_ROOM];

    write_file(text, path);
    const sg_status status =
        sg_person_read(path, &options, NULL, NULL, ret_person, reterr);
    unlink(path);
    return status;
}

static sg_status read_post(const struct bench *bench, const char *text,
                           sg_post **ret_post, sg_error *reterr)
{
    const char *const data[] = {bench->data};
    const sg_person_options options = {.data_dirs = data, .data_dir_count = 1};
    char path[PATH_ROOM];

    write_file(text, path);
    const sg_status status =
        sg_post_read(path, &options, NULL, NULL, ret_post, reterr);
    unlink(path);
    return status;
}

/* Follows one option of the row. */
static sg_status follow(const struct bench *bench, const char *option,
                        struct question *question, sg_gap_request *request,
                        sg_error *reterr)
{
    if (strncmp(option, "assume=", 7) == 0)
        return sg_person_assume(question->person, question->catalogue,
                                option + 7, TODAY, reterr);
    if (strncmp(option, "post=", 5) == 0)
        return read_post(bench, option + 5, &question->post, reterr);
    if (strcmp(option, "evidence-only") == 0)
        request->evidence_only = true;
    else
        cr_assert(strcmp(option, "no-plugin") == 0 || strcmp(option, "-") == 0,
                  "no such option: %s", option);
    return SG_OK;
}

static sg_status follow_all(const struct bench *bench, const char *options,
                            struct question *question, sg_gap_request *request,
                            sg_error *reterr)
{
    char text[ROOM], *rest = text;
    sg_status status = SG_OK;

    snprintf(text, sizeof text, "%s", options);
    while (rest && status == SG_OK) {
        char *option = rest;
        rest = strchr(option, ';');
        if (rest)
            *rest++ = '\0';
        status = follow(bench, option, question, request, reterr);
    }
    return status;
}

static void done(struct question *question)
{
    sg_gap_free(question->gap);
    sg_post_free(question->post);
    sg_person_free(question->person);
}

/* Answers the row with this person. True when there is an answer. */
static bool answer(const struct bench *bench, const struct tsv *row,
                   const char *person, struct question *ret_question)
{
    struct question *question = ret_question;
    sg_gap_request request = {.today = TODAY};
    sg_error error = {0};

    *question = (struct question){
        .catalogue = strstr(row->cells[OPTIONS], "no-plugin") ? bench->without
                                                              : bench->with,
    };
    sg_status status = sg_catalogue_find(question->catalogue, row->cells[TO],
                                         &request.to, &error);
    if (status == SG_OK)
        status = read_person(bench, person, &question->person, &error);
    if (status == SG_OK)
        status =
            follow_all(bench, row->cells[OPTIONS], question, &request, &error);
    request.person = question->person;
    request.post = question->post;
    if (status == SG_OK)
        status =
            sg_gap_new(question->catalogue, &request, &question->gap, &error);
    cr_expect_eq(status, SG_OK, "%s: no answer: %s %s", row->cells[NAME],
                 error.pointer, error.message);
    return status == SG_OK;
}

static const sg_gap_line *line_of(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    cr_assert_fail("%s has no line %s", gap->to.id, id);
    return NULL;
}

/* The person of the row, with the hash of the line where it is wanted. */
static bool fill_in(const struct bench *bench, const struct tsv *row,
                    char out[ROOM])
{
    static const char mark[] = "@hash@";
    const char *person = row->cells[PERSON];
    const char *at = strstr(person, mark);
    struct question question;

    snprintf(out, ROOM, "%s", person);
    if (!at)
        return true;
    const bool answered = answer(bench, row, person, &question);
    if (answered)
        snprintf(out, ROOM, "%.*s%s%s", (int)(at - person), person,
                 line_of(question.gap, row->cells[LINE])->hash,
                 at + strlen(mark));
    done(&question);
    return answered;
}

static void to_lower(char *text)
{
    for (; *text; text++)
        *text = (char)tolower((unsigned char)*text);
}

/* Whether the reason has every word; those it has not are in `ret_missing`. */
static bool has_words(const char *reason, const char *words,
                      const char **ret_missing)
{
    static char wanted[ROOM];
    char lower[ROOM], *rest = wanted;

    snprintf(lower, sizeof lower, "%s", reason);
    snprintf(wanted, sizeof wanted, "%s", words);
    to_lower(lower);
    while (rest) {
        char *word = rest;
        rest = strchr(word, '|');
        if (rest)
            *rest++ = '\0';
        *ret_missing = word;
        if (!strstr(lower, word))
            return false;
    }
    return true;
}

static void expect_months(const struct tsv *row, const sg_gap_line *line)
{
    const char *wanted = row->cells[MONTHS];

    if (wanted[0] == '-' && line->verdict == SG_MET)
        wanted = "0";
    if (wanted[0] != '-')
        cr_expect_eq(line->missing_months, (uint32_t)atoi(wanted),
                     "%s: %u months short, expected %s (%s)", row->cells[NAME],
                     line->missing_months, wanted, line->reason);
}

static void expect_line(const struct tsv *row, const sg_gap_line *line)
{
    const char *const *cells = row->cells;
    const char *missing = "";

    cr_expect_str_eq(sg_verdict_word(line->verdict), cells[VERDICT],
                     "%s (trap %s): %s, expected %s\n    got: %s\n    "
                     "expected: %s",
                     cells[NAME], cells[TRAP], sg_verdict_word(line->verdict),
                     cells[VERDICT], line->reason, cells[REASON]);
    expect_months(row, line);
    if (strcmp(cells[ASSUMED], "any") != 0)
        cr_expect_str_eq(line->assumed ? "yes" : "no", cells[ASSUMED],
                         "%s: assumed is %d, expected %s (%s)", cells[NAME],
                         line->assumed, cells[ASSUMED], line->reason);
    if (strcmp(cells[BY], "any") != 0)
        cr_expect_str_eq(line->decided_by, cells[BY],
                         "%s: decided by %s, expected %s (%s)", cells[NAME],
                         line->decided_by, cells[BY], line->reason);
    if (strcmp(cells[SAYS], "-") != 0)
        cr_expect(has_words(line->reason, cells[SAYS], &missing),
                  "%s: the reason lacks \"%s\": %s", cells[NAME], missing,
                  line->reason);
}

static void check_row(const struct bench *bench, const struct tsv *row)
{
    char person[ROOM];
    struct question question;

    if (!fill_in(bench, row, person))
        return;
    if (answer(bench, row, person, &question))
        expect_line(row, line_of(question.gap, row->cells[LINE]));
    done(&question);
}

Test(judge_traps, a_person_is_judged_as_was_written_down_beforehand)
{
    struct bench bench = {0};
    struct tsv row = tsv_open("tests/expected/traps.tsv");
    size_t rows = 0;

    open_bench(&bench);
    while (tsv_next(&row)) {
        cr_assert_eq(row.count, COLUMNS, "row %zu has %zu cells", row.row,
                     row.count);
        check_row(&bench, &row);
        rows++;
    }
    cr_expect_geq(rows, ROWS_LEAST, "only %zu rows were checked", rows);
    tsv_close(&row);
    close_bench(&bench);
}

Test(judge_traps, every_row_has_a_name_of_its_own)
{
    static char names[ROWS_MOST][80];
    struct tsv row = tsv_open("tests/expected/traps.tsv");
    size_t rows = 0;

    while (tsv_next(&row)) {
        cr_assert_lt(rows, ROWS_MOST);
        for (size_t i = 0; i < rows; i++)
            cr_expect_str_neq(names[i], row.cells[NAME]);
        snprintf(names[rows++], sizeof names[0], "%s", row.cells[NAME]);
    }
    tsv_close(&row);
}
