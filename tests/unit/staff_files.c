/* SPDX-License-Identifier: MIT */
/* HR exports from texts, for tests. */
#include "staff_files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KIND_COUNT = 4, NAME_ROOM = 64 };

/* ---- persons, copied ---- */

static const char *copied(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

static bool copy_posts(struct arena *arena, const struct staff_person *from,
                       struct staff_person *to)
{
    struct staff_post *posts =
        arena_array(arena, from->post_count, sizeof(*posts));
    for (size_t i = 0; posts && i < from->post_count; i++) {
        posts[i] = from->posts[i];
        posts[i].role = copied(arena, posts[i].role);
        posts[i].team = copied(arena, posts[i].team);
        posts[i].grade = copied(arena, posts[i].grade);
        posts[i].target_role = copied(arena, posts[i].target_role);
    }
    to->posts = posts;
    return posts != NULL;
}

static bool copy_awards(struct arena *arena, const struct staff_person *from,
                        struct staff_person *to)
{
    struct staff_award *awards =
        arena_array(arena, from->award_count, sizeof(*awards));
    for (size_t i = 0; awards && i < from->award_count; i++) {
        awards[i] = from->awards[i];
        awards[i].title = copied(arena, awards[i].title);
        awards[i].level = copied(arena, awards[i].level);
        awards[i].scale = copied(arena, awards[i].scale);
        awards[i].subject = copied(arena, awards[i].subject);
        awards[i].status = copied(arena, awards[i].status);
    }
    to->awards = awards;
    return awards != NULL;
}

static bool copy_work(struct arena *arena, const struct staff_person *from,
                      struct staff_person *to)
{
    struct staff_work *work =
        arena_array(arena, from->work_count, sizeof(*work));
    for (size_t i = 0; work && i < from->work_count; i++) {
        work[i] = from->work[i];
        work[i].role = copied(arena, work[i].role);
        work[i].area = copied(arena, work[i].area);
    }
    to->work = work;
    return work != NULL;
}

static bool begin(void *user)
{
    struct staff_people *people = user;
    people->count = 0;
    people->begun++;
    return true;
}

static bool copy(const struct staff_person *person, void *user)
{
    struct staff_people *people = user;
    if (people->count == people->room) {
        people->room = people->room ? people->room * 2 : 64;
        people->persons =
            realloc(people->persons, people->room * sizeof(*people->persons));
        cr_assert_not_null(people->persons);
    }
    struct staff_person *to = &people->persons[people->count++];
    *to = *person;
    to->id = copied(&people->arena, person->id);
    return copy_posts(&people->arena, person, to) &&
           copy_awards(&people->arena, person, to) &&
           copy_work(&people->arena, person, to) && !people->arena.failed;
}

static void note_progress(uint64_t done, uint64_t of, void *user)
{
    struct staff_people *people = user;
    cr_assert_leq(done, of);
    people->progress = done;
    people->progress_of = of;
}

sg_status staff_people_read(const struct staff_files *files, bool strict,
                            struct problem_sink *sink,
                            struct staff_people **ret_people, sg_error *reterr)
{
    struct staff_people *people = calloc(1, sizeof(*people));
    cr_assert_not_null(people);
    const struct staff_visitor visitor = {begin, copy, note_progress, people};
    const sg_status status =
        read_staff(files, strict, &visitor, sink, &people->account, reterr);
    cr_expect_eq(people->account != NULL, status == SG_OK);
    *ret_people = status == SG_OK ? people : NULL;
    if (status != SG_OK)
        staff_people_free(people);
    return status;
}

static int by_id(const void *id, const void *person)
{
    return strcmp(id, ((const struct staff_person *)person)->id);
}

/* Finds only what is in order. */
const struct staff_person *staff_people_find(const struct staff_people *people,
                                             const char *id)
{
    return people->count == 0 ? NULL
                              : bsearch(id, people->persons, people->count,
                                        sizeof(*people->persons), by_id);
}

void staff_people_free(struct staff_people *people)
{
    if (!people)
        return;
    staff_account_free(people->account);
    arena_done(&people->arena);
    free(people->persons);
    free(people);
}

/* ---- exports from texts ---- */

static void keep(const sg_error *problem, void *user)
{
    struct staff_told *told = user;
    const size_t used = strlen(told->reasons);
    snprintf(told->reasons + used, sizeof(told->reasons) - used, "%s%s@%u",
             used ? " " : "", problem->reason, (unsigned)problem->line);
    buffer_printf(&told->messages, "%s %s %s\n", problem->reason,
                  problem->pointer, problem->message);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file, "%s cannot be written", path);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

struct staff_people *staff_files_read(const struct staff_texts *texts,
                                      struct staff_told *told)
{
    static const char *const names[] = {"s.csv", "q.csv", "x.csv", "m.json"};
    const char *const all[] = {texts->staff, texts->qualifications,
                               texts->experience, texts->map};
    char folder[] = "/tmp/skillgap-staff-XXXXXX";
    char paths[KIND_COUNT][NAME_ROOM];
    struct staff_people *staff = NULL;
    struct problem_sink sink = {.tell = keep, .user = told};

    cr_assert_not_null(mkdtemp(folder));
    for (int i = 0; i < KIND_COUNT; i++) {
        snprintf(paths[i], NAME_ROOM, "%s/%s", folder, names[i]);
        if (all[i])
            write_file(paths[i], all[i]);
    }
    const struct staff_files files = {
        .staff = paths[0],
        .qualifications = all[1] ? paths[1] : NULL,
        .experience = all[2] ? paths[2] : NULL,
        .map = all[3] ? paths[3] : NULL,
    };
    told->status =
        staff_people_read(&files, texts->strict, &sink, &staff, &told->error);
    for (int i = 0; i < KIND_COUNT; i++)
        unlink(paths[i]);
    rmdir(folder);
    told->errors = sink.errors;
    told->warnings = sink.warnings;
    cr_expect_eq(staff != NULL, told->status == SG_OK);
    cr_expect_eq(told->error.status, told->status);
    return staff;
}
