#!/bin/sh
# SPDX-License-Identifier: MIT
# From a bare Debian to a running program, or to a tested one.
#
#   ./setup.sh demo       build the program and show a real gap
#   ./setup.sh test       build and run the fast tests
#   ./setup.sh test-all   run every test, with the tools that they need
#   ./setup.sh help       say this
#
# Each installs the Debian packages that it needs and that are missing: as root
# directly, else with sudo, else it names them and stops with exit code 69.
# Nothing else on the machine is changed: all that is built goes to build/.
set -eu

cd -- "$(dirname -- "$0")"

build_packages='gcc libc6-dev cmake ninja-build pkg-config libjansson-dev'
build_packages="$build_packages libcurl4-openssl-dev libsodium-dev"
build_packages="$build_packages libcsv-dev libxlsxwriter-dev"
test_packages="$build_packages g++ libcriterion-dev"
heavy_packages="$test_packages clang libclang-rt-dev lld valgrind libc6-dbg"
heavy_packages="$heavy_packages python3 gcovr gringo glpk-utils"
heavy_packages="$heavy_packages minisign openssl faketime strace parallel"

say() {
    printf '%s\n' "$*" >&2
}

usage() {
    sed -n '3,8s/^# \{0,1\}//p' setup.sh
}

is_installed() {
    case $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) in
    installed*) ;; # said once for each architecture
    *) return 1 ;;
    esac
}

# Prints those of the packages that are missing.
missing_of() {
    for package in "$@"; do
        is_installed "$package" || printf ' %s' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

# need PACKAGE...: installs those that are missing; without any, does nothing
# and asks no network.
need() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian; these packages or their like are needed: $*"
        return
    fi
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "Some packages are missing. As root, run this and then try again:"
        say "  apt-get update && $install"
        exit 69
    fi
    say "Installing$missing ..."
    mkdir -p build
    # shellcheck disable=SC2086 # one word for each package
    {
        as_root apt-get update -qq &&
            as_root env DEBIAN_FRONTEND=noninteractive $install -qq
    } >build/install.log 2>&1 || {
        cat build/install.log >&2
        say "That did not work. As root, run this and then try again:"
        say "  apt-get update && $install"
        exit 69
    }
}

# quietly COMMAND...: shows what it printed only when it fails.
quietly() {
    mkdir -p build
    "$@" >build/setup.log 2>&1 && return
    cat build/setup.log >&2
    say "Failed: $*"
    exit 1
}

# build PRESET: ninja configures again by itself when a list changes.
build() {
    say "Building (build/$1) ..."
    if [ ! -f "build/$1/build.ninja" ]; then
        quietly cmake --preset "$1"
    fi
    quietly cmake --build --preset "$1"
}

demo() {
    # shellcheck disable=SC2086 # one word for each package
    need $build_packages
    build release
    set -- skillgap gap --from county/admin-assistant-2 \
        --to county/administrator-1
    printf '$ %s\n' "$*"
    PATH=$PWD/build/release/bin:$PATH
    "$@"
    say "The program is build/release/bin/skillgap; try: skillgap help"
}

fast() {
    # shellcheck disable=SC2086
    need $test_packages
    build dev
    exec ctest --preset dev -j "$(nproc)"
}

heavy() {
    command -v npm >/dev/null && command -v node >/dev/null ||
        heavy_packages="$heavy_packages nodejs npm"
    # The format is that of one version, which Debian 13 no longer has.
    if grep -q '^VERSION_ID="12"' /etc/os-release; then
        heavy_packages="$heavy_packages clang-format-14"
    else
        say 'Not Debian 12: heavy/format is skipped unless clang-format is 14.'
    fi
    # shellcheck disable=SC2086
    need $heavy_packages
    build heavy
    exec ctest --preset heavy -j "$(nproc)"
}

case ${1:-help} in
demo) demo ;;
test) fast ;;
test-all) heavy ;;
help | -h | --help) usage ;;
*)
    say "setup.sh: there is no '$1'."
    usage >&2
    exit 2
    ;;
esac
