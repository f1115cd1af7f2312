/* SPDX-License-Identifier: MIT */
/* Reading a framework: each way to break a file, and what is said of it. */
#include "breakable.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct reference *reference;

static void open_reference(void)
{
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_framework, .init = open_reference, .fini = close_reference);

struct change {
    const char *from, *to;
    const char *reason;
    const char *pointer;
    const char *says; /* part of the message */
};

static const struct change errors[] = {
    /* Fields that are missing. */
    {"'version': '1',", "", "missing-field", "", "'version'"},
    {"'format': 'skillgap-framework/1', ", "", "missing-field", "", "'format'"},
    {"'name': 'Testshire', ", "", "missing-field", "/council", "'name'"},
    {"'title': 'Low', ", "", "missing-field", LOW, "'title'"},
    {", 'why': 'It is more.'", "", "missing-field", "/scales/0/levels/1",
     "'why'"},
    {"'op': 'skill',", "", "missing-field",
     LOW "/specification/essential/0/needs", "'op'"},
    {"'n': 2, ", "", "missing-field", TWO, "'n'"},
    {"'level': 4, ", "", "missing-field", OR "/parts/0", "'level'"},
    {"'scale': 'NVQ',", "", "missing-field", OR "/parts/0", "'scale'"},
    {"'credential': 'icdl'", "'credential': null", "wrong-type",
     TWO "/parts/0/credential", "null"},
    /* Wrong types. */
    {"'version': '1'", "'version': 1", "wrong-type", "/version", "quotes"},
    {"'named': false", "'named': 'no'", "wrong-type", "/council/named", "true"},
    {"'rank': 2", "'rank': '2'", "wrong-type", HIGH "/rank", "whole number"},
    {"'rank': 2", "'rank': 2.5", "wrong-type", HIGH "/rank", "whole number"},
    {"'rank': 2", "'rank': true", "wrong-type", HIGH "/rank", "whole number"},
    {"'areas': ['office'],\n  's", "'areas': 'office',\n  's", "wrong-type",
     FAMILY "/areas", "list"},
    {"{'text': 'To do.'}", "'To do.'", "wrong-type",
     FAMILY "/statements/0/items/0", "object"},
    {"'items': ['3']", "'items': [3]", "wrong-type",
     HIGH "/specification/essential/1/items/0", "text"},
    {"['15.2', '15.3']", "152", "wrong-type", OR "/parts/0/subject", "text"},
    {"'op': 'any'", "'op': 5", "missing-field", OR, "'op'"},
    /* Texts that do not fit. */
    {"'id': 't'", "'id': 'T'", "bad-pattern", "/id", "lower-case"},
    {"'id': 'doc'", "'id': 'doc-'", "bad-pattern", "/documents/0/id",
     "lower-case"},
    {"'id': 't/low'", "'id': 't-low'", "bad-pattern", LOW "/id", "slash"},
    {"'id': 't/low'", "'id': 'u/low'", "wrong-framework", LOW "/id", "t/"},
    {"2026-11-22", "22.11.2026", "bad-pattern", "/as_of", "2026"},
    {"'15.2'", "'152'", "bad-pattern", OR "/parts/0/subject/0", "15.2"},
    {"'title': 'Document'", "'title': ''", "out-of-range", "/documents/0/title",
     "empty"},
    {"'level': '2'", "'level': '123456789012345678901234567890123'",
     "out-of-range", HIGH "/level", "33"},
    {"'graded'", "'grade'", "unknown-word", "/sections/1/kind", "'graded'?"},
    {"'op': 'any'", "'op': 'some'", "unknown-word", OR "/op", "any"},
    {"'scale': 'NVQ'", "'scale': 'nvq'", "unknown-word", OR "/parts/0/scale",
     "'NVQ'?"},
    /* Numbers out of range. */
    {"'rank': 2", "'rank': 0", "out-of-range", HIGH "/rank", "1 to 1000"},
    {"'rank': 2", "'rank': 1001", "out-of-range", HIGH "/rank", "1 to 1000"},
    {"'grade_rank': 4", "'grade_rank': -1", "out-of-range", HIGH "/grade_rank",
     "1 to 1000"},
    {"'months': 12", "'months': 1201", "out-of-range", TWO "/parts/2/months",
     "1 to 1200"},
    {"'level': 4,", "'level': 13,", "out-of-range", OR "/parts/0/level",
     "1 to 12"},
    {"'n': 2", "'n': 4", "out-of-range", TWO "/n", "only 3"},
    {"'n': 2", "'n': 0", "out-of-range", TWO "/n", "1 to 64"},
    {"'level': 2,\n", "'level': 9007199254740993,\n", "out-of-range",
     HIGH "/cells/0/level", "from 1"},
    /* Levels that do not exist. */
    {"'level': 2,\n", "'level': 3,\n", "bad-level", HIGH "/cells/0/level",
     "2 levels"},
    {"'level': 4,", "'level': 6,", "bad-level", OR "/parts/0/level",
     "1, 2, 3, 4, 5"},
    {"'RQF', 'level': 3", "'RQF', 'level': 9", "bad-level",
     OR "/parts/1/equivalent_to/level", "RQF"},
    /* Duplicates. */
    {"'id': 'other'", "'id': 'doc'", "duplicate-id", "/documents/1/id",
     "document"},
    {"'id': 'factors'", "'id': 'person'", "duplicate-id", "/sections/2/id",
     "section"},
    {"'t/high', 'title'", "'t/low', 'title'", "duplicate-id", HIGH "/id",
     "role"},
    {"'high-two'", "'low-skill'", "duplicate-id",
     HIGH "/specification/essential/1/id", "line"},
    {"'rank': 2", "'rank': 1", "duplicate-rank", HIGH "/rank", "rank 1"},
    {"[{'text': 'Knows more.'}]}]",
     "[{'text': 'A'}]}, {'scale': 'know', 'items': [{'text': 'B'}]}]",
     "duplicate-cell", HIGH "/cells/1/scale", "know"},
    {"'areas': ['office'], 'cells'", "'areas': ['office', 'office'], 'cells'",
     "duplicate-entry", LOW "/areas/1", "office"},
    {"'15.3'", "'15.2'", "duplicate-entry", OR "/parts/0/subject/1", "15.2"},
    {"'basic', 'good'", "'good', 'good'", "duplicate-entry", "/word_orders/0/1",
     "good"},
    /* Dangling references. */
    {"'document': 'doc'", "'document': 'dok'", "unknown-reference",
     FAMILY "/document", "'doc'?"},
    {"'document': 'other'", "'document': 'othr'", "unknown-reference",
     HIGH "/document", "'other'?"},
    {"'section': 'factors'", "'section': 'factor'", "unknown-reference",
     "/scales/0/section", "'factors'?"},
    {"'areas': ['office'],\n  's", "'areas': ['ofice'],\n  's",
     "unknown-reference", FAMILY "/areas/0", "'office'?"},
    {"'scale': 'know', 'level': 2", "'scale': 'knwo', 'level': 2",
     "unknown-reference", HIGH "/cells/0/scale", "'know'?"},
    {"'it-keyboard'", "'it-keybord'", "unknown-criterion",
     LOW "/specification/essential/0/needs/criterion", "'it-keyboard'?"},
    {"'tact-diplomacy'", "'tact'", "unknown-criterion",
     LOW "/cells/0/items/0/touches/0", "criterion"},
    {"'roles': ['t/low'], ", "'roles': ['t/lo'], ", "unknown-reference",
     OR "/parts/1/roles/0", "'t/low'?"},
    {"'roles': ['t/low'], ", "'roles': ['county/office-manager'], ",
     "unknown-reference", OR "/parts/1/roles/0", "role"},
    {"'section': 'factors'", "'section': 'purpose'", "wrong-kind",
     "/scales/0/section", "'graded'"},
    {"'section': 'person', 'd", "'section': 'purpose', 'd", "wrong-kind",
     HIGH "/specification/section", "'specification'"},
    {"'section': 'purpose'", "'section': 'person'", "wrong-kind",
     FAMILY "/statements/0/section", "'statement'"},
    /* Empty lists. */
    {"[{'text': 'Knows more.'}]", "[]", "empty-list", HIGH "/cells/0/items",
     "at least 1"},
    {"'items': ['3']", "'items': []", "empty-list",
     HIGH "/specification/essential/1/items", "at least 1"},
    {"['basic', 'good']", "['basic']", "empty-list", "/word_orders/0",
     "at least 2"},
    {"['15.2', '15.3']", "[]", "empty-list", OR "/parts/0/subject",
     "at least 1"},
    {"'op': 'skill',", "'op': 'all', 'parts': [],", "empty-group",
     LOW "/specification/essential/0/needs/parts", "at least 1"},
    /* Orders that contradict each other. */
    {"['basic', 'good']", "['basic', 'good'], ['good', 'basic']",
     "contradictory-order", "/word_orders/1", "'good'"},
    {"['basic', 'good']", "['a', 'b'], ['x', 'y'], ['b', 'c'], ['c', 'a']",
     "contradictory-order", "/word_orders/3", "above"},
    /* What was meant. */
    {"'it-keyboard'", "'numeracy'", "unknown-criterion",
     LOW "/specification/essential/0/needs/criterion", "'literacy-numeracy'?"},
    {"'it-keyboard'", "'experience-work'", "unknown-criterion",
     LOW "/specification/essential/0/needs/criterion", "'work-experience'?"},
    {"'it-keyboard'", "'qqq'", "unknown-criterion",
     LOW "/specification/essential/0/needs/criterion",
     "data/reference/criteria.json"},
    {"'council': {", "'councl': {", "missing-field", "", "this by 'councl'?"},
    {"'roles': ['t/low'], ", "'roles': ['u/low'], ", "unknown-reference",
     OR "/parts/1/roles/0", "only roles of this framework"},
    {"framework/1", "framwork/1", "wrong-format", "/format",
     "mean 'skillgap-framework/1'?"},
    {"'rank': 2", "'rank': 1e300", "out-of-range", HIGH "/rank", "1 to 1000"},
    {"2026-11-22", "2026-02-30", "out-of-range", "/as_of", "calendar"},
    {"'title': 'Document'", "'title': ' \\u00a0\\t'", "out-of-range",
     "/documents/0/title", "empty"},
    /* What belongs elsewhere. */
    {"'op': 'any',", "'op': 'any', 'n': 1,", "misplaced-field", OR "/n",
     "at-least"},
    /* The file as a whole. */
    {"framework/1", "framework/2", "newer-version", "/format",
     "skillgap-framework/1"},
    {"framework/1", "framework/0", "wrong-format", "/format",
     "skillgap-framework/1"},
    {"framework/1", "person/1", "wrong-format", "/format", "skillgap-person/1"},
    /* Cycles. */
    {"'op': 'skill',\n      'label': 'Basic IT', 'criterion': 'it-keyboard',\n"
     "      'degree': 'basic'",
     "'op': 'experience', 'label': 'L', 'criterion': 'work-experience', "
     "'roles': ['t/low']",
     "cycle", LOW "/specification/essential/0/needs", "t/low -> t/low"},
};

