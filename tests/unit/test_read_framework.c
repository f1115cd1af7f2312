/* SPDX-License-Identifier: MIT */
/* Reading a framework: one small valid file, and each way to break it. */
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In single quotes, which quoted() turns into double ones. */
static const char small[] =
    "{'format': 'skillgap-framework/1', 'id': 't', 'version': '1',\n"
    " 'as_of': '2026-11-22', 'note': 'A test.',\n"
    " 'council': {'name': 'Testshire', 'named': false, 'note': 'N'},\n"
    " 'documents': [{'id': 'doc', 'title': 'Document'},\n"
    "  {'id': 'other', 'title': 'Other', 'note': 'Note'}],\n"
    " 'word_orders': [['basic', 'good']],\n"
    " 'areas': [{'id': 'office', 'title': 'office work'}],\n"
    " 'sections': [\n"
    "  {'id': 'purpose', 'title': 'Purpose', 'kind': 'statement'},\n"
    "  {'id': 'factors', 'title': 'Factors', 'kind': 'graded'},\n"
    "  {'id': 'person', 'title': 'Person', 'kind': 'specification'}],\n"
    " 'scales': [{'id': 'know', 'section': 'factors', 'title': 'Knowledge',\n"
    "  'when_raised': 'seek', 'levels': [{'summary': 'some'},\n"
    "   {'summary': 'more', 'why': 'It is more.'}]}],\n"
    " 'families': [{'id': 'fam', 'title': 'Family', 'document': 'doc',\n"
    "  'areas': ['office'],\n"
    "  'statements': [{'section': 'purpose', 'items': [{'text': 'To do.'}]}],\n"
    "  'roles': [\n"
    "   {'id': 't/low', 'title': 'Low', 'ref': null, 'level': '1', 'rank': 1,\n"
    "    'areas': ['office'], 'cells': [{'scale': 'know', 'level': 1,\n"
    "     'items': [{'text': 'Knows.', 'item': '1',\n"
    "      'touches': ['tact-diplomacy']}],\n"
    "     'measures': [{'text': 'Measured.'}]}],\n"
    "    'specification': {'section': 'person', 'essential': [\n"
    "     {'id': 'low-skill', 'items': ['1'], 'needs': {'op': 'skill',\n"
    "      'label': 'Basic IT', 'criterion': 'it-keyboard',\n"
    "      'degree': 'basic'}}]}},\n"
    "   {'id': 't/high', 'title': 'High', 'ref': '12', 'level': '2',\n"
    "    'rank': 2, 'grade': '4', 'grade_rank': 4, 'document': 'other',\n"
    "    'column': 'HIGH', 'cells': [{'scale': 'know', 'level': 2,\n"
    "     'items': [{'text': 'Knows more.'}]}],\n"
    "    'specification': {'section': 'person', 'desirable': [\n"
    "     {'id': 'high-wish', 'items': ['1'], 'needs': {'op': 'training',\n"
    "      'label': 'Trained', 'criterion': 'in-house-training'}}],\n"
    "     'essential': [{'id': 'high-or', 'items': ['1', '2'], 'needs':\n"
    "      {'op': 'any', 'printed': 'and/or', 'parts': [\n"
    "       {'op': 'qualification', 'label': 'NVQ 4',\n"
    "        'criterion': 'vocational-qualification', 'scale': 'NVQ',\n"
    "        'level': 4, 'equivalent': true, 'subject': ['15.2', '15.3']},\n"
    "       {'op': 'experience', 'label': 'Proven, as Low',\n"
    "        'criterion': 'work-experience', 'word': 'proven',\n"
    "        'roles': ['t/low'], 'areas': ['office'],\n"
    "        'equivalent_to': {'scale': 'RQF', 'level': 3}}]}},\n"
    "      {'id': 'high-two', 'items': ['3'], 'needs': {'op': 'at-least',\n"
    "       'n': 2, 'parts': [{'op': 'credential', 'label': 'ICDL',\n"
    "         'criterion': 'icdl', 'credential': 'icdl'},\n"
    "        {'op': 'not-needed-here', 'label': 'where appropriate'},\n"
    "        {'op': 'experience', 'label': 'As Low', 'months': 12,\n"
    "         'criterion': 'work-experience', 'roles': ['t/low']}]}}]}}\n"
    " ]}]}\n";

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

static void quoted(char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            *text = '"';
}

