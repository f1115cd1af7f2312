/* SPDX-License-Identifier: MIT */
/* What is said for each cause.
 *
 * From a role nothing is known of the person, so that no sentence says that
 * anybody lacks anything. Of a file only what it says is told. */
#include "gap/sentences.h"

static const char *const sentences[CAUSE_COUNT] = {
    [CAUSE_NOT_ASKED] = "Your role does not ask for this.",
    [CAUSE_NO_ROLE] = "There is no current role that would ask for this.",
    [CAUSE_ALWAYS] = "No formal qualification is needed.",
    [CAUSE_SAME] = "Your role already asks for this.",
    [CAUSE_MORE] = "Your role already asks for as much or more: {have}.",
    [CAUSE_LEVEL_BELOW] = "Your role asks only for a lower level: {have}.",
    [CAUSE_LEVEL_OPEN] =
        "Your role asks for {have}, a level that can be worth more than one "
        "level today.",
    [CAUSE_NAME_OPEN] =
        "Your role asks for {have}, and no source says how the two compare.",
    [CAUSE_EQUIVALENT_OPEN] =
        "Your role asks for {have}, so that what you hold may be an "
        "equivalent, and this line names none.",
    [CAUSE_SUBJECT_OPEN] =
        "Met on level through {have}, but check that the subject fits.",
    [CAUSE_STUDYING] = "Your role asks only to be working towards it.",
    [CAUSE_WORD_ABOVE] = "Your role asks for less of this: {have}.",
    [CAUSE_WORD_OPEN] =
        "Nobody says which wording asks for more; your role's is \"{have}\".",
    [CAUSE_ANY_TIME] = "Your time as {role} counts, and any length is enough.",
    [CAUSE_TIME_ENOUGH] =
        "Your {months} as {role} are enough, since {needed} are wanted.",
    [CAUSE_TIME_SHORT] =
        "Your {months} as {role} count, but {needed} are wanted: {missing} "
        "more.",
    [CAUSE_TIME_UNKNOWN] =
        "Your time as {role} counts, but how long it is so far is not "
        "known{wanted}.",
    [CAUSE_WORDS_UNKNOWN] =
        "Your {months} as {role} count, but nobody says how long {word} "
        "means.",
    [CAUSE_KIND_OPEN] = "Whether your work as {role} counts as {want} is "
                        "open{place}.",
    [CAUSE_LESS_TIME] = "Your role asks for {have}, which may be less than "
                        "this.",
    [CAUSE_POST] = "Only some posts need this: the manager of the post can "
                   "say whether it does.",
    [CAUSE_LOWER_ROLE] = "Your role does not ask for this, but a lower level "
                         "of its family does{place}.",
    [CAUSE_TOUCHED] =
        "Your role does not ask for this, but its description touches on "
        "it{place}.",
    [CAUSE_DEPENDS] = "Met if you came into your role with {have}, one of the "
                      "ways that it allows.",
    [CAUSE_TOO_MANY_WORLDS] =
        "Your role can be met in more ways than can be gone through here.",
    [CAUSE_OPINION] = "The council's own rule settles this.",

    [CAUSE_FILE_SILENT] = "Not on file: the file says nothing of {list}.",
    [CAUSE_FILE_NONE] = "Nothing on file shows this{and_role}.",

    [CAUSE_WORK_TOO_SHORT] =
        "On file is work {as_post}, and nobody says of what kind; {needed} "
        "months are wanted, and it is too short.",

    [CAUSE_CLAIM_FITS] = "On file: {title}{fits}.",
    [CAUSE_CLAIM_STUDYING] = "{title} is not held yet{expected}.",
    [CAUSE_CLAIM_FEW] =
        "The nearest on file is {title}: it has the level, but for a full "
        "level there are too few.",
    [CAUSE_CLAIM_NOT_FULL] =
        "The nearest on file is {title}: it has the level but not the size, "
        "and a full level is asked for.",
    [CAUSE_CLAIM_OVER] = "{title} ran out{over}.",
    [CAUSE_CLAIM_BELOW] =
        "The nearest on file is {title}, a lower level{taken}.",
    [CAUSE_CLAIM_BELOW_SMALL] =
        "The nearest on file is {title}, a lower level{taken}.",
    [CAUSE_CLAIM_OVER_SHORT] = "Only {title} is on file, which ran out{over} "
                               "and would not have been enough.",
    [CAUSE_CLAIM_SUBJECT_OPEN] = "Met on level by {title}, but {subject_open}.",
    [CAUSE_CLAIM_SUBJECT_OTHER] =
        "Met on level by {title}, but {subject_open}.",
    [CAUSE_CLAIM_SPECIALIST] =
        "On file: {title}{studying}. Whether its subject is this post's "
        "specialist area is for its manager to say.",
    [CAUSE_CLAIM_NOT_NAMED] =
        "{title} {claim_is} as high, but not what the line names, and the line "
        "admits no equivalent in words: ask whether it will do.",
    [CAUSE_CLAIM_SIMILAR] =
        "{title} {claim_is} as high{taken}; whether it is similar enough is "
        "for a person to say.",
    [CAUSE_CLAIM_SIZE_OPEN] =
        "{title} {claim_has} the level, but whether it is a full level is not "
        "on file: look at the certificate.",
    [CAUSE_CLAIM_LEVEL_OPEN] =
        "{title} {claim_is} worth {levels}, so it may be enough or not{taken}: "
        "look at the certificate.",
    [CAUSE_CLAIM_STATUS_OPEN] =
        "The file does not settle whether {title} is held and still good.",
    [CAUSE_CLAIM_OVERSEAS] =
        "{title} is from abroad: a statement of comparability says what it is "
        "worth here{subject_too}.",
    [CAUSE_CLAIM_UNKNOWN] =
        "What {title} is worth cannot be told from its words: look at the "
        "certificate.",

    [CAUSE_WORK_ANY_TIME] = "{Work} count{s}, and any length is enough.",
    [CAUSE_WORK_ENOUGH] = "{Work} {are} enough, since {needed} are wanted.",
    [CAUSE_WORK_SHORT] = "{Work} count{s}, but {needed} are wanted: {missing} "
                         "more.{stated}",
    [CAUSE_WORK_DATES_OPEN] =
        "{Work}, or up to {may} where only years are on file: {needed} are "
        "wanted, so the months have to be asked for.",
    [CAUSE_WORK_LENGTH_UNKNOWN] =
        "Work {as_post} counts, but since when is not on file{wanted}.",
    [CAUSE_WORK_WORDS_UNKNOWN] =
        "{Work} count{s}, but nobody says how long {word} means.",
    [CAUSE_WORK_WEIGH] =
        "Whether {work} {are} worth this level is for a person to weigh.",
    [CAUSE_WORK_KIND_OPEN] =
        "Whether work {as_posts} counts as {want} is open{touching}.",

    [CAUSE_SKILL_LISTED] = "On file: {skill}.",
    [CAUSE_SKILL_NO_WORD] =
        "On file: {skill}, but not whether that is {wanted_word}.",
    [CAUSE_SKILL_WORD_OPEN] = "On file: {skill}. Nobody says how that compares "
                              "with {wanted_word}.",
    [CAUSE_SKILL_BELOW] = "On file: {skill}, which is below {wanted_word}.",

    [CAUSE_CREDENTIAL_HELD] = "On file{until}.",
    [CAUSE_CREDENTIAL_OPEN] =
        "On file, but whether it is still good is not clear{until}.",
    [CAUSE_CREDENTIAL_OVER] = "On file, but it ran out{over}.",

    [CAUSE_TRAINING_DONE] = "On file: {course}.",
    [CAUSE_TRAINING_OPEN] =
        "Training is on file ({course}), but not whether it is this training.",
    [CAUSE_TRAINING_OVER] = "On file: {course}, but it ran out{over}.",

    [CAUSE_POST_NEEDS] = "The post file says that this post needs it.",
    [CAUSE_POST_FREE] = "The post file says that this post does not need it.",
};

const char *sentence_of(enum cause cause)
{
    return sentences[cause];
}
