/* SPDX-License-Identifier: MIT */
/* Finding a role by what somebody typed, and suggesting what was meant. */
#include <criterion/criterion.h>

#include "shipped.h"

#include <string.h>

static const struct {
    const char *typed;
    const char *id;
} found[] = {
    {"county/administrator-1", "county/administrator-1"},
    {"  county/administrator-1", "county/administrator-1"},
    {"1385\n", "county/office-manager"},
    {"\t Administrator 2 ", "county/administrator-2"},
};

Test(find, white_space_around_a_name_does_not_matter)
{
    struct shipped shipped;
    shipped_open(&shipped);
    for (size_t i = 0; i < sizeof found / sizeof found[0]; i++) {
        sg_role role = {0};
        sg_error error = {0};
        cr_expect_eq(sg_catalogue_find(&shipped.catalogue, found[i].typed,
                                       &role, &error),
                     SG_OK, "\"%s\": %s", found[i].typed, error.message);
        cr_expect_str_eq(sg_role_info_of(&shipped.catalogue, role).id,
                         found[i].id, "\"%s\"", found[i].typed);
    }
    shipped_close(&shipped);
}

static const struct {
    const char *typed;
    const char *says;
    const char *why;
} unknown_names[] = {
    {"Admin",
     "Did you mean county/admin-assistant-1, county/admin-assistant-2, "
     "county/administrator-1, county/administrator-2 or "
     "county/senior-administrator? ",
     "every role with a word that begins so"},
    {"senior", "Did you mean county/senior-administrator? ", "one word of two"},
    {"technical", "Did you mean st-albans/technical-professional-a? ",
     "a word of the title"},
    {"level 2", "Did you mean st-albans/community-support-2? ",
     "both words, beside each other or not"},
    {"manager  office", "Did you mean county/office-manager? ",
     "the order of words does not matter"},
    {" st-albans ",
     "Did you mean st-albans/community-support-2 or "
     "st-albans/technical-professional-a? ",
     "the council's part of an id"},
    {"county/adminstrator-1", "Did you mean county/administrator-1, ",
     "no word fits: the nearest by letters"},
    {"fice", "called \"fice\". The command", "only the beginning of a word"},
    {"", "called \"\". The command", "nothing was typed"},
    {"  ", "called \"\". The command", "white space is nothing"},
    {"zzz", "called \"zzz\". The command", "nothing is like it"},
};

Test(find, a_name_that_is_unknown_brings_suggestions)
{
    struct shipped shipped;
    shipped_open(&shipped);
    for (size_t i = 0; i < sizeof unknown_names / sizeof unknown_names[0];
         i++) {
        sg_role role;
        sg_error error = {0};
        cr_expect_eq(sg_catalogue_find(&shipped.catalogue,
                                       unknown_names[i].typed, &role, &error),
                     SG_NOT_FOUND, "\"%s\"", unknown_names[i].typed);
        cr_expect_str_eq(error.reason, "unknown-role");
        cr_expect(strstr(error.message, unknown_names[i].says),
                  "\"%s\" (%s): %s", unknown_names[i].typed,
                  unknown_names[i].why, error.message);
    }
    shipped_close(&shipped);
}

Test(find, more_roles_than_a_sentence_holds_are_counted)
{
    struct shipped shipped;
    sg_role role;
    sg_error error = {0};
    shipped_open(&shipped);
    cr_assert_eq(sg_catalogue_find(&shipped.catalogue, "county", &role, &error),
                 SG_NOT_FOUND);
    cr_expect(strstr(error.message, "senior-administrator or one of 1 more? "),
              "%s", error.message);
    shipped_close(&shipped);
}
