/* SPDX-License-Identifier: MIT */
/* One valid person file that has every field, and changing it in one place. */
#include "people.h"

#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In single quotes, which become double ones. */
static const char full[] =
    "{'format': 'skillgap-person/1', 'name': 'Nobody',\n"
    " 'current_role': 'county/administrator-1',\n"
    " 'qualifications': [{'title': 'L2 Dip', 'type': 'diploma', 'level': 2,\n"
    "   'scale': 'RQF', 'subject': '15.2', 'size': 'diploma', 'count': 2,\n"
    "   'grades': ['Pass', 'Merit'], 'country': 'GB', 'status': 'held',\n"
    "   'awarded': '2022-07-31', 'expected': '2022', 'expires': '2032-07',\n"
    "   'number': '601/3607/8'}],\n"
    " 'experience': [{'role': 'county/admin-assistant-2',\n"
    "   'area': 'administration', 'title': 'Clerk', 'from': '2020-03',\n"
    "   'to': '2021-02-28', 'hours_per_week': 18.5, 'basis': 'acting',\n"
    "   'supervises': true}],\n"
    " 'skills': [{'id': 'it-keyboard', 'level': 'basic'}],\n"
    " 'credentials': [{'id': 'icdl', 'issued': '2024-05-14',\n"
    "   'expires': '2027-05-13'}],\n"
    " 'training': [{'title': 'Induction', 'criterion': 'in-house-training',\n"
    "   'completed': '2020-02', 'expires': '2021'}],\n"
    " 'confirmed': [{'line': 'a2-e-icdl', 'verdict': 'met', 'by': 'Manager',\n"
    "   'on': '2026-09-14', 'evidence': 'Seen', 'framework_version': '1',\n"
    "   'hash': '0123abcd'}]}\n";

char *people_with(const char *from, const char *to)
{
    const char *at = strstr(full, from);
    cr_assert_not_null(at, "the person file holds no %s", from);
    const size_t room = sizeof(full) + strlen(to);
    char *text = malloc(room);
    cr_assert_not_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(at - full), full, to,
             at + strlen(from));
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    return text;
}

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

struct person *people_read_bytes(const struct reference *reference,
                                 const char *text, size_t size,
                                 struct problems *problems)
{
    struct buffer bytes = {0};
    struct problem_sink sink = {.tell = keep, .user = problems};
    struct person *person = NULL;
    sg_error error = {0};
    bytes.data = malloc(size + 1); /* so that reading past it is seen */
    cr_assert_not_null(bytes.data);
    memcpy(bytes.data, text, size);
    bytes.data[size] = '\0';
    bytes.size = size;
    const sg_status status =
        read_person(&bytes, "p.json", reference, &sink, &person, &error);
    buffer_done(&bytes);
    cr_expect_eq(person != NULL, status == SG_OK);
    cr_expect_eq(sink.errors > 0, status == SG_INPUT);
    cr_expect_eq(error.status, status, "the first error is handed back");
    return person;
}

struct person *people_read(const struct reference *reference, const char *text,
                           struct problems *problems)
{
    return people_read_bytes(reference, text, strlen(text), problems);
}
