#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds every #include to the table in arrows.txt.
set -eu
cd -- "$(dirname -- "$0")/../.."

list() {
    find core plugins include/skillgap -name '*.[ch]' | sort
}

list | awk '
function room_of(path) {
    if (path ~ /^include\/skillgap\/plugin\.h$/) return "boundary"
    if (path ~ /^include\//) return "public"
    if (path ~ /^plugins\//) return "plugins"
    sub(/^core\//, "", path)
    sub(/\/.*/, "", path)
    return path
}
function complain(why) {
    printf "%s:%d: %s\n", file, number, why
    bad++
}
function check_angle(header) {
    if (header in doors) {
        if (!((header, room) in door))
            complain("only " doors[header] " may include <" header ">")
    } else if (!(header in is_system))
        complain("<" header "> is not in tests/lint/arrows.txt")
}
function check_quoted(header,    to) {
    if (header !~ /\//)
        to = room # beside the file itself
    else if (header ~ /^skillgap\//)
        to = room_of("include/" header)
    else
        to = room_of("core/" header)
    if (to != room && !((room, to) in arrow))
        complain(room " may not include \"" header "\" (" to ")")
}
function read_file(    line, header) {
    number = 0
    while ((getline line < file) > 0) {
        number++
        if (line !~ /^[ \t]*#[ \t]*include/) continue
        seen++
        header = line
        if (line ~ /</) {
            sub(/^[^<]*</, "", header); sub(/>.*/, "", header)
            check_angle(header)
        } else if (line ~ /"/) {
            sub(/^[^"]*"/, "", header); sub(/".*/, "", header)
            check_quoted(header)
        } else
            complain("an include that cannot be checked")
    }
    close(file)
}
FILENAME == "tests/lint/arrows.txt" {
    if ($1 == "room") {
        is_room[$2] = 1
        for (i = 3; i <= NF && $i !~ /^#/; i++) arrow[$2, $i] = 1
    } else if ($1 == "door") {
        doors[$2] = ""
        for (i = 3; i <= NF; i++) { door[$2, $i] = 1; doors[$2] = doors[$2] (i > 3 ? " and " : "") $i "/" }
    } else if ($1 == "system")
        for (i = 2; i <= NF; i++) is_system[$i] = 1
    next
}
{
    file = $0
    room = room_of(file)
    if (room in is_room) read_file()
    else { number = 1; complain("the room " room " is not in tests/lint/arrows.txt") }
}
END {
    if (!seen) { print "no include was found: the lint is broken"; exit 1 }
    printf "%d includes, %d not allowed\n", seen, bad
    exit bad > 0
}
' tests/lint/arrows.txt -
