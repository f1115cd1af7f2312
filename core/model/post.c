/* SPDX-License-Identifier: MIT */
/* What one particular post needs. */
#include "model/post.h"

#include <stdlib.h>
#include <string.h>

static bool holds(const char *const *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

enum post_saying post_says(const struct post *post, const char *criterion)
{
    if (!post)
        return POST_SILENT;
    if (holds(post->needs, post->needs_count, criterion))
        return POST_NEEDED;
    return holds(post->does_not_need, post->does_not_need_count, criterion)
               ? POST_NOT_NEEDED
               : POST_SILENT;
}

void post_free(struct post *post)
{
    if (!post)
        return;
    arena_done(&post->arena);
    free(post);
}
