/* SPDX-License-Identifier: MIT */
/* Reading a post file's bytes.
 *
 *     struct post *post = NULL;
 *     sg_status status = read_post(&bytes, "planning.json", reference, quals,
 *                                  &sink, &post, reterr);
 */
#ifndef READ_POST_H
#define READ_POST_H

#include "model/post.h"
#include "quals/quals.h"
#include "read/read.h"

/* As read_person, but that values may be quoted. Free with post_free. */
sg_status read_post(const struct buffer *bytes, const char *file,
                    const struct reference *reference,
                    const struct quals *quals, struct problem_sink *sink,
                    struct post **ret_post, sg_error *reterr);

#endif
