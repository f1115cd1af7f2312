/* SPDX-License-Identifier: MIT */
/* The one door to jansson for reading: what is refused before it, and the call.
 */
#include "read/json.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/json_input.h"
#include "read/scan.h"

#include <string.h>

sg_status json_refuse(const struct json_input *input, size_t at,
                      const char *reason, const char *message)
{
    sg_error error = {0};
    fault_in(&error, SG_INPUT, reason, input->file, "%s", message);
    scan_place(input->bytes, at, &error.line, &error.column);
    if (input->reterr && input->reterr->status == SG_OK)
        *input->reterr = error;
    return SG_INPUT;
}

bool json_begins_with(const char *text, size_t size, const char *word)
{
    const size_t length = strlen(word);
    return size >= length && memcmp(text, word, length) == 0;
}

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

static size_t skip_space(const struct json_input *input)
{
    const char *space = " \t\r\n";
    size_t at = 0;
    while (at < input->size && input->bytes[at] != '\0' &&
           strchr(space, input->bytes[at]))
        at++;
    return at;
}

static sg_status refuse_foreign(const struct json_input *input)
{
    const size_t at = skip_space(input);
    if (at == input->size)
        return json_refuse(input, 0, "empty",
                           "This file is empty; was it saved completely?");
    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        const struct beginning *known = &beginnings[i];
        if (input->size - at >= known->size &&
            memcmp(input->bytes + at, known->bytes, known->size) == 0)
            return json_refuse(input, at, known->reason, known->message);
    }
    return SG_OK;
}

/* Finds the first byte that is no UTF-8, or a NUL: text has none. */
static sg_status refuse_encoding(const struct json_input *input)
{
    const char *nul = memchr(input->bytes, '\0', input->size);
    if (!nul && text_is_utf8(input->bytes, input->size))
        return SG_OK;
    const char *at = input->bytes, *end = input->bytes + input->size;
    while (at < end && *at != '\0') {
        const char *from = at;
        if (text_next(&at) == 0xFFFD && at == from + 1)
            return json_refuse(
                input, (size_t)(from - input->bytes), "encoding",
                "There is a byte here that is not UTF-8; open the "
                "file in an editor and save it as UTF-8.");
    }
    return json_refuse(
        input, (size_t)(at - input->bytes), "encoding",
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

static sg_status refuse_excess(const struct json_input *input)
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
            return json_refuse(
                input, token.start, "nesting",
                "Brackets are nested more deeply here than any real "
                "file needs; take some levels out.");
        if (cost > LIMIT_JSON_MEMORY)
            return json_refuse(input, token.start, "too-large",
                               "Reading past this place would need too much "
                               "memory; split the file into smaller ones.");
    }
    return SG_OK;
}

sg_status json_read(const struct buffer *bytes, const char *file,
                    json_t **ret_root, sg_error *reterr)
{
    *ret_root = NULL;
    struct json_input input = {.bytes = bytes->data ? bytes->data : "",
                               .size = bytes->size,
                               .file = file,
                               .reterr = reterr};
    if (json_begins_with(input.bytes, input.size, "\xEF\xBB\xBF")) {
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
    if (!*ret_root)
        return json_explain(&input, &error);
    if (json_same(&input, *ret_root))
        return SG_OK;
    json_decref(*ret_root);
    *ret_root = NULL;
    return fault_memory(reterr);
}
