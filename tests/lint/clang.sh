#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything builds without a warning with clang, and the fast tests pass under
# its sanitizers. Cases, and the hostile tests, run with gcc's already.
set -eu
cd -- "$(dirname -- "$0")/../.."
unset CC
[ -f build/clang/build.ninja ] || cmake --preset clang
cmake --build --preset clang
ctest --preset clang -E '^(case|lint|hostile)/' -j "$(nproc)"
