/* SPDX-License-Identifier: MIT */
/* Checking JSON values against tables that look like the schema. */
#include "read/shape.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { KNOWN_ROOM = 64, SUBJECT_ROOM = 160 };

/* "'title'", or "Entry 2 of 'parts'", to begin a sentence with. */
static void subject_of(const struct checker *checker, char out[SUBJECT_ROOM])
{
    if (checker->depth == 0) {
        snprintf(out, SUBJECT_ROOM, "The file");
        return;
    }
    const struct place *place = &checker->path[checker->depth - 1];
    if (place->key) {
        snprintf(out, SUBJECT_ROOM, "'%.60s'", place->key);
        return;
    }
    const char *list =
        checker->depth > 1 ? checker->path[checker->depth - 2].key : NULL;
    if (list)
        snprintf(out, SUBJECT_ROOM, "Entry %zu of '%.60s'", place->index + 1,
                 list);
    else
        snprintf(out, SUBJECT_ROOM, "Entry %zu", place->index + 1);
}

static const char *const kind_words[] = {
    [SHAPE_TEXT] = "a text in double quotes",
    [SHAPE_NUMBER] = "a whole number without quotes",
    [SHAPE_DECIMAL] = "a number without quotes",
    [SHAPE_FLAG] = "true or false, without quotes",
    [SHAPE_OBJECT] = "an object in braces { }",
    [SHAPE_ARRAY] = "a list in square brackets [ ]",
    [SHAPE_CHOICE] = "an object in braces { }",
};

static const char *word_for(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "a list";
    case JSON_STRING:
        return "a text";
    case JSON_INTEGER:
        return "a number";
    case JSON_REAL:
        return "a number with a fraction";
    case JSON_NULL:
        return "null";
    default:
        return "true or false";
    }
}

static bool wrong_type(struct checker *checker, const struct shape *shape,
                       const json_t *value)
{
    char subject[SUBJECT_ROOM];
    subject_of(checker, subject);
    checker_error(checker, "wrong-type", "%s is %s here; write %s.", subject,
                  word_for(value), kind_words[shape->kind]);
    return false;
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* Whether there is nothing to see in it. */
static bool is_blank(const char *text)
{
    while (*text) {
        const uint32_t point = text_next(&text);
        const bool space = point <= ' ' || point == 0xA0 ||
                           (point >= 0x2000 && point <= 0x200F) ||
                           point == 0x202F || point == 0x2060 ||
                           point == 0x3000 || point == 0xFEFF;
        if (!space)
            return false;
    }
    return true;
}

static bool length_fits(struct checker *checker, const struct shape *shape,
                        const char *text)
{
    const size_t length = characters(text);
    const bool empty = shape->least > 0 && is_blank(text);
    if (!empty && (!shape->most || length <= shape->most))
        return true;
    char subject[SUBJECT_ROOM];
    subject_of(checker, subject);
    if (empty)
        checker_error(checker, "out-of-range",
                      "%s is empty; write something, or leave the field out "
                      "if it is not needed.",
                      subject);
    else
        checker_error(checker, "out-of-range",
                      "%s is %zu characters long and at most %u are allowed; "
                      "shorten it.",
                      subject, length, (unsigned)shape->most);
    return false;
}

static bool word_fits(struct checker *checker, const struct shape *shape,
                      const char *text)
{
    char list[256] = "", hint[HINT_ROOM], subject[SUBJECT_ROOM];
    size_t count = 0, used = 0;
    for (; shape->words[count]; count++) {
        if (strcmp(shape->words[count], text) == 0)
            return true;
        if (used < sizeof(list))
            used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%s",
                                     count ? ", " : "", shape->words[count]);
    }
    subject_of(checker, subject);
    checker_hint(checker, text, shape->words, count, hint);
    if (checker->private_values)
        checker_error(checker, "unknown-word",
                      "%s is not one of the words for it (%s).%s", subject,
                      list, hint);
    else
        checker_error(checker, "unknown-word",
                      "%s is '%.60s', which is not one of the words for it "
                      "(%s).%s",
                      subject, text, list, hint);
    return false;
}

static bool pattern_fits(struct checker *checker, const struct shape *shape,
                         const char *text)
{
    if (shape->fits(text))
        return true;
    char subject[SUBJECT_ROOM];
    subject_of(checker, subject);
    if (checker->private_values)
        checker_error(checker, "bad-pattern",
                      "%s is not written as it should be; write %s.", subject,
                      shape->remedy);
    else
        checker_error(checker, "bad-pattern", "%s is '%.60s'; write %s.",
                      subject, text, shape->remedy);
    return false;
}

