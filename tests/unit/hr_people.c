/* SPDX-License-Identifier: MIT */
/* HR exports of invented people. */
#include "hr_people.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static const char *const roles[] = {
    "1386",
    "1387",
    "Administrator  1",
    "county/administrator-2",
    "1372",
    "1385",
    "st-albans/community-support-2",
    "Technical and Professional Services Level A",
    "Clerk",
    "",
};

static const char *const teams[] = {"Tax", "Parks", "\"Libraries, West\"", ""};

static const char *const targets[] = {"1367", "1372",
                                      "county/admin-assistant-2", "Mayor", ""};

/* Title, level, scale, status, awarded, expires. */
static const char *const awards[] = {
    "NVQ 3 Business Administration,,,,2010,",
    "NVQ,Level 2,NVQ,held,,",
    "5 GCSEs A*-C,,,,,",
    "ECDL,,,,,2027-01-15",
    "NVQ 3,,,working towards,,",
    "Zzz,,,,,",
    "NVQ 4 Management,,,held,2019-06,2026-12",
    "Level 3 Award in First Aid at Work,,,,2025,2028",
    "NVQ 2,,,,2001,2027-02-20",
};

static const char *const works[] = {
    "1386,,2015,2019-06,37", "Clerk,administration,2001,2004,18.5",
    ",supervising others,2020-01,,", "Office Manager / Team Leader,,2012,2018,",
    "Cook,catering,1999,2001,"};

struct dice {
    uint64_t state;
};

static uint32_t throw(struct dice * dice, uint32_t sides)
{
    dice->state = dice->state * UINT64_C(6364136223846793005) +
                  UINT64_C(1442695040888963407);
    return (uint32_t)(dice->state >> 33) % sides;
}

static void put_header(struct buffer *file, const char *header)
{
    if (file->size == 0)
        buffer_puts(file, header);
}

void hr_person(struct hr_export *export, uint32_t n)
{
    struct dice dice = {.state = n * UINT64_C(0x9E3779B97F4A7C15) + 1};
    char id[16];

    throw(&dice, 2);
    snprintf(id, sizeof id, "E%05u", n);
    put_header(&export->posts, HR_POSTS);
    for (uint32_t i = 0; i < (n % 7 == 3 ? 2u : 1u); i++)
        buffer_printf(&export->posts, "%s,%s,%s,%s,%s\n", id,
                      roles[(n + 3 * i) % COUNT(roles)],
                      teams[throw(&dice, COUNT(teams))],
                      n % 11 == 5       ? "2027-03-01"
                      : throw(&dice, 3) ? "2021-03"
                                        : "",
                      targets[throw(&dice, COUNT(targets))]);
    uint32_t count = throw(&dice, 4);
    for (uint32_t i = 0, at = throw(&dice, COUNT(awards)); i < count; i++) {
        put_header(&export->awards, HR_AWARDS);
        buffer_printf(&export->awards, "%s,%s\n", id,
                      awards[(at + i) % COUNT(awards)]);
    }
    count = throw(&dice, 3);
    for (uint32_t i = 0, at = throw(&dice, COUNT(works)); i < count; i++) {
        put_header(&export->work, HR_WORK);
        buffer_printf(&export->work, "%s,%s\n", id,
                      works[(at + i) % COUNT(works)]);
    }
}

void hr_export_done(struct hr_export *export)
{
    buffer_done(&export->posts);
    buffer_done(&export->awards);
    buffer_done(&export->work);
}

void hr_write(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    cr_assert_not_null(file, "%s cannot be written", path);
    cr_assert_eq(fwrite(bytes, 1, size, file), size);
    cr_assert_eq(fclose(file), 0);
}

void hr_files_write(struct hr_files *files, const struct hr_export *export)
{
    snprintf(files->folder, sizeof files->folder, "/tmp/skillgap-hr-XXXXXX");
    cr_assert_not_null(mkdtemp(files->folder));
    snprintf(files->posts, sizeof files->posts, "%s/s.csv", files->folder);
    snprintf(files->awards, sizeof files->awards, "%s/q.csv", files->folder);
    snprintf(files->work, sizeof files->work, "%s/x.csv", files->folder);
    hr_write(files->posts, export->posts.data, export->posts.size);
    if (export->awards.size)
        hr_write(files->awards, export->awards.data, export->awards.size);
    if (export->work.size)
        hr_write(files->work, export->work.data, export->work.size);
}

void hr_files_remove(const struct hr_files *files)
{
    unlink(files->posts);
    unlink(files->awards);
    unlink(files->work);
    rmdir(files->folder);
}

sg_tally *hr_tally(const sg_catalogue *catalogue,
                   const struct hr_export *export,
                   const sg_tally_request *question)
{
    struct hr_files files;
    sg_tally *tally = NULL;
    sg_error error = {0};

    hr_files_write(&files, export);
    const sg_tally_request request = {
        .staff = files.posts,
        .qualifications = export->awards.size ? files.awards : NULL,
        .experience = export->work.size ? files.work : NULL,
        .target = question->target,
        .to = question->to,
        .today = question->today ? question->today : HR_TODAY,
    };
    const sg_status status = sg_tally_new(catalogue, &request, &tally, &error);
    hr_files_remove(&files);
    cr_assert_eq(status, SG_OK, "%s: %s", error.reason, error.message);
    return tally;
}

sg_role hr_role(const sg_catalogue *catalogue, const char *id)
{
    sg_role role = {0};
    sg_error error = {0};

    cr_assert_eq(sg_catalogue_find(catalogue, id, &role, &error), SG_OK, "%s",
                 error.message);
    return role;
}
