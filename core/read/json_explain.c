/* SPDX-License-Identifier: MIT */
/* What jansson found wrong, in words for somebody who wrote the file. */
#include "base/fault.h"
#include "read/grammar.h"
#include "read/json_input.h"
#include "read/scan.h"

#include <stdio.h>
#include <string.h>

static const char too_early[] = "The file ends too early: was it cut off?";

/* The token that ends at or after a byte; false past the last one. The token
 * before it is given too; its kind is NUL when there is none. */
static bool token_at(const struct json_input *input, size_t at,
                     struct token *ret_token, struct token *ret_before)
{
    struct scan scan = {.bytes = input->bytes, .size = input->size};
    *ret_before = (struct token){0};
    while (scan_next(&scan, ret_token)) {
        if (ret_token->end >= at)
            return true;
        *ret_before = *ret_token;
    }
    return false;
}

/* Words that other formats than JSON have. */
struct foreign_word {
    const char *word;
    const char *message;
};

static const struct foreign_word foreign_words[] = {
    {"/", "JSON has no comments; take this one out."},
    {"#", "JSON has no comments; take this one out."},
    {"NaN", "NaN is no number in JSON; write a number, or leave it out."},
    {"nan", "NaN is no number in JSON; write a number, or leave it out."},
    {"Infinity", "JSON has no Infinity; write a number, or leave it out."},
    {"-Infinity", "JSON has no Infinity; write a number, or leave it out."},
    {"'", "Texts stand in double quotes (\"), not in single ones."},
    {"True", "Write true in lower case."},
    {"False", "Write false in lower case."},
    {"None", "Write null where there is nothing."},
    {"+", "A number does not begin with +; leave the sign out."},
    {".", "A number does not begin with a point; write 0 before it."},
};

static const char *explain_word(const char *word, size_t size)
{
    const size_t count = sizeof(foreign_words) / sizeof(foreign_words[0]);
    for (size_t i = 0; i < count; i++)
        if (json_begins_with(word, size, foreign_words[i].word))
            return foreign_words[i].message;
    return "This is not a JSON value; texts need double quotes (\"), and a "
           "number has no zero or letter in front.";
}

/* What is wrong inside a string, at a byte of it. */
static sg_status refuse_string(const struct json_input *input, size_t at)
{
    const char byte = at < input->size ? input->bytes[at] : '\0';
    if (byte == '\n' || byte == '\r')
        return json_refuse(
            input, at, "syntax",
            "The text on this line is not closed; add the missing "
            "double quote (\"), or write \\n for a new line.");
    if ((unsigned char)byte < 0x20)
        return json_refuse(input, at, "syntax",
                           "There is a control character in this text; take it "
                           "out, or write \\t for a tab.");
    return json_refuse(input, at > 0 ? at - 1 : 0, "syntax",
                       "The sign after the backslash (\\) is not one that JSON "
                       "knows; write \\\\ for a backslash itself.");
}

static const char *explain_grammar(char before, char kind)
{
    if (before == ',' && (kind == '}' || kind == ']'))
        return "There is a comma before this closing bracket; take the comma "
               "out.";
    if (before == ',' && kind == ',')
        return "There are two commas here; take one out.";
    if (kind == '}' || kind == ']')
        return "This closing bracket does not fit here; a value is missing, "
               "or another bracket is open.";
    if (kind == ',' || kind == ':')
        return "This sign does not fit here; a value or a name in double "
               "quotes is missing before it.";
    if (before == '{' || before == ',')
        return "A name in double quotes (\") is missing here.";
    return "A comma or a colon is missing before this, or a bracket is not "
           "closed.";
}

static const char *const literals[] = {"true", "false", "null"};

static bool is_literal(const char *word, size_t size)
{
    for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); i++)
        if (size == strlen(literals[i]) && memcmp(word, literals[i], size) == 0)
            return true;
    return false;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Moves past digits; false when there is none. */
static bool skip_digits(const char **at, const char *end)
{
    const char *first = *at;
    while (*at < end && is_digit(**at))
        ++*at;
    return *at > first;
}

static bool is_number(const char *word, size_t size)
{
    const char *at = word, *end = word + size;
    at += *at == '-';
    const bool zero = at < end && *at == '0';
    const char *whole = at;
    if (!skip_digits(&at, end) || (zero && at > whole + 1))
        return false;
    if (at < end && *at == '.' && (at++, !skip_digits(&at, end)))
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        at += at < end && (*at == '+' || *at == '-');
        if (!skip_digits(&at, end))
            return false;
    }
    return at == end;
}

