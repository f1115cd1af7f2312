/* SPDX-License-Identifier: MIT */
/* Fetching with libcurl. Measured on 7.88: its own ceiling on sizes does not
 * stop a body without end, a missing page is a success, and file:// is allowed
 * unless forbidden; so the bytes are counted here and all is set by hand. */
#include "feed/fetch.h"

#include "base/fault.h"
#include "feed/fetch_fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CONNECT_SECONDS = 10,
    WHOLE_SECONDS = 120,
    SLOW_SECONDS = 15,
    SLOW_BYTES = 1024, /* a second */
    REDIRECTS_MOST = 3,
    HEADER_BYTES = 64 * 1024,
    HEADER_ROOM = 1000
};

/* One request on its way. */
struct request {
    const struct fetch_wanted *wanted;
    struct fetched *got;
    size_t header_bytes;
    bool too_much;   /* more than was allowed came */
    bool compressed; /* though nobody asked for that */
};

static size_t take_body(char *bytes, size_t size, size_t count, void *user)
{
    struct request *request = user;
    struct buffer *body = &request->got->body;
    const size_t all = size * count;

    if (all > request->wanted->limit - body->size) {
        request->too_much = true;
        return 0;
    }
    buffer_add(body, bytes, all);
    return body->failed ? 0 : all;
}

/* What stands behind a header's name, or NULL for another header. */
static char *header_value(const char *line, size_t size, const char *name)
{
    const size_t length = strlen(name);

    if (size <= length + 1 || strncasecmp(line, name, length) != 0 ||
        line[length] != ':')
        return NULL;
    line += length + 1;
    size -= length + 1;
    while (size > 0 && (*line == ' ' || *line == '\t'))
        line++, size--;
    while (size > 0 && strchr(" \t\r\n", line[size - 1]))
        size--;
    return size > 0 && size < HEADER_ROOM ? strndup(line, size) : NULL;
}

static void keep(char **place, char *value)
{
    if (!value)
        return;
    free(*place);
    *place = value;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *user)
{
    struct request *request = user;
    const size_t all = size * count;
    char *coding = header_value(bytes, all, "Content-Encoding");

    request->header_bytes += all;
    request->compressed =
        request->compressed || (coding && strcasecmp(coding, "identity") != 0);
    free(coding);
    keep(&request->got->etag, header_value(bytes, all, "ETag"));
    keep(&request->got->modified, header_value(bytes, all, "Last-Modified"));
    if (request->header_bytes <= HEADER_BYTES)
        return all;
    request->too_much = true;
    return 0;
}

static int tell_progress(void *user, curl_off_t total, curl_off_t now,
                         curl_off_t up_total, curl_off_t up)
{
    const struct request *request = user;

    (void)up_total;
    (void)up;
    if (request->wanted->progress)
        request->wanted->progress((uint64_t)now, (uint64_t)total,
                                  request->wanted->user);
    return 0;
}

static bool is_plain(const struct address *address)
{
    return strncmp(address->url, "http://", 7) == 0;
}

static void set_up(const struct late_curl *curl, CURL *handle,
                   struct request *request, const struct curl_slist *headers)
{
    const struct fetch_wanted *wanted = request->wanted;
    const char *protocols = is_plain(wanted->address) ? "http" : "https";

    curl->easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocols);
    curl->easy_setopt(handle, CURLOPT_HTTP_VERSION,
                      (long)CURL_HTTP_VERSION_1_1);
    curl->easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl->easy_setopt(handle, CURLOPT_SSLVERSION,
                      (long)CURL_SSLVERSION_TLSv1_2);
    curl->easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl->easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (wanted->ca_file)
        curl->easy_setopt(handle, CURLOPT_CAINFO, wanted->ca_file);
    curl->easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl->easy_setopt(handle, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
    curl->easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
    curl->easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
    curl->easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(handle, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl->easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl->easy_setopt(handle, CURLOPT_WRITEDATA, request);
    curl->easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl->easy_setopt(handle, CURLOPT_HEADERDATA, request);
    curl->easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl->easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, tell_progress);
    curl->easy_setopt(handle, CURLOPT_XFERINFODATA, request);
    curl->easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl->easy_setopt(handle, CURLOPT_USERAGENT, "skillgap");
    curl->easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

static void empty(struct request *request)
{
    struct fetched *got = request->got;

    buffer_done(&got->body);
    got->body = (struct buffer){.limit = 0};
    free(got->etag);
    free(got->modified);
    got->etag = got->modified = NULL;
    request->header_bytes = 0;
}

/* Sends the request, and again to where it is sent on. */
static sg_status perform(const struct late_curl *curl, CURL *handle,
                         struct request *request, sg_error *reterr)
{
    const struct fetch_wanted *wanted = request->wanted;
    const char *url = wanted->url;
    char *next = NULL;
    sg_status status = SG_OK;

    for (int redirects = 0; status == SG_OK; redirects++) {
        char *location = NULL;
        empty(request);
        curl->easy_setopt(handle, CURLOPT_URL, url);
        const CURLcode code = curl->easy_perform(handle);
        const struct fetch_outcome outcome = {
            .curl = curl,
            .handle = handle,
            .code = code,
            .url = url,
            .host = wanted->address->host,
            .too_much = request->too_much,
            .compressed = request->compressed,
            .conditional = wanted->etag || wanted->modified,
            .no_memory = request->got->body.failed,
        };
        if (code != CURLE_OK || request->compressed) {
            status = fetch_failed(&outcome, reterr);
            break;
        }
        curl->easy_getinfo(handle, CURLINFO_REDIRECT_URL, &location);
        if (!location) {
            status = fetch_answered(&outcome, &request->got->unchanged,
                                    &request->got->retry_after, reterr);
            break;
        }
        if (redirects == REDIRECTS_MOST ||
            !address_holds(wanted->address, location)) {
            status = fetch_sent_away(&outcome, location,
                                     redirects == REDIRECTS_MOST, reterr);
            break;
        }
        free(next);
        url = next = strdup(location);
        status = next ? SG_OK : fault_memory(reterr);
    }
    free(next);
    return status;
}

/* Adds "NAME: value" to a list; the list stays when memory runs out. */
static bool add_header(const struct late_curl *curl, struct curl_slist **list,
                       const char *name, const char *value)
{
    char line[HEADER_ROOM + 40];

    if (!value)
        return true;
    snprintf(line, sizeof line, "%s: %s", name, value);
    struct curl_slist *longer = curl->slist_append(*list, line);
    if (longer)
        *list = longer;
    return longer != NULL;
}

sg_status fetch(const struct late_curl *curl, const struct fetch_wanted *wanted,
                struct fetched *got, sg_error *reterr)
{
    struct request request = {.wanted = wanted, .got = got};
    struct curl_slist *headers = NULL;
    CURL *handle = curl->easy_init();
    sg_status status = SG_OK;

    if (!handle || !add_header(curl, &headers, "Accept", "*/*") ||
        !add_header(curl, &headers, "If-None-Match", wanted->etag) ||
        !add_header(curl, &headers, "If-Modified-Since", wanted->modified))
        status = fault_memory(reterr);
    if (status == SG_OK) {
        set_up(curl, handle, &request, headers);
        status = perform(curl, handle, &request, reterr);
    }
    curl->slist_free_all(headers);
    if (handle)
        curl->easy_cleanup(handle);
    return status;
}

void fetched_done(struct fetched *got)
{
    buffer_done(&got->body);
    free(got->etag);
    free(got->modified);
    *got = (struct fetched){0};
}
