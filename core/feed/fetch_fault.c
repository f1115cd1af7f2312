/* SPDX-License-Identifier: MIT */
/* What went wrong with a request, in words. Nothing of a proxy's address is
 * repeated, since it may hold a password. */
#include "feed/fetch_fault.h"

#include "base/date.h"
#include "base/fault.h"

#include <string.h>

enum { RETRY_MOST = 24 * 60 * 60, LOCATION_MOST = 200 };

#define PROXY_HINT                                                             \
    "If this network has a proxy, set https_proxy to its address, and "        \
    "NO_PROXY "                                                                \
    "for hosts that need none."

/* What X.509 says of a certificate (OpenSSL's numbers). */
enum { CERTIFICATE_EARLY = 9, CERTIFICATE_LATE = 10 };

static sg_status bad_certificate(const struct fetch_outcome *outcome,
                                 sg_error *reterr)
{
    char today[DATE_ROOM];
    long why = 0;

    date_write(date_today(), today);
    outcome->curl->easy_getinfo(outcome->handle, CURLINFO_SSL_VERIFYRESULT,
                                &why);
    if (why == CERTIFICATE_EARLY || why == CERTIFICATE_LATE)
        return fault_in(
            reterr, SG_NETWORK, "certificate", outcome->url,
            "The certificate of %.100s is %s. This machine's clock says %s: if "
            "that is wrong, set the clock; otherwise tell the publisher.",
            outcome->host,
            why == CERTIFICATE_LATE ? "out of date" : "not valid yet", today);
    if (why == 0)
        return fault_in(
            reterr, SG_NETWORK, "certificate", outcome->url,
            "%.100s showed no certificate for its own name, so that it may be "
            "another machine. Check the address; if it is right, tell the "
            "publisher.",
            outcome->host);
    return fault_in(
        reterr, SG_NETWORK, "certificate", outcome->url,
        "The certificate of %.100s is by nobody whom this machine trusts. On a "
        "network that checks all traffic, name its own certificate: --cacert "
        "FILE, or \"certificates\": {\"ca_file\": FILE} in config.json.",
        outcome->host);
}

static sg_status through_proxy(const struct fetch_outcome *outcome,
                               sg_error *reterr)
{
    long answer = 0;

    outcome->curl->easy_getinfo(outcome->handle, CURLINFO_HTTP_CONNECTCODE,
                                &answer);
    if (answer == 407)
        return fault(reterr, SG_NETWORK, "proxy-login",
                     "The proxy of this network wants a name and a password "
                     "(407). Set https_proxy to "
                     "http://NAME:PASSWORD@PROXY:PORT, or ask whoever looks "
                     "after the network.");
    if (answer >= 400)
        return fault(reterr, SG_NETWORK, "proxy",
                     "The proxy of this network does not let this through "
                     "(%ld). Ask whoever looks after the network to open "
                     "%.100s, or name that host in NO_PROXY.",
                     answer, outcome->host);
    return SG_OK;
}

/* One row for each of the library's codes that means something to somebody. */
static const struct {
    CURLcode code;
    const char *reason;
    const char *words; /* behind the host's name */
} failures[] = {
    {CURLE_COULDNT_RESOLVE_HOST, "cannot-resolve",
     "is not known as a host. Check the address and the network. " PROXY_HINT},
    {CURLE_COULDNT_CONNECT, "cannot-connect",
     "does not answer. Check the network, and try again later. " PROXY_HINT},
    {CURLE_OPERATION_TIMEDOUT, "too-slow",
     "sends too slowly, and was given up (slow retrieval: a server that keeps "
     "people waiting). Try again later. " PROXY_HINT},
    {CURLE_PARTIAL_FILE, "cut-short",
     "stopped in the middle of the file. Try again."},
    {CURLE_GOT_NOTHING, "cut-short",
     "ended the connection without an answer. Try again later."},
    {CURLE_RECV_ERROR, "cut-short",
     "broke the connection off. Try again later."},
    {CURLE_SEND_ERROR, "cut-short",
     "broke the connection off. Try again later."},
    {CURLE_UNSUPPORTED_PROTOCOL, "network",
     "answers in a way that no web server does. Check the address."},
    {CURLE_WEIRD_SERVER_REPLY, "network",
     "answers in a way that no web server does. Check the address."},
};

static bool is_about_certificate(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION ||
           code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_ISSUER_ERROR;
}

