/* SPDX-License-Identifier: MIT */
/* Which of the names in a title says what it is, and which word says more. */
#include "quals/reader.h"

#include <string.h>

static const struct award *marked(const struct reader *reader, size_t mark)
{
    return &reader->quals->awards[reader->marks[mark].index];
}

/* HNC before BTEC; of two equals the one that says more. */
static int weight_of(const struct award *award)
{
    return award->rank * 4 + (award->rqf.min != SG_RQF_OPEN) * 2 +
           (award->type != SG_TYPE_OPEN);
}

/* Two names that both say what the title is: "5 GCSEs and 2 A levels". */
static bool is_rival(const struct award *chosen, const struct award *other)
{
    return other != chosen && other->rank == chosen->rank &&
           other->rank != RANK_BODY;
}

static void choose_best(struct reader *reader)
{
    for (size_t i = 0; i < reader->mark_count; i++) {
        if (reader->marks[i].class != PHRASE_AWARD)
            continue;
        if (reader->award == NO_MARK ||
            weight_of(marked(reader, i)) > weight_of(award_of(reader)))
            reader->award = (int)i;
    }
}

/* Behind a mark that adds one thing to another. */
static bool begins_item(const struct words *words, size_t at)
{
    return words->at[at].before != '\0' &&
           strchr(",;+", words->at[at].before) != NULL;
}

/* "ECDL and NVQ 2", "ILM 3, First Aid": what stands behind is another thing,
 * however weak its name. */
static bool is_joined(const struct reader *reader, const struct mark *mark)
{
    return mark->first > 0 && (word_is(reader, mark->first - 1u, KEY_AND) ||
                               begins_item(&reader->words, mark->first));
}

/* "NVQ 3, City & Guilds (1998)" says who awarded it; what an awarding body's
 * name goes before is another thing. */
static bool is_of_others(const struct reader *reader, size_t i)
{
    const struct mark *mark = &reader->marks[i];
    const size_t end = (size_t)mark->first + mark->length;
    if (!marked(reader, i)->awards_others)
        return false;
    return end == reader->words.count || word_is(reader, end, KEY_AND) ||
           reader->words.at[end].kind == WORD_YEAR ||
           begins_item(&reader->words, end);
}

/* Whether an award that is not the chosen one is added to what stands before
 * it; if the chosen one is, another may be before it. */
static bool is_added(const struct reader *reader, size_t i)
{
    const size_t chosen = (size_t)reader->award;
    const size_t later = i > chosen ? i : chosen;
    return reader->marks[i].index != reader->marks[chosen].index &&
           !is_of_others(reader, i) && is_joined(reader, &reader->marks[later]);
}

static void find_rivals(struct reader *reader)
{
    const struct award *chosen = award_of(reader);
    for (size_t i = 0; i < reader->mark_count; i++)
        if (reader->marks[i].class == PHRASE_AWARD &&
            (is_rival(chosen, marked(reader, i)) || is_added(reader, i)))
            reader->reading->several = true;
}

/* A first aid certificate beside an award is one qualification more. */
static void find_credential(struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    const struct award *award = award_of(reader);
    if (!mark)
        return;
    const struct credential *credential =
        &reader->quals->credentials[mark->index];
    reader->reading->valid_months = credential->valid_months;
    add_note(reader, credential->note);
    if (award && credential->qualification &&
        (award->rank != RANK_BODY || is_joined(reader, mark)))
        reader->reading->several = true;
}

/* Each time that the name is said. */
static void use_name(struct reader *reader)
{
    const struct mark *chosen = &reader->marks[reader->award];
    for (size_t i = 0; i < reader->mark_count; i++) {
        const struct mark *mark = &reader->marks[i];
        if (mark->class == PHRASE_AWARD && mark->index == chosen->index)
            use_words(reader, mark->first, (size_t)mark->first + mark->length);
    }
}

void award_choose(struct reader *reader)
{
    reader->award = NO_MARK;
    choose_best(reader);
    find_credential(reader);
    const struct award *award = award_of(reader);
    if (!award)
        return;
    find_rivals(reader);
    use_name(reader);
    reader->reading->award = award->title;
    reader->reading->needs_human = award->needs_human;
    add_note(reader, award->note);
}

/* The longest phrase at a word that is a stage of the award; or NULL. */
static const struct phrase *stage_at(const struct reader *reader, size_t at,
                                     uint16_t award)
{
    const uint32_t class = CLASS(PHRASE_STAGE);
    const struct phrase *phrase = phrase_at(reader, at, class);
    while (phrase && reader->quals->stages[phrase->index].award != award)
        phrase = phrase_after(reader, at, class, phrase);
    return phrase;
}

void stage_choose(struct reader *reader)
{
    size_t longest = 0;
    reader->stage = NO_MARK;
    if (!award_of(reader))
        return;
    const uint16_t award = reader->marks[reader->award].index;
    for (size_t at = 0; at < reader->words.count; at++) {
        const struct phrase *phrase = stage_at(reader, at, award);
        if (!phrase || phrase->length < longest)
            continue;
        reader->conflict =
            phrase->length == longest && (int)phrase->index != reader->stage;
        longest = phrase->length;
        reader->stage = phrase->index;
        use_words(reader, at, at + phrase->length);
    }
}
