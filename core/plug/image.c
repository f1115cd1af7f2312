/* SPDX-License-Identifier: MIT */
/* Reading a shared object's bytes: headers, segments, dynamic symbols.
 *
 * Nothing is read through a pointer into the file: each structure is copied
 * out by at(), which knows where the bytes end. Offsets and counts come from
 * the file, so every one of them is checked there and nowhere else. */
#include "plug/image.h"

#include "base/limits.h"

#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* As this host's own word size has them. */
typedef ElfW(Ehdr) elf_header;
typedef ElfW(Phdr) elf_segment;
typedef ElfW(Dyn) elf_dynamic;
typedef ElfW(Sym) elf_symbol;

enum { MOST_SEGMENTS = 64 };

struct image {
    const unsigned char *bytes;
    size_t size;
    elf_header header;
};

/* Offsets into the file; 0 stands for "there is none". */
struct tables {
    uint64_t symbols;
    uint64_t strings;
    uint64_t string_bytes;
    uint64_t gnu_hash;
    uint64_t hash;
};

static bool fits(const struct image *image, uint64_t offset, uint64_t size)
{
    return offset <= image->size && size <= image->size - offset;
}

static bool at(const struct image *image, uint64_t offset, void *to,
               size_t size)
{
    if (!fits(image, offset, size))
        return false;
    memcpy(to, image->bytes + offset, size);
    return true;
}

/* EM_NONE on a machine that this list has not met: then it is not compared,
 * and the loader has the last word. */
static unsigned host_machine(void)
{
#if defined(__x86_64__)
    return EM_X86_64;
#elif defined(__aarch64__)
    return EM_AARCH64;
#elif defined(__i386__)
    return EM_386;
#elif defined(__arm__)
    return EM_ARM;
#elif defined(__riscv)
    return EM_RISCV;
#elif defined(__powerpc64__)
    return EM_PPC64;
#else
    return EM_NONE;
#endif
}

static bool is_for_host(const elf_header *header)
{
    const unsigned char class =
        sizeof(ElfW(Addr)) == sizeof(Elf64_Addr) ? ELFCLASS64 : ELFCLASS32;
    const unsigned char order =
        __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ELFDATA2LSB : ELFDATA2MSB;

    if (header->e_ident[EI_CLASS] != class || header->e_ident[EI_DATA] != order)
        return false;
    return host_machine() == EM_NONE || header->e_machine == host_machine();
}

/* Nothing is loaded from the sections, but their table stands at the end of
 * what a linker writes: without it the file is not the one that was built. A
 * stripped file may have none; past 65279 sections the first tells the count.
 */
static bool has_its_sections(const struct image *image)
{
    const elf_header *header = &image->header;
    const uint64_t count = header->e_shnum ? header->e_shnum : 1;

    return header->e_shoff == 0 ||
           fits(image, header->e_shoff, count * header->e_shentsize);
}

static enum image_fault check_header(const struct image *image)
{
    const elf_header *header = &image->header;

    if (!is_for_host(header))
        return IMAGE_OTHER_MACHINE;
    if (header->e_type != ET_DYN)
        return IMAGE_NOT_SHARED;
    if (header->e_ident[EI_VERSION] != EV_CURRENT ||
        header->e_phentsize != sizeof(elf_segment) || header->e_phnum == 0 ||
        header->e_phnum > MOST_SEGMENTS)
        return IMAGE_DAMAGED;
    return has_its_sections(image) &&
                   fits(image, header->e_phoff,
                        header->e_phnum * sizeof(elf_segment))
               ? IMAGE_FINE
               : IMAGE_CUT_SHORT;
}

/* The header's bounds were checked: every segment below e_phnum is there. */
static elf_segment segment(const struct image *image, unsigned index)
{
    elf_segment segment;

    memset(&segment, 0, sizeof segment);
    at(image, image->header.e_phoff + index * sizeof segment, &segment,
       sizeof segment);
    return segment;
}

/* The part of a segment past the file's end is what SIGBUS is made of. */
static enum image_fault check_segments(const struct image *image)
{
    bool loads = false;

    for (unsigned i = 0; i < image->header.e_phnum; i++) {
        const elf_segment one = segment(image, i);
        if (one.p_type != PT_LOAD && one.p_type != PT_DYNAMIC)
            continue;
        if (!fits(image, one.p_offset, one.p_filesz))
            return IMAGE_CUT_SHORT;
        if (one.p_memsz < one.p_filesz || one.p_memsz > LIMIT_PLUGIN_BYTES)
            return IMAGE_DAMAGED;
        loads = loads || one.p_type == PT_LOAD;
    }
    return loads ? IMAGE_FINE : IMAGE_DAMAGED;
}

/* The place in the file of what will stand at an address; 0 for none. */
static uint64_t at_address(const struct image *image, uint64_t address)
{
    for (unsigned i = 0; i < image->header.e_phnum; i++) {
        const elf_segment one = segment(image, i);
        if (one.p_type == PT_LOAD && address >= one.p_vaddr &&
            address - one.p_vaddr < one.p_filesz)
            return one.p_offset + (address - one.p_vaddr);
    }
    return 0;
}

