/* SPDX-License-Identifier: MIT */
/* What one version of a framework changes against another: each kind of change
 * by one edit, and what the whole is called. */
#include "breakable.h"
#include "small.h"
#include "support.h"
#include "versions.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- lines: one leaf or tree for another ---- */

#define EXPERIENCE(more)                                                       \
    "{\"op\":\"experience\",\"label\":\"experience\",\"criterion\":"           \
    "\"work-experience\"" more "}"
#define AWARD(more)                                                            \
    "{\"op\":\"qualification\",\"label\":\"award\",\"criterion\":"             \
    "\"vocational-qualification\"" more "}"
#define KEYBOARD                                                               \
    "{\"op\":\"skill\",\"label\":\"IT\",\"criterion\":\"it-keyboard\"}"
#define ICDL                                                                   \
    "{\"op\":\"credential\",\"label\":\"ICDL\",\"criterion\":\"icdl\","        \
    "\"credential\":\"icdl\"}"

static const struct {
    const char *older, *newer;
    sg_revision_kind kind;
    const char *reason;
} line_edits[] = {
    {NVQ(2), NVQ(3), SG_REVISION_RAISED, "a higher level"},
    {NVQ(4), RQF(5), SG_REVISION_DIFFERENT,
     "an old NVQ 4 may be worth less than this, or more"},
    {NVQ(3), RQF(3), SG_REVISION_DIFFERENT,
     "as high, but another scale: a holder of one may lack the other"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":3,\"equivalent\":true"),
     AWARD(",\"scale\":\"NVQ\",\"level\":3"), SG_REVISION_RAISED,
     "an equivalent will no longer do"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":3"),
     AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":\"relevant\""),
     SG_REVISION_RAISED, "any subject would do"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":[\"15.2\"]"),
     AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":[\"15.3\",\"15.2\"]"),
     SG_REVISION_LOWERED, "one more subject will do"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":[\"15.2\",\"15.3\"]"),
     AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":[\"15.3\",\"15.2\"]"),
     SG_REVISION_REWORDED, "the same subjects in another order"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":3,\"subject\":[\"15.2\"]"),
     AWARD(",\"scale\":\"NVQ\",\"level\":4,\"subject\":[\"15.3\",\"15.2\"]"),
     SG_REVISION_DIFFERENT, "a higher level, but one more subject will do"},
    {AWARD(",\"name\":\"Diploma\""), AWARD(",\"name\":\"Certificate\""),
     SG_REVISION_DIFFERENT, "two names of no known level"},
    {EXPERIENCE(",\"months\":12"), EXPERIENCE(",\"months\":24"),
     SG_REVISION_RAISED, "more months"},
    {EXPERIENCE(",\"months\":12,\"roles\":[\"t/low\"]"),
     EXPERIENCE(",\"months\":24,\"roles\":[\"t/low\"]"), SG_REVISION_RAISED,
     "more months in a named role"},
    {EXPERIENCE(""), EXPERIENCE(",\"months\":6"), SG_REVISION_RAISED,
     "any length would do"},
    {EXPERIENCE(",\"word\":\"significant\""), EXPERIENCE(",\"months\":6"),
     SG_REVISION_DIFFERENT, "nobody says how long the word means"},
    {WORK("some"), WORK("proven"), SG_REVISION_RAISED, "a larger word"},
    {EXPERIENCE(""), EXPERIENCE(",\"word\":\"proven\""), SG_REVISION_RAISED,
     "no word asks for less than proven"},
    {EXPERIENCE(""), EXPERIENCE(",\"word\":\"some\""), SG_REVISION_LOWERED,
     "and for more than some, which is any"},
    {EXPERIENCE(",\"word\":\"some\""), EXPERIENCE(",\"months\":6"),
     SG_REVISION_RAISED, "some is any"},
    {AWARD(",\"scale\":\"NVQ\",\"level\":4"),
     AWARD(",\"scale\":\"SVQ\",\"level\":4,\"subject\":[\"15.2\"]"),
     SG_REVISION_RAISED,
     "worth 5 or 6 where it was 4 to 6, and no longer in any subject"},
    {KEYBOARD, SKILL("it-keyboard", "basic"), SG_REVISION_DIFFERENT,
     "the lowest word asks for no more than none"},
    {KEYBOARD, SKILL("it-keyboard", "appropriate"), SG_REVISION_RAISED,
     "a higher word does"},
    {ANY(TWO_OF(NVQ(3) "," WORK("proven") "," ICDL) "," KEYBOARD "," SKILL(
         "health-safety", "basic")),
     ANY(TWO_OF(NVQ(3) "," WORK("proven") "," ICDL "," KEYBOARD) "," SKILL(
         "health-safety", "basic")),
     SG_REVISION_RAISED, "what was enough alone is now one of two"},
    {EXPERIENCE(",\"areas\":[\"office\"]"), EXPERIENCE(""), SG_REVISION_LOWERED,
     "any work will do"},
    {EXPERIENCE(",\"areas\":[\"office\"],\"months\":12"),
     EXPERIENCE(",\"months\":24"), SG_REVISION_DIFFERENT,
     "longer, but of any kind"},
    {SKILL("it-keyboard", "basic"), SKILL("it-keyboard", "appropriate"),
     SG_REVISION_RAISED, "the framework orders these words"},
    {SKILL("it-keyboard", "basic"), SKILL("it-keyboard", "splendid"),
     SG_REVISION_DIFFERENT, "nobody orders this word"},
    {SKILL("it-keyboard", "basic"), SKILL("health-safety", "basic"),
     SG_REVISION_DIFFERENT, "another skill"},
    {NVQ(3), ANY(NVQ(3) "," WORK("proven")), SG_REVISION_LOWERED,
     "one more way to meet it"},
    {NVQ(3), ALL(NVQ(3) "," WORK("proven")), SG_REVISION_RAISED,
     "and this too"},
    {ANY(NVQ(3) "," WORK("proven")), ALL(NVQ(3) "," WORK("proven")),
     SG_REVISION_RAISED, "one of two has become both"},
    {ANY(NVQ(3) "," WORK("proven") "," ICDL),
     TWO_OF(NVQ(3) "," WORK("proven") "," ICDL), SG_REVISION_RAISED,
     "one of three has become two"},
    {ANY(NVQ(3) "," WORK("proven")), ANY(WORK("proven") "," NVQ(3)),
     SG_REVISION_REWORDED, "the same two the other way round"},
    {ANY(NVQ(3) "," WORK("proven")), ANY(NVQ(4) "," WORK("some")),
     SG_REVISION_DIFFERENT, "one way harder, the other easier"},
    {ANY(NVQ(2) "," WORK("some")), ANY(NVQ(3) "," WORK("proven")),
     SG_REVISION_RAISED, "both ways harder"},
    {NVQ(3), ICDL, SG_REVISION_DIFFERENT, "something else altogether"},
    {AT("proven", "t/low"), AT("proven", "t/high"), SG_REVISION_RAISED,
     "only a higher role counts"},
};

