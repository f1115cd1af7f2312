/* SPDX-License-Identifier: MIT */
/* Which addresses a feed may have, and what lies below them. */
#include "feed/address.h"

#include "base/fault.h"

#include <ctype.h>
#include <string.h>

enum {
    ADDRESS_MOST = 1000,
    PATH_MOST = 300,
    PORT_DIGITS = 5,
    PORT_MOST = 65535
};

#define INDEX_NAME "feed.json"
#define HTTPS "https://"
#define HTTP "http://"

static bool begins_with(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0;
}

/* One part of a path: not hidden, not "..". */
static bool is_part(const char *text, size_t size)
{
    if (size == 0 || text[0] == '.')
        return false;
    for (size_t i = 0; i < size; i++)
        if (!islower((unsigned char)text[i]) &&
            !isdigit((unsigned char)text[i]) && !strchr("-._", text[i]))
            return false;
    return true;
}

static bool is_path(const char *text)
{
    const size_t size = strlen(text), tail = strlen(".json");

    if (size > PATH_MOST || size <= tail ||
        strcmp(text + size - tail, ".json") != 0)
        return false;
    for (const char *part = text; part;) {
        const size_t length = strcspn(part, "/");
        if (!is_part(part, length))
            return false;
        part = part[length] ? part + length + 1 : NULL;
    }
    return true;
}

/* Parts that are none: "", "." and "..", which are taken out on the way. */
static bool has_odd_part(const char *path)
{
    while (*path == '/') {
        const char *part = path + 1;
        const size_t size = strcspn(part, "/?#");
        path = part + size;
        if ((size == 0 && *path) || (size > 0 && strspn(part, ".") >= size))
            return true;
    }
    return false;
}

bool address_holds(const struct address *address, const char *url)
{
    const char *host = strstr(url, "://");

    return begins_with(url, address->folder) && host &&
           !has_odd_part(host + 3 + strcspn(host + 3, "/")) &&
           !strpbrk(url, "%\\");
}

const char *address_path(const struct address *address, const char *url)
{
    if (begins_with(url, address->folder))
        url += strlen(address->folder);
    return is_path(url) ? url : NULL;
}

static sg_status refuse(const char *text, const char *why, sg_error *reterr)
{
    return fault_in(reterr, SG_USAGE, "address", text, "%s", why);
}

/* "127.0.0.1:8443": this machine itself. */
static bool is_loopback(const char *host, size_t size)
{
    static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const size_t length = strlen(names[i]);
        if (size >= length && strncmp(host, names[i], length) == 0 &&
            (size == length || host[length] == ':'))
            return true;
    }
    return false;
}

/* "council.example", "council.example:8443", "[::1]:8443". */
static bool is_host(const char *host, size_t size)
{
    const char *bracket = host[0] == '[' ? memchr(host, ']', size) : NULL;
    const char *name_end = bracket ? bracket + 1 : memchr(host, ':', size);
    const size_t name = name_end ? (size_t)(name_end - host) : size;
    unsigned long port = 0;

    if (name == 0 || (host[0] == '[' && !bracket))
        return false;
    if (name == size)
        return true;
    if (host[name] != ':' || size - name < 2 || size - name > PORT_DIGITS + 1)
        return false;
    for (size_t i = name + 1; i < size; i++) {
        if (!isdigit((unsigned char)host[i]))
            return false;
        port = port * 10 + (unsigned long)(host[i] - '0');
    }
    return port > 0 && port <= PORT_MOST;
}

/* Letters that have no business in an address, or have two readings. */
static const char *odd_letter(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text <= ' ' || (unsigned char)*text > '~' ||
            strchr("\\\"<>^`{|}%", *text))
            return text;
    return NULL;
}

static sg_status check_form(const char *text, bool plain_http, sg_error *reterr)
{
    const bool plain = begins_with(text, HTTP);
    const char *host = text + strlen(plain ? HTTP : HTTPS);
    const size_t size =
        begins_with(text, plain ? HTTP : HTTPS) ? strcspn(host, "/") : 0;

    if (strchr(text, '@'))
        return fault(reterr, SG_USAGE, "address",
                     "This address holds a name or a password before an @. A "
                     "feed is open to all: leave them out.");
    if (!plain && !begins_with(text, HTTPS))
        return refuse(text,
                      "The address of a feed begins with https:// (in small "
                      "letters); ask its publisher for the whole address.",
                      reterr);
    if (strlen(text) > ADDRESS_MOST)
        return fault(reterr, SG_USAGE, "address",
                     "This address is longer than any that a feed has (%d "
                     "letters). Check it with the publisher.",
                     ADDRESS_MOST);

    if (odd_letter(text) || strpbrk(host, "?#") || has_odd_part(host + size))
        return refuse(text,
                      "This address holds a ?, #, %, // or .., a space, or a "
                      "letter that is read in different ways; a feed has a "
                      "plain address.",
                      reterr);
    if (!is_host(host, size))
        return fault(reterr, SG_USAGE, "address",
                     "This address names no host, or a port that there is not. "
                     "It is written like this: https://council.example/jobs/");
    if (plain && (!plain_http || !is_loopback(host, size)))
        return refuse(text,
                      "What is sent by http:// can be changed on the way; use "
                      "https://. Only for trying things out on this very "
                      "machine: http://127.0.0.1 with --plain-http.",
                      reterr);
    return SG_OK;
}

/* Hosts have no case; what the library tells of a redirect has small letters.
 */
static void lower_host(char *url)
{
    char *at = strstr(url, "://") + 3;

    for (; *at && *at != '/'; at++)
        *at = (char)tolower((unsigned char)*at);
}

sg_status address_read(const char *text, bool plain_http, struct arena *arena,
                       struct address *ret_address, sg_error *reterr)
{
    const sg_status status = check_form(text, plain_http, reterr);

    if (status != SG_OK)
        return status;
    const char *host = strstr(text, "://") + 3;
    const char *last = strrchr(host, '/');
    const bool named = last && strcmp(last + 1, INDEX_NAME) == 0;
    const bool folder = last && last[1] == '\0';
    if (!named && last && strstr(last, ".json"))
        return refuse(text,
                      "The index of a feed is called " INDEX_NAME ". Give its "
                      "address, or that of its folder.",
                      reterr);
    char *url = arena_printf(arena, "%s%s", text,
                             named    ? ""
                             : folder ? INDEX_NAME
                                      : "/" INDEX_NAME);
    if (!url)
        return fault_memory(reterr);
    lower_host(url);
    host = strstr(url, "://") + 3;
    *ret_address = (struct address){
        .url = url,
        .folder =
            arena_strndup(arena, url, (size_t)(strrchr(url, '/') - url) + 1),
        .host = arena_strndup(arena, host, strcspn(host, "/")),
    };
    return arena->failed ? fault_memory(reterr) : SG_OK;
}
