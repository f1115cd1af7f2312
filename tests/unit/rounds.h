/* SPDX-License-Identifier: MIT */
/* How often a test tries something that is drawn by chance or taken in steps.
 *
 *     enum { SEEDS = ROUNDS(4000, 1000) };
 *
 * Under the sanitizers a round takes about ten times as long. They look for
 * other mistakes than the test does, and find them in fewer rounds: all rounds
 * are made by the build as it is released (ctest --preset heavy). */
#ifndef UNIT_ROUNDS_H
#define UNIT_ROUNDS_H

#if defined(__SANITIZE_ADDRESS__)
#define ROUNDS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ROUNDS_SANITIZED 1
#endif
#endif

#ifdef ROUNDS_SANITIZED
#define ROUNDS(all, sanitized) (sanitized)
#else
#define ROUNDS(all, sanitized) (all)
#endif

#endif
