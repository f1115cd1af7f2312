/* SPDX-License-Identifier: MIT */
/* What a tally means. */
#include "base/fault.h"
#include "workforce/making.h"

#include <stdlib.h>
#include <string.h>

/* The public struct comes first, so that the one is the other. */
struct whole {
    sg_needs public;
    struct arena arena;
};

static const char *const reason_sentences[REASON_COUNT] = {
    "No role is on file. Fill in the role in the staff export.",
    "The role on file is none of the frameworks in use. Add its framework, or "
    "say in the map file which role is meant.",
    "No target role is on file. Fill in the target role in the staff export.",
    "The target role on file is none of the frameworks in use. Say in the map "
    "file which role is meant.",
    "The role is the top one of its family, so there is no next one.",
    "They are in the target role already.",
};

/* ---- people who could not be assessed ---- */

/* Everybody is assessed or has one reason why not: small reasons are put
 * together, as small teams are. */
struct reasons {
    uint32_t by[REASON_COUNT + 2];
    uint32_t inside[REASON_COUNT + 2];
    uint32_t staff[REASON_COUNT + 2];
    uint32_t shown[REASON_COUNT + 2];
    uint32_t counts[(REASON_COUNT + 2) * SUPPRESS_STATES];
    bool hidden[(REASON_COUNT + 2) * SUPPRESS_STATES];
    int reason[REASON_COUNT + 2]; /* REASON_COUNT: assessed */
    size_t count;
};

static void fill_reasons(const struct making *making, struct reasons *reasons)
{
    const sg_tally *tally = making->tally;
    const uint32_t assessed = tally_assessed(tally);

    *reasons = (struct reasons){.count = 1};
    reasons->staff[0] = tally->staff;
    for (int i = 0; i <= REASON_COUNT; i++) {
        const uint32_t staff =
            i == REASON_COUNT ? assessed : tally->not_assessed[i];
        if (staff == 0)
            continue;
        reasons->by[reasons->count] = 1;
        reasons->reason[reasons->count] = i;
        reasons->staff[reasons->count++] = staff;
    }
    for (size_t g = 0; g < reasons->count; g++) {
        reasons->shown[g] = (uint32_t)g;
        reasons->counts[g * SUPPRESS_STATES + SUPPRESS_MET] = reasons->staff[g];
    }
}

static sg_status suppress_reasons(const struct making *making,
                                  struct reasons *reasons)
{
    struct suppress_table table = {
        .need_count = 1,
        .group_count = reasons->count,
        .by = reasons->by,
        .inside = reasons->inside,
        .staff = reasons->staff,
        .counts = reasons->counts,
        .shown = reasons->shown,
        .hidden = reasons->hidden,
    };

    if (making->options->internal || reasons->count == 1)
        return SG_OK;
    return suppress_small(&table, SUPPRESS_LEAST, making->reterr);
}

/* Whether anybody can be left out for a reason. */
static bool is_possible(sg_needs_target wanted, int reason)
{
    switch (reason) {
    case REASON_NO_TARGET:
    case REASON_TARGET_UNKNOWN:
        return wanted == SG_NEEDS_STATED;
    case REASON_NO_NEXT_ROLE:
        return wanted == SG_NEEDS_NEXT;
    case REASON_IN_ROLE:
        return wanted != SG_NEEDS_NEXT;
    default:
        return true;
    }
}

/* Whether a reason is told as a part of group `g`. Several together are told
 * with those that nobody has: of 5 for three reasons, none of them 0, it would
 * be known that each has 1 to 3. */
static bool is_in_group(const struct making *making,
                        const struct reasons *reasons, size_t g, int reason)
{
    size_t parts = 0;
    bool somebody = false;

    for (size_t i = 1; i < reasons->count; i++) {
        parts += reasons->shown[i] == g;
        somebody |= reasons->reason[i] == reason;
        if (reasons->reason[i] == reason && reasons->shown[i] == g)
            return true;
    }
    return parts > 1 && !somebody && is_possible(making->tally->wanted, reason);
}

/* The words and sentences of all that were put into group `g`. */
static bool tell_reason(struct making *making, const struct reasons *reasons,
                        size_t g, sg_not_assessed *told)
{
    const char *words = NULL;
    const char *sentence = NULL;

    for (int reason = 0; reason < REASON_COUNT; reason++) {
        if (!is_in_group(making, reasons, g, reason))
            continue;
        const char *word = tally_reason_words[reason];
        const char *more = reason_sentences[reason];
        words =
            words ? arena_printf(making->arena, "%s, %s", words, word) : word;
        sentence =
            sentence ? arena_printf(making->arena, "%s Or: %s", sentence, more)
                     : more;
    }
    *told = (sg_not_assessed){.reason = words,
                              .sentence = sentence,
                              .staff = {.value = reasons->staff[g]}};
    return !making->arena->failed;
}

