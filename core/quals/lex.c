/* SPDX-License-Identifier: MIT */
/* A title in words. */
#include "quals/lex.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 1950, YEAR_LAST = 2049, HALF_LEAST = 4 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || is_capital(byte);
}

static char small(char byte)
{
    return is_capital(byte) ? (char)(byte - 'A' + 'a') : byte;
}

/* Text that is being split. */
struct split {
    const char *at;
    struct words *words;
    char mark;  /* the last one since the last word */
    bool apart; /* anything stood since the last word */
};

/* A new word, zeroed; NULL when there are too many. */
static struct word *word_add(struct words *words)
{
    if (words->count == WORDS_MOST) {
        words->cut = true;
        return NULL;
    }
    struct word *word = &words->at[words->count++];
    *word = (struct word){.id = NO_WORD, .capital = true};
    return word;
}

static struct word *begin_word(struct split *split)
{
    struct word *word = word_add(split->words);
    if (!word)
        return NULL;
    word->before = split->mark;
    word->glued = !split->apart;
    split->mark = '\0';
    split->apart = false;
    return word;
}

static void take_number(struct split *split)
{
    struct word *word = begin_word(split);
    uint32_t value = 0;
    size_t length = 0;
    for (; is_digit(*split->at); split->at++) {
        if (value < NUMBER_WORD)
            value = value * 10 + (uint32_t)(*split->at - '0');
        if (word && length + 1 < WORD_ROOM)
            word->text[length++] = *split->at;
    }
    if (!word || value >= NUMBER_WORD)
        return;
    const bool year = length == 4 && value >= YEAR_FIRST && value <= YEAR_LAST;
    word->kind = year ? WORD_YEAR : WORD_NUMBER;
    word->number = (uint16_t)value;
}

/* "B.A.", "N.V.Q." and "Ph.D" are one word: the dot after a single letter. */
static bool dot_joins(const char *at, size_t piece, const struct word *word)
{
    const bool short_piece = piece == 1 || strcmp(word->text, "ph") == 0;
    return *at == '.' && is_letter(at[1]) && short_piece;
}

static void take_letters(struct split *split)
{
    struct word spare = {.id = NO_WORD};
    struct word *word = begin_word(split);
    size_t length = 0, piece = 0;
    if (!word)
        word = &spare;
    for (;; split->at++) {
        if (dot_joins(split->at, piece, word)) {
            piece = 0;
            continue;
        }
        if (!is_letter(*split->at))
            break;
        /* "8xGCSE": the x of a count is a word. */
        if (word->glued && length == 1 && word->text[0] == 'x')
            break;
        piece++;
        word->capital = word->capital && is_capital(*split->at);
        if (length + 1 < WORD_ROOM)
            word->text[length++] = small(*split->at);
    }
    const bool owned = split->at[0] == '\'' && small(split->at[1]) == 's' &&
                       !is_letter(split->at[2]);
    if (owned && length + 1 < WORD_ROOM)
        word->text[length] = 's';
    split->at += owned ? 2 : 0;
    if (split->at[0] == '*' && length == 1) {
        word->star = true;
        split->at++;
    }
}

/* "&" is a word; any other mark is remembered. */
static void take_mark(struct split *split)
{
    const char mark = *split->at++;
    split->apart = true;
    split->words->question = split->words->question || mark == '?';
    if (mark == '&') {
        struct word *word = begin_word(split);
        if (word)
            memcpy(word->text, "and", sizeof("and"));
        split->apart = true;
    } else if (mark != ' ') {
        split->mark = mark;
    }
}

void lex_plain(const char *text, struct words *words)
{
    words->count = 0;
    words->question = words->cut = false;
    struct split split = {.at = text, .words = words, .apart = true};
    while (*split.at) {
        if (is_digit(*split.at))
            take_number(&split);
        else if (is_letter(*split.at))
            take_letters(&split);
        else
            take_mark(&split);
    }
}

/* Numbers in letters. Roman ones of a single letter count only after a word
 * that is numbered. */
struct number_name {
    const char *text;
    uint8_t value;
    bool roman;
    bool single;
};

static const struct number_name number_names[] = {
    {"one", 1, false, false},     {"two", 2, false, false},
    {"three", 3, false, false},   {"four", 4, false, false},
    {"five", 5, false, false},    {"six", 6, false, false},
    {"seven", 7, false, false},   {"eight", 8, false, false},
    {"nine", 9, false, false},    {"ten", 10, false, false},
    {"eleven", 11, false, false}, {"twelve", 12, false, false},
    {"i", 1, true, true},         {"ii", 2, true, false},
    {"iii", 3, true, false},      {"iv", 4, true, false},
    {"v", 5, true, true},         {"vi", 6, true, false},
    {"vii", 7, true, false},      {"viii", 8, true, false},
};

enum { NUMBER_NAMES = sizeof(number_names) / sizeof(number_names[0]) };

static const char *const numbered[] = {"level", "nvq",   "svq",  "gnvq",
                                       "stage", "grade", "part", "rsa",
                                       "entry", "ilm",   "lvl",  "lefel"};

