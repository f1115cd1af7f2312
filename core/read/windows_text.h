/* SPDX-License-Identifier: MIT */
/* Text of old Windows programs as UTF-8.
 *
 *     char *text = windows_text(&arena, bytes, size);
 */
#ifndef READ_WINDOWS_TEXT_H
#define READ_WINDOWS_TEXT_H

#include "base/arena.h"

/* A copy in which each byte that is no UTF-8 is the Windows-1252 character;
 * what is UTF-8 already stays. NULL without memory. */
char *windows_text(struct arena *arena, const char *bytes, size_t size);

#endif