static void expect_error(const struct change *row)
{
    char *text = breakable_with(row->from, row->to);
    struct problems found = {0};
    framework_free(breakable_read(reference, text, &found));
    free(text);
    cr_expect_geq(found.count, 1, "%s: nothing is told", row->to);
    const sg_error *first = &found.list[0];
    for (size_t i = 0; i < found.count && first->warning; i++)
        first = &found.list[i];
    cr_expect(!first->warning, "%s: only warnings", row->to);
    cr_expect_str_eq(first->reason, row->reason, "%s: %s: %s", row->to,
                     first->reason, first->message);
    cr_expect_str_eq(first->pointer, row->pointer, "%s: %s", row->to,
                     first->pointer);
    cr_expect(strstr(first->message, row->says), "%s: %s", row->to,
              first->message);
    cr_expect_str_eq(first->file, "t.json");
}

Test(read_framework, each_mistake_is_told_at_its_place)
{
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
        expect_error(&errors[i]);
}

/* One thing is wrong in each, and what refers to it is not to blame. */
static const struct change single[] = {
    {"'kind': 'graded'", "'kind': 'grated'", NULL, "/sections/1/kind", NULL},
    {"'id': 'factors'", "'id': 5", NULL, "/sections/1/id", NULL},
    {"'id': 'know'", "'id': 5", NULL, "/scales/0/id", NULL},
    {"'id': 'office'", "'id': null", NULL, "/areas/0/id", NULL},
    {"'id': 't/low'", "'id': 6", NULL, LOW "/id", NULL},
    {"'id': 't'", "'id': 'T'", NULL, "/id", NULL},
    {"'id': 't'", "'id': 'test'", NULL, "/id", NULL},
};

