/* SPDX-License-Identifier: MIT */
/* Courses that nobody can ever begin. */
#include "read/courses_cycle.h"

#include "base/buffer.h"
#include "base/fault.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES_BYTES = 300 };

#define NOBODY UINT32_MAX

struct search {
    const struct courses *courses;
    bool *open;      /* can be begun */
    uint32_t *walks; /* which walk came through it, from 1; 0: none yet */
};

/* ---- what gives what ---- */

static bool gives(const struct courses *courses, uint32_t index,
                  const struct node *want)
{
    const struct course *course = &courses->items[index];

    if (want->op == SG_CREDENTIAL)
        return course->credential &&
               strcmp(course->credential,
                      framework_text(courses->entry.framework,
                                     want->u.credential.id)) == 0;
    for (uint32_t i = 0; i < course->criterion_count; i++)
        if (course->criteria[i] == want->criterion)
            return true;
    return false;
}

/* The first course that gives it and `open` or not; NOBODY. */
static uint32_t giver(const struct search *search, const struct node *want,
                      bool open)
{
    for (uint32_t i = 0; i < search->courses->count; i++)
        if (search->open[i] == open && gives(search->courses, i, want))
            return i;
    return NOBODY;
}

static bool can_be_met(const struct search *search, uint32_t at)
{
    const struct framework *entry = search->courses->entry.framework;
    const struct node *node = &entry->nodes[at];
    uint32_t parts = 0, met = 0;

    if (node->op == SG_SKILL || node->op == SG_TRAINING ||
        node->op == SG_CREDENTIAL)
        return giver(search, node, true) != NOBODY ||
               giver(search, node, false) == NOBODY;
    if (!node_is_group(node))
        return true;
    for (uint32_t p = at + 1; p < node->end; p = entry->nodes[p].end) {
        parts++;
        met += can_be_met(search, p);
    }
    return met >= (node->op == SG_ANY   ? 1
                   : node->op == SG_ALL ? parts
                                        : node->n);
}

static uint32_t root_of(const struct courses *courses, uint32_t index)
{
    const struct framework *entry = courses->entry.framework;
    const struct role *role = &entry->roles[courses->items[index].entry_role];

    return entry->lines[role->lines.first].root;
}

/* What can be begun lets others be begun, until nothing more can. */
static void open_all(struct search *search)
{
    const struct courses *courses = search->courses;
    bool changed = true;

    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < courses->count; i++)
            if (!search->open[i] && (courses->items[i].entry_role == NO_INDEX ||
                                     can_be_met(search, root_of(courses, i))))
                search->open[i] = changed = true;
    }
}

/* ---- telling ---- */

/* What a course that cannot be begun waits for. */
static uint32_t next_course(const struct search *search, uint32_t index)
{
    const struct framework *entry = search->courses->entry.framework;
    const uint32_t root = root_of(search->courses, index);

    for (uint32_t n = root; n < entry->nodes[root].end; n++)
        if (!node_is_group(&entry->nodes[n]) && !can_be_met(search, n))
            return giver(search, &entry->nodes[n], false);
    return index; /* not reached: something keeps it from being begun */
}

static bool tell(const struct search *search, uint32_t first,
                 struct problem_sink *sink)
{
    const struct courses *courses = search->courses;
    struct buffer names = {0};
    sg_error problem = {0};
    uint32_t at = first;

    do {
        buffer_printf(&names, "%s -> ", courses->items[at].id);
        at = next_course(search, at);
    } while (at != first && names.size < NAMES_BYTES);
    buffer_puts(&names, courses->items[at].id);
    if (!names.failed)
        fault_in(&problem, SG_INPUT, "cycle", courses->file,
                 "Nobody could ever begin these courses, since each asks for "
                 "what the next gives: %s. Give one of them another way in.",
                 names.data);
    problem.warning = true;
    const bool told = !names.failed;
    buffer_done(&names);
    if (told)
        problem_tell(sink, NULL, &problem);
    return told;
}

/* Follows what each waits for: every walk ends in a cycle, which is told unless
 * an earlier walk came through it. */
static bool tell_all(struct search *search, struct problem_sink *sink)
{
    for (uint32_t i = 0; i < search->courses->count; i++) {
        uint32_t at = i;
        if (search->open[i])
            continue;
        for (; search->walks[at] == 0; at = next_course(search, at))
            search->walks[at] = i + 1;
        if (search->walks[at] == i + 1 && !tell(search, at, sink))
            return false;
    }
    return true;
}

bool courses_cycles(const struct courses *courses, struct problem_sink *sink)
{
    const size_t room = (size_t)courses->count + 1;
    struct search search = {.courses = courses,
                            .open = calloc(room, sizeof(bool)),
                            .walks = calloc(room, sizeof(uint32_t))};
    const bool memory = search.open && search.walks;
    bool told = memory;

    if (memory) {
        open_all(&search);
        told = tell_all(&search, sink);
    }
    free(search.open);
    free(search.walks);
    return told;
}
