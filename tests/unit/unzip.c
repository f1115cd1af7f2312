/* SPDX-License-Identifier: MIT */
/* Looking into a zip file. */
#include "unzip.h"

#include "base/buffer.h"
#include "base/file.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- deflate, as RFC 1951 has it ---- */

enum { BITS_MOST = 15, LITERALS = 288, DISTANCES = 30, END_OF_BLOCK = 256 };

struct bits {
    const unsigned char *at, *end;
    uint32_t held;
    int count;
};

/* A canonical code: how many have each length, and the symbols in order. */
struct code {
    uint16_t count[BITS_MOST + 1];
    uint16_t symbol[LITERALS];
};

static unsigned take(struct bits *bits, int count)
{
    while (bits->count < count) {
        cr_assert(bits->at < bits->end, "the packed bytes end too soon");
        bits->held |= (uint32_t)*bits->at++ << bits->count;
        bits->count += 8;
    }
    const unsigned value = bits->held & ((1u << count) - 1);
    bits->held >>= count;
    bits->count -= count;
    return value;
}

static void make_code(struct code *code, const uint8_t *lengths, int count)
{
    uint16_t place[BITS_MOST + 2] = {0};
    memset(code, 0, sizeof(*code));
    for (int i = 0; i < count; i++)
        code->count[lengths[i]]++;
    code->count[0] = 0;
    for (int i = 1; i <= BITS_MOST; i++)
        place[i + 1] = (uint16_t)(place[i] + code->count[i]);
    for (int i = 0; i < count; i++)
        if (lengths[i] != 0)
            code->symbol[place[lengths[i]]++] = (uint16_t)i;
}

static int next_symbol(struct bits *bits, const struct code *code)
{
    int word = 0, first = 0, index = 0;
    for (int i = 1; i <= BITS_MOST; i++) {
        word |= (int)take(bits, 1);
        if (word - code->count[i] < first)
            return code->symbol[index + (word - first)];
        index += code->count[i];
        first = (first + code->count[i]) << 1;
        word <<= 1;
    }
    cr_assert(false, "a code that is none");
    return 0;
}

static void fixed_codes(struct code *literal, struct code *distance)
{
    uint8_t lengths[LITERALS];
    for (int i = 0; i < LITERALS; i++)
        lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    make_code(literal, lengths, LITERALS);
    memset(lengths, 5, DISTANCES);
    make_code(distance, lengths, DISTANCES);
}

static void read_codes(struct bits *bits, struct code *literal,
                       struct code *distance)
{
    static const uint8_t order[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                    11, 4,  12, 3, 13, 2, 14, 1, 15};
    uint8_t lengths[LITERALS + DISTANCES + 2] = {0};
    struct code code;
    const int literals = (int)take(bits, 5) + 257;
    const int distances = (int)take(bits, 5) + 1;
    const int words = (int)take(bits, 4) + 4;
    for (int i = 0; i < words; i++)
        lengths[order[i]] = (uint8_t)take(bits, 3);
    make_code(&code, lengths, 19);
    memset(lengths, 0, sizeof(lengths));
    for (int i = 0; i < literals + distances;) {
        const int symbol = next_symbol(bits, &code);
        uint8_t again = 0;
        int times = 1;
        if (symbol < 16)
            again = (uint8_t)symbol;
        else if (symbol == 16) {
            cr_assert(i > 0);
            again = lengths[i - 1];
            times = 3 + (int)take(bits, 2);
        } else
            times =
                symbol == 17 ? 3 + (int)take(bits, 3) : 11 + (int)take(bits, 7);
        cr_assert(i + times <= literals + distances);
        while (times-- > 0)
            lengths[i++] = again;
    }
    make_code(literal, lengths, literals);
    make_code(distance, lengths + literals, distances);
}

/* What a symbol of a length or a distance stands for. */
static size_t value_of(struct bits *bits, int symbol, const uint16_t *base,
                       const uint8_t *extra)
{
    return base[symbol] + take(bits, extra[symbol]);
}

static void copy_back(struct buffer *out, size_t distance, size_t length)
{
    cr_assert(distance <= out->size, "a copy from before the beginning");
    while (length-- > 0) {
        const char byte = out->data[out->size - distance];
        buffer_add(out, &byte, 1);
    }
}

