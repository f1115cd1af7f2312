/* SPDX-License-Identifier: MIT */
/* Keys as minisign has them: reading, making, opening with a password. */
#include "feed/lines.h"
#include "feed/sign.h"

#include <stdio.h>
#include <string.h>

/* A secret key's file: what stands in front, then what a password hides. */
enum {
    PUBLIC_BYTES = 2 + KEY_ID_BYTES + crypto_sign_PUBLICKEYBYTES,
    SALT_AT = 6, /* behind "Ed", "Sc" and "B2" */
    SALT_BYTES = 32,
    OPS_AT = SALT_AT + SALT_BYTES,
    MEMORY_AT = OPS_AT + 8,
    HIDDEN_AT = MEMORY_AT + 8,
    CHECK_BYTES = 32,
    HIDDEN_BYTES = KEY_ID_BYTES + crypto_sign_SECRETKEYBYTES + CHECK_BYTES,
    SECRET_BYTES = HIDDEN_AT + HIDDEN_BYTES
};

/* No file may ask for more than minisign itself would. */
static const uint64_t most_ops =
    crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE;
static const uint64_t most_memory =
    crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE;
static const uint64_t least_memory =
    crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_INTERACTIVE;

/* The last line of a key's text, since a comment may stand in front. False
 * when there are more than two. */
static bool key_line(const char *text, struct lines *lines)
{
    struct buffer bytes = {.data = (char *)text, .size = strlen(text)};

    while (lines_split(&bytes, lines)) {
        if (lines->count > 0 && lines->at[lines->count - 1][0] == '\0') {
            bytes.size--; /* an empty line behind it */
            lines_done(lines);
            continue;
        }
        return lines->count >= 1 && lines->count <= 2;
    }
    return false;
}

static bool read_bytes(const struct late_sodium *sodium, const char *text,
                       uint8_t *bytes, size_t size)
{
    struct lines lines;
    char word[512];
    const bool split = key_line(text, &lines);
    const char *line = split ? lines.at[lines.count - 1] : "";

    line += strspn(line, " \t");
    snprintf(word, sizeof word, "%.*s", (int)strcspn(line, " \t"), line);
    lines_done(&lines);
    return split && lines_base64(sodium, word, bytes, size);
}

bool key_read(const struct late_sodium *sodium, const char *text,
              struct public_key *ret_key)
{
    uint8_t raw[PUBLIC_BYTES];

    if (!read_bytes(sodium, text, raw, sizeof raw) || raw[0] != 'E' ||
        raw[1] != 'd')
        return false;
    memcpy(ret_key->id, raw + 2, KEY_ID_BYTES);
    memcpy(ret_key->key, raw + 2 + KEY_ID_BYTES, sizeof ret_key->key);
    return true;
}

static void public_bytes(const struct public_key *key,
                         uint8_t raw[PUBLIC_BYTES])
{
    raw[0] = 'E';
    raw[1] = 'd';
    memcpy(raw + 2, key->id, KEY_ID_BYTES);
    memcpy(raw + 2 + KEY_ID_BYTES, key->key, sizeof key->key);
}

void key_write(const struct late_sodium *sodium, const struct public_key *key,
               char out[KEY_WORD_ROOM])
{
    uint8_t raw[PUBLIC_BYTES];

    public_bytes(key, raw);
    sodium->sodium_bin2base64(out, KEY_WORD_ROOM, raw, sizeof raw,
                              sodium_base64_VARIANT_ORIGINAL);
}

/* The number is stored with its lowest byte first. */
void key_id_write(const uint8_t id[KEY_ID_BYTES], char out[KEY_ID_ROOM])
{
    for (size_t i = 0; i < KEY_ID_BYTES; i++)
        snprintf(out + 2 * i, 3, "%02X", id[KEY_ID_BYTES - 1 - i]);
}

static void put_number(uint8_t *at, uint64_t number)
{
    for (size_t i = 0; i < 8; i++)
        at[i] = (uint8_t)(number >> (8 * i));
}

static uint64_t get_number(const uint8_t *at)
{
    uint64_t number = 0;

    for (size_t i = 8; i > 0; i--)
        number = number << 8 | at[i - 1];
    return number;
}

/* Hides, or shows again, what a password hides. */
static bool toggle(const struct late_sodium *sodium, uint8_t *raw,
                   const char *password)
{
    uint8_t stream[HIDDEN_BYTES];
    const bool made =
        sodium->crypto_pwhash_scryptsalsa208sha256(
            stream, sizeof stream, password, strlen(password), raw + SALT_AT,
            get_number(raw + OPS_AT), (size_t)get_number(raw + MEMORY_AT)) == 0;

    for (size_t i = 0; made && i < sizeof stream; i++)
        raw[HIDDEN_AT + i] ^= stream[i];
    sodium->sodium_memzero(stream, sizeof stream);
    return made;
}