/* The small framework with one place changed; to be freed. */
static char *changed(const char *from, const char *to)
{
    const char *at = strstr(small, from);
    cr_assert_not_null(at, "the small framework holds no %s", from);
    const size_t room = sizeof(small) + strlen(to);
    char *text = malloc(room);
    cr_assert_not_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(at - small), small, to,
             at + strlen(from));
    quoted(text);
    return text;
}

enum { KEPT = 40 };

/* The problems of one reading. */
struct problems {
    sg_error list[KEPT];
    size_t count;
};

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

static struct framework *read_text(const char *text, struct problems *problems)
{
    struct buffer bytes = support_bytes(text);
    struct problem_sink sink = {.tell = keep, .user = problems};
    struct framework *framework = NULL;
    sg_error error = {0};
    const sg_status status =
        read_framework(&bytes, "t.json", reference, &sink, &framework, &error);
    buffer_done(&bytes);
    cr_expect_eq(framework != NULL, status == SG_OK);
    cr_expect_eq(sink.errors > 0, status == SG_INPUT);
    cr_expect_eq(error.status, status, "the first error is handed back");
    return framework;
}

struct change {
    const char *from, *to;
    const char *reason;
    const char *pointer;
    const char *says; /* part of the message */
};

#define FAMILY "/families/0"
#define LOW "/families/0/roles/0"
#define HIGH "/families/0/roles/1"
#define OR HIGH "/specification/essential/0/needs"
#define TWO HIGH "/specification/essential/1/needs"

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
    char *text = changed(row->from, row->to);
    struct problems found = {0};
    framework_free(read_text(text, &found));
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

static const struct change warnings[] = {
    {"'note': 'A test.'", "'nite': 'A test.'", "unknown-field", "/nite",
     "'note'?"},
    {"'degree': 'basic'", "'degre': 'basic'", "unknown-field",
     LOW "/specification/essential/0/needs/degre", "'degree'?"},
    {"'note': 'A test.'", "'a/b~c': 1", "unknown-field", "/a~1b~0c", "a/b~c"},
    {"'word': 'proven'", "'word': 'prove'", "unknown-word", OR "/parts/1/word",
     "'proven'?"},
    {"2026-11-22", "2026-02-30", "out-of-range", "/as_of", "calendar"},
};

Test(read_framework, what_does_no_harm_is_a_warning)
{
    for (size_t i = 0; i < sizeof(warnings) / sizeof(warnings[0]); i++) {
        const struct change *row = &warnings[i];
        char *text = changed(row->from, row->to);
        struct problems found = {0};
        struct framework *framework = read_text(text, &found);
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
        char *text = changed(harmless[i].from, harmless[i].to);
        struct problems found = {0};
        framework_free(read_text(text, &found));
        cr_expect_eq(found.count, 0, "%s: %s", harmless[i].to,
                     found.list[0].message);
        free(text);
    }
}

Test(read_framework, all_mistakes_are_told_in_the_order_of_the_file)
{
    char *text = changed("'title': 'Document'", "'title': 5");
    char *at = strstr(text, "\"kind\": \"graded\"");
    memcpy(at, "\"kind\": \"grated\"", 16);
    at = strstr(text, "it-keyboard");
    memcpy(at, "it-keybaord", 11);
    at = strstr(text, "\"months\": 12");
    memcpy(at, "\"months\": -2", 12);
    struct problems found = {0};
    read_text(text, &found);
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
    read_text("[1, 2]", &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "wrong-type");
    cr_expect_str_eq(found.list[0].pointer, "");
}

Test(read_framework, a_syntax_error_is_told_with_line_and_column)
{
    struct problems found = {0};
    read_text("{\n  \"format\": oops}", &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "syntax");
    cr_expect_eq(found.list[0].line, 2);
    cr_expect_eq(found.list[0].column, 13);
}

/* A group in a group, `depth` nodes from the root to the leaf. */
static char *nested(size_t depth)
{
    char needs[1024] = "'needs': ";
    for (size_t i = 1; i < depth; i++)
        strcat(needs, "{'op': 'all', 'parts': [");
    strcat(needs, "{'op': 'training', 'label': 'L', "
                  "'criterion': 'in-house-training'}");
    for (size_t i = 1; i < depth; i++)
        strcat(needs, "]}");
    return changed("'needs': {'op': 'training',\n      'label': 'Trained', "
                   "'criterion': 'in-house-training'}",
                   needs);
}

Test(read_framework, trees_have_a_depth)
{
    struct problems found = {0};
    char *text = nested(8);
    framework_free(read_text(text, &found));
    cr_expect_eq(found.count, 0, "%s", found.list[0].message);
    free(text);
    text = nested(9);
    read_text(text, &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "nesting");
    free(text);
}

