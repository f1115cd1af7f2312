/* SPDX-License-Identifier: MIT */
/* Two small councils that ask for the same, for tests of judging.
 *
 *     struct shipped councils;
 *     councils_open(&councils, &(struct council){.now = "...", .want = "..."});
 *     judging_between(&councils.catalogue, shipped_role(&councils, "u/now"),
 *                     shipped_role(&councils, "t/want"), 12);
 *     shipped_close(&councils);
 *
 * Each of t and u has a family of office work with three levels - below, now
 * and want, which stand in the file as now, below, want - and a second family
 * with the one role other, of no stated work, that asks for what now asks for.
 */
#ifndef TESTS_COUNCILS_H
#define TESTS_COUNCILS_H

#include "shipped.h"

/* Essential lines as JSON arrays without the brackets, in single quotes where
 * JSON has double ones; '@' stands for the council's id. NULL: none. */
struct council {
    const char *below;
    const char *now;
    const char *want;
    const char *other;
    const char *touches; /* criteria that the duties of now and other touch */
};

/* Ends the test when it is no valid framework. Close with shipped_close. */
void councils_open(struct shipped *councils, const struct council *council);

/* Leaves and lines. */
#define Q(criterion, rest)                                                     \
    "{'op':'qualification','label':'Q','criterion':'" criterion "'" rest "}"
#define LEVEL(scale, level) ",'scale':'" scale "','level':" #level
#define VOCATIONAL(rest) Q("vocational-qualification", rest)
#define TOWARDS(rest)                                                          \
    "{'op':'working-towards','label':'Q','criterion':"                         \
    "'vocational-qualification'" rest "}"
#define EXPERIENCE(criterion, rest)                                            \
    "{'op':'experience','label':'E','criterion':'" criterion "'" rest "}"
#define WORKED(rest) EXPERIENCE("work-experience", rest)
#define ABLE(criterion, rest)                                                  \
    "{'op':'skill','label':'S','criterion':'" criterion "'" rest "}"
#define HOLDS(criterion, id)                                                   \
    "{'op':'credential','label':'C','criterion':'" criterion                   \
    "','credential':'" id "'}"
#define TRAINED(criterion)                                                     \
    "{'op':'training','label':'T','criterion':'" criterion "'}"
#define SPARED(criterion)                                                      \
    "{'op':'not-needed-here','label':'N','criterion':'" criterion "'}"
#define EITHER(...) "{'op':'any','parts':[" __VA_ARGS__ "]}"
#define BOTH(...) "{'op':'all','parts':[" __VA_ARGS__ "]}"
#define N_OF(n, ...) "{'op':'at-least','n':" #n ",'parts':[" __VA_ARGS__ "]}"
#define ASKS(id, needs) "{'id':'" id "','items':['1'],'needs':" needs "}"

#endif
