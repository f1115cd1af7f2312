/* SPDX-License-Identifier: MIT */
/* Whether tokens could be the beginning of JSON. */
#include "read/grammar.h"

#include "base/limits.h"
#include "read/scan.h"

enum expected {
    VALUE,
    VALUE_OR_CLOSE,
    KEY,
    KEY_OR_CLOSE,
    COLON,
    COMMA_OR_CLOSE,
    NOTHING
};

struct grammar {
    enum expected expected;
    bool in_object[LIMIT_JSON_DEPTH + 1]; /* of each open bracket */
    size_t depth;
};

static bool value_ends(struct grammar *grammar)
{
    grammar->expected = grammar->depth > 0 ? COMMA_OR_CLOSE : NOTHING;
    return true;
}

static bool wants_value(const struct grammar *grammar)
{
    return grammar->expected == VALUE || grammar->expected == VALUE_OR_CLOSE;
}

static bool open_bracket(struct grammar *grammar, bool object)
{
    if (!wants_value(grammar) || grammar->depth == LIMIT_JSON_DEPTH)
        return false;
    grammar->in_object[++grammar->depth] = object;
    grammar->expected = object ? KEY_OR_CLOSE : VALUE_OR_CLOSE;
    return true;
}

static bool close_bracket(struct grammar *grammar, bool object)
{
    const bool empty =
        grammar->expected == (object ? KEY_OR_CLOSE : VALUE_OR_CLOSE);
    const bool full = grammar->expected == COMMA_OR_CLOSE &&
                      grammar->in_object[grammar->depth] == object;
    if (!empty && !full)
        return false;
    grammar->depth--;
    return value_ends(grammar);
}

static bool take_string(struct grammar *grammar)
{
    if (grammar->expected != KEY && grammar->expected != KEY_OR_CLOSE)
        return wants_value(grammar) && value_ends(grammar);
    grammar->expected = COLON;
    return true;
}

static bool take_colon(struct grammar *grammar)
{
    const bool fits = grammar->expected == COLON;
    grammar->expected = VALUE;
    return fits;
}

static bool take_comma(struct grammar *grammar)
{
    const bool fits = grammar->expected == COMMA_OR_CLOSE;
    grammar->expected = grammar->in_object[grammar->depth] ? KEY : VALUE;
    return fits;
}

static bool take(struct grammar *grammar, char kind)
{
    switch (kind) {
    case '{':
    case '[':
        return open_bracket(grammar, kind == '{');
    case '}':
    case ']':
        return close_bracket(grammar, kind == '}');
    case '"':
        return take_string(grammar);
    case ':':
        return take_colon(grammar);
    case ',':
        return take_comma(grammar);
    default:
        return wants_value(grammar) && value_ends(grammar);
    }
}

bool grammar_allows(const char *bytes, size_t size)
{
    struct grammar grammar = {.expected = VALUE};
    struct scan scan = {.bytes = bytes, .size = size};
    struct token token;
    while (scan_next(&scan, &token))
        if (!take(&grammar, token.kind))
            return false;
    return true;
}