static bool is_numbered(const char *text)
{
    for (size_t i = 0; i < sizeof(numbered) / sizeof(numbered[0]); i++)
        if (strcmp(text, numbered[i]) == 0)
            return true;
    return false;
}

static bool read_number_name(struct word *word, const struct word *before)
{
    for (size_t i = 0; i < NUMBER_NAMES; i++) {
        const struct number_name *name = &number_names[i];
        if (strcmp(word->text, name->text) != 0)
            continue;
        if (name->single && (!before || !is_numbered(before->text)))
            return false;
        word->kind = WORD_NUMBER;
        word->number = name->value;
        word->roman = true;
        return true;
    }
    return false;
}

static void append_copy(struct words *words, const struct word *word)
{
    struct word *copy = word_add(words);
    if (copy)
        *copy = *word;
}

static const struct word *last_of(const struct words *words)
{
    return words->count > 0 ? &words->at[words->count - 1] : NULL;
}

static void append_means(const struct quals *quals, struct words *words,
                         const struct word *word, const char *means)
{
    char text[WORD_ROOM];
    bool first = true;
    while (*means) {
        const size_t length = strcspn(means, " ");
        const size_t kept = length < WORD_ROOM ? length : WORD_ROOM - 1;
        memcpy(text, means, kept);
        text[kept] = '\0';
        means += length + strspn(means + length, " ");
        struct word next = *word;
        memcpy(next.text, text, kept + 1);
        next.id = read_number_name(&next, last_of(words))
                      ? NO_WORD
                      : vocabulary_find(quals, text);
        next.before = first ? word->before : '\0';
        next.glued = first && word->glued;
        first = false;
        append_copy(words, &next);
    }
}

/* What a word stands for; itself, when it is no short form. */
static const char *written_out(const struct quals *quals, uint16_t word)
{
    const uint16_t form = quals->short_form_of[word];
    return form == NO_WORD ? quals->words[word]
                           : quals->short_forms[form].means;
}

static const char *last_word(const char *text)
{
    const char *space = strrchr(text, ' ');
    return space ? space + 1 : text;
}

/* "customerservice" is two words that are known, if there is one such pair. */
static bool append_halves(const struct quals *quals, struct words *words,
                          const struct word *word)
{
    const size_t length = strlen(word->text);
    uint16_t first = NO_WORD, second = NO_WORD;
    for (size_t cut = HALF_LEAST; cut + HALF_LEAST <= length; cut++) {
        char head[WORD_ROOM];
        memcpy(head, word->text, cut);
        head[cut] = '\0';
        const uint16_t a = vocabulary_find(quals, head);
        const uint16_t b = vocabulary_find(quals, word->text + cut);
        if (a == NO_WORD || b == NO_WORD)
            continue;
        if (first != NO_WORD)
            return false;
        first = a;
        second = b;
    }
    if (first == NO_WORD)
        return false;
    const struct word rest = {.id = second};
    append_means(quals, words, word, written_out(quals, first));
    append_means(quals, words, &rest, written_out(quals, second));
    return true;
}

/* "NVQII", "leveltwo": a word that is numbered, and its number. */
static bool append_numbered(const struct quals *quals, struct words *words,
                            const struct word *word)
{
    const size_t length = strlen(word->text);
    for (size_t i = 0; i < NUMBER_NAMES; i++) {
        const char *name = number_names[i].text;
        const size_t tail = strlen(name);
        if (number_names[i].single || length <= tail ||
            strcmp(word->text + length - tail, name) != 0)
            continue;
        char head[WORD_ROOM];
        memcpy(head, word->text, length - tail);
        head[length - tail] = '\0';
        const uint16_t id = vocabulary_find(quals, head);
        if (id == NO_WORD || !is_numbered(last_word(written_out(quals, id))))
            continue;
        const struct word rest = {.id = NO_WORD, .glued = true};
        append_means(quals, words, word, written_out(quals, id));
        append_means(quals, words, &rest, name);
        return true;
    }
    return false;
}

static void resolve(const struct quals *quals, struct words *words,
                    const struct word *split)
{
    struct word word = *split;
    if (word.kind != WORD_TEXT || read_number_name(&word, last_of(words))) {
        append_copy(words, &word);
        return;
    }
    if (append_numbered(quals, words, &word))
        return;
    word.id = vocabulary_guess(quals, word.text, &word.plural);
    if (word.id != NO_WORD && quals->short_form_of[word.id] != NO_WORD)
        append_means(quals, words, &word, written_out(quals, word.id));
    else if (word.id != NO_WORD || !append_halves(quals, words, &word))
        append_copy(words, &word);
}

void lex_title(const struct quals *quals, const char *text, struct words *words)
{
    struct words plain;
    lex_plain(text, &plain);
    words->count = 0;
    words->question = plain.question;
    words->cut = plain.cut;
    for (size_t i = 0; i < plain.count; i++)
        resolve(quals, words, &plain.at[i]);
}
