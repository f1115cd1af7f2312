/* SPDX-License-Identifier: MIT */
/* The tables of a council's own numbers, and what they cannot say. */
#include "read/overrides_check.h"

#include "base/date.h"

#include <string.h>

enum { MOST_MONTHS = 1200, MOST_HOURS = 168 /* in a week */, MOST_STAY = 120 };

static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape note = {.kind = SHAPE_TEXT, .least = 1, .most = 2000};
static const struct shape source = {
    .kind = SHAPE_TEXT, .least = 1, .most = 200};

/* By the clock: whoever checks or uses the file does it now. */
static void check_as_of(struct checker *checker, json_t *council, json_t *value)
{
    const struct date today = date_today();
    struct date day;
    check_date(checker, council, value);
    if (today.year != 0 && date_read(json_string_value(value), &day) &&
        date_compare(day, today) > 0)
        checker_warning(checker, "ahead",
                        "This day has not come yet, but the numbers are used "
                        "already; correct it, or keep them back until then.");
}

static const struct shape date = {.kind = SHAPE_TEXT,
                                  .fits = fits_date,
                                  .remedy = "a date, YYYY-MM-DD",
                                  .check = check_as_of};

static const struct reference *reference_of(const struct checker *checker)
{
    const struct courses_check *check = checker->context;
    return check->framework.reference;
}

/* Which words an entry is about. "some" is any time at all, which no number
 * can change. */
static void check_word(struct checker *checker, json_t *entry, json_t *value)
{
    (void)entry;
    const struct reference *reference = reference_of(checker);
    const char *word = json_string_value(value);
    const uint8_t rank = reference_word_rank(reference, word);
    if (rank == 1) {
        checker_error(checker, "any-time",
                      "'%.60s' means any time at all, so no number of months "
                      "can stand for it; take this entry out.",
                      word);
    } else if (rank == 0) {
        char hint[HINT_ROOM];
        checker_hint(checker, word, reference->words, reference->word_count,
                     hint);
        checker_warning(checker, "unknown-word",
                        "'%.60s' is not among the amount words in words.json; "
                        "it counts only where a document prints just this.%s",
                        word, hint);
    }
}

static const struct shape word = {.kind = SHAPE_TEXT,
                                  .nullable = true,
                                  .least = 1,
                                  .most = 64,
                                  .check = check_word};
static const struct shape criterion = {.kind = SHAPE_TEXT,
                                       .least = 1,
                                       .most = 96,
                                       .refers = NOUN_CRITERION,
                                       .advice = criterion_advice};

/* "equivalent to NVQ level 3" */
static enum scale_id scale_of(const json_t *equivalent_to)
{
    const char *name =
        json_string_value(json_object_get(equivalent_to, "scale"));
    return name ? scale_from_name(name) : SCALE_NONE;
}

uint8_t overrides_level(const struct reference *reference,
                        const json_t *equivalent_to)
{
    const double level =
        json_number_value(json_object_get(equivalent_to, "level"));
    if (!(level >= 1 && level <= HIGHEST_LEVEL))
        return 0;
    return reference_level(reference, scale_of(equivalent_to), (unsigned)level)
        .max;
}

static void check_level(struct checker *checker, json_t *equivalent_to,
                        json_t *value)
{
    const struct reference *reference = reference_of(checker);
    const enum scale_id scale = scale_of(equivalent_to);
    char levels[96];
    if (scale == SCALE_NONE || overrides_level(reference, equivalent_to) > 0)
        return; /* a wrong scale is told as that */
    reference_list_levels(reference, scale, levels, sizeof(levels));
    checker_error(checker, "bad-level",
                  "%s has no level %u; its levels are %s.", scale_name(scale),
                  (unsigned)json_number_value(value), levels);
}

static const char *const scale_words[] = {"RQF",  "NVQ", "SVQ", "SCQF",
                                          "CQFW", "EQF", NULL};
static const struct shape scale = {.kind = SHAPE_TEXT, .words = scale_words};
static const struct shape level = {.kind = SHAPE_NUMBER,
                                   .least = 1,
                                   .most = HIGHEST_LEVEL,
                                   .check = check_level};
static const struct field equivalent_fields[] = {
    {"scale", &scale, REQUIRED}, {"level", &level, REQUIRED}, {0}};
