/* SPDX-License-Identifier: MIT */
/* Looking at plugin files before any of their code can run. */
#define _XOPEN_SOURCE 700

#include "plug/image.h"
#include "plug/look.h"
#include "skillgap/plugin.h"

#include <criterion/criterion.h>
#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test runs in a process of its own and makes one folder. */
static char folder[] = "/tmp/skillgap-look-XXXXXX";
static char path[128];

static void make_folder(void)
{
    umask(022);
    cr_assert(mkdtemp(folder), "no temporary folder");
    snprintf(path, sizeof path, "%s/some.so", folder);
}

static void remove_folder(void)
{
    chmod(folder, 0700);
    if (unlink(path) != 0)
        rmdir(path);
    rmdir(folder);
}

static void write_file(const void *bytes, size_t size)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0755);
    cr_assert(fd >= 0);
    cr_assert_eq(write(fd, bytes, size), (ssize_t)size);
    close(fd);
}

/* The bytes of a real plugin. Free them. */
static unsigned char *read_fixture(const char *name, size_t *ret_size)
{
    const char *plugins = getenv("SKILLGAP_TEST_PLUGINS");
    cr_assert(plugins, "SKILLGAP_TEST_PLUGINS names no folder");
    char from[512];
    snprintf(from, sizeof from, "%s/%s/%s.so", plugins, name, name);
    FILE *file = fopen(from, "rb");
    cr_assert(file, "%s is not there", from);
    fseek(file, 0, SEEK_END);
    *ret_size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*ret_size);
    cr_assert(bytes);
    cr_assert_eq(fread(bytes, 1, *ret_size, file), *ret_size);
    fclose(file);
    return bytes;
}

static void copy_fixture(const char *name)
{
    size_t size;
    unsigned char *bytes = read_fixture(name, &size);
    write_file(bytes, size);
    free(bytes);
}

static void expect_refusal(const char *reason)
{
    sg_error error = {0};
    const sg_status status = plug_look(path, &error);
    cr_expect(status == SG_PLUGIN, "wanted %s, got status %d", reason, status);
    cr_expect_str_eq(error.reason, reason);
    cr_expect_str_eq(error.file, path);
    cr_expect(strlen(error.message) > 20, "a sentence, not \"%s\"",
              error.message);
}

TestSuite(plug_look, .init = make_folder, .fini = remove_folder, .timeout = 20);

Test(plug_look, a_whole_plugin_of_the_users_own_is_fine)
{
    sg_error error = {0};
    copy_fixture("fair");
    cr_expect_eq(plug_look(path, &error), SG_OK, "%s", error.message);
}