enum { LINE_EDITS = sizeof line_edits / sizeof line_edits[0] };

/* A ladder of three, whose top role has one line, so that it may name the other
 * two. */
static struct framework *with_line(const struct reference *reference,
                                   const char *needs, bool essential)
{
    const char *below =
        small_framework(LINE("low", ICDL), "", LINE("high", ICDL), "");
    char json[8192];

    snprintf(json, sizeof json,
             "%.*s,{\"id\":\"t/top\",\"title\":\"Top\",\"level\":\"3\","
             "\"rank\":3,\"areas\":[\"office\"],\"specification\":{"
             "\"section\":\"s\",\"essential\":[" LINE("top", ICDL) "%s" LINE(
                 "x", "%s") "]}}]}]}",
             (int)(strlen(below) - strlen("]}]}")), below,
             essential ? "," : "],\"desirable\":[", needs);
    return support_framework(reference, json);
}

static const sg_revision_change *only_change(const sg_revision *revision,
                                             const char *reason)
{
    cr_assert_eq(revision->note_count, 0, "%s", reason);
    cr_assert_eq(revision->role_count, 1, "%s: %zu roles", reason,
                 revision->role_count);
    cr_assert_eq(revision->roles[0].change_count, 1, "%s: %zu changes, %s",
                 reason, revision->roles[0].change_count,
                 revision->roles[0].changes[0].sentence);
    return &revision->roles[0].changes[0];
}