Test(read_framework, one_fault_is_one_error)
{
    for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++) {
        const struct change *row = &single[i];
        char *text = breakable_with(row->from, row->to);
        struct problems found = {0};
        framework_free(breakable_read(reference, text, &found));
        free(text);
        cr_assert_geq(found.count, 1, "%s", row->to);
        cr_expect_eq(found.count, 1, "%s: then %s: %s", row->to,
                     found.list[1].pointer, found.list[1].message);
        cr_expect_str_eq(found.list[0].pointer, row->pointer, "%s", row->to);
    }
}

Test(read_framework, a_cycle_is_found_beside_other_errors)
{
    char *text = breakable_with("'op': 'skill',\n      'label': 'Basic IT', "
                                "'criterion': 'it-keyboard',\n"
                                "      'degree': 'basic'",
                                "'op': 'experience', 'label': 'L', "
                                "'criterion': 'no-such', 'roles': ['t/low']");
    struct problems found = {0};
    breakable_read(reference, text, &found);
    free(text);
    cr_assert_eq(found.count, 2);
    cr_expect_str_eq(found.list[0].reason, "unknown-criterion");
    cr_expect_str_eq(found.list[1].reason, "cycle");
}

Test(read_framework, the_whole_file_is_a_place_too)
{
    struct problems found = {0};
    breakable_read(reference, "[]", &found);
    cr_assert_eq(found.count, 1);
    cr_expect(found.list[0].has_pointer);
    breakable_read(reference, "[", &found);
    cr_expect_not(found.list[1].has_pointer, "that one has a line");
}

