/* SPDX-License-Identifier: MIT */
/* A person's file, looked up and put in order. */
#include "judge/held.h"

#include <stdlib.h>
#include <string.h>

enum { JANUARY = 1, DECEMBER = 12 };

static int compare_number(double a, double b)
{
    return (a > b) - (a < b);
}

/* NULL goes last. */
static int compare_text(const char *a, const char *b)
{
    if (!a || !b)
        return (b != NULL) - (a != NULL);
    return strcmp(a, b);
}

/* Most lists have one entry or none. */
static void sort(void *list, size_t count, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(list, count, size, compare);
}

/* What is not given goes before what is: date_compare() is no order. */
static int compare_dates(struct date a, struct date b)
{
    const int32_t days_a = (a.year * 16 + a.month) * 32 + a.day;
    const int32_t days_b = (b.year * 16 + b.month) * 32 + b.day;

    return compare_number(days_a, days_b);
}

static int first_that_differs(const int *order, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (order[i] != 0)
            return order[i];
    return 0;
}

#define DIFFERENCE(order)                                                      \
    first_that_differs(order, sizeof(order) / sizeof((order)[0]))

enum standing standing_on(struct date day, struct date expires)
{
    if (expires.year == 0 || compare_dates(date_earliest(expires), day) >= 0)
        return STANDING_GOOD;
    return compare_dates(date_latest(expires), day) < 0 ? STANDING_OVER
                                                        : STANDING_OPEN;
}

/* ---- qualifications ---- */

/* The best first; then by whatever differs, so that no order is left to
 * chance. */
static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;
    const int order[] = {
        compare_number(b->rqf_min, a->rqf_min),
        compare_number(b->rqf_max, a->rqf_max),
        compare_number(b->full_min, a->full_min),
        compare_number(b->full_max, a->full_max),
        compare_number(a->together, b->together),
        compare_text(a->title, b->title),
        compare_text(a->subject, b->subject),
        compare_number(a->status, b->status),
        compare_dates(b->expires, a->expires),
        compare_dates(a->expected, b->expected),
        compare_dates(a->awarded, b->awarded),
    };

    return DIFFERENCE(order);
}

static void take_claims(struct held *held, const struct sg_person *person)
{
    struct claim *claims =
        arena_array(&held->arena, person->claim_count, sizeof(*claims));

    if (!claims) /* memory */
        return;
    if (person->claim_count > 0)
        memcpy(claims, person->claims, person->claim_count * sizeof(*claims));
    for (size_t i = 0; i < person->claim_count; i++)
        claims[i].status = claim_status_on(&claims[i], held->today);
    sort(claims, person->claim_count, sizeof(*claims), compare_claims);
    held->claims = claims;
    held->claim_count = (uint32_t)person->claim_count;
}

/* ---- posts ---- */

static bool find_role(const struct sg_catalogue *catalogue, const char *id,
                      sg_role *ret_role)
{
    for (uint32_t f = 0; id && f < catalogue->framework_count; f++) {
        uint32_t role = framework_role(catalogue->frameworks[f].framework, id);
        if (role == NO_INDEX)
            continue;
        *ret_role = (sg_role){.framework = f, .index = role};
        return true;
    }
    return false;
}

static bool area_known(const struct sg_catalogue *catalogue, const char *id)
{
    for (uint32_t f = 0; id && f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count; a++)
            if (strcmp(framework_text(framework, framework->areas[a].id), id) ==
                0)
                return true;
    }
    return false;
}

