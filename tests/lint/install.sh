#!/bin/sh
# SPDX-License-Identifier: MIT
# An installed tree works, also after it was moved, and a program of somebody
# else builds against it.
set -eu
cd -- "$(dirname -- "$0")/../.."
build=${SKILLGAP_BUILD:-build/heavy}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved"

run() {
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$work" "$@"
}
run "$work/moved/bin/skillgap" gap --from county/admin-assistant-2 \
    --to county/administrator-1 >"$work/installed"
run "$build/bin/skillgap" gap --from county/admin-assistant-2 \
    --to county/administrator-1 >"$work/built"
cmp "$work/installed" "$work/built"

# Plugins were found beside it, and not those of the build.
run "$work/moved/bin/skillgap" plugins --json >"$work/plugins"
for id in county st_albans; do
    grep -q "$work/moved/lib/skillgap/plugins/$id.so" "$work/plugins"
done
if grep -q "$build" "$work/plugins"; then
    echo 'the installed program uses the build tree'
    exit 1
fi

cat >"$work/user.c" <<'EOF'
#include <skillgap/catalogue.h>
#include <stdio.h>

int main(void)
{
    sg_catalogue *catalogue = NULL;
    sg_error error = {0};
    if (sg_catalogue_open(NULL, &catalogue, &error) != SG_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    printf("%zu\n", sg_catalogue_role_count(catalogue));
    sg_catalogue_free(catalogue);
    return 0;
}
EOF
"${CC:-cc}" -std=c11 -Wall -Wextra -Werror -I"$work/moved/include" \
    -o "$work/moved/bin/user" "$work/user.c" -L"$work/moved/lib" \
    -lskillgap -Wl,-rpath,'$ORIGIN/../lib'
roles=$(run "$work/moved/bin/user")
[ "$roles" -gt 0 ]

# A program that stands elsewhere finds the data too: the library's own place
# counts. pkg-config tells that place, moved as it is.
flags=$(PKG_CONFIG_PATH="$work/moved/lib/pkgconfig" \
    pkg-config --cflags --libs skillgap)
# shellcheck disable=SC2086 # flags are words
"${CC:-cc}" -std=c11 -Wall -Wextra -Werror -o "$work/elsewhere" \
    "$work/user.c" $flags -Wl,-rpath,"$work/moved/lib"
[ "$(run "$work/elsewhere")" = "$roles" ]
echo "installed, moved, and used by another program: $roles roles"
