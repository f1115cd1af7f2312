#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything builds without a warning with clang, and the fast tests and the
# longest of the hostile ones pass under its sanitizers. Cases run with gcc's
# and under valgrind already.
set -eu
cd -- "$(dirname -- "$0")/../.."
unset CC
[ -f build/clang/build.ninja ] || cmake --preset clang
cmake --build --preset clang
ctest --preset clang -E '^(case|lint)/' -j "$(nproc)"
ctest --test-dir build/clang -R '^hostile/cut-token-county$' \
    --no-tests=error --output-on-failure
