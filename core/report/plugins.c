/* SPDX-License-Identifier: MIT */
/* Which plugins were found, and what became of them. */
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>

enum { ABI_MINOR_BITS = 16, ABI_MINOR_MASK = 0xFFFF };

/* Either all plugins of a catalogue, or one that was looked at by itself. */
struct plugin_list {
    const sg_catalogue *catalogue;
    const sg_plugin_check *check;
};

static size_t plugin_count(const struct plugin_list *list)
{
    return list->check != NULL ? 1 : sg_catalogue_plugin_count(list->catalogue);
}

static sg_plugin_info plugin_at(const struct plugin_list *list, size_t index)
{
    if (list->check != NULL)
        return sg_plugin_check_info(list->check);
    return sg_catalogue_plugin_at(list->catalogue, index);
}

/* "1.0" for the number that a plugin told; NULL when it never did. */
static const char *abi_words(const sg_plugin_info *plugin, char *out,
                             size_t room)
{
    if (plugin->abi == 0)
        return NULL;
    (void)snprintf(out, room, "%u.%u",
                   (unsigned)(plugin->abi >> ABI_MINOR_BITS),
                   (unsigned)(plugin->abi & ABI_MINOR_MASK));
    return out;
}

static json_t *plugin_json(struct maker *maker, const sg_plugin_info *plugin)
{
    char abi[24];
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", plugin->id);
    maker_put_text(maker, object, "version", plugin->version);
    maker_put_text(maker, object, "file", plugin->file);
    maker_put_text(maker, object, "state", sg_plugin_state_word(plugin->state));
    maker_put_text(maker, object, "reason", plugin->reason);
    maker_put_text(maker, object, "abi", abi_words(plugin, abi, sizeof(abi)));
    maker_put(maker, object, "councils",
              maker_texts(maker, plugin->councils, plugin->council_count));
    return object;
}

static json_t *plugins_json(struct maker *maker, const void *subject)
{
    const struct plugin_list *list = subject;
    json_t *plugins = maker_array(maker);
    for (size_t i = 0; i < plugin_count(list); i++) {
        sg_plugin_info plugin = plugin_at(list, i);
        maker_add(maker, plugins, plugin_json(maker, &plugin));
    }
    return plugins;
}

static void plugin_text(struct page *page, const sg_plugin_info *plugin)
{
    char lead[24], abi[24];
    enum page_style style =
        plugin->state == SG_PLUGIN_LOADED ? STYLE_MET : STYLE_UNMET;
    (void)snprintf(lead, sizeof(lead), "%-12s",
                   sg_plugin_state_word(plugin->state));
    page_item(page, 0, lead, style, "%s",
              plugin->id != NULL ? plugin->id : "(it never told its name)");
    page_item(page, 2, "File:     ", STYLE_PLAIN, "%s",
              text_or_none(plugin->file));
    if (plugin->version != NULL)
        page_item(page, 2, "Version:  ", STYLE_PLAIN, "%s", plugin->version);
    if (abi_words(plugin, abi, sizeof(abi)) != NULL)
        page_item(page, 2, "ABI:      ", STYLE_PLAIN, "%s", abi);
    for (size_t i = 0; i < plugin->council_count; i++)
        page_item(page, 2, "Council:  ", STYLE_PLAIN, "%s",
                  text_or_none(plugin->councils[i]));
    if (plugin->reason != NULL)
        page_item(page, 2, "Reason:   ", STYLE_PLAIN, "%s", plugin->reason);
}

static void plugins_text(struct page *page, const void *subject)
{
    const struct plugin_list *list = subject;
    if (plugin_count(list) == 0)
        page_text(page, 0,
                  "No plugin was found. Every framework works without one; "
                  "more lines are then left to ask.");
    for (size_t i = 0; i < plugin_count(list); i++) {
        sg_plugin_info plugin = plugin_at(list, i);
        if (i > 0)
            page_blank(page);
        plugin_text(page, &plugin);
    }
}

static const struct report_row rows[] = {
    {"plugins", NULL, plugins_json, plugins_text, NULL},
};

const struct report *report_plugins_table(void)
{
    static const struct report report = {
        .kind = "plugins",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_plugins(const sg_catalogue *catalogue,
                            const sg_report_options *options, char **ret_text,
                            sg_error *reterr)
{
    const struct plugin_list list = {.catalogue = catalogue};
    return report_write(report_plugins_table(), &list, options, ret_text,
                        reterr);
}

sg_status sg_report_plugin_check(const sg_plugin_check *check,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr)
{
    const struct plugin_list list = {.check = check};
    return report_write(report_plugins_table(), &list, options, ret_text,
                        reterr);
}
