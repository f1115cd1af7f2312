/* SPDX-License-Identifier: MIT */
/* The one door to jansson for reading: text with ceilings to a JSON value. */
#include "read/json.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/scan.h"

#include <string.h>

/* The text behind a byte order mark, and where problems go. */
struct input {
    const char *bytes;
    size_t size;
    const char *file;
    sg_error *reterr;
};

/* Says what is wrong at a byte of the input. */
static sg_status refuse(const struct input *input, size_t at,
                        const char *reason, const char *message)
{
    sg_error error = {0};
    fault_in(&error, SG_INPUT, reason, input->file, "%s", message);
    scan_place(input->bytes, at, &error.line, &error.column);
    if (input->reterr && input->reterr->status == SG_OK)
        *input->reterr = error;
    return SG_INPUT;
}

static const char too_early[] = "The file ends too early: was it cut off?";

/* How files begin that are given by mistake. */
struct beginning {
    const char *bytes;
    size_t size;
    const char *reason;
    const char *message;
};

static const struct beginning beginnings[] = {
    {"\xFF\xFE", 2, "encoding",
     "This file is UTF-16 text; save it as UTF-8 in your editor."},
    {"\xFE\xFF", 2, "encoding",
     "This file is UTF-16 text; save it as UTF-8 in your editor."},
    {"{\0", 2, "encoding",
     "This file is UTF-16 text; save it as UTF-8 in your editor."},
    {"\0{", 2, "encoding",
     "This file is UTF-16 text; save it as UTF-8 in your editor."},
    {"\0\0", 2, "encoding",
     "This file begins with zero bytes, so it is not UTF-8 text; it may be "
     "damaged: fetch or save it again."},
    {"PK\x03\x04", 4, "syntax",
     "This is a ZIP or Excel (.xlsx) file and not JSON; give the JSON file."},
    {"\x1F\x8B", 2, "syntax",
     "This file is compressed (gzip); unpack it first."},
    {"%PDF", 4, "syntax", "This is a PDF and not JSON; give the JSON file."},
    {"<", 1, "syntax",
     "This is a web page (HTML or XML) and not JSON; a login or error page "
     "may have been saved in place of the file: fetch it again."},
};

static size_t skip_space(const struct input *input)
{
    const char *space = " \t\r\n";
    size_t at = 0;
    while (at < input->size && input->bytes[at] != '\0' &&
           strchr(space, input->bytes[at]))
        at++;
    return at;
}

static sg_status refuse_foreign(const struct input *input)
{
    const size_t at = skip_space(input);
    if (at == input->size)
        return refuse(input, 0, "empty",
                      "This file is empty; was it saved completely?");
    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        const struct beginning *known = &beginnings[i];
        if (input->size - at >= known->size &&
            memcmp(input->bytes + at, known->bytes, known->size) == 0)
            return refuse(input, at, known->reason, known->message);
    }
    return SG_OK;
}

/* Finds the first byte that is no UTF-8, or a NUL: text has none. */
static sg_status refuse_encoding(const struct input *input)
{
    const char *nul = memchr(input->bytes, '\0', input->size);
    if (!nul && text_is_utf8(input->bytes, input->size))
        return SG_OK;
    const char *at = input->bytes, *end = input->bytes + input->size;
    while (at < end && *at != '\0') {
        const char *from = at;
        if (text_next(&at) == 0xFFFD && at == from + 1)
            return refuse(input, (size_t)(from - input->bytes), "encoding",
                          "There is a byte here that is not UTF-8; open the "
                          "file in an editor and save it as UTF-8.");
    }
    return refuse(input, (size_t)(at - input->bytes), "encoding",
                  "There is a zero byte here, which text never has; the file "
                  "may be damaged: fetch or save it again.");
}

/* What jansson needs for one token on a 64-bit machine, its place in a list
 * or object included; measured, and rounded up. */
static size_t cost_of(const struct token *token)
{
    switch (token->kind) {
    case '{':
        return 300;
    case '[':
        return 140;
    case '"':
        return 90 + (token->end - token->start);
    case 'w':
        return 48;
    default:
        return 0;
    }
}

static sg_status refuse_excess(const struct input *input)
{
    struct scan scan = {.bytes = input->bytes, .size = input->size};
    struct token token;
    size_t depth = 0, cost = 0;
    while (scan_next(&scan, &token)) {
        cost += cost_of(&token);
        if (token.kind == '{' || token.kind == '[')
            depth++;
        else if ((token.kind == '}' || token.kind == ']') && depth > 0)
            depth--;
        if (depth > LIMIT_JSON_DEPTH)
            return refuse(input, token.start, "nesting",
                          "Brackets are nested more deeply here than any real "
                          "file needs; take some levels out.");
        if (cost > LIMIT_JSON_MEMORY)
            return refuse(input, token.start, "too-large",
                          "Reading past this place would need too much "
                          "memory; split the file into smaller ones.");
    }
    return SG_OK;
}

/* The token that ends at or after a byte; false past the last one. The token
 * before it is given too; its kind is NUL when there is none. */
