/* SPDX-License-Identifier: MIT */
/* What is wrong with a person file is told without a word of what it says. */
#include "people.h"
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nothing that this program would say by itself. */
#define SECRET "Zq7xSecret"
#define SECRET_NUMBER 73731
#define SECRET_DIGITS "73731"

static struct reference *reference;

static void open_reference(void)
{
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_privacy, .init = open_reference, .fini = close_reference);

static void expect_no_secret(const char *text, const char *where)
{
    cr_expect_null(strstr(text, SECRET), "%s: %s", where, text);
    cr_expect_null(strstr(text, SECRET_DIGITS), "%s: %s", where, text);
}

/* Reads it, looks through all that is said, and counts it. */
static size_t expect_discreet(const char *text, const char *where)
{
    struct problems found = {0};
    person_free(people_read(reference, text, &found));
    for (size_t i = 0; i < found.count; i++) {
        expect_no_secret(found.list[i].message, where);
        expect_no_secret(found.list[i].pointer, where);
        expect_no_secret(found.list[i].reason, where);
        expect_no_secret(found.list[i].file, where);
    }
    return found.count;
}

/* Puts `with` in the place of the value that is number *left below `value`
 * (objects and lists count too). False when there are not so many. */
static bool exchange(json_t *value, size_t *left, json_t *with)
{
    const char *key;
    json_t *inner;
    void *next;
    size_t index;
    json_object_foreach_safe(value, next, key, inner)
    {
        if ((*left)-- == 0)
            return json_object_set(value, key, with) == 0;
        if (exchange(inner, left, with))
            return true;
    }
    json_array_foreach(value, index, inner)
    {
        if ((*left)-- == 0)
            return json_array_set(value, index, with) == 0;
        if (exchange(inner, left, with))
            return true;
    }
    return false;
}

/* The whole file with one value exchanged, or NULL past the last one. */
static char *file_with(size_t number, const char *value)
{
    char *text = people_with("", "");
    json_t *root = json_loads(text, 0, NULL);
    json_t *with = json_loads(value, JSON_DECODE_ANY, NULL);
    cr_assert(root && with, "%s", value);
    free(text);
    text = exchange(root, &number, with) ? json_dumps(root, 0) : NULL;
    json_decref(root);
    json_decref(with);
    return text;
}

static const char *const values[] = {
    "\"" SECRET "\"",
    "\"held " SECRET "\"",
    "\"2022-" SECRET "\"",
    "\"7373-17-31 " SECRET "\"",
    "73731",
    "-73731",
    "73731.5",
    "[\"" SECRET "\", 73731]",
    "[[\"" SECRET "\"]]",
    "{\"title\": [\"" SECRET "\"], \"id\": 73731}",
    "[{\"title\": \"" SECRET "\", \"id\": \"" SECRET "\", \"by\": 73731}]",
};

Test(read_privacy, no_problem_quotes_a_value_of_the_file)
{
    size_t places = 0, problems = 0;
    for (size_t v = 0; v < sizeof(values) / sizeof(values[0]); v++) {
        char *text;
        for (places = 0; (text = file_with(places, values[v])); places++) {
            char where[64];
            snprintf(where, sizeof(where), "value %zu as %.40s", places,
                     values[v]);
            problems += expect_discreet(text, where);
            free(text);
        }
    }
    cr_expect_geq(places, 50, "only %zu places were tried", places);
    cr_expect_geq(problems, 400, "only %zu problems were told", problems);
}

/* A text of 3,000 characters is too long for every field. */
Test(read_privacy, no_problem_quotes_a_text_that_is_too_long)
{
    enum { LENGTH = 3000 };
    char value[LENGTH + 3];
    size_t places = 0, problems = 0;
    char *text;
    memset(value, 'x', sizeof(value));
    memcpy(value, "\"" SECRET, strlen(SECRET) + 1);
    memcpy(value + LENGTH, "\"", 2);
    for (; (text = file_with(places, value)); places++) {
        problems += expect_discreet(text, "a long text");
        free(text);
    }
    cr_expect_geq(problems, places / 2);
}

/* Number of the secret, and of the dates that no calendar has. */
Test(read_privacy, a_level_or_a_date_is_not_quoted_either)
{
    static const char *const pairs[][2] = {
        {"'level': 2", "'level': 73731"},
        {"'count': 2", "'count': 73731"},
        {"18.5", "73731.25"},
        {"601/3607/8", "737/3173/3"},
        {"2022-07-31", "7373-73-73"},
    };
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        char *text = people_with(pairs[i][0], pairs[i][1]);
        struct problems found = {0};
        person_free(people_read(reference, text, &found));
        free(text);
        cr_assert_geq(found.count, 1, "%s", pairs[i][1]);
        cr_expect_null(strstr(found.list[0].message, "73"), "%s: %s",
                       pairs[i][1], found.list[0].message);
    }
}

static const char *const broken[] = {
    "{\"format\": \"skillgap-person/1\", \"name\": " SECRET "}",
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET,
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET "\\q\"}",
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET "\n\"}",
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET "\xFF\"}",
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET "\\u0000\"}",
    "{\"format\": \"skillgap-person/1\", \"name\": \"" SECRET "\\ud800\"}",
    "{\"format\": \"skillgap-person/1\" \"name\": \"" SECRET "\"}",
    "{\"format\": \"skillgap-person/1\"} \"" SECRET "\"",
    "{\"name\": \"" SECRET "\", \"name\": \"" SECRET "\"}",
    "{\"format\": \"" SECRET "\"}",
    "{\"format\": \"skillgap-person/73731\"}",
    "[\"" SECRET "\"]",
    "\"" SECRET "\"",
    "# " SECRET,
    "person_id,name\n73731," SECRET "\n",
};

Test(read_privacy, a_file_that_is_no_json_is_not_quoted)
{
    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
        cr_expect_geq(expect_discreet(broken[i], broken[i]), 1, "%s",
                      broken[i]);
}
