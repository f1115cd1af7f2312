/* SPDX-License-Identifier: MIT */
/* A short mark of what a line asks for, to tell later whether it has changed.
 *
 *     char hash[LINE_HASH_ROOM];
 *     line_hash(framework, line, hash);   "1-5f3a..."
 *
 * It covers whether the line is essential, and its whole tree: operators,
 * labels, levels, words, kinds of work and named roles. It leaves out
 * where the line stands in the document. The number before the dash is the
 * rule by which it was made. It tells changes apart and protects against
 * nobody: FNV-1a, 64 bits. */
#ifndef MODEL_LINE_HASH_H
#define MODEL_LINE_HASH_H

#include "model/framework.h"

enum { LINE_HASH_ROOM = sizeof("1-0123456789abcdef") };

void line_hash(const struct framework *framework, uint32_t line,
               char out[LINE_HASH_ROOM]);

#endif
