/* SPDX-License-Identifier: MIT */
/* What it is about: a sector subject area, from the words of the title. */
#include "quals/reader.h"

/* What a name or a credential itself is about. */
static const struct subject *
subject_of_mark(const struct quals *quals, const struct mark *mark, bool usual)
{
    if (mark->class == PHRASE_AWARD)
        return usual ? quals->awards[mark->index].usual_subject
                     : quals->awards[mark->index].subject;
    if (mark->class == PHRASE_CREDENTIAL && !usual)
        return quals->credentials[mark->index].subject;
    return NULL;
}

static const struct subject *subject_of_names(const struct reader *reader,
                                              bool usual)
{
    for (size_t i = 0; i < reader->mark_count; i++) {
        const struct subject *subject =
            subject_of_mark(reader->quals, &reader->marks[i], usual);
        if (subject)
            return subject;
    }
    return NULL;
}

/* The one subject of a class that the words name; two leave it open. */
static const struct subject *subject_of_words(const struct reader *reader,
                                              enum phrase_class class,
                                              bool *ret_two)
{
    const uint32_t both = CLASS(PHRASE_SUBJECT) | CLASS(PHRASE_SETTING);
    const struct subject *found = NULL;
    for (size_t at = 0; at < reader->words.count;) {
        const struct phrase *longest = phrase_at(reader, at, both);
        const bool named =
            mark_over(reader, at, CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY)) !=
            NULL;
        if (!longest || named) {
            at++;
            continue;
        }
        const struct phrase *phrase = phrase_at(reader, at, CLASS(class));
        if (phrase && phrase->length == longest->length) {
            const struct subject *subject =
                &reader->quals->subjects[phrase->index];
            *ret_two = *ret_two || (found && found != subject);
            found = subject;
        }
        at += longest->length;
    }
    return *ret_two ? NULL : found;
}

bool subjects_differ(const struct reader *reader)
{
    bool two = false;
    (void)subject_of_words(reader, PHRASE_SETTING, &two);
    (void)subject_of_words(reader, PHRASE_SUBJECT, &two);
    return two;
}

/* "MS Excel, intermediate": a course that names no qualification. */
static const struct subject *subject_of_course(const struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_FRAMEWORK);
    return mark && !award_of(reader)
               ? reader->quals->frameworks[mark->index].usual_subject
               : NULL;
}

/* Several GCSEs have no one subject. */
static bool has_no_subject(const struct reader *reader)
{
    const struct award *award = award_of(reader);
    return award && award->counted && reader->reading->count != 1;
}

void subject_find(struct reader *reader)
{
    bool two = false;
    const struct subject *subject = NULL;
    if (has_no_subject(reader))
        return;
    subject = subject_of_names(reader, false);
    if (!subject)
        subject = subject_of_words(reader, PHRASE_SETTING, &two);
    if (!subject && !two)
        subject = subject_of_words(reader, PHRASE_SUBJECT, &two);
    if (!subject && !two)
        subject = subject_of_names(reader, true);
    if (!subject && !two)
        subject = subject_of_course(reader);
    if (!subject)
        return;
    reader->reading->subject = subject->code;
    reader->reading->subject_title = subject->title;
}
