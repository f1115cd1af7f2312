/* SPDX-License-Identifier: MIT */
/* What no table can say of a framework: patterns, and how parts fit. */
#include "read/framework_check.h"

#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_id_character(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'z');
}

/* Words of letters and digits with single hyphens between them, up to
 * `end`. */
static bool is_id(const char *text, const char *end)
{
    bool in_word = false;
    for (const char *at = text; at < end; at++) {
        const bool hyphen = *at == '-' && in_word;
        if (!hyphen && !is_id_character(*at))
            return false;
        in_word = !hyphen;
    }
    return in_word;
}

bool fits_id(const char *text)
{
    return is_id(text, text + strlen(text));
}

bool fits_role_id(const char *text)
{
    const char *slash = strchr(text, '/');
    return slash && is_id(text, slash) && fits_id(slash + 1);
}

/* Digits where the pattern has '9', itself elsewhere. */
static bool fits_pattern(const char *text, const char *pattern)
{
    for (; *pattern; text++, pattern++)
        if (*pattern == '9' ? !is_digit(*text) : *text != *pattern)
            return false;
    return *text == '\0';
}

bool fits_date(const char *text)
{
    return fits_pattern(text, "9999-99-99");
}

bool fits_subject_code(const char *text)
{
    return fits_pattern(text, "99.9");
}

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

void check_date(struct checker *checker, json_t *parent, json_t *value)
{
    (void)parent;
    const char *text = json_string_value(value);
    const int year = two_digits(text) * 100 + two_digits(text + 2);
    const int month = two_digits(text + 5), day = two_digits(text + 8);
    if (month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month))
        return;
    checker_error(checker, "out-of-range",
                  "There is no day %s in the calendar; correct it.", text);
}

void family_begin(struct checker *checker, json_t *family)
{
    (void)family;
    struct framework_check *check = checker->context;
    memset(check->ranks, 0, sizeof(check->ranks));
}

void role_begin(struct checker *checker, json_t *role)
{
    (void)role;
    struct framework_check *check = checker->context;
    names_done(&check->role_scales);
    if (++check->role_count == LIMIT_ROLES + 1)
        checker_error(checker, "too-large",
                      "There are more than %d roles; split the framework.",
                      LIMIT_ROLES);
}

void line_begin(struct checker *checker, json_t *line)
{
    (void)line;
    struct framework_check *check = checker->context;
    check->node_count = 0;
}

static bool begins_with(const char *role_id, const char *id)
{
    const size_t length = strlen(id);
    return strncmp(role_id, id, length) == 0 && role_id[length] == '/';
}

/* One fault where the id stands, and none at each role. */
void check_framework_id(struct checker *checker, json_t *root, json_t *value)
{
    (void)root;
    const struct framework_check *check = checker->context;
    if (check->id_is_odd)
        checker_error(checker, "wrong-framework",
                      "No role's id begins with '%.96s/', as the framework's "
                      "own roles do; correct this id, or those of the roles.",
                      json_string_value(value));
}

/* Two posts may share one, and then a role cannot be asked for by it. */
void check_role_ref(struct checker *checker, json_t *role, json_t *value)
{
    struct framework_check *check = checker->context;
    const char *ref = json_string_value(value);
    const uint32_t index = ref && *ref ? names_index(&check->refs, ref) : 0;
    if (!ref || !*ref)
        return;
    if (index == NAMES_NONE) {
        if (!names_add(&check->refs, ref, role))
            checker->failed = true;
        return;
    }
    const char *other =
        json_string_value(json_object_get(check->refs.owners[index], "id"));
    checker_warning(checker, "duplicate-ref",
                    "The role '%.128s' has the job reference '%.64s' too, so "
                    "neither is found by it.",
                    other ? other : "", ref);
}

void check_essential(struct checker *checker, json_t *parent, json_t *value)
{
    (void)parent;
    if (json_array_size(value) == 0)
        checker_warning(checker, "empty-list",
                        "This role asks for nothing essential, so everybody "
                        "meets it; is that what the document says?");
}

const char *role_advice(const struct checker *checker, const char *id)
{
    const struct framework_check *check = checker->context;
    return strchr(id, '/') && check->id && !begins_with(id, check->id)
               ? "only roles of this framework can be named"
               : NULL;
}

