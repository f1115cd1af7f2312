/* SPDX-License-Identifier: MIT */
/* skillgap: what stands between a council role and another. */
#include "commands.h"
#include "complain.h"
#include "help.h"
#include "session.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>

enum { EXIT_UNMET = 1 };

/* A reader that goes away, or a file that may not grow, must give an error to
 * report, not a signal. */
static void keep_running(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    (void)sigaction(SIGXFSZ, &ignore, NULL);
}

static sg_status nothing_asked(struct session *session)
{
    if (!session->report.json)
        help_program(stderr);
    return complain(&session->error, SG_USAGE, "missing-command",
                    "Name a command, for example: skillgap roles");
}

static sg_status print_version(struct session *session)
{
    static const char text[] = "skillgap " SKILLGAP_VERSION "\n";
    static const char json[] = "{\n  \"skillgap\": 1,\n"
                               "  \"kind\": \"version\",\n"
                               "  \"version\": \"" SKILLGAP_VERSION "\"\n}\n";
    return session_print(session, session->report.json ? json : text);
}

static sg_status run(struct session *session)
{
    const struct request *request = &session->request;
    if (request->values[OPT_VERSION] != NULL)
        return print_version(session);
    if (request->values[OPT_HELP] != NULL && request->command != NULL) {
        help_command(stdout, request->command);
        return SG_OK;
    }
    if (request->values[OPT_HELP] != NULL) {
        help_program(stdout);
        return SG_OK;
    }
    if (request->command == NULL)
        return nothing_asked(session);
    return request->command->run(session);
}

int main(int argc, char **argv)
{
    struct session session = {0};
    (void)setlocale(LC_CTYPE, "");
    keep_running();
    sg_status status =
        request_read(argc, argv, &session.request, &session.error);
    session_style(&session);
    if (status == SG_OK)
        status = run(&session);
    status = session_flush(&session, status);
    session_tell(&session, status);
    bool unmet = session.unmet;
    session_done(&session);
    return status == SG_OK && unmet ? EXIT_UNMET : (int)status;
}
