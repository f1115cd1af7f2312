/* SPDX-License-Identifier: MIT */
/* What HR exports say of one person, and what became of their rows. */
#include "model/staff.h"

#include <stdlib.h>

const char *const staff_behind_columns[STAFF_BEHIND_COUNT] = {
    "rejected_row", "rejected_column", "rejected_reason", "rejected_because"};

void staff_account_free(struct staff_account *account)
{
    if (!account)
        return;
    arena_done(&account->arena);
    free(account->rejected);
    free(account);
}
