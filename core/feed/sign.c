/* SPDX-License-Identifier: MIT */
/* Verifying and making minisign signatures. */
#include "feed/sign.h"

#include "feed/lines.h"

#include <stdio.h>
#include <string.h>

enum {
    SIGNATURE_BYTES = 2 + KEY_ID_BYTES + crypto_sign_BYTES,
    HASH_BYTES = 64 /* BLAKE2b-512, which is what is signed */
};

#define COMMENT_LEAD "trusted comment: "

/* The file is hashed first ("ED", the usual), or signed as it is ("Ed"). */
static bool is_hashed(const uint8_t *signature)
{
    return signature[1] == 'D';
}

static bool verify_file(const struct late_sodium *sodium,
                        const struct public_key *key,
                        const struct buffer *bytes, const uint8_t *signature)
{
    const uint8_t *proof = signature + 2 + KEY_ID_BYTES;
    uint8_t hash[HASH_BYTES];

    if (!is_hashed(signature))
        return sodium->crypto_sign_verify_detached(proof,
                                                   (const uint8_t *)bytes->data,
                                                   bytes->size, key->key) == 0;
    sodium->crypto_generichash(hash, sizeof hash, (const uint8_t *)bytes->data,
                               bytes->size, NULL, 0);
    return sodium->crypto_sign_verify_detached(proof, hash, sizeof hash,
                                               key->key) == 0;
}

/* The second signature is of the first one and the comment together, so that
 * neither can be exchanged. */
static bool verify_comment(const struct late_sodium *sodium,
                           const struct public_key *key,
                           const uint8_t *signature, const char *comment,
                           const uint8_t *proof)
{
    uint8_t both[crypto_sign_BYTES + SIGN_COMMENT_ROOM];
    const size_t size = strlen(comment);

    memcpy(both, signature + 2 + KEY_ID_BYTES, crypto_sign_BYTES);
    memcpy(both + crypto_sign_BYTES, comment, size);
    return sodium->crypto_sign_verify_detached(
               proof, both, crypto_sign_BYTES + size, key->key) == 0;
}

enum sign_verdict sign_verify(const struct late_sodium *sodium,
                              const struct public_key *key,
                              const struct buffer *bytes,
                              const struct buffer *signature,
                              char comment[SIGN_COMMENT_ROOM])
{
    struct lines lines;
    uint8_t raw[SIGNATURE_BYTES], proof[crypto_sign_BYTES];
    const size_t lead = strlen(COMMENT_LEAD);

    comment[0] = '\0';
    if (!lines_split(signature, &lines) || lines.count < 4 ||
        strncmp(lines.at[2], COMMENT_LEAD, lead) != 0 ||
        strlen(lines.at[2] + lead) >= SIGN_COMMENT_ROOM ||
        !lines_base64(sodium, lines.at[1], raw, sizeof raw) ||
        !lines_base64(sodium, lines.at[3], proof, sizeof proof) ||
        raw[0] != 'E' || (raw[1] != 'd' && raw[1] != 'D')) {
        lines_done(&lines);
        return SIGN_UNREADABLE;
    }
    enum sign_verdict verdict = SIGN_GOOD;
    if (memcmp(raw + 2, key->id, KEY_ID_BYTES) != 0)
        verdict = SIGN_OTHER_KEY;
    else if (!verify_file(sodium, key, bytes, raw) ||
             !verify_comment(sodium, key, raw, lines.at[2] + lead, proof))
        verdict = SIGN_WRONG;
    else
        strcpy(comment, lines.at[2] + lead);
    lines_done(&lines);
    return verdict;
}

void sign_bytes(const struct late_sodium *sodium, const struct secret_key *key,
                const struct buffer *bytes, const char *comment,
                struct buffer *out)
{
    uint8_t raw[SIGNATURE_BYTES] = {'E', 'D'}, hash[HASH_BYTES];
    uint8_t both[crypto_sign_BYTES + SIGN_COMMENT_ROOM];
    uint8_t proof[crypto_sign_BYTES];
    uint8_t *signature = raw + 2 + KEY_ID_BYTES;
    const size_t size = strlen(comment);

    memcpy(raw + 2, key->id, KEY_ID_BYTES);
    sodium->crypto_generichash(hash, sizeof hash, (const uint8_t *)bytes->data,
                               bytes->size, NULL, 0);
    sodium->crypto_sign_detached(signature, NULL, hash, sizeof hash, key->key);
    memcpy(both, signature, crypto_sign_BYTES);
    memcpy(both + crypto_sign_BYTES, comment, size);
    sodium->crypto_sign_detached(proof, NULL, both, crypto_sign_BYTES + size,
                                 key->key);
    buffer_puts(out, "untrusted comment: signature from skillgap\n");
    lines_put_base64(sodium, raw, sizeof raw, out);
    buffer_printf(out, COMMENT_LEAD "%s\n", comment);
    lines_put_base64(sodium, proof, sizeof proof, out);
}

void sha256_write(const struct late_sodium *sodium, const struct buffer *bytes,
                  char out[SHA256_ROOM])
{
    uint8_t hash[crypto_hash_sha256_BYTES];

    sodium->crypto_hash_sha256(hash, (const uint8_t *)bytes->data, bytes->size);
    for (size_t i = 0; i < sizeof hash; i++)
        snprintf(out + 2 * i, 3, "%02x", hash[i]);
}
