/* SPDX-License-Identifier: MIT */
/* What the files of the comparison share.
 *
 *     revise_role(&revising, older_role, newer_role);
 *
 * A change is put on a list that grows; who asked for it takes the list. Once
 * memory runs out arena.failed stays set, and nothing more is added. */
#ifndef GAP_REVISION_PARTS_H
#define GAP_REVISION_PARTS_H

#include "gap/revision.h"
#include "model/catalogue.h"

enum { REVISION_SENTENCE = 400 }; /* bytes, the NUL included */

struct id_at {
    const char *id;
    uint32_t place; /* in its list */
};

/* Room to match two lists by id, used again and again. */
struct pairing {
    struct id_at *ids[2];
    uint32_t *mates[2]; /* for each place, the place in the other list */
    size_t room[2];
};

struct revising {
    const struct reference *reference;
    struct in_use older; /* without rules: words are compared with words */
    struct in_use newer;
    struct arena arena;
    struct pairing roles; /* the outer lists */
    struct pairing inner; /* those of one role, and those of the notes */
    bool ladders_same;    /* each role in both has the same place in the same
                             family, so that places can be compared */
    uint32_t older_role;  /* the two that are being compared */
    uint32_t newer_role;
    bool moved;       /* something of them has another number or place */
    uint8_t *touched; /* room for each criterion */
    sg_revision_change *changes;
    size_t change_count;
    size_t change_room;
};

/* Tells of a pair, or with NO_INDEX of one that has no counterpart. */
typedef void (*pair_fn)(struct revising *revising, uint32_t older,
                        uint32_t newer);
typedef const char *(*id_fn)(const struct framework *framework, uint32_t at);

/* Matches two runs by id: the newer run in its order, then what only the older
 * one has, in its order. Of several with one id the first goes with the first.
 * n log n. */
void revise_pairs(struct revising *revising, struct pairing *pairing,
                  id_fn id_of, struct span older, struct span newer,
                  pair_fn tell);
void pairing_done(struct pairing *pairing);

/* Puts a change on the list. Its strings must be of the arena. */
void revise_add(struct revising *revising, const sg_revision_change *change);

/* A change of the two roles' or frameworks' plain facts; copies. */
struct fact {
    sg_revision_part part;
    sg_revision_kind kind;
    const char *id; /* or NULL */
    const char *what;
    const char *from; /* or NULL */
    const char *to;
    const char *sentence; /* NULL: made of what, from and to */
};
void revise_fact(struct revising *revising, const struct fact *fact);

/* A copy, or NULL of NULL. */
const char *revise_copy(struct revising *revising, const char *text);

/* All that changed between the two roles. */
void revise_role(struct revising *revising, uint32_t older, uint32_t newer);

/* One graded row, one heading. */
void revise_cell(struct revising *revising, uint32_t older, uint32_t newer);
void revise_statement(struct revising *revising, uint32_t older,
                      uint32_t newer);
bool items_text_same(const struct framework *a, struct span of_a,
                     const struct framework *b, struct span of_b);

/* What changed outside the roles. */
void revise_notes(struct revising *revising);

/* Whether two runs of area_refs name the same kinds of work. */
bool areas_named_same(const struct framework *a, struct span of_a,
                      const struct framework *b, struct span of_b);

/* How a line compares with the line of the same id; false when all of it is
 * the same. Not change_of_line(): that holds a line against a whole other
 * specification, so that "the same" may be another line's doing, and where it
 * cannot tell it says raised. This one is as strict both ways: swapping the
 * versions swaps raised and lowered, and nothing else. */
bool line_revised(const struct revising *revising, uint32_t older,
                  uint32_t newer, sg_revision_kind *ret_kind);

/* What tells two lines of one label apart, as "24 months": of the first node
 * that differs. Both NULL when no words say it. */
void line_details(struct revising *revising, uint32_t older, uint32_t newer,
                  const char **ret_from, const char **ret_to);

/* The one sentence over all, from what the result has otherwise. */
const char *revision_sentence(const sg_revision *revision, struct arena *arena);

#endif