static const struct shape equivalent_to = {.kind = SHAPE_OBJECT,
                                           .fields = equivalent_fields};

/* One length of experience. */
static void check_entry(struct checker *checker, json_t *list, json_t *entry)
{
    (void)list;
    const bool named = json_object_get(entry, "word") != NULL;
    const bool level_named = json_object_get(entry, "equivalent_to") != NULL;
    if (named && level_named)
        checker_error(checker, "contradiction",
                      "An entry says how long either a word or an equivalent "
                      "level means; take 'word' or 'equivalent_to' out, or "
                      "write two entries.");
    else if (!named && !level_named)
        checker_error(checker, "missing-field",
                      "What these months are for is missing here; add 'word' "
                      "(null where the document prints no amount) or "
                      "'equivalent_to'.");
}

static const struct shape months = {
    .kind = SHAPE_NUMBER, .least = 1, .most = MOST_MONTHS};
static const struct field entry_fields[] = {
    {"word", &word, false},
    {"equivalent_to", &equivalent_to, false},
    {"criterion", &criterion, false},
    {"months", &months, REQUIRED},
    {0}};
static const struct shape entry = {
    .kind = SHAPE_OBJECT, .fields = entry_fields, .check = check_entry};

/* Whether two texts are the same, or neither is one. */
static bool same_text(const json_t *a, const json_t *b)
{
    const char *text = json_string_value(a), *other = json_string_value(b);
    return text && other ? strcmp(text, other) == 0 : text == other;
}

/* Whether two entries are about the same words. What is not whole is about
 * nothing yet. */
static bool same_words(const struct reference *reference, const json_t *a,
                       const json_t *b)
{
    const json_t *a_level = json_object_get(a, "equivalent_to");
    const json_t *b_level = json_object_get(b, "equivalent_to");
    const json_t *a_word = json_object_get(a, "word");
    const json_t *b_word = json_object_get(b, "word");
    if (!same_text(json_object_get(a, "criterion"),
                   json_object_get(b, "criterion")))
        return false;
    if (a_level || b_level)
        return !a_word && !b_word && overrides_level(reference, a_level) > 0 &&
               overrides_level(reference, a_level) ==
                   overrides_level(reference, b_level);
    return a_word && b_word && json_typeof(a_word) == json_typeof(b_word) &&
           same_text(a_word, b_word);
}

/* Of two numbers for the same words one would be ignored. The list is short
 * enough to compare each with each. */
static void check_duplicates(struct checker *checker, const json_t *list)
{
    const struct reference *reference = reference_of(checker);
    for (size_t i = 1; i < json_array_size(list); i++)
        for (size_t j = 0; j < i; j++) {
            if (!same_words(reference, json_array_get(list, i),
                            json_array_get(list, j)))
                continue;
            checker_enter(checker, NULL, i);
            checker_error(checker, "duplicate-entry",
                          "Entry %zu of this list is about the same words; "
                          "take one of the two out.",
                          j + 1);
            checker_leave(checker);
            break;
        }
}

/* An entry about a word of the order, for comparing it with others. */
struct ranked {
    const char *word;
    uint8_t rank; /* 0: it is about no such word */
    const json_t *criterion;
    double months;
};

static struct ranked ranked_at(const struct reference *reference,
                               const json_t *list, size_t at)
{
    const json_t *from = json_array_get(list, at);
    const char *text = json_string_value(json_object_get(from, "word"));
    return (struct ranked){
        .word = text,
        .rank = text ? reference_word_rank(reference, text) : 0,
        .criterion = json_object_get(from, "criterion"),
        .months = json_number_value(json_object_get(from, "months")),
    };
}

/* Of two words the greater cannot mean less: "proven" is never longer than
 * "significant". Compared where both are about the same. */
static bool is_inverted(const struct ranked *a, const struct ranked *b)
{
    return a->rank != 0 && b->rank != 0 && a->rank != b->rank &&
           a->months > 0 && b->months > 0 &&
           same_text(a->criterion, b->criterion) &&
           (a->rank < b->rank) == (a->months > b->months) &&
           a->months != b->months;
}

