/* SPDX-License-Identifier: MIT */
/* Two small councils that ask for the same. */
#include "councils.h"

#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The essential lines of now, below, want and other stand at the %s, and what
 * now and other touch. */
static const char frame[] =
    "{'format':'skillgap-framework/1','id':'@','version':'1',"
    "'as_of':'2026-01-01','council':{'name':'Test'},"
    "'documents':[{'id':'d','title':'Document'}],"
    "'word_orders':[['basic','appropriate']],"
    "'areas':[{'id':'office','title':'office work'},"
    "{'id':'care','title':'care work'}],"
    "'sections':[{'id':'duties','title':'Duties','kind':'statement'},"
    "{'id':'purpose','title':'Purpose','kind':'statement'},"
    "{'id':'s','title':'Specification','kind':'specification'}],"
    "'families':[{'id':'f','title':'Family','document':'d',"
    "'areas':['office'],'roles':["
    "{'id':'@/now','title':'Now','level':'2','rank':2,'areas':['office'],"
    "'statements':[{'section':'duties','items':"
    "[{'text':'Does.','touches':[%s]}]},"
    "{'section':'purpose','items':[{'text':'Is there.'}]}],"
    "'specification':{'section':'s','essential':[%s]}},"
    "{'id':'@/below','title':'Below','level':'1','rank':1,"
    "'areas':['office'],'specification':{'section':'s','essential':[%s]}},"
    "{'id':'@/want','title':'Want','level':'3','rank':3,'areas':['office'],"
    "'specification':{'section':'s','essential':[%s]}}]},"
    "{'id':'g','title':'Others','document':'d','roles':["
    "{'id':'@/other','title':'Other','level':'1','rank':1,"
    "'statements':[{'section':'duties','items':"
    "[{'text':'Does.','touches':[%s]}]},"
    "{'section':'purpose','items':[{'text':'Is there.'}]}],"
    "'specification':{'section':'s','essential':[%s]}}]}]}";

static const char *or_none(const char *text)
{
    return text ? text : "";
}

static char *council_json(const struct council *council, char id)
{
    const char *touches = or_none(council->touches);
    const char *now = or_none(council->now);
    const char *below = or_none(council->below);
    const char *want = or_none(council->want);
    const char *other = or_none(council->other);
    const size_t room = sizeof frame + 2 * strlen(touches) + strlen(now) +
                        strlen(below) + strlen(want) + strlen(other);
    char *text = malloc(room);

    cr_assert_not_null(text);
    snprintf(text, room, frame, touches, now, below, want, touches, other);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at == '@' ? id : *at;
    return text;
}

void councils_open(struct shipped *councils, const struct council *council)
{
    memset(councils, 0, sizeof *councils);
    councils->reference = support_reference();
    for (int i = 0; i < SHIPPED_FRAMEWORKS; i++) {
        char *json = council_json(council, (char)('t' + i));
        councils->in_use[i].framework =
            support_framework(councils->reference, json);
        free(json);
    }
    councils->catalogue = (struct sg_catalogue){
        .reference = councils->reference,
        .frameworks = councils->in_use,
        .framework_count = SHIPPED_FRAMEWORKS,
    };
}
