/* SPDX-License-Identifier: MIT */
/* Signatures and keys: ours, minisign's, and what is neither. */
#define _XOPEN_SOURCE 700

#include "feed/lines.h"
#include "feed/sign.h"
#include "feeding.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct late_sodium sodium;
static struct buffer secret_text, open_text;
static struct secret_key secret;
static struct public_key open_key;

static void prepare(void)
{
    feeding_begin();
    sodium = feeding_sodium();
    cr_assert(key_make(&sodium, "", &secret_text, &open_text));
    cr_assert_eq(key_open(&sodium, secret_text.data, NULL, &secret), KEY_GOOD);
    cr_assert(key_read(&sodium, open_text.data, &open_key));
}

static void clean_up(void)
{
    buffer_done(&secret_text);
    buffer_done(&open_text);
    feeding_end();
}

TestSuite(feed_sign, .init = prepare, .fini = clean_up, .timeout = 120);

#define COMMENT "skillgap-feed:1\tfeed:a\tserial:7\ttimestamp:1795000000"

static struct buffer sign_text(const char *text)
{
    const struct buffer bytes = {.data = (char *)text, .size = strlen(text)};
    struct buffer proof = {0};

    sign_bytes(&sodium, &secret, &bytes, COMMENT, &proof);
    cr_assert_not(proof.failed);
    return proof;
}

/* The comment is what it was only when all is well, otherwise empty. */
static enum sign_verdict verify(const char *text, size_t size,
                                const struct buffer *proof)
{
    const struct buffer bytes = {.data = (char *)text, .size = size};
    char comment[SIGN_COMMENT_ROOM] = "untouched";
    const enum sign_verdict verdict =
        sign_verify(&sodium, &open_key, &bytes, proof, comment);

    cr_expect_str_eq(comment, verdict == SIGN_GOOD ? COMMENT : "");
    return verdict;
}

Test(feed_sign, what_is_signed_here_is_verified_here)
{
    struct public_key same;
    struct buffer proof = sign_text("some text");
    cr_expect_eq(verify("some text", 9, &proof), SIGN_GOOD);
    cr_expect_eq(verify("some tex", 8, &proof), SIGN_WRONG);
    cr_expect_eq(verify("some text\n", 10, &proof), SIGN_WRONG);
    cr_expect_eq(verify("", 0, &proof), SIGN_WRONG);
    buffer_done(&proof);
    proof = sign_text("");
    cr_expect_eq(verify("", 0, &proof), SIGN_GOOD);
    buffer_done(&proof);
    key_public(&secret, &same);
    cr_expect_arr_eq(&same, &open_key, sizeof same);
}

Test(feed_sign, no_bit_of_a_file_can_be_another)
{
    char text[] = "{\"version\": 1}";
    struct buffer proof = sign_text(text);
    for (size_t at = 0; at < sizeof text - 1; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            text[at] ^= (char)(1u << bit);
            cr_expect_eq(verify(text, sizeof text - 1, &proof), SIGN_WRONG,
                         "byte %zu", at);
            text[at] ^= (char)(1u << bit);
        }
    cr_expect_eq(verify(text, sizeof text - 1, &proof), SIGN_GOOD);
    buffer_done(&proof);
}

/* But for the first line, which says itself that it is not to be trusted. */
Test(feed_sign, no_bit_of_a_signature_can_be_another)
{
    struct buffer proof = sign_text("some text");
    const size_t first = strcspn(proof.data, "\n") + 1;
    for (size_t at = first; at < proof.size; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            proof.data[at] ^= (char)(1u << bit);
            cr_expect_neq(verify("some text", 9, &proof), SIGN_GOOD,
                          "byte %zu, bit %u", at, bit);
            proof.data[at] ^= (char)(1u << bit);
        }
    cr_expect_eq(verify("some text", 9, &proof), SIGN_GOOD);
    buffer_done(&proof);
}

/* libsodium takes bytes that are no letters at all for some letter. */
Test(feed_sign, base64_has_only_its_own_64_letters)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char text[] = "AAAA";
    uint8_t bytes[3];
    for (int letter = 1; letter < 256; letter++) {
        text[1] = (char)letter;
        cr_expect_eq(lines_base64(&sodium, text, bytes, sizeof bytes),
                     strchr(letters, letter) != NULL, "letter %d", letter);
    }
}

