/* SPDX-License-Identifier: MIT */
/* A framework file, compiled into flat arrays. */
#include "breakable.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct reference *reference;

static void open_reference(void)
{
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_compile, .init = open_reference, .fini = close_reference);

/* A text of the framework. */
#define TEXT(at) framework_text(framework, at)

static struct framework *compiled_small(void)
{
    char *text = breakable_with("", "");
    struct framework *framework = support_framework(reference, text);
    free(text);
    return framework;
}

Test(read_compile, nouns_are_compiled_as_the_file_says)
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

Test(read_compile, essential_lines_come_first_whatever_the_file_order)
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

Test(read_compile, a_tree_stands_in_preorder)
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

Test(read_compile, the_same_text_stands_in_the_pool_once)
{
    struct framework *framework = compiled_small();
    const struct line *lines = framework->lines;
    cr_expect_eq(lines[0].items, framework->roles[0].level,
                 "both are the text 1");
    framework_free(framework);
}
