/* SPDX-License-Identifier: MIT */
/* Roles, frameworks, sources, counts and trees, as JSON and as words. */
#include "report/shared.h"

#include <string.h>

void role_put(struct maker *maker, json_t *object, const sg_role_info *role)
{
    maker_put_text(maker, object, "id", role->id);
    maker_put_text(maker, object, "title", role->title);
    maker_put_text(maker, object, "family", role->family);
    maker_put_text(maker, object, "family_title", role->family_title);
    maker_put_text(maker, object, "level", role->level);
    maker_put_text(maker, object, "grade", role->grade);
    maker_put_text(maker, object, "ref", role->ref);
    maker_put_text(maker, object, "council", role->council);
}

json_t *role_json(struct maker *maker, const sg_role_info *role)
{
    json_t *object = maker_object(maker);
    role_put(maker, object, role);
    return object;
}

/* The file's place is left out: the same data gives the same bytes wherever
 * it is installed. */
/* Null for a framework that did not come from a feed. */
static json_t *feed_origin_json(struct maker *maker,
                                const sg_feed_origin *origin)
{
    if (origin == NULL)
        return json_null();
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "name", origin->name);
    maker_put_number(maker, object, "publication", origin->publication);
    maker_put_text(maker, object, "checked", origin->checked);
    maker_put_text(maker, object, "expires", origin->expires);
    maker_put_flag(maker, object, "expired", origin->expired);
    maker_put_flag(maker, object, "rolled_back", origin->rolled_back);
    return object;
}

json_t *framework_json(struct maker *maker, const sg_framework_info *info)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", info->id);
    maker_put_text(maker, object, "version", info->version);
    maker_put_text(maker, object, "as_of", info->as_of);
    maker_put_text(maker, object, "council", info->council);
    maker_put_flag(maker, object, "council_named", info->council_named);
    maker_put_text(maker, object, "note", info->note);
    maker_put_text(maker, object, "plugin", info->plugin);
    maker_put(maker, object, "feed", feed_origin_json(maker, info->feed));
    return object;
}

json_t *from_role_json(struct maker *maker, const sg_role_info *role)
{
    return role->id == NULL ? json_null() : role_json(maker, role);
}

json_t *from_framework_json(struct maker *maker, const sg_framework_info *info)
{
    return info->id == NULL ? json_null() : framework_json(maker, info);
}

json_t *person_json(struct maker *maker, const sg_gap_person *person)
{
    if (person == NULL)
        return json_null();
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "name", person->name);
    maker_put_text(maker, object, "current_role", person->current_role);
    maker_put_flag(maker, object, "role_known", person->role_known);
    maker_put_flag(maker, object, "evidence_only", person->evidence_only);
    maker_put_text(maker, object, "today", person->today);
    maker_put(maker, object, "assumed",
              maker_texts(maker, person->assumed, person->assumed_count));
    maker_put_text(maker, object, "post", person->post);
    maker_put_flag(maker, object, "nothing_on_file", person->nothing_on_file);
    return object;
}

json_t *time_json(struct maker *maker, int32_t months,
                  const sg_gap_person *person)
{
    bool said = person == NULL && months >= 0;
    return said ? maker_number(maker, months) : json_null();
}

json_t *source_json(struct maker *maker, const sg_source *source)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "document", source->document);
    maker_put_text(maker, object, "section", source->section);
    maker_put_text(maker, object, "column", source->column);
    maker_put_text(maker, object, "item", source->item);
    return object;
}

static json_t *strength_counts_json(struct maker *maker,
                                    const sg_counts *counts)
{
    static const sg_verdict order[] = {SG_MET, SG_ASK, SG_UNMET};
    json_t *object = maker_object(maker);
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
        maker_put_number(maker, object, sg_verdict_word(order[i]),
                         counts->by[order[i]]);
    return object;
}

json_t *counts_json(struct maker *maker, const sg_counts counts[2])
{
    static const sg_strength order[] = {SG_ESSENTIAL, SG_DESIRABLE};
    json_t *object = maker_object(maker);
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
        maker_put(maker, object, sg_strength_word(order[i]),
                  strength_counts_json(maker, &counts[order[i]]));
    return object;
}

json_t *mode_json(struct maker *maker, const sg_mode *mode)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "kind", mode->kind);
    maker_put_text(maker, object, "text", mode->text);
    maker_put_flag(maker, object, "assumed", mode->assumed);
    return object;
}

json_t *part_json(struct maker *maker, const sg_part *part, bool judged)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "op", sg_op_word(part->op));
    uint32_t least = part->op == SG_AT_LEAST ? part->n : 0;
    maker_put(maker, object, "n", maker_number_or_null(maker, least));
    maker_put_text(maker, object, "label", part->label);
    maker_put_text(maker, object, "criterion", part->criterion);
    if (judged) {
        maker_put_text(maker, object, "verdict",
                       sg_verdict_word(part->verdict));
        maker_put_text(maker, object, "reason", part->reason);
    }
    json_t *parts = maker_array(maker);
    for (size_t i = 0; i < part->part_count; i++)
        maker_add(maker, parts, part_json(maker, &part->parts[i], judged));
    maker_put(maker, object, "parts", parts);
    return object;
}