static void note(const struct image *image, const elf_dynamic *entry,
                 struct tables *tables)
{
    switch (entry->d_tag) {
    case DT_SYMTAB:
        tables->symbols = at_address(image, entry->d_un.d_ptr);
        break;
    case DT_STRTAB:
        tables->strings = at_address(image, entry->d_un.d_ptr);
        break;
    case DT_STRSZ:
        tables->string_bytes = entry->d_un.d_val;
        break;
    case DT_GNU_HASH:
        tables->gnu_hash = at_address(image, entry->d_un.d_ptr);
        break;
    case DT_HASH:
        tables->hash = at_address(image, entry->d_un.d_ptr);
        break;
    default:
        break;
    }
}

static bool find_tables(const struct image *image, struct tables *tables)
{
    for (unsigned i = 0; i < image->header.e_phnum; i++) {
        const elf_segment one = segment(image, i);
        if (one.p_type != PT_DYNAMIC)
            continue;
        elf_dynamic entry;
        for (uint64_t done = 0; one.p_filesz - done >= sizeof entry;
             done += sizeof entry) {
            if (!at(image, one.p_offset + done, &entry, sizeof entry) ||
                entry.d_tag == DT_NULL)
                break;
            note(image, &entry, tables);
        }
    }
    return tables->symbols && tables->strings &&
           fits(image, tables->strings, tables->string_bytes) &&
           (tables->gnu_hash || tables->hash);
}

static bool word_at(const struct image *image, uint64_t offset,
                    uint32_t *ret_word)
{
    return at(image, offset, ret_word, sizeof *ret_word);
}

/* The symbol table does not tell its length. With the GNU hash table it ends
 * with the last chain, and the last chain is the one that starts highest. */
static uint64_t count_by_gnu_hash(const struct image *image, uint64_t table)
{
    uint32_t head[4]; /* buckets, first symbol, bloom words, shift */
    if (!at(image, table, head, sizeof head))
        return 0;

    const uint64_t buckets =
        table + sizeof head + (uint64_t)head[2] * sizeof(ElfW(Addr));
    const uint64_t chains = buckets + (uint64_t)head[0] * sizeof(uint32_t);
    uint32_t last = 0;
    for (uint64_t i = 0; i < head[0]; i++) {
        uint32_t first;
        if (!word_at(image, buckets + i * sizeof first, &first))
            return 0;
        last = first > last ? first : last;
    }
    if (last < head[1])
        return head[1];
    uint32_t link = 0;
    uint64_t index = last;
    for (; word_at(image, chains + (index - head[1]) * sizeof link, &link);
         index++)
        if (link & 1)
            return index + 1;
    return 0;
}

static uint64_t count_symbols(const struct image *image,
                              const struct tables *tables)
{
    if (tables->gnu_hash)
        return count_by_gnu_hash(image, tables->gnu_hash);

    uint32_t head[2]; /* buckets, chains: one chain entry for each symbol */
    return at(image, tables->hash, head, sizeof head) ? head[1] : 0;
}

static bool is_called(const struct image *image, const struct tables *tables,
                      uint64_t name, const char *wanted)
{
    const size_t size = strlen(wanted) + 1;

    return name < tables->string_bytes && size <= tables->string_bytes - name &&
           memcmp(image->bytes + tables->strings + name, wanted, size) == 0;
}

/* The bits of st_info mean the same in both classes. */
static bool is_exported_function(const elf_symbol *symbol)
{
    const unsigned bind = ELF64_ST_BIND(symbol->st_info);

    return symbol->st_shndx != SHN_UNDEF &&
           (bind == STB_GLOBAL || bind == STB_WEAK) &&
           ELF64_ST_TYPE(symbol->st_info) == STT_FUNC;
}

static bool exports(const struct image *image, const struct tables *tables,
                    const char *wanted)
{
    const uint64_t count = count_symbols(image, tables);
    elf_symbol symbol;

    for (uint64_t i = 0; i < count; i++) {
        if (!at(image, tables->symbols + i * sizeof symbol, &symbol,
                sizeof symbol))
            return false;
        if (is_exported_function(&symbol) &&
            is_called(image, tables, symbol.st_name, wanted))
            return true;
    }
    return false;
}

enum image_fault image_check(const void *bytes, size_t size, const char *symbol)
{
    struct image image = {.bytes = bytes, .size = size};

    if (size < SELFMAG || memcmp(bytes, ELFMAG, SELFMAG) != 0)
        return IMAGE_NOT_ELF;
    if (!at(&image, 0, &image.header, sizeof image.header))
        return IMAGE_CUT_SHORT;
    enum image_fault found = check_header(&image);
    if (found == IMAGE_FINE)
        found = check_segments(&image);
    if (found != IMAGE_FINE)
        return found;

    struct tables tables = {0};
    if (!find_tables(&image, &tables))
        return IMAGE_DAMAGED;
    return exports(&image, &tables, symbol) ? IMAGE_FINE : IMAGE_NO_ENTRY;
}
