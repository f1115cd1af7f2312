/* SPDX-License-Identifier: MIT */
/* What an act takes, and where each figure is from. */
#include "ways/describe.h"

#include "base/buffer.h"

#include <string.h>

static void put_course(const struct course *course, sg_action *action)
{
    action->course = course->id;
    action->note = course->note;
    action->from = describe_sourced(&course->from);
    action->months_from = describe_sourced(&course->months_from);
    action->hours = course->total_hours;
    action->guided_hours = course->guided_hours;
    action->paid_hours = course->paid_hours;
    action->hours_from = describe_sourced(&course->hours_from);
    action->cost_pence = course->price_pence;
    action->cost_least_pence = course->price_least_pence;
    action->cost_most_pence = course->price_most_pence;
    action->cost_from = describe_sourced(&course->price_from);
}

static void put_usual_training(const struct courses *courses, sg_action *action)
{
    const sg_sourced from = describe_sourced(&courses->usual_training_from);

    action->months_from = from;
    action->hours = courses->usual_training_hours;
    action->paid_hours = true;
    action->hours_from = from;
    action->cost_pence = courses->usual_training_pence;
    action->cost_least_pence = courses->usual_training_pence;
    action->cost_most_pence = courses->usual_training_pence;
    action->cost_from = from;
}

/* Where months are from that are no course's. What the words of experience
 * mean is somebody's number too: the document's,
 * the council's own, or what its plugin makes of the words. */
static void put_months(const struct planning *planning, const struct act *act,
                       sg_action *action)
{
    sg_sourced *from = &action->months_from;
    const bool by_course = act->course && act->months == act->course->months;

    if (act->kind == ACT_FINISH) {
        from->source = act->months_known ? "The date on file" : NULL;
        action->cost_from =
            (sg_sourced){.source = "The project's assumption: what is begun is "
                                   "paid for already",
                         .assumed = true};
    }
    if (act_node(act)->op != SG_EXPERIENCE || by_course)
        return;
    if (act->any_length) {
        from->source =
            "The document asks for no length: a month stands for any";
        return;
    }
    *from =
        (sg_sourced){.source = "The document", .assumed = act->word_assumed};
    if (act->months_reason)
        from->source = arena_printf(
            planning->arena, "%s%s",
            act->word_assumed ? "Assumed by the council's plugin: " : "",
            act->months_reason);
    else if (act_node(act)->u.experience.months == 0)
        from->source = "What the council's plugin makes of its words";
}

static void put_funds(const struct planning *planning, struct date begins,
                      const struct course_fund *funds, uint32_t count,
                      sg_funding *list, size_t *length)
{
    char day[DATE_ROOM];

    for (uint32_t i = 0; i < count; i++) {
        const struct fund *fund = funds[i].fund;
        bool known = !course_fund_is_open(&funds[i], begins);
        for (size_t k = 0; k < *length && !known; k++)
            known = strcmp(list[k].id, fund->id) == 0;
        if (known)
            continue;
        date_write(funds[i].ends, day);
        list[(*length)++] = (sg_funding){
            .id = fund->id,
            .title = fund->title,
            .pays = fund->pays,
            .who = fund->who,
            .employee_pays = fund->employee_pays,
            .ends = *day ? arena_strdup(planning->arena, day) : NULL,
            .from = describe_sourced(&fund->from)};
    }
}

/* Only what pays on the day of the answer, each fund once. */
static void put_funding(const struct planning *planning, struct date begins,
                        const struct course *course, sg_action *action)
{
    size_t room = course->fund_count;

    for (uint32_t i = 0; i < course->award_count; i++)
        room += course->awards[i].fund_count;
    sg_funding *list = arena_array(planning->arena, room, sizeof *list);
    if (!list)
        return;
    action->funding = list;
    put_funds(planning, begins, course->funds, course->fund_count, list,
              &action->funding_count);
    for (uint32_t i = 0; i < course->award_count; i++)
        if (course_award_is_open(&course->awards[i], begins))
            put_funds(planning, begins, course->awards[i].funds,
                      course->awards[i].fund_count, list,
                      &action->funding_count);
}

