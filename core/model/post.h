/* SPDX-License-Identifier: MIT */
/* What one particular post needs, where the documents say "where appropriate".
 *
 *     if (post_says(post, "icdl") == POST_NOT_NEEDED) ...
 *
 * Built once (read/post.c), then never changed. */
#ifndef MODEL_POST_H
#define MODEL_POST_H

#include "base/arena.h"
#include "skillgap/post.h"

#include <stdbool.h>
#include <stddef.h>

struct post {
    struct arena arena;
    const char *title;        /* or NULL */
    const char *role;         /* role id as written, or NULL: of any role */
    const char *const *needs; /* criterion ids */
    size_t needs_count;
    const char *const *does_not_need;
    size_t does_not_need_count;
    const char *const *specialist_subjects; /* sector subject area codes: what
                                               "specialist area" means here */
    size_t specialist_subject_count;
};

enum post_saying { POST_SILENT, POST_NEEDED, POST_NOT_NEEDED };

/* What it says of a criterion. NULL for no post: it is silent. */
enum post_saying post_says(const struct post *post, const char *criterion);

/* The inside of the public handle. */
struct sg_post {
    struct post *post;
    const char *file; /* as messages name it; in the post's arena */
};

/* Frees it. Accepts NULL and one that is half built. */
void post_free(struct post *post);

#endif
