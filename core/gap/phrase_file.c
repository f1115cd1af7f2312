/* SPDX-License-Identifier: MIT */
/* Filling the gaps in a sentence with what a person has on file. */
#include "gap/phrase_places.h"

#include <string.h>

static const struct claim *claim_of(const struct filling *filling)
{
    return &filling->judging->held->claims[filling->answer->held];
}

/* In quotation marks where the words are the file's own. */
static const char *fill_title(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    return claim->together
               ? claim->title
               : arena_printf(filling->arena, "\"%s\"", claim->title);
}

/* The list of the file that a leaf reads. */
static const char *fill_list(const struct filling *filling)
{
    const struct node *node =
        &filling->judging->to->framework->nodes[filling->node];

    switch ((sg_op)node->op) {
    case SG_EXPERIENCE:
        return "experience";
    case SG_SKILL:
        return "skills";
    case SG_CREDENTIAL:
        return "licences and other credentials";
    case SG_TRAINING:
        return "training";
    default:
        return "qualifications";
    }
}

static const char *fill_and_role(const struct filling *filling)
{
    return filling->judging->from && !filling->judging->evidence_only
               ? ", and your role does not ask for it"
               : "";
}

static const char *dated(const struct filling *filling, const char *lead,
                         struct date date)
{
    char text[DATE_ROOM];

    date_write(date, text);
    return date.year ? arena_printf(filling->arena, "%s%s", lead, text) : "";
}

/* "a diploma", "an apprenticeship". */
static const char *one_of_kind(const struct filling *filling,
                               const struct claim *claim)
{
    return arena_printf(filling->arena, "%s %s of this kind is a full level %u",
                        strchr("aeiou", claim->kind[0]) ? "an" : "a",
                        claim->kind, (unsigned)claim->full_min);
}

/* What was assumed of a claim that fits. */
static const char *fill_fits(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);
    const struct node *node =
        &filling->judging->to->framework->nodes[filling->node];
    const bool subject =
        claim->subject_assumed && node->u.qualification.subject != SUBJECT_ANY;
    const char *size = claim->full_assumed ? one_of_kind(filling, claim) : NULL;

    if (!filling->answer->assumed)
        return "";
    if (!size && !subject)
        return " (assumed: no source gives its level)";
    return arena_printf(filling->arena, " (assumed: %s%s%s)",
                        subject ? "its subject is read from its title" : "",
                        subject && size ? ", and " : "", size ? size : "");
}

/* The level that a named award is taken to have, where that counted. */
static const char *fill_taken(const struct filling *filling)
{
    const struct judging *judging = filling->judging;
    const struct title_knowledge *titles = judging->held->titles;
    const struct framework *to = judging->to->framework;
    const char *name =
        framework_text(to, to->nodes[filling->node].u.qualification.name);
    struct claim named = {0};

    if (!filling->answer->assumed || !titles->read)
        return "";
    titles->read(titles->context, name, &named);
    if (named.rqf_min == named.rqf_max)
        return arena_printf(filling->arena,
                            " (assumed: %s is taken to be level %u)", name,
                            (unsigned)named.rqf_min);
    return arena_printf(filling->arena,
                        " (assumed: %s is taken to be level %u to %u)", name,
                        (unsigned)named.rqf_min, (unsigned)named.rqf_max);
}

static const char *fill_expected(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    return claim->expected.year
               ? dated(filling, ": it is expected ", claim->expected)
               : "";
}

static const char *fill_studying(const struct filling *filling)
{
    return claim_of(filling)->status == CLAIM_WORKING_TOWARDS
               ? arena_printf(
                     filling->arena, ", in progress%s",
                     dated(filling, " until ", claim_of(filling)->expected))
               : "";
}

static const char *fill_levels(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    return arena_printf(filling->arena, "level %u to %u today",
                        (unsigned)claim->rqf_min, (unsigned)claim->rqf_max);
}

/* Several together, or several on one line. */
static bool is_several(const struct claim *claim)
{
    return claim->together || claim->count > 1;
}

/* "2 A levels together are", "\"NVQ 3\" is". */
static const char *fill_claim_is(const struct filling *filling)
{
    return claim_of(filling)->together ? "are" : "is";
}

static const char *fill_claim_has(const struct filling *filling)
{
    return claim_of(filling)->together ? "have" : "has";
}

static const char *subjects_of(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    if (!claim->subjects)
        return "their subjects";
    return arena_printf(
        filling->arena, "their subjects (%s%s)", claim->subjects,
        claim->subjects_missing ? "; of the others nothing is on file" : "");
}

/* "its subject (15.2 Administration)", or those of several. */
static const char *fill_its_subject(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    if (is_several(claim))
        return subjects_of(filling);
    if (!claim->subject)
        return "its subject";
    return arena_printf(filling->arena, "its subject (%s%s%s)", claim->subject,
                        claim->subject_title ? " " : "",
                        claim->subject_title ? claim->subject_title : "");
}