Test(plug_look, a_name_without_a_file_is_an_input_error)
{
    sg_error error = {0};
    cr_expect_eq(plug_look(path, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
}

Test(plug_look, text_is_no_plugin)
{
    static const char text[] = "#!/bin/sh\nexit 0\n";
    write_file(text, sizeof text - 1);
    expect_refusal("not-elf");
}

Test(plug_look, an_empty_file_says_that_it_is_empty)
{
    write_file("", 0);
    expect_refusal("empty");
}

Test(plug_look, a_magic_number_alone_is_cut_short)
{
    write_file(ELFMAG, SELFMAG);
    expect_refusal("truncated");
}

Test(plug_look, a_folder_is_no_file)
{
    cr_assert_eq(mkdir(path, 0755), 0);
    expect_refusal("not-a-file");
}

Test(plug_look, a_pipe_does_not_block)
{
    cr_assert_eq(mkfifo(path, 0600), 0);
    expect_refusal("not-a-file");
}

Test(plug_look, a_link_to_nothing_is_a_link)
{
    cr_assert_eq(symlink("/nowhere/at/all.so", path), 0);
    expect_refusal("link");
}

Test(plug_look, a_link_to_a_device_is_a_link)
{
    cr_assert_eq(symlink("/dev/zero", path), 0);
    expect_refusal("link");
}

Test(plug_look, a_device_is_never_opened)
{
    sg_error error = {0};
    cr_expect_eq(plug_look("/dev/null", &error), SG_PLUGIN);
    cr_expect_str_eq(error.reason, "not-a-file");
}

Test(plug_look, a_file_that_its_group_may_change_is_refused)
{
    copy_fixture("fair");
    cr_assert_eq(chmod(path, 0775), 0);
    expect_refusal("writable");
}

Test(plug_look, a_file_that_anybody_may_change_is_refused)
{
    copy_fixture("fair");
    cr_assert_eq(chmod(path, 0757), 0);
    expect_refusal("writable");
}

Test(plug_look, a_folder_that_others_may_change_is_refused)
{
    copy_fixture("fair");
    cr_assert_eq(chmod(folder, 0775), 0);
    expect_refusal("folder-writable");
}

Test(plug_look, a_sticky_folder_is_fine_since_only_owners_exchange_files)
{
    sg_error error = {0};
    copy_fixture("fair");
    cr_assert_eq(chmod(folder, 01777), 0);
    cr_expect_eq(plug_look(path, &error), SG_OK, "%s", error.message);
}

Test(plug_look, a_file_of_another_user_is_refused)
{
    copy_fixture("fair");
    if (chown(path, 12345, (gid_t)-1) != 0)
        cr_skip("only root can give a file away");
    expect_refusal("owner");
}

Test(plug_look, a_folder_of_another_user_is_refused)
{
    copy_fixture("fair");
    if (chown(folder, 12345, (gid_t)-1) != 0)
        cr_skip("only root can give a folder away");
    expect_refusal("folder-owner");
}

Test(plug_look, a_file_past_the_ceiling_is_not_read)
{
    copy_fixture("fair");
    cr_assert_eq(truncate(path, (off_t)1 << 40), 0, "no sparse files here");
    expect_refusal("too-large");
}

Test(plug_look, a_library_without_the_entry_is_no_plugin)
{
    copy_fixture("no_entry");
    expect_refusal("no-entry");
}

/* One changed byte of the header each. */
static const struct {
    size_t at;
    unsigned char value;
    const char *reason;
    const char *why;
} changed[] = {
    {EI_MAG1, 'e', "not-elf", "the magic number is wrong"},
    {EI_CLASS, ELFCLASSNONE, "machine", "no word size that this host has"},
    {EI_DATA, ELFDATANONE, "machine", "no byte order that this host has"},
    {offsetof(Elf64_Ehdr, e_machine), 0xF7, "machine", "another processor"},
    {offsetof(Elf64_Ehdr, e_type), ET_EXEC, "not-shared", "a program"},
    {offsetof(Elf64_Ehdr, e_type), ET_REL, "not-shared", "an object file"},
    {EI_VERSION, 9, "damaged", "no such version of ELF"},
};

Test(plug_look, a_changed_header_is_named_for_what_it_is)
{
    size_t size;
    unsigned char *bytes = read_fixture("fair", &size);
    for (size_t i = 0; i < sizeof changed / sizeof changed[0]; i++) {
        const unsigned char before = bytes[changed[i].at];
        bytes[changed[i].at] = changed[i].value;
        write_file(bytes, size);
        bytes[changed[i].at] = before;
        sg_error error = {0};
        cr_expect(plug_look(path, &error) == SG_PLUGIN &&
                      strcmp(error.reason, changed[i].reason) == 0,
                  "row %zu, %s: wanted %s, got \"%s\"", i, changed[i].why,
                  changed[i].reason, error.reason);
    }
    free(bytes);
}

/* The end of the last segment that the loader maps; this host's class is
 * asked of the file itself. */
static size_t loaded_end(const unsigned char *bytes)
{
    Elf64_Ehdr header;
    size_t end = 0;
    memcpy(&header, bytes, sizeof header);
    for (unsigned i = 0; i < header.e_phnum; i++) {
        Elf64_Phdr segment;
        memcpy(&segment, bytes + header.e_phoff + i * sizeof segment,
               sizeof segment);
        if (segment.p_type == PT_LOAD &&
            segment.p_offset + segment.p_filesz > end)
            end = segment.p_offset + segment.p_filesz;
    }
    return end;
}

Test(plug_look, a_plugin_cut_short_anywhere_in_what_is_loaded_is_refused)
{
    size_t size;
    unsigned char *bytes = read_fixture("fair", &size);
    cr_assert_eq(bytes[EI_CLASS], ELFCLASS64, "this test knows 64 bits");
    const size_t end = loaded_end(bytes);
    cr_assert(end > 1000 && end <= size);
    for (size_t cut = 0; cut < end; cut++) {
        /* A copy of exactly that size lets a sanitizer see a read past it. */
        unsigned char *part = malloc(cut ? cut : 1);
        cr_assert(part);
        memcpy(part, bytes, cut);
        cr_expect_neq(image_check(part, cut, SG_PLUGIN_ENTRY), IMAGE_FINE,
                      "cut at byte %zu", cut);
        free(part);
    }
    cr_expect_eq(image_check(bytes, size, SG_PLUGIN_ENTRY), IMAGE_FINE);
    free(bytes);
}

Test(plug_look, a_truncated_copy_of_a_real_plugin_says_so)
{
    size_t size;
    unsigned char *bytes = read_fixture("fair", &size);
    write_file(bytes, loaded_end(bytes) - 1);
    free(bytes);
    expect_refusal("truncated");
}

/* The end of the file is no part of what is loaded, but the linker wrote it. */
Test(plug_look, a_plugin_without_the_end_of_its_section_table_is_truncated)
{
    size_t size;
    unsigned char *bytes = read_fixture("fair", &size);
    Elf64_Ehdr header;
    memcpy(&header, bytes, sizeof header);
    cr_assert(header.e_shoff > loaded_end(bytes), "the table stands last");
    write_file(bytes, size - 1);
    free(bytes);
    expect_refusal("truncated");
}

/* Any answer will do: what counts is that there is one, soon, and that
 * nothing past the copy was read (the sanitizers watch). */
Test(plug_look, damage_anywhere_is_survived)
{
    size_t size;
    unsigned char *bytes = read_fixture("fair", &size);
    uint32_t random = 2463534242u;
    unsigned refused = 0;
    for (unsigned round = 0; round < 20000; round++) {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        /* Mostly the headers at the start; sometimes anywhere. */
        const size_t at = random % (round % 4 ? 1024 : size);
        const unsigned char before = bytes[at];
        bytes[at] = (unsigned char)(random >> 24);
        refused += image_check(bytes, size, SG_PLUGIN_ENTRY) != IMAGE_FINE;
        bytes[at] = before;
    }
    cr_expect(refused > 1000, "only %u of the damaged files are refused",
              refused);
    free(bytes);
}
