/* SPDX-License-Identifier: MIT */
/* HR exports in any order give what they give in order. */
#include "staff_files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 300, LINE_ROOM = 96 };

/* The rows of an export, each with the id it is ordered by. */
struct rows {
    char lines[6 * PEOPLE][LINE_ROOM];
    size_t count;
};

static struct rows posts, awards, work;

static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % below;
}

__attribute__((format(printf, 2, 3))) static void add(struct rows *rows,
                                                      const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(rows->lines[rows->count++], LINE_ROOM, format, values);
    va_end(values);
}

/* With dirt of every kind: rows of nobody, rows twice, faulty cells, people
 * none of whose posts can be used. Rows of one person differ, so that their
 * order can be seen. */
static void make(uint64_t *state)
{
    posts.count = awards.count = work.count = 0;
    for (int i = 0; i < PEOPLE; i++) {
        const int id = 1000 + i;
        const char *start = i % 17 == 3 ? "31/02/2020" : "2020-01";
        add(&posts, "E%d,R%u,%s\n", id, (unsigned)draw(state, 9), start);
        if (draw(state, 5) == 0)
            add(&posts, "E%d,S%u,\n", id, (unsigned)draw(state, 9));
        for (uint32_t n = draw(state, 4); n > 0; n--)
            add(&awards, "E%d,Title %u,2019\n", id, (unsigned)n);
        if (i % 11 == 5)
            add(&awards, "E%d,,2019\n", id);
        if (i % 13 == 6)
            add(&awards, "E%d-,Of nobody,2019\n", id);
        for (uint32_t n = draw(state, 3); n > 0; n--)
            add(&work, "E%d,2001-%02u,37\n", id, (unsigned)n);
        if (i % 19 == 7) {
            add(&work, "E%d,2002,\n", id);
            add(&work, "E%d,2002,\n", id);
        }
    }
}

/* Rows of one person keep their order, as they would when sorted. */
static void shuffle(struct rows *rows, uint64_t *state)
{
    char line[LINE_ROOM];
    for (size_t n = 0; n < 4 * rows->count; n++) {
        const size_t i = draw(state, (uint32_t)rows->count - 1);
        char *a = rows->lines[i], *b = rows->lines[i + 1];
        if (strncmp(a, b, strcspn(a, ",") + 1) == 0)
            continue;
        memcpy(line, a, LINE_ROOM);
        memcpy(a, b, LINE_ROOM);
        memcpy(b, line, LINE_ROOM);
    }
}

static void write_text(struct buffer *text, const char *header,
                       const struct rows *rows)
{
    buffer_puts(text, header);
    for (size_t i = 0; i < rows->count; i++)
        buffer_puts(text, rows->lines[i]);
}

static struct staff_people *read_rows(void)
{
    struct buffer s = {0}, q = {0}, x = {0};
    struct staff_told told = {0};
    write_text(&s, "person_id,role,role_start\n", &posts);
    write_text(&q, "person_id,title,awarded\n", &awards);
    write_text(&x, "person_id,from,hours\n", &work);
    struct staff_people *people = staff_files_read(
        &(struct staff_texts){
            .staff = s.data, .qualifications = q.data, .experience = x.data},
        &told);
    cr_assert_not_null(people, "%s", told.error.message);
    cr_expect_eq(told.warnings, people->account->rejected_count);
    cr_expect_eq(people->progress, people->progress_of);
    cr_expect_eq(people->progress, s.size + q.size + x.size);
    buffer_done(&s);
    buffer_done(&q);
    buffer_done(&x);
    buffer_done(&told.messages);
    return people;
}

/* Everything but the numbers of rows. */
static void show(const struct staff_people *people, struct buffer *out)
{
    for (size_t i = 0; i < people->count; i++) {
        const struct staff_person *one = &people->persons[i];
        buffer_printf(out, "%s", one->id);
        for (size_t n = 0; n < one->post_count; n++)
            buffer_printf(out, " %s %d", one->posts[n].role,
                          one->posts[n].role_start.year);
        for (size_t n = 0; n < one->award_count; n++)
            buffer_printf(out, " %s", one->awards[n].title);
        for (size_t n = 0; n < one->work_count; n++)
            buffer_printf(out, " %d-%d", one->work[n].from.year,
                          one->work[n].from.month);
        buffer_puts(out, "\n");
    }
    for (int i = 0; i < STAFF_FILE_COUNT; i++)
        buffer_printf(out, "%u %u\n",
                      (unsigned)people->account->sources[i].used,
                      (unsigned)people->account->sources[i].rejected);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What was rejected and why, in an order of its own. */
static void show_rejected(const struct staff_people *people, struct buffer *out)
{
    const struct staff_account *account = people->account;
    struct arena arena = {0};
    const char **lines =
        arena_array(&arena, account->rejected_count, sizeof(*lines));
    cr_assert_not_null(lines);
    for (size_t i = 0; i < account->rejected_count; i++) {
        const struct staff_rejected *one = &account->rejected[i];
        lines[i] = arena_printf(&arena, "%d %s %s %s %s\n", (int)one->file,
                                one->reason, one->cells[0], one->cells[1],
                                one->cells[2]);
        cr_assert(i == 0 || one->file > account->rejected[i - 1].file ||
                  (one->file == account->rejected[i - 1].file &&
                   one->row > account->rejected[i - 1].row));
    }
    qsort(lines, account->rejected_count, sizeof(*lines), by_text);
    for (size_t i = 0; i < account->rejected_count; i++)
        buffer_puts(out, lines[i]);
    arena_done(&arena);
}

Test(staff_order, files_in_any_order_give_the_same_people)
{
    enum { ROUNDS = 6 };
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        struct buffer sorted = {0}, shuffled = {0};
        uint64_t state = round;
        make(&state);
        struct staff_people *people = read_rows();
        cr_expect_eq(people->begun, 1, "read in one pass");
        show(people, &sorted);
        show_rejected(people, &sorted);
        staff_people_free(people);
        /* In one round only one of the files is in no order. */
        if (round % 3 != 1)
            shuffle(&posts, &state);
        if (round % 3 != 2)
            shuffle(&awards, &state);
        shuffle(&work, &state);
        people = read_rows();
        cr_expect_eq(people->begun, 2, "begun again");
        show(people, &shuffled);
        show_rejected(people, &shuffled);
        staff_people_free(people);
        cr_expect_str_eq(shuffled.data, sorted.data);
        buffer_done(&sorted);
        buffer_done(&shuffled);
    }
}

/* Numbers in their own order are in no bytewise order from 10 on. */
Test(staff_order, persons_come_in_bytewise_order)
{
    struct staff_told told = {0};
    struct staff_people *people = staff_files_read(
        &(struct staff_texts){.staff = "person_id,role\n9,a\n10,b\n100,c\n",
                              .qualifications =
                                  "person_id,title\n9,T\n10,U\n10,U\n101,V\n"},
        &told);
    cr_assert_not_null(people);
    cr_assert_eq(people->count, 3);
    cr_expect_str_eq(people->persons[0].id, "10");
    cr_expect_str_eq(people->persons[1].id, "100");
    cr_expect_str_eq(people->persons[2].awards[0].title, "T");
    cr_expect_str_eq(told.reasons, "repeated-row@4 unknown-person@5");
    staff_people_free(people);
    buffer_done(&told.messages);
}
