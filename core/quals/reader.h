/* SPDX-License-Identifier: MIT */
/* One title on its way to being understood, shared by the files that read it.
 *
 *     struct reader reader = {.quals = quals, .reading = reading};
 *     marks_find(&reader);
 *
 * A mark is a phrase that was found; a rule that takes a word marks it used.
 * The steps stand in the order in which title_read() calls them. */
#ifndef QUALS_READER_H
#define QUALS_READER_H

#include "base/date.h"
#include "quals/lex.h"
#include "quals/title.h"

struct mark {
    uint8_t class; /* enum phrase_class */
    uint16_t index;
    uint8_t first; /* word */
    uint8_t length;
};

/* Each takes a word of its own. */
enum { MARKS_MOST = WORDS_MOST, STATEMENTS_MOST = WORDS_MOST, NO_MARK = -1 };

/* A level that the title states. */
struct statement {
    uint8_t low; /* as written; 0: "entry level" without a number */
    uint8_t high;
    bool entry;
    bool bare;     /* without the word level: "NVQ 3" */
    bool both;     /* "2 and 3": two qualifications */
    uint8_t first; /* word */
    uint8_t end;
    uint8_t scale; /* enum scale_id; what it was found to be on */
    struct rqf_range rqf;
    bool legacy; /* by the old meaning of NVQ 4 and 5 */
};

struct reader {
    const struct quals *quals;
    struct sg_title_reading *reading;
    struct words words;
    struct mark marks[MARKS_MOST];
    size_t mark_count;
    struct statement statements[STATEMENTS_MOST];
    size_t statement_count;
    int award;               /* mark, or NO_MARK */
    int stage;               /* index into quals->stages, or NO_MARK */
    struct rqf_range grades; /* what the grades are worth */
    uint32_t grades_seen;    /* of these the first are kept in the reading */
    uint8_t grade_first;     /* the word at which the first begins */
    bool grades_odd;         /* one of them is no pass of the award */
    bool size_unclear;
    bool legacy;         /* a level whose meaning has changed */
    bool rivals;         /* names of several qualifications */
    bool apart;          /* two levels may be of two things */
    bool conflict;       /* two things in the title contradict each other */
    bool unlike;         /* several things of which nothing fits all */
    struct date expires; /* when the words say that it runs out; or no date */
    bool expires_weak;   /* "exp", "card expires": only of what is known to run
                            out */
    bool expiry_unclear; /* it runs out, and nobody can tell when */
};

/* Finds phrases: of the structure, where a longer one hides what it covers. */
void marks_find(struct reader *reader);

/* Finds words that say until when it is good, and takes the date behind them:
 * before the names are chosen. What they hide ("renewal due") says no more. */
void expiry_find(struct reader *reader);

/* Whether such words are there, but leave it open when it runs out: no date
 * that can be read, or several, or "exp" beside what does not run out, or of
 * several things, of which a membership is one. */
bool expiry_is_open(const struct reader *reader);

/* The longest phrase of some classes at a word; NULL when there is none, and
 * behind the last word. */
const struct phrase *phrase_at(const struct reader *reader, size_t first,
                               uint32_t classes);

/* Whether one of these classes stands anywhere. */
bool is_said(const struct reader *reader, uint32_t classes);

/* The next one after `before`; after NULL the first. */
const struct phrase *phrase_after(const struct reader *reader, size_t first,
                                  uint32_t classes,
                                  const struct phrase *before);

#define CLASS(class) (UINT32_C(1) << (class))

bool word_is(const struct reader *reader, size_t at, enum key_word key);
bool is_number(const struct reader *reader, size_t at);
const struct mark *mark_of(const struct reader *reader,
                           enum phrase_class class);
const struct mark *mark_over(const struct reader *reader, size_t at,
                             uint32_t classes);
/* `end`: the word behind them; within the title. */
void use_words(struct reader *reader, size_t first, size_t end);
void add_note(struct reader *reader, const char *note);
const struct award *award_of(const struct reader *reader);

/* Finds a qualification number in the text, blanks it, checks it. */
void number_find(struct sg_title_reading *reading, char *text);

enum { NO_AWARD = -1 };

/* Whether something is a full level, by the first rule of the data that fits:
 * an award (index, or NO_AWARD), the framework that is named (id, or NULL), the
 * month in which it was awarded (0: not known), and what is known of it so far.
 * Sets full and full_assumed. */
void full_by_rules(const struct quals *quals, int award, const char *framework,
                   int32_t awarded, struct sg_title_reading *reading);

/* Whether the words name subjects of several areas. */
bool subjects_differ(const struct reader *reader);

void award_choose(struct reader *reader);
void stage_choose(struct reader *reader);
void levels_find(struct reader *reader);
void levels_weigh(struct reader *reader);
void size_find(struct reader *reader);
void type_find(struct reader *reader);
void school_read(struct reader *reader);
void subject_find(struct reader *reader);
void full_decide(struct reader *reader);
void status_find(struct reader *reader);

/* 1 to 12 for "Sept" and "september", 0 for "se" and "market". */
uint8_t month_named(const struct word *word);
void changed_find(struct reader *reader);
void open_decide(struct reader *reader);

/* All of the steps above, in order. */
void title_steps(struct reader *reader);

/* Reads the things of a title that names several each by itself, and keeps what
 * counts: those that add up, or the highest that is held. Leaves the reading
 * alone where nobody can tell. */
void parts_read(struct reader *whole);

/* Whether words of this meaning stand in it. */
bool status_says(const struct reader *reader, enum status_meaning meaning);

#endif
