/* SPDX-License-Identifier: MIT */
/* Very many titles: the memo keeps as many as it says, and reads the others as
 * well. Here it is the library's own (test_quals_memo.c compiles another). */
#include "quals/memo.h"
#include "quals/title.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(quals_memo_many, titles_past_the_ceiling_are_read_and_not_kept)
{
    enum { MORE = 20, ROOM = 32 };
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    struct title_memo memo;
    sg_title_reading reading;
    char title[ROOM];

    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    title_memo_begin(&memo);
    for (unsigned n = 0; n < TITLE_MEMO_MOST + MORE; n++) {
        snprintf(title, sizeof title, "NVQ 3 %u", n);
        title_memo_read(&memo, quals, title, &reading);
        title_memo_read(&memo, quals, title, &reading);
    }
    cr_expect_eq(memo.titles.count, TITLE_MEMO_MOST);
    title_memo_read(NULL, quals, "NVQ 3", &reading);
    cr_expect_eq(reading.type, SG_TYPE_NVQ);
    title_memo_done(&memo);
    quals_free(quals);
    reference_free(reference);
}
