/* SPDX-License-Identifier: MIT */
/* What has to be said beside the numbers. */
#include "workforce/making.h"

#include "base/fault.h"

enum { NOTES_MOST = 12 };

static void add_note(struct making *making, const char **notes,
                     const char *note)
{
    notes[making->result->note_count++] = note;
}

static bool any_assumed(const struct making *making)
{
    for (size_t i = 0; i < making->need_count; i++)
        if (making->needs[i].price.assumed)
            return true;
    return false;
}

static bool all_asked(const struct making *making)
{
    for (size_t i = 0; i < making->need_count; i++)
        if (!making->needs[i].asked_of_all)
            return false;
    return true;
}

sg_status making_notes(struct making *making)
{
    const char **notes = arena_array(making->arena, NOTES_MOST, sizeof *notes);
    sg_needs *result = making->result;

    if (!notes)
        return fault_memory(making->reterr);
    result->notes = notes;
    result->assumed = any_assumed(making);
    add_note(making, notes,
             "This counts what is on file and what the current role asks for. "
             "People may hold more. Ask them before you buy.");
    add_note(making, notes,
             "Not met means neither on file nor asked for by the current "
             "role. To ask means that nothing on file settles it: it is "
             "counted neither as met nor as a gap.");
    add_note(making, notes,
             "Eligible means that no essential line is unmet. It is not a "
             "promotion: that takes a vacancy and a decision by the council.");
    if (!all_asked(making))
        add_note(making, notes,
                 "Not all are asked for the same. Who is not asked for a need "
                 "is counted with those who meet it.");
    add_note(making, notes,
             "Prices are the usual ones to the council, before funding, for "
             "somebody who has nothing of it yet. Assumed ones come from no "
             "source: set your own in overrides.json.");
    if (!result->combined)
        add_note(making, notes,
                 "How many are ready, who is one step away and what a budget "
                 "buys first are not told: they say how needs go together in "
                 "single people, and small numbers could be worked out from "
                 "that. Ask for them with --internal.");
    if (result->internal)
        add_note(making, notes,
                 "For the inside: this has small counts and ids of people. Do "
                 "not publish it.");
    else
        add_note(making, notes,
                 "Counts from 1 to 4 are left out, and so are others from "
                 "which one could be worked out. Do not publish a second "
                 "report for another role, on part of the staff or a few days "
                 "later: the difference can tell what each leaves out.");
    return SG_OK;
}
