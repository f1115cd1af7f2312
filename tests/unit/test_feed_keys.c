/* SPDX-License-Identifier: MIT */
/* Secret keys with and without passwords, and the minisign program itself. */
#define _XOPEN_SOURCE 700

#include "feed/lines.h"
#include "feed/sign.h"
#include "feeding.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct late_sodium sodium;

static void prepare(void)
{
    feeding_begin();
    sodium = feeding_sodium();
}

TestSuite(feed_keys, .init = prepare, .fini = feeding_end, .timeout = 300);

/* A secret key's bytes as minisign lays them out. */
enum {
    RAW = 158,
    SALT_AT = 6,
    OPS_AT = 38,
    MEMORY_AT = 46,
    HIDDEN_AT = 54,
    HIDDEN = RAW - HIDDEN_AT,
    CHECK_AT = RAW - 32
};

/* A pair without a password: the text of the secret one, and its bytes. */
static void make_open(char text[300], uint8_t raw[RAW], struct public_key *key)
{
    struct buffer secret = {0}, open = {0};
    struct lines lines;

    cr_assert(key_make(&sodium, "", &secret, &open));
    cr_assert(key_read(&sodium, open.data, key));
    cr_assert(lines_split(&secret, &lines));
    cr_assert(lines_base64(&sodium, lines.at[1], raw, RAW));
    cr_assert_lt(secret.size, 300);
    strcpy(text, secret.data);
    lines_done(&lines);
    buffer_done(&secret);
    buffer_done(&open);
}

static enum key_verdict open_raw(const uint8_t raw[RAW], const char *password,
                                 struct secret_key *key)
{
    struct buffer text = {0};

    buffer_puts(&text, "untrusted comment: test\n");
    lines_put_base64(&sodium, raw, RAW, &text);
    const enum key_verdict verdict =
        key_open(&sodium, text.data, password, key);
    buffer_done(&text);
    return verdict;
}

static void put_number(uint8_t *at, uint64_t number)
{
    for (int i = 0; i < 8; i++)
        at[i] = (uint8_t)(number >> (8 * i));
}

/* Hides an open key behind a password that costs little, to be quick. */
static void hide(uint8_t raw[RAW], const char *password, uint64_t ops,
                 uint64_t memory)
{
    uint8_t stream[HIDDEN];

    memcpy(raw + 2, "Sc", 2);
    memset(raw + SALT_AT, 7, 32);
    put_number(raw + OPS_AT, ops);
    put_number(raw + MEMORY_AT, memory);
    cr_assert_eq(sodium.crypto_pwhash_scryptsalsa208sha256(
                     stream, sizeof stream, password, strlen(password),
                     raw + SALT_AT, ops, (size_t)memory),
                 0);
    for (int i = 0; i < HIDDEN; i++)
        raw[HIDDEN_AT + i] ^= stream[i];
}

enum { OPS = 32768, MEMORY = 16777216 }; /* the least there is */

Test(feed_keys, a_key_without_a_password_opens_without_one)
{
    char text[300];
    uint8_t raw[RAW];
    struct public_key open, half;
    struct secret_key secret = {0};
    make_open(text, raw, &open);
    cr_expect_not_null(strstr(text, "not protected"), "%s", text);
    cr_assert_eq(key_open(&sodium, text, NULL, &secret), KEY_GOOD);
    key_public(&secret, &half);
    cr_expect_arr_eq(&half, &open, sizeof open);
    cr_expect_eq(key_open(&sodium, text, "whatever", &secret), KEY_GOOD);
    key_wipe(&sodium, &secret);
    static const struct secret_key none = {0};
    cr_expect_arr_eq(&secret, &none, sizeof none);
}

Test(feed_keys, two_keys_are_never_alike)
{
    char text[300], other[300];
    uint8_t raw[RAW];
    struct public_key one, two;
    make_open(text, raw, &one);
    make_open(other, raw, &two);
    cr_expect_neq(memcmp(one.id, two.id, sizeof one.id), 0);
    cr_expect_neq(memcmp(one.key, two.key, sizeof one.key), 0);
}

