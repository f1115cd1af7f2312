/* SPDX-License-Identifier: MIT */
/* A set of names, each with the thing that it names, in the order of adding.
 *
 *     struct names roles = {0};
 *     names_add(&roles, id, object);
 *     uint32_t index = names_index(&roles, "county/office-manager");
 *     names_done(&roles);
 *
 * Finding takes the same time however many there are. The strings are
 * borrowed and must outlive the set. */
#ifndef READ_NAMES_H
#define READ_NAMES_H

#include <stdbool.h>
#include <stdint.h>

struct names {
    const char **ids; /* in the order of adding */
    const void **owners;
    uint32_t count;
    uint32_t room;
    uint32_t *slots; /* index + 1 of what hashes here; 0: free */
    uint32_t slot_count;
};

#define NAMES_NONE UINT32_MAX

/* Adds a name that is not there yet. False when memory ran out. */
bool names_add(struct names *names, const char *id, const void *owner);

/* Its place in `ids` and `owners`, or NAMES_NONE. */
uint32_t names_index(const struct names *names, const char *id);

/* Frees everything; the set is empty and usable again. */
void names_done(struct names *names);

#endif
