/* SPDX-License-Identifier: MIT */
/* Reading one title, step by step. */
#include "quals/title.h"

#include "base/text.h"
#include "quals/reader.h"

#include <string.h>

/* The longest title of the register has 150 characters. */
enum { TITLE_BYTES_MOST = 400, PLAIN_ROOM = 4 * TITLE_BYTES_MOST };

/* ASCII without control characters. False when it is longer than any title. */
static bool plain_copy(const char *title, char out[PLAIN_ROOM])
{
    char copy[TITLE_BYTES_MOST + 1];
    size_t length = 0;
    for (; title[length] && length < TITLE_BYTES_MOST; length++) {
        const unsigned char byte = (unsigned char)title[length];
        copy[length] = byte < ' ' || byte == 0x7F ? ' ' : title[length];
    }
    if (title[length])
        return false;
    copy[length] = '\0';
    text_plain(out, PLAIN_ROOM, copy, true);
    return true;
}

void title_steps(struct reader *reader)
{
    marks_find(reader);
    expiry_find(reader);
    award_choose(reader);
    stage_choose(reader);
    levels_find(reader);
    school_read(reader);
    levels_weigh(reader);
    size_find(reader);
    type_find(reader);
    subject_find(reader);
    full_decide(reader);
    status_find(reader);
    changed_find(reader);
    open_decide(reader);
}

void title_read(const struct quals *quals, const char *title,
                struct sg_title_reading *reading)
{
    char plain[PLAIN_ROOM];
    struct reader reader = {.quals = quals, .reading = reading};
    *reading = (struct sg_title_reading){.status = SG_STATUS_OPEN};
    reader.award = reader.stage = NO_MARK;
    if (plain_copy(title, plain)) {
        number_find(reading, plain);
        lex_title(quals, plain, &reader.words);
        reader.words.question = strchr(title, '?') != NULL;
    } else {
        reader.words.cut = true;
    }
    if (!reader.words.cut) {
        title_steps(&reader);
        if (reader.unlike || reader.conflict)
            parts_read(&reader);
        return;
    }
    reading->open = SG_OPEN_TYPE | SG_OPEN_LEVEL | SG_OPEN_SIZE |
                    SG_OPEN_SUBJECT | SG_OPEN_STATUS | SG_OPEN_FULL;
    reading->needs_human = true;
    add_note(&reader, "This is longer than a title can be, and was not read.");
}
