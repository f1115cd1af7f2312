/* SPDX-License-Identifier: MIT */
/* The words of the small public lists. */
#include "skillgap/verdict.h"

#include <stddef.h>

#define WORD_OF(table, value)                                                  \
    ((size_t)(value) < sizeof(table) / sizeof(table)[0] ? (table)[(value)]     \
                                                        : "?")

const char *sg_verdict_word(sg_verdict verdict)
{
    static const char *const words[] = {"unmet", "ask", "met"};

    return WORD_OF(words, verdict);
}

const char *sg_strength_word(sg_strength strength)
{
    static const char *const words[] = {"essential", "desirable"};

    return WORD_OF(words, strength);
}

const char *sg_change_word(sg_change change)
{
    static const char *const words[] = {"none",    "same", "raised",
                                        "lowered", "new",  "dropped"};

    return WORD_OF(words, change);
}

const char *sg_move_word(sg_move move)
{
    static const char *const words[] = {"up", "side", "unknown", "down"};

    return WORD_OF(words, move);
}

const char *sg_op_word(sg_op op)
{
    static const char *const words[] = {"all",
                                        "any",
                                        "at-least",
                                        "qualification",
                                        "working-towards",
                                        "experience",
                                        "skill",
                                        "credential",
                                        "training",
                                        "not-needed-here",
                                        "no-formal-qualification"};

    return WORD_OF(words, op);
}
