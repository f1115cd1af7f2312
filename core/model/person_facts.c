/* SPDX-License-Identifier: MIT */
/* What one entry of a person file says, fact by fact, in words. */
#include "model/person_facts.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "" for 1, "s" for any other number. */
static const char *plural(double number)
{
    return number == 1 ? "" : "s";
}

static void add(struct facts *facts, const char *field, const char *text)
{
    facts->items[facts->count++] =
        (sg_person_fact){.field = field, .text = text};
}

static void add_text(struct facts *facts, const char *field, const char *lead,
                     const char *text)
{
    if (text)
        add(facts, field, arena_printf(facts->arena, "%s%s", lead, text));
}

static void add_date(struct facts *facts, const char *field, const char *lead,
                     struct date date)
{
    char text[DATE_ROOM];
    date_write(date, text);
    if (date.year)
        add_text(facts, field, lead, text);
}

/* What runs out, and whether it has. */
static void add_expiry(struct facts *facts, struct date expires)
{
    const bool over = date_compare(expires, facts->today) < 0;
    add_date(facts, "expires", over ? "expired " : "expires ", expires);
}

static void leave_open(struct facts *facts, const char *field)
{
    facts->open[facts->open_count++] = field;
}

/* Closes the entry. What the file calls it, or else what stands for it. */
static void finish(struct facts *facts, const char *label,
                   sg_person_entry *entry)
{
    struct arena *arena = facts->arena;
    sg_person_fact *items = arena_array(arena, facts->count, sizeof(*items));
    const char **open = arena_array(arena, facts->open_count, sizeof(*open));
    entry->label = arena_strdup(arena, label);
    if (!items || !open)
        return;
    memcpy(items, facts->items, facts->count * sizeof(*items));
    memcpy(open, facts->open, facts->open_count * sizeof(*open));
    entry->facts = items;
    entry->fact_count = facts->count;
    entry->open = open;
    entry->open_count = facts->open_count;
    facts->count = 0;
    facts->open_count = 0;
}

static void add_level(struct facts *facts,
                      const struct person_qualification *from)
{
    struct arena *arena = facts->arena;
    if (from->level && from->scale != SCALE_NONE)
        add(facts, "level",
            arena_printf(arena, "%s level %u", scale_name(from->scale),
                         (unsigned)from->level));
    else if (from->level)
        add(facts, "level",
            arena_printf(arena, "level %u on a scale that is not %s",
                         (unsigned)from->level,
                         from->scale_unknown ? "known" : "given"));
    else if (from->scale != SCALE_NONE)
        add(facts, "scale",
            arena_printf(arena, "on the scale %s", scale_name(from->scale)));
    if (!from->level)
        leave_open(facts, "level");
    else if (from->scale == SCALE_NONE)
        leave_open(facts, "scale");
}

static void add_size(struct facts *facts,
                     const struct person_qualification *from)
{
    if (from->size != SIZE_UNKNOWN)
        add_text(facts, "size", "size ", person_sizes[from->size - SIZE_AWARD]);
    else
        leave_open(facts, "size");
}

static void add_grades(struct facts *facts,
                       const struct person_qualification *from)
{
    struct buffer list = {0};
    if (from->count)
        add(facts, "count",
            arena_printf(facts->arena, "%u of them", (unsigned)from->count));
    for (size_t i = 0; i < from->grade_count; i++)
        buffer_printf(&list, "%s%s", i ? ", " : "", from->grades[i]);
    if (list.failed)
        facts->arena->failed = true;
    else if (from->grade_count > 0)
        add_text(facts, "grades", from->grade_count > 1 ? "grades " : "grade ",
                 list.data);
    buffer_done(&list);
}

/* What nobody says is held, and is expected. */
static void add_expected_status(struct facts *facts, const struct claim *claim)
{
    if (claim_status_on(claim, facts->today) == CLAIM_OPEN)
        add(facts, "status",
            "only expected, and that day has passed: awarded or not is open");
    else
        add(facts, "status", "only expected, so not held yet");
}

static void add_status(struct facts *facts,
                       const struct person_qualification *from)
{
    static const char *const words[] = {
        [STATUS_HELD] = "held",
        [STATUS_WORKING_TOWARDS] = "working towards it, so not held yet",
    };
    if (from->status_given)
        add(facts, "status", words[from->status]);
    else
        leave_open(facts, "status");
}