static int32_t earlier(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Whether it has begun; in which months, if it has. */
static bool set_months(const struct held *held,
                       const struct person_experience *from,
                       struct held_post *post)
{
    const int32_t now = held->month;

    if (compare_dates(date_earliest(from->from), held->today) > 0)
        return false;

    post->last = now;
    post->last_may = now;
    if (from->to.year != 0) {
        post->last = earlier(now, date_month(from->to, JANUARY));
        post->last_may = earlier(now, date_month(from->to, DECEMBER));
    }
    post->length_unknown = from->from.year == 0;
    if (post->length_unknown) {
        /* Some time up to its end, or up to now, but nobody knows how much. */
        post->first = post->last_may;
        post->first_may = post->last_may;
        post->last = post->last_may - 1;
        return true;
    }
    post->first = date_month(from->from, DECEMBER);
    post->first_may = date_month(from->from, JANUARY);
    return post->first_may <= post->last_may;
}

static void fill_post(const struct sg_catalogue *catalogue,
                      const struct person_experience *from,
                      struct held_post *post)
{
    sg_role role;

    post->area = area_known(catalogue, from->area) ? from->area : NULL;
    post->title = from->title;
    post->hours_per_week = from->hours_per_week;
    post->basis = from->basis;
    post->supervises = from->supervises;
    post->supervises_given = from->supervises_given;
    post->role = NO_INDEX;
    if (!find_role(catalogue, from->role, &role))
        return;
    post->framework = catalogue->frameworks[role.framework].framework;
    post->role = role.index;
    post->title = framework_text(post->framework,
                                 post->framework->roles[role.index].title);
}

/* Whether the file itself has the current role, which is known, as a post that
 * goes on. */
static bool has_current(const struct held *held, const struct person *person)
{
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *post = &person->experience.items[i];
        const bool over =
            post->to.year != 0 && date_month(post->to, DECEMBER) < held->month;
        if (!over && post->role &&
            strcmp(post->role, person->current_role) == 0)
            return true;
    }
    return false;
}

static const char *post_role_id(const struct held_post *post)
{
    return post->framework
               ? framework_text(post->framework,
                                post->framework->roles[post->role].id)
               : NULL;
}

/* Whether a post that has begun is in the current role. */
static bool has_begun(const struct held *held, const struct held_post *posts,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (posts[i].framework &&
            strcmp(post_role_id(&posts[i]), held->person->current_role) == 0)
            return true;
    return false;
}

static int compare_posts(const void *left, const void *right)
{
    const struct held_post *a = left;
    const struct held_post *b = right;
    const int order[] = {
        compare_number(a->first_may, b->first_may),
        compare_number(a->last_may, b->last_may),
        compare_number(a->first, b->first),
        compare_number(a->last, b->last),
        compare_text(post_role_id(a), post_role_id(b)),
        compare_text(a->area, b->area),
        compare_text(a->title, b->title),
        compare_number((double)a->hours_per_week, (double)b->hours_per_week),
        compare_number(a->basis, b->basis),
        compare_number(a->supervises, b->supervises),
        compare_number(a->supervises_given, b->supervises_given),
        compare_number(a->length_unknown, b->length_unknown),
    };

    return DIFFERENCE(order);
}

static void take_posts(struct held *held, const struct sg_catalogue *catalogue)
{
    const struct person *person = held->person;
    const size_t room = person->experience.count + 1;
    struct held_post *posts = arena_array(&held->arena, room, sizeof(*posts));
    uint32_t count = 0;

    if (!posts) /* memory */
        return;
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *from = &person->experience.items[i];
        struct held_post *post = &posts[count];
        *post = (struct held_post){0};
        fill_post(catalogue, from, post);
        if (set_months(held, from, post))
            count++;
    }
    /* Since when is not on file; up to now it is. */
    if (held->role_known && !has_current(held, person)) {
        const struct person_experience now = {.role = person->current_role};
        posts[count] = (struct held_post){0};
        fill_post(catalogue, &now, &posts[count]);
        set_months(held, &now, &posts[count++]);
    }
    held->role_ahead = held->role_known && !has_begun(held, posts, count);
    sort(posts, count, sizeof(*posts), compare_posts);
    held->posts = posts;
    held->post_count = count;
}

/* ---- skills, credentials, training ---- */

static int compare_skills(const void *left, const void *right)
{
    const struct held_skill *a = left;
    const struct held_skill *b = right;
    const int order[] = {compare_number(a->criterion, b->criterion),
                         compare_text(a->level, b->level)};

    return DIFFERENCE(order);
}

static uint16_t criterion_of(const struct sg_catalogue *catalogue,
                             const char *id)
{
    int at = id ? reference_criterion(catalogue->reference, id) : -1;

    return at < 0 ? (uint16_t)NO_CRITERION : (uint16_t)at;
}

