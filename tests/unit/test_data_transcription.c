/* SPDX-License-Identifier: MIT */
/* The shipped specifications against a second transcription of the documents,
 * made by somebody who had not seen the data. */
#include "shipped.h"
#include "tsv.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Columns of tests/transcription/specification.tsv. */
enum {
    ROLE,
    STRENGTH,
    LINE,
    BULLETS,
    BULLET,
    JOINED,
    LEAF,
    SCALE,
    LEVEL,
    EQUIVALENT,
    SUBJECT,
    WORD,
    RELEVANT,
    OF,
    DEGREE,
    DEPTH,
    TOPIC,
    TEXT,
    COLUMNS
};

/* A leaf of the data, and where it stands. */
struct found {
    const struct framework *framework;
    const struct line *line;
    const struct node *node;
    const struct node *group; /* or NULL */
    bool first;               /* of its line */
};

static void expect(const struct tsv *row, int column, const char *is)
{
    cr_expect_str_eq(is, row->cells[column],
                     "row %zu, %s \"%s\": column %d is \"%s\" in the data and "
                     "\"%s\" in the transcription",
                     row->row, row->cells[ROLE], row->cells[TEXT], column + 1,
                     is, row->cells[column]);
}

static const char *or_dash(const struct framework *framework, text_at at)
{
    return at == 0 ? "-" : framework_text(framework, at);
}

static void check_place(const struct tsv *row, const struct found *found,
                        unsigned line_number)
{
    char number[16];
    char range[64];
    const char *items = framework_text(found->framework, found->line->items);
    const char *last = strrchr(items, ' ');

    snprintf(number, sizeof number, "%u", line_number);
    expect(row, LINE, number);
    snprintf(range, sizeof range, last ? "%d-%s" : "%d", atoi(items),
             last ? last + 1 : "");
    expect(row, BULLETS, range);
    expect(row, STRENGTH, sg_strength_word((sg_strength)found->line->strength));
    expect(row, LEAF, sg_op_word((sg_op)found->node->op));
    if (found->first)
        expect(row, JOINED, "-");
    else if (found->group && found->group->printed != 0)
        expect(row, JOINED,
               framework_text(found->framework, found->group->printed));
    else
        expect(row, JOINED, "or");
}

static void check_qualification(const struct tsv *row,
                                const struct found *found)
{
    static const char *const subjects[] = {
        "any", "relevant", "relevant-vocational", "specialist-area", "codes"};
    const struct node *node = found->node;
    char level[8] = "-";

    if (node->u.qualification.level > 0)
        snprintf(level, sizeof level, "%u", node->u.qualification.level);
    expect(row, LEVEL, level);
    expect(row, SCALE,
           node->u.qualification.scale == SCALE_NONE
               ? "-"
               : scale_name((enum scale_id)node->u.qualification.scale));
    expect(row, EQUIVALENT,
           node->u.qualification.equivalent ? "qualification" : "-");
    expect(row, SUBJECT, subjects[node->u.qualification.subject]);
}

/* What the experience is of, in the transcription's words. */
static void describe_kind(const struct found *found, char *out, size_t room)
{
    static const struct {
        const char *area, *word;
    } kinds[] = {{"administration", "administrative"},
                 {"supervision", "supervising"},
                 {"guiding-colleagues", "guiding-colleagues"},
                 {"customer-service", "customer-support"}};
    const struct framework *framework = found->framework;
    struct span roles = found->node->u.experience.roles;
    struct span areas = found->node->u.experience.areas;

    snprintf(out, room, "%s", roles.count + areas.count == 0 ? "work" : "");
    for (uint32_t i = 0; i < roles.count; i++) {
        uint32_t role = framework->role_refs[roles.first + i];
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%s", i > 0 ? "+" : "",
                 framework_text(framework, framework->roles[role].id));
    }
    for (uint32_t i = 0; i < areas.count; i++) {
        uint32_t area = framework->area_refs[areas.first + i];
        const char *id = framework_text(framework, framework->areas[area].id);
        for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
            if (strcmp(kinds[k].area, id) == 0)
                snprintf(out, room, "%s", kinds[k].word);
    }
}

static void check_experience(const struct tsv *row, const struct found *found)
{
    const struct node *node = found->node;
    char kind[256];

    describe_kind(found, kind, sizeof kind);
    expect(row, OF, kind);
    expect(row, WORD, or_dash(found->framework, node->u.experience.word));
    expect(row, RELEVANT, node->u.experience.relevant ? "yes" : "no");
    expect(row, EQUIVALENT,
           node->u.experience.equivalent_max_rqf > 0 ? "experience" : "-");
}

static void check_leaf(const struct tsv *row, const struct found *found,
                       const struct reference *reference)
{
    const struct node *node = found->node;

    if (node->op != SG_EXPERIENCE)
        expect(row, TOPIC, reference->criteria[node->criterion].id);
    switch (node->op) {
    case SG_QUALIFICATION:
        check_qualification(row, found);
        break;
    case SG_WORKING_TOWARDS:
        expect(row, SUBJECT, "specialist-area");
        break;
    case SG_EXPERIENCE:
        check_experience(row, found);
        break;
    case SG_SKILL:
        expect(row, DEGREE, or_dash(found->framework, node->u.skill.degree));
        expect(row, DEPTH, or_dash(found->framework, node->u.skill.depth));
        break;
    default:
        break;
    }
}

/* Walks one role's leaves in order beside the rows. */
static size_t check_role(struct tsv *row, const struct shipped *shipped,
                         const struct framework *framework,
                         const struct role *role)
{
    size_t rows = 0;
    unsigned number = 0;

    for (uint32_t i = 0; i < role->lines.count; i++) {
        const struct line *line = &framework->lines[role->lines.first + i];
        const struct node *root = &framework->nodes[line->root];
        bool first = true;
        number = i == role->essential_count ? 1 : number + 1;
        for (uint32_t n = line->root; n < root->end; n++) {
            const struct node *node = &framework->nodes[n];
            const struct found found = {framework, line, node,
                                        node == root ? NULL : root, first};
            if (node_is_group(node))
                continue;
            cr_assert(tsv_next(row), "the transcription ends before %s",
                      framework_text(framework, line->id));
            cr_assert_eq(row->count, COLUMNS, "row %zu", row->row);
            expect(row, ROLE, framework_text(framework, role->id));
            check_place(row, &found, number);
            check_leaf(row, &found, shipped->reference);
            first = false;
            rows++;
        }
    }
    return rows;
}

Test(transcription, every_line_of_all_eight_roles_agrees_with_the_second_one)
{
    struct shipped shipped;
    struct tsv row = tsv_open("tests/transcription/specification.tsv");
    size_t rows = 0;

    shipped_open(&shipped);
    for (size_t f = 0; f < SHIPPED_FRAMEWORKS; f++) {
        const struct framework *framework = shipped.in_use[f].framework;
        for (uint32_t r = 0; r < framework->role_count; r++)
            rows += check_role(&row, &shipped, framework, &framework->roles[r]);
    }
    cr_expect_not(tsv_next(&row), "row %zu is not in the data: %s", row.row,
                  row.cells[TEXT]);
    cr_expect_eq(rows, 75, "%zu leaves were compared", rows);
    tsv_close(&row);
    shipped_close(&shipped);
}
