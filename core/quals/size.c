/* SPDX-License-Identifier: MIT */
/* How large it is, by the words award, certificate and diploma; and what type
 * follows from them. */
#include "quals/reader.h"

/* Words inside a name say nothing by themselves: Higher National Diploma,
 * Focus Awards, certificate on file. */
static bool is_part_of_name(const struct reader *reader, size_t at)
{
    const struct mark *mark = mark_over(
        reader, at,
        CLASS(PHRASE_AWARD) | CLASS(PHRASE_BODY) | CLASS(PHRASE_CREDENTIAL) |
            CLASS(PHRASE_OVERSEAS) | CLASS(PHRASE_STATUS));
    if (!mark)
        return false;
    return mark->class != PHRASE_AWARD ||
           reader->quals->awards[mark->index].no_size;
}

static void take_size(struct reader *reader, sg_title_size size)
{
    struct sg_title_reading *reading = reader->reading;
    if (reading->size != SG_SIZE_OPEN && reading->size != size) {
        reader->size_unclear = true;
        reading->several = true;
    }
    reading->size = size;
}

static void find_words(struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count;) {
        const struct phrase *phrase = phrase_at(reader, at, CLASS(PHRASE_SIZE));
        if (!phrase) {
            at++;
            continue;
        }
        const size_t last = at + phrase->length - 1;
        if (!is_part_of_name(reader, last) && !reader->words.at[last].plural)
            take_size(reader, (sg_title_size)phrase->index);
        at = last + 1;
    }
}

/* "ECDL certificate" is a sheet of paper, and so is "first aid certificate":
 * without a level the words do not tell how large it is. */
static bool is_paper(const struct reader *reader)
{
    const struct award *award = award_of(reader);
    const bool named = (award && award->no_size) ||
                       (mark_of(reader, PHRASE_CREDENTIAL) != NULL);
    return (named && reader->statement_count == 0) || (award && award->counted);
}

void size_find(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    const struct award *award = award_of(reader);
    if (!is_paper(reader))
        find_words(reader);
    if (reader->stage != NO_MARK &&
        reader->quals->stages[reader->stage].size != SG_SIZE_OPEN)
        reading->size =
            (sg_title_size)reader->quals->stages[reader->stage].size;
    if (award && award->size != SG_SIZE_OPEN)
        reading->size = (sg_title_size)award->size;
    if (reader->size_unclear)
        reading->size = SG_SIZE_OPEN;
}

static sg_title_type type_of_size(sg_title_size size)
{
    static const sg_title_type types[] = {
        [SG_SIZE_OPEN] = SG_TYPE_OPEN,
        [SG_SIZE_AWARD] = SG_TYPE_AWARD,
        [SG_SIZE_CERTIFICATE] = SG_TYPE_CERTIFICATE,
        [SG_SIZE_DIPLOMA] = SG_TYPE_DIPLOMA,
    };
    return types[size];
}

/* A name decides before a size word, unless it is only a body's or a brand's
 * that gives awards of every kind. */
void type_find(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    const struct award *award = award_of(reader);
    const sg_title_type by_size = type_of_size(reading->size);
    const sg_title_type by_name =
        award ? (sg_title_type)award->type : SG_TYPE_OPEN;
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    const bool strong = award && !award->weak_type && by_name != SG_TYPE_OPEN;
    if (reader->conflict)
        reading->type = SG_TYPE_OPEN;
    else if (strong)
        reading->type = by_name;
    else if (by_size != SG_TYPE_OPEN)
        reading->type = by_size;
    else
        reading->type = by_name;
    if (mark && reading->type == SG_TYPE_OPEN)
        reading->type = SG_TYPE_OTHER;
}