/* What it is worth: level and size as one sentence. */
static void add_worth(struct facts *facts, const struct claim *claim)
{
    const char *assumed = claim->full_assumed || claim->level_assumed
                              ? " (assumed: the usual one of its kind)"
                              : "";
    char level[48];
    if (!claim->level_known)
        return;
    if (claim->rqf_max == 0)
        snprintf(level, sizeof(level), "worth entry level");
    else if (claim->rqf_min == claim->rqf_max)
        snprintf(level, sizeof(level), "worth level %u", claim->rqf_min);
    else if (claim->rqf_min == 0)
        snprintf(level, sizeof(level), "worth entry level to level %u",
                 claim->rqf_max);
    else
        snprintf(level, sizeof(level), "worth level %u to %u", claim->rqf_min,
                 claim->rqf_max);
    if (claim->full_max == 0)
        add(facts, "worth",
            arena_printf(facts->arena, "%s, and no full level%s", level,
                         assumed));
    else if (claim->full_min > 0 && claim->full_min == claim->full_max)
        add(facts, "worth",
            arena_printf(facts->arena, "%s, a full level %u%s", level,
                         claim->full_min, assumed));
    else
        add(facts, "worth", arena_printf(facts->arena, "%s%s", level, assumed));
}

static void add_subject_read(struct facts *facts, const struct claim *claim)
{
    if (!claim->subject)
        return;
    if (claim->subject_mixed ||
        (claim->subject_b && strcmp(claim->subject, claim->subject_b) != 0))
        add(facts, "subject_area", "several subject areas, or none for some");
    else
        add(facts, "subject_area",
            arena_printf(facts->arena, "subject area %s%s%s%s", claim->subject,
                         claim->subject_title ? " " : "",
                         claim->subject_title ? claim->subject_title : "",
                         claim->subject_assumed
                             ? " (assumed: read from the words)"
                             : ""));
}

/* Where title and fields say two things. */
static void add_differences(struct facts *facts, const struct claim *claim)
{
    static const char *const texts[] = {
        "the title names another type; the field counts",
        "the title names another level; the field counts",
        "the title names another size; the field counts",
        "the title names another subject; the field counts",
        "the title says otherwise whether it is held; the field counts",
        "the title names another number; the field counts",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (claim->differs >> i & 1)
            add(facts, "differs", texts[i]);
}

/* What the file's fields leave out and the title does not. */
static void close_open(struct facts *facts, const struct claim *claim)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->open_count; i++) {
        const char *field = facts->open[i];
        const bool closed =
            (claim->level_known &&
             (strcmp(field, "level") == 0 || strcmp(field, "scale") == 0)) ||
            (claim->level_known && claim->full_min == claim->full_max &&
             strcmp(field, "size") == 0) ||
            (claim->subject && strcmp(field, "subject") == 0) ||
            (claim_status_on(claim, facts->today) != CLAIM_OPEN &&
             strcmp(field, "status") == 0);
        if (!closed)
            facts->open[kept++] = field;
    }
    facts->open_count = kept;
}

static void add_claim(struct facts *facts, const struct claim *claim)
{
    if (!claim)
        return;
    if (claim->only_expected)
        add_expected_status(facts, claim);
    if (claim->failed)
        add(facts, "worth", "not passed, so it counts for nothing");
    else if (claim->none)
        add(facts, "worth", "no qualification: it counts for none");
    if (claim->overseas)
        add(facts, "worth",
            "from abroad: a statement of comparability says what it is worth");
    if (!claim->none && !claim->overseas)
        add_worth(facts, claim);
    add_subject_read(facts, claim);
    add_differences(facts, claim);
    close_open(facts, claim);
}

void facts_of_together(struct facts *facts, const struct claim *claim,
                       sg_person_entry *entry)
{
    add_claim(facts, claim);
    finish(facts, claim->title, entry);
}

void facts_of_qualification(struct facts *facts,
                            const struct person_qualification *from,
                            const struct claim *claim, sg_person_entry *entry)
{
    add_text(facts, "type", "type ", from->type);
    add_level(facts, from);
    add_size(facts, from);
    add_grades(facts, from);
    add_text(facts, "subject", "subject ", from->subject);
    if (!from->subject)
        leave_open(facts, "subject");
    add_text(facts, "country", "awarded in ", from->country);
    add_status(facts, from);
    add_date(facts, "awarded", "awarded ", from->awarded);
    add_date(facts, "expected", "expected ", from->expected);
    add_expiry(facts, from->expires);
    add_text(facts, "number", "number ", from->number);
    add_claim(facts, claim);
    finish(facts, from->title ? from->title : "A qualification without a title",
           entry);
}

/* Both ends count. A year alone may begin or end in any of its months; what
 * lies ahead does not count yet. */
static uint32_t months_between(const struct facts *facts, struct date from,
                               struct date to, bool most)
{
    enum { JANUARY = 1, DECEMBER = 12 };
    const int32_t first = date_month(from, most ? JANUARY : DECEMBER);
    const int32_t now = date_month(facts->today, DECEMBER);
    int32_t last = to.year ? date_month(to, most ? DECEMBER : JANUARY) : now;
    last = last < now ? last : now;
    return last < first ? 0 : (uint32_t)(last - first + 1);
}

