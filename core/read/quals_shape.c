/* SPDX-License-Identifier: MIT */
/* What qualifications.json and subjects.json must be like. */
#include "read/quals_shape.h"

#include "model/person.h"
#include "quals/lex.h"
#include "read/framework_check.h"

#include <string.h>

enum { SAY_MOST = 64, NOTE_MOST = 300, LEVEL_MOST = 15 };

const char *const quals_nouns[QUALS_NOUN_COUNT] = {
    "",           "source",        "subject",  "award",
    "credential", "changed award", "framework"};

const char *const rqf_words[] = {"open", "E1", "E2", "E3", "1", "2", "3",
                                 "4",    "5",  "6",  "7",  "8", NULL};
const char *const size_words[] = {"none", "award", "certificate", "diploma",
                                  NULL};
const char *const full_words[] = {"open", "no", "2", "3", NULL};
const char *const rank_words[] = {"body", "general", "main", NULL};
const char *const meaning_words[] = {"working-towards", "held", "doubt",
                                     "unsure",          "none", "level-unknown",
                                     "begun",           NULL};
static const char *const scale_words[] = {"RQF",  "NVQ", "SVQ", "SCQF",
                                          "CQFW", "EQF", NULL};
static const char *const change_words[] = {"renamed", "closed", NULL};

uint8_t word_index(const char *const *words, const char *text)
{
    for (uint8_t i = 0; text && words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    return 0;
}

/* A phrase has words, and not more than one can match. */
static bool fits_phrase(const char *text)
{
    struct words words;
    lex_plain(text, &words);
    return words.count > 0 && words.count <= PHRASE_WORDS_MOST;
}

/* Words just as a title's are after they were split, since what is written out
 * is not split again. How many; 0 when it is anything else. */
static size_t plain_words(const char *text)
{
    struct words words;
    lex_plain(text, &words);
    for (size_t i = 0; i < words.count; i++) {
        const struct word *word = &words.at[i];
        const size_t length = strlen(word->text);
        if (word->kind != WORD_TEXT || strncmp(text, word->text, length) != 0)
            return 0;
        text += length;
        if (i + 1 < words.count && *text++ != ' ')
            return 0;
    }
    return *text ? 0 : words.count;
}

static bool fits_short(const char *text)
{
    return plain_words(text) == 1;
}

static bool fits_means(const char *text)
{
    const size_t count = plain_words(text);
    return count > 0 && count <= PHRASE_WORDS_MOST;
}

static bool fits_number(const char *text)
{
    return strlen(text) == 10 && text[3] == '/' && text[8] == '/';
}

static const struct shape any_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = NOTE_MOST};
static const struct shape long_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = 1000};
static const struct shape any_flag = {.kind = SHAPE_FLAG};
static const struct shape date = {
    .kind = SHAPE_TEXT, .fits = fits_date, .remedy = "a date, YYYY-MM-DD"};
static const struct shape phrase = {.kind = SHAPE_TEXT,
                                    .least = 1,
                                    .most = SAY_MOST,
                                    .fits = fits_phrase,
                                    .remedy = "one to eight words"};
static const struct shape phrases = {.kind = SHAPE_ARRAY, .items = &phrase};
static const struct shape any_number = {.kind = SHAPE_NUMBER, .most = 1200};
static const struct shape any_numbers = {
    .kind = SHAPE_ARRAY, .least = 1, .most = 2, .items = &any_number};
static const struct shape rqf_word = {.kind = SHAPE_TEXT, .words = rqf_words};
static const struct shape rqf_pair = {
    .kind = SHAPE_ARRAY, .least = 2, .most = 2, .items = &rqf_word};
static const struct shape source_ref = {.kind = SHAPE_TEXT,
                                        .refers = QUALS_SOURCE};
static const struct shape subject_ref = {.kind = SHAPE_TEXT,
                                         .refers = QUALS_SUBJECT};
static const struct shape award_ref = {.kind = SHAPE_TEXT,
                                       .refers = QUALS_AWARD};
static const struct shape framework_ref = {.kind = SHAPE_TEXT,
                                           .refers = QUALS_FRAMEWORK};
