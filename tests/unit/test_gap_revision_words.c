/* SPDX-License-Identifier: MIT */
/* What a new version as a whole is called in one sentence. */
#include "breakable.h"
#include "small.h"
#include "support.h"
#include "versions.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void expect_sentence(const struct reference *reference,
                            const struct framework *older,
                            const struct framework *newer, const char *sentence)
{
    sg_revision *revision = versions_compare(reference, older, newer);

    cr_expect_str_eq(revision->sentence, sentence);
    sg_revision_free(revision);
}

Test(revision, nothing_changed_the_first_and_the_last_are_called_so)
{
    struct reference *reference = support_reference();
    struct framework *one = support_shipped(reference, "county");
    struct framework *two =
        versions_read(reference, versions_json("county"), "2");
    sg_revision *first = versions_compare(reference, NULL, one);
    sg_revision *last = versions_compare(reference, two, NULL);

    expect_sentence(reference, one, two,
                    "Version 2 of county says the same as version 1.");
    expect_sentence(reference, one, one,
                    "Version 1 of county says the same as before.");
    cr_expect_str_eq(first->sentence,
                     "Version 1 of county is new here, with 6 roles "
                     "(Administrative Assistant 1 and 5 others).");
    cr_expect_null(first->older);
    cr_expect_eq(first->counts.added, 6);
    cr_expect_str_eq(first->roles[5].id, "county/office-manager");
    cr_expect_str_eq(last->sentence,
                     "Version 2 of county is withdrawn, and with it 6 roles "
                     "(Administrative Assistant 1 and 5 others).");
    cr_expect_null(last->newer);
    cr_expect_eq(last->counts.dropped, 6);
    sg_revision_free(first);
    sg_revision_free(last);
    framework_free(one);
    framework_free(two);
    reference_free(reference);
}

/* Role by role: dropped from the top, raised, lowered, both, named anew. */
Test(revision, many_changes_are_counted_by_what_became_of_the_roles)
{
    struct reference *reference = support_reference();
    json_t *root = versions_json("county");
    struct framework *one = support_shipped(reference, "county");

    json_array_remove(versions_roles(root), 5);
    json_array_remove(versions_lines(versions_role(root, 0), "essential"), 0);
    json_array_append_new(versions_lines(versions_role(root, 1), "essential"),
                          json_pack("{s:s, s:[s], s:o}", "id", "extra", "items",
                                    "9", "needs", json_loads(NVQ(4), 0, NULL)));
    json_array_remove(versions_lines(versions_role(root, 2), "desirable"), 0);
    versions_set(versions_role(root, 3), "title", "Administrator II");
    versions_set(versions_role(root, 4), "ref", "9999");
    versions_set(root, "note", "Another note.");
    struct framework *two = versions_read(reference, root, "2");
    expect_sentence(
        reference, one, two,
        "Version 2 of county drops 1 role (Office Manager / Team Leader), "
        "asks more of 1 (Administrative Assistant 2), asks less of 1 "
        "(Administrative Assistant 1), changes only what is desirable in 1 "
        "(Administrator 1), makes smaller changes to 2 (Administrator II and 1 "
        "other) and changes 1 thing outside the roles.");
    expect_sentence(
        reference, two, one,
        "Version 1 of county adds 1 role (Office Manager / Team Leader), asks "
        "more of 1 (Administrative Assistant 1), asks less of 1 "
        "(Administrative Assistant 2), changes only what is desirable in 1 "
        "(Administrator 1), makes smaller changes to 2 (Administrator 2 and 1 "
        "other) and changes 1 thing outside the roles.");
    framework_free(one);
    framework_free(two);
    reference_free(reference);
}