json_t *sheet_line_json(struct maker *maker, const sg_sheet_line *line)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", line->id);
    maker_put_text(maker, object, "strength", sg_strength_word(line->strength));
    maker_put_text(maker, object, "label", line->label);
    maker_put(maker, object, "source", source_json(maker, &line->source));
    json_t *parts = maker_array(maker);
    maker_add(maker, parts, part_json(maker, &line->needs, false));
    maker_put(maker, object, "parts", parts);
    return object;
}

void feed_origin_text(struct page *page, size_t indent,
                      const sg_feed_origin *origin)
{
    if (origin == NULL)
        return;
    page_text(page, indent, "From the feed %s, publication %u%s.", origin->name,
              (unsigned)origin->publication,
              origin->rolled_back ? ", to which somebody here went back" : "");
    if (origin->expired)
        page_text(page, indent,
                  "OLD: it was good until %s, %u day%s ago; the publisher was "
                  "last heard on %s.",
                  origin->expires, (unsigned)origin->days_past,
                  plural(origin->days_past), origin->checked);
}

void framework_text_line(struct page *page, const sg_framework_info *info)
{
    page_item(page, 2, "- ", STYLE_PLAIN,
              "%s, version %s, from documents read on %s",
              text_or_none(info->id), text_or_none(info->version),
              text_or_none(info->as_of));
    if (!info->council_named)
        page_text(page, 4, "Its documents name no council.");
    if (info->plugin != NULL)
        page_text(page, 4, "Read with the rules of the plugin %s.",
                  info->plugin);
    feed_origin_text(page, 4, info->feed);
}

void source_text_line(struct page *page, size_t indent, const sg_source *source,
                      const char *list)
{
    const char *section = text_or_none(source->section);
    const char *begin = list != NULL ? " (" : "";
    const char *end = list != NULL ? ")" : "";
    if (list == NULL)
        list = "";
    if (source->section == NULL && source->item == NULL)
        return;
    if (source->item == NULL) {
        page_text(page, indent, "Where: %s%s%s%s", section, begin, list, end);
        return;
    }
    const char *item = source->item;
    bool number = item[0] >= '0' && item[0] <= '9';
    bool several = strpbrk(item, ",-") != NULL;
    const char *word = several ? "items " : "item ";
    page_text(page, indent, "Where: %s%s of %s%s%s%s", number ? word : "", item,
              section, begin, list, end);
}

static void time_text(struct page *page, int32_t months)
{
    if (months < 0)
        page_text(page, 0,
                  "Time in your role: not said (say it with --months).");
    else
        page_text(page, 0, "Time in your role: %d month%s.", (int)months,
                  plural((size_t)months));
}

static void current_role_text(struct page *page, const sg_gap_person *person,
                              const sg_role_info *from)
{
    if (person->current_role == NULL)
        page_text(page, 0, "No current role is on file.");
    else if (!person->role_known)
        page_text(page, 0,
                  "The current role on file is not known here: the answer "
                  "rests on the file alone. The file says: %s",
                  person->current_role);
    else
        page_text(page, 0, "Current role: %s (%s)", text_or_none(from->title),
                  text_or_none(from->id));
}

void basis_text(struct page *page, const sg_gap_person *person,
                const sg_role_info *from, int32_t months)
{
    if (person == NULL) {
        time_text(page, months);
        return;
    }
    current_role_text(page, person, from);
    if (person->today != NULL)
        page_text(page, 0, "This answer is for %s.", person->today);
    if (person->evidence_only)
        page_text(page, 0,
                  "Only what is on file counts, as asked "
                  "(--evidence-only)%s.",
                  person->role_known ? ": not what your role asks for" : "");
    for (size_t i = 0; i < person->assumed_count; i++)
        page_text(page, 0, "Supposed, as asked: %s",
                  text_or_none(person->assumed[i]));
    if (person->post != NULL)
        page_text(page, 0, "The post: %s",
                  person->post[0] != '\0' ? person->post
                                          : "its file gives no title");
}

bool counts_role(const sg_gap_person *person)
{
    return person->role_known && !person->evidence_only;
}

const char *text_or_none(const char *text)
{
    return text != NULL ? text : "(none)";
}

const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

const char *verdict_mark(sg_verdict verdict)
{
    static const char *const marks[] = {
        [SG_UNMET] = "UNMET", [SG_ASK] = "ASK", [SG_MET] = "MET"};
    return marks[verdict];
}

enum page_style verdict_style(sg_verdict verdict)
{
    static const enum page_style styles[] = {
        [SG_UNMET] = STYLE_UNMET, [SG_ASK] = STYLE_ASK, [SG_MET] = STYLE_MET};
    return styles[verdict];
}
