/* SPDX-License-Identifier: MIT */
/* skillgap feed add|update|list|show|diff|rollback|import|trust|remove */
#include "commands.h"
#include "complain.h"
#include "feed.h"

#include <string.h>

/* What an action was asked for: the words behind its name. */
struct asked {
    struct session *session;
    struct feed_progress *progress;
    const sg_feed_options *options;
    const char *const *words;
    size_t count;
    const char *key;
};

/* Prints what became of the feeds; where something failed, the status says so
 * all the same. */
static sg_status tell_news(const struct asked *asked, sg_status status,
                           sg_feed_result *result)
{
    struct session *session = asked->session;
    char *text = NULL;
    sg_error error = {0};
    feed_progress_done(asked->progress);
    if (result == NULL || status != SG_OK) {
        const bool several = result != NULL && result->count > 1;
        if (!several) {
            sg_feed_result_free(result);
            return status;
        }
    }
    sg_status written =
        sg_report_feed_news(result, &session->report, &text, &error);
    sg_feed_result_free(result);
    if (written != SG_OK)
        session->error = error;
    written = session_result(session, written, text);
    return written != SG_OK ? written : status;
}

/* Of several feeds each failure has its own line. */
static void keep_failures(struct session *session, const sg_feed_result *result)
{
    for (size_t i = 0; result != NULL && i < result->count; i++)
        if (result->count > 1 && result->news[i].outcome == SG_FEED_FAILED)
            problem_keep(&result->news[i].error, &session->problems);
}

static sg_status feed_add(const struct asked *asked)
{
    sg_feed_result *result = NULL;
    sg_status status =
        sg_feed_add(asked->words[0], asked->words[1], asked->key,
                    asked->options, &result, &asked->session->error);
    return tell_news(asked, status, result);
}

static sg_status feed_update(const struct asked *asked)
{
    sg_feed_result *result = NULL;
    sg_status status =
        sg_feed_update(asked->words, asked->count, asked->options, &result,
                       &asked->session->error);
    keep_failures(asked->session, result);
    return tell_news(asked, status, result);
}

static sg_status feed_import(const struct asked *asked)
{
    sg_feed_result *result = NULL;
    sg_status status =
        sg_feed_import(asked->words[0], asked->words[1], asked->options,
                       &result, &asked->session->error);
    return tell_news(asked, status, result);
}

static sg_status feed_trust(const struct asked *asked)
{
    sg_feed_result *result = NULL;
    sg_status status =
        sg_feed_trust(asked->words[0], asked->key, asked->options, &result,
                      &asked->session->error);
    return tell_news(asked, status, result);
}

static sg_status feed_remove(const struct asked *asked)
{
    sg_feed_result *result = NULL;
    sg_status status = sg_feed_remove(asked->words[0], asked->options, &result,
                                      &asked->session->error);
    return tell_news(asked, status, result);
}

static sg_status feed_rollback(const struct asked *asked)
{
    struct session *session = asked->session;
    sg_feed_result *result = NULL;
    uint32_t number = 0;
    sg_status status = SG_OK;
    if (asked->count > 1)
        status = feed_number(session, "The number of a publication",
                             asked->words[1], &number);
    if (status == SG_OK)
        status = sg_feed_rollback(asked->words[0], number, asked->options,
                                  &result, &session->error);
    return tell_news(asked, status, result);
}

static sg_status list_feeds(const struct asked *asked, const char *name)
{
    struct session *session = asked->session;
    sg_feeds *feeds = NULL;
    char *text = NULL;
    sg_status status =
        sg_feeds_new(name, asked->options, &feeds, &session->error);
    if (status == SG_OK)
        status = sg_report_feeds(feeds, name != NULL, &session->report, &text,
                                 &session->error);
    sg_feeds_free(feeds);
    return session_result(session, status, text);
}

static sg_status feed_list(const struct asked *asked)
{
    return list_feeds(asked, NULL);
}

static sg_status feed_show(const struct asked *asked)
{
    return list_feeds(asked, asked->words[0]);
}

