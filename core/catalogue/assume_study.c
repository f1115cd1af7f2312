/* SPDX-License-Identifier: MIT */
/* Study that is supposed to begin or to be finished. */
#include "catalogue/assume.h"

#include "base/text.h"

#include <string.h>
#include <strings.h>

/* What follows a first word, or NULL when it is another word. */
static const char *after_word(const char *words, const char *first)
{
    const size_t length = strlen(first);

    if (strncasecmp(words, first, length) != 0 || words[length] != ' ')
        return NULL;
    return words + length + strspn(words + length, " ");
}

bool study_said(const char *words, struct study_said *said)
{
    const char *begun = after_word(words, "start");
    const char *finished = after_word(words, "finish");

    said->finish = finished != NULL;
    said->what = finished ? finished : begun;
    return said->what != NULL;
}

static sg_status finish(const struct assuming *assuming, const char *title)
{
    struct sg_person *person = assuming->person;
    struct person *file = person->person;

    for (size_t i = 0; i < file->qualifications.count; i++) {
        if (person->claims[i].status != CLAIM_WORKING_TOWARDS ||
            !text_same(person->claims[i].title, title))
            continue;
        file->qualifications.items[i].status = STATUS_HELD;
        file->qualifications.items[i].status_given = true;
        file->qualifications.items[i].awarded = assuming->by;
        return SG_OK;
    }
    return fault(assuming->reterr, SG_USAGE, "assume",
                 "The file has nothing that is worked towards under just the "
                 "title '%.80s'; write it as the file does.",
                 title);
}

static sg_status start(const struct assuming *assuming, const char *id)
{
    struct person *person = assuming->person->person;
    const struct course *course =
        courses_find(assuming->catalogue->courses, id);

    if (!course || !course->gives_qualification)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.80s' is no course that gives a qualification; name "
                     "one by its id, as gap --why lists them.",
                     id);
    struct person_qualification begun = course_qualification(assuming, course);
    begun.status = STATUS_WORKING_TOWARDS;
    begun.status_given = true;
    begun.expected = assuming->by;
    ADD(person, qualifications, begun);
    return SG_OK;
}

sg_status assume_study(const struct assuming *assuming,
                       const struct study_said *said)
{
    return said->finish ? finish(assuming, said->what)
                        : start(assuming, said->what);
}
