/* SPDX-License-Identifier: MIT */
/* Titles and fields of a person's qualifications, joined. */
#include "quals/claim.h"

#include "quals/claim_inside.h"
#include "quals/title.h"

#include <string.h>
#include <strings.h>

/* ---- laying the fields over the title ---- */

static sg_title_type type_named(const char *word)
{
    for (int type = SG_TYPE_GCSE; word && type <= SG_TYPE_OTHER; type++)
        if (strcmp(sg_title_type_word((sg_title_type)type), word) == 0)
            return (sg_title_type)type;
    return SG_TYPE_OPEN;
}

static int award_with_id(const struct quals *quals, const char *id)
{
    for (uint32_t i = 0; i < quals->award_count; i++)
        if (strcmp(quals->awards[i].id, id) == 0)
            return (int)i;
    return NO_AWARD;
}

int award_with_title(const struct quals *quals, const char *title)
{
    int found = NO_AWARD;
    for (uint32_t i = quals->award_count; title && i-- > 0;)
        if (quals->awards[i].title[0] == title[0] &&
            strcmp(quals->awards[i].title, title) == 0)
            found = (int)i;
    return found;
}

/* An NVQ may be a certificate or vocational as well, and "AAT" of any type; an
 * A level is no NVQ. */
static bool contradicts(const struct entry *entry, sg_title_type type)
{
    const bool strong =
        type == SG_TYPE_GCSE || type == SG_TYPE_A_LEVEL ||
        type == SG_TYPE_NVQ || type == SG_TYPE_SVQ || type == SG_TYPE_DEGREE ||
        type == SG_TYPE_APPRENTICESHIP || type == SG_TYPE_FUNCTIONAL_SKILLS;
    return strong && (entry->award == NO_AWARD ||
                      entry->quals->awards[entry->award].rank == RANK_MAIN);
}

static void lay_type(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    const sg_title_type type = type_named(entry->from->type);
    entry->award = award_with_title(entry->quals, reading->award);
    if (type == SG_TYPE_OPEN)
        return;
    if (reading->type != SG_TYPE_OPEN && reading->type != type &&
        contradicts(entry, type)) {
        entry->differs |= CLAIM_DIFFERS_TYPE;
        entry->award = NO_AWARD;
    }
    reading->type = type;
    /* "nvq" is an award by itself, "vocational" none. */
    if (entry->award == NO_AWARD)
        entry->award = award_with_id(entry->quals, sg_title_type_word(type));
}

/* The scale of a level that the file gives without one: the title's, else the
 * one on which its kind is counted. A level 3 of nothing else may be anything:
 * SCALE_NONE. */
static enum scale_id usual_scale(const struct entry *entry)
{
    const sg_title_type type = entry->reading.type;
    if (entry->reading.scale != SG_SCALE_OPEN)
        return (enum scale_id)entry->reading.scale;
    if (entry->award != NO_AWARD &&
        entry->quals->awards[entry->award].scale != SCALE_NONE)
        return (enum scale_id)entry->quals->awards[entry->award].scale;
    return type == SG_TYPE_APPRENTICESHIP || type == SG_TYPE_FUNCTIONAL_SKILLS
               ? SCALE_RQF
               : SCALE_NONE;
}

/* `level` is below LEVELS_PER_SCALE: a file's is at most 12, a title's one
 * digit. */
static struct rqf_range worth_on(const struct quals *quals, enum scale_id scale,
                                 unsigned level)
{
    const struct level_range *levels = quals->scales[scale];
    if (scale == SCALE_NONE)
        return (struct rqf_range){0};
    if (level_is_entry(levels, level))
        return (struct rqf_range){.min = SG_RQF_E1, .max = SG_RQF_E3};
    if (levels[level].min == 0)
        return (struct rqf_range){0};
    return (struct rqf_range){
        .min = (uint8_t)(levels[level].min + SG_RQF_1 - 1),
        .max = (uint8_t)(levels[level].max + SG_RQF_1 - 1)};
}