static sg_status feed_diff(const struct asked *asked)
{
    struct session *session = asked->session;
    uint32_t numbers[2] = {0, 0};
    sg_feed_diff *diff = NULL;
    char *text = NULL;
    sg_status status = SG_OK;
    for (size_t i = 1; status == SG_OK && i < asked->count; i++)
        status = feed_number(session, "The number of a publication",
                             asked->words[i], &numbers[i - 1]);
    if (status == SG_OK)
        status = sg_feed_diff_new(asked->words[0], numbers[0], numbers[1],
                                  asked->options, &diff, &session->error);
    if (status == SG_OK)
        status =
            sg_report_feed_diff(diff, &session->report, &text, &session->error);
    sg_feed_diff_free(diff);
    return session_result(session, status, text);
}

/* The one table of actions. */
static const struct action {
    const char *name;
    const char *arguments; /* behind it */
    size_t least, most;
    uint64_t options;
    bool key; /* --key is needed */
    sg_status (*run)(const struct asked *asked);
} actions[] = {
    {"add", "NAME URL --key FILE", 2, 2,
     OPTION(OPT_KEY) | OPTION(OPT_CACERT) | OPTION(OPT_PLAIN_HTTP), true,
     feed_add},
    {"update", "[NAME ...]", 0, ARGUMENTS_ANY,
     OPTION(OPT_CACERT) | OPTION(OPT_FORWARD), false, feed_update},
    {"list", "", 0, 0, 0, false, feed_list},
    {"show", "NAME", 1, 1, 0, false, feed_show},
    {"diff", "NAME [OLD [NEW]]", 1, 3, 0, false, feed_diff},
    {"rollback", "NAME [NUMBER]", 1, 2, 0, false, feed_rollback},
    {"import", "NAME FOLDER", 2, 2, OPTION(OPT_FORWARD), false, feed_import},
    {"trust", "NAME --key FILE", 1, 1, OPTION(OPT_KEY) | OPTION(OPT_CACERT),
     true, feed_trust},
    {"remove", "NAME", 1, 1, 0, false, feed_remove},
};

enum { ACTIONS = sizeof(actions) / sizeof(actions[0]) };

static sg_status no_such_action(struct session *session, const char *typed)
{
    const char *names[ACTIONS];
    for (size_t i = 0; i < ACTIONS; i++)
        names[i] = actions[i].name;
    return action_unknown("feed", typed, names, ACTIONS, &session->error);
}

static sg_status check_options(struct session *session,
                               const struct action *action)
{
    const char *const *values = session->request.values;
    for (int id = 0; id < OPT_FIRST_COMMON; id++)
        if (values[id] != NULL && (action->options & OPTION(id)) == 0)
            return complain(&session->error, SG_USAGE, "extra-option",
                            "--%s means nothing to 'feed %s'. Leave it out.",
                            option_info((enum option_id)id)->name,
                            action->name);
    if (action->key && values[OPT_KEY] == NULL)
        return complain(&session->error, SG_USAGE, "missing-option",
                        "feed %s needs the publisher's public key: skillgap "
                        "feed %s %s",
                        action->name, action->name, action->arguments);
    return SG_OK;
}

static sg_status check_words(struct session *session,
                             const struct action *action, size_t count)
{
    if (count >= action->least && count <= action->most)
        return SG_OK;
    return complain(
        &session->error, SG_USAGE,
        count < action->least ? "missing-argument" : "extra-argument",
        "It is written like this: skillgap feed %s%s%s", action->name,
        action->arguments[0] != '\0' ? " " : "", action->arguments);
}

static sg_status run(struct session *session, const struct action *action)
{
    const struct request *request = &session->request;
    struct feed_progress progress;
    const sg_feed_options options = feed_options(session, &progress);
    const struct asked asked = {
        .session = session,
        .progress = &progress,
        .options = &options,
        .words = request->arguments + 1,
        .count = request->argument_count - 1,
        .key = request->values[OPT_KEY],
    };
    sg_status status = check_words(session, action, asked.count);
    if (status == SG_OK)
        status = check_options(session, action);
    if (status == SG_OK)
        status = action->run(&asked);
    feed_progress_done(&progress);
    return status;
}

sg_status cmd_feed(struct session *session)
{
    const char *typed = session->request.arguments[0];
    for (size_t i = 0; i < ACTIONS; i++)
        if (strcmp(actions[i].name, typed) == 0)
            return run(session, &actions[i]);
    return no_such_action(session, typed);
}
