/* SPDX-License-Identifier: MIT */
/* Which feeds there are, and what is kept of each. */
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>

struct feed_list {
    const sg_feeds *feeds;
    bool whole; /* one feed, with all that is kept */
};

static json_t *held_framework_json(struct maker *maker,
                                   const sg_feed_framework *framework)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", framework->id);
    maker_put_text(maker, object, "version", framework->version);
    maker_put_number(maker, object, "serial", framework->serial);
    return object;
}

static json_t *publication_json(struct maker *maker,
                                const sg_feed_publication *publication)
{
    json_t *object = maker_object(maker), *list = maker_array(maker);
    maker_put_number(maker, object, "publication", publication->serial);
    maker_put_text(maker, object, "received", publication->received);
    maker_put_text(maker, object, "issued", publication->issued);
    maker_put_text(maker, object, "expires", publication->expires);
    maker_put_flag(maker, object, "in_use", publication->in_use);
    for (size_t i = 0; i < publication->framework_count; i++)
        maker_add(maker, list,
                  held_framework_json(maker, &publication->frameworks[i]));
    maker_put(maker, object, "frameworks", list);
    return object;
}

static json_t *publications_json(struct maker *maker, const sg_feed_info *feed)
{
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < feed->publication_count; i++)
        maker_add(maker, list, publication_json(maker, &feed->publications[i]));
    return list;
}

static json_t *feed_json(struct maker *maker, const sg_feed_info *feed)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "name", feed->name);
    maker_put_text(maker, object, "title", feed->title);
    maker_put_text(maker, object, "url", feed->url);
    maker_put_text(maker, object, "key", feed->key_id);
    maker_put(maker, object, "publication",
              maker_number_or_null(maker, feed->current));
    maker_put(maker, object, "newest",
              maker_number_or_null(maker, feed->newest));
    maker_put_text(maker, object, "checked", feed->checked);
    maker_put_text(maker, object, "expires", feed->expires);
    maker_put_flag(maker, object, "expired", feed->expired);
    maker_put_text(maker, object, "rolled_back", feed->rolled_back);
    maker_put_flag(maker, object, "damaged", feed->damaged);
    maker_put_flag(maker, object, "key_changed", feed->key_changed);
    maker_put(maker, object, "publications", publications_json(maker, feed));
    return object;
}

static json_t *feeds_json(struct maker *maker, const void *subject)
{
    const struct feed_list *list = subject;
    json_t *feeds = maker_array(maker);
    for (size_t i = 0; i < list->feeds->count; i++)
        maker_add(maker, feeds, feed_json(maker, &list->feeds->feeds[i]));
    return feeds;
}

static void age_text(struct page *page, const sg_feed_info *feed)
{
    if (feed->checked_days == 0)
        page_item(page, 2, "Checked:     ", STYLE_PLAIN, "%s, today",
                  feed->checked);
    else
        page_item(page, 2, "Checked:     ", STYLE_PLAIN, "%s, %u day%s ago",
                  feed->checked, (unsigned)feed->checked_days,
                  plural(feed->checked_days));
    if (feed->expired)
        page_item(page, 2, "Good until:  ", STYLE_UNMET,
                  "%s: OLD, since %u day%s; ask for news: skillgap feed update "
                  "%s",
                  feed->expires, (unsigned)feed->days_past,
                  plural(feed->days_past), feed->name);
    else
        page_item(page, 2, "Good until:  ", STYLE_PLAIN, "%s", feed->expires);
}

static void back_text(struct page *page, const sg_feed_info *feed)
{
    if (feed->rolled_back == NULL)
        return;
    page_item(page, 2, "Gone back:   ", STYLE_ASK,
              "on %s, from what the publisher has (publication %u). It stays "
              "so until somebody says: skillgap feed update %s --forward",
              feed->rolled_back, (unsigned)feed->newest, feed->name);
}

static void frameworks_text(struct page *page,
                            const sg_feed_publication *publication,
                            size_t indent)
{
    for (size_t i = 0; i < publication->framework_count; i++)
        page_item(page, indent, "- ", STYLE_PLAIN, "%s, version %s",
                  publication->frameworks[i].id,
                  publication->frameworks[i].version);
}

static void in_use_text(struct page *page, const sg_feed_info *feed)
{
    for (size_t i = 0; i < feed->publication_count; i++) {
        const sg_feed_publication *publication = &feed->publications[i];
        if (!publication->in_use)
            continue;
        page_item(page, 2, "In use:      ", STYLE_PLAIN,
                  "publication %u, received on %s",
                  (unsigned)publication->serial, publication->received);
        frameworks_text(page, publication, 15);
    }
}

static void damage_text(struct page *page, const sg_feed_info *feed)
{
    if (feed->damaged)
        page_item(page, 2, "DAMAGED:     ", STYLE_UNMET,
                  "files of it are gone, or not what was fetched; fetch them "
                  "again: skillgap feed update %s",
                  feed->name);
}

static void kept_text(struct page *page, const sg_feed_info *feed)
{
    for (size_t i = 0; i < feed->publication_count; i++) {
        const sg_feed_publication *publication = &feed->publications[i];
        if (publication->in_use)
            continue;
        page_item(page, 2, "Also kept:   ", STYLE_PLAIN,
                  "publication %u, received on %s",
                  (unsigned)publication->serial, publication->received);
        frameworks_text(page, publication, 15);
    }
}

static void feed_text(struct page *page, const sg_feed_info *feed, bool whole)
{
    page_item(page, 0, "", STYLE_STRONG, "%s%s%s", feed->name,
              feed->title != NULL ? " - " : "",
              feed->title != NULL ? feed->title : "");
    page_item(page, 2, "Address:     ", STYLE_PLAIN, "%s", feed->url);
    if (whole)
        page_item(page, 2, "Key:         ", STYLE_PLAIN, "%s", feed->key_id);
    if (feed->title == NULL) {
        page_item(page, 2, "In use:      ", STYLE_ASK,
                  "nothing yet%s; fetch it: skillgap feed update %s",
                  feed->key_changed
                      ? ", since what is here was signed by an older key"
                      : "",
                  feed->name);
        return;
    }
    in_use_text(page, feed);
    damage_text(page, feed);
    age_text(page, feed);
    back_text(page, feed);
    if (whole)
        kept_text(page, feed);
}

static void feeds_text(struct page *page, const void *subject)
{
    const struct feed_list *list = subject;
    if (list->feeds->count == 0)
        page_text(page, 0,
                  "No feed has been added: what came with the program is used. "
                  "To add one: skillgap feed add NAME URL --key FILE");
    for (size_t i = 0; i < list->feeds->count; i++) {
        if (i > 0)
            page_blank(page);
        feed_text(page, &list->feeds->feeds[i], list->whole);
    }
}

static const struct report_row rows[] = {
    {"feeds", NULL, feeds_json, feeds_text, NULL},
};

const struct report *report_feeds_table(void)
{
    static const struct report report = {
        .kind = "feeds",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_feeds(const sg_feeds *feeds, bool whole,
                          const sg_report_options *options, char **ret_text,
                          sg_error *reterr)
{
    const struct feed_list list = {feeds, whole};
    return report_write(report_feeds_table(), &list, options, ret_text, reterr);
}