/* Whether the assessed were put together with those who were not: then only
 * they are told, and how many there are of the others is not. */
static bool assessed_is_merged(const struct reasons *reasons)
{
    for (size_t i = 1; i < reasons->count; i++)
        for (size_t k = 1; k < reasons->count; k++)
            if (reasons->reason[i] == REASON_COUNT && i != k &&
                reasons->shown[i] == reasons->shown[k])
                return true;
    return false;
}

static sg_figure hidden_if(uint64_t value, bool hidden)
{
    return (sg_figure){.value = hidden ? 0 : value, .hidden = hidden};
}

static sg_status tell_staff(struct making *making)
{
    const sg_tally *tally = making->tally;
    const bool inside = making->options->internal;
    sg_needs *result = making->result;
    struct reasons reasons;
    sg_not_assessed *list =
        arena_array(making->arena, REASON_COUNT, sizeof *list);

    fill_reasons(making, &reasons);
    sg_status status = suppress_reasons(making, &reasons);
    if (status != SG_OK || !list)
        return status != SG_OK ? status : fault_memory(making->reterr);
    const bool merged = assessed_is_merged(&reasons);
    const bool few = !inside && tally->staff < SUPPRESS_LEAST;
    const uint32_t assessed = tally_assessed(tally);
    result->staff = hidden_if(tally->staff, merged || few);
    result->assessed =
        hidden_if(assessed, few || (!inside && making_is_small(assessed)));
    result->rejected_rows = hidden_if(
        tally->rejected_rows, !inside && making_is_small(tally->rejected_rows));
    result->several_posts = hidden_if(
        tally->several_posts,
        !inside && (making_is_small(tally->several_posts) ||
                    making_is_small(tally->staff - tally->several_posts)));
    result->not_assessed = list;
    for (size_t g = 1; !merged && !few && g < reasons.count; g++)
        if (reasons.shown[g] == g && reasons.reason[g] != REASON_COUNT &&
            !tell_reason(making, &reasons, g,
                         &list[result->not_assessed_count++]))
            return fault_memory(making->reterr);
    return SG_OK;
}

/* ---- heads ---- */

static bool is_target_framework(const struct making *making, uint32_t framework)
{
    const sg_tally *tally = making->tally;

    if (tally->wanted == SG_NEEDS_ROLE)
        return tally->to.framework == framework;
    for (uint32_t i = 0; i < tally->role_count; i++)
        if (tally->targets[i] && tally->targets[i]->role.framework == framework)
            return true;
    return false;
}

static sg_status tell_heads(struct making *making)
{
    const sg_tally *tally = making->tally;
    const size_t count = sg_catalogue_framework_count(making->catalogue);
    sg_framework_info *list = arena_array(making->arena, count, sizeof *list);
    char day[DATE_ROOM];
    sg_needs *result = making->result;

    date_write(tally->today, day);
    result->internal = making->options->internal;
    result->today = arena_strdup(making->arena, day);
    result->target = tally->wanted;
    if (tally->wanted == SG_NEEDS_ROLE)
        result->to = sg_role_info_of(making->catalogue, tally->to);
    result->frameworks = list;
    for (uint32_t i = 0; list && i < count; i++)
        if (is_target_framework(making, i))
            list[result->framework_count++] =
                sg_catalogue_framework_at(making->catalogue, i);
    return making->arena->failed ? fault_memory(making->reterr) : SG_OK;
}

/* The order matters: prices before counts, which tell costs, and these before
 * what is told of classes. */
static sg_status make(struct making *making)
{
    static sg_status (*const steps[])(struct making *) = {
        tell_heads,    tell_staff,    making_needs,   making_groups,
        making_prices, making_counts, making_classes, making_rest,
        making_plan,   making_notes,
    };
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < sizeof(steps) / sizeof(steps[0]);
         i++)
        status = steps[i](making);
    return status;
}

sg_status sg_needs_new(const sg_catalogue *catalogue, const sg_tally *tally,
                       const sg_needs_options *options, sg_needs **ret_needs,
                       sg_error *reterr)
{
    struct whole *whole = calloc(1, sizeof *whole);

    *ret_needs = NULL;
    if (!whole)
        return fault_memory(reterr);
    struct making making = {
        .catalogue = catalogue,
        .tally = tally,
        .options = options,
        .arena = &whole->arena,
        .result = &whole->public,
        .reterr = reterr,
    };
    const sg_status status = make(&making);
    strings_done(&making.need_ids);
    strings_done(&making.class_keys);
    strings_done(&making.thing_keys);
    arena_done(&making.scratch);
    if (status == SG_OK)
        *ret_needs = &whole->public;
    else
        sg_needs_free(&whole->public);
    return status;
}

void sg_needs_free(sg_needs *needs)
{
    struct whole *whole = (struct whole *)needs;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