/* Whether the last word of a file could be the start of a longer one. */
static bool is_cut_word(const char *word, size_t size)
{
    for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); i++)
        if (size < strlen(literals[i]) && memcmp(word, literals[i], size) == 0)
            return true;
    return *word == '-' || is_digit(*word);
}

/* A word that JSON does not have. Those that it has can only be in the wrong
 * place. */
static bool is_foreign(const char *word, size_t size)
{
    return !is_literal(word, size) && !is_number(word, size);
}

/* A "\\u" that names no character: two halves that do not fit, or too few
 * digits before the quote, past which jansson then stops. */
static bool names_no_character(const struct token *token,
                               const json_error_t *error)
{
    return strstr(error->text, "Unicode") ||
           (token->kind == '"' && !token->cut &&
            (size_t)error->position == token->end &&
            strstr(error->text, "invalid escape"));
}

static sg_status refuse_syntax(const struct json_input *input,
                               const json_error_t *error)
{
    const size_t at = (size_t)error->position;
    struct token token, before;
    if (!token_at(input, at, &token, &before))
        return json_refuse(input, input->size, "syntax", too_early);
    if (names_no_character(&token, error))
        return json_refuse(
            input, token.start, "syntax",
            "A \\u in this text does not name a character; put the "
            "character itself in its place.");
    if (token.kind == '"' && at < token.end)
        return refuse_string(input, at);
    const char *word = input->bytes + token.start;
    const size_t size = token.end - token.start;
    if (token.cut)
        return json_refuse(input, input->size, "syntax", too_early);
    if (token.kind == 'w' && is_foreign(word, size)) {
        if (token.end == input->size && is_cut_word(word, size))
            return json_refuse(input, input->size, "syntax", too_early);
        return json_refuse(input, token.start, "syntax",
                           explain_word(word, size));
    }
    if (grammar_allows(input->bytes, token.end))
        return fault_memory(input->reterr); /* the text is not to blame */
    return json_refuse(input, token.start, "syntax",
                       explain_grammar(before.kind, token.kind));
}

/* The start of the token that ends at the place of the error. */
static size_t start_of(const struct json_input *input,
                       const json_error_t *error)
{
    struct token token, before;
    const size_t at = (size_t)error->position;
    return token_at(input, at, &token, &before) ? token.start : input->size;
}

/* The name stands at the place of the error. It is the name of a field, so
 * telling it tells nothing about a person. */
static sg_status refuse_duplicate(const struct json_input *input,
                                  const json_error_t *error)
{
    struct token token, before;
    const size_t at = (size_t)error->position;
    if (!token_at(input, at, &token, &before) || token.kind != '"')
        return json_refuse(input, start_of(input, error), "duplicate-key",
                           "A name is used twice in the same object here; take "
                           "one of the two out.");
    char message[160];
    const size_t length = token.end - token.start - 2;
    snprintf(message, sizeof(message),
             "The name '%.*s' is used twice in the same object; take one of "
             "the two out.",
             (int)(length > 60 ? 60 : length), input->bytes + token.start + 1);
    return json_refuse(input, token.start, "duplicate-key", message);
}

/* jansson's words speak to programmers and quote the text around; its error
 * code and position are enough to say it in ours. */
sg_status json_explain(const struct json_input *input,
                       const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        /* Before the end it is a lack of memory by another name. */
        if ((size_t)error->position < input->size)
            return refuse_syntax(input, error);
        return json_refuse(input, input->size, "syntax", too_early);
    case json_error_end_of_input_expected:
        return json_refuse(
            input, start_of(input, error), "syntax",
            "There is more text after the end; take it out, or look "
            "for a bracket that closes too early.");
    case json_error_duplicate_key:
        return refuse_duplicate(input, error);
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return json_refuse(
            input, start_of(input, error), "encoding",
            "This text holds \\u0000, which cannot be used; take it "
            "out.");
    case json_error_invalid_utf8:
        return json_refuse(
            input, (size_t)error->position, "encoding",
            "There is a byte here that is not UTF-8; save the file "
            "as UTF-8.");
    case json_error_numeric_overflow:
        return json_refuse(
            input, start_of(input, error), "out-of-range",
            "This number is too large to be read; check its digits.");
    case json_error_stack_overflow:
        return json_refuse(
            input, (size_t)error->position, "nesting",
            "Brackets are nested too deeply here; take some levels "
            "out.");
    case json_error_invalid_syntax:
        return refuse_syntax(input, error);
    default:
        return fault_memory(input->reterr);
    }
}