Test(feed_keys, only_the_right_password_opens)
{
    static const char *const wrong[] = {"",        "Secret", "secret ",
                                        " secret", "secre",  "secrets"};
    char text[300];
    uint8_t raw[RAW], seed[RAW];
    struct public_key open, half;
    struct secret_key secret = {0};
    make_open(text, raw, &open);
    memcpy(seed, raw, RAW);
    hide(raw, "secret", OPS, MEMORY);
    cr_expect_neq(memcmp(seed + HIDDEN_AT, raw + HIDDEN_AT, HIDDEN), 0);
    cr_expect_eq(open_raw(raw, NULL, &secret), KEY_NEEDS_PASSWORD);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect_eq(open_raw(raw, wrong[i], &secret), KEY_WRONG_PASSWORD, "%s",
                     wrong[i]);
    static const struct secret_key none = {0};
    cr_expect_arr_eq(&secret, &none, sizeof none, "nothing was handed out");
    cr_assert_eq(open_raw(raw, "secret", &secret), KEY_GOOD);
    key_public(&secret, &half);
    cr_expect_arr_eq(&half, &open, sizeof open);
}

Test(feed_keys, no_bit_of_a_protected_key_can_be_another)
{
    char text[300];
    uint8_t raw[RAW];
    struct public_key open;
    struct secret_key secret;
    make_open(text, raw, &open);
    hide(raw, "secret", OPS, MEMORY);
    for (size_t at = 0; at < RAW; at++) {
        if (at >= OPS_AT && at < HIDDEN_AT)
            continue; /* the cost: another test */
        const uint8_t bit = (uint8_t)(1u << at % 8);
        raw[at] ^= bit;
        cr_expect_neq(open_raw(raw, "secret", &secret), KEY_GOOD, "byte %zu",
                      at);
        raw[at] ^= bit;
    }
    cr_expect_eq(open_raw(raw, "secret", &secret), KEY_GOOD);
}

/* Those without a password keep their sum, so that damage is found. */
Test(feed_keys, no_bit_of_an_open_key_can_be_another)
{
    char text[300];
    uint8_t raw[RAW];
    struct public_key open;
    struct secret_key secret;
    make_open(text, raw, &open);
    for (size_t at = 0; at < RAW; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            if (at >= SALT_AT && at < HIDDEN_AT)
                continue; /* without a password they play no part */
            raw[at] ^= (uint8_t)(1u << bit);
            cr_expect_neq(open_raw(raw, NULL, &secret), KEY_GOOD, "byte %zu",
                          at);
            raw[at] ^= (uint8_t)(1u << bit);
        }
    memset(raw + CHECK_AT, 0, RAW - CHECK_AT);
    cr_expect_eq(open_raw(raw, NULL, &secret), KEY_GOOD,
                 "minisign leaves the sum empty");
}

Test(feed_keys, a_key_that_costs_more_than_minisign_asks_is_not_tried)
{
    static const struct {
        uint64_t ops, memory;
        const char *why;
    } rows[] = {
        {UINT64_MAX, MEMORY, "for ever"},
        {33554433, MEMORY, "a little more time"},
        {OPS, UINT64_MAX, "all memory"},
        {OPS, 1073741825, "a little more memory"},
    };
    char text[300];
    uint8_t raw[RAW];
    struct public_key open;
    struct secret_key secret;
    make_open(text, raw, &open);
    memcpy(raw + 2, "Sc", 2);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put_number(raw + OPS_AT, rows[i].ops);
        put_number(raw + MEMORY_AT, rows[i].memory);
        cr_expect_eq(open_raw(raw, "x", &secret), KEY_UNREADABLE, "%s",
                     rows[i].why);
    }
    put_number(raw + OPS_AT, 0);
    put_number(raw + MEMORY_AT, 0);
    cr_expect_neq(open_raw(raw, "x", &secret), KEY_GOOD, "nor one for nothing");
}

