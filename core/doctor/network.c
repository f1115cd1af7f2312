/* SPDX-License-Identifier: MIT */
/* The clock, proxies, certificates, and the libraries that feeds need. */
#include "base/buffer.h"
#include "base/file.h"
#include "base/limits.h"
#include "doctor/doctor.h"
#include "feed/late.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Certificates of all the world, where Debian has them. */
#define SYSTEM_CERTIFICATES "/etc/ssl/certs/ca-certificates.crt"

/* The first day of which it is known that it has been: the newest day on which
 * a feed was signed. */
static struct date newest_known(const struct doctor *doctor)
{
    struct date newest = {2026, 11, 22}; /* when the shipped data was read */

    for (size_t i = 0; doctor->store && i < doctor->store->count; i++) {
        const struct feed_record *record = doctor->store->feeds[i].record;
        for (size_t h = 0; record && h < record->held_count; h++) {
            struct date day;
            char text[DATE_ROOM] = "";
            strncat(text, record->held[h].issued, DATE_ROOM - 1);
            if (date_read(text, &day) && date_compare(day, newest) > 0)
                newest = day;
        }
    }
    return newest;
}

void doctor_clock(struct doctor *doctor)
{
    const struct date known = newest_known(doctor);
    char today[DATE_ROOM], then[DATE_ROOM];

    date_write(doctor->today, today);
    date_write(known, then);
    if (doctor->today.year == 0)
        doctor_problem(doctor, "clock", SG_TRUST, "Set the clock.",
                       "This machine has no clock that works.");
    else if (date_days(known) - date_days(doctor->today) > 1)
        doctor_problem(doctor, "clock", SG_TRUST,
                       "Set the clock; until then nobody can tell here when "
                       "data is old.",
                       "The clock says %s, and %s has been already.", today,
                       then);
    else
        doctor_fine(doctor, "clock", "The clock says %s.", today);
}

/* The address of a proxy without what may stand before its "@". */
static const char *without_login(const char *address)
{
    const char *at = strrchr(address, '@');
    const char *scheme = strstr(address, "://");

    if (at)
        return at + 1;
    return scheme ? scheme + 3 : address;
}

static const char *first_set(const char *const *names, const char **ret_name)
{
    for (; *names; names++) {
        const char *value = getenv(*names);
        if (value && *value) {
            *ret_name = *names;
            return value;
        }
    }
    return NULL;
}

static void check_proxy(struct doctor *doctor)
{
    static const char *const names[] = {"https_proxy", "HTTPS_PROXY",
                                        "all_proxy", "ALL_PROXY", NULL};
    static const char *const others[] = {"http_proxy", NULL};
    static const char *const exceptions[] = {"no_proxy", "NO_PROXY", NULL};
    const char *name = NULL, *ignored = NULL;
    const char *value = first_set(names, &name);
    const char *except = first_set(exceptions, &ignored);

    if (value && !without_login(value)[0])
        doctor_problem(doctor, "proxy", SG_NETWORK,
                       "Write it as http://PROXY:PORT, or unset it.",
                       "%s names no host.", name);
    else if (value)
        doctor_fine(
            doctor, "proxy", "%s names the proxy %.200s%s. Without it: %.200s",
            name, without_login(value),
            strchr(value, '@') ? " (with a name that is not shown)" : "",
            except ? except : "nothing (NO_PROXY is not set).");
    else if (first_set(others, &ignored))
        doctor_note(doctor, "proxy",
                    "http_proxy is set and https_proxy is not: feeds are asked "
                    "without a proxy.");
    else
        doctor_fine(doctor, "proxy",
                    "No proxy is set; feeds are asked directly.");
}

static void check_own_certificates(struct doctor *doctor, const char *file)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error why = {0};
    const char *begin = "-----BEGIN CERTIFICATE-----";
    const bool read = file_read(file, &bytes, &why) == SG_OK;

    if (!read)
        doctor_problem(doctor, "certificates", SG_NETWORK,
                       "Correct \"ca_file\" in config.json.",
                       "The file of certificates %s cannot be read: %s", file,
                       why.message);
    else if (!bytes.data || !strstr(bytes.data, begin))
        doctor_problem(doctor, "certificates", SG_NETWORK,
                       "Ask for the file in PEM form.",
                       "%s holds no certificate in PEM form.", file);
    else
        doctor_fine(doctor, "certificates",
                    "Certificates of %s are trusted as well.", file);
    buffer_done(&bytes);
}

static void check_certificates(struct doctor *doctor)
{
    const char *file = doctor->store ? doctor->store->config->ca_file : NULL;

    if (file)
        check_own_certificates(doctor, file);
    if (access(SYSTEM_CERTIFICATES, R_OK) == 0)
        doctor_fine(doctor, "certificates",
                    "The certificates that this system trusts are there.");
    else
        doctor_note(doctor, "certificates",
                    "The usual file of trusted certificates is not there (%s). "
                    "If feeds are refused for their certificates: apt install "
                    "ca-certificates",
                    SYSTEM_CERTIFICATES);
}

static void check_libraries(struct doctor *doctor)
{
    struct late_curl curl;
    struct late_sodium sodium;
    sg_error why = {0};

    if (late_sodium_open(&sodium, &why) == SG_OK &&
        late_curl_open(&curl, &why) == SG_OK)
        doctor_fine(doctor, "libraries",
                    "What feeds need is installed: %.*s and libsodium/%.40s.",
                    (int)strcspn(curl.version(), " "), curl.version(),
                    sodium.sodium_version_string());
    else
        doctor_problem(doctor, "libraries", why.status,
                       "Install it; all but feeds works without.", "%s",
                       why.message);
}

void doctor_network(struct doctor *doctor)
{
    check_proxy(doctor);
    check_certificates(doctor);
    check_libraries(doctor);
}
