/* SPDX-License-Identifier: MIT */
/* Qualification numbers as Ofqual gives them. */
#include "read/ofqual.h"

#include <stddef.h>
#include <string.h>

enum { FIRST_WEIGHT = 8, DIGITS = 7, MODULUS = 11 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The seven digits and the last character. */
static bool read_number(const char *text, char digits[DIGITS + 1])
{
    static const char pattern[] = "999/9999/9";
    size_t count = 0;
    if (strlen(text) != strlen(pattern))
        return false;
    for (size_t i = 0; pattern[i]; i++) {
        const bool last = pattern[i + 1] == '\0';
        if (pattern[i] == '/' && text[i] != '/')
            return false;
        if (pattern[i] == '/')
            continue;
        if (!is_digit(text[i]) && !(last && strchr("Xx", text[i])))
            return false;
        digits[count++] = text[i];
    }
    return true;
}

bool ofqual_fits(const char *text)
{
    char digits[DIGITS + 1];
    return read_number(text, digits);
}

static bool is_early_number(const char *text)
{
    static const char first[] = "610/0", last[] = "610/0123";
    return strncmp(text, first, strlen(first)) == 0 &&
           strncmp(text, last, strlen(last)) <= 0;
}

bool ofqual_check_fits(const char *text)
{
    char digits[DIGITS + 1];
    int sum = 0;
    if (!read_number(text, digits) || is_early_number(text))
        return true;
    for (int i = 0; i < DIGITS; i++)
        sum += (FIRST_WEIGHT - i) * (digits[i] - '0');
    const char wanted = "0123456789X"[sum % MODULUS];
    return digits[DIGITS] == wanted || (wanted == 'X' && digits[DIGITS] == 'x');
}
