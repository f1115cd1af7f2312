/* SPDX-License-Identifier: MIT */
/* One small valid framework file, and changing it in one place. */
#include "breakable.h"

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

static void quoted(char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            *text = '"';
}

char *breakable_with(const char *from, const char *to)
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

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

struct framework *breakable_read(const struct reference *reference,
                                 const char *text, struct problems *problems)
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
