/* SPDX-License-Identifier: MIT */
/* skillgap publish DIR --out SITE --key FILE; skillgap publish --new-key FILE
 */
#include "commands.h"
#include "complain.h"
#include "feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { DAYS_USUAL = 90, DAYS_MOST = 3650, PASSWORD_ROOM = 1024 };

/* Reads a line without its end. */
static bool read_line(char *out, size_t room)
{
    if (fgets(out, (int)room, stdin) == NULL)
        return false;
    out[strcspn(out, "\r\n")] = '\0';
    return true;
}

/* At a terminal what is typed is not shown. */
static bool read_hidden(const char *question, char *out, size_t room)
{
    struct termios shown, hidden;
    if (tcgetattr(STDIN_FILENO, &shown) != 0)
        return false;
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    (void)fprintf(stderr, "%s", question);
    (void)fflush(stderr);
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const bool read = read_line(out, room);
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    (void)fputc('\n', stderr);
    return read;
}

static bool ask_password(char *out, size_t room, void *user)
{
    (void)user;
    return isatty(STDIN_FILENO)
               ? read_hidden("Password of the key: ", out, room)
               : read_line(out, room);
}

/* For a new key: twice at a terminal; nothing at all means no password. */
static sg_status ask_new_password(struct session *session, char *out,
                                  size_t room)
{
    char again[PASSWORD_ROOM];
    out[0] = '\0';
    if (!isatty(STDIN_FILENO)) {
        if (!read_line(out, room))
            out[0] = '\0';
        return SG_OK;
    }
    if (!read_hidden("Password for the new key (nothing: none): ", out, room))
        out[0] = '\0';
    if (out[0] == '\0')
        return SG_OK;
    const bool same = read_hidden("The same again: ", again, sizeof(again)) &&
                      strcmp(out, again) == 0;
    memset(again, 0, sizeof(again));
    return same ? SG_OK
                : complain(&session->error, SG_USAGE, "password",
                           "The two passwords are not the same; no key was "
                           "made. Try again.");
}

static sg_status print_key(struct session *session, const char *file,
                           const char *id, bool protected)
{
    char text[1200];
    const char *form = session->report.json
                           ? "{\n  \"skillgap\": 1,\n  \"kind\": \"key\",\n"
                             "  \"key\": \"%.16s\",\n  \"protected\": %s\n}\n"
                           : "The key %.16s is made%s.\n";
    (void)snprintf(text, sizeof(text), form, id,
                   session->report.json ? (protected ? "true" : "false")
                   : protected          ? ""
                               : ", without a password: whoever has the "
                                 "file can publish");
    const sg_status status = session_print(session, text);
    if (status != SG_OK || session->report.json)
        return status;
    (void)snprintf(text, sizeof(text),
                   "  %.500s      secret: keep it to yourself, and keep a copy "
                   "safe\n"
                   "  %.500s.pub  public: give it to everybody, by another way "
                   "than the feed\n",
                   file, file);
    return session_print(session, text);
}

static sg_status make_key(struct session *session, const char *file)
{
    char password[PASSWORD_ROOM];
    char *id = NULL;
    sg_status status =
        session->request.argument_count > 0
            ? complain(&session->error, SG_USAGE, "extra-argument",
                       "--new-key only makes keys: leave the folder out.")
            : ask_new_password(session, password, sizeof(password));
    if (status == SG_OK)
        status = sg_key_make(file, password, &id, &session->error);
    if (status == SG_OK)
        status = print_key(session, file, id, password[0] != '\0');
    memset(password, 0, sizeof(password));
    free(id);
    return status;
}

/* "90d", or "90". */
static sg_status read_days(struct session *session, uint32_t *ret_days)
{
    const char *text = session->request.values[OPT_EXPIRES];
    char *end = NULL;
    *ret_days = DAYS_USUAL;
    if (text == NULL)
        return SG_OK;
    const long days = strtol(text, &end, 10);
    const bool right = text[0] >= '0' && text[0] <= '9' &&
                       (*end == '\0' || strcmp(end, "d") == 0) && days >= 1 &&
                       days <= DAYS_MOST;
    *ret_days = (uint32_t)days;
    return right ? SG_OK
                 : complain(&session->error, SG_USAGE, "option-value",
                            "--expires is a number of days from 1 to %d, as in "
                            "90d, not '%.32s'.",
                            (int)DAYS_MOST, text);
}

static sg_status publish(struct session *session)
{
    const struct request *request = &session->request;
    const char *const *values = request->values;
    sg_published *published = NULL;
    char *text = NULL;
    sg_publish_options options = {
        .folder = request->arguments[0],
        .site = values[OPT_OUT],
        .key_file = values[OPT_KEY],
        .title = values[OPT_TITLE],
        .url = values[OPT_URL],
        .id = values[OPT_ID],
        .withdraw = (const char *const *)request->withdraw,
        .withdraw_count = request->withdraw_count,
        .replace_key = values[OPT_REPLACE_KEY] != NULL,
        .today = values[OPT_TODAY],
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
        .password = ask_password,
        .problem = problem_keep,
        .user = &session->problems,
    };
    sg_status status = read_days(session, &options.days);
    if (status == SG_OK && values[OPT_SERIAL] != NULL)
        status = feed_number(session, "--serial", values[OPT_SERIAL],
                             &options.serial);
    if (status == SG_OK)
        status = sg_publish(&options, &published, &session->error);
    if (status == SG_OK)
        status = sg_report_published(published, &session->report, &text,
                                     &session->error);
    sg_published_free(published);
    return session_result(session, status, text);
}

sg_status cmd_publish(struct session *session)
{
    const struct request *request = &session->request;
    if (request->values[OPT_NEW_KEY] != NULL)
        return make_key(session, request->values[OPT_NEW_KEY]);
    if (request->argument_count == 0 || request->values[OPT_KEY] == NULL)
        return complain(&session->error, SG_USAGE, "missing-argument",
                        "It is written like this: skillgap publish DIR --out "
                        "SITE --key FILE");
    return publish(session);
}
