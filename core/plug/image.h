/* SPDX-License-Identifier: MIT */
/* Reading a shared object's bytes the way the loader will, before it does.
 *
 *     enum image_fault fault = image_check(bytes, size, SG_PLUGIN_ENTRY);
 *
 * Works on a copy in memory and runs nothing. It stops the mistakes that would
 * end the host without a word: a file that is cut short kills it with SIGBUS,
 * and any other library would run its constructors before it could be asked
 * what it is. It cannot prove a file harmless. */
#ifndef PLUG_IMAGE_H
#define PLUG_IMAGE_H

#include <stddef.h>

enum image_fault {
    IMAGE_FINE,
    IMAGE_NOT_ELF,       /* no magic number: text, a picture, nothing */
    IMAGE_OTHER_MACHINE, /* another processor, word size or byte order */
    IMAGE_NOT_SHARED,    /* a program, an object file, a core dump */
    IMAGE_CUT_SHORT,     /* it speaks of bytes past its end */
    IMAGE_DAMAGED,       /* its tables contradict each other */
    IMAGE_NO_ENTRY       /* a whole library that does not export `symbol` */
};

/* What is wrong with the bytes as a library for this host that exports the
 * function `symbol`. Cost: one pass over its dynamic symbols. */
enum image_fault image_check(const void *bytes, size_t size,
                             const char *symbol);

#endif
