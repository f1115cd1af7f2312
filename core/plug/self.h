/* SPDX-License-Identifier: MIT */
/* Where the library itself lies.
 *
 *     char *file = self_file(); // "/usr/lib/libskillgap.so.0.1.0"
 *     free(file);
 *
 * What came with the library stands beside it, whatever program uses it. It
 * stands in this room since only this one knows of the loader. */
#ifndef PLUG_SELF_H
#define PLUG_SELF_H

#include <stdbool.h>

/* The absolute name, without links, of the shared object that this code is
 * in, or of the program when it was linked in. To be freed. NULL where the
 * system does not tell, or without memory. *ret_program says which it is. */
char *self_file(bool *ret_program);

#endif
