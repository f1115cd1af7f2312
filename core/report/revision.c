/* SPDX-License-Identifier: MIT */
/* What a new version of a framework changes. */
#include "report/revision.h"

#include "report/shared.h"

static json_t *change_json(struct maker *maker,
                           const sg_revision_change *change)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "part", sg_revision_part_word(change->part));
    maker_put_text(maker, object, "kind", sg_revision_kind_word(change->kind));
    maker_put_text(maker, object, "id", change->id);
    maker_put_text(maker, object, "section", change->section);
    maker_put_text(maker, object, "what", change->what);
    maker_put_text(maker, object, "from", change->from);
    maker_put_text(maker, object, "to", change->to);
    maker_put_flag(maker, object, "from_essential", change->from_essential);
    maker_put_flag(maker, object, "to_essential", change->to_essential);
    maker_put_text(maker, object, "sentence", change->sentence);
    return object;
}

static json_t *changes_json(struct maker *maker,
                            const sg_revision_change *changes, size_t count)
{
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, list, change_json(maker, &changes[i]));
    return list;
}

static json_t *role_changes_json(struct maker *maker,
                                 const sg_revision_role *role)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", role->id);
    maker_put_text(maker, object, "title", role->title);
    maker_put_text(maker, object, "fate", sg_revision_fate_word(role->fate));
    maker_put_text(maker, object, "effect",
                   sg_revision_effect_word(role->effect));
    maker_put_text(maker, object, "sentence", role->sentence);
    maker_put(maker, object, "changes",
              changes_json(maker, role->changes, role->change_count));
    return object;
}

json_t *revision_json(struct maker *maker, const sg_revision *revision)
{
    json_t *object = maker_object(maker), *roles = maker_array(maker);
    maker_put_text(maker, object, "framework", revision->framework);
    maker_put_text(maker, object, "older", revision->older);
    maker_put_text(maker, object, "newer", revision->newer);
    maker_put_text(maker, object, "sentence", revision->sentence);
    for (size_t i = 0; i < revision->role_count; i++)
        maker_add(maker, roles, role_changes_json(maker, &revision->roles[i]));
    maker_put(maker, object, "roles", roles);
    maker_put(maker, object, "notes",
              changes_json(maker, revision->notes, revision->note_count));
    return object;
}

json_t *revisions_json(struct maker *maker, sg_revision *const *revisions,
                       size_t count)
{
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, list, revision_json(maker, revisions[i]));
    return list;
}

void revisions_text(struct page *page, sg_revision *const *revisions,
                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        page_item(page, 2, "- ", STYLE_PLAIN, "%s", revisions[i]->sentence);
}

static void changes_text(struct page *page, const sg_revision_change *changes,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
        page_item(page, 4, "- ", STYLE_PLAIN, "%s", changes[i].sentence);
}

void revision_whole_text(struct page *page, const sg_revision *revision)
{
    page_text(page, 0, "%s", revision->sentence);
    for (size_t i = 0; i < revision->role_count; i++) {
        const sg_revision_role *role = &revision->roles[i];
        page_blank(page);
        page_text(page, 2, "%s (%s): %s", role->title, role->id,
                  sg_revision_fate_word(role->fate));
        if (role->change_count == 0)
            page_text(page, 4, "%s", role->sentence);
        changes_text(page, role->changes, role->change_count);
    }
    if (revision->note_count == 0)
        return;
    page_blank(page);
    page_text(page, 2, "Besides the roles:");
    changes_text(page, revision->notes, revision->note_count);
}