sg_status fetch_failed(const struct fetch_outcome *outcome, sg_error *reterr)
{
    const CURLcode code = outcome->code;

    if (outcome->no_memory || code == CURLE_OUT_OF_MEMORY)
        return fault_memory(reterr);
    if (outcome->too_much)
        return fault_in(reterr, SG_NETWORK, "endless-data", outcome->url,
                        "%.100s sends more than this file can be (endless "
                        "data: a way to fill up a machine). It was stopped; "
                        "tell the publisher.",
                        outcome->host);
    if (outcome->compressed)
        return fault_in(reterr, SG_NETWORK, "compressed", outcome->url,
                        "%.100s sends the file compressed, though nobody asked "
                        "for that. Tell the publisher to turn it off there.",
                        outcome->host);
    const sg_status status = through_proxy(outcome, reterr);
    if (status != SG_OK)
        return status;
    if (is_about_certificate(code))
        return bad_certificate(outcome, reterr);
    if (code == CURLE_SSL_CACERT_BADFILE)
        return fault(reterr, SG_NETWORK, "certificate",
                     "The file of certificates cannot be read. Check --cacert, "
                     "or \"certificates\" in config.json: it has to be a PEM "
                     "file.");
    if (code == CURLE_COULDNT_RESOLVE_PROXY)
        return fault(reterr, SG_NETWORK, "proxy",
                     "The proxy that https_proxy names is not known as a host. "
                     "Correct that variable.");
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        if (failures[i].code == code)
            return fault_in(reterr, SG_NETWORK, failures[i].reason,
                            outcome->url, "%.100s %s", outcome->host,
                            failures[i].words);
    return fault_in(reterr, SG_NETWORK, "network", outcome->url,
                    "Nothing could be fetched from %.100s (%s). Check the "
                    "address and the network. " PROXY_HINT,
                    outcome->host, outcome->curl->easy_strerror(code));
}

/* One row for each answer that is a sentence of its own. */
static const struct {
    long least, most;
    const char *reason;
    const char *words; /* behind the host's name */
} answers[] = {
    {401, 401, "login",
     "wants a name and a password (401), but a feed is open to all. Check the "
     "address with its publisher."},
    {403, 403, "forbidden",
     "refuses (403). The publisher, or a filter of this network, does not let "
     "this machine in: ask them to open this address."},
    {404, 404, "missing",
     "has no such file (404). Check the address; the publisher may have moved "
     "the feed."},
    {410, 410, "missing",
     "has the file no more (410). Ask the publisher where the feed is now."},
    {407, 407, "proxy-login",
     "is behind a proxy that wants a name and a password (407). Set "
     "https_proxy to http://NAME:PASSWORD@PROXY:PORT."},
    {429, 429, "too-many-requests",
     "was asked too often (429). The next update waits for as long as it says, "
     "at most a day."},
    {500, 599, "server",
     "has trouble of its own. Try again later; what is here already goes on "
     "being used."},
};

sg_status fetch_answered(const struct fetch_outcome *outcome,
                         bool *ret_unchanged, uint32_t *ret_retry_after,
                         sg_error *reterr)
{
    const struct late_curl *curl = outcome->curl;
    long answer = 0;
    curl_off_t wait = 0;

    curl->easy_getinfo(outcome->handle, CURLINFO_RESPONSE_CODE, &answer);
    *ret_unchanged = answer == 304;
    if (answer == 200 || (answer == 304 && outcome->conditional))
        return SG_OK;
    if (answer == 429 &&
        curl->easy_getinfo(outcome->handle, CURLINFO_RETRY_AFTER, &wait) ==
            CURLE_OK &&
        wait > 0)
        *ret_retry_after = wait < RETRY_MOST ? (uint32_t)wait : RETRY_MOST;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (answers[i].least <= answer && answer <= answers[i].most)
            return fault_in(reterr, SG_NETWORK, answers[i].reason, outcome->url,
                            "%.100s %s", outcome->host, answers[i].words);
    return fault_in(reterr, SG_NETWORK, "network", outcome->url,
                    "%.100s gives an answer that is of no use here (%ld). "
                    "Check the address.",
                    outcome->host, answer);
}

/* What stands behind a "?" is none of anybody's business. */
static int location_size(const char *location)
{
    const size_t size = strcspn(location, "?#");

    return size < LOCATION_MOST ? (int)size : LOCATION_MOST;
}

sg_status fetch_sent_away(const struct fetch_outcome *outcome,
                          const char *location, bool too_often,
                          sg_error *reterr)
{
    if (too_often)
        return fault_in(reterr, SG_NETWORK, "redirect", outcome->url,
                        "%.100s sends the request on and on (redirects). Check "
                        "the address with the publisher.",
                        outcome->host);
    return fault_in(reterr, SG_NETWORK, "redirect", outcome->url,
                    "%.100s sends the request on (a redirect), out of the "
                    "feed's own folder: to %.*s. That may be a login page, or "
                    "the feed has moved: check the address.",
                    outcome->host, location_size(location), location);
}