Test(revision, a_line_is_raised_or_lowered_only_where_that_can_be_told)
{
    struct reference *reference = support_reference();

    for (size_t i = 0; i < LINE_EDITS; i++) {
        const char *reason = line_edits[i].reason;
        struct framework *a = with_line(reference, line_edits[i].older, true);
        struct framework *b = with_line(reference, line_edits[i].newer, true);
        sg_revision *there = versions_compare(reference, a, b);
        sg_revision *back = versions_compare(reference, b, a);
        const sg_revision_change *change = only_change(there, reason);
        framework_free(a);
        framework_free(b); /* the result has borrowed nothing */
        cr_expect_eq(change->part, SG_REVISION_LINE, "%s", reason);
        cr_expect_str_eq(sg_revision_kind_word(change->kind),
                         sg_revision_kind_word(line_edits[i].kind),
                         "%zu: %s: %s", i, reason, change->sentence);
        cr_expect_eq(only_change(back, reason)->kind,
                     versions_opposite(line_edits[i].kind), "%zu back: %s", i,
                     reason);
        cr_expect(change->kind == SG_REVISION_REWORDED ||
                      strcmp(change->from, change->to) != 0,
                  "%s: what differs is not told: %s", reason, change->sentence);
        sg_revision_free(there);
        sg_revision_free(back);
    }
    reference_free(reference);
}

Test(revision, essential_weighs_more_than_desirable_whatever_the_level)
{
    struct reference *reference = support_reference();
    struct framework *wish = with_line(reference, NVQ(3), false);
    struct framework *must = with_line(reference, NVQ(2), true);
    struct framework *more = with_line(reference, NVQ(4), false);
    sg_revision *up = versions_compare(reference, wish, must);
    sg_revision *down = versions_compare(reference, must, wish);
    sg_revision *still = versions_compare(reference, wish, more);

    cr_expect_eq(only_change(up, "up")->kind, SG_REVISION_RAISED);
    cr_expect_eq(up->roles[0].effect, SG_EFFECT_MORE);
    cr_expect_str_eq(up->sentence,
                     "Version 1 of t asks more of 1 role: Top now asks for NVQ "
                     "2 (essential) where it asked for NVQ 3 (desirable).");
    cr_expect_eq(only_change(down, "down")->kind, SG_REVISION_LOWERED);
    cr_expect_eq(down->roles[0].effect, SG_EFFECT_LESS);
    cr_expect_eq(only_change(still, "still")->kind, SG_REVISION_RAISED);
    cr_expect_eq(still->roles[0].effect, SG_EFFECT_DESIRABLE,
                 "a wish never decides");
    sg_revision_free(up);
    sg_revision_free(down);
    sg_revision_free(still);
    framework_free(wish);
    framework_free(must);
    framework_free(more);
    reference_free(reference);
}

/* Low has become the highest of the ladder: then neither version says what the
 * other's places come to. */
Test(revision, places_count_only_where_both_versions_have_the_same)
{
    struct reference *reference = support_reference();
    struct framework *a = with_line(reference, AT("proven", "t/low"), true);
    struct framework *b = with_line(reference, AT("proven", "t/high"), true);
    sg_revision *same = versions_compare(reference, a, b);

    cr_expect_eq(only_change(same, "same")->kind, SG_REVISION_RAISED);
    b->roles[framework_role(b, "t/low")].rank = 9;
    sg_revision *moved = versions_compare(reference, a, b);
    cr_assert_eq(moved->role_count, 2);
    cr_expect_eq(moved->roles[1].changes[0].part, SG_REVISION_LINE);
    cr_expect_eq(moved->roles[1].changes[0].kind, SG_REVISION_DIFFERENT);
    sg_revision_free(same);
    sg_revision_free(moved);
    framework_free(a);
    framework_free(b);
    reference_free(reference);
}

static struct framework *with_long_label(const struct reference *reference,
                                         const char *end, unsigned months)
{
    char needs[1024];

    snprintf(needs, sizeof needs,
             "{\"op\":\"experience\",\"label\":\"Work %0500d%s\","
             "\"criterion\":\"work-experience\",\"months\":%u}",
             0, end, months);
    return with_line(reference, needs, true);
}