/* `listed`: the day of the list; what had ended by then was not renewed. */
static void add_lapsed(const struct planning *planning, struct date listed,
                       const struct course_fund *funds, uint32_t count,
                       const sg_action *action, struct buffer *out)
{
    char day[DATE_ROOM];

    for (uint32_t i = 0; i < count; i++) {
        const char *title = funds[i].fund->title;
        bool told = funds[i].ends.year == 0 ||
                    date_compare(funds[i].ends, listed) <= 0 ||
                    date_compare(funds[i].ends, planning->today) >= 0 ||
                    (out->data && strstr(out->data, title));
        for (size_t k = 0; k < action->funding_count && !told; k++)
            told = strcmp(action->funding[k].title, title) == 0;
        if (told)
            continue;
        date_write(funds[i].ends, day);
        buffer_printf(out, "%s%s (until %s)", out->size > 0 ? "; " : "", title,
                      day);
    }
}

/* Funds that paid once: whether that was renewed is worth asking. */
static const char *lapsed_text(const struct planning *planning,
                               const struct course *course,
                               const sg_action *action)
{
    struct buffer out = {0};
    struct date listed = {0};

    if (course->from.as_of)
        date_read(course->from.as_of, &listed);
    add_lapsed(planning, listed, course->funds, course->fund_count, action,
               &out);
    for (uint32_t i = 0; i < course->award_count; i++)
        if (course_award_is_open(&course->awards[i], planning->today))
            add_lapsed(planning, listed, course->awards[i].funds,
                       course->awards[i].fund_count, action, &out);
    const char *text = out.size > 0 && !out.failed
                           ? arena_strndup(planning->arena, out.data, out.size)
                           : NULL;
    buffer_done(&out);
    return text;
}

static const char *awards_text(const struct planning *planning,
                               const struct course *course)
{
    struct buffer out = {0};

    for (uint32_t i = 0; i < course->award_count; i++) {
        const struct course_award *award = &course->awards[i];
        if (!course_award_is_open(award, planning->today))
            continue;
        buffer_puts(&out, out.size > 0 ? "; " : "");
        buffer_puts(&out, award->body);
        buffer_puts(&out, " ");
        buffer_puts(&out, award->number);
    }
    const char *text = out.size > 0 && !out.failed
                           ? arena_strndup(planning->arena, out.data, out.size)
                           : NULL;
    buffer_done(&out);
    return text;
}

static const char *entry_text(const struct planning *planning,
                              const struct act *act)
{
    const struct want *entry = act->entry;
    static const char *const stands[] = {
        [SG_UNMET] = "not yet there, so it is part of this way",
        [SG_ASK] = "ask the provider whether what you have is enough",
        [SG_MET] = "what you have is of that level; check with the provider"};

    if (!entry)
        return NULL;
    return arena_printf(planning->arena, "Usually asked for to start: %s (%s)",
                        describe_leaf(planning, entry, entry->judgement.first),
                        stands[entry->judgement.verdict]);
}

void describe_figures(const struct planning *planning, const struct act *act,
                      uint32_t start, sg_action *action)
{
    action->entry = entry_text(planning, act);
    if (act->course) {
        put_course(act->course, action);
        put_funding(planning, date_add_months(planning->today, start),
                    act->course, action);
        action->lapsed = lapsed_text(planning, act->course, action);
        action->awards = awards_text(planning, act->course);
        if (act->entry)
            action->entry_from = describe_sourced(&act->course->entry_from);
        if (act->kind != ACT_START && !act->course->paid_hours)
            action->filled_months = solve_months_of_hours(
                act->course->total_hours, planning->problem.hours_per_month);
        action->on_the_job |= act->course->kind == COURSE_APPRENTICESHIP ||
                              act->course->kind == COURSE_TRAINING;
    } else if (act->kind == ACT_TRAIN && planning->courses) {
        put_usual_training(planning->courses, action);
    }
    if (act->course && act->course->needs_work && !action->note)
        action->note = "Only for those whose work gives evidence for it.";
    put_months(planning, act, action);
}
