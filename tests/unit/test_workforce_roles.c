/* SPDX-License-Identifier: MIT */
/* Which roles the words of an HR export mean, and which is the next one up. */
#include "shipped.h"

#include "base/buffer.h"
#include "workforce/roles.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define ASSISTANT "county/admin-assistant-1"
#define ASSISTANT_2 "county/admin-assistant-2"
#define ADMINISTRATOR "county/administrator-1"

/* ---- words for roles ---- */

static const struct {
    const char *text;
    const char *id; /* NULL: none */
} words[] = {
    {"1387", ASSISTANT_2},
    {ASSISTANT_2, ASSISTANT_2},
    {"COUNTY/Admin-Assistant-2", ASSISTANT_2},
    {"admin-assistant-2", ASSISTANT_2},
    {"Administrative Assistant 2", ASSISTANT_2},
    {"administrative assistant 2", ASSISTANT_2},
    {"Administrative  Assistant   2", ASSISTANT_2},
    {" \t Administrative\tAssistant\r\n2 \n", ASSISTANT_2},
    {"Office Manager /  Team Leader", "county/office-manager"},
    {"AdministrativeAssistant 2", NULL},
    {"Administrative Assistant", NULL},
    {"Administrative Assistant 22", NULL},
    {"Clerk", NULL},
    {"", NULL},
    {"   ", NULL},
    {NULL, NULL},
};

Test(workforce_roles, a_role_is_found_however_its_words_are_spaced)
{
    struct shipped shipped;
    struct role_words list;
    const sg_role untouched = {77, 78};

    shipped_open(&shipped);
    role_words_begin(&list, &shipped.catalogue);
    for (size_t again = 0; again < 2; again++)
        for (size_t i = 0; i < COUNT(words); i++) {
            sg_role role = untouched;
            const bool found = role_words_find(&list, words[i].text, &role);
            cr_expect_eq(found, words[i].id != NULL, "'%s'", words[i].text);
            if (found && words[i].id)
                cr_expect_str_eq(sg_role_info_of(&shipped.catalogue, role).id,
                                 words[i].id);
            else
                cr_expect(role.framework == untouched.framework &&
                          role.index == untouched.index);
        }
    cr_expect_not(list.failed);
    role_words_done(&list);
    shipped_close(&shipped);
}

/* Any number of spaces is one; what is long all the same is no role. */
Test(workforce_roles, long_words_for_a_role_are_no_trouble)
{
    enum { LONG = 3000, MANY = 300 };
    struct shipped shipped;
    struct role_words list;
    char text[LONG];
    sg_role role;

    shipped_open(&shipped);
    role_words_begin(&list, &shipped.catalogue);
    memset(text, ' ', sizeof text);
    memcpy(text, "Administrator", strlen("Administrator"));
    memcpy(text + sizeof text - 2, "2", 2);
    cr_expect(role_words_find(&list, text, &role));
    for (size_t size = 490; size < 510; size++) {
        memset(text, 'x', size);
        text[size] = '\0';
        cr_expect_not(role_words_find(&list, text, &role));
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "Clerk %d", i);
        cr_expect_not(role_words_find(&list, text, &role));
        cr_expect(role_words_find(&list, "1387", &role));
    }
    cr_expect_str_eq(sg_role_info_of(&shipped.catalogue, role).id, ASSISTANT_2);
    role_words_done(&list);
    shipped_close(&shipped);
}

/* ---- the next role up ---- */

static void expect_next(const struct shipped *shipped, const char *id,
                        const char *expected, const char *why)
{
    enum { ROOM = 8 };
    sg_role next[ROOM];
    struct buffer out = {0};
    const size_t count =
        next_roles(&shipped->catalogue, shipped_role(shipped, id), next, ROOM);

    buffer_puts(&out, "");
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, "%s%s", i ? " " : "",
                      sg_role_info_of(&shipped->catalogue, next[i]).id);
    cr_expect_str_eq(out.data ? out.data : "", expected, "%s: %s", why,
                     out.data);
    buffer_done(&out);
}

/* Two levels at once, and down: no other move is there. */
static bool move_by_two(const void *context, const struct framework *framework,
                        uint32_t from, uint32_t to, struct move_rule *move)
{
    const uint32_t now = framework->roles[from].rank;
    const uint32_t then = framework->roles[to].rank;

    (void)context;
    (void)move;
    return then >= now + 2 || then < now;
}

static const struct rules by_two = {.id = "by-two", .move = move_by_two};

Test(workforce_roles, the_next_role_is_one_level_up_in_the_family)
{
    struct shipped shipped;

    shipped_open(&shipped);
    expect_next(&shipped, ASSISTANT, ASSISTANT_2, "one level up");
    expect_next(&shipped, "county/senior-administrator",
                "county/office-manager", "to the top");
    expect_next(&shipped, "county/office-manager", "", "none above the top");
    expect_next(&shipped, "st-albans/technical-professional-a", "",
                "a family of one: another family is not next");
    shipped.in_use[0].rules = &by_two;
    expect_next(&shipped, ASSISTANT, ADMINISTRATOR,
                "the lowest that the council's rules allow");
    expect_next(&shipped, "county/senior-administrator", "",
                "none where they allow none: down is not next");
    shipped_close(&shipped);
}

/* Roles of one rank: all of them, as published, and as many as there is room
 * for. */
Test(workforce_roles, several_roles_of_the_next_level_are_all_next)
{
    struct shipped shipped;
    sg_role next[2] = {{9, 9}, {9, 9}};

    shipped_open(&shipped);
    struct framework *county = shipped.in_use[0].framework;
    const sg_role lowest = shipped_role(&shipped, ASSISTANT);
    const sg_role second = shipped_role(&shipped, ASSISTANT_2);
    const sg_role third = shipped_role(&shipped, ADMINISTRATOR);
    county->roles[third.index].rank = county->roles[second.index].rank;
    expect_next(&shipped, ASSISTANT, ASSISTANT_2 " " ADMINISTRATOR,
                "both, as published");
    expect_next(&shipped, ASSISTANT_2, "county/administrator-2",
                "not the other of the same rank");
    cr_expect_eq(next_roles(&shipped.catalogue, lowest, next, 1), 1);
    cr_expect_eq(next[0].index, second.index);
    cr_expect_eq(next[1].index, 9, "there was no room for it");
    cr_expect_eq(next_roles(&shipped.catalogue, lowest, NULL, 0), 0);
    shipped.in_use[0].rules = &by_two;
    county->roles[third.index].rank = 3;
    county->roles[second.index].rank = 4;
    expect_next(&shipped, ASSISTANT, ADMINISTRATOR,
                "a lower one that is published later goes before");
    shipped_close(&shipped);
}
