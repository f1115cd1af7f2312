/* SPDX-License-Identifier: MIT */
/* What became of feeds, and what changed between two publications. */
#include "report/problem.h"
#include "report/revision.h"
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>

static json_t *one_news_json(struct maker *maker, const sg_feed_news *news)
{
    json_t *object = maker_object(maker), *error = json_null();
    maker_put_text(maker, object, "name", news->name);
    maker_put_text(maker, object, "outcome",
                   sg_feed_outcome_word(news->outcome));
    maker_put(maker, object, "before",
              maker_number_or_null(maker, news->before));
    maker_put(maker, object, "after", maker_number_or_null(maker, news->after));
    maker_put(maker, object, "newest",
              maker_number_or_null(maker, news->newest));
    maker_put_text(maker, object, "expires", news->expires);
    if (news->error.status != SG_OK) {
        error = maker_object(maker);
        problem_put(maker, error, &news->error);
    }
    maker_put(maker, object, "error", error);
    maker_put(maker, object, "revisions",
              revisions_json(maker, news->revisions, news->revision_count));
    return object;
}

static json_t *news_json(struct maker *maker, const void *subject)
{
    const sg_feed_result *result = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < result->count; i++)
        maker_add(maker, list, one_news_json(maker, &result->news[i]));
    return list;
}

static void held_back_text(struct page *page, const sg_feed_news *news)
{
    if (news->newest > news->after)
        page_item(page, 0, "", STYLE_PLAIN,
                  "%s: publication %u is there, and publication %u stays in "
                  "use, since somebody here went back to it. To take the "
                  "newest: skillgap feed update %s --forward",
                  news->name, (unsigned)news->newest, (unsigned)news->after,
                  news->name);
    else
        page_item(page, 0, "", STYLE_PLAIN,
                  "%s: nothing newer than publication %u, to which somebody "
                  "here went back.",
                  news->name, (unsigned)news->after);
}

/* Without it, roles that a council took back would seem to be there still. */
static void withdrawn_text(struct page *page, const sg_feed_news *news)
{
    for (size_t i = 0; i < news->revision_count; i++)
        if (news->revisions[i]->newer == NULL)
            page_text(page, 2,
                      "From now on %s is what came with the program, if that "
                      "has it.",
                      news->revisions[i]->framework);
}

static void one_news_text(struct page *page, const sg_feed_news *news)
{
    const char *name = news->name, *until = text_or_none(news->expires);
    unsigned before = (unsigned)news->before, after = (unsigned)news->after;
    switch (news->outcome) {
    case SG_FEED_FAILED:
        page_text(page, 0, "%s: nothing was changed%s.", name,
                  before > 0 ? "; what is here goes on being used" : "");
        break;
    case SG_FEED_ADDED:
        page_text(page, 0,
                  "%s: added, and publication %u is in use, good until %s.",
                  name, after, until);
        break;
    case SG_FEED_UPDATED:
        if (before > 0 && before == after)
            page_text(page, 0,
                      "%s: publication %u was fetched again, since files of it "
                      "were gone or had been changed; good until %s.",
                      name, after, until);
        else if (before > 0)
            page_text(page, 0,
                      "%s: publication %u is in use, in place of %u, good "
                      "until %s.",
                      name, after, before, until);
        else
            page_text(page, 0, "%s: publication %u is in use, good until %s.",
                      name, after, until);
        break;
    case SG_FEED_UNCHANGED:
        page_text(page, 0,
                  "%s: no news; publication %u is the newest, good until %s.",
                  name, after, until);
        break;
    case SG_FEED_HELD_BACK:
        held_back_text(page, news);
        break;
    case SG_FEED_ROLLED_BACK:
        page_text(page, 0,
                  "%s: publication %u is in use again, in place of %u. It "
                  "stays so until somebody says: skillgap feed update %s "
                  "--forward",
                  name, after, before, name);
        break;
    case SG_FEED_TRUSTED:
        page_text(page, 0, "%s: the new key is pinned.%s", name,
                  news->error.status == SG_OK
                      ? " What is in use is signed by it."
                      : "");
        break;
    case SG_FEED_REMOVED:
        page_text(page, 0, "%s: forgotten, and what was kept of it is deleted.",
                  name);
        break;
    }
    if (news->outcome != SG_FEED_TRUSTED) /* all of it would count as new */
        revisions_text(page, news->revisions, news->revision_count);
    withdrawn_text(page, news);
}

static void news_text(struct page *page, const void *subject)
{
    const sg_feed_result *result = subject;
    for (size_t i = 0; i < result->count; i++)
        one_news_text(page, &result->news[i]);
}

static const struct report_row news_rows[] = {
    {"news", NULL, news_json, news_text, NULL},
};

const struct report *report_feed_news_table(void)
{
    static const struct report report = {
        .kind = "feed-news",
        .layout = MAKER_INDENTED,
        .rows = news_rows,
        .row_count = sizeof(news_rows) / sizeof(news_rows[0]),
    };
    return &report;
}

sg_status sg_report_feed_news(const sg_feed_result *result,
                              const sg_report_options *options, char **ret_text,
                              sg_error *reterr)
{
    return report_write(report_feed_news_table(), result, options, ret_text,
                        reterr);
}

static json_t *name_json(struct maker *maker, const void *subject)
{
    const sg_feed_diff *diff = subject;
    return maker_text(maker, diff->name);
}

static json_t *older_json(struct maker *maker, const void *subject)
{
    const sg_feed_diff *diff = subject;
    return maker_number_or_null(maker, diff->older);
}

static json_t *newer_json(struct maker *maker, const void *subject)
{
    const sg_feed_diff *diff = subject;
    return maker_number_or_null(maker, diff->newer);
}

static json_t *diff_json(struct maker *maker, const void *subject)
{
    const sg_feed_diff *diff = subject;
    return revisions_json(maker, diff->revisions, diff->revision_count);
}

static void name_text(struct page *page, const void *subject)
{
    const sg_feed_diff *diff = subject;
    if (diff->older > 0)
        page_text(page, 0, "%s: publication %u beside publication %u",
                  diff->name, (unsigned)diff->newer, (unsigned)diff->older);
    else
        page_text(page, 0,
                  "%s: publication %u beside what came with the program",
                  diff->name, (unsigned)diff->newer);
}

static void diff_text(struct page *page, const void *subject)
{
    const sg_feed_diff *diff = subject;
    if (diff->revision_count == 0)
        page_text(page, 0, "Nothing has changed: the files are the same.");
    for (size_t i = 0; i < diff->revision_count; i++) {
        if (i > 0)
            page_blank(page);
        revision_whole_text(page, diff->revisions[i]);
    }
}

static const struct report_row diff_rows[] = {
    {"name", NULL, name_json, name_text, NULL},
    {"older", NULL, older_json, NULL, "name"},
    {"newer", NULL, newer_json, NULL, "name"},
    {"revisions", NULL, diff_json, diff_text, NULL},
};

const struct report *report_feed_diff_table(void)
{
    static const struct report report = {
        .kind = "feed-diff",
        .layout = MAKER_INDENTED,
        .rows = diff_rows,
        .row_count = sizeof(diff_rows) / sizeof(diff_rows[0]),
    };
    return &report;
}

sg_status sg_report_feed_diff(const sg_feed_diff *diff,
                              const sg_report_options *options, char **ret_text,
                              sg_error *reterr)
{
    return report_write(report_feed_diff_table(), diff, options, ret_text,
                        reterr);
}