static bool token_at(const struct input *input, size_t at,
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

static bool begins_with(const char *text, size_t size, const char *word)
{
    const size_t length = strlen(word);
    return size >= length && memcmp(text, word, length) == 0;
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
        if (begins_with(word, size, foreign_words[i].word))
            return foreign_words[i].message;
    return "This is not a JSON value; texts need double quotes (\"), and a "
           "number has no zero or letter in front.";
}

/* What is wrong inside a string, at a byte of it. */
static sg_status refuse_string(const struct input *input, size_t at)
{
    const char byte = at < input->size ? input->bytes[at] : '\0';
    if (byte == '\n' || byte == '\r')
        return refuse(input, at, "syntax",
                      "The text on this line is not closed; add the missing "
                      "double quote (\"), or write \\n for a new line.");
    if ((unsigned char)byte < 0x20)
        return refuse(input, at, "syntax",
                      "There is a control character in this text; take it "
                      "out, or write \\t for a tab.");
    return refuse(input, at > 0 ? at - 1 : 0, "syntax",
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

/* Whether the last word of a file could be the start of one of them. */
static bool is_cut_literal(const char *word, size_t size)
{
    for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); i++)
        if (size < strlen(literals[i]) && memcmp(word, literals[i], size) == 0)
            return true;
    return false;
}

/* A word that JSON does not have. Those that it has, numbers too, can only be
 * in the wrong place. */
static bool is_foreign(const struct input *input, const struct token *token,
                       size_t at)
{
    const char *word = input->bytes + token->start;
    if (token->kind != 'w' || is_literal(word, token->end - token->start))
        return false;
    const bool number = *word == '-' || (*word >= '0' && *word <= '9');
    return !number || at < token->end;
}

static sg_status refuse_syntax(const struct input *input,
                               const json_error_t *error)
{
    const size_t at = (size_t)error->position;
    struct token token, before;
    if (!token_at(input, at, &token, &before))
        return refuse(input, input->size, "syntax", too_early);
    if (strstr(error->text, "Unicode"))
        return refuse(input, token.start, "syntax",
                      "A \\u in this text does not name a character; put the "
                      "character itself in its place.");
    if (token.kind == '"' && at < token.end)
        return refuse_string(input, at);
    const char *word = input->bytes + token.start;
    const size_t size = token.end - token.start;
    if (token.end == input->size && is_cut_literal(word, size))
        return refuse(input, input->size, "syntax", too_early);
    if (is_foreign(input, &token, at))
        return refuse(input, token.start, "syntax", explain_word(word, size));
    return refuse(input, token.start, "syntax",
                  explain_grammar(before.kind, token.kind));
}

/* The start of the token that ends at the place of the error. */
static size_t start_of(const struct input *input, const json_error_t *error)
{
    struct token token, before;
    const size_t at = (size_t)error->position;
    return token_at(input, at, &token, &before) ? token.start : input->size;
}

/* jansson's words speak to programmers and quote the text around; its error
 * code and position are enough to say it in ours. */
static sg_status explain(const struct input *input, const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return refuse(input, input->size, "syntax", too_early);
    case json_error_end_of_input_expected:
        return refuse(input, start_of(input, error), "syntax",
                      "There is more text after the end; take it out, or look "
                      "for a bracket that closes too early.");
    case json_error_duplicate_key:
        return refuse(input, start_of(input, error), "duplicate-key",
                      "This name is used twice in the same object; take one "
                      "of the two out.");
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return refuse(input, start_of(input, error), "encoding",
                      "This text holds \\u0000, which cannot be used; take it "
                      "out.");
    case json_error_invalid_utf8:
        return refuse(input, (size_t)error->position, "encoding",
                      "There is a byte here that is not UTF-8; save the file "
                      "as UTF-8.");
    case json_error_numeric_overflow:
        return refuse(input, start_of(input, error), "out-of-range",
                      "This number is too large to be read; check its digits.");
    case json_error_stack_overflow:
        return refuse(input, (size_t)error->position, "nesting",
                      "Brackets are nested too deeply here; take some levels "
                      "out.");
    case json_error_invalid_syntax:
        return refuse_syntax(input, error);
    default:
        return fault_memory(input->reterr);
    }
}

sg_status json_read(const struct buffer *bytes, const char *file,
                    json_t **ret_root, sg_error *reterr)
{
    *ret_root = NULL;
    struct input input = {.bytes = bytes->data ? bytes->data : "",
                          .size = bytes->size,
                          .file = file,
                          .reterr = reterr};
    if (begins_with(input.bytes, input.size, "\xEF\xBB\xBF")) {
        input.bytes += 3;
        input.size -= 3;
    }
    sg_status status = refuse_foreign(&input);
    if (status == SG_OK)
        status = refuse_encoding(&input);
    if (status == SG_OK)
        status = refuse_excess(&input);
    if (status != SG_OK)
        return status;
    json_error_t error = {0};
    *ret_root = json_loadb(input.bytes, input.size,
                           JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    return *ret_root ? SG_OK : explain(&input, &error);
}
