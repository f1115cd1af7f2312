/* SPDX-License-Identifier: MIT */
/* What is known about qualifications: names, levels, sizes, full levels.
 *
 *     const struct award *award = &quals->awards[mark->index];
 *
 * Filled by read/quals.c from data/reference/, then indexed once
 * (quals_index), then never changed. Everything that a council may want to add
 * a word to is data; here is only its form. */
#ifndef QUALS_QUALS_H
#define QUALS_QUALS_H

#include "model/reference.h"
#include "skillgap/error.h"
#include "skillgap/titles.h"

#include <stdbool.h>
#include <stdint.h>

/* From the lowest to the highest it can be; 0 to 0: not known. */
struct rqf_range {
    uint8_t min; /* sg_rqf */
    uint8_t max;
};

/* Which of two names in one title says what it is: HNC, not BTEC. */
enum award_rank { RANK_BODY, RANK_GENERAL, RANK_MAIN };

/* A word that says more about an award: GNVQ *Intermediate*. */
struct stage {
    uint16_t award;
    struct rqf_range rqf;
    uint8_t size;   /* sg_title_size */
    uint8_t length; /* words of its longest phrase: the longer one counts */
};

enum { GRADE_ROOM = 8, GRADES_MOST = 24 };

struct grade {
    char text[GRADE_ROOM]; /* "A*", "9" */
    uint8_t rqf;
};

struct subject {
    const char *code;
    const char *title;
};

struct award {
    const char *id;
    const char *title;
    const char *note;                    /* or NULL */
    const struct subject *subject;       /* whatever else is said; or NULL */
    const struct subject *usual_subject; /* unless another is said; or NULL */
    uint8_t type;                        /* sg_title_type */
    uint8_t rank;                        /* enum award_rank */
    uint8_t scale; /* enum scale_id of a number after it */
    uint8_t size;  /* sg_title_size */
    struct rqf_range rqf;
    bool number_is_level; /* "ILM 3" */
    bool counted;         /* "5 GCSEs" */
    bool no_size;         /* award, certificate, diploma say nothing here */
    bool needs_human;
    bool assumed;        /* no source gives its level */
    bool weak_type;      /* its type counts where no size word says another */
    bool before_subject; /* "Higher": names it only in "Higher English" */
    bool awards_others;  /* by itself it says only who awarded something */
    uint16_t since_year; /* from which on it is worth `since`; 0: none */
    struct rqf_range since;
    struct grade grades[GRADES_MOST];
    uint8_t grade_count;
};

/* The first rule that fits says whether a title is a full level. */
struct full_rule {
    uint16_t *awards; /* any of these; none: whatever it is */
    uint8_t award_count;
    uint16_t types; /* bits, 1 << sg_title_type; 0: any */
    uint16_t sizes; /* bits, 1 << sg_title_size; 0: any */
    struct rqf_range rqf;
    const char *framework; /* its id is said; or NULL */
    uint32_t count_least;
    uint32_t count_most; /* 0: no ceiling */
    int32_t before;      /* month from which it holds no more; 0: always */
    uint8_t full;        /* sg_title_full */
    bool assumed;
};

/* A name of a framework of levels; without a scale nobody can tell which
 * levels are meant, unless it has ranges of its own. */
struct level_framework {
    uint8_t scale; /* enum scale_id */
    const char *note;
    const char *id;
    struct rqf_range own[LEVELS_PER_SCALE]; /* beside those of the scale */
    bool has_own;
    const struct subject *usual_subject; /* beside no award; or NULL */
    bool always;                         /* unclear even for "level 3 award" */
};

struct credential {
    const char *title;
    const char *note;
    const struct subject *subject; /* or NULL */
    uint32_t valid_months;
    bool qualification;
    bool doubt; /* beside an award: nobody can tell that it is held */
};

/* An award that was renamed or closed. */
struct changed {
    const char *note;
    const char *successor;
    const char **numbers;
    uint8_t number_count;
};

enum status_meaning {
    MEANS_WORKING_TOWARDS,
    MEANS_HELD,
    MEANS_DOUBT,
    MEANS_UNSURE,
    MEANS_NONE,
    MEANS_LEVEL_UNKNOWN,
    MEANS_BEGUN, /* working towards it, where a date follows */
    MEANING_COUNT
};

enum phrase_class {
    PHRASE_AWARD,
    PHRASE_BODY,
    PHRASE_FRAMEWORK,
    PHRASE_CREDENTIAL,
    PHRASE_STATUS, /* index: enum status_meaning */
    PHRASE_OVERSEAS,
    PHRASE_HOME, /* "Northern Ireland": not overseas */
    PHRASE_STAGE,
    PHRASE_SIZE, /* index: sg_title_size */
    PHRASE_CHANGED,
    PHRASE_SUBJECT,
    PHRASE_SETTING, /* a trade that goes before a subject */
    PHRASE_MEASURE, /* "3 years": no level */
    PHRASE_ORDINARY,
    PHRASE_CLASS_COUNT
};

/* Words as the data has them. */
struct said {
    const char *text;
    uint8_t class; /* enum phrase_class */
    uint16_t index;
};

/* A word that stands for others. */
struct short_form {
    const char *text;
    const char *means;
};

enum { PHRASE_WORDS_MOST = 8, NO_WORD = UINT16_MAX, NUMBER_WORD = 0x8000 };

/* The same, as word numbers; what is a number is NUMBER_WORD + its value. */
struct phrase {
    uint16_t words[PHRASE_WORDS_MOST];
    uint8_t length;
    uint8_t class;
    bool plural; /* one word, and only in the plural: "Highers" */
    uint16_t index;
};

/* Words that the rules themselves look for. */
enum key_word {
    KEY_LEVEL,
    KEY_LEFEL, /* as Welsh has it */
    KEY_ENTRY,
    KEY_L,
    KEY_E,
    KEY_X,
    KEY_AND,
    KEY_OR,
    KEY_TO,
    KEY_GRADE,
    KEY_GRADES,
    KEY_PASSES,
    KEY_INCLUDING,
    KEY_COUNT
};

struct quals {
    struct arena arena;
    const char *version;
    const char *as_of;
    struct level_range scales[SCALE_COUNT][LEVELS_PER_SCALE];
    bool scale_assumed[SCALE_COUNT];
    struct award *awards;
    struct stage *stages;
    struct full_rule *rules;
    struct level_framework *frameworks;
    struct credential *credentials;
    struct changed *changed;
    struct subject *subjects;
    struct said *said;
    struct short_form *short_forms;
    uint32_t award_count, stage_count, rule_count, framework_count,
        credential_count, changed_count, subject_count, said_count,
        short_form_count;

    /* Made by quals_index(). */
    const char **words; /* sorted */
    uint16_t word_count;
    uint16_t *short_form_of; /* word to short form, or NO_WORD */
    struct phrase *phrases;  /* by first word, then the longest first */
    uint32_t *phrases_of;    /* first phrase of a word; one more at the end */
    uint32_t phrase_count;
    uint16_t keys[KEY_COUNT];
};

/* Makes the word list and the phrases of what is said, each of at least one
 * word. SG_STORAGE, or SG_INPUT with the remedy when there are more words than
 * a number can hold ("too-many"), or when a phrase is too long once its short
 * forms are written out ("too-long"). */
sg_status quals_index(struct quals *quals, sg_error *reterr);

/* Frees it. Accepts NULL. */
void quals_free(struct quals *quals);

#endif
