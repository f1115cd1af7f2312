/* SPDX-License-Identifier: MIT */
/* JSON text in tokens, without judging its grammar. */
#include "read/scan.h"

#include "read/read.h"

#include <string.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_mark(char byte)
{
    return byte != '\0' && strchr("{}[],:", byte) != NULL;
}

static size_t string_end(const struct scan *scan, bool *ret_cut)
{
    size_t at = scan->at + 1;
    while (at < scan->size && scan->bytes[at] != '"')
        at += scan->bytes[at] == '\\' ? 2 : 1;
    *ret_cut = at >= scan->size;
    return *ret_cut ? scan->size : at + 1;
}

static size_t word_end(const struct scan *scan)
{
    size_t at = scan->at + 1;
    while (at < scan->size && !is_space(scan->bytes[at]) &&
           !is_mark(scan->bytes[at]) && scan->bytes[at] != '"')
        at++;
    return at;
}

bool scan_next(struct scan *scan, struct token *ret_token)
{
    while (scan->at < scan->size && is_space(scan->bytes[scan->at]))
        scan->at++;
    if (scan->at == scan->size)
        return false;
    const char first = scan->bytes[scan->at];
    *ret_token = (struct token){.start = scan->at};
    ret_token->kind = is_mark(first) || first == '"' ? first : 'w';
    if (is_mark(first))
        ret_token->end = scan->at + 1;
    else
        ret_token->end =
            first == '"' ? string_end(scan, &ret_token->cut) : word_end(scan);
    scan->at = ret_token->end;
    return true;
}

static bool begins_with(const struct scan *scan, const struct token *token,
                        const char *text)
{
    const size_t length = strlen(text);
    return token->kind == '"' && token->end - token->start > length &&
           memcmp(scan->bytes + token->start + 1, text, length) == 0;
}

bool read_has_format(const struct buffer *bytes, const char *words)
{
    struct scan scan = {.bytes = bytes->data, .size = bytes->size};
    struct token token;
    int depth = 0;
    while (scan_next(&scan, &token)) {
        depth += token.kind == '{' || token.kind == '[';
        depth -= token.kind == '}' || token.kind == ']';
        if (depth == 1 && begins_with(&scan, &token, "format\"") &&
            scan_next(&scan, &token) && token.kind == ':')
            return scan_next(&scan, &token) &&
                   begins_with(&scan, &token, words);
    }
    return false;
}

static bool continues_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

void scan_place(const char *bytes, size_t at, uint32_t *ret_line,
                uint32_t *ret_column)
{
    uint32_t line = 1, column = 1;
    for (size_t i = 0; i < at; i++) {
        if (bytes[i] == '\n') {
            line++;
            column = 1;
        } else if (!continues_character(bytes[i])) {
            column++;
        }
    }
    *ret_line = line;
    *ret_column = column;
}