Test(revision, labels_that_differ_only_past_the_cut_are_not_shown_as_the_same)
{
    struct reference *reference = support_reference();
    struct framework *a = with_long_label(reference, "a", 12);
    struct framework *b = with_long_label(reference, "b", 24);
    sg_revision *revision = versions_compare(reference, a, b);
    const char *end = strstr(revision->sentence, "... (essential)");

    cr_assert_not_null(end, "%s", revision->sentence);
    cr_expect_str_eq(end, "... (essential) where it asked for something "
                          "else.");
    sg_revision_free(revision);
    framework_free(a);
    framework_free(b);
    reference_free(reference);
}

/* ---- everything else: one framework, edited in one place ---- */

#define NOTHING "Nothing that is asked has changed in version 1 of t; "

static const struct {
    const char *from, *to; /* of breakable_with() */
    const char *role;      /* or NULL: it stands outside the roles */
    sg_revision_part part;
    sg_revision_kind kind;
    sg_revision_effect effect;
    const char *sentence;
} edits[] = {
    {"'degree': 'basic'", "'degree': 'good'", "t/low", SG_REVISION_LINE,
     SG_REVISION_RAISED, SG_EFFECT_MORE,
     "Version 1 of t asks more of 1 role: Low now asks for basic IT [good] "
     "(essential) where it asked for basic IT [basic]."},
    {"'label': 'Basic IT'", "'label': 'Some IT'", "t/low", SG_REVISION_LINE,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: Low asks in other words for some IT "
             "(essential)."},
    {"'printed': 'and/or'", "'printed': 'or'", "t/high", SG_REVISION_LINE,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: High asks in other words for NVQ 4 or "
             "proven, as Low (essential)."},
    {"'months': 12", "'months': 24", "t/high", SG_REVISION_LINE,
     SG_REVISION_RAISED, SG_EFFECT_MORE,
     "Version 1 of t asks more of 1 role: High now asks for at least 2 of: "
     "ICDL or where appropriate or As Low [As Low: 24 months] (essential) "
     "where it asked for at least 2 of: ICDL or where appropriate or As Low "
     "[As Low: 12 months]."},
    {"'desirable': [\n     {'id': 'high-wish', 'items': ['1'], " WISH_NEEDS
     "}],\n",
     "", "t/high", SG_REVISION_LINE, SG_REVISION_DROPPED, SG_EFFECT_DESIRABLE,
     "Version 1 of t changes only what is desirable in 1 role: High no longer "
     "asks for trained (desirable)."},
    {"'level': 1,", "'level': 2,", "t/low", SG_REVISION_CELL,
     SG_REVISION_RAISED, SG_EFFECT_MORE,
     "Version 1 of t asks more of 1 role: Low is graded higher on "
     "\"Knowledge\"."},
    {", 'cells': [{'scale': 'know', 'level': 2,\n     'items': [{'text': "
     "'Knows more.'}]}]",
     "", "t/high", SG_REVISION_CELL, SG_REVISION_DROPPED, SG_EFFECT_LESS,
     "Version 1 of t asks less of 1 role: High no longer has the row "
     "\"Knowledge\"."},
    {"'Knows.'", "'Knows it.'", "t/low", SG_REVISION_CELL, SG_REVISION_REWORDED,
     SG_EFFECT_NONE,
     NOTHING "only a name or text has: Low has other words on \"Knowledge\"."},
    {"'measures': [{'text': 'Measured.'}]", "'measures': []", "t/low",
     SG_REVISION_CELL, SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: Low has other words on \"Knowledge\"."},
    {"'level': 1,", "", "t/low", SG_REVISION_CELL, SG_REVISION_DIFFERENT,
     SG_EFFECT_OTHERWISE,
     "Version 1 of t changes what it asks of 1 role: Low asks for something "
     "else on \"Knowledge\"."},
    {"'title': 'Low'", "'title': 'Lower'", "t/low", SG_REVISION_TITLE,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: Lower was called Low."},
    {"'level': '1', 'rank'", "'level': 'A', 'rank'", "t/low", SG_REVISION_LEVEL,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: the level of Low is now A where it "
             "was 1."},
    {"'grade': '4', 'grade_rank': 4,", "", "t/high", SG_REVISION_GRADE,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: High has no grade any more."},
    {"'ref': null", "'ref': '7'", "t/low", SG_REVISION_REF,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: the job reference of Low is now 7."},
    {"'rank': 2", "'rank': 3", "t/high", SG_REVISION_OTHER,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: High (place in its family), so some "
             "answers may differ."},
    {"'grade_rank': 4", "'grade_rank': 5", "t/high", SG_REVISION_OTHER,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: High (place among the grades), so "
             "some answers may differ."},
    {"'areas': ['office'], 'cells'", "'cells'", "t/low", SG_REVISION_OTHER,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: Low (kind of work that it counts as), "
             "so some answers may differ."},
    {"['tact-diplomacy']", "['icdl']", "t/low", SG_REVISION_OTHER,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: Low (what its description touches "
             "on), so some answers may differ."},
    {"'items': ['3']", "'items': ['4']", "t/high", SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: High (where it is printed)."},
    {"'column': 'HIGH'", "'column': 'TOP'", "t/high", SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: High (where it is printed)."},
    {"'Testshire'", "'Restshire'", NULL, SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: the name of the council."},
    {"'office work'", "'work'", NULL, SG_REVISION_OTHER, SG_REVISION_DIFFERENT,
     SG_EFFECT_NONE,
     NOTHING "only one other thing has: the kinds of work, so some answers "
             "may differ."},
    {"['basic', 'good']", "['basic', 'fine']", NULL, SG_REVISION_OTHER,
     SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: the order of level words, so some "
             "answers may differ."},
    {"'summary': 'some'", "'summary': 'a bit'", NULL, SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: the graded rows."},
    {"'It is more.'", "'More is more.'", NULL, SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: the graded rows."},
    {"'To do.'", "'To act.'", NULL, SG_REVISION_OTHER, SG_REVISION_REWORDED,
     SG_EFFECT_NONE, NOTHING "only a name or text has: the job family Family."},
    {"'areas': ['office'],\n  'statements'", "'statements'", NULL,
     SG_REVISION_OTHER, SG_REVISION_DIFFERENT, SG_EFFECT_NONE,
     NOTHING "only one other thing has: the job family Family, so some "
             "answers may differ."},
    {"'note': 'A test.'", "'note': 'Test.'", NULL, SG_REVISION_OTHER,
     SG_REVISION_REWORDED, SG_EFFECT_NONE,
     NOTHING "only a name or text has: the titles and notes."},
};

enum { EDITS = sizeof edits / sizeof edits[0] };

static struct framework *edited(const struct reference *reference,
                                const char *from, const char *to)
{
    struct problems problems = {0};
    char *text = breakable_with(from, to);
    struct framework *framework = breakable_read(reference, text, &problems);

    cr_assert_not_null(framework, "%s: %s", to, problems.list[0].message);
    free(text);
    return framework;
}

static void check_edit(size_t i, const sg_revision *revision,
                       sg_revision_kind kind)
{
    const sg_revision_change *change;

    if (edits[i].role) {
        change = only_change(revision, edits[i].to);
        cr_expect_str_eq(revision->roles[0].id, edits[i].role);
        cr_expect_eq(revision->roles[0].fate, SG_ROLE_CHANGED);
        cr_expect_eq(revision->counts.changed, 1);
        cr_expect_eq(revision->counts.same, 1);
    } else {
        cr_assert_eq(revision->role_count, 0, "%s", edits[i].to);
        cr_assert_eq(revision->note_count, 1, "%s", edits[i].to);
        change = &revision->notes[0];
    }
    cr_expect_str_eq(sg_revision_part_word(change->part),
                     sg_revision_part_word(edits[i].part), "%s", edits[i].to);
    cr_expect_str_eq(sg_revision_kind_word(change->kind),
                     sg_revision_kind_word(kind), "%s", edits[i].to);
}

Test(revision, each_kind_of_edit_is_told_as_what_it_is)
{
    struct reference *reference = support_reference();

    for (size_t i = 0; i < EDITS; i++) {
        struct framework *a = edited(reference, "'t'", "'t'");
        struct framework *b = edited(reference, edits[i].from, edits[i].to);
        sg_revision *there = versions_compare(reference, a, b);
        sg_revision *back = versions_compare(reference, b, a);
        check_edit(i, there, edits[i].kind);
        check_edit(i, back, versions_opposite(edits[i].kind));
        if (edits[i].role)
            cr_expect_eq(there->roles[0].effect, edits[i].effect, "%s",
                         edits[i].to);
        cr_expect_str_eq(there->sentence, edits[i].sentence);
        sg_revision_free(there);
        sg_revision_free(back);
        framework_free(a);
        framework_free(b);
    }
    reference_free(reference);
}
