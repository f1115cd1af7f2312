/* SPDX-License-Identifier: MIT */
/* What tests of feeds share: a folder of their own with files, keys and sites.
 *
 *     TestSuite(store, .init = feeding_begin, .fini = feeding_end);
 *     feeding_write("data/one.json", text);
 *     struct buffer bytes = feeding_bytes("data/one.json");
 *     buffer_done(&bytes);
 *
 * Names are below that folder. The user's own files lie there too: the
 * environment is changed so ("data" and "config"). Each function ends the test
 * with the reason when it cannot do its part. */
#ifndef TESTS_FEEDING_H
#define TESTS_FEEDING_H

#include "base/arena.h"
#include "base/buffer.h"
#include "feed/late.h"
#include "model/feed.h"
#include "skillgap/error.h"

#include <stdbool.h>

void feeding_begin(void);
void feeding_end(void);

/* For whatever is to live as long as the test. */
struct arena *feeding_arena(void);

const char *feeding_folder(void);

/* A whole path below it; of the arena. */
__attribute__((format(printf, 1, 2))) const char *
feeding_path(const char *format, ...);

/* Makes the folders above, too. */
void feeding_write(const char *name, const char *text);
void feeding_make_folder(const char *name);

/* What a file holds. To be freed with buffer_done. */
struct buffer feeding_bytes(const char *name);

/* Whether something has this name, be it a link to nowhere. */
bool feeding_has(const char *name);

/* How many entries a folder has. */
size_t feeding_count(const char *name);

/* Writes a framework with one role, of this title. */
void feeding_framework(const char *name, const char *id, const char *version,
                       const char *title);

/* Makes a pair of keys without a password: the file, and the file.pub. The
 * public one in base64 is of the arena. */
const char *feeding_key(const char *name);

struct late_sodium feeding_sodium(void);

/* A record and a configuration with all that they may hold. What they point to
 * is static. */
struct feed_record feeding_record(void);
struct config feeding_config(void);

/* Problems that were told: how many, and the last. */
struct feeding_told {
    unsigned count;
    sg_error last;
};
void feeding_tell(const sg_error *problem, void *told);

#endif
