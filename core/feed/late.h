/* SPDX-License-Identifier: MIT */
/* The two libraries that only feeds need, opened when a feed needs them.
 *
 *     struct late_curl curl;
 *     if (late_curl_open(&curl, reterr) == SG_OK)
 *         handle = curl.easy_init();
 *
 * Linked in the usual way they would cost every other command some
 * milliseconds at its start. Their headers give the types, so that a call is
 * checked by the compiler all the same. They stay open until the program ends.
 */
#ifndef FEED_LATE_H
#define FEED_LATE_H

#include "skillgap/error.h"

#include <curl/curl.h>
#include <sodium.h>

#define LATE_CURL(X)                                                           \
    X(easy_cleanup)                                                            \
    X(easy_getinfo)                                                            \
    X(easy_init)                                                               \
    X(easy_perform)                                                            \
    X(easy_setopt)                                                             \
    X(easy_strerror)                                                           \
    X(global_init)                                                             \
    X(slist_append)                                                            \
    X(slist_free_all)                                                          \
    X(version)

#define LATE_SODIUM(X)                                                         \
    X(crypto_generichash)                                                      \
    X(crypto_hash_sha256)                                                      \
    X(crypto_pwhash_scryptsalsa208sha256)                                      \
    X(crypto_sign_detached)                                                    \
    X(crypto_sign_keypair)                                                     \
    X(crypto_sign_verify_detached)                                             \
    X(randombytes_buf)                                                         \
    X(sodium_base642bin)                                                       \
    X(sodium_bin2base64)                                                       \
    X(sodium_init)                                                             \
    X(sodium_memzero)                                                          \
    X(sodium_version_string)

#define LATE_CURL_MEMBER(name) __typeof__(&curl_##name) name;
#define LATE_SODIUM_MEMBER(name) __typeof__(&name) name;

struct late_curl {
    LATE_CURL(LATE_CURL_MEMBER)
};

struct late_sodium {
    LATE_SODIUM(LATE_SODIUM_MEMBER)
};

/* SG_NETWORK, "no-library", when it is not installed. Zeroed structs are the
 * caller's; each call opens the library again, which costs nothing once it is
 * open. */
sg_status late_curl_open(struct late_curl *ret_curl, sg_error *reterr);

/* SG_TRUST, "no-library". */
sg_status late_sodium_open(struct late_sodium *ret_sodium, sg_error *reterr);

#endif
