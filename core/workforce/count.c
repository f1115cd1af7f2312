/* SPDX-License-Identifier: MIT */
/* Counting people. */
#include "workforce/count.h"

#include "judge/judge.h"

#include <stdlib.h>
#include <string.h>

enum { NEXT_MOST = 32 };

/* Somebody looking at one role. */
struct looking {
    struct counting *counting;
    const struct staff_person *from;
    const struct staff_facts *facts;
    sg_role target;
};

bool counting_begin(struct counting *counting, struct sg_tally *tally,
                    const struct quals *quals)
{
    static const char *const kinds[UNMATCHED_KINDS] = {
        "role", "target role", "qualification", "level of a qualification"};
    uint32_t most = 1;

    *counting = (struct counting){.tally = tally};
    counting->reading.catalogue = tally->catalogue;
    counting->reading.quals = quals;
    role_words_begin(&counting->reading.roles, tally->catalogue);
    title_memo_begin(&counting->reading.titles);
    for (int i = 0; i < UNMATCHED_KINDS; i++) {
        counting->unmatched[i].kind = kinds[i];
        counting->unmatched[i].texts.arena = &counting->arena;
    }
    for (uint32_t i = 0; i < tally->role_count; i++) {
        const sg_role role = sg_catalogue_role_at(tally->catalogue, i);
        const uint32_t lines =
            catalogue_role(tally->catalogue, role)->lines.count;
        most = lines > most ? lines : most;
    }
    counting->lines =
        arena_array(&counting->arena, most, sizeof(*counting->lines));
    counting->verdicts =
        arena_array(&counting->arena, most, sizeof(*counting->verdicts));
    counting->later =
        arena_array(&counting->arena, most, sizeof(*counting->later));
    return by_role_begin(&counting->by_role, tally->catalogue) &&
           !counting->arena.failed;
}

void counting_done(struct counting *counting)
{
    for (int i = 0; i < UNMATCHED_KINDS; i++) {
        strings_done(&counting->unmatched[i].texts);
        free(counting->unmatched[i].rows);
    }
    role_words_done(&counting->reading.roles);
    title_memo_done(&counting->reading.titles);
    by_role_done(&counting->by_role);
    staff_facts_done(&counting->facts);
    held_done(&counting->held);
    held_done(&counting->then);
    arena_done(&counting->arena);
}

static void count_unmatched(struct counting *counting, enum unmatched_kind kind,
                            const char *text)
{
    struct unmatched *list = &counting->unmatched[kind];

    if (!text)
        return;
    if (list->texts.count == list->room) {
        const uint32_t room = list->room ? list->room * 2 : 64;
        uint32_t *rows = realloc(list->rows, room * sizeof(*rows));
        if (!rows) {
            counting->failed = true;
            return;
        }
        memset(rows + list->room, 0, (room - list->room) * sizeof(*rows));
        list->rows = rows;
        list->room = room;
    }
    const uint32_t at = strings_add(&list->texts, text, strlen(text));
    if (at == STRINGS_NONE)
        counting->failed = true;
    else
        list->rows[at]++;
}

static void count_titles(struct counting *counting,
                         const struct staff_facts *facts)
{
    for (size_t i = 0; i < facts->person.qualifications.count; i++) {
        const struct claim *claim = &facts->handle.claims[i];
        const char *title = facts->person.qualifications.items[i].title;
        if (claim->needs_human)
            count_unmatched(counting, UNMATCHED_TITLE, title);
        else if (!claim->level_known && !claim->none && !claim->overseas)
            count_unmatched(counting, UNMATCHED_LEVEL, title);
    }
}

/* ---- who looks at which role ---- */

