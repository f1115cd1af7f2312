/* SPDX-License-Identifier: MIT */
/* From a plugin's functions to the engine's table of rules.
 *
 * Each function builds what the plugin may see, asks, and checks the answer.
 * An answer that makes no sense counts as none: then the engine says "ask",
 * which is never wrong. */
#include "plug/host.h"

#include <string.h>

enum { LONGEST_MONTHS = 1200 };

static sg_plugin_role role_view(const struct framework *framework,
                                uint32_t index)
{
    const struct role *role = &framework->roles[index];
    const struct family *family = &framework->families[role->family];

    return (sg_plugin_role){
        .size = sizeof(sg_plugin_role),
        .id = framework_text(framework, role->id),
        .family = framework_text(framework, family->id),
        .title = framework_text(framework, role->title),
        .level = framework_text_or_null(framework, role->level),
        .grade = framework_text_or_null(framework, role->grade),
        .rank = role->rank,
        .grade_rank = role->grade_rank,
        .next_grade_rank = role->next_grade,
    };
}

static const sg_plugin *descriptor_of(const void *context)
{
    return &((const struct plugin *)context)->descriptor;
}

static bool is_absent_or_fine(const char *text)
{
    return !text || plugin_text_is_fine(text);
}

static bool is_yes_or_no(uint32_t value)
{
    return value <= 1;
}

static bool ask_months(const void *context,
                       const struct rules_experience *experience,
                       struct months_rule *months)
{
    const sg_plugin_role target =
        role_view(experience->framework, experience->role);
    const sg_plugin_experience question = {
        .size = sizeof question,
        .target = &target,
        .word = experience->word,
        .criterion = experience->criterion,
        .equivalent_level = experience->equivalent_level,
    };
    sg_plugin_months answer = {0};

    if (descriptor_of(context)->experience_months(&question, &answer) != 1)
        return false;
    if (answer.months < 1 || answer.months > LONGEST_MONTHS ||
        !is_yes_or_no(answer.assumed) || !is_absent_or_fine(answer.reason))
        return false;
    *months = (struct months_rule){
        .months = answer.months,
        .assumed = answer.assumed == 1,
        .reason = answer.reason,
    };
    return true;
}

static int ask_relevance(const void *context, const char *family,
                         const char *subject)
{
    const int32_t answer =
        descriptor_of(context)->subject_relevance(family, subject);

    return answer == SG_PLUGIN_RELEVANT || answer == SG_PLUGIN_NOT_RELEVANT
               ? answer
               : SG_PLUGIN_RELEVANCE_UNKNOWN;
}

static bool is_kind_of_move(const char *kind)
{
    static const char *const kinds[] = {"career-grade", "linked-grade",
                                        "vacancy", "apply", "unknown"};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kind, kinds[i]) == 0)
            return true;
    return false;
}

static bool ask_move(const void *context, const struct framework *framework,
                     uint32_t from, uint32_t to, struct move_rule *move)
{
    const sg_plugin_role from_view = role_view(framework, from);
    const sg_plugin_role to_view = role_view(framework, to);
    sg_plugin_move answer = {0};

    if (descriptor_of(context)->move(&from_view, &to_view, &answer) != 1)
        return false;
    if (!plugin_text_is_fine(answer.kind) || !is_kind_of_move(answer.kind) ||
        !plugin_text_is_fine(answer.text) || !is_yes_or_no(answer.assumed))
        return false;
    *move = (struct move_rule){
        .kind = answer.kind,
        .text = answer.text,
        .assumed = answer.assumed == 1,
    };
    return true;
}

static bool ask_opinion(const void *context, const struct rules_line *line,
                        struct opinion_rule *opinion)
{
    const sg_plugin_role target = role_view(line->framework, line->role);
    const bool has_from = line->from_framework != NULL;
    sg_plugin_role from = {0};
    if (has_from)
        from = role_view(line->from_framework, line->from_role);
    const sg_plugin_line question = {
        .size = sizeof question,
        .from = has_from ? &from : NULL,
        .target = &target,
        .line = line->line,
        .criterion = line->criterion,
        .essential = line->essential ? 1 : 0,
        .months = line->months,
    };
    sg_plugin_opinion answer = {.verdict = SG_PLUGIN_NO_OPINION};

    if (descriptor_of(context)->opinion(&question, &answer) != 1)
        return false;
    if (answer.verdict < SG_PLUGIN_UNMET || answer.verdict > SG_PLUGIN_MET ||
        !is_absent_or_fine(answer.reason))
        return false;
    *opinion = (struct opinion_rule){
        .verdict = (sg_verdict)answer.verdict,
        .reason = answer.reason,
    };
    return true;
}

/* The boundary's numbers are the engine's, and stay so. */
_Static_assert((int)SG_PLUGIN_UNMET == (int)SG_UNMET &&
                   (int)SG_PLUGIN_ASK == (int)SG_ASK &&
                   (int)SG_PLUGIN_MET == (int)SG_MET,
               "a plugin's verdicts are the engine's");

void plugin_adapt(struct plugin *plugin)
{
    const sg_plugin *theirs = &plugin->descriptor;

    plugin->rules = (struct rules){
        .id = plugin->id,
        .version = plugin->version,
        .context = plugin,
        .experience_months = theirs->experience_months ? ask_months : NULL,
        .subject_relevance = theirs->subject_relevance ? ask_relevance : NULL,
        .move = theirs->move ? ask_move : NULL,
        .opinion = theirs->opinion ? ask_opinion : NULL,
    };
}
