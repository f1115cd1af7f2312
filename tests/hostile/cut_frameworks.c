/* SPDX-License-Identifier: MIT */
/* Cuts a framework file everywhere and reads what is left of it.
 *
 *     cut_frameworks data/frameworks/county.json token
 *     cut_frameworks data/frameworks/county.json byte [STEP]
 *
 * "token" cuts at the start and end of each token, "byte" at every byte, or at
 * each STEP bytes (1 to 9). Each prefix but the whole must be refused with a
 * line and a sentence; nothing may crash. A cut in the white space at the end
 * is the whole file. The reference lists are those of SKILLGAP_TEST_DATA
 * ("data" when it is unset). */
#include "base/file.h"
#include "base/limits.h"
#include "read/read.h"
#include "read/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct run {
    const struct reference *reference;
    const char *bytes;
    size_t whole; /* a prefix of so many bytes or more is the whole file */
    unsigned long cuts;
    unsigned long failed;
};

static bool is_refused_well(sg_status status, const sg_error *error,
                            const struct problem_sink *sink)
{
    return status == SG_INPUT && error->status == SG_INPUT && error->line > 0 &&
           error->column > 0 && error->message[0] && error->reason[0] &&
           sink->errors == 1;
}

/* The prefix has memory of its own size, so that reading past it is seen. */
static void cut_at(struct run *run, size_t size)
{
    struct buffer prefix = {0};
    struct problem_sink sink = {0};
    struct framework *framework = NULL;
    sg_error error = {0};
    prefix.data = malloc(size + 1);
    if (!prefix.data)
        exit(SG_STORAGE);
    memcpy(prefix.data, run->bytes, size);
    prefix.data[size] = '\0';
    prefix.size = size;
    const sg_status status = read_framework(&prefix, "cut.json", run->reference,
                                            &sink, &framework, &error);
    const bool good = size >= run->whole
                          ? status == SG_OK && framework
                          : is_refused_well(status, &error, &sink);
    run->cuts++;
    if (!good) {
        run->failed++;
        printf("cut at byte %zu: status %d, line %u, '%s'\n", size, (int)status,
               (unsigned)error.line, error.message);
    }
    framework_free(framework);
    buffer_done(&prefix);
}

static void cut_tokens(struct run *run, size_t size)
{
    struct scan scan = {.bytes = run->bytes, .size = size};
    struct token token;
    while (scan_next(&scan, &token)) {
        cut_at(run, token.start);
        cut_at(run, token.end);
    }
    cut_at(run, size);
}

static void cut_bytes(struct run *run, size_t size, size_t step)
{
    for (size_t i = 0; i < size; i += step)
        cut_at(run, i);
    cut_at(run, size);
}

static size_t without_space_at_end(const char *bytes, size_t size)
{
    while (size > 0 && strchr(" \t\r\n", bytes[size - 1]))
        size--;
    return size;
}

static int cut_file(const struct reference *reference, const char *path,
                    size_t byte_step)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error error = {0};
    if (file_read(path, &bytes, &error) != SG_OK || !bytes.data) {
        fprintf(stderr, "%s: %s\n", path, error.message);
        buffer_done(&bytes);
        return SG_INPUT;
    }
    struct run run = {.reference = reference, .bytes = bytes.data};
    run.whole = without_space_at_end(bytes.data, bytes.size);
    if (byte_step > 0)
        cut_bytes(&run, bytes.size, byte_step);
    else
        cut_tokens(&run, bytes.size);
    printf("%lu cuts, %lu passed, %lu failed\n", run.cuts,
           run.cuts - run.failed, run.failed);
    buffer_done(&bytes);
    return run.cuts == 0 || run.failed > 0;
}

/* 0: at each token; -1: these are not the words of a command. */
static int step_of(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[2], "token") == 0)
        return 0;
    if (argc < 3 || argc > 4 || strcmp(argv[2], "byte") != 0)
        return -1;
    if (argc == 3)
        return 1;
    const char digit = argv[3][0];
    return digit >= '1' && digit <= '9' && argv[3][1] == '\0' ? digit - '0'
                                                              : -1;
}

int main(int argc, char **argv)
{
    const int step = step_of(argc, argv);
    if (step < 0) {
        fprintf(stderr, "usage: %s FILE token|byte [STEP]\n", argv[0]);
        return SG_USAGE;
    }
    const char *data = getenv("SKILLGAP_TEST_DATA");
    struct reference *reference = NULL;
    sg_error error = {0};
    if (read_reference(data ? data : "data", NULL, &reference, &error) !=
        SG_OK) {
        fprintf(stderr, "%s: %s\n", error.file, error.message);
        return SG_INPUT;
    }
    const int failed = cut_file(reference, argv[1], (size_t)step);
    reference_free(reference);
    return failed;
}
