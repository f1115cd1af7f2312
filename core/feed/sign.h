/* SPDX-License-Identifier: MIT */
/* Signatures and keys as minisign has them.
 *
 *     struct public_key key;
 *     if (key_read(&sodium, text, &key) &&
 *         sign_verify(&sodium, &key, &file, &signature, comment) == SIGN_GOOD)
 *         use(comment);
 *
 * What is signed by the minisign program is verified here, and the other way
 * round. Layout of keys and signatures: minisign 0.11 and 0.12. */
#ifndef FEED_SIGN_H
#define FEED_SIGN_H

#include "base/buffer.h"
#include "feed/late.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    KEY_ID_BYTES = 8,
    SIGN_COMMENT_ROOM = 8192, /* of a trusted comment, with its end */
    KEY_WORD_ROOM = 57,       /* of a public key in base64 */
    KEY_ID_ROOM = 17,         /* of a key's number in hexadecimal */
    SHA256_ROOM = 65
};

struct public_key {
    uint8_t id[KEY_ID_BYTES];
    uint8_t key[crypto_sign_PUBLICKEYBYTES];
};

/* To be wiped by key_wipe. */
struct secret_key {
    uint8_t id[KEY_ID_BYTES];
    uint8_t key[crypto_sign_SECRETKEYBYTES];
};

enum sign_verdict {
    SIGN_GOOD,
    SIGN_UNREADABLE, /* no signature of minisign */
    SIGN_OTHER_KEY,  /* by another key */
    SIGN_WRONG       /* of something else, or made up */
};

/* Reads a public key: the 56 characters, or a file of two lines whose first is
 * a comment. Whitespace around them plays no part. */
bool key_read(const struct late_sodium *sodium, const char *text,
              struct public_key *ret_key);

void key_write(const struct late_sodium *sodium, const struct public_key *key,
               char out[KEY_WORD_ROOM]);

/* The number by which minisign names a key. */
void key_id_write(const uint8_t id[KEY_ID_BYTES], char out[KEY_ID_ROOM]);

/* Whether a signature is by this key and of these bytes. `comment` gets the
 * trusted comment, which is only then worth anything. */
enum sign_verdict sign_verify(const struct late_sodium *sodium,
                              const struct public_key *key,
                              const struct buffer *bytes,
                              const struct buffer *signature,
                              char comment[SIGN_COMMENT_ROOM]);

/* Adds a whole signature file to `out`. `comment` is one printable line. */
void sign_bytes(const struct late_sodium *sodium, const struct secret_key *key,
                const struct buffer *bytes, const char *comment,
                struct buffer *out);

/* A new pair. `password` may be "": then the secret key is as good as open.
 * Adds the two files to `secret` and `open`. False when there is not enough
 * memory to make the password costly to guess. */
bool key_make(const struct late_sodium *sodium, const char *password,
              struct buffer *secret, struct buffer *open);

enum key_verdict {
    KEY_GOOD,
    KEY_UNREADABLE, /* no secret key of minisign */
    KEY_NEEDS_PASSWORD,
    KEY_WRONG_PASSWORD,
    KEY_NO_MEMORY
};

/* Opens a secret key. `password`: NULL when nobody gave one. */
enum key_verdict key_open(const struct late_sodium *sodium, const char *text,
                          const char *password, struct secret_key *ret_key);
void key_wipe(const struct late_sodium *sodium, struct secret_key *key);

/* The public half of a secret key. */
void key_public(const struct secret_key *secret, struct public_key *ret_key);

/* SHA-256 in small hexadecimal digits. */
void sha256_write(const struct late_sodium *sodium, const struct buffer *bytes,
                  char out[SHA256_ROOM]);

#endif