Test(revision, names_and_texts_alone_are_said_to_ask_for_nothing_else)
{
    struct reference *reference = support_reference();
    json_t *root = versions_json("county");
    struct framework *one = support_shipped(reference, "county");

    versions_set(versions_role(root, 3), "title", "Administrator II");
    versions_set(versions_role(root, 4), "title", "Senior");
    struct framework *two = versions_read(reference, json_deep_copy(root), "2");
    expect_sentence(reference, one, two,
                    "Nothing that is asked has changed in version 2 of county; "
                    "only names or texts have, in 2 roles (Administrator II "
                    "and 1 other).");
    versions_set(versions_role(root, 4), "ref", "9999");
    versions_set(root, "note", "Another note.");
    struct framework *three = versions_read(reference, root, "3");
    expect_sentence(reference, one, three,
                    "Nothing that is asked has changed in version 3 of county; "
                    "only other things have, in 2 roles (Administrator II and "
                    "1 other) and 1 thing outside the roles.");
    framework_free(one);
    framework_free(two);
    framework_free(three);
    reference_free(reference);
}

/* Titles of any length, in letters of several bytes. */
Test(revision, a_sentence_is_cut_between_letters_and_never_too_long)
{
    struct reference *reference = support_reference();
    struct framework *one = support_shipped(reference, "county");
    char title[700] = "x";

    for (size_t i = 1; i + 2 < sizeof title; i += 2) {
        memcpy(title + i, "\xc3\xa9", 3);
        if (i > 150 && i % 25 != 0)
            continue;
        json_t *root = versions_json("county");
        for (size_t r = 0; r < 6; r++)
            versions_set(versions_role(root, r), "title", title);
        if (i % 3 == 0) /* of several kinds, not one alone */
            json_array_remove(
                versions_lines(versions_role(root, 0), "essential"), 0);
        struct framework *two =
            versions_read(reference, root, i < 60 ? title : "2");
        sg_revision_free(versions_compare(reference, one, two));
        sg_revision_free(versions_compare(reference, two, one));
        sg_revision_free(versions_compare(reference, NULL, two));
        framework_free(two);
    }
    framework_free(one);
    reference_free(reference);
}

/* One change is told in full only where it is the only one. */
Test(revision, a_note_beside_one_change_is_counted_with_it)
{
    struct reference *reference = support_reference();
    json_t *root = versions_json("county");
    struct framework *one = support_shipped(reference, "county");

    json_array_remove(versions_lines(versions_role(root, 0), "essential"), 0);
    versions_set(root, "note", "Another note.");
    struct framework *two = versions_read(reference, json_deep_copy(root), "2");
    expect_sentence(reference, one, two,
                    "Version 2 of county asks less of 1 role (Administrative "
                    "Assistant 1) and changes 1 thing outside the roles.");
    json_array_remove(versions_roles(root), 5);
    json_array_remove(versions_lines(versions_role(root, 1), "essential"), 0);
    struct framework *three = versions_read(reference, root, "3");
    expect_sentence(reference, two, three,
                    "Version 3 of county drops 1 role (Office Manager / Team "
                    "Leader) and asks less of 1 (Administrative Assistant 2).");
    framework_free(one);
    framework_free(two);
    framework_free(three);
    reference_free(reference);
}

/* ---- rows, of which the scale changes too ---- */

static json_t *cell_of(const json_t *root, size_t role)
{
    json_t *cells = json_object_get(versions_role(root, role), "cells");
    json_t *cell = json_array_get(cells, 0);

    cr_assert_str_eq(json_string_value(json_object_get(cell, "scale")),
                     "tasks-and-knowledge");
    return cell;
}

static void set_level(json_t *root, size_t role, json_int_t level)
{
    json_object_set_new(cell_of(root, role), "level", json_integer(level));
}

/* One more level below all others, so that each role's level is one more. */
static json_t *with_lowest_level(void)
{
    json_t *root = versions_json("county");
    json_t *levels = json_object_get(
        json_array_get(json_object_get(root, "scales"), 0), "levels");

    json_object_set_new(json_array_get(levels, 0), "why",
                        json_string("It is more."));
    json_array_insert_new(levels, 0, json_pack("{s:s}", "summary", "None"));
    for (size_t r = 0; r < 6; r++)
        set_level(
            root, r,
            1 + json_integer_value(json_object_get(cell_of(root, r), "level")));
    return root;
}