Test(feed_sign, no_bit_of_a_key_can_be_another)
{
    struct buffer proof = sign_text("some text");
    for (size_t at = 0; at < sizeof open_key; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            uint8_t *byte = (uint8_t *)&open_key + at;
            *byte ^= (uint8_t)(1u << bit);
            cr_expect_eq(verify("some text", 9, &proof),
                         at < KEY_ID_BYTES ? SIGN_OTHER_KEY : SIGN_WRONG,
                         "byte %zu", at);
            *byte ^= (uint8_t)(1u << bit);
        }
    buffer_done(&proof);
}

Test(feed_sign, a_signature_cut_short_anywhere_is_none)
{
    struct buffer proof = sign_text("some text");
    const size_t whole = proof.size;
    for (size_t size = 0; size + 1 < whole; size++) {
        char *exact = malloc(size + !size);
        cr_assert_not_null(exact);
        memcpy(exact, proof.data, size);
        const struct buffer cut = {.data = exact, .size = size};
        cr_expect_eq(verify("some text", 9, &cut), SIGN_UNREADABLE, "%zu",
                     size);
        free(exact);
    }
    const struct buffer no_end = {.data = proof.data, .size = whole - 1};
    cr_expect_eq(verify("some text", 9, &no_end), SIGN_GOOD,
                 "the last line end may be missing");
    buffer_done(&proof);
}

static enum sign_verdict verify_with(const char *change, size_t line,
                                     const struct buffer *proof)
{
    struct lines lines;
    struct buffer other = {0};

    cr_assert(lines_split(proof, &lines));
    for (size_t i = 0; i < lines.count; i++)
        buffer_printf(&other, "%s\n", i == line ? change : lines.at[i]);
    const enum sign_verdict verdict = verify("some text", 9, &other);
    buffer_done(&other);
    lines_done(&lines);
    return verdict;
}

Test(feed_sign, another_comment_needs_another_signature)
{
    char longest[SIGN_COMMENT_ROOM + 100];
    struct buffer proof = sign_text("some text");
    struct buffer other = sign_text("other text");
    struct lines lines;
    cr_assert(lines_split(&other, &lines));
    cr_expect_eq(verify_with(lines.at[1], 1, &proof), SIGN_WRONG);
    cr_expect_eq(verify_with(lines.at[3], 3, &proof), SIGN_WRONG,
                 "the comment belongs to the first signature");
    lines_done(&lines);
    cr_expect_eq(verify_with("trusted comment: ", 2, &proof), SIGN_WRONG);
    cr_expect_eq(verify_with("trusted comment: " COMMENT " ", 2, &proof),
                 SIGN_WRONG);
    cr_expect_eq(verify_with(COMMENT, 2, &proof), SIGN_UNREADABLE);
    cr_expect_eq(verify_with("untrusted comment: anything", 0, &proof),
                 SIGN_GOOD);
    memset(longest, 'x', sizeof longest);
    memcpy(longest, "trusted comment: ", 17);
    longest[sizeof longest - 1] = '\0';
    cr_expect_eq(verify_with(longest, 2, &proof), SIGN_UNREADABLE);
    longest[17 + SIGN_COMMENT_ROOM - 1] = '\0';
    cr_expect_eq(verify_with(longest, 2, &proof), SIGN_WRONG,
                 "the longest that there is room for");
    buffer_done(&proof);
    buffer_done(&other);
}

Test(feed_sign, lines_may_end_as_on_other_systems)
{
    struct buffer proof = sign_text("some text"), other = {0};
    struct lines lines;
    cr_assert(lines_split(&proof, &lines));
    for (size_t i = 0; i < lines.count; i++)
        buffer_printf(&other, "%s\r\n", lines.at[i]);
    cr_expect_eq(verify("some text", 9, &other), SIGN_GOOD);
    lines_done(&lines);
    buffer_done(&proof);
    buffer_done(&other);
}

Test(feed_sign, garbage_is_no_signature)
{
    static const char *const texts[] = {
        "\n", "\n\n\n\n", "<html>\n<body>\n404\n</html>\n",
        "untrusted comment: x\n\ntrusted comment: x\n\n",
        "untrusted comment: x\nRUQ=\ntrusted comment: x\nRUQ=\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buffer proof = support_bytes(texts[i]);
        cr_expect_eq(verify("some text", 9, &proof), SIGN_UNREADABLE, "%zu", i);
        buffer_done(&proof);
    }
    struct buffer proof = sign_text("some text");
    proof.data[3] = '\0';
    cr_expect_eq(verify("some text", 9, &proof), SIGN_UNREADABLE,
                 "a zero byte, even in the first line");
    buffer_done(&proof);
}

