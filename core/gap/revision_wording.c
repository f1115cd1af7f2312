/* SPDX-License-Identifier: MIT */
/* One change of one role, told within the sentence over a whole revision. */
#include "gap/revision_wording.h"

#include "base/text.h"

#include <string.h>

void wording_cut(struct wording *wording, const char *text, size_t width,
                 bool inner)
{
    size_t length = strlen(text);
    const bool cut = length > width;

    if (length == 0)
        return;
    if (cut) {
        length = width;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
        while (length > 0 && text[length - 1] == ' ')
            length--;
    }
    const char first = inner ? text_inner_first(text) : text[0];
    if (length > 0) {
        buffer_add(&wording->out, &first, 1);
        buffer_add(&wording->out, text + 1, length - 1);
    }
    buffer_puts(&wording->out, cut ? "..." : "");
}

void wording_add(struct wording *wording, const char *text)
{
    buffer_puts(&wording->out, text);
}

void wording_text(struct wording *wording, const char *text)
{
    wording_cut(wording, text, wording->width, false);
}

static void put_strength(struct wording *wording, bool essential)
{
    wording_add(wording, essential ? " (essential)" : " (desirable)");
}

/* " where it asked for ...", and how strongly where that is not the same. */
static void put_was(struct wording *wording, const sg_revision_change *change)
{
    const bool other_strength = change->from_essential != change->to_essential;

    if (strcmp(change->from, change->to) == 0) {
        wording_add(wording,
                    !other_strength ? ", in the same words as something else "
                                      "before"
                    : change->from_essential ? ", which was essential"
                                             : ", which was desirable");
        return;
    }
    wording_add(wording, " where it asked for ");
    /* cut, the two may look the same */
    if (strncmp(change->from, change->to, wording->width) == 0)
        wording_add(wording, "something else");
    else
        wording_cut(wording, change->from, wording->width, true);
    if (other_strength)
        put_strength(wording, change->from_essential);
}

static void put_line(struct wording *wording, const sg_revision_change *change)
{
    static const char *const words[] = {
        [SG_REVISION_NEW] = " now also asks for ",
        [SG_REVISION_DROPPED] = " no longer asks for ",
        [SG_REVISION_RAISED] = " now asks for ",
        [SG_REVISION_LOWERED] = " now asks for ",
        [SG_REVISION_DIFFERENT] = " now asks for ",
        [SG_REVISION_REWORDED] = " asks in other words for ",
    };
    const bool dropped = change->kind == SG_REVISION_DROPPED;

    wording_add(wording, words[change->kind]);
    wording_cut(wording, dropped ? change->from : change->to, wording->width,
                true);
    put_strength(wording,
                 dropped ? change->from_essential : change->to_essential);
    if (change->kind == SG_REVISION_RAISED ||
        change->kind == SG_REVISION_LOWERED ||
        change->kind == SG_REVISION_DIFFERENT)
        put_was(wording, change);
}

static void put_cell(struct wording *wording, const sg_revision_change *change)
{
    static const char *const words[] = {
        [SG_REVISION_NEW] = " now has a row ",
        [SG_REVISION_DROPPED] = " no longer has the row ",
        [SG_REVISION_RAISED] = " is graded higher on ",
        [SG_REVISION_LOWERED] = " is graded lower on ",
        [SG_REVISION_DIFFERENT] = " asks for something else on ",
        [SG_REVISION_REWORDED] = " has other words on ",
    };

    wording_add(wording, words[change->kind]);
    wording_add(wording, "\"");
    wording_text(wording, change->what);
    wording_add(wording, "\"");
}

static void put_fact(struct wording *wording, const sg_revision_role *role,
                     const sg_revision_change *change)
{
    if (!change->to) {
        wording_text(wording, role->title);
        buffer_printf(&wording->out, " has no %s any more", change->what);
        return;
    }
    buffer_printf(&wording->out, "the %s of ", change->what);
    wording_text(wording, role->title);
    wording_add(wording, " is now ");
    wording_text(wording, change->to);
    if (change->from) {
        wording_add(wording, " where it was ");
        wording_text(wording, change->from);
    }
}

void wording_change(struct wording *wording, const sg_revision_role *role,
                    const sg_revision_change *change)
{
    switch (change->part) {
    case SG_REVISION_LINE:
        wording_text(wording, role->title);
        put_line(wording, change);
        break;
    case SG_REVISION_CELL:
        wording_text(wording, role->title);
        put_cell(wording, change);
        break;
    case SG_REVISION_STATEMENT:
        wording_text(wording, role->title);
        wording_add(wording, " has other words under \"");
        wording_text(wording, change->what);
        wording_add(wording, "\"");
        break;
    case SG_REVISION_TITLE:
        wording_text(wording, role->title);
        wording_add(wording, " was called ");
        wording_text(wording, change->from ? change->from : "");
        break;
    case SG_REVISION_OTHER:
        wording_text(wording, role->title);
        wording_add(wording, " (");
        wording_add(wording, change->what);
        wording_add(wording, ")");
        break;
    default:
        put_fact(wording, role, change);
        break;
    }
}