static void unpack_block(struct bits *bits, struct buffer *out,
                         const struct code *literal,
                         const struct code *distance)
{
    static const uint16_t lengths[] = {
        3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
        31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
    static const uint8_t length_bits[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
                                          1, 1, 2, 2, 2, 2, 3, 3, 3, 3,
                                          4, 4, 4, 4, 5, 5, 5, 5, 0};
    static const uint16_t far[] = {
        1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
        33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
        1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    static const uint8_t far_bits[] = {0, 0, 0,  0,  1,  1,  2,  2,  3,  3,
                                       4, 4, 5,  5,  6,  6,  7,  7,  8,  8,
                                       9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
    for (;;) {
        const int symbol = next_symbol(bits, literal);
        if (symbol == END_OF_BLOCK)
            return;
        if (symbol < END_OF_BLOCK) {
            const char byte = (char)symbol;
            buffer_add(out, &byte, 1);
            continue;
        }
        cr_assert(symbol - 257 < 29);
        const size_t length =
            value_of(bits, symbol - 257, lengths, length_bits);
        const int back = next_symbol(bits, distance);
        cr_assert(back < DISTANCES);
        copy_back(out, value_of(bits, back, far, far_bits), length);
    }
}

static void unpack_stored(struct bits *bits, struct buffer *out)
{
    bits->held = 0;
    bits->count = 0;
    cr_assert(bits->end - bits->at >= 4);
    const size_t size = (size_t)(bits->at[0] | bits->at[1] << 8);
    bits->at += 4;
    cr_assert((size_t)(bits->end - bits->at) >= size);
    buffer_add(out, (const char *)bits->at, size);
    bits->at += size;
}

static void unpack(const unsigned char *bytes, size_t size, struct buffer *out)
{
    struct bits bits = {.at = bytes, .end = bytes + size};
    struct code literal, distance;
    for (unsigned last = 0; !last;) {
        last = take(&bits, 1);
        const unsigned kind = take(&bits, 2);
        cr_assert(kind < 3);
        if (kind == 0) {
            unpack_stored(&bits, out);
            continue;
        }
        if (kind == 1)
            fixed_codes(&literal, &distance);
        else
            read_codes(&bits, &literal, &distance);
        unpack_block(&bits, out, &literal, &distance);
    }
}

/* ---- the file ---- */

static size_t number(const unsigned char *at, int bytes)
{
    size_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | at[bytes];
    return value;
}

static struct buffer bytes_of(const char *path)
{
    struct buffer bytes = {0};
    sg_error error = {0};
    cr_assert_eq(file_read(path, &bytes, &error), SG_OK, "%s", error.message);
    return bytes;
}

/* The first entry of the list of members, which begins near the end. */
static size_t first_entry(const struct buffer *bytes)
{
    for (size_t at = bytes->size - 22;; at--) {
        if (memcmp(bytes->data + at, "PK\5\6", 4) == 0)
            return number((const unsigned char *)bytes->data + at + 16, 4);
        cr_assert(at > 0, "this is no zip file");
    }
}

/* Walks over the members until `name` (NULL: to the end, into `names`). */
static const unsigned char *find(const struct buffer *bytes, const char *name,
                                 struct buffer *names)
{
    const unsigned char *data = (const unsigned char *)bytes->data;
    for (size_t at = first_entry(bytes); memcmp(data + at, "PK\1\2", 4) == 0;) {
        const size_t size = number(data + at + 28, 2);
        const char *here = (const char *)data + at + 46;
        if (names != NULL)
            buffer_printf(names, "%.*s\n", (int)size, here);
        else if (strlen(name) == size && memcmp(here, name, size) == 0)
            return data + at;
        at += 46 + size + number(data + at + 30, 2) + number(data + at + 32, 2);
    }
    return NULL;
}

char *unzip_member(const char *path, const char *name)
{
    struct buffer bytes = bytes_of(path), out = {0};
    const unsigned char *entry = find(&bytes, name, NULL);
    if (entry == NULL) {
        buffer_done(&bytes);
        return NULL;
    }
    const unsigned char *local =
        (const unsigned char *)bytes.data + number(entry + 42, 4);
    const unsigned char *packed =
        local + 30 + number(local + 26, 2) + number(local + 28, 2);
    const size_t size = number(entry + 20, 4);
    if (number(entry + 10, 2) == 0)
        buffer_add(&out, (const char *)packed, size);
    else
        unpack(packed, size, &out);
    cr_assert_eq(out.size, number(entry + 24, 4), "%s", name);
    buffer_done(&bytes);
    return buffer_take(&out);
}

char *unzip_names(const char *path)
{
    struct buffer bytes = bytes_of(path), names = {0};
    (void)find(&bytes, NULL, &names);
    buffer_done(&bytes);
    return buffer_take(&names);
}