static void check_order(struct checker *checker, const json_t *list)
{
    const struct reference *reference = reference_of(checker);
    for (size_t i = 1; i < json_array_size(list); i++)
        for (size_t j = 0; j < i; j++) {
            const struct ranked one = ranked_at(reference, list, i);
            const struct ranked other = ranked_at(reference, list, j);
            if (!is_inverted(&one, &other))
                continue;
            checker_enter(checker, NULL, i);
            checker_warning(
                checker, "wrong-order",
                "'%.60s' is %.0f months here, and '%.60s', which is %s, is "
                "%.0f in entry %zu; correct the one or the other.",
                one.word, one.months, other.word,
                other.rank < one.rank ? "less" : "more", other.months, j + 1);
            checker_leave(checker);
            break;
        }
}

static void check_list(struct checker *checker, json_t *council, json_t *list)
{
    (void)council;
    check_duplicates(checker, list);
    check_order(checker, list);
}

static const struct shape experience_months = {.kind = SHAPE_ARRAY,
                                               .least = 1,
                                               .most = LIMIT_OVERRIDES,
                                               .items = &entry,
                                               .check = check_list};

/* One framework's numbers, all of one source. */
static void council_begin(struct checker *checker, json_t *council)
{
    (void)council;
    const char *id = checker->path[checker->depth - 1].key;
    if (!fits_id(id))
        checker_error(checker, "bad-pattern",
                      "'%.60s' is no id of a framework; write small letters "
                      "and digits, with single hyphens between them, such as "
                      "county.",
                      id);
}

static const struct field council_fields[] = {
    {"source", &source, REQUIRED},
    {"as_of", &date, false},
    {"note", &note, false},
    {"experience_months", &experience_months, false},
    {0}};
static const struct shape council = {
    .kind = SHAPE_OBJECT, .fields = council_fields, .begin = council_begin};

static void check_count(struct checker *checker, json_t *root,
                        json_t *frameworks)
{
    (void)root;
    const size_t count = json_object_size(frameworks);
    if (count > LIMIT_FRAMEWORKS)
        checker_error(checker, "out-of-range",
                      "'frameworks' names %zu frameworks and at most %d are "
                      "allowed.",
                      count, LIMIT_FRAMEWORKS);
}

static const struct field no_fields[] = {{0}};
static const struct shape frameworks = {.kind = SHAPE_OBJECT,
                                        .fields = no_fields,
                                        .values = &council,
                                        .check = check_count};
static const struct shape hours = {
    .kind = SHAPE_DECIMAL, .least = 1, .most = MOST_HOURS};

static const struct shape stay = {
    .kind = SHAPE_NUMBER, .least = 0, .most = MOST_STAY};

/* What is not known is left out and told. The rest still counts: a slip is no
 * reason to go back to what is assumed. */
static void check_statutory(struct checker *checker, json_t *list,
                            json_t *value)
{
    (void)list;
    const struct courses_check *check = checker->context;
    const struct names *known = &check->names[NOUN_CRITERION];
    const char *id = json_string_value(value);
    char hint[HINT_ROOM];
    if (names_index(known, id) != NAMES_NONE)
        return;
    checker_hint(checker, id, known->ids, known->count, hint);
    checker_warning(checker, "unknown-criterion",
                    "There is no criterion with the id '%.96s', so this is not "
                    "used; %s.%s",
                    id, criterion_advice(checker, id), hint);
}

static const struct shape statutory_id = {
    .kind = SHAPE_TEXT, .least = 1, .most = 96, .check = check_statutory};
static const struct shape statutory = {.kind = SHAPE_ARRAY,
                                       .unique = true,
                                       .most = LIMIT_OVERRIDES,
                                       .items = &statutory_id};

static const struct field file_fields[] = {
    {"$schema", &any_text, false},
    {"format", &any_text, REQUIRED},
    {"note", &note, false},
    {"source", &source, false},
    {"as_of", &date, false},
    {"frameworks", &frameworks, false},
    {"full_time_hours", &hours, false},
    {"stay_months", &stay, false},
    {"study_hours_per_week", &course_study_hours, false},
    {"statutory", &statutory, false},
    {"courses", &overrides_courses, false},
    {0}};
const struct shape overrides_shape = {
    .kind = SHAPE_OBJECT, .fields = file_fields, .check = check_own_source};
