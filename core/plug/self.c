/* SPDX-License-Identifier: MIT */
/* Where the library itself lies. */
#define _GNU_SOURCE /* dl_iterate_phdr, realpath */

#include "plug/self.h"

#include <link.h>
#include <stdint.h>
#include <stdlib.h>

struct search {
    uintptr_t address; /* of this very code */
    unsigned seen;
    bool program;
    const char *name; /* the loader's own, or NULL */
};

static bool holds(const struct dl_phdr_info *object, uintptr_t address)
{
    for (unsigned i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        const uintptr_t first = object->dlpi_addr + segment->p_vaddr;
        if (segment->p_type == PT_LOAD && address >= first &&
            address - first < segment->p_memsz)
            return true;
    }
    return false;
}

/* The first object is always the program. Its name is not used: whoever starts
 * a program can call it anything. */
static int look_at(struct dl_phdr_info *object, size_t size, void *user)
{
    (void)size;
    struct search *search = user;
    const bool program = search->seen++ == 0;

    if (!holds(object, search->address))
        return 0;
    search->program = program;
    search->name = object->dlpi_name;
    return 1;
}

char *self_file(bool *ret_program)
{
    struct search search = {.address = (uintptr_t)&self_file, .program = true};

    dl_iterate_phdr(look_at, &search);
    *ret_program = search.program;
    return realpath(search.program ? "/proc/self/exe" : search.name, NULL);
}