Test(feed_sign, a_key_is_written_as_it_is_read)
{
    char word[KEY_WORD_ROOM], id[KEY_ID_ROOM], wanted[80];
    struct public_key again;
    key_write(&sodium, &open_key, word);
    cr_expect_eq(strlen(word), KEY_WORD_ROOM - 1);
    cr_expect_eq(strncmp(word, "RW", 2), 0);
    cr_expect_not_null(strstr(open_text.data, word));
    cr_assert(key_read(&sodium, word, &again));
    cr_expect_arr_eq(&again, &open_key, sizeof again);
    key_id_write(open_key.id, id);
    snprintf(wanted, sizeof wanted, "minisign public key %s\n", id);
    cr_expect_not_null(strstr(open_text.data, wanted));
    /* That of the manual of minisign, with its number as minisign shows it. */
    cr_assert(key_read(
        &sodium, "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
        &again));
    key_id_write(again.id, id);
    cr_expect_str_eq(id, "E7620F1842B4E81F");
}

static const struct {
    const char *form; /* %s: the 56 characters */
    bool reads;
    const char *why;
} forms[] = {
    {"%s", true, "alone"},
    {"%s\n", true, "with a line end"},
    {"  %s \t\r\n\r\n", true, "with whitespace around it"},
    {"untrusted comment: x\n%s\n", true, "a file"},
    {"untrusted comment: x\r\n%s\r\n", true, "a file of another system"},
    {"\n%s", true, "an empty line first"},
    {"", false, "nothing"},
    {"\n", false, "a line end"},
    {"untrusted comment: x\n", false, "a comment alone"},
    {"one\ntwo\n%s\n", false, "three lines"},
    {"%s\n%s\n%s\n", false, "three keys"},
    {"%sA", false, "one character more"},
    {"%s====", false, "more of what fills up"},
    {"A%s", false, "one character before"},
    {"%s\nx", false, "something behind it"},
    {"-%s", false, "another alphabet"},
};

Test(feed_sign, a_public_key_is_56_characters_or_a_file_of_two_lines)
{
    char word[KEY_WORD_ROOM];
    key_write(&sodium, &open_key, word);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct buffer text = {0};
        struct public_key key = {0};
        buffer_add(&text, "", 0);
        for (const char *at = forms[i].form; *at; at++)
            if (*at == '%' && at[1] == 's')
                buffer_puts(&text, word), at++;
            else
                buffer_add(&text, at, 1);
        const bool reads = key_read(&sodium, text.data ? text.data : "", &key);
        cr_expect_eq(reads, forms[i].reads, "%s", forms[i].why);
        if (reads)
            cr_expect_arr_eq(&key, &open_key, sizeof key);
        buffer_done(&text);
    }
}

Test(feed_sign, a_public_key_cut_short_or_of_another_kind_is_none)
{
    char word[KEY_WORD_ROOM];
    struct public_key key;
    key_write(&sodium, &open_key, word);
    for (size_t size = 0; size < KEY_WORD_ROOM - 1; size++) {
        char cut[KEY_WORD_ROOM] = "";
        memcpy(cut, word, size);
        cr_expect_not(key_read(&sodium, cut, &key), "%zu characters", size);
    }
    word[1] = 'U'; /* "ED", as signatures have it */
    cr_expect_not(key_read(&sodium, word, &key));
    cr_expect_not(key_read(&sodium, secret_text.data, &key), "a secret one");
}

Test(feed_sign, sums_are_those_of_the_standard)
{
    char letters[] = "abc";
    const struct buffer none = {0}, abc = {.data = letters, .size = 3};
    char sum[SHA256_ROOM];
    sha256_write(&sodium, &none, sum);
    cr_expect_str_eq(sum, "e3b0c44298fc1c149afbf4c8996fb924"
                          "27ae41e4649b934ca495991b7852b855");
    sha256_write(&sodium, &abc, sum);
    cr_expect_str_eq(sum, "ba7816bf8f01cfea414140de5dae2223"
                          "b00361a396177a9cb410ff61f20015ad");
}
