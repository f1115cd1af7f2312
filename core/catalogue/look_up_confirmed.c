/* SPDX-License-Identifier: MIT */
/* Confirmations that settle nothing, whatever they say. */
#include "catalogue/look_up.h"

#include "model/line_hash.h"

#include <stdio.h>
#include <string.h>

/* What can be said of one without a role in view. */
enum standing_of_one { LINE_UNKNOWN, NOT_DATED, LAPSED, HOLDS };

static bool holds_for(const struct framework *framework, uint32_t line,
                      const struct person_confirmation *one)
{
    char hash[LINE_HASH_ROOM];
    if (!one->hash)
        return strcmp(one->framework_version,
                      framework_text(framework, framework->version)) == 0;
    line_hash(framework, line, hash);
    return strcmp(one->hash, hash) == 0;
}

static enum standing_of_one standing_of(const struct looking *looking,
                                        const struct person_confirmation *one)
{
    const struct sg_catalogue *catalogue = looking->catalogue;
    enum standing_of_one standing = LINE_UNKNOWN;
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t i = 0; i < framework->line_count; i++) {
            if (strcmp(framework_text(framework, framework->lines[i].id),
                       one->line) != 0)
                continue;
            if (!one->hash && !one->framework_version)
                return NOT_DATED;
            if (holds_for(framework, i, one))
                return HOLDS;
            standing = LAPSED;
        }
    }
    return standing;
}

static struct look_names list_lines(const struct sg_catalogue *catalogue)
{
    struct look_names names = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t i = 0; i < framework->line_count; i++)
            look_names_add(&names,
                           framework_text(framework, framework->lines[i].id));
    }
    return names;
}

static void warn_of_line(struct looking *looking, size_t i, const char *line)
{
    struct look_names lines = list_lines(looking->catalogue);
    char message[LOOK_MESSAGE_ROOM];
    look_hint(looking,
              "No framework in use has a line of this id, so that this "
              "settles nothing; correct it; \"skillgap gap --json\" shows the "
              "ids.",
              line, &lines, message);
    look_warn(looking, "unknown-line", message, "/confirmed/%zu/line", i);
    look_names_done(&lines);
}

/* The first one before that says another thing of the same line and day, or
 * its own place. */
static size_t contradicted(const struct looking *looking, size_t at)
{
    const struct person *person = looking->person->person;
    const struct person_confirmation *one = &person->confirmed.items[at];
    for (size_t i = 0; i < at; i++) {
        const struct person_confirmation *other = &person->confirmed.items[i];
        if (other->verdict != one->verdict &&
            strcmp(other->line, one->line) == 0 &&
            date_compare(date_latest(other->on), date_latest(one->on)) == 0 &&
            standing_of(looking, other) == HOLDS)
            return i;
    }
    return at;
}

static void look_at_one(struct looking *looking, size_t i)
{
    const struct person *person = looking->person->person;
    const struct person_confirmation *one = &person->confirmed.items[i];
    char message[LOOK_MESSAGE_ROOM];
    switch (standing_of(looking, one)) {
    case LINE_UNKNOWN:
        warn_of_line(looking, i, one->line);
        break;
    case NOT_DATED:
        look_warn(looking, "undated",
                  "This names neither the framework's version nor the line's "
                  "hash, so that it settles nothing: nobody can tell whether "
                  "the line has changed since. Add \"framework_version\" or "
                  "\"hash\".",
                  "/confirmed/%zu", i);
        break;
    case LAPSED:
        look_warn(looking, "lapsed",
                  "The line or its framework has changed since, so that this "
                  "settles nothing; have it confirmed again.",
                  "/confirmed/%zu", i);
        break;
    default:
        if (contradicted(looking, i) == i)
            break;
        snprintf(message, sizeof(message),
                 "Entry %zu of this list says otherwise of the same line on "
                 "the same day, so that neither settles it; take one of the "
                 "two out.",
                 contradicted(looking, i) + 1);
        look_warn(looking, "contradiction", message, "/confirmed/%zu/verdict",
                  i);
    }
    if (look_is_ahead(looking, one->on))
        look_warn(looking, "ahead",
                  "This day has not come yet, so that the confirmation "
                  "settles nothing until then; correct the date.",
                  "/confirmed/%zu/on", i);
}

void look_at_confirmed(struct looking *looking)
{
    for (size_t i = 0; i < looking->person->person->confirmed.count; i++)
        look_at_one(looking, i);
}
