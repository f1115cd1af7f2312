/* SPDX-License-Identifier: MIT */
/* Qualification numbers as Ofqual gives them: 601/3607/8.
 *
 *     if (ofqual_fits(text) && !ofqual_check_fits(text)) warn(...);
 */
#ifndef READ_OFQUAL_H
#define READ_OFQUAL_H

#include <stdbool.h>

/* Whether it is written so: seven digits and a digit or X, with slashes. */
bool ofqual_fits(const char *text);

/* Whether the last character follows from the others. True for what is not
 * written so, and for the early numbers of the register, which follow no rule.
 * Measured on 8,220 numbers: weights 8 to 2, modulo 11, ten is X; only early
 * numbers fail, and so nobody is refused for it. */
bool ofqual_check_fits(const char *text);

#endif