/* What judge_line() says of each line of a role. False without memory. */
static bool judge_lines(struct looking *looking, const struct held *held,
                        sg_role to, sg_verdict *verdicts)
{
    struct counting *counting = looking->counting;
    const struct judging judging =
        judging_of_person(counting->tally->catalogue, held, to);
    const struct span lines =
        catalogue_role(counting->tally->catalogue, to)->lines;
    const struct leaf_answer *const *by_role =
        by_role_answers(&counting->by_role, looking->facts->role, to);
    struct judgement judgement;

    /* What the role settles as met no file can make worse, once it has
     * begun. */
    for (uint32_t i = 0; by_role && i < lines.count; i++)
        verdicts[i] = by_role[i]->verdict == SG_MET && !held->role_ahead
                          ? SG_MET
                          : judge_with_file(&judging, lines.first + i,
                                            by_role[i], &judgement);
    return by_role != NULL;
}

/* How far somebody is from a role: essential lines unmet, then open. */
static uint64_t distance(struct looking *looking, sg_role to)
{
    const struct role *role =
        catalogue_role(looking->counting->tally->catalogue, to);
    sg_verdict *verdicts = looking->counting->verdicts;
    uint64_t far = 0;

    if (!judge_lines(looking, &looking->counting->held, to, verdicts))
        looking->counting->failed = true;
    for (uint32_t i = 0;
         !looking->counting->failed && i < role->essential_count; i++) {
        if (verdicts[i] == SG_UNMET)
            far += UINT64_C(1) << 32;
        far += verdicts[i] == SG_ASK;
    }
    return far;
}

/* Of several next roles the nearest, the first of equals. */
static enum tally_reason find_next(struct looking *looking)
{
    sg_role next[NEXT_MOST];
    const size_t count = next_roles(looking->counting->tally->catalogue,
                                    looking->facts->role, next, NEXT_MOST);
    uint64_t nearest = UINT64_MAX;

    if (count == 0)
        return REASON_NO_NEXT_ROLE;
    looking->target = next[0];
    for (size_t i = 0; count > 1 && i < count; i++) {
        const uint64_t far = distance(looking, next[i]);
        if (far < nearest)
            looking->target = next[i];
        nearest = far < nearest ? far : nearest;
    }
    return REASON_COUNT;
}

static enum tally_reason find_stated(struct looking *looking)
{
    struct counting *counting = looking->counting;
    const char *written = NULL;

    for (size_t i = 0; i < looking->from->post_count && !written; i++)
        written = looking->from->posts[i].target_role;
    if (!written)
        return REASON_NO_TARGET;
    if (role_words_find(&counting->reading.roles, written, &looking->target))
        return REASON_COUNT;
    count_unmatched(counting, UNMATCHED_TARGET, written);
    return REASON_TARGET_UNKNOWN;
}

/* Why somebody cannot be assessed; REASON_COUNT: they can. */
static enum tally_reason find_target(struct looking *looking)
{
    const struct staff_facts *facts = looking->facts;
    enum tally_reason reason = REASON_COUNT;

    if (!facts->has_role) {
        count_unmatched(looking->counting, UNMATCHED_ROLE, facts->post->role);
        return facts->post->role ? REASON_ROLE_UNKNOWN : REASON_NO_ROLE;
    }
    switch (looking->counting->tally->wanted) {
    case SG_NEEDS_ROLE:
        looking->target = looking->counting->tally->to;
        break;
    case SG_NEEDS_NEXT:
        reason = find_next(looking);
        break;
    case SG_NEEDS_STATED:
        reason = find_stated(looking);
        break;
    }
    if (reason != REASON_COUNT)
        return reason;
    return looking->target.framework == facts->role.framework &&
                   looking->target.index == facts->role.index
               ? REASON_IN_ROLE
               : REASON_COUNT;
}

/* ---- counting ---- */

/* Whether anything runs out after today and up to a day. */
static bool runs_out_by(const struct looking *looking, struct date day)
{
    const struct held *held = &looking->counting->held;

    for (uint32_t i = 0; i < held->claim_count; i++) {
        const struct date expires = held->claims[i].expires;
        if (expires.year != 0 &&
            standing_on(held->today, expires) != STANDING_OVER &&
            standing_on(day, expires) != STANDING_GOOD)
            return true;
    }
    return false;
}

