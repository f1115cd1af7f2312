/* SPDX-License-Identifier: MIT */
/* What a named person has confirmed about a line that is open. */
#include "judge/confirmation.h"

#include "model/line_hash.h"

#include <string.h>

static enum confirmation_state state_of(const struct framework *framework,
                                        uint32_t line,
                                        const struct person_confirmation *by)
{
    char hash[LINE_HASH_ROOM];

    if (by->hash) {
        line_hash(framework, line, hash);
        if (strcmp(by->hash, hash) != 0)
            return CONFIRMATION_LAPSED;
    } else if (!by->framework_version) {
        return CONFIRMATION_UNDATED;
    } else if (strcmp(by->framework_version,
                      framework_text(framework, framework->version)) != 0) {
        return CONFIRMATION_LAPSED;
    }
    return by->verdict == SG_ASK ? CONFIRMATION_UNSETTLED
                                 : CONFIRMATION_SETTLES;
}

/* -1, 0 or 1: first the ones that still hold, then the later ones. */
static int compare(enum confirmation_state state_a,
                   const struct person_confirmation *a,
                   enum confirmation_state state_b,
                   const struct person_confirmation *b)
{
    const bool holds_a =
        state_a == CONFIRMATION_SETTLES || state_a == CONFIRMATION_UNSETTLED;
    const bool holds_b =
        state_b == CONFIRMATION_SETTLES || state_b == CONFIRMATION_UNSETTLED;

    if (holds_a != holds_b)
        return holds_a ? 1 : -1;
    return date_compare(date_latest(a->on), date_latest(b->on));
}

void confirmation_apply(const struct judging *judging, uint32_t line,
                        struct judgement *judgement)
{
    const struct person *person = judging->held->person;
    const struct framework *to = judging->to->framework;
    const char *id = framework_text(to, to->lines[line].id);

    if (judgement->verdict != SG_ASK)
        return;
    for (size_t i = 0; i < person->confirmed.count; i++) {
        const struct person_confirmation *one = &person->confirmed.items[i];
        if (strcmp(one->line, id) != 0 ||
            date_compare(date_earliest(one->on), judging->held->today) > 0)
            continue;
        const enum confirmation_state state = state_of(to, line, one);
        const int order = judgement->confirmed
                              ? compare(state, one, judgement->confirmation,
                                        judgement->confirmed)
                              : 1;
        if (order > 0) {
            judgement->confirmed = one;
            judgement->confirmation = state;
        } else if (order == 0 &&
                   one->verdict != judgement->confirmed->verdict &&
                   judgement->confirmation == CONFIRMATION_SETTLES) {
            judgement->confirmation = CONFIRMATION_UNSETTLED;
        }
    }
    if (judgement->confirmation == CONFIRMATION_SETTLES)
        judgement->verdict = judgement->confirmed->verdict;
}
