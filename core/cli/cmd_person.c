/* SPDX-License-Identifier: MIT */
/* skillgap person check FILE, skillgap person titles FILE */
#include "commands.h"
#include "person.h"

#include <string.h>

/* The words that can follow, each with what it does. */
static const struct {
    const char *name;
    sg_status (*run)(struct session *session, const char *file);
} actions[] = {
    {"check", person_check},
    {"titles", person_titles},
};

enum { ACTIONS = sizeof(actions) / sizeof(actions[0]) };

static sg_status no_such_action(struct session *session, const char *typed)
{
    const char *names[ACTIONS];
    for (size_t i = 0; i < ACTIONS; i++)
        names[i] = actions[i].name;
    return action_unknown("person", typed, names, ACTIONS, &session->error);
}

sg_status cmd_person(struct session *session)
{
    const char *const *arguments = session->request.arguments;
    for (size_t i = 0; i < ACTIONS; i++)
        if (strcmp(actions[i].name, arguments[0]) == 0)
            return actions[i].run(session, arguments[1]);
    return no_such_action(session, arguments[0]);
}