static void check_defined(struct checker *checker, const struct shape *shape,
                          json_t *parent, const char *id)
{
    struct names *names = &checker->names[shape->defines];
    const uint32_t index = names_index(names, id);
    if (index == NAMES_NONE) {
        if (!names_add(names, id, parent))
            checker->failed = true;
    } else if (names->owners[index] != parent) {
        checker_error(checker, "duplicate-id",
                      "Another %s has the id '%.100s' already; give one of "
                      "them another id.",
                      checker->nouns[shape->defines], id);
    }
}

static bool check_reference(struct checker *checker, const struct shape *shape,
                            const char *id)
{
    const struct names *names = &checker->names[shape->refers];
    if (names_index(names, id) != NAMES_NONE)
        return true;
    if (checker->nameless && checker->nameless[shape->refers] > 0)
        return false; /* one fault, told where the id should be */
    const char *noun = checker->nouns[shape->refers];
    const char *advice = shape->advice ? shape->advice(checker, id) : NULL;
    char reason[32], hint[HINT_ROOM], usual[64];
    snprintf(usual, sizeof(usual), "correct it, or add that %s", noun);
    snprintf(reason, sizeof(reason), "unknown-%s",
             strcmp(noun, "criterion") == 0 ? noun : "reference");
    checker_hint(checker, id, names->ids, names->count, hint);
    checker_error(checker, reason, "There is no %s with the id '%.100s'; %s.%s",
                  noun, id, advice ? advice : usual, hint);
    return false;
}

static bool check_text(struct checker *checker, const struct shape *shape,
                       json_t *parent, const json_t *value)
{
    if (!json_is_string(value))
        return wrong_type(checker, shape, value);
    const char *text = json_string_value(value);
    if (!length_fits(checker, shape, text))
        return false;
    if (shape->words && !word_fits(checker, shape, text))
        return false;
    if (shape->fits && !pattern_fits(checker, shape, text))
        return false;
    if (shape->defines)
        check_defined(checker, shape, parent, text);
    return !shape->refers || check_reference(checker, shape, text);
}

/* The schema takes 3.0 for a whole number, and so does this. What is larger
 * than any number here is told as that. */
static bool is_whole(const json_t *value)
{
    if (json_is_integer(value))
        return true;
    const double number = json_real_value(value);
    return json_is_real(value) && (number < -1e9 || number > 1e9 ||
                                   number == (double)(json_int_t)number);
}

static bool check_number(struct checker *checker, const struct shape *shape,
                         const json_t *value)
{
    if (shape->kind == SHAPE_DECIMAL ? !json_is_number(value)
                                     : !is_whole(value))
        return wrong_type(checker, shape, value);
    const double number = json_number_value(value);
    const double most = shape->most ? shape->most : INT32_MAX;
    if (number >= shape->least && number <= most)
        return true;
    char subject[SUBJECT_ROOM];
    subject_of(checker, subject);
    if (checker->private_values)
        checker_error(checker, "out-of-range",
                      "%s is too small or too large; write a number from %u "
                      "to %.0f.",
                      subject, (unsigned)shape->least, most);
    else
        checker_error(checker, "out-of-range",
                      "%s is %.15g; write a number from %u to %.0f.", subject,
                      number, (unsigned)shape->least, most);
    return false;
}

static const struct field *field_of(const struct shape *shape, const char *key)
{
    for (const struct field *field = shape->fields; field->name; field++)
        if (strcmp(field->name, key) == 0)
            return field;
    return NULL;
}

/* A field that is not known here and whose name is nearly this one, or NULL. */
static const char *misspelt(const struct shape *shape, const json_t *object,
                            const char *name)
{
    for (void *at = json_object_iter((json_t *)object); at;
         at = json_object_iter_next((json_t *)object, at)) {
        const char *key = json_object_iter_key(at);
        if (!field_of(shape, key) && text_nearest(key, &name, 1))
            return key;
    }
    return NULL;
}

static void tell_missing(struct checker *checker, const struct shape *shape,
                         const json_t *object)
{
    for (const struct field *field = shape->fields; field->name; field++) {
        if (!field->required || json_object_get(object, field->name))
            continue;
        const bool shown = checker->sink->errors < LIMIT_PROBLEMS_SHOWN;
        const char *twin = shown ? misspelt(shape, object, field->name) : NULL;
        if (twin)
            checker_error(checker, "missing-field",
                          "The field '%s' is missing here; did you mean this "
                          "by '%.60s'?",
                          field->name, twin);
        else
            checker_error(checker, "missing-field",
                          "The field '%s' is missing here; add it.",
                          field->name);
    }
}