Test(revision, a_row_is_graded_by_what_its_level_says_not_by_its_number)
{
    struct reference *reference = support_reference();
    struct framework *one = support_shipped(reference, "county");
    json_t *root = with_lowest_level();
    struct framework *two = versions_read(reference, json_deep_copy(root), "2");
    sg_revision *same = versions_compare(reference, one, two);

    cr_expect_eq(same->role_count, 0, "each says what it said");
    cr_expect_eq(same->note_count, 1);
    set_level(root, 1, 1);
    set_level(root, 2, 5);
    struct framework *three = versions_read(reference, root, "3");
    sg_revision *there = versions_compare(reference, one, three);
    sg_revision *back = versions_compare(reference, three, one);
    cr_assert_eq(there->role_count, 2);
    cr_expect_eq(there->roles[0].changes[0].kind, SG_REVISION_LOWERED);
    cr_expect_eq(there->roles[1].changes[0].kind, SG_REVISION_RAISED);
    cr_expect_eq(back->roles[0].changes[0].kind, SG_REVISION_RAISED);
    cr_expect_eq(back->roles[1].changes[0].kind, SG_REVISION_LOWERED);
    sg_revision_free(same);
    sg_revision_free(there);
    sg_revision_free(back);
    framework_free(one);
    framework_free(two);
    framework_free(three);
    reference_free(reference);
}

/* A level that only the one scale has, against one that only the other has. */
Test(revision, a_row_on_another_scale_is_different_where_no_words_are_shared)
{
    struct reference *reference = support_reference();
    struct framework *one = support_shipped(reference, "county");
    json_t *root = with_lowest_level();
    json_t *levels = json_object_get(
        json_array_get(json_object_get(root, "scales"), 0), "levels");

    for (size_t i = 0; i < json_array_size(levels); i++) {
        char summary[] = "Level ?";
        summary[6] = (char)('1' + i);
        versions_set(json_array_get(levels, i), "summary", summary);
    }
    struct framework *two = versions_read(reference, root, "2");
    sg_revision *revision = versions_compare(reference, one, two);
    cr_assert_eq(revision->role_count, 6);
    for (size_t r = 0; r < 6; r++)
        cr_expect_eq(revision->roles[r].changes[0].kind, SG_REVISION_DIFFERENT);
    sg_revision_free(revision);
    framework_free(one);
    framework_free(two);
    reference_free(reference);
}

/* ---- order ---- */

Test(revision, lines_in_another_order_ask_for_the_same)
{
    struct reference *reference = support_reference();
    struct framework *one = support_shipped(reference, "county");
    json_t *root = versions_json("county");
    json_t *lines = versions_lines(versions_role(root, 3), "essential");

    json_array_append(lines, json_array_get(lines, 0));
    json_array_remove(lines, 0);
    struct framework *two = versions_read(reference, root, "2");
    expect_sentence(reference, one, two,
                    "Nothing that is asked has changed in version 2 of county; "
                    "only a name or text has: Administrator 2 (where it is "
                    "printed).");
    framework_free(one);
    framework_free(two);
    reference_free(reference);
}

/* Two statements may stand under one heading. */
Test(revision, of_two_things_with_one_id_each_is_held_against_its_own)
{
    struct reference *reference = support_reference();
    struct problems problems = {0};
    char *text = breakable_with(
        "'areas': ['office'], 'cells'",
        "'areas': ['office'], 'statements': [{'section': 'purpose', 'items': "
        "[{'text': 'One.'}]}, {'section': 'purpose', 'items': [{'text': "
        "'Two.'}]}], 'cells'");
    struct framework *one = breakable_read(reference, text, &problems);

    cr_assert_not_null(one, "%s", problems.list[0].message);
    free(text);
    expect_sentence(reference, one, one,
                    "Version 1 of t says the same as "
                    "before.");
    framework_free(one);
    reference_free(reference);
}
