/* SPDX-License-Identifier: MIT */
/* Opening libxlsxwriter by name. */
#include "report/needs/late.h"

#include "base/fault.h"

#include <dlfcn.h>
#include <string.h>

/* XLSXWRITER_FILE is the name that the library has given itself, as it was
 * found when this was built: its structs are those of the header then. */

/* Whether all names are there. */
static bool take(void *library, const char *name, void *ret_function,
                 bool so_far)
{
    void *found = library && so_far ? dlsym(library, name) : NULL;

    memcpy(ret_function, &found, sizeof found);
    return found != NULL;
}

#define TAKE(name) whole = take(library, #name, &ret_xlsx->name, whole);

sg_status late_xlsx_open(struct late_xlsx *ret_xlsx, sg_error *reterr)
{
    void *library = dlopen(XLSXWRITER_FILE, RTLD_NOW | RTLD_LOCAL);
    bool whole = library != NULL;

    LATE_XLSX(TAKE)
    if (whole)
        return SG_OK;
    return fault(reterr, SG_STORAGE, "no-library",
                 "A workbook needs the library %s, which is not on this "
                 "machine or is too old. Install it (Debian: apt install "
                 "libxlsxwriter-dev), or ask for CSV files, which need none.",
                 XLSXWRITER_FILE);
}
