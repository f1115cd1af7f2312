/* SPDX-License-Identifier: MIT */
/* The words for what a title says, as JSON and the reports have them. */
#include "model/person.h"
#include "skillgap/titles.h"

#define WORD_OF(words, value)                                                  \
    ((size_t)(value) < sizeof(words) / sizeof((words)[0]) ? (words)[value]     \
                                                          : NULL)

const char *sg_title_type_word(sg_title_type type)
{
    return type != SG_TYPE_OPEN && (size_t)type <= SG_TYPE_OTHER
               ? person_types[type]
               : NULL;
}

const char *sg_title_scale_word(sg_title_scale scale)
{
    static const char *const words[] = {
        [SG_SCALE_OPEN] = NULL,   [SG_SCALE_RQF] = "RQF",
        [SG_SCALE_NVQ] = "NVQ",   [SG_SCALE_SVQ] = "SVQ",
        [SG_SCALE_SCQF] = "SCQF", [SG_SCALE_CQFW] = "CQFW",
        [SG_SCALE_EQF] = "EQF",
    };
    return WORD_OF(words, scale);
}

const char *sg_rqf_word(sg_rqf rqf)
{
    static const char *const words[] = {NULL, "E1", "E2", "E3", "1", "2",
                                        "3",  "4",  "5",  "6",  "7", "8"};
    return WORD_OF(words, rqf);
}

const char *sg_title_size_word(sg_title_size size)
{
    static const char *const words[] = {
        [SG_SIZE_OPEN] = NULL,
        [SG_SIZE_AWARD] = "award",
        [SG_SIZE_CERTIFICATE] = "certificate",
        [SG_SIZE_DIPLOMA] = "diploma",
        [SG_SIZE_FULL] = "full",
    };
    return WORD_OF(words, size);
}

const char *sg_title_full_word(sg_title_full full)
{
    static const char *const words[] = {
        [SG_FULL_OPEN] = NULL,
        [SG_FULL_NOT] = "no",
        [SG_FULL_2] = "2",
        [SG_FULL_3] = "3",
    };
    return WORD_OF(words, full);
}

const char *sg_title_status_word(sg_title_status status)
{
    static const char *const words[] = {
        [SG_STATUS_OPEN] = NULL,
        [SG_STATUS_HELD] = "held",
        [SG_STATUS_WORKING_TOWARDS] = "working-towards",
    };
    return WORD_OF(words, status);
}

const char *sg_title_open_word(sg_title_open bit)
{
    static const char *const words[SG_TITLE_OPEN_COUNT] = {
        "type",  "level",  "size", "subject", "status",
        "count", "grades", "full", "country"};
    for (unsigned i = 0; i < SG_TITLE_OPEN_COUNT; i++)
        if ((unsigned)bit == 1u << i)
            return words[i];
    return NULL;
}