static const struct shape type_word = {.kind = SHAPE_TEXT,
                                       .words = person_types};
static const struct shape size_word = {.kind = SHAPE_TEXT, .words = size_words};
static const struct shape scale_word = {.kind = SHAPE_TEXT,
                                        .words = scale_words};
static const struct shape rank_word = {.kind = SHAPE_TEXT, .words = rank_words};
static const struct shape full_word = {.kind = SHAPE_TEXT, .words = full_words};
static const struct shape meaning_word = {.kind = SHAPE_TEXT,
                                          .words = meaning_words};
static const struct shape change_word = {.kind = SHAPE_TEXT,
                                         .words = change_words};

#define LIST_OF(shape)                                                         \
    {                                                                          \
        .kind = SHAPE_ARRAY, .items = &(shape)                                 \
    }

static const struct shape texts = LIST_OF(any_text);

/* Where a fact comes from. */
#define FACT_FIELDS                                                            \
    {"source", &source_ref, REQUIRED}, {"assumed", &any_flag, false},          \
        {"note", &any_text, false},                                            \
    {                                                                          \
        0                                                                      \
    }

/* Ids that others refer to. */
#define ID_OF(noun)                                                            \
    {                                                                          \
        .kind = SHAPE_TEXT, .least = 1, .fits = fits_id,                       \
        .remedy = "small letters, digits and hyphens", .defines = (noun)       \
    }
static const struct shape source_id = ID_OF(QUALS_SOURCE);
static const struct shape award_id = ID_OF(QUALS_AWARD);
static const struct shape credential_id = ID_OF(QUALS_CREDENTIAL);
static const struct shape changed_id = ID_OF(QUALS_CHANGED);
static const struct shape subject_code = {.kind = SHAPE_TEXT,
                                          .fits = fits_subject_code,
                                          .remedy = "a code such as 15.2",
                                          .defines = QUALS_SUBJECT};

static const struct field source_fields[] = {{"id", &source_id, REQUIRED},
                                             {"title", &any_text, REQUIRED},
                                             {"as_of", &date, REQUIRED},
                                             {"assumed", &any_flag, false},
                                             {0}};
static const struct shape source = {.kind = SHAPE_OBJECT,
                                    .fields = source_fields};
static const struct shape sources = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &source};

/* What both files have at their top. */
#define TOP_FIELDS                                                             \
    {"format", &any_text, REQUIRED}, {"version", &any_text, REQUIRED},         \
        {"as_of", &date, REQUIRED}, {"note", &long_text, false},               \
    {                                                                          \
        "sources", &sources, REQUIRED                                          \
    }

/* subjects.json */
static const struct field subject_fields[] = {{"code", &subject_code, REQUIRED},
                                              {"title", &any_text, REQUIRED},
                                              {"say", &phrases, false},
                                              {"settings", &phrases, false},
                                              {0}};
static const struct shape subject = {.kind = SHAPE_OBJECT,
                                     .fields = subject_fields};
static const struct shape subjects = {
    .kind = SHAPE_ARRAY, .least = 1, .most = 1000, .items = &subject};
static const struct field subjects_fields[] = {
    TOP_FIELDS,
    {"source", &source_ref, REQUIRED},
    {"words_assumed", &any_flag, false},
    {"subjects", &subjects, REQUIRED},
    {0}};
const struct shape subjects_file = {.kind = SHAPE_OBJECT,
                                    .fields = subjects_fields};

/* qualifications.json */
static const struct field level_fields[] = {{"code", &rqf_word, REQUIRED},
                                            {"title", &any_text, REQUIRED},
                                            {"examples", &texts, false},
                                            FACT_FIELDS};
static const struct shape level = {.kind = SHAPE_OBJECT,
                                   .fields = level_fields};
static const struct shape levels = LIST_OF(level);

static const struct field size_fields[] = {{"id", &size_word, REQUIRED},
                                           {"credits", &any_numbers, false},
                                           {"say", &phrases, REQUIRED},
                                           FACT_FIELDS};
static const struct shape size = {.kind = SHAPE_OBJECT, .fields = size_fields};
static const struct shape sizes = LIST_OF(size);

