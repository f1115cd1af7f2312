/* SPDX-License-Identifier: MIT */
/* Filling the gaps in a sentence with what a person has on file. */
#include "gap/phrase_places.h"

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

static const char *fill_fits(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);
    const struct node *node =
        &filling->judging->to->framework->nodes[filling->node];
    const bool subject =
        claim->subject_assumed && node->u.qualification.subject != SUBJECT_ANY;

    if (!filling->answer->assumed)
        return "";
    if (subject && claim->full_assumed)
        return " (assumed: its subject is read from its title, and its size "
               "is the usual one)";
    return subject ? " (assumed: its subject is read from its title)"
                   : " (assumed: its size is the usual one of its kind)";
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

static const char *fill_subject(const struct filling *filling)
{
    const struct claim *claim = claim_of(filling);

    if (!claim->subject)
        return "";
    return arena_printf(filling->arena, " (%s%s%s)", claim->subject,
                        claim->subject_title ? " " : "",
                        claim->subject_title ? claim->subject_title : "");
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

static const char *fill_as_post(const struct filling *filling)
{
    const struct held_post *post =
        &filling->judging->held->posts[filling->answer->held];

    if (!post->title && !post->area)
        return "in a post without a title";
    return post->title
               ? arena_printf(filling->arena, "as %s", post->title)
               : arena_printf(filling->arena, "of the kind %s", post->area);
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
    if (answer->held_posts == 1)
        return arena_printf(filling->arena, "%s %s %s%s", your, months,
                            fill_as_post(filling), full_time(filling));
    return arena_printf(filling->arena, "%s %s of such work in %u posts%s",
                        your, months, (unsigned)answer->held_posts,
                        full_time(filling));
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

static const char *fill_touching(const struct filling *filling)
{
    const struct held_post *post =
        &filling->judging->held->posts[filling->answer->held];
    const uint32_t at = filling->answer->place;

    if (!post->framework || at == NO_INDEX)
        return "";
    return arena_printf(
        filling->arena, ": that role's description says \"%s\"",
        framework_text(post->framework, post->framework->items[at].text));
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
    {"{title}", fill_title},       {"{list}", fill_list},
    {"{and_role}", fill_and_role}, {"{fits}", fill_fits},
    {"{expected}", fill_expected}, {"{studying}", fill_studying},
    {"{levels}", fill_levels},     {"{subject}", fill_subject},
    {"{over}", fill_over},         {"{until}", fill_until},
    {"{as_post}", fill_as_post},   {"{work}", fill_work},
    {"{Work}", fill_work_first},   {"{s}", fill_s},
    {"{are}", fill_are},           {"{may}", fill_may},
    {"{stated}", fill_stated},     {"{touching}", fill_touching},
    {"{skill}", fill_skill},       {"{wanted_word}", fill_wanted_word},
    {"{course}", fill_course},
};

const size_t file_place_count = sizeof(file_places) / sizeof(file_places[0]);
