/* SPDX-License-Identifier: MIT */
/* Which known name was meant: text compared without case, and by distance. */
#include "base/text.h"

#include <string.h>

/* Past this many characters two different texts are never near each other:
 * names are shorter, and the rows below stay on the stack. */
enum { LONGEST_NAME = 256 };

static uint32_t folded(uint32_t point)
{
    return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
}

bool text_same(const char *a, const char *b)
{
    while (*a && folded((unsigned char)*a) == folded((unsigned char)*b)) {
        a++;
        b++;
    }
    return *a == '\0' && *b == '\0';
}

struct name {
    uint32_t points[LONGEST_NAME];
    size_t count;
};

/* False when the text is longer than a name can be. */
static bool name_of(struct name *name, const char *text)
{
    name->count = 0;
    while (*text) {
        if (name->count == LONGEST_NAME)
            return false;
        name->points[name->count++] = folded(text_next(&text));
    }
    return true;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

typedef uint16_t row[LONGEST_NAME + 1];

/* Fills the row of the first i characters of a; returns its smallest value.
 * Cells further than `most` from the diagonal hold more than `most`. */
static size_t fill_row(const struct name *a, const struct name *b, size_t i,
                       size_t most, row now, row before, row twice_before)
{
    const size_t first = i > most ? i - most : 1;
    const size_t last = smaller(b->count, i + most);
    const uint16_t far = (uint16_t)(most + 1);
    size_t least = far;
    now[first - 1] = first == 1 ? (uint16_t)i : far;
    for (size_t j = first; j <= last; j++) {
        const uint32_t x = a->points[i - 1], y = b->points[j - 1];
        size_t steps = (size_t)before[j - 1] + (x != y);
        steps = smaller(steps, (size_t)before[j] + 1);
        steps = smaller(steps, (size_t)now[j - 1] + 1);
        if (i > 1 && j > 1 && x == b->points[j - 2] && y == a->points[i - 2])
            steps = smaller(steps, (size_t)twice_before[j - 2] + 1);
        now[j] = (uint16_t)smaller(steps, far);
        least = smaller(least, now[j]);
    }
    if (last < b->count)
        now[last + 1] = far;
    return smaller(least, now[first - 1]);
}

static size_t name_distance(const struct name *a, const struct name *b,
                            size_t most)
{
    const size_t apart =
        a->count > b->count ? a->count - b->count : b->count - a->count;
    if (apart > most)
        return most + 1;
    row rows[3];
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = (uint16_t)smaller(j, most + 1);
    size_t least_before = 0;
    for (size_t i = 1; i <= a->count; i++) {
        const size_t least = fill_row(a, b, i, most, rows[i % 3],
                                      rows[(i + 2) % 3], rows[(i + 1) % 3]);
        /* A swap reaches back two rows, so both must be past the limit. */
        if (least > most && least_before > most)
            return most + 1;
        least_before = least;
    }
    return rows[a->count % 3][b->count];
}

size_t text_distance(const char *a, const char *b, size_t most)
{
    struct name first, second;
    if (!name_of(&first, a) || !name_of(&second, b))
        return text_same(a, b) ? 0 : most + 1;
    /* No two names are further apart than the longest is long. */
    const size_t bound = smaller(most, LONGEST_NAME);
    const size_t steps = name_distance(&first, &second, bound);
    return steps > bound ? most + 1 : steps;
}

const char *text_nearest(const char *typed, const char *const *names,
                         size_t count)
{
    struct name wanted, candidate;
    if (!name_of(&wanted, typed))
        return NULL;
    const char *nearest = NULL;
    size_t best = LONGEST_NAME + 1;
    for (size_t i = 0; i < count && best > 0; i++) {
        if (!name_of(&candidate, names[i]))
            continue;
        const size_t longer =
            candidate.count > wanted.count ? candidate.count : wanted.count;
        const size_t most = smaller(longer / 3, best - 1);
        const size_t steps = name_distance(&wanted, &candidate, most);
        if (steps > most)
            continue;
        best = steps;
        nearest = names[i];
    }
    return nearest;
}

/* Shorter words ("of", "in") stand in too many names to say anything. */
enum { LONG_WORD = 4 };

static size_t word_length(const char *text)
{
    return strcspn(text, "-/ _");
}

static const char *next_word(const char *text)
{
    text += word_length(text);
    return text + (*text != '\0');
}

static bool has_word(const char *name, const char *word, size_t length)
{
    for (; *name; name = next_word(name)) {
        size_t same = 0;
        while (same < length && folded((unsigned char)name[same]) ==
                                    folded((unsigned char)word[same]))
            same++;
        if (same == length && word_length(name) == length)
            return true;
    }
    return false;
}

struct shared {
    size_t words; /* of the typed text that are in a name */
    bool all;
    bool one_is_long;
};

static struct shared shared_words(const char *typed, const char *name)
{
    /* What stands before a slash (the council) says nothing of what is meant.
     */
    const char *slash = strrchr(typed, '/');
    struct shared shared = {.all = true};
    for (typed = slash ? slash + 1 : typed; *typed; typed = next_word(typed)) {
        const size_t length = word_length(typed);
        const bool there = length > 0 && has_word(name, typed, length);
        shared.words += there;
        shared.all = shared.all && there;
        shared.one_is_long =
            shared.one_is_long || (there && length >= LONG_WORD);
    }
    return shared;
}

const char *text_nearest_words(const char *typed, const char *const *names,
                               size_t count)
{
    const char *nearest = text_nearest(typed, names, count);
    const char *best = NULL;
    struct shared most = {0};
    /* One slip of the pen before any name that has the word in it: "need" is
     * "needs", and not "does_not_need". */
    if (nearest && text_distance(typed, nearest, 1) <= 1)
        return nearest;
    for (size_t i = 0; i < count; i++) {
        const struct shared shared = shared_words(typed, names[i]);
        if (!shared.one_is_long || shared.words <= most.words)
            continue;
        best = names[i];
        most = shared;
    }
    return best && (most.all || !nearest) ? best : nearest;
}