static bool fits_month(const char *text)
{
    struct date read;
    return date_read(text, &read) && read.month != 0 && read.day == 0;
}

static const struct shape month_text = {
    .kind = SHAPE_TEXT, .fits = fits_month, .remedy = "a month (2015-09)"};
static const struct shape award_refs = {
    .kind = SHAPE_ARRAY, .most = UINT8_MAX, .items = &award_ref};
static const struct shape type_list = LIST_OF(type_word);
static const struct shape size_list = LIST_OF(size_word);
static const struct field rule_fields[] = {{"awards", &award_refs, false},
                                           {"types", &type_list, false},
                                           {"framework", &framework_ref, false},
                                           {"sizes", &size_list, false},
                                           {"rqf", &rqf_pair, false},
                                           {"count_least", &any_number, false},
                                           {"count_most", &any_number, false},
                                           {"before", &month_text, false},
                                           {"full", &full_word, REQUIRED},
                                           FACT_FIELDS};
static const struct shape rule = {.kind = SHAPE_OBJECT, .fields = rule_fields};
static const struct shape rules = LIST_OF(rule);
static const struct field full_fields[] = {{"version", &any_text, REQUIRED},
                                           {"note", &any_text, false},
                                           {"rules", &rules, REQUIRED},
                                           {0}};
static const struct shape full_levels = {.kind = SHAPE_OBJECT,
                                         .fields = full_fields};

static const struct shape own_level = {
    .kind = SHAPE_ARRAY, .least = 3, .most = 3, .items = &rqf_word};
static const struct shape framework_id = ID_OF(QUALS_FRAMEWORK);
static const struct shape own_levels = LIST_OF(own_level);
static const struct field framework_fields[] = {
    {"id", &framework_id, REQUIRED},
    {"scale", &scale_word, false},
    {"say", &phrases, REQUIRED},
    {"levels", &own_levels, false},
    {"always", &any_flag, false},
    {"usual_subject", &subject_ref, false},
    FACT_FIELDS};
static const struct shape framework = {.kind = SHAPE_OBJECT,
                                       .fields = framework_fields};
static const struct shape frameworks = LIST_OF(framework);

static const struct field stage_fields[] = {{"say", &phrases, REQUIRED},
                                            {"rqf", &rqf_pair, false},
                                            {"size", &size_word, false},
                                            {"source", &source_ref, false},
                                            {"assumed", &any_flag, false},
                                            {"note", &any_text, false},
                                            {0}};
static const struct shape stage = {.kind = SHAPE_OBJECT,
                                   .fields = stage_fields};
static const struct shape stages = LIST_OF(stage);

static const struct shape grade_text = {
    .kind = SHAPE_TEXT, .least = 1, .most = 2};
static const struct shape grade_texts = {
    .kind = SHAPE_ARRAY, .least = 1, .most = 12, .items = &grade_text};
static const struct field grade_fields[] = {
    {"say", &grade_texts, REQUIRED}, {"rqf", &rqf_word, REQUIRED}, {0}};
static const struct shape grade = {.kind = SHAPE_OBJECT,
                                   .fields = grade_fields};
static const struct shape grades = {
    .kind = SHAPE_ARRAY, .least = 1, .most = 2, .items = &grade};

static const struct shape any_year = {
    .kind = SHAPE_NUMBER, .least = 1950, .most = 2049};
static const struct field since_fields[] = {
    {"year", &any_year, REQUIRED}, {"rqf", &rqf_pair, REQUIRED}, FACT_FIELDS};
static const struct shape since = {.kind = SHAPE_OBJECT,
                                   .fields = since_fields};