static void set_level(struct entry *entry, enum scale_id scale, unsigned level)
{
    struct sg_title_reading *reading = &entry->reading;
    const struct rqf_range worth = worth_on(entry->quals, scale, level);
    if (worth.min != SG_RQF_OPEN && reading->rqf_min != SG_RQF_OPEN &&
        ((uint8_t)reading->rqf_min > worth.max ||
         (uint8_t)reading->rqf_max < worth.min))
        entry->differs |= CLAIM_DIFFERS_LEVEL;
    reading->scale = (sg_title_scale)scale;
    reading->rqf_min = (sg_rqf)worth.min;
    reading->rqf_max = (sg_rqf)worth.max;
    reading->level_assumed = entry->quals->scale_assumed[scale];
}

static void lay_level(struct entry *entry)
{
    const struct person_qualification *from = entry->from;
    struct sg_title_reading *reading = &entry->reading;
    const unsigned written =
        reading->level[0] >= '1' && reading->level[0] <= '9'
            ? (unsigned)(reading->level[0] - '0')
            : 0;
    if (from->scale_unknown) {
        reading->rqf_min = reading->rqf_max = SG_RQF_OPEN;
        entry->level_unsure = true;
    } else if (from->level > 0) {
        set_level(entry,
                  from->scale != SCALE_NONE ? from->scale : usual_scale(entry),
                  from->level);
    } else if (from->scale != SCALE_NONE && written > 0 &&
               reading->level[1] == '\0' &&
               from->scale != (enum scale_id)reading->scale) {
        set_level(entry, from->scale, written);
        entry->differs |= CLAIM_DIFFERS_LEVEL;
    } else if (reading->rqf_min == SG_RQF_OPEN && entry->award != NO_AWARD &&
               reading->award == NULL) {
        /* The type alone says it: a degree, a GCSE. */
        reading->rqf_min = (sg_rqf)entry->quals->awards[entry->award].rqf.min;
        reading->rqf_max = (sg_rqf)entry->quals->awards[entry->award].rqf.max;
    }
}

static sg_title_size size_of_type(sg_title_type type)
{
    switch (type) {
    case SG_TYPE_AWARD:
        return SG_SIZE_AWARD;
    case SG_TYPE_CERTIFICATE:
        return SG_SIZE_CERTIFICATE;
    case SG_TYPE_DIPLOMA:
        return SG_SIZE_DIPLOMA;
    default:
        return SG_SIZE_OPEN;
    }
}

static void lay_size(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    sg_title_size size = (sg_title_size)entry->from->size;
    /* A type can be a size. */
    if (size == SG_SIZE_OPEN && type_named(entry->from->type) != SG_TYPE_OPEN)
        size = size_of_type(reading->type);
    if (size == SG_SIZE_OPEN)
        return;
    if (size != SG_SIZE_FULL && reading->size != SG_SIZE_OPEN &&
        reading->size != SG_SIZE_FULL && reading->size != size)
        entry->differs |= CLAIM_DIFFERS_SIZE;
    reading->size = size;
}

static const struct subject *subject_with_code(const struct quals *quals,
                                               const char *code)
{
    for (uint32_t i = 0; i < quals->subject_count; i++)
        if (strcmp(quals->subjects[i].code, code) == 0)
            return &quals->subjects[i];
    return NULL;
}

/* A code is what it says; words are read as those of a title are. */
static void lay_subject(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    const char *given = entry->from->subject;
    struct sg_title_reading words;
    if (!given)
        return;
    const struct subject *subject = subject_with_code(entry->quals, given);
    const char *code = subject ? subject->code : NULL;
    if (!subject) {
        title_memo_read(entry->memo, entry->quals, given, &words);
        code = words.subject;
    }
    if (reading->subject && (!code || strcmp(reading->subject, code) != 0))
        entry->differs |= CLAIM_DIFFERS_SUBJECT;
    entry->subject_given = subject != NULL;
    reading->subject = code;
    reading->subject_title = subject ? subject->title : words.subject_title;
}

/* What nobody says is held, and is expected rather than awarded, is on its
 * way. */
static void lay_expected(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    entry->only_expected = reading->status == SG_STATUS_HELD &&
                           entry->from->expected.year != 0 &&
                           entry->from->awarded.year == 0;
    if (entry->only_expected)
        reading->status = SG_STATUS_WORKING_TOWARDS;
}