/* What is not known of the subject: that it is relevant, or all of it. */
static const char *fill_subject_open(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);
    const bool several = is_several(claim);

    if (several ? !claim->subjects : !claim->subject)
        return arena_printf(filling->arena, "%s not on file: check that %s",
                            several ? "their subjects are" : "its subject is",
                            several ? "they fit" : "it fits");
    return arena_printf(filling->arena,
                        "nobody says that %s %s relevant here: check that %s",
                        fill_its_subject(filling), several ? "are" : "is",
                        several ? "they fit" : "it fits");
}

static const char *fill_subject_too(const struct filling *filling)
{
    if (!filling->answer->subject_open)
        return "";
    return arena_printf(filling->arena,
                        ", and whether %s is right here is for the manager to "
                        "say",
                        fill_its_subject(filling));
}

/* What the question about a comparability asks beside it. */
static const char *fill_ask_subject(const struct filling *filling)
{
    const struct framework *to = filling->judging->to->framework;

    if (!filling->answer->subject_open)
        return "";
    return arena_printf(
        filling->arena, " And would the manager accept %s for this: %s?",
        fill_its_subject(filling),
        phrase_lower(framework_node_label(to, filling->node, filling->arena),
                     filling->arena));
}

static const char *fill_the_subject(const struct filling *filling)
{
    return is_several(claim_of(filling)) ? "the subjects" : "the subject";
}

/* Whether the answer is about a qualification: of a credential that stands
 * among them too. */
static bool is_about_claim(enum cause cause)
{
    return cause >= CAUSE_CLAIM_FITS && cause <= CAUSE_CLAIM_UNKNOWN;
}

/* When it ran out, or runs out. */
static const char *expiry(const struct filling *filling, const char *lead)
{
    const struct held *held = filling->judging->held;
    const uint32_t at = filling->answer->held;
    struct date expires = {0};
    bool assumed = false;

    if (is_about_claim(filling->answer->cause)) {
        expires = held->claims[at].expires;
        assumed = held->claims[at].expiry_assumed;
    } else if (filling->answer->cause == CAUSE_TRAINING_OVER) {
        expires = held->trainings[at].expires;
    } else {
        expires = held->credentials[at].expires;
        assumed = held->credentials[at].expiry_assumed;
    }
    return arena_printf(filling->arena, "%s%s", dated(filling, lead, expires),
                        assumed ? " (worked out from how long such a "
                                  "certificate is good)"
                                : "");
}

static const char *fill_over(const struct filling *filling)
{
    return expiry(filling, " on ");
}

static const char *fill_until(const struct filling *filling)
{
    const uint32_t at = filling->answer->held;

    return filling->judging->held->credentials[at].expires.year
               ? expiry(filling, ", good until ")
               : ", with no end date";
}

static const char *as_post(const struct filling *filling, uint32_t at)
{
    const struct held_post *post = &filling->judging->held->posts[at];

    if (!post->title && !post->area)
        return "in a post without a title";
    return post->title
               ? arena_printf(filling->arena, "as %s", post->title)
               : arena_printf(filling->arena, "of the kind %s", post->area);
}

static const char *fill_as_post(const struct filling *filling)
{
    return as_post(filling, filling->answer->held);
}

/* The posts whose kind is open, the nearest first, each name once. */
static const char *fill_as_posts(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;
    const char *names[1 + ALSO_MOST] = {as_post(filling, answer->held)};
    const char *all = names[0];
    size_t count = 1;

    for (size_t i = 0; i < ALSO_MOST && answer->also[i] != NO_INDEX; i++) {
        const char *name = as_post(filling, answer->also[i]);
        bool known = !name || !all;
        for (size_t n = 0; n < count && !known; n++)
            known = strcmp(names[n], name) == 0;
        if (known)
            continue;
        names[count++] = name;
        all = arena_printf(filling->arena, "%s or %s", all, name);
    }
    return all;
}

/* In full-time terms, where that is another number. */
static const char *full_time(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;
    const unsigned tenths = answer->held_fte_tenths;

    if (tenths == 0 || tenths == answer->held_months * 10u)
        return "";
    return arena_printf(
        filling->arena, " (%g in full-time terms, at %g hours a week%s)",
        (double)tenths / 10, (double)filling->judging->full_time_hours,
        filling->judging->full_time_assumed ? ", assumed" : "");
}

static const char *acting(const struct filling *filling)
{
    const struct leaf_answer *answer = filling->answer;

    if (answer->acting_months == 0)
        return "";
    if (answer->acting_months == answer->held_months)
        return " (all of them acting up)";
    return arena_printf(filling->arena, " (%u of them acting up)",
                        (unsigned)answer->acting_months);
}

