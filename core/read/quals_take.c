/* SPDX-License-Identifier: MIT */
/* From checked JSON to what is known about qualifications. */
#include "read/quals_take.h"

#include "model/person.h"
#include "read/quals_shape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text_at_key(struct taking *taking, const json_t *object,
                               const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_strdup(&taking->quals->arena, text) : NULL;
}

static bool is_true_at(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

static uint32_t number_at_key(const json_t *object, const char *key)
{
    return (uint32_t)json_number_value(json_object_get(object, key));
}

static uint8_t word_at_key(const json_t *object, const char *key,
                           const char *const *words)
{
    return word_index(words, json_string_value(json_object_get(object, key)));
}

static uint8_t rqf_at(const json_t *list, size_t index)
{
    return word_index(rqf_words,
                      json_string_value(json_array_get(list, index)));
}

static struct rqf_range range_at_key(const json_t *object, const char *key)
{
    const json_t *pair = json_object_get(object, key);
    return (struct rqf_range){.min = rqf_at(pair, 0), .max = rqf_at(pair, 1)};
}

static void say(struct taking *taking, enum phrase_class class, size_t index,
                const char *text)
{
    if (taking->said_count == taking->said_room) {
        const uint32_t room = taking->said_room ? taking->said_room * 2 : 2048;
        struct said *grown = realloc(taking->said, room * sizeof(*grown));
        if (!grown) {
            taking->failed = true;
            return;
        }
        taking->said = grown;
        taking->said_room = room;
    }
    taking->said[taking->said_count++] =
        (struct said){.text = arena_strdup(&taking->quals->arena, text),
                      .class = (uint8_t) class,
                      .index = (uint16_t)index};
}

static void say_all(struct taking *taking, enum phrase_class class,
                    size_t index, const json_t *texts)
{
    for (size_t i = 0; i < json_array_size(texts); i++)
        say(taking, class, index, json_string_value(json_array_get(texts, i)));
}

/* Zeroed room for the entries of a list; NULL is noticed at the end. */
static void *room_for(struct taking *taking, const json_t *list, size_t size,
                      uint32_t *ret_count)
{
    const size_t count = json_array_size(list);
    void *room = arena_array(&taking->quals->arena, count, size);
    *ret_count = room ? (uint32_t)count : 0;
    return room;
}

void take_subjects(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "subjects");
    quals->subjects =
        room_for(taking, list, sizeof(*quals->subjects), &quals->subject_count);
    for (uint32_t i = 0; i < quals->subject_count; i++) {
        const json_t *from = json_array_get(list, i);
        quals->subjects[i] =
            (struct subject){.code = text_at_key(taking, from, "code"),
                             .title = text_at_key(taking, from, "title")};
        say_all(taking, PHRASE_SUBJECT, i, json_object_get(from, "say"));
        say_all(taking, PHRASE_SETTING, i, json_object_get(from, "settings"));
    }
}

static const struct subject *subject_at_key(const struct taking *taking,
                                            const json_t *from, const char *key)
{
    const struct quals *quals = taking->quals;
    const char *code = json_string_value(json_object_get(from, key));
    for (uint32_t i = 0; code && i < quals->subject_count; i++)
        if (strcmp(quals->subjects[i].code, code) == 0)
            return &quals->subjects[i];
    return NULL;
}

static void take_grades(struct award *award, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        const json_t *texts = json_object_get(from, "say");
        for (size_t j = 0; j < json_array_size(texts); j++) {
            if (award->grade_count == GRADES_MOST)
                return;
            struct grade *grade = &award->grades[award->grade_count++];
            snprintf(grade->text, sizeof(grade->text), "%s",
                     json_string_value(json_array_get(texts, j)));
            grade->rqf = word_at_key(from, "rqf", rqf_words);
        }
    }
}

static uint8_t rank_at(const json_t *from)
{
    return json_object_get(from, "rank") ? word_at_key(from, "rank", rank_words)
                                         : (uint8_t)RANK_MAIN;
}

static enum scale_id scale_at(const json_t *from)
{
    const char *name = json_string_value(json_object_get(from, "scale"));
    return name ? scale_from_name(name) : SCALE_NONE;
}

static void take_award(struct taking *taking, struct award *award,
                       const json_t *from)
{
    *award = (struct award){
        .id = text_at_key(taking, from, "id"),
        .title = text_at_key(taking, from, "title"),
        .note = text_at_key(taking, from, "note"),
        .subject = subject_at_key(taking, from, "subject"),
        .usual_subject = subject_at_key(taking, from, "usual_subject"),
        .type = word_at_key(from, "type", person_types),
        .rank = rank_at(from),
        .scale = (uint8_t)scale_at(from),
        .size = word_at_key(from, "size", size_words),
        .rqf = range_at_key(from, "rqf"),
        .number_is_level = is_true_at(from, "number_is_level"),
        .counted = is_true_at(from, "counted"),
        .no_size = is_true_at(from, "no_size"),
        .needs_human = is_true_at(from, "needs_human"),
        .assumed = is_true_at(from, "assumed"),
        .weak_type = is_true_at(from, "weak_type"),
        .before_subject = is_true_at(from, "before_subject"),
        .awards_others = is_true_at(from, "awards_others"),
        .since_year =
            (uint16_t)number_at_key(json_object_get(from, "since"), "year"),
        .since = range_at_key(json_object_get(from, "since"), "rqf"),
    };
    take_grades(award, json_object_get(from, "grades"));
}

