/* SPDX-License-Identifier: MIT */
#include "claim_table.h"

#include "people.h"
#include "quals/claim.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void put_range(char *out, size_t room, unsigned min, unsigned max)
{
    if (min == max)
        snprintf(out, room, "%u", min);
    else
        snprintf(out, room, "%u-%u", min, max);
}

static void put_flags(char *out, size_t room, const struct claim *claim)
{
    static const char letters[] = "TLZSUC";
    char expires[DATE_ROOM];
    size_t size = 0;
#define PUT(...) size += (size_t)snprintf(out + size, room - size, __VA_ARGS__)
    out[0] = '\0';
    if (claim->nvq)
        PUT(" nvq");
    if (claim->overseas)
        PUT(" overseas");
    if (claim->together)
        PUT(" together");
    if (claim->status != CLAIM_HELD)
        PUT(claim->status == CLAIM_OPEN ? " open" : " working");
    if (claim->only_expected)
        PUT("*");
    if (claim->differs)
        PUT(" differs:");
    for (unsigned i = 0; letters[i]; i++)
        if (claim->differs >> i & 1)
            PUT("%c", letters[i]);
    if (claim->full_assumed)
        PUT(" assumed");
    if (claim->failed)
        PUT(" failed");
    cr_expect(claim->none || !claim->failed, "a fail is no qualification");
    date_write(claim->expires, expires);
    if (claim->expires.year)
        PUT(" expires:%s%s", expires, claim->expiry_assumed ? "*" : "");
    if (claim->expiry_open)
        PUT(" until?");
#undef PUT
}

static void check(const struct claim_case *row, const struct claim *claim)
{
    char text[128];
    if (claim->level_known)
        put_range(text, sizeof text, claim->rqf_min, claim->rqf_max);
    else
        snprintf(text, sizeof text, "?");
    cr_expect_str_eq(text, row->level, "%s (%s): level %s for %s", row->entries,
                     row->why, text, row->level);
    put_range(text, sizeof text, claim->full_min, claim->full_max);
    cr_expect_str_eq(text, row->full, "%s (%s): full %s for %s", row->entries,
                     row->why, text, row->full);
    snprintf(text, sizeof text, "%s%s", claim->subject ? claim->subject : "-",
             claim->subject_assumed ? "*" : "");
    cr_expect_str_eq(text, row->subject, "%s (%s): subject %s for %s",
                     row->entries, row->why, text, row->subject);
    put_flags(text, sizeof text, claim);
    cr_expect_str_eq(text[0] ? text + 1 : text, row->flags,
                     "%s (%s): flags '%s' for '%s'", row->entries, row->why,
                     text, row->flags);
}

struct person *claim_person(const struct reference *reference,
                            const char *entries)
{
    char json[1024];
    struct problems found = {0};
    snprintf(json, sizeof json,
             "{\"format\":\"skillgap-person/1\",\"qualifications\":[%s]}",
             entries);
    for (char *at = json; *at; at++)
        if (*at == '\'')
            *at = '"';
    struct person *person = people_read(reference, json, &found);
    cr_assert(person, "%s", entries);
    return person;
}

void claim_cases_check(const struct claim_case *cases, size_t rows)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (size_t i = 0; i < rows; i++) {
        struct person *person = claim_person(reference, cases[i].entries);
        struct arena arena = {0};
        const struct claim *claims;
        size_t count;
        cr_assert(claims_read(quals, NULL, person, &arena, &claims, &count));
        cr_assert_geq(count, person->qualifications.count);
        check(&cases[i], &claims[count - 1]);
        arena_done(&arena);
        person_free(person);
    }
    quals_free(quals);
    reference_free(reference);
}
