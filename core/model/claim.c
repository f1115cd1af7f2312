/* SPDX-License-Identifier: MIT */
/* What a claim is on a day. */
#include "model/claim.h"

enum claim_status claim_status_on(const struct claim *claim, struct date day)
{
    return claim->only_expected &&
                   date_compare(date_latest(claim->expected), day) < 0
               ? CLAIM_OPEN
               : claim->status;
}
