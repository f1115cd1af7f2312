/* SPDX-License-Identifier: MIT */
/* Reading one post file. */
#include "skillgap/post.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "catalogue/input.h"
#include "catalogue/knowledge.h"
#include "read/post.h"

#include <stdlib.h>

static sg_status read_file(const char *path, const sg_person_options *options,
                           struct problem_sink *sink, struct post **ret_post,
                           sg_error *reterr)
{
    struct reference *reference = NULL;
    const struct quals *quals = knowledge_of(options->catalogue);
    struct quals *opened = NULL;
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_status status = input_reference(
        options->data_dirs, options->data_dir_count, sink, &reference, reterr);
    if (status == SG_OK && quals == NULL) {
        status = knowledge_open(options->data_dirs, options->data_dir_count,
                                sink, &opened, reterr);
        quals = opened;
    }
    if (status == SG_OK)
        status = input_bytes(path, &bytes, sink, reterr);
    if (status == SG_OK)
        status = read_post(&bytes, file_label(path), reference, quals, sink,
                           ret_post, reterr);
    buffer_done(&bytes);
    quals_free(opened);
    reference_free(reference);
    return status;
}

sg_status sg_post_read(const char *path, const sg_person_options *options,
                       sg_problem_fn problem, void *user, sg_post **ret_post,
                       sg_error *reterr)
{
    static const sg_person_options usual = {0};
    struct problem_sink sink = {.tell = problem, .user = user};
    *ret_post = NULL;
    sg_post *post = calloc(1, sizeof(*post));
    if (!post)
        return fault_memory(reterr);
    sg_status status =
        read_file(path, options ? options : &usual, &sink, &post->post, reterr);
    if (status == SG_OK) {
        post->file = arena_strdup(&post->post->arena, file_label(path));
        status = post->file ? SG_OK : fault_memory(reterr);
    }
    if (status == SG_OK)
        *ret_post = post;
    else
        sg_post_free(post);
    return status;
}

void sg_post_free(sg_post *post)
{
    if (!post)
        return;
    post_free(post->post);
    free(post);
}
