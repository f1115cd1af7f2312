/* SPDX-License-Identifier: MIT */
/* What was published. */
#include "report/revision.h"
#include "report/shared.h"
#include "report/table.h"

static json_t *framework_published_json(struct maker *maker,
                                        const sg_published_framework *framework)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", framework->id);
    maker_put_text(maker, object, "version", framework->version);
    maker_put_number(maker, object, "serial", framework->serial);
    maker_put_flag(maker, object, "changed", framework->changed);
    maker_put(maker, object, "revision",
              framework->revision != NULL
                  ? revision_json(maker, framework->revision)
                  : json_null());
    return object;
}

static json_t *feed_id_json(struct maker *maker, const void *subject)
{
    const sg_published *published = subject;
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", published->id);
    maker_put_text(maker, object, "title", published->title);
    maker_put_text(maker, object, "key", published->key_id);
    maker_put_text(maker, object, "site", published->site);
    return object;
}

static json_t *serial_json(struct maker *maker, const void *subject)
{
    const sg_published *published = subject;
    return maker_number(maker, published->serial);
}

static json_t *expires_json(struct maker *maker, const void *subject)
{
    const sg_published *published = subject;
    return maker_text(maker, published->expires);
}

static json_t *frameworks_json(struct maker *maker, const void *subject)
{
    const sg_published *published = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < published->framework_count; i++)
        maker_add(maker, list,
                  framework_published_json(maker, &published->frameworks[i]));
    return list;
}

static json_t *withdrawn_json(struct maker *maker, const void *subject)
{
    const sg_published *published = subject;
    return maker_texts(maker, published->withdrawn, published->withdrawn_count);
}

static void feed_id_text(struct page *page, const void *subject)
{
    const sg_published *published = subject;
    page_text(page, 0, "Publication %u of \"%s\" is in %s, good until %s.",
              (unsigned)published->serial, published->title, published->site,
              published->expires);
}

static void frameworks_text(struct page *page, const void *subject)
{
    const sg_published *published = subject;
    for (size_t i = 0; i < published->framework_count; i++) {
        const sg_published_framework *framework = &published->frameworks[i];
        if (framework->revision != NULL)
            page_item(page, 2, "- ", STYLE_PLAIN, "%s",
                      framework->revision->sentence);
        else
            page_item(page, 2, "- ", STYLE_PLAIN,
                      "%s, version %s: the same as before", framework->id,
                      framework->version);
    }
    for (size_t i = 0; i < published->withdrawn_count; i++)
        page_item(page, 2, "- ", STYLE_PLAIN, "%s: withdrawn",
                  published->withdrawn[i]);
    page_blank(page);
    page_text(page, 0,
              "Serve that folder over https as it is. Publish again before the "
              "day named above, also when nothing changes, or everybody is "
              "told that the data is old.");
}

static const struct report_row rows[] = {
    {"feed", NULL, feed_id_json, feed_id_text, NULL},
    {"publication", NULL, serial_json, NULL, "feed"},
    {"expires", NULL, expires_json, NULL, "feed"},
    {"frameworks", NULL, frameworks_json, frameworks_text, NULL},
    {"withdrawn", NULL, withdrawn_json, NULL, "frameworks"},
};

const struct report *report_published_table(void)
{
    static const struct report report = {
        .kind = "published",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_published(const sg_published *published,
                              const sg_report_options *options, char **ret_text,
                              sg_error *reterr)
{
    return report_write(report_published_table(), published, options, ret_text,
                        reterr);
}