static void lay_status(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    if (!entry->from->status_given) {
        if (!entry->from->title)
            reading->status = SG_STATUS_HELD;
        lay_expected(entry);
        return;
    }
    const sg_title_status status = entry->from->status == STATUS_HELD
                                       ? SG_STATUS_HELD
                                       : SG_STATUS_WORKING_TOWARDS;
    /* A title that says nothing of it is read as held, and contradicts
     * nobody. */
    if (entry->from->title && reading->status != status &&
        reading->status != SG_STATUS_HELD)
        entry->differs |= CLAIM_DIFFERS_STATUS;
    reading->status = status;
}

/* GB, GB-SCT, UK, and the names of the four nations. */
static bool is_home(const char *country)
{
    static const char *const names[] = {
        "GB",
        "UK",
        "England",
        "Scotland",
        "Wales",
        "Cymru",
        "GBR",
        "Britain",
        "Northern Ireland",
        "Great Britain",
        "United Kingdom",
    };
    if (strncasecmp(country, "GB-", 3) == 0)
        return true;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcasecmp(names[i], country) == 0)
            return true;
    return false;
}

void entry_read(const struct quals *quals, struct title_memo *memo,
                const struct person_qualification *from, struct entry *entry)
{
    *entry = (struct entry){.quals = quals, .memo = memo, .from = from};
    entry_read_title(entry);
    entry->overseas = from->country
                          ? !is_home(from->country)
                          : (entry->reading.open & SG_OPEN_COUNTRY) != 0;
    lay_type(entry);
    lay_level(entry);
    lay_size(entry);
    lay_subject(entry);
    lay_status(entry);
    entry_count(entry);
}

/* ---- claims ---- */

/* The file's own, else what the title says, else by how long such a certificate
 * is good. */
static struct date expiry_of(const struct entry *entry, bool *ret_assumed)
{
    const struct person_qualification *from = entry->from;
    const struct date said = {.year = entry->reading.expires_year,
                              .month = entry->reading.expires_month,
                              .day = entry->reading.expires_day};
    *ret_assumed = false;
    if (from->expires.year != 0)
        return from->expires;
    if (said.year != 0 || entry->reading.valid_months == 0)
        return said;
    *ret_assumed = from->awarded.year != 0;
    return date_add_months(from->awarded, entry->reading.valid_months);
}

/* Entry levels are 0. */
static uint8_t level_of(sg_rqf rqf)
{
    return rqf < SG_RQF_1 ? 0 : (uint8_t)(rqf - SG_RQF_1 + 1);
}

static const char *label_of(const struct entry *entry)
{
    if (entry->from->title)
        return entry->from->title;
    if (entry->award != NO_AWARD)
        return entry->quals->awards[entry->award].title;
    return entry->from->type ? entry->from->type : "A qualification";
}

static bool is_nvq(const struct entry *entry)
{
    const char *award =
        entry->award == NO_AWARD ? "" : entry->quals->awards[entry->award].id;
    return entry->reading.type == SG_TYPE_NVQ ||
           entry->reading.type == SG_TYPE_SVQ || strcmp(award, "nvq") == 0 ||
           strcmp(award, "svq") == 0;
}

/* A word for what it is. */
static const char *kind_of(const struct sg_title_reading *reading)
{
    if (reading->type == SG_TYPE_APPRENTICESHIP)
        return "apprenticeship";
    return reading->size == SG_SIZE_OPEN || reading->size == SG_SIZE_FULL
               ? "qualification"
               : sg_title_size_word(reading->size);
}

bool entry_name_subjects(const struct entry *entry, struct subject_names *names,
                         struct arena *arena)
{
    const struct sg_title_reading *reading = &entry->reading;
    const bool code_for_all = entry->subject_given && reading->count > 1;
    const size_t wanted = code_for_all ? 1 : reading->count;
    size_t found = 0;
    if (entry->from->title && !code_for_all &&
        !(entry->differs & CLAIM_DIFFERS_SUBJECT))
        found =
            subject_names_add(names, entry->quals, entry->from->title, arena);
    if (found == 0 && reading->subject_title) {
        subject_names_put(names, reading->subject_title);
        found = 1;
    }
    return found >= wanted && !names->more;
}

/* Of several there is no one subject: what is known of all. */
static void name_subjects(const struct entry *entry, struct arena *arena,
                          struct claim *claim)
{
    struct subject_names names = {0};
    if (claim->count < 2)
        return;
    claim->subjects_missing = !entry_name_subjects(entry, &names, arena);
    claim->subjects = subject_names_join(&names, arena);
}

