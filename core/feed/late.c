/* SPDX-License-Identifier: MIT */
/* Opening libcurl and libsodium by name. */
#include "feed/late.h"

#include "base/fault.h"

#include <dlfcn.h>
#include <string.h>

/* The names that the headers' own versions have had for many years: both are
 * part of the promise that a library makes to programs built against it. */
#define CURL_FILE "libcurl.so.4"
#define SODIUM_FILE "libsodium.so.23"

/* Whether all names are there. */
static bool take(void *library, const char *name, void *ret_function,
                 bool so_far)
{
    void *found = library && so_far ? dlsym(library, name) : NULL;

    memcpy(ret_function, &found, sizeof found);
    return found != NULL;
}

static sg_status missing(sg_status status, const char *file,
                         const char *package, sg_error *reterr)
{
    return fault(reterr, status, "no-library",
                 "Feeds need the library %s, which is not on this machine or "
                 "is too old. Install it (Debian: apt install %s).",
                 file, package);
}

#define TAKE_CURL(name)                                                        \
    whole = take(library, "curl_" #name, &ret_curl->name, whole);

sg_status late_curl_open(struct late_curl *ret_curl, sg_error *reterr)
{
    void *library = dlopen(CURL_FILE, RTLD_NOW | RTLD_LOCAL);
    bool whole = library != NULL;

    LATE_CURL(TAKE_CURL)
    if (!whole || ret_curl->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return missing(SG_NETWORK, CURL_FILE, "libcurl4", reterr);
    return SG_OK;
}

#define TAKE_SODIUM(name)                                                      \
    whole = take(library, #name, &ret_sodium->name, whole);

sg_status late_sodium_open(struct late_sodium *ret_sodium, sg_error *reterr)
{
    void *library = dlopen(SODIUM_FILE, RTLD_NOW | RTLD_LOCAL);
    bool whole = library != NULL;

    LATE_SODIUM(TAKE_SODIUM)
    if (!whole || ret_sodium->sodium_init() < 0)
        return missing(SG_TRUST, SODIUM_FILE, "libsodium23", reterr);
    return SG_OK;
}
