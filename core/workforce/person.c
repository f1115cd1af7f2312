/* SPDX-License-Identifier: MIT */
/* One person of an HR export, as if a person file said it. */
#include "workforce/person.h"

#include "base/text.h"
#include "quals/claim.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- qualifications ---- */

/* "3", "Level 3", "L3": the number; 0 for anything else. */
static uint8_t level_number(const char *text)
{
    enum { MOST = 12, TEN = 10 };
    static const char *const before[] = {"level", "lvl", "l"};
    unsigned value = 0;

    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
        const size_t size = strlen(before[i]);
        size_t same = 0;
        while (same < size &&
               tolower((unsigned char)text[same]) == before[i][same])
            same++;
        if (same < size || isalpha((unsigned char)text[size]))
            continue;
        text += size;
        break;
    }
    while (*text == ' ')
        text++;
    if (!isdigit((unsigned char)*text))
        return 0;
    while (isdigit((unsigned char)*text) && value <= MOST)
        value = value * TEN + (unsigned)(*text++ - '0');
    return *text || value > MOST ? 0 : (uint8_t)value;
}

static enum scale_id scale_of(const char *text)
{
    for (int scale = SCALE_NONE + 1; scale < SCALE_COUNT; scale++)
        if (text_same(text, scale_name(scale)))
            return scale;
    return SCALE_NONE;
}

/* Words of a column that are not the contract's are read as if the title had
 * them: the title reader knows what people write there. */
static const char *with_words(struct arena *arena, const char *title,
                              const char *words)
{
    return words && *words
               ? arena_printf(arena, "%s (%s)", title ? title : "", words)
               : title;
}

static void fill_qualification(struct arena *arena,
                               const struct staff_award *from,
                               struct person_qualification *to)
{
    const char *status = from->status ? from->status : "";
    const bool held = text_same(status, person_statuses[STATUS_HELD]);
    const bool working =
        text_same(status, person_statuses[STATUS_WORKING_TOWARDS]) ||
        text_same(status, "working towards");

    *to = (struct person_qualification){
        .title = from->title,
        .subject = from->subject,
        .awarded = from->awarded,
        .expires = from->expires,
        .level = from->level ? level_number(from->level) : 0,
        .scale = from->scale ? scale_of(from->scale) : SCALE_NONE,
        .status_given = held || working,
        .status = working ? STATUS_WORKING_TOWARDS : STATUS_HELD,
    };
    to->scale_unknown = from->scale && to->scale == SCALE_NONE;
    if (to->level == 0)
        to->title = with_words(arena, to->title, from->level);
    if (!to->status_given)
        to->title = with_words(arena, to->title, status);
}

static bool read_qualifications(struct staff_facts *facts,
                                struct staff_reading *reading,
                                const struct staff_person *from)
{
    struct arena *arena = &facts->person.arena;
    struct person_qualification *items =
        arena_array(arena, from->award_count, sizeof(*items));

    if (!items)
        return false;
    for (size_t i = 0; i < from->award_count; i++)
        fill_qualification(arena, &from->awards[i], &items[i]);
    facts->person.qualifications.given = from->award_count > 0;
    facts->person.qualifications.items = items;
    facts->person.qualifications.count = from->award_count;
    facts->handle.titles = claim_knowledge(reading->quals);
    return !arena->failed &&
           claims_read(reading->quals, &reading->titles, &facts->person, arena,
                       &facts->handle.claims, &facts->handle.claim_count);
}

/* ---- posts and earlier work ---- */

static const char *role_id(const sg_catalogue *catalogue, sg_role role)
{
    const struct framework *framework =
        catalogue_in_use(catalogue, role)->framework;

    return framework_text(framework, framework->roles[role.index].id);
}

/* The id of a kind of work: as it is written, or that of such a title. */
static const char *area_id(const sg_catalogue *catalogue, const char *text)
{
    for (uint32_t f = 0; text && f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count; a++) {
            const char *id = framework_text(framework, framework->areas[a].id);
            const char *title =
                framework_text(framework, framework->areas[a].title);
            if (text_same(text, id) || text_same(text, title))
                return id;
        }
    }
    return text;
}

static void fill_role(struct staff_reading *reading, const char *written,
                      struct person_experience *post)
{
    sg_role role;

    if (role_words_find(&reading->roles, written, &role))
        post->role = role_id(reading->catalogue, role);
    else
        post->title = written;
}

/* The main post is first among those of the export whose role is known. */
static void find_main(struct staff_facts *facts, struct staff_reading *reading,
                      const struct staff_person *from)
{
    facts->post = &from->posts[0];
    for (size_t i = 0; i < from->post_count && !facts->has_role; i++) {
        facts->has_role =
            role_words_find(&reading->roles, from->posts[i].role, &facts->role);
        if (facts->has_role)
            facts->post = &from->posts[i];
    }
    if (facts->has_role)
        facts->person.current_role = role_id(reading->catalogue, facts->role);
}

static bool read_posts(struct staff_facts *facts, struct staff_reading *reading,
                       const struct staff_person *from)
{
    const size_t room = from->post_count + from->work_count;
    struct person_experience *items =
        arena_array(&facts->person.arena, room, sizeof(*items));
    size_t count = 0;

    if (!items)
        return false;
    for (size_t i = 0; i < from->post_count; i++) {
        const struct staff_post *post = &from->posts[i];
        if (!post->role || (post == facts->post && post->role_start.year == 0))
            continue;
        fill_role(reading, post->role, &items[count]);
        items[count++].from = post->role_start;
    }
    for (size_t i = 0; i < from->work_count; i++) {
        const struct staff_work *work = &from->work[i];
        fill_role(reading, work->role, &items[count]);
        items[count].area = area_id(reading->catalogue, work->area);
        items[count].from = work->from;
        items[count].to = work->to;
        items[count++].hours_per_week = work->hours_per_week;
    }
    bool dated = false;
    for (size_t i = 0; i < count; i++)
        dated |= items[i].from.year != 0;
    facts->person.experience.given = dated;
    facts->person.experience.items = items;
    facts->person.experience.count = dated ? count : 0;
    return !reading->roles.failed;
}

bool staff_facts_build(struct staff_facts *facts, struct staff_reading *reading,
                       const struct staff_person *from)
{
    struct arena arena = facts->person.arena;
    arena_clear(&arena);
    *facts = (struct staff_facts){.person = {.arena = arena}};
    facts->handle.person = &facts->person;
    find_main(facts, reading, from);
    return read_qualifications(facts, reading, from) &&
           read_posts(facts, reading, from);
}

void staff_facts_done(struct staff_facts *facts)
{
    arena_done(&facts->person.arena);
}