void entry_claim(const struct entry *entry, struct claim *claim)
{
    static const enum claim_status statuses[] = {
        [SG_STATUS_OPEN] = CLAIM_OPEN,
        [SG_STATUS_HELD] = CLAIM_HELD,
        [SG_STATUS_WORKING_TOWARDS] = CLAIM_WORKING_TOWARDS,
    };
    const struct sg_title_reading *reading = &entry->reading;
    *claim = (struct claim){
        .title = label_of(entry),
        .award = entry->award == NO_AWARD
                     ? NULL
                     : entry->quals->awards[entry->award].id,
        .subject = reading->subject,
        .subject_title = reading->subject_title,
        .subject_assumed = reading->subject && !entry->subject_given,
        .status = statuses[reading->status],
        .overseas = entry->overseas,
        .none = reading->not_a_qualification || entry->failed,
        .failed = entry->failed,
        .level_assumed =
            reading->level_assumed ||
            entry->quals->scale_assumed[(enum scale_id)reading->scale],
        .level_known = reading->rqf_min != SG_RQF_OPEN,
        .rqf_min = level_of(reading->rqf_min),
        .rqf_max = level_of(reading->rqf_max),
        .nvq = is_nvq(entry),
        .kind = kind_of(reading),
        .needs_human = reading->needs_human,
        .differs = entry->differs,
        .count = (uint8_t)reading->count,
        .awarded = entry->from->awarded,
        .expected = entry->from->expected,
        .only_expected = entry->only_expected,
    };
    claim->expires = expiry_of(entry, &claim->expiry_assumed);
    claim->expiry_open =
        (reading->expiry_open && entry->from->expires.year == 0) ||
        (reading->valid_months > 0 && claim->expires.year == 0);
    claim_weigh(entry, claim);
}

void claim_read(const struct quals *quals,
                const struct person_qualification *from, struct claim *claim)
{
    struct entry entry;
    entry_read(quals, NULL, from, &entry);
    entry_claim(&entry, claim);
}

bool claims_read(const struct quals *quals, struct title_memo *memo,
                 const struct person *person, struct arena *arena,
                 const struct claim **ret_claims, size_t *ret_count)
{
    const size_t count = person->qualifications.count;
    struct entry *entries = arena_array(arena, count, sizeof(*entries));
    struct claim *claims =
        arena_array(arena, count + TOGETHER_MOST, sizeof(*claims));
    *ret_count = 0;
    if (!entries || !claims) /* memory */
        return false;
    for (size_t i = 0; i < count; i++) {
        entry_read(quals, memo, &person->qualifications.items[i], &entries[i]);
        entry_claim(&entries[i], &claims[i]);
        name_subjects(&entries[i], arena, &claims[i]);
    }
    *ret_count = count + claims_together(entries, count, arena, claims + count);
    *ret_claims = claims;
    return !arena->failed;
}

/* ---- for those who must not see what is behind it ---- */

static void read_title(const void *context, const char *title,
                       struct claim *claim)
{
    const struct person_qualification from = {.title = title};
    claim_read(context, &from, claim);
}

enum { ID_ROOM = 128 };

/* "first-aid-at-work" as a title has it. */
static void read_id(const struct quals *quals, const char *id,
                    struct sg_title_reading *reading)
{
    char words[ID_ROOM];
    size_t length = 0;
    for (; id[length] && length < ID_ROOM - 1; length++)
        words[length] =
            id[length] == '-' || id[length] == '_' ? ' ' : id[length];
    words[length] = '\0';
    title_read(quals, words, reading);
}

static unsigned valid_months(const void *context, const char *credential)
{
    struct sg_title_reading reading;
    read_id(context, credential, &reading);
    return reading.valid_months;
}

static bool same_credential(const void *context, const char *a, const char *b)
{
    struct sg_title_reading one, other;
    if (strcmp(a, b) == 0)
        return true;
    read_id(context, a, &one);
    read_id(context, b, &other);
    return one.award && other.award && strcmp(one.award, other.award) == 0 &&
           one.rqf_min == other.rqf_min && one.rqf_max == other.rqf_max;
}

struct title_knowledge claim_knowledge(const struct quals *quals)
{
    return (struct title_knowledge){.read = read_title,
                                    .valid_months = valid_months,
                                    .same_credential = same_credential,
                                    .context = quals};
}
