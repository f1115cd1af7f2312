/* SPDX-License-Identifier: MIT */
/* Looking into a zip file, so that a test needs no other program for it.
 *
 *     char *xml = unzip_member("needs.xlsx", "xl/styles.xml");
 *     ...
 *     free(xml);
 *
 * Only what workbooks use: stored members, and those packed with deflate (RFC
 * 1951). Anything else ends the test. */
#ifndef TESTS_UNZIP_H
#define TESTS_UNZIP_H

#include <stddef.h>

/* One member's bytes, with a NUL behind them. NULL when there is none of that
 * name. */
char *unzip_member(const char *path, const char *name);

/* The names of all members, each on a line of its own. */
char *unzip_names(const char *path);

#endif
