/* SPDX-License-Identifier: MIT */
/* Telling the problems of a file: where each is, and what was meant. */
#include "base/fault.h"
#include "base/text.h"
#include "read/json.h"
#include "read/shape.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Adds a piece to a pointer, or nothing of it when it does not fit: half a
 * step would point elsewhere. */
static bool add_piece(char *out, size_t room, const char *piece)
{
    const size_t used = strlen(out), length = strlen(piece);
    if (used + length >= room)
        return false;
    memcpy(out + used, piece, length + 1);
    return true;
}

/* One step with the escapes of RFC 6901: "~" is "~0" and "/" is "~1". */
static bool add_step(char *out, size_t room, const struct place *place)
{
    char step[256] = "/";
    size_t used = 1;
    if (!place->key) {
        snprintf(step, sizeof(step), "/%zu", place->index);
        return add_piece(out, room, step);
    }
    for (const char *at = place->key; *at; at++) {
        if (used + 3 > sizeof(step))
            return false;
        const bool escaped = *at == '~' || *at == '/';
        if (escaped)
            step[used++] = '~';
        step[used++] = *at == '~' ? '0' : *at == '/' ? '1' : *at;
    }
    step[used] = '\0';
    return add_piece(out, room, step);
}

static void write_pointer(const struct checker *checker, char *out, size_t room)
{
    out[0] = '\0';
    for (size_t i = 0; i < checker->depth; i++)
        if (!add_step(out, room, &checker->path[i]))
            return;
}

void problem_tell(struct problem_sink *sink, sg_error *reterr,
                  const sg_error *problem)
{
    if (problem->warning)
        sink->warnings++;
    else
        sink->errors++;
    if (sink->tell)
        sink->tell(problem, sink->user);
    if (!problem->warning && reterr && reterr->status == SG_OK)
        *reterr = *problem;
}

static void tell(struct checker *checker, bool warning, const char *reason,
                 const char *message)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, checker->file, "%s", message);
    problem.warning = warning;
    problem.has_pointer = true;
    write_pointer(checker, problem.pointer, sizeof(problem.pointer));
    problem_tell(checker->sink, checker->reterr, &problem);
}

sg_status checker_parse(const struct buffer *bytes, const char *file,
                        struct problem_sink *sink, json_t **ret_root,
                        sg_error *reterr)
{
    sg_error problem = {0};
    const sg_status status = json_read(bytes, file, ret_root, &problem);
    if (status == SG_INPUT)
        problem_tell(sink, reterr, &problem);
    else if (status != SG_OK)
        return fault_memory(reterr);
    return status;
}

void checker_error(struct checker *checker, const char *reason,
                   const char *format, ...)
{
    char message[2 * sizeof(((sg_error *)0)->message)];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof(message), format, values);
    va_end(values);
    tell(checker, false, reason, message);
}

void checker_warning(struct checker *checker, const char *reason,
                     const char *format, ...)
{
    char message[2 * sizeof(((sg_error *)0)->message)];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof(message), format, values);
    va_end(values);
    tell(checker, true, reason, message);
}

/* The path cannot run over: json_read refuses what is nested deeper. */
void checker_enter(struct checker *checker, const char *key, size_t index)
{
    checker->path[checker->depth++] =
        (struct place){.key = key, .index = index};
}

void checker_leave(struct checker *checker)
{
    checker->depth--;
}

void checker_hint(const struct checker *checker, const char *typed,
                  const char *const *names, size_t count, char hint[HINT_ROOM])
{
    hint[0] = '\0';
    const struct problem_sink *sink = checker->sink;
    if (sink->errors >= LIMIT_PROBLEMS_SHOWN)
        return;
    const char *nearest = text_nearest_words(typed, names, count);
    if (nearest)
        snprintf(hint, HINT_ROOM, " Did you mean '%.150s'?", nearest);
}

bool checker_reads(struct checker *checker, const json_t *root,
                   const char *format, const char *advice)
{
    const char *said = json_string_value(json_object_get(root, "format"));
    if (!said || strcmp(said, format) == 0)
        return true;
    const size_t name = strcspn(format, "/") + 1;
    checker_enter(checker, "format", 0);
    if (strncmp(said, format, name) == 0 && strtoul(said + name, NULL, 10) > 1)
        checker_error(checker, "newer-version",
                      "This file is of format '%.60s' and this program reads "
                      "'%s'; use a newer program.",
                      said, format);
    else
        checker_error(checker, "wrong-format",
                      "This file is of format '%.60s'; %s '%s'.", said, advice,
                      format);
    checker_leave(checker);
    return false;
}