static void take_skills(struct held *held, const struct sg_catalogue *catalogue)
{
    const struct person *person = held->person;
    struct held_skill *skills =
        arena_array(&held->arena, person->skills.count, sizeof(*skills));

    if (!skills) /* memory */
        return;
    for (size_t i = 0; i < person->skills.count; i++)
        skills[i] = (struct held_skill){
            .criterion = criterion_of(catalogue, person->skills.items[i].id),
            .level = person->skills.items[i].level,
        };
    sort(skills, person->skills.count, sizeof(*skills), compare_skills);
    held->skills = skills;
    held->skill_count = (uint32_t)person->skills.count;
}

static int compare_credentials(const void *left, const void *right)
{
    const struct held_credential *a = left;
    const struct held_credential *b = right;
    const int order[] = {
        compare_text(a->id, b->id),
        compare_number(a->standing, b->standing),
        compare_dates(b->expires, a->expires),
    };

    return DIFFERENCE(order);
}

static void fill_credential(const struct held *held,
                            const struct person_credential *from,
                            struct held_credential *to)
{
    const struct title_knowledge *titles = held->titles;
    unsigned months = 0;

    *to = (struct held_credential){.id = from->id, .expires = from->expires};
    if (to->expires.year == 0 && titles->valid_months)
        months = titles->valid_months(titles->context, from->id);
    if (months > 0) {
        to->expires = date_add_months(from->issued, months);
        to->expiry_assumed = to->expires.year != 0;
    }
    to->standing = months > 0 && to->expires.year == 0
                       ? STANDING_OPEN /* it runs out, nobody says when */
                       : standing_on(held->today, to->expires);
}

static void take_credentials(struct held *held)
{
    const struct person *person = held->person;
    const size_t count = person->credentials.count;
    struct held_credential *list =
        arena_array(&held->arena, count, sizeof(*list));

    if (!list) /* memory */
        return;
    for (size_t i = 0; i < count; i++)
        fill_credential(held, &person->credentials.items[i], &list[i]);
    sort(list, count, sizeof(*list), compare_credentials);
    held->credentials = list;
    held->credential_count = (uint32_t)count;
}

static int compare_trainings(const void *left, const void *right)
{
    const struct held_training *a = left;
    const struct held_training *b = right;
    const int order[] = {
        compare_number(a->criterion, b->criterion),
        compare_number(a->standing, b->standing),
        compare_text(a->title, b->title),
        compare_dates(b->expires, a->expires),
    };

    return DIFFERENCE(order);
}

static void take_trainings(struct held *held,
                           const struct sg_catalogue *catalogue)
{
    const struct person *person = held->person;
    struct held_training *list =
        arena_array(&held->arena, person->training.count, sizeof(*list));

    if (!list) /* memory */
        return;
    for (size_t i = 0; i < person->training.count; i++) {
        const struct person_training *from = &person->training.items[i];
        list[i] = (struct held_training){
            .criterion = criterion_of(catalogue, from->criterion),
            .title = from->title,
            .expires = from->expires,
            .standing = standing_on(held->today, from->expires),
        };
    }
    sort(list, person->training.count, sizeof(*list), compare_trainings);
    held->trainings = list;
    held->training_count = (uint32_t)person->training.count;
}

static bool build(struct held *held, struct arena arena,
                  const struct sg_person *person,
                  const struct sg_catalogue *catalogue, struct date today)
{
    *held = (struct held){
        .arena = arena,
        .person = person->person,
        .today = today,
        .month = date_month(today, JANUARY),
        .titles = &person->titles,
    };
    held->role_known =
        find_role(catalogue, person->person->current_role, &held->role);
    take_claims(held, person);
    take_posts(held, catalogue);
    take_skills(held, catalogue);
    take_credentials(held);
    take_trainings(held, catalogue);
    return !held->arena.failed;
}

bool held_build(struct held *held, const struct sg_person *person,
                const struct sg_catalogue *catalogue, struct date today)
{
    return build(held, (struct arena){0}, person, catalogue, today);
}

bool held_build_again(struct held *held, const struct sg_person *person,
                      const struct sg_catalogue *catalogue, struct date today)
{
    arena_clear(&held->arena);
    return build(held, held->arena, person, catalogue, today);
}

void held_done(struct held *held)
{
    arena_done(&held->arena);
}
