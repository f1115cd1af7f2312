/* SPDX-License-Identifier: MIT */
/* Publishing into a site of the test's own. */
#include "site.h"

#include "feed/sign.h"
#include "support.h"

#include <criterion/criterion.h>

void site_begin(struct site_rig *rig)
{
    static const char *data_dirs[1];

    data_dirs[0] = support_data();
    feeding_framework("jobs/county.json", "county", "1", "Role");
    *rig = (struct site_rig){
        .key = feeding_key("key"),
        .options = {.folder = feeding_path("jobs"),
                    .site = feeding_path("site"),
                    .key_file = feeding_path("key"),
                    .days = 90,
                    .today = "2026-11-27",
                    .data_dirs = data_dirs,
                    .data_dir_count = 1,
                    .problem = feeding_tell,
                    .user = &rig->told},
    };
}

sg_error site_publish(struct site_rig *rig)
{
    sg_error error = {0};

    sg_published_free(rig->published);
    rig->told = (struct feeding_told){0};
    const sg_status status = sg_publish(&rig->options, &rig->published, &error);
    cr_expect_eq(status, error.status);
    cr_expect_eq(status == SG_OK, rig->published != NULL);
    return error;
}

void site_well(struct site_rig *rig)
{
    const sg_error error = site_publish(rig);

    cr_assert_eq(error.status, SG_OK, "%s: %s", error.reason, error.message);
}

sg_error site_refused(struct site_rig *rig, sg_status status,
                      const char *reason, const char *why)
{
    const sg_error error = site_publish(rig);

    cr_expect_eq(error.status, status, "%s", why);
    cr_expect_str_eq(error.reason, reason, "%s: %s", why, error.message);
    return error;
}

json_t *site_index(void)
{
    json_t *root = json_load_file(feeding_path("site/feed.json"), 0, NULL);

    cr_assert_not_null(root);
    return root;
}

const char *site_comment(const char *file, const char *key)
{
    const struct late_sodium sodium = feeding_sodium();
    struct public_key open = {0};
    char comment[SIGN_COMMENT_ROOM];
    struct buffer bytes = feeding_bytes(file);
    struct buffer proof =
        feeding_bytes(arena_printf(feeding_arena(), "%s.minisig", file));

    cr_expect(key_read(&sodium, key, &open));
    const enum sign_verdict verdict =
        sign_verify(&sodium, &open, &bytes, &proof, comment);
    buffer_done(&bytes);
    buffer_done(&proof);
    cr_assert_eq(verdict, SIGN_GOOD, "%s: verdict %d", file, (int)verdict);
    return arena_strdup(feeding_arena(), comment);
}

void site_done(struct site_rig *rig)
{
    sg_published_free(rig->published);
    rig->published = NULL;
}
