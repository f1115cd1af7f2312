/* SPDX-License-Identifier: MIT */
/* A whole library that is no plugin. Its constructor ends whoever loads it, so
 * a host that opens it to find out does not live to tell. */
#include <stdlib.h>

__attribute__((constructor)) static void end(void)
{
    abort();
}

__attribute__((visibility("default"))) int some_other_function(void);

__attribute__((visibility("default"))) int some_other_function(void)
{
    return 1;
}