static const struct change warnings[] = {
    {"'note': 'A test.'", "'nite': 'A test.'", "unknown-field", "/nite",
     "'note'?"},
    {"'degree': 'basic'", "'degre': 'basic'", "unknown-field",
     LOW "/specification/essential/0/needs/degre", "'degree'?"},
    {"'note': 'A test.'", "'a/b~c': 1", "unknown-field", "/a~1b~0c", "a/b~c"},
    {"'word': 'proven'", "'word': 'prove'", "unknown-word", OR "/parts/1/word",
     "'proven'?"},
    {"'ref': null", "'ref': '12'", "duplicate-ref", HIGH "/ref", "t/low"},
    {"{'id': 'low-skill', 'items': ['1'], " LOW_NEEDS "}", "", "empty-list",
     LOW "/specification/essential", "nothing essential"},
    {"'degree': 'basic'", "'degree': 'basik'", "unordered-word",
     LOW "/specification/essential/0/needs/degree", "'basic'?"},
    {"'word_orders': [['basic', 'good']],", "", "unordered-word",
     LOW "/specification/essential/0/needs/degree", "always ask"},
};

Test(read_framework, what_does_no_harm_is_a_warning)
{
    for (size_t i = 0; i < sizeof(warnings) / sizeof(warnings[0]); i++) {
        const struct change *row = &warnings[i];
        char *text = breakable_with(row->from, row->to);
        struct problems found = {0};
        struct framework *framework = breakable_read(reference, text, &found);
        cr_expect_not_null(framework, "%s", row->to);
        cr_assert_eq(found.count, 1, "%s: %zu problems", row->to, found.count);
        cr_expect(found.list[0].warning, "%s", row->to);
        cr_expect_str_eq(found.list[0].reason, row->reason, "%s", row->to);
        cr_expect_str_eq(found.list[0].pointer, row->pointer, "%s", row->to);
        cr_expect(strstr(found.list[0].message, row->says), "%s: %s", row->to,
                  found.list[0].message);
        framework_free(framework);
        free(text);
    }
}

