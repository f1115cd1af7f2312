/* SPDX-License-Identifier: MIT */
/* The rows of one file: each once, then dealt out to the persons. */
#include "base/limits.h"
#include "read/staff_inside.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

static bool grow(struct staff_pile *pile)
{
    const size_t room = pile->room ? (size_t)pile->room * 2 : FIRST_ROOM;
    char *entries = realloc(pile->entries, room * pile->size);
    if (!entries)
        return false;
    pile->entries = entries;
    struct staff_mark *marks = realloc(pile->marks, room * sizeof(*marks));
    if (!marks)
        return false;
    pile->marks = marks;
    pile->room = (uint32_t)room;
    return true;
}

static bool grow_shares(struct staff_pile *pile, uint32_t person)
{
    size_t room = pile->share_room ? pile->share_room : FIRST_ROOM;
    while (room <= person)
        room *= 2;
    struct staff_share *shares = realloc(pile->shares, room * sizeof(*shares));
    if (!shares)
        return false;
    memset(shares + pile->share_room, 0,
           (room - pile->share_room) * sizeof(*shares));
    pile->shares = shares;
    pile->share_room = (uint32_t)room;
    return true;
}

/* Whether the same row is there: the same in all cells, as far as the hash
 * tells, and surely in all that are read. A person has few rows. */
static bool is_repeated(const struct staff_pile *pile,
                        const union staff_entry *entry,
                        const struct staff_mark *mark)
{
    uint32_t number = pile->shares[mark->person].last;
    for (; number > 0; number = pile->marks[number - 1].before)
        if (pile->marks[number - 1].hash == mark->hash &&
            memcmp(pile->entries + (number - 1) * pile->size, entry,
                   pile->size) == 0)
            return true;
    return false;
}

enum pile_answer staff_pile_add(struct staff_pile *pile,
                                const union staff_entry *entry,
                                const struct staff_mark *mark)
{
    if (pile->count == pile->room && !grow(pile))
        return PILE_NO_MEMORY;
    if (mark->person >= pile->share_room && !grow_shares(pile, mark->person))
        return PILE_NO_MEMORY;
    struct staff_share *share = &pile->shares[mark->person];
    if (is_repeated(pile, entry, mark))
        return PILE_REPEATED;
    if (share->count == LIMIT_PERSON_ENTRIES)
        return PILE_FULL;
    memcpy(pile->entries + pile->count * pile->size, entry, pile->size);
    pile->marks[pile->count] = *mark;
    pile->marks[pile->count].before = share->last;
    share->last = ++pile->count;
    share->count++;
    return PILE_ADDED;
}

/* ---- dealing out ---- */

static void set_row(enum staff_file file, void *entry, uint32_t row)
{
    if (file == STAFF_POSTS)
        ((struct staff_post *)entry)->row = row;
    else if (file == STAFF_AWARDS)
        ((struct staff_award *)entry)->row = row;
    else
        ((struct staff_work *)entry)->row = row;
}

static void hand_over(enum staff_file file, struct staff_person *person,
                      const void *entries, size_t count)
{
    if (file == STAFF_POSTS) {
        person->posts = entries;
        person->post_count = count;
    } else if (file == STAFF_AWARDS) {
        person->awards = entries;
        person->award_count = count;
    } else {
        person->work = entries;
        person->work_count = count;
    }
}

bool staff_pile_deal(struct reading *reading)
{
    struct staff *staff = reading->staff;
    struct staff_pile *pile = &reading->pile;
    char *list = arena_array(&staff->arena, pile->count, pile->size);
    size_t *next = calloc(staff->count + 1, sizeof(*next));
    if (!list || !next) {
        free(next);
        return false;
    }
    /* Where the entries of each begin: as the persons are sorted. */
    for (uint32_t i = 0; i < staff->count && i < pile->share_room; i++)
        next[reading->ranks[i] + 1] = pile->shares[i].count;
    for (size_t i = 0; i < staff->count; i++) {
        hand_over(reading->file, &staff->persons[i],
                  next[i + 1] ? list + next[i] * pile->size : NULL,
                  next[i + 1]);
        next[i + 1] += next[i];
    }
    for (uint32_t i = 0; i < pile->count; i++) {
        const struct staff_mark *mark = &pile->marks[i];
        char *to = list + next[reading->ranks[mark->person]]++ * pile->size;
        memcpy(to, pile->entries + i * pile->size, pile->size);
        set_row(reading->file, to, mark->row);
    }
    free(next);
    staff_pile_done(pile);
    return true;
}

void staff_pile_done(struct staff_pile *pile)
{
    free(pile->entries);
    free(pile->marks);
    free(pile->shares);
    *pile = (struct staff_pile){0};
}
