/* SPDX-License-Identifier: MIT */
/* The notes of a workforce's needs as a table: who may see it, how it is
 * counted, what was read, and who gives each price. */
#include "report/needs/inside.h"
#include "report/needs/table.h"
#include "report/shared.h"

/* What stands above the notes whatever they are. */
enum { HEAD_ROWS = 2 };

static const char inside_note[] =
    NEEDS_BANNER ". Do not publish this or pass it on.";
static const char small_note[] =
    "A number of people from 1 to 4 is not told, nor is any figure from which "
    "one could be worked out.";
static const char money_note[] =
    "Costs are those to the council, before funding. \"Assumed\" means that no "
    "source gives the figure for just this.";

/* What a row is about, and the place in its list. */
struct place {
    enum { HEAD, NOTE, FRAMEWORK, PRICE } kind;
    size_t at;
};

static struct place place_of(const sg_needs *needs, size_t row)
{
    if (row < HEAD_ROWS)
        return (struct place){HEAD, row};
    row -= HEAD_ROWS;
    if (row < needs->note_count)
        return (struct place){NOTE, row};
    row -= needs->note_count;
    if (row < needs->framework_count)
        return (struct place){FRAMEWORK, row};
    return (struct place){PRICE, row - needs->framework_count};
}

static struct needs_cell kind_cell(const struct needs_view *view, size_t row)
{
    static const char *const words[] = {[HEAD] = "use",
                                        [NOTE] = "note",
                                        [FRAMEWORK] = "read from",
                                        [PRICE] = "price"};
    return cell_text(words[place_of(view->needs, row).kind]);
}

static const char *framework_words(struct arena *arena,
                                   const sg_framework_info *info)
{
    return arena_printf(arena, "%s, version %s, from documents read on %s%s%s",
                        text_or_none(info->id), text_or_none(info->version),
                        text_or_none(info->as_of),
                        info->feed != NULL ? ", from the feed " : "",
                        info->feed != NULL ? info->feed->name : "");
}

/* "Level 3 diploma: £1,210 a seat, or £8,000 for a group of up to 10. Source:
 * a price list, as of 2026-03-04. Assumed." */
static const char *price_words(struct arena *arena, const sg_need_price *price)
{
    char seat[MONEY_ROOM];
    char group[MONEY_ROOM];
    const char *also = "";
    needs_pounds_text(price->seat_pence, seat);
    needs_pounds_text(price->group_pence, group);
    if (price->group_seats > 0)
        also = arena_printf(arena, ", or %s for a group of up to %u", group,
                            (unsigned)price->group_seats);
    if (also == NULL)
        return NULL;
    return arena_printf(arena, "%s: %s a seat%s. Source: %s%s%s.%s",
                        text_or_none(price->label), seat, also,
                        text_or_none(price->source),
                        price->as_of != NULL ? ", as of " : "",
                        price->as_of != NULL ? price->as_of : "",
                        price->assumed ? " Assumed." : "");
}

static struct needs_cell text_cell(const struct needs_view *view, size_t row)
{
    const sg_needs *needs = view->needs;
    const struct place place = place_of(needs, row);
    switch (place.kind) {
    case HEAD:
        if (place.at > 0)
            return cell_text(money_note);
        return cell_text(needs->internal ? inside_note : small_note);
    case NOTE:
        return cell_text(needs->notes[place.at]);
    case FRAMEWORK:
        return cell_text(
            framework_words(view->arena, &needs->frameworks[place.at]));
    case PRICE:
        break;
    }
    return cell_text(price_words(view->arena, &needs->needs[place.at].price));
}

static const struct needs_column columns[] = {
    {"kind", "Kind", 14, kind_cell, false},
    {"text", "Note", 110, text_cell, false},
};

static size_t rows(const sg_needs *needs)
{
    return HEAD_ROWS + needs->note_count + needs->framework_count +
           needs->need_count;
}

/* A price that nobody needs is left out. */
static bool told(const sg_needs *needs, size_t row)
{
    const struct place place = place_of(needs, row);
    if (place.kind != PRICE)
        return true;
    const sg_need *need = &needs->needs[place.at];
    return need->price.known && needs_somebody(&need->all);
}

const struct needs_table needs_notes_table = {
    .file = "notes.csv",
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .rows = rows,
    .told = told,
};