static const struct change harmless[] = {
    {"'id': 't', ", "'$schema': 'x', 'id': 't', ", NULL, NULL, NULL},
    {"'rank': 2", "'rank': 2.0", NULL, NULL, "a whole number in another form"},
    {"'grade': '4', 'grade_rank': 4", "'grade': null, 'grade_rank': null", NULL,
     NULL, "null stands for none"},
    {"'A test.'", "'\\u001b[31m \\u202e'", NULL, NULL, "shown safely later"},
    {"'note': 'A test.'", "'note': 'caf\xC3\xA9'", NULL, NULL, "UTF-8"},
    {"['15.2', '15.3']", "'specialist-area'", NULL, NULL, "a subject word"},
    {"{'format'", "\xEF\xBB\xBF{'format'", NULL, NULL, "a byte order mark"},
};

Test(read_framework, what_the_schema_takes_is_taken_without_a_word)
{
    for (size_t i = 0; i < sizeof(harmless) / sizeof(harmless[0]); i++) {
        char *text = breakable_with(harmless[i].from, harmless[i].to);
        struct problems found = {0};
        framework_free(breakable_read(reference, text, &found));
        cr_expect_eq(found.count, 0, "%s: %s", harmless[i].to,
                     found.list[0].message);
        free(text);
    }
}

Test(read_framework, all_mistakes_are_told_in_the_order_of_the_file)
{
    char *text = breakable_with("'title': 'Document'", "'title': 5");
    char *at = strstr(text, "\"kind\": \"graded\"");
    memcpy(at, "\"kind\": \"grated\"", 16);
    at = strstr(text, "it-keyboard");
    memcpy(at, "it-keybaord", 11);
    at = strstr(text, "\"months\": 12");
    memcpy(at, "\"months\": -2", 12);
    struct problems found = {0};
    breakable_read(reference, text, &found);
    free(text);
    cr_assert_eq(found.count, 4);
    cr_expect_str_eq(found.list[0].pointer, "/documents/0/title");
    cr_expect_str_eq(found.list[1].pointer, "/sections/1/kind");
    cr_expect_str_eq(found.list[2].pointer,
                     LOW "/specification/essential/0/needs/criterion");
    cr_expect_str_eq(found.list[3].pointer, TWO "/parts/2/months");
}

Test(read_framework, a_value_that_is_no_object_is_one_problem)
{
    struct problems found = {0};
    breakable_read(reference, "[1, 2]", &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "wrong-type");
    cr_expect_str_eq(found.list[0].pointer, "");
}

Test(read_framework, a_syntax_error_is_told_with_line_and_column)
{
    struct problems found = {0};
    breakable_read(reference, "{\n  \"format\": oops}", &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "syntax");
    cr_expect_eq(found.list[0].line, 2);
    cr_expect_eq(found.list[0].column, 13);
}

Test(read_framework, the_shipped_frameworks_have_no_problem_at_all)
{
    static const char *const ids[] = {"county", "st-albans"};
    for (size_t i = 0; i < 2; i++)
        framework_free(support_shipped(reference, ids[i]));
}