static const char *work_phrase(const struct filling *filling, const char *your)
{
    const struct leaf_answer *answer = filling->answer;
    const char *months = phrase_months(filling->arena, answer->held_months);

    if (answer->cause == CAUSE_WORK_ANY_TIME)
        return answer->held_posts == 1
                   ? arena_printf(filling->arena, "%s work %s", your,
                                  fill_as_post(filling))
                   : arena_printf(filling->arena, "%s work in %u posts", your,
                                  (unsigned)answer->held_posts);
    if (answer->held_months == 0)
        return arena_printf(filling->arena,
                            "%s time %s, whose length is not known,", your,
                            fill_as_post(filling));
    if (answer->held_posts == 1)
        return arena_printf(filling->arena, "%s %s %s%s%s", your, months,
                            fill_as_post(filling), acting(filling),
                            full_time(filling));
    return arena_printf(filling->arena, "%s %s of such work in %u posts%s%s",
                        your, months, (unsigned)answer->held_posts,
                        acting(filling), full_time(filling));
}

static const char *fill_work(const struct filling *filling)
{
    return work_phrase(filling, "your");
}

static const char *fill_work_first(const struct filling *filling)
{
    return work_phrase(filling, "Your");
}

/* "1 month counts", "2 months count", "work counts". */
static bool is_one(const struct filling *filling)
{
    return filling->answer->cause == CAUSE_WORK_ANY_TIME ||
           filling->answer->held_months == 1;
}

static const char *fill_s(const struct filling *filling)
{
    return is_one(filling) ? "s" : "";
}

static const char *fill_are(const struct filling *filling)
{
    return is_one(filling) ? "is" : "are";
}

static const char *fill_may(const struct filling *filling)
{
    return arena_printf(filling->arena, "%u",
                        (unsigned)filling->answer->may_months);
}

/* Where a document states a length, it must not be read as a hard bar. */
static const char *fill_stated(const struct filling *filling)
{
    const struct node *node =
        &filling->judging->to->framework->nodes[filling->node];

    return node->u.experience.months > 0
               ? " Equivalent experience should be considered as well."
               : "";
}

/* Why it may be such work: what the duties of the nearest post's role say, or
 * that it supervised others. */
static const char *fill_touching(const struct filling *filling)
{
    const struct judging *judging = filling->judging;
    const struct held_post *post = &judging->held->posts[filling->answer->held];
    const uint32_t at = filling->answer->place;
    const uint16_t about =
        judging->to->framework->nodes[filling->node].criterion;

    if (post->framework && at != NO_INDEX)
        return arena_printf(
            filling->arena, ": the description of %s says \"%s\"", post->title,
            framework_text(post->framework, post->framework->items[at].text));
    return post->supervises &&
                   judging->reference->criteria[about].left_open_by_supervising
               ? arena_printf(filling->arena, ": you supervised others %s",
                              filling->answer->also[0] == NO_INDEX
                                  ? "there"
                                  : fill_as_post(filling))
               : "";
}

static const char *fill_skill(const struct filling *filling)
{
    const struct judging *judging = filling->judging;
    const struct held_skill *skill =
        &judging->held->skills[filling->answer->held];
    const char *title = judging->reference->criteria[skill->criterion].title;

    return skill->level ? arena_printf(filling->arena, "%s, level \"%s\"",
                                       title, skill->level)
                        : title;
}

static const char *fill_wanted_word(const struct filling *filling)
{
    const struct framework *to = filling->judging->to->framework;
    const struct node *node = &to->nodes[filling->node];
    const char *degree = framework_text(to, node->u.skill.degree);
    const char *depth = framework_text(to, node->u.skill.depth);

    return arena_printf(filling->arena, "\"%s%s%s\"", degree,
                        *degree && *depth ? " " : "", depth);
}

static const char *fill_course(const struct filling *filling)
{
    const char *title =
        filling->judging->held->trainings[filling->answer->held].title;

    return title ? title : "a course without a title";
}

const struct place file_places[] = {
    {"{title}", fill_title},
    {"{list}", fill_list},
    {"{and_role}", fill_and_role},
    {"{fits}", fill_fits},
    {"{expected}", fill_expected},
    {"{studying}", fill_studying},
    {"{levels}", fill_levels},
    {"{taken}", fill_taken},
    {"{its_subject}", fill_its_subject},
    {"{subject_open}", fill_subject_open},
    {"{subject_too}", fill_subject_too},
    {"{ask_subject}", fill_ask_subject},
    {"{the_subject}", fill_the_subject},
    {"{as_posts}", fill_as_posts},
    {"{claim_is}", fill_claim_is},
    {"{claim_has}", fill_claim_has},
    {"{over}", fill_over},
    {"{until}", fill_until},
    {"{as_post}", fill_as_post},
    {"{work}", fill_work},
    {"{Work}", fill_work_first},
    {"{s}", fill_s},
    {"{are}", fill_are},
    {"{may}", fill_may},
    {"{stated}", fill_stated},
    {"{touching}", fill_touching},
    {"{skill}", fill_skill},
    {"{wanted_word}", fill_wanted_word},
    {"{course}", fill_course},
};

const size_t file_place_count = sizeof(file_places) / sizeof(file_places[0]);