const char *criterion_advice(const struct checker *checker, const char *id)
{
    (void)checker;
    (void)id;
    return "use one of data/reference/criteria.json";
}

void check_role_id(struct checker *checker, json_t *role, json_t *value)
{
    (void)role;
    const struct framework_check *check = checker->context;
    const char *id = json_string_value(value);
    if (!check->id || begins_with(id, check->id))
        return; /* without one it is missing or wrong, and told as such */
    checker_error(checker, "wrong-framework",
                  "A role of this framework has an id that begins with "
                  "'%.96s/'; change '%.128s'.",
                  check->id, id);
}

void check_rank(struct checker *checker, json_t *role, json_t *value)
{
    (void)role;
    struct framework_check *check = checker->context;
    bool *used = &check->ranks[(size_t)json_number_value(value)];
    if (*used)
        checker_error(checker, "duplicate-rank",
                      "Another role of this family has rank %.0f already; "
                      "each needs its own.",
                      json_number_value(value));
    *used = true;
}

void check_scale_level(struct checker *checker, json_t *levels, json_t *value)
{
    (void)levels;
    const size_t index = checker->path[checker->depth - 1].index;
    if (index == 0 || json_object_get(value, "why"))
        return;
    checker_error(checker, "missing-field",
                  "Level %zu needs the field 'why': say why it is higher than "
                  "level %zu.",
                  index + 1, index);
}

/* The object that a reference names, or NULL. */
static const json_t *referred(const struct checker *checker, enum noun noun,
                              const json_t *reference)
{
    const char *id = json_string_value(reference);
    if (!id)
        return NULL;
    const struct names *names = &checker->names[noun];
    const uint32_t index = names_index(names, id);
    return index == NAMES_NONE ? NULL : names->owners[index];
}

/* A kind that there is not is told where it stands, and not again here. */
static bool is_section_kind(const char *kind)
{
    return strcmp(kind, "statement") == 0 || strcmp(kind, "graded") == 0 ||
           strcmp(kind, "specification") == 0;
}

static void check_section_kind(struct checker *checker, const json_t *value,
                               const char *wanted)
{
    const json_t *section = referred(checker, NOUN_SECTION, value);
    const char *kind = json_string_value(json_object_get(section, "kind"));
    if (!kind || !is_section_kind(kind) || strcmp(kind, wanted) == 0)
        return;
    checker_error(checker, "wrong-kind",
                  "The section '%.96s' is of kind '%.30s' and this belongs "
                  "in a section of kind '%s'.",
                  json_string_value(value), kind, wanted);
}

void check_statement_section(struct checker *checker, json_t *parent,
                             json_t *value)
{
    (void)parent;
    check_section_kind(checker, value, "statement");
}

void check_graded_section(struct checker *checker, json_t *parent,
                          json_t *value)
{
    (void)parent;
    check_section_kind(checker, value, "graded");
}

void check_specification_section(struct checker *checker, json_t *parent,
                                 json_t *value)
{
    (void)parent;
    check_section_kind(checker, value, "specification");
}

void check_cell_scale(struct checker *checker, json_t *cell, json_t *value)
{
    struct framework_check *check = checker->context;
    const char *id = json_string_value(value);
    if (names_index(&check->role_scales, id) != NAMES_NONE)
        checker_error(checker, "duplicate-cell",
                      "This role has a cell on the scale '%.96s' already; "
                      "join the two.",
                      id);
    else if (!names_add(&check->role_scales, id, cell))
        checker->failed = true;
}

void check_cell_level(struct checker *checker, json_t *cell, json_t *value)
{
    const json_t *reference = json_object_get(cell, "scale");
    const json_t *scale = referred(checker, NOUN_SCALE, reference);
    const json_t *levels = json_object_get(scale, "levels");
    const size_t count = json_array_size(levels);
    if (!json_is_array(levels) || json_number_value(value) <= (double)count)
        return;
    checker_error(checker, "bad-level",
                  "The scale '%.96s' has %zu levels and no level %.0f.",
                  json_string_value(reference), count,
                  json_number_value(value));
}

void framework_check_done(struct framework_check *check)
{
    for (size_t i = 0; i < NOUN_COUNT; i++)
        names_done(&check->names[i]);
    names_done(&check->role_scales);
    names_done(&check->refs);
    names_done(&check->ordered_words);
    names_done(&check->loose_words);
}