static void add_months(struct facts *facts,
                       const struct person_experience *from,
                       sg_person_entry *entry)
{
    const uint32_t least = months_between(facts, from->from, from->to, false);
    const uint32_t most = months_between(facts, from->from, from->to, true);
    entry->has_months = from->from.year != 0;
    if (!entry->has_months) {
        leave_open(facts, "from");
        return;
    }
    /* Who worked in a year worked in a month of it. */
    entry->months_least = least == 0 && most > 0 ? 1 : least;
    entry->months_most = most;
    if (most == 0)
        return; /* it has not begun */
    if (entry->months_least == most)
        add(facts, "months",
            arena_printf(facts->arena, "%u month%s", (unsigned)most,
                         plural(most)));
    else
        add(facts, "months",
            arena_printf(facts->arena, "%u to %u months",
                         (unsigned)entry->months_least, (unsigned)most));
}

static void add_span(struct facts *facts, const struct person_experience *from)
{
    char first[DATE_ROOM], last[DATE_ROOM];
    date_write(from->from, first);
    date_write(from->to, last);
    if (from->from.year &&
        months_between(facts, from->from, from->to, true) == 0)
        add(facts, "from",
            arena_printf(facts->arena, "begins %s%s%s", first,
                         from->to.year ? " and ends " : "", last));
    else if (from->from.year)
        add(facts, "from",
            arena_printf(facts->arena, "from %s to %s", first,
                         from->to.year ? last : "today"));
    else
        add_date(facts, "to", "to ", from->to);
}

static void add_hours(struct facts *facts, const struct person_experience *from)
{
    const double hours = (double)from->hours_per_week;
    if (hours > 0)
        add(facts, "hours_per_week",
            arena_printf(facts->arena, "%.4g hour%s a week", hours,
                         plural(hours)));
}

static const char *post_label(const struct person_experience *from)
{
    return from->title  ? from->title
           : from->role ? from->role
           : from->area ? from->area
                        : "A post without a title";
}

void facts_of_post(struct facts *facts, const struct person_experience *from,
                   sg_person_entry *entry)
{
    static const char *const bases[] = {
        [BASIS_PAID] = "paid",
        [BASIS_VOLUNTARY] = "voluntary",
        [BASIS_ACTING] = "acting up in this role",
    };
    add_text(facts, "role", "role ", from->role);
    add_text(facts, "area", "kind of work ", from->area);
    if (!from->role && !from->area)
        leave_open(facts, "area");
    add_span(facts, from);
    add_months(facts, from, entry);
    add_hours(facts, from);
    if (from->basis_given)
        add(facts, "basis", bases[from->basis]);
    if (from->supervises_given)
        add(facts, "supervises",
            from->supervises ? "supervises" : "does not supervise");
    else
        leave_open(facts, "supervises");
    finish(facts, post_label(from), entry);
}

void facts_of_skill(struct facts *facts, const struct person_skill *from,
                    sg_person_entry *entry)
{
    add_text(facts, "level", "level ", from->level);
    if (!from->level)
        leave_open(facts, "level");
    finish(facts, from->id, entry);
}

void facts_of_credential(struct facts *facts,
                         const struct person_credential *from,
                         sg_person_entry *entry)
{
    add_date(facts, "issued", "issued ", from->issued);
    add_expiry(facts, from->expires);
    finish(facts, from->id, entry);
}

void facts_of_course(struct facts *facts, const struct person_training *from,
                     sg_person_entry *entry)
{
    add_text(facts, "criterion", "for ", from->criterion);
    add_date(facts, "completed", "completed ", from->completed);
    add_expiry(facts, from->expires);
    finish(facts,
           from->title       ? from->title
           : from->criterion ? from->criterion
                             : "A course without a title",
           entry);
}

void facts_of_confirmation(struct facts *facts,
                           const struct person_confirmation *from,
                           sg_person_entry *entry)
{
    char day[DATE_ROOM];
    add(facts, "verdict", sg_verdict_word(from->verdict));
    date_write(from->on, day);
    add(facts, "by",
        arena_printf(facts->arena, "confirmed by %s on %s", from->by, day));
    add_text(facts, "framework_version", "for framework version ",
             from->framework_version);
    add_text(facts, "hash", "for the line whose hash is ", from->hash);
    add_text(facts, "evidence", "evidence: ", from->evidence);
    if (!from->framework_version && !from->hash)
        leave_open(facts, "framework_version");
    finish(facts, from->line, entry);
}