/* Which of the lines that are met now are so no longer some days later. */
static bool count_expiring(struct looking *looking, struct tally_target *target)
{
    const struct sg_tally *tally = looking->counting->tally;
    const struct date later = date_add_days(tally->today, SG_EXPIRING_DAYS);
    struct held *then = &looking->counting->then;

    if (!runs_out_by(looking, later))
        return true;
    sg_verdict *verdicts = looking->counting->later;
    if (!held_build_again(then, &looking->facts->handle, tally->catalogue,
                          later) ||
        !judge_lines(looking, then, looking->target, verdicts))
        return false;
    for (uint32_t i = 0; i < target->line_count; i++)
        target->expiring[i] +=
            looking->counting->verdicts[i] == SG_MET && verdicts[i] != SG_MET;
    return true;
}

static void count_verdicts(const struct looking *looking,
                           const struct tally_target *target,
                           struct tally_cell *cell)
{
    cell->staff++;
    for (uint32_t i = 0; i < target->line_count; i++)
        cell->counts[i * TALLY_STATES + looking->counting->verdicts[i]]++;
}

/* Notes who was the first to meet each line; later ones do not matter. */
static bool note_holder(const struct looking *looking,
                        const struct tally_target *target,
                        struct tally_cell *cell)
{
    const char *id = NULL;

    for (uint32_t i = 0; i < target->line_count; i++) {
        if (looking->counting->verdicts[i] != SG_MET || cell->holders[i])
            continue;
        if (!id)
            id = arena_strdup(&looking->counting->tally->arena,
                              looking->from->id);
        if (!id)
            return false;
        cell->holders[i] = id;
    }
    return true;
}

static bool count_class(const struct looking *looking,
                        struct tally_target *target)
{
    struct counting *counting = looking->counting;
    const struct role *role =
        catalogue_role(counting->tally->catalogue, looking->target);
    uint32_t count = 0;

    for (uint32_t i = 0; i < role->essential_count; i++)
        if (looking->counting->verdicts[i] == SG_UNMET)
            counting->lines[count++] = i;
    struct tally_class *class =
        tally_class(counting->tally, target, counting->lines, count);
    if (class)
        class->staff++;
    return class != NULL;
}

static bool count_assessed(struct looking *looking)
{
    struct sg_tally *tally = looking->counting->tally;
    const char *team = looking->facts->post->team;
    struct tally_target *target = tally_target(tally, looking->target);
    struct tally_cell *by_team =
        target ? tally_team(tally, target, team ? team : "") : NULL;
    struct tally_cell *by_role =
        by_team ? tally_role(tally, target, looking->facts->role) : NULL;

    if (!by_role || !judge_lines(looking, &looking->counting->held,
                                 looking->target, looking->counting->verdicts))
        return false;
    count_verdicts(looking, target, by_team);
    count_verdicts(looking, target, by_role);
    return note_holder(looking, target, by_team) &&
           count_class(looking, target) && count_expiring(looking, target);
}

bool count_person(struct counting *counting, const struct staff_person *person)
{
    struct sg_tally *tally = counting->tally;
    struct staff_facts *facts = &counting->facts;
    struct looking looking = {
        .counting = counting, .from = person, .facts = facts};

    if (!staff_facts_build(facts, &counting->reading, person) ||
        !held_build_again(&counting->held, &facts->handle, tally->catalogue,
                          tally->today))
        return false;
    const enum tally_reason reason = find_target(&looking);
    tally->staff++;
    tally->several_posts += person->post_count > 1;
    if (reason != REASON_COUNT)
        tally->not_assessed[reason]++;
    else if (!count_assessed(&looking))
        return false;
    count_titles(counting, facts);
    return !counting->failed && !counting->reading.roles.failed;
}
