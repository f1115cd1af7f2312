/* SPDX-License-Identifier: MIT */
/**
 * What one particular post needs, where a document says "where appropriate".
 *
 *     sg_post *post = NULL;
 *     if (sg_post_read("planning.json", NULL, NULL, NULL, &post, &error) ==
 *         SG_OK)
 *         request.post = post;
 *     sg_post_free(post);
 *
 * The manager of a post writes such a file ("skillgap-post/1"); it says nothing
 * about any person. It counts for the role that it names, or for any when it
 * names none.
 */
#ifndef SKILLGAP_POST_H
#define SKILLGAP_POST_H

#include "skillgap/person.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A post file that has been read. It never changes. */
typedef struct sg_post sg_post;

/**
 * Reads a post file; "-" is standard input. Every problem is told to `problem`
 * (or NULL) with its JSON pointer. With any error nothing is read: SG_INPUT,
 * the first error in *reterr. `options` may be NULL. *ret_post is the caller's
 * to free, after every answer that was made with it.
 */
SG_API sg_status sg_post_read(const char *path,
                              const sg_person_options *options,
                              sg_problem_fn problem, void *user,
                              sg_post **ret_post, sg_error *reterr);

/** Accepts NULL. */
SG_API void sg_post_free(sg_post *post);

#ifdef __cplusplus
}
#endif

#endif