Test(read_framework, trees_have_a_size)
{
    static char needs[64 * 1024];
    strcpy(needs, "'needs': {'op': 'all', 'parts': [");
    for (int group = 0; group < 5; group++) {
        strcat(needs, "{'op': 'all', 'parts': [");
        for (int leaf = 0; leaf < 60; leaf++)
            strcat(needs, "{'op': 'training', 'label': 'L', 'criterion': "
                          "'in-house-training'},");
        needs[strlen(needs) - 1] = ']';
        strcat(needs, "},");
    }
    needs[strlen(needs) - 1] = ']';
    strcat(needs, "}");
    char *text = changed("'needs': {'op': 'training',\n      'label': "
                         "'Trained', 'criterion': 'in-house-training'}",
                         needs);
    struct problems found = {0};
    read_text(text, &found);
    free(text);
    cr_assert_eq(found.count, 1, "told once");
    cr_expect_str_eq(found.list[0].reason, "too-large");
}

/* Whether the role t/low can be held when it asks for what `needs` says; the
 * role t/high asks for t/low, without an alternative. */
static bool makes_a_cycle(const char *needs)
{
    char all[1024];
    snprintf(all, sizeof(all), "'needs': %s", needs);
    char *text = changed("'needs': {'op': 'skill',\n      'label': 'Basic IT', "
                         "'criterion': 'it-keyboard',\n      'degree': "
                         "'basic'}",
                         all);
    /* high-two: the leaf that names t/low is all that is asked for. */
    strstr(strstr(text, "high-two"), "\"n\": 2")[5] = '3';
    struct problems found = {0};
    struct framework *framework = read_text(text, &found);
    const bool cycle = found.count == 1 && !framework &&
                       strcmp(found.list[0].reason, "cycle") == 0;
    cr_expect(cycle || framework, "%s: %s", needs, found.list[0].message);
    framework_free(framework);
    free(text);
    return cycle;
}

#define AT(roles)                                                              \
    "{'op': 'experience', 'label': 'L', 'criterion': 'work-experience', "      \
    "'roles': [" roles "]}"
#define SKILL "{'op': 'skill', 'label': 'L', 'criterion': 'it-keyboard'}"

Test(read_framework, a_cycle_is_what_has_no_other_way_in)
{
    cr_expect(makes_a_cycle(AT("'t/high'")), "each asks for the other");
    cr_expect(makes_a_cycle(AT("'t/high', 't/low'")), "either is closed");
    cr_expect(makes_a_cycle("{'op': 'all', 'parts': [" SKILL
                            "," AT("'t/high'") "]}"));
    cr_expect(makes_a_cycle("{'op': 'any', 'parts': [" AT("'t/high'") "]}"),
              "any of one part is that part");
    cr_expect(makes_a_cycle("{'op': 'at-least', 'n': 2, 'parts': [" SKILL
                            "," AT("'t/high'") "]}"));
    cr_expect_not(makes_a_cycle(
        "{'op': 'any', 'parts': [" AT("'t/high'") "," SKILL "]}"));
    cr_expect_not(makes_a_cycle("{'op': 'at-least', 'n': 1, 'parts': [" SKILL
                                "," AT("'t/high'") "]}"));
    cr_expect_not(makes_a_cycle(
        "{'op': 'experience', 'label': 'L', 'criterion': 'work-experience', "
        "'roles': ['t/high'], 'areas': ['office']}"));
}

Test(read_framework, a_cycle_names_its_roles)
{
    char *text = changed("'op': 'skill',\n      'label': 'Basic IT', "
                         "'criterion': 'it-keyboard',\n      'degree': "
                         "'basic'",
                         "'op': 'experience', 'label': 'L', 'criterion': "
                         "'work-experience', 'roles': ['t/high']");
    strstr(strstr(text, "high-two"), "\"n\": 2")[5] = '3';
    struct problems found = {0};
    read_text(text, &found);
    free(text);
    cr_assert_eq(found.count, 1);
    cr_expect(strstr(found.list[0].message, "t/low -> t/high -> t/low"), "%s",
              found.list[0].message);
}

/* A text of the framework. */
#define TEXT(at) framework_text(framework, at)

static struct framework *compiled_small(void)
{
    char *text = changed("", "");
    struct framework *framework = support_framework(reference, text);
    free(text);
    return framework;
}