static size_t count_stages(const json_t *awards)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(awards); i++)
        count += json_array_size(
            json_object_get(json_array_get(awards, i), "stages"));
    return count;
}

static void take_stages(struct taking *taking, size_t award, const json_t *list)
{
    struct quals *quals = taking->quals;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        quals->stages[quals->stage_count] =
            (struct stage){.award = (uint16_t)award,
                           .rqf = range_at_key(from, "rqf"),
                           .size = word_at_key(from, "size", size_words)};
        say_all(taking, PHRASE_STAGE, quals->stage_count++,
                json_object_get(from, "say"));
    }
}

static void take_awards(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "awards");
    quals->stages =
        arena_array(&quals->arena, count_stages(list), sizeof(*quals->stages));
    quals->awards =
        room_for(taking, list, sizeof(*quals->awards), &quals->award_count);
    if (!quals->stages)
        return;
    for (uint32_t i = 0; i < quals->award_count; i++) {
        const json_t *from = json_array_get(list, i);
        take_award(taking, &quals->awards[i], from);
        say_all(taking, PHRASE_AWARD, i, json_object_get(from, "say"));
        take_stages(taking, i, json_object_get(from, "stages"));
    }
}

static uint16_t award_by_id(const struct quals *quals, const char *id)
{
    for (uint32_t i = 0; i < quals->award_count; i++)
        if (strcmp(quals->awards[i].id, id) == 0)
            return (uint16_t)i;
    return UINT16_MAX;
}

static uint16_t bits_at_key(const json_t *object, const char *key,
                            const char *const *words)
{
    const json_t *list = json_object_get(object, key);
    unsigned bits = 0;
    for (size_t i = 0; i < json_array_size(list); i++)
        bits |=
            1u << word_index(words, json_string_value(json_array_get(list, i)));
    return (uint16_t)bits;
}

static int32_t month_at_key(const json_t *from, const char *key)
{
    const char *text = json_string_value(json_object_get(from, key));
    struct date date;
    return text && date_read(text, &date) ? date_month(date, 1) : 0;
}

static void take_rule(struct taking *taking, struct full_rule *rule,
                      const json_t *from)
{
    const json_t *awards = json_object_get(from, "awards");
    uint32_t count = 0;
    *rule = (struct full_rule){
        .types = bits_at_key(from, "types", person_types),
        .sizes = bits_at_key(from, "sizes", size_words),
        .rqf = range_at_key(from, "rqf"),
        .framework = text_at_key(taking, from, "framework"),
        .count_least = number_at_key(from, "count_least"),
        .count_most = number_at_key(from, "count_most"),
        .before = month_at_key(from, "before"),
        .full = word_at_key(from, "full", full_words),
        .assumed = is_true_at(from, "assumed"),
    };
    rule->awards = room_for(taking, awards, sizeof(*rule->awards), &count);
    rule->award_count = (uint8_t)count;
    for (uint32_t i = 0; i < count; i++)
        rule->awards[i] = award_by_id(
            taking->quals, json_string_value(json_array_get(awards, i)));
}

static void take_rules(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list =
        json_object_get(json_object_get(root, "full_levels"), "rules");
    quals->rules =
        room_for(taking, list, sizeof(*quals->rules), &quals->rule_count);
    for (uint32_t i = 0; i < quals->rule_count; i++)
        take_rule(taking, &quals->rules[i], json_array_get(list, i));
}

static void take_own_levels(struct level_framework *framework,
                            const json_t *rows)
{
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *row = json_array_get(rows, i);
        const char *level = json_string_value(json_array_get(row, 0));
        framework->own[(size_t)(level[0] - '0') % LEVELS_PER_SCALE] =
            (struct rqf_range){.min = rqf_at(row, 1), .max = rqf_at(row, 2)};
        framework->has_own = true;
    }
}

