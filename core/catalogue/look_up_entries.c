/* SPDX-License-Identifier: MIT */
/* What qualifications and training say that cannot be, or not yet. */
#include "catalogue/look_up.h"

#include "quals/quals.h"

#include <string.h>

bool look_is_ahead(const struct looking *looking, struct date date)
{
    return date.year != 0 &&
           date_compare(date_earliest(date), looking->today) > 0;
}

/* The field that counts where the title says otherwise: a level can be that of
 * a scale alone, and a type can be a size. */
static const char *field_of(enum claim_difference difference,
                            const struct person_qualification *from)
{
    switch (difference) {
    case CLAIM_DIFFERS_TYPE:
        return "type";
    case CLAIM_DIFFERS_LEVEL:
        return from->level > 0 ? "level" : "scale";
    case CLAIM_DIFFERS_SIZE:
        return from->size != SIZE_UNKNOWN ? "size" : "type";
    case CLAIM_DIFFERS_SUBJECT:
        return "subject";
    case CLAIM_DIFFERS_STATUS:
        return "status";
    default:
        return "count";
    }
}

static void look_at_differences(const struct looking *looking, size_t i)
{
#define DIFFERS(what)                                                          \
    "The title " what ", and this field counts; correct the one or the other."
    static const char *const messages[] = {
        DIFFERS("names another type"),
        DIFFERS("names another level"),
        DIFFERS("names another size"),
        DIFFERS("names another subject, or this one is not known"),
        DIFFERS("says otherwise whether it is held"),
        DIFFERS("names another number"),
    };
#undef DIFFERS
    const struct person *person = looking->person->person;
    const uint8_t differs = looking->person->claims[i].differs;
    for (unsigned bit = 0; bit < sizeof(messages) / sizeof(messages[0]); bit++)
        if (differs >> bit & 1)
            look_warn(looking, "contradiction", messages[bit],
                      "/qualifications/%zu/%s", i,
                      field_of((enum claim_difference)(1 << bit),
                               &person->qualifications.items[i]));
}

/* A code by its look: "99.9" is none that there is, "retail" is words. */
static bool is_unknown_code(const struct looking *looking, const char *subject)
{
    const struct quals *quals = looking->person->quals;
    if (!subject || subject[strspn(subject, "0123456789.")] != '\0')
        return false;
    for (uint32_t i = 0; i < quals->subject_count; i++)
        if (strcmp(quals->subjects[i].code, subject) == 0)
            return false;
    return true;
}

/* The first claims are those of the entries, in their order. */
void look_at_qualifications(const struct looking *looking)
{
    static const char ahead[] =
        "This day has not come yet, but the file says that it is held, and so "
        "it counts; correct the date, or say \"working-towards\".";
    const struct person *person = looking->person->person;
    for (size_t i = 0; i < person->qualifications.count; i++) {
        const struct person_qualification *from =
            &person->qualifications.items[i];
        const struct claim *claim = &looking->person->claims[i];
        look_at_differences(looking, i);
        if (is_unknown_code(looking, from->subject))
            look_warn(looking, "unknown-subject",
                      "This is no sector subject area, so that the subject "
                      "will be asked about; use a code of "
                      "reference/subjects.json, such as 15.2, or words.",
                      "/qualifications/%zu/subject", i);
        if (claim->failed)
            look_warn(looking, "failed",
                      "Every grade here is a fail, so that it counts for "
                      "nothing; correct the grades if it was passed.",
                      "/qualifications/%zu/grades", i);
        if (claim->status != CLAIM_HELD)
            continue;
        if (look_is_ahead(looking, from->awarded))
            look_warn(looking, "ahead", ahead, "/qualifications/%zu/awarded",
                      i);
        if (look_is_ahead(looking, from->expected))
            look_warn(looking, "ahead", ahead, "/qualifications/%zu/expected",
                      i);
    }
}

void look_at_training(const struct looking *looking)
{
    const struct person *person = looking->person->person;
    for (size_t i = 0; i < person->training.count; i++)
        if (look_is_ahead(looking, person->training.items[i].completed))
            look_warn(looking, "ahead", LOOK_TOO_EARLY,
                      "/training/%zu/completed", i);
}