Test(read_framework, nouns_are_compiled_as_the_file_says)
{
    struct framework *framework = compiled_small();
    cr_expect_str_eq(TEXT(framework->id), "t");
    cr_expect_str_eq(TEXT(framework->council), "Testshire");
    cr_expect_not(framework->council_named);
    cr_expect_str_eq(framework->file, "test.json");
    cr_expect_eq(framework->scales[0].levels.count, 2);
    cr_expect_eq(framework->scales[0].when_raised, RAISED_SEEK);
    cr_expect(framework->scales[0].heading_printed);
    cr_expect_eq(framework->sections[1].kind, SECTION_GRADED);
    const struct role *high = &framework->roles[1];
    cr_expect_str_eq(TEXT(high->column), "HIGH");
    cr_expect_str_eq(TEXT(framework->documents[high->document].id), "other");
    cr_expect_eq(high->grade_rank, 4);
    cr_expect_eq(framework->roles[0].document, 0, "the family's");
    cr_expect_eq(framework->roles[0].grade, 0, "none");
    const struct cell *cell =
        &framework->cells[framework->roles[0].cells.first];
    cr_expect_eq(cell->measures.count, 1);
    const struct item *item = &framework->items[cell->items.first];
    cr_expect_str_eq(TEXT(item->text), "Knows.");
    cr_expect_eq(framework->touches[item->touches.first],
                 reference_criterion(reference, "tact-diplomacy"));
    framework_free(framework);
}

Test(read_framework, essential_lines_come_first_whatever_the_file_order)
{
    struct framework *framework = compiled_small();
    const struct role *high = &framework->roles[1];
    const struct line *lines = &framework->lines[high->lines.first];
    cr_assert_eq(high->lines.count, 3);
    cr_expect_eq(high->essential_count, 2);
    cr_expect_str_eq(TEXT(lines[0].id), "high-or");
    cr_expect_str_eq(TEXT(lines[0].items), "1, 2");
    cr_expect_str_eq(TEXT(lines[2].id), "high-wish");
    cr_expect_eq(lines[2].strength, SG_DESIRABLE);
    for (uint32_t i = 0; i < framework->line_count; i++)
        cr_expect_eq(framework->lines[i].role, i == 0 ? 0 : 1);
    framework_free(framework);
}

Test(read_framework, a_tree_stands_in_preorder)
{
    struct framework *framework = compiled_small();
    const struct line *line =
        &framework->lines[framework->roles[1].lines.first];
    const struct node *node = &framework->nodes[line->root];
    cr_expect_eq(node[0].op, SG_ANY);
    cr_expect_str_eq(TEXT(node[0].printed), "and/or");
    cr_expect_eq(node[0].criterion, NO_CRITERION);
    cr_expect_eq(node[0].end, line->root + 3);
    cr_expect_eq(node[1].op, SG_QUALIFICATION);
    cr_expect_eq(node[1].end, line->root + 2);
    cr_expect_eq(node[1].u.qualification.scale, SCALE_NVQ);
    cr_expect_eq(node[1].u.qualification.min_rqf, 4);
    cr_expect_eq(node[1].u.qualification.max_rqf, 6);
    cr_expect_eq(node[1].u.qualification.subject, SUBJECT_CODES);
    cr_expect_eq(node[1].u.qualification.codes.count, 2);
    cr_expect_eq(node[2].op, SG_EXPERIENCE);
    cr_expect_eq(node[2].end, node[0].end);
    cr_expect_eq(node[2].u.experience.equivalent_min_rqf, 3);
    cr_expect_eq(node[2].u.experience.word_rank,
                 reference_word_rank(reference, "proven"));
    cr_expect_eq(framework->role_refs[node[2].u.experience.roles.first],
                 framework_role(framework, "t/low"));
    cr_expect_eq(node[3].op, SG_AT_LEAST, "the next line follows");
    cr_expect_eq(node[3].n, 2);
    cr_expect_eq(node[6].u.experience.months, 12);
    framework_free(framework);
}

Test(read_framework, the_same_text_stands_in_the_pool_once)
{
    struct framework *framework = compiled_small();
    const struct line *lines = framework->lines;
    cr_expect_eq(lines[0].items, framework->roles[0].level,
                 "both are the text 1");
    framework_free(framework);
}

Test(read_framework, the_shipped_frameworks_have_no_problem_at_all)
{
    static const char *const ids[] = {"county", "st-albans"};
    for (size_t i = 0; i < 2; i++)
        framework_free(support_shipped(reference, ids[i]));
}