static void take_frameworks(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "frameworks");
    quals->frameworks = room_for(taking, list, sizeof(*quals->frameworks),
                                 &quals->framework_count);
    for (uint32_t i = 0; i < quals->framework_count; i++) {
        const json_t *from = json_array_get(list, i);
        struct level_framework *framework = &quals->frameworks[i];
        framework->id = text_at_key(taking, from, "id");
        framework->scale = (uint8_t)scale_at(from);
        framework->note = text_at_key(taking, from, "note");
        framework->always = is_true_at(from, "always");
        framework->usual_subject =
            subject_at_key(taking, from, "usual_subject");
        take_own_levels(framework, json_object_get(from, "levels"));
        say_all(taking, PHRASE_FRAMEWORK, i, json_object_get(from, "say"));
    }
}

static void take_credentials(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "credentials");
    quals->credentials = room_for(taking, list, sizeof(*quals->credentials),
                                  &quals->credential_count);
    for (uint32_t i = 0; i < quals->credential_count; i++) {
        const json_t *from = json_array_get(list, i);
        quals->credentials[i] = (struct credential){
            .title = text_at_key(taking, from, "title"),
            .note = text_at_key(taking, from, "note"),
            .subject = subject_at_key(taking, from, "subject"),
            .valid_months = number_at_key(from, "valid_months"),
            .qualification = is_true_at(from, "qualification"),
            .doubt = is_true_at(from, "doubt"),
        };
        say_all(taking, PHRASE_CREDENTIAL, i, json_object_get(from, "say"));
    }
}

static void take_changed(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "changed");
    quals->changed =
        room_for(taking, list, sizeof(*quals->changed), &quals->changed_count);
    for (uint32_t i = 0; i < quals->changed_count; i++) {
        const json_t *from = json_array_get(list, i);
        const json_t *numbers = json_object_get(from, "numbers");
        struct changed *changed = &quals->changed[i];
        uint32_t count = 0;
        changed->note = text_at_key(taking, from, "note");
        changed->successor = text_at_key(taking, from, "successor");
        changed->numbers =
            room_for(taking, numbers, sizeof(*changed->numbers), &count);
        changed->number_count = (uint8_t)count;
        for (uint32_t j = 0; j < count; j++)
            changed->numbers[j] = arena_strdup(
                &quals->arena, json_string_value(json_array_get(numbers, j)));
        say_all(taking, PHRASE_CHANGED, i, json_object_get(from, "say"));
    }
}

static void take_short_forms(struct taking *taking, const json_t *root)
{
    struct quals *quals = taking->quals;
    const json_t *list = json_object_get(root, "abbreviations");
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(list); i++)
        count +=
            json_array_size(json_object_get(json_array_get(list, i), "short"));
    quals->short_forms =
        arena_array(&quals->arena, count, sizeof(*quals->short_forms));
    for (size_t i = 0; quals->short_forms && i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        const json_t *shorts = json_object_get(from, "short");
        const char *means = text_at_key(taking, from, "means");
        for (size_t j = 0; j < json_array_size(shorts); j++)
            quals->short_forms[quals->short_form_count++] = (struct short_form){
                .text =
                    arena_strdup(&quals->arena,
                                 json_string_value(json_array_get(shorts, j))),
                .means = means};
    }
}

/* A list of objects, each with words that share a number. */
static void take_words(struct taking *taking, const json_t *root,
                       const char *key, enum phrase_class class,
                       const char *number_key, const char *const *words)
{
    const json_t *list = json_object_get(root, key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        say_all(taking, class, word_at_key(from, number_key, words),
                json_object_get(from, "say"));
    }
}

void take_qualifications(struct taking *taking, const json_t *root)
{
    const json_t *overseas = json_object_get(root, "overseas");
    taking->quals->version = text_at_key(taking, root, "version");
    taking->quals->as_of = text_at_key(taking, root, "as_of");
    take_awards(taking, root);
    take_rules(taking, root);
    take_frameworks(taking, root);
    take_credentials(taking, root);
    take_changed(taking, root);
    take_short_forms(taking, root);
    take_words(taking, root, "sizes", PHRASE_SIZE, "id", size_words);
    take_words(taking, root, "status", PHRASE_STATUS, "means", meaning_words);
    say_all(taking, PHRASE_BODY, 0, json_object_get(root, "bodies"));
    say_all(taking, PHRASE_OVERSEAS, 0, json_object_get(overseas, "say"));
    say_all(taking, PHRASE_HOME, 0, json_object_get(overseas, "not"));
    say_all(taking, PHRASE_MEASURE, 0, json_object_get(root, "measures"));
    say_all(taking, PHRASE_ORDINARY, 0, json_object_get(root, "ordinary"));
}

bool taking_finish(struct taking *taking)
{
    struct quals *quals = taking->quals;
    quals->said =
        arena_array(&quals->arena, taking->said_count, sizeof(*quals->said));
    if (quals->said && taking->said_count > 0)
        memcpy(quals->said, taking->said,
               taking->said_count * sizeof(*quals->said));
    quals->said_count = quals->said ? taking->said_count : 0;
    free(taking->said);
    taking->said = NULL;
    return !taking->failed && !quals->arena.failed;
}