Test(feed_keys, a_file_cut_short_anywhere_is_no_key)
{
    char text[300];
    uint8_t raw[RAW];
    struct public_key open;
    struct secret_key secret;
    make_open(text, raw, &open);
    const size_t whole = strlen(text);
    for (size_t size = 0; size + 1 < whole; size++) {
        const char kept = text[size];
        text[size] = '\0';
        cr_expect_eq(key_open(&sodium, text, NULL, &secret), KEY_UNREADABLE,
                     "%zu", size);
        text[size] = kept;
    }
}

Test(feed_keys, garbage_is_no_key)
{
    char long_text[5000];
    struct secret_key secret;
    static const char *const texts[] = {
        "",
        "\n",
        "\n\n\n\n\n\n\n\n\n\n",
        "untrusted comment: x",
        "untrusted comment: x\n",
        "untrusted comment: x\n====\n",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n",
        "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n",
        "\xff\xfe\xfd\n\xff\xfe\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_eq(key_open(&sodium, texts[i], NULL, &secret), KEY_UNREADABLE,
                     "%zu", i);
    memset(long_text, 'R', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    cr_expect_eq(key_open(&sodium, long_text, NULL, &secret), KEY_UNREADABLE);
    memset(long_text, '\n', sizeof long_text - 1);
    cr_expect_eq(key_open(&sodium, long_text, NULL, &secret), KEY_UNREADABLE);
}

/* Whether the program is there; says so when it is not. */
static bool has_minisign(void)
{
    if (system("command -v minisign >/dev/null 2>&1") == 0)
        return true;
    cr_log_warn("minisign is not installed: nothing was compared with it");
    return false;
}

__attribute__((format(printf, 1, 2))) static int run(const char *format, ...)
{
    char command[1024];
    va_list values;

    va_start(values, format);
    vsnprintf(command, sizeof command, format, values);
    va_end(values);
    return system(arena_printf(feeding_arena(),
                               "cd '%s' && { %s ; } "
                               ">/dev/null 2>&1",
                               feeding_folder(), command));
}

static enum sign_verdict verify_file(const char *file, const char *proof_file,
                                     const char *key_file, char *comment)
{
    struct public_key key;
    struct buffer bytes = feeding_bytes(file);
    struct buffer proof = feeding_bytes(proof_file);
    struct buffer key_text = feeding_bytes(key_file);

    cr_assert(key_read(&sodium, key_text.data, &key), "%s", key_file);
    const enum sign_verdict verdict =
        sign_verify(&sodium, &key, &bytes, &proof, comment);
    buffer_done(&bytes);
    buffer_done(&proof);
    buffer_done(&key_text);
    return verdict;
}

Test(feed_keys, what_minisign_signs_is_verified_here)
{
    char comment[SIGN_COMMENT_ROOM];
    if (!has_minisign())
        return;
    feeding_write("a.json", "{\"a\": 1}\n");
    cr_assert_eq(run("minisign -G -W -p m.pub -s m.key"), 0);
    cr_assert_eq(run("minisign -S -s m.key -m a.json -t 'a b\tc:d' -x new"), 0);
    cr_assert_eq(run("minisign -S -l -s m.key -m a.json -t old -x legacy"), 0);
    cr_assert_eq(run("minisign -S -s m.key -m a.json -x usual"), 0);
    cr_expect_eq(verify_file("a.json", "new", "m.pub", comment), SIGN_GOOD);
    cr_expect_str_eq(comment, "a b\tc:d");
    cr_expect_eq(verify_file("a.json", "legacy", "m.pub", comment), SIGN_GOOD);
    cr_expect_str_eq(comment, "old");
    cr_expect_eq(verify_file("a.json", "usual", "m.pub", comment), SIGN_GOOD);
    cr_expect_not_null(strstr(comment, "timestamp:"), "%s", comment);
    feeding_write("a.json", "{\"a\": 2}\n");
    cr_expect_eq(verify_file("a.json", "new", "m.pub", comment), SIGN_WRONG);
    cr_expect_eq(verify_file("a.json", "legacy", "m.pub", comment), SIGN_WRONG);
    cr_expect_str_eq(comment, "");
}

static void sign_file(const char *key_file, const char *password,
                      const char *file, const char *proof_file)
{
    struct buffer text = feeding_bytes(key_file);
    struct buffer bytes = feeding_bytes(file), proof = {0};
    struct secret_key key;

    cr_assert_eq(key_open(&sodium, text.data, password, &key), KEY_GOOD, "%s",
                 key_file);
    sign_bytes(&sodium, &key, &bytes, "feed:a\tserial:1", &proof);
    feeding_write(proof_file, proof.data);
    key_wipe(&sodium, &key);
    buffer_done(&text);
    buffer_done(&bytes);
    buffer_done(&proof);
}

Test(feed_keys, what_is_signed_here_is_verified_by_minisign)
{
    if (!has_minisign())
        return;
    feeding_write("a.json", "{\"a\": 1}\n");
    (void)feeding_key("ours.key");
    cr_assert_eq(run("minisign -G -W -p m.pub -s m.key"), 0);
    sign_file("ours.key", NULL, "a.json", "one");
    sign_file("m.key", NULL, "a.json", "two");
    cr_expect_eq(run("minisign -V -H -p ours.key.pub -m a.json -x one"), 0);
    cr_expect_eq(run("minisign -V -H -p m.pub -m a.json -x two"), 0);
    cr_expect_eq(run("minisign -V -Q -p m.pub -m a.json -x two | "
                     "grep -qx 'feed:a\tserial:1'"),
                 0);
    cr_expect_neq(run("minisign -V -p m.pub -m a.json -x one"), 0);
    feeding_write("a.json", "{\"a\": 2}\n");
    cr_expect_neq(run("minisign -V -p ours.key.pub -m a.json -x one"), 0);
}

Test(feed_keys, minisign_signs_with_a_key_that_was_made_here)
{
    char comment[SIGN_COMMENT_ROOM];
    if (!has_minisign())
        return;
    feeding_write("a.json", "{\"a\": 1}\n");
    (void)feeding_key("ours.key");
    cr_assert_eq(
        run("minisign -S -s ours.key -m a.json -t x -x new </dev/null"), 0);
    cr_expect_eq(verify_file("a.json", "new", "ours.key.pub", comment),
                 SIGN_GOOD);
    cr_expect_str_eq(comment, "x");
}

/* Twice the full cost: seconds, and a gigabyte. That minisign can read what it
 * costs is the other half of the tests with a small cost. */
Test(feed_keys, a_key_with_a_password_is_one_of_minisign)
{
    char comment[SIGN_COMMENT_ROOM];
    struct buffer secret = {0}, open = {0};
    struct secret_key key;
    cr_assert(key_make(&sodium, "pass word", &secret, &open));
    cr_expect_null(strstr(secret.data, "not protected"));
    cr_expect_eq(key_open(&sodium, secret.data, NULL, &key),
                 KEY_NEEDS_PASSWORD);
    feeding_write("a.json", "{\"a\": 1}\n");
    feeding_write("ours.key", secret.data);
    feeding_write("ours.pub", open.data);
    if (has_minisign())
        cr_expect_eq(run("echo pass word | minisign -S -s ours.key -m a.json "
                         "-t x -x proof"),
                     0);
    else
        sign_file("ours.key", "pass word", "a.json", "proof");
    cr_expect_eq(verify_file("a.json", "proof", "ours.pub", comment),
                 SIGN_GOOD);
    buffer_done(&secret);
    buffer_done(&open);
}
