/* SPDX-License-Identifier: MIT */
/* Qualification numbers: 601/3607/8, or 60136078 as funding lists write it, or
 * with hyphens. */
#include "quals/reader.h"

#include <string.h>

enum { DIGITS = 7, NUMBER_SIZE = 10, WEIGHT_FIRST = 8, MODULUS = 11 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_check(char byte)
{
    return is_digit(byte) || byte == 'X' || byte == 'x';
}

static bool is_part(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '/';
}

/* Reads the number at `text` without its marks; the bytes that it takes, or
 * 0. */
static size_t number_at(const char *text, char plain[DIGITS + 2])
{
    const bool marked =
        strlen(text) >= NUMBER_SIZE && (text[3] == '/' || text[3] == '-');
    const char mark = marked ? text[3] : '\0';
    size_t at = 0, taken = 0;
    for (; taken < DIGITS; taken++) {
        if (marked && taken == 3)
            at++;
        if (!is_digit(text[at]))
            return 0;
        plain[taken] = text[at++];
    }
    if (marked && text[at++] != mark)
        return 0;
    if (!is_check(text[at]) || is_part(text[at + 1]))
        return 0;
    plain[taken] = text[at] == 'x' ? 'X' : text[at];
    plain[taken + 1] = '\0';
    return at + 1;
}

/* Weights 8 to 2 on the seven digits; ten is written X. Measured on the whole
 * register: a few early numbers of 610 do not fit, so it only warns. */
static bool check_fits(const char plain[DIGITS + 2])
{
    int sum = 0;
    for (int i = 0; i < DIGITS; i++)
        sum += (plain[i] - '0') * (WEIGHT_FIRST - i);
    const int rest = sum % MODULUS;
    return plain[DIGITS] == (rest == MODULUS - 1 ? 'X' : (char)('0' + rest));
}

/* The first three digits that the register uses. */
static bool is_known_start(const char plain[DIGITS + 2])
{
    static const char starts[][4] = {"100", "400", "500", "501",
                                     "600", "601", "603", "610"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (memcmp(plain, starts[i], 3) == 0)
            return true;
    return false;
}

/* Eight digits in a row may be a date or a telephone number, and so may those
 * with hyphens: then only what the register could hold is a qualification
 * number. */
static bool is_believed(const char plain[DIGITS + 2], bool slashed)
{
    return slashed || (is_known_start(plain) && check_fits(plain));
}

void number_find(struct sg_title_reading *reading, char *text)
{
    for (char *at = text; *at; at++) {
        char plain[DIGITS + 2];
        const bool begins = at == text || !is_part(at[-1]);
        const size_t length = begins ? number_at(at, plain) : 0;
        if (length == 0 || !is_believed(plain, at[3] == '/'))
            continue;
        memcpy(reading->number, plain, 3);
        reading->number[3] = '/';
        memcpy(reading->number + 4, plain + 3, 4);
        reading->number[8] = '/';
        reading->number[9] = plain[DIGITS];
        reading->number[10] = '\0';
        reading->number_suspect = !check_fits(plain);
        memset(at, ' ', length);
        return;
    }
}