static void warn_unknown(struct checker *checker, const struct shape *shape,
                         const char *key)
{
    const char *known[KNOWN_ROOM];
    char hint[HINT_ROOM] = "";
    size_t count = 0;
    for (const struct field *field = shape->fields;
         field->name && count < KNOWN_ROOM; field++)
        known[count++] = field->name;
    if (checker->sink->warnings < LIMIT_PROBLEMS_SHOWN)
        checker_hint(checker, key, known, count, hint);
    checker_warning(checker, "unknown-field",
                    "The field '%.60s' is not known here and is ignored.%s",
                    key, hint);
}

static bool check_object(struct checker *checker, const struct shape *shape,
                         json_t *object)
{
    if (!json_is_object(object))
        return wrong_type(checker, shape, object);
    if (shape->begin)
        shape->begin(checker, object);
    tell_missing(checker, shape, object);
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        const struct field *field = field_of(shape, key);
        const struct shape *known = field ? field->shape : shape->values;
        checker_enter(checker, key, 0);
        if (known)
            shape_check(checker, known, object, value);
        else
            warn_unknown(checker, shape, key);
        checker_leave(checker);
    }
    return true;
}

static bool count_fits(struct checker *checker, const struct shape *shape,
                       size_t count)
{
    if (count >= shape->least && (!shape->most || count <= shape->most))
        return true;
    char subject[SUBJECT_ROOM];
    subject_of(checker, subject);
    if (count < shape->least)
        checker_error(checker,
                      shape->short_reason ? shape->short_reason : "empty-list",
                      "%s has %zu entries and needs at least %u; add what is "
                      "missing, or take the whole out.",
                      subject, count, (unsigned)shape->least);
    else
        checker_error(checker, "out-of-range",
                      "%s has %zu entries and at most %u are allowed.", subject,
                      count, (unsigned)shape->most);
    return false;
}

static void check_unique(struct checker *checker, struct names *seen,
                         json_t *entry)
{
    const char *text = json_string_value(entry);
    if (!text)
        return;
    if (names_index(seen, text) != NAMES_NONE)
        checker_error(checker, "duplicate-entry",
                      "'%.100s' is in this list already; take one out.", text);
    else if (!names_add(seen, text, entry))
        checker->failed = true;
}

static bool check_array(struct checker *checker, const struct shape *shape,
                        json_t *array)
{
    if (!json_is_array(array))
        return wrong_type(checker, shape, array);
    if (shape->begin)
        shape->begin(checker, array);
    struct names seen = {0};
    const bool unique = shape->unique && json_array_size(array) > 1;
    const bool fits = count_fits(checker, shape, json_array_size(array));
    size_t index;
    json_t *entry;
    json_array_foreach(array, index, entry)
    {
        checker_enter(checker, NULL, index);
        shape_check(checker, shape->items, array, entry);
        if (unique)
            check_unique(checker, &seen, entry);
        checker_leave(checker);
    }
    names_done(&seen);
    return fits;
}

static bool check_kind(struct checker *checker, const struct shape *shape,
                       json_t *parent, json_t *value)
{
    switch (shape->kind) {
    case SHAPE_TEXT:
        return check_text(checker, shape, parent, value);
    case SHAPE_NUMBER:
    case SHAPE_DECIMAL:
        return check_number(checker, shape, value);
    case SHAPE_FLAG:
        return json_is_boolean(value) || wrong_type(checker, shape, value);
    case SHAPE_OBJECT:
        return check_object(checker, shape, value);
    case SHAPE_ARRAY:
        return check_array(checker, shape, value);
    case SHAPE_CHOICE: {
        const struct shape *chosen = shape->choose(checker, value);
        return chosen && shape_check(checker, chosen, parent, value);
    }
    case SHAPE_MISPLACED:
        checker_error(checker, "misplaced-field", "%s", shape->remedy);
        return false;
    }
    return false;
}

bool shape_check(struct checker *checker, const struct shape *shape,
                 json_t *parent, json_t *value)
{
    if (checker->failed)
        return false;
    if (shape->nullable && json_is_null(value))
        return true;
    if (!check_kind(checker, shape, parent, value))
        return false;
    if (shape->check)
        shape->check(checker, parent, value);
    return true;
}