static const struct field award_fields[] = {
    {"id", &award_id, REQUIRED},
    {"title", &any_text, REQUIRED},
    {"type", &type_word, REQUIRED},
    {"say", &phrases, REQUIRED},
    {"rank", &rank_word, false},
    {"scale", &scale_word, false},
    {"rqf", &rqf_pair, false},
    {"size", &size_word, false},
    {"subject", &subject_ref, false},
    {"usual_subject", &subject_ref, false},
    {"since", &since, false},
    {"awards_others", &any_flag, false},
    {"number_is_level", &any_flag, false},
    {"counted", &any_flag, false},
    {"no_size", &any_flag, false},
    {"needs_human", &any_flag, false},
    {"weak_type", &any_flag, false},
    {"before_subject", &any_flag, false},
    {"grades", &grades, false},
    {"stages", &stages, false},
    FACT_FIELDS};
static const struct shape award = {.kind = SHAPE_OBJECT,
                                   .fields = award_fields};
static const struct shape awards = {
    .kind = SHAPE_ARRAY, .least = 1, .most = 10000, .items = &award};

static const struct field credential_fields[] = {
    {"id", &credential_id, REQUIRED},
    {"title", &any_text, REQUIRED},
    {"say", &phrases, REQUIRED},
    {"subject", &subject_ref, false},
    {"qualification", &any_flag, REQUIRED},
    {"doubt", &any_flag, false},
    {"valid_months", &any_number, false},
    FACT_FIELDS};
static const struct shape credential = {.kind = SHAPE_OBJECT,
                                        .fields = credential_fields};
static const struct shape credentials = LIST_OF(credential);

static const struct shape number = {.kind = SHAPE_TEXT,
                                    .fits = fits_number,
                                    .remedy = "a number such as 601/3607/8"};
static const struct shape numbers = {
    .kind = SHAPE_ARRAY, .most = UINT8_MAX, .items = &number};
static const struct field changed_fields[] = {
    {"id", &changed_id, REQUIRED},
    {"say", &phrases, REQUIRED},
    {"numbers", &numbers, false},
    {"change", &change_word, REQUIRED},
    {"on", &date, false},
    {"successor", &any_text, false},
    FACT_FIELDS};
static const struct shape changed = {.kind = SHAPE_OBJECT,
                                     .fields = changed_fields};
static const struct shape changes = LIST_OF(changed);

static const struct field status_fields[] = {
    {"means", &meaning_word, REQUIRED}, {"say", &phrases, REQUIRED}, {0}};
static const struct shape status = {.kind = SHAPE_OBJECT,
                                    .fields = status_fields};
static const struct shape statuses = LIST_OF(status);

static const struct field overseas_fields[] = {
    {"say", &phrases, REQUIRED}, {"not", &phrases, false}, FACT_FIELDS};
static const struct shape overseas = {.kind = SHAPE_OBJECT,
                                      .fields = overseas_fields};

static const struct shape short_word = {.kind = SHAPE_TEXT,
                                        .least = 1,
                                        .most = SAY_MOST,
                                        .fits = fits_short,
                                        .remedy = "one word in small letters"};
static const struct shape short_words = LIST_OF(short_word);
static const struct shape meaning = {
    .kind = SHAPE_TEXT,
    .least = 1,
    .most = SAY_MOST,
    .fits = fits_means,
    .remedy = "one to eight words in small letters with single spaces"};

static const struct field short_fields[] = {
    {"short", &short_words, REQUIRED}, {"means", &meaning, REQUIRED}, {0}};
static const struct shape short_form = {.kind = SHAPE_OBJECT,
                                        .fields = short_fields};
static const struct shape short_forms = LIST_OF(short_form);

static const struct field qualifications_fields[] = {
    TOP_FIELDS,
    {"levels", &levels, false},
    {"sizes", &sizes, REQUIRED},
    {"awards", &awards, REQUIRED},
    {"full_levels", &full_levels, REQUIRED},
    {"frameworks", &frameworks, REQUIRED},
    {"credentials", &credentials, REQUIRED},
    {"changed", &changes, REQUIRED},
    {"bodies", &phrases, REQUIRED},
    {"status", &statuses, REQUIRED},
    {"overseas", &overseas, REQUIRED},
    {"measures", &phrases, REQUIRED},
    {"abbreviations", &short_forms, REQUIRED},
    {"ordinary", &phrases, REQUIRED},
    {0}};
const struct shape qualifications_file = {.kind = SHAPE_OBJECT,
                                          .fields = qualifications_fields};
