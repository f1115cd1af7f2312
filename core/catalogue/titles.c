/* SPDX-License-Identifier: MIT */
/* Reading a list of titles with what is known about qualifications. */
#include "skillgap/titles.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "catalogue/input.h"
#include "catalogue/knowledge.h"
#include "quals/title.h"
#include "read/title_list.h"

#include <stdlib.h>

struct sg_titles {
    struct quals *quals;
    struct title_list list;
    struct sg_title_reading *readings;
};

static sg_status read_bytes(const char *path, struct problem_sink *sink,
                            struct title_list *list, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_status status = input_bytes(path, &bytes, sink, reterr);
    if (status == SG_OK)
        status = read_title_list(&bytes, file_label(path), sink, list, reterr);
    buffer_done(&bytes);
    return status;
}

static sg_status read_titles(sg_titles *titles, sg_error *reterr)
{
    const struct title_list *list = &titles->list;
    titles->readings = calloc(list->count + 1, sizeof(*titles->readings));
    if (!titles->readings)
        return fault_memory(reterr);
    for (size_t i = 0; i < list->count; i++)
        title_read(titles->quals, list->titles[i].text, &titles->readings[i]);
    return SG_OK;
}

static sg_status fill(sg_titles *titles, const char *path,
                      const sg_catalogue_options *options, sg_error *reterr)
{
    struct problem_sink sink = {.tell = options->problem,
                                .user = options->user};
    sg_status status =
        knowledge_open(options->data_dirs, options->data_dir_count, &sink,
                       &titles->quals, reterr);
    if (status == SG_OK)
        status = read_bytes(path, &sink, &titles->list, reterr);
    return status == SG_OK ? read_titles(titles, reterr) : status;
}

sg_status sg_titles_new(const char *path, const sg_catalogue_options *options,
                        sg_titles **ret_titles, sg_error *reterr)
{
    static const sg_catalogue_options usual = {0};
    *ret_titles = NULL;
    sg_titles *titles = calloc(1, sizeof(*titles));
    if (!titles)
        return fault_memory(reterr);
    const sg_status status =
        fill(titles, path, options ? options : &usual, reterr);
    if (status == SG_OK)
        *ret_titles = titles;
    else
        sg_titles_free(titles);
    return status;
}

void sg_titles_free(sg_titles *titles)
{
    if (!titles)
        return;
    quals_free(titles->quals);
    title_list_done(&titles->list);
    free(titles->readings);
    free(titles);
}

size_t sg_titles_count(const sg_titles *titles)
{
    return titles->list.count;
}

sg_title sg_titles_at(const sg_titles *titles, size_t index)
{
    const struct listed_title *listed = &titles->list.titles[index];
    return (sg_title){.text = listed->text,
                      .line = listed->line,
                      .reading = &titles->readings[index]};
}

const char *sg_titles_version(const sg_titles *titles)
{
    return titles->quals->version;
}

const char *sg_titles_as_of(const sg_titles *titles)
{
    return titles->quals->as_of;
}