/* What tells a right password from a wrong one. */
static void checksum(const struct late_sodium *sodium, const uint8_t *raw,
                     uint8_t check[CHECK_BYTES])
{
    uint8_t all[2 + HIDDEN_BYTES - CHECK_BYTES];

    memcpy(all, raw, 2);
    memcpy(all + 2, raw + HIDDEN_AT, sizeof all - 2);
    sodium->crypto_generichash(check, CHECK_BYTES, all, sizeof all, NULL, 0);
    sodium->sodium_memzero(all, sizeof all);
}

/* Half the memory is tried for as long as the machine has not enough. */
static bool hide(const struct late_sodium *sodium, uint8_t *raw,
                 const char *password)
{
    uint64_t memory = most_memory;

    sodium->randombytes_buf(raw + SALT_AT, SALT_BYTES);
    put_number(raw + OPS_AT, most_ops);
    for (; memory >= least_memory; memory /= 2) {
        put_number(raw + MEMORY_AT, memory);
        if (toggle(sodium, raw, password))
            return true;
    }
    return false;
}

bool key_make(const struct late_sodium *sodium, const char *password,
              struct buffer *secret, struct buffer *open)
{
    uint8_t raw[SECRET_BYTES] = {'E', 'd', 'S', 'c', 'B', '2'};
    uint8_t raw_open[PUBLIC_BYTES];
    struct public_key key;
    char id[KEY_ID_ROOM];
    bool made = true;

    sodium->randombytes_buf(key.id, sizeof key.id);
    memcpy(raw + HIDDEN_AT, key.id, KEY_ID_BYTES);
    sodium->crypto_sign_keypair(key.key, raw + HIDDEN_AT + KEY_ID_BYTES);
    checksum(sodium, raw, raw + SECRET_BYTES - CHECK_BYTES);
    if (password[0])
        made = hide(sodium, raw, password);
    else
        raw[2] = raw[3] = 0;
    public_bytes(&key, raw_open);
    key_id_write(key.id, id);
    buffer_printf(secret, "untrusted comment: skillgap secret key %s%s\n", id,
                  password[0] ? "" : ", not protected by a password");
    lines_put_base64(sodium, raw, sizeof raw, secret);
    buffer_printf(open, "untrusted comment: minisign public key %s\n", id);
    lines_put_base64(sodium, raw_open, sizeof raw_open, open);
    sodium->sodium_memzero(raw, sizeof raw);
    return made;
}

static enum key_verdict show(const struct late_sodium *sodium, uint8_t *raw,
                             const char *password)
{
    const bool hidden = raw[2] == 'S' && raw[3] == 'c';

    if (hidden && !password)
        return KEY_NEEDS_PASSWORD;
    if (hidden && (get_number(raw + OPS_AT) > most_ops ||
                   get_number(raw + MEMORY_AT) > most_memory))
        return KEY_UNREADABLE;
    if (hidden && !toggle(sodium, raw, password))
        return KEY_NO_MEMORY;
    static const uint8_t none[CHECK_BYTES] = {0};
    const uint8_t *said = raw + SECRET_BYTES - CHECK_BYTES;
    uint8_t check[CHECK_BYTES];
    checksum(sodium, raw, check);
    /* Without a password minisign leaves the place empty. */
    if (memcmp(check, said, CHECK_BYTES) == 0 ||
        (!hidden && memcmp(none, said, CHECK_BYTES) == 0))
        return KEY_GOOD;
    return hidden ? KEY_WRONG_PASSWORD : KEY_UNREADABLE;
}

enum key_verdict key_open(const struct late_sodium *sodium, const char *text,
                          const char *password, struct secret_key *ret_key)
{
    uint8_t raw[SECRET_BYTES];
    enum key_verdict verdict = KEY_UNREADABLE;

    if (read_bytes(sodium, text, raw, sizeof raw) &&
        memcmp(raw, "Ed", 2) == 0 && memcmp(raw + 4, "B2", 2) == 0 &&
        (memcmp(raw + 2, "Sc", 2) == 0 || (!raw[2] && !raw[3])))
        verdict = show(sodium, raw, password);
    if (verdict == KEY_GOOD) {
        memcpy(ret_key->id, raw + HIDDEN_AT, KEY_ID_BYTES);
        memcpy(ret_key->key, raw + HIDDEN_AT + KEY_ID_BYTES,
               sizeof ret_key->key);
    }
    sodium->sodium_memzero(raw, sizeof raw);
    return verdict;
}

void key_wipe(const struct late_sodium *sodium, struct secret_key *key)
{
    sodium->sodium_memzero(key, sizeof *key);
}

/* An Ed25519 secret key ends with the public one. */
void key_public(const struct secret_key *secret, struct public_key *ret_key)
{
    memcpy(ret_key->id, secret->id, KEY_ID_BYTES);
    memcpy(ret_key->key,
           secret->key + crypto_sign_SECRETKEYBYTES -
               crypto_sign_PUBLICKEYBYTES,
           sizeof ret_key->key);
}
