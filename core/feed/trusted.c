/* SPDX-License-Identifier: MIT */
/* "skillgap-feed:1<TAB>feed:ID<TAB>serial:7<TAB>timestamp:1795000000" */
#include "feed/trusted.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define INDEX_LEAD "skillgap-feed:1"
#define FRAMEWORK_LEAD "skillgap-framework:1"

/* Copies what stands behind "name:" in the comment; false when it is not
 * there, twice there, empty, or too long. */
static bool take(const char *comment, const char *name, char out[TRUSTED_ROOM])
{
    const size_t length = strlen(name);
    bool found = false;

    out[0] = '\0';
    for (const char *part = comment; part;) {
        const size_t size = strcspn(part, "\t");
        if (size > length && strncmp(part, name, length) == 0 &&
            part[length] == ':') {
            const size_t value = size - length - 1;
            if (found || value == 0 || value >= TRUSTED_ROOM)
                return false;
            memcpy(out, part + length + 1, value);
            out[value] = '\0';
            found = true;
        }
        part = part[size] ? part + size + 1 : NULL;
    }
    return found;
}

static bool take_serial(const char *comment, uint32_t *ret_serial)
{
    char text[TRUSTED_ROOM];

    if (!take(comment, "serial", text) || strlen(text) > 10 ||
        strspn(text, "0123456789") != strlen(text))
        return false;
    const unsigned long long serial = strtoull(text, NULL, 10);
    *ret_serial = (uint32_t)serial;
    return serial > 0 && serial <= INT32_MAX;
}

static bool leads(const char *comment, const char *lead)
{
    const size_t size = strlen(lead);

    return strncmp(comment, lead, size) == 0 && comment[size] == '\t';
}

bool trusted_read(const char *comment, struct trusted *ret_trusted)
{
    const bool index = leads(comment, INDEX_LEAD);

    *ret_trusted = (struct trusted){.serial = 0};
    if (!index && !leads(comment, FRAMEWORK_LEAD))
        return false;
    return take(comment, "feed", ret_trusted->feed) &&
           (index || take(comment, "framework", ret_trusted->framework)) &&
           take_serial(comment, &ret_trusted->serial);
}

void trusted_write(const struct trusted *trusted, uint64_t moment,
                   struct buffer *out)
{
    const bool index = !trusted->framework[0];

    buffer_printf(out, "%s\tfeed:%s", index ? INDEX_LEAD : FRAMEWORK_LEAD,
                  trusted->feed);
    if (!index)
        buffer_printf(out, "\tframework:%s", trusted->framework);
    buffer_printf(out, "\tserial:%u\ttimestamp:%" PRIu64,
                  (unsigned)trusted->serial, moment);
}
