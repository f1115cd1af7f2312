/* SPDX-License-Identifier: MIT */
/* The roles of a catalogue, council after council. */
#include "base/text.h"
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>
#include <string.h>

enum {
    INDENT = 2,
    ID_WIDTH_MOST = 40,
    REF_WIDTH = 6,
    TITLE_WIDTH_LEAST = 20, /* with less, the title goes below */
};

/* What of the catalogue is shown. */
struct listing {
    const sg_catalogue *catalogue;
    const char *council; /* framework id, or NULL: all */
    const char *family;
};

static bool wanted(const struct listing *listing, const sg_role_info *role)
{
    if (listing->council != NULL &&
        strcmp(role->council, listing->council) != 0)
        return false;
    return listing->family == NULL ||
           strcmp(role->family, listing->family) == 0;
}

static sg_role_info role_at(const struct listing *listing, size_t index)
{
    return sg_role_info_of(listing->catalogue,
                           sg_catalogue_role_at(listing->catalogue, index));
}

static json_t *roles_json(struct maker *maker, const void *subject)
{
    const struct listing *listing = subject;
    size_t count = sg_catalogue_role_count(listing->catalogue);
    json_t *roles = maker_array(maker);
    for (size_t i = 0; i < count; i++) {
        sg_role_info role = role_at(listing, i);
        if (wanted(listing, &role))
            maker_add(maker, roles, role_json(maker, &role));
    }
    return roles;
}

static bool framework_wanted(const struct listing *listing,
                             const sg_framework_info *info)
{
    return listing->council == NULL || strcmp(info->id, listing->council) == 0;
}

static json_t *frameworks_json(struct maker *maker, const void *subject)
{
    const struct listing *listing = subject;
    size_t count = sg_catalogue_framework_count(listing->catalogue);
    json_t *frameworks = maker_array(maker);
    for (size_t i = 0; i < count; i++) {
        sg_framework_info info =
            sg_catalogue_framework_at(listing->catalogue, i);
        if (framework_wanted(listing, &info))
            maker_add(maker, frameworks, framework_json(maker, &info));
    }
    return frameworks;
}

/* As wide as the longest id, within reason. */
static size_t id_width(const struct listing *listing)
{
    size_t count = sg_catalogue_role_count(listing->catalogue);
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        sg_role_info role = role_at(listing, i);
        size_t width = text_width(role.id);
        if (wanted(listing, &role) && width > most)
            most = width;
    }
    return most < ID_WIDTH_MOST ? most : ID_WIDTH_MOST;
}

/* Whether id, reference and title have room beside each other. */
static bool fits_beside(const struct page *page, size_t id_columns)
{
    return INDENT + id_columns + PAGE_CELL_SPACE + REF_WIDTH + PAGE_CELL_SPACE +
               TITLE_WIDTH_LEAST <=
           page->width;
}

/* What tells a role from its neighbours: its grade. */
static void role_text(struct page *page, const sg_role_info *role, size_t width)
{
    char title[512];
    (void)snprintf(title, sizeof(title), "%s%s%s%s", text_or_none(role->title),
                   role->grade != NULL ? " (" : "",
                   role->grade != NULL ? role->grade : "",
                   role->grade != NULL ? ")" : "");
    const bool beside = fits_beside(page, width);
    const struct page_cell cells[] = {
        {.text = role->id, .width = width},
        {.text = role->ref != NULL ? role->ref : "-", .width = REF_WIDTH},
        {.text = title},
    };
    const size_t count = sizeof(cells) / sizeof(cells[0]);
    if (!beside)
        page_text(page, INDENT, "%s", role->id);
    page_row(page, beside ? INDENT : 2 * INDENT, cells + !beside,
             count - !beside);
}

static bool same_words(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static void council_text(struct page *page, const struct listing *listing,
                         const char *id)
{
    size_t count = sg_catalogue_framework_count(listing->catalogue);
    for (size_t i = 0; i < count; i++) {
        sg_framework_info info =
            sg_catalogue_framework_at(listing->catalogue, i);
        if (!same_words(info.id, id))
            continue;
        page_heading(page, '-', "%s: %s", info.id, text_or_none(info.council));
        if (!info.council_named)
            page_text(page, 0, "The documents name no council.");
        page_text(page, 0, "Version %s, from documents read on %s.",
                  text_or_none(info.version), text_or_none(info.as_of));
        feed_origin_text(page, 0, info.feed);
    }
}

/* Writes the headings that a role opens: its council's and its family's. */
static void role_headings(struct page *page, const struct listing *listing,
                          const sg_role_info *role, const sg_role_info *before)
{
    size_t start = page->out.size;
    bool new_council = !same_words(role->council, before->council);
    if (new_council && start > 0)
        page_blank(page);
    if (new_council)
        council_text(page, listing, role->council);
    if (new_council || !same_words(role->family, before->family))
        page_text(page, 0, "%s [%s]", text_or_none(role->family_title),
                  text_or_none(role->family));
}

static void roles_text(struct page *page, const void *subject)
{
    const struct listing *listing = subject;
    size_t count = sg_catalogue_role_count(listing->catalogue);
    size_t width = id_width(listing);
    sg_role_info before = {0};
    for (size_t i = 0; i < count; i++) {
        sg_role_info role = role_at(listing, i);
        if (!wanted(listing, &role))
            continue;
        role_headings(page, listing, &role, &before);
        role_text(page, &role, width);
        before = role;
    }
    if (before.id == NULL)
        page_text(page, 0, "There is no such role.");
}

static const struct report_row rows[] = {
    {"roles", NULL, roles_json, roles_text, NULL},
    {"frameworks", NULL, frameworks_json, NULL, "roles"},
};

const struct report *report_roles_table(void)
{
    static const struct report report = {
        .kind = "roles",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_roles(const sg_catalogue *catalogue, const char *council,
                          const char *family, const sg_report_options *options,
                          char **ret_text, sg_error *reterr)
{
    const struct listing listing = {catalogue, council, family};
    return report_write(report_roles_table(), &listing, options, ret_text,
                        reterr);
}
