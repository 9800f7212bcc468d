#!/usr/bin/env bash
# check-install.sh [FOLDER]: checks the two Debian packages in FOLDER (build/packages) against docs/guide/start.md on a
# minimal Debian 12: they install with their dependencies, the command line needs no display libraries, the programs
# start, the demo ends as expected, and removal keeps the user's data. Needs root, mmdebstrap, a mirror of
# Debian and 1.5 GB in the temporary folder. LYNCEUS_MIRROR: URL of the mirror.
# shellcheck disable=SC2016 # the shell in the new system expands the variables
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
packages="$(realpath "${1:-$root/build/packages}")"
mirror="${LYNCEUS_MIRROR:-http://deb.debian.org/debian}"
fail() { printf 'check-install: %s\n' "$*" >&2 && exit 2; }
[[ $EUID -eq 0 ]] || fail "needs root"
command -v mmdebstrap >/dev/null || fail "mmdebstrap is not installed"
cli=("$packages"/lynceus-cli_*.deb) window=("$packages"/lynceus_*.deb)
[[ ${#cli[@]} -eq 1 && -f ${cli[0]} && ${#window[@]} -eq 1 && -f ${window[0]} ]] \
    || fail "$packages does not have one package of each kind; ./dev package makes them"

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
failures=0
# check NAME COMMAND…: prints the result, and on failure also the output.
check() {
    local name="$1"
    shift
    if "$@" >"$scratch/output" 2>&1; then
        printf 'ok      %s\n' "$name"
    else
        printf 'FAILED  %s\n' "$name"
        tail -n 15 "$scratch/output" | sed 's/^/        /'
        failures=$((failures + 1))
    fi
}
# inside and as_user COMMAND…: run a command in the new system, as root or as a normal user with a home folder.
inside() { chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() {
    chroot --userspec=ada:ada "$system" env -i HOME=/home/ada USER=ada PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}
installed() { inside dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' | sed -n 's/^ii  //p'; }

# fresh NAME: a minimal Debian 12 with a user, and the packages in /packages.
fresh() {
    system="$scratch/$1"
    mkdir "$system"
    tar -x -f "$scratch/debian.tar" -C "$system"
    mkdir "$system/packages"
    cp "${cli[0]}" "$system/packages/lynceus-cli.deb"
    cp "${window[0]}" "$system/packages/lynceus.deb"
    inside useradd --create-home ada
}

no_display_libraries() {
    local found
    found="$(installed | grep -E '^(libqt6(widgets|gui|svg|opengl)|libx11|libxcb|libwayland|libgl1|libopengl|libegl|libdrm|libfontconfig|fonts-)' || true)"
    [[ -z $found ]] || { printf 'installed with lynceus-cli: %s\n' "$found" && return 1; }
}

all_libraries_found() {
    local program
    for program in "$@"; do
        inside ldd "$program" | tee -a "$scratch/libraries" >&2
        ! inside ldd "$program" | grep 'not found' || return 1
    done
}

# In the demo, one release has a wrong tag; the demo must print the cause.
demo_shows_the_cause() {
    local code=0
    as_user lynceus demo --headless >"$scratch/demo" 2>&1 || code=$?
    cat "$scratch/demo"
    [[ $code -eq 0 ]] && grep -q 'rolling' "$scratch/demo" && grep -q 'cannot pull .* (not found)' "$scratch/demo"
}

# says TEXT COMMAND…: the command must fail with TEXT in its output, for example about a missing display or package.
says() {
    local wanted="$1" code=0
    shift
    as_user "$@" >"$scratch/said" 2>&1 || code=$?
    cat "$scratch/said"
    [[ $code -ne 0 && $code -lt 126 ]] && grep -q -- "$wanted" "$scratch/said"
}

# Qt's offscreen platform needs no display. The window and the session bus run until the timeout.
window_starts() {
    local code=0
    as_user timeout 10 env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/home/ada/run lynceus demo >"$scratch/opened" 2>&1 || code=$?
    cat "$scratch/opened"
    # The offscreen platform cannot raise windows and prints a message about it.
    [[ $code -eq 124 ]] && ! grep -v 'plugin does not support raise' "$scratch/opened"
}

# Creates an instance in the settings and a finished watch in the store, with a server that replays a recording.
with_data() {
    as_user sh -c 'lynceus replay already-deployed >"$HOME/replay" & server=$!
        until grep -q http "$HOME/replay"; do sleep 0.1; done
        address=$(head -n 1 "$HOME/replay")
        lynceus instances add staging "$address" --anonymous &&
            lynceus wait --app staging:shop-cart=ghcr.io/acme/shop-cart:0.9.2 --timeout 1m
        code=$?
        kill "$server"
        exit "$code"' || return 1
    data >"$scratch/data"
    cat "$scratch/data"
    grep -q '/.config/lynceus/' "$scratch/data"
}
data() { as_user sh -c 'find "$HOME" -type f -path "*lynceus*" | sort | xargs sha256sum'; }
data_is_the_same() { data | diff - "$scratch/data"; }

nothing_left() {
    local left
    left="$(find "$system/usr" "$system/etc" "$system/lib" -iname '*lynceus*' | head)"
    [[ -z $left ]] || { printf 'left behind: %s\n' "$left" && return 1; }
}

man_page_and_completions() {
    inside test -f /usr/share/bash-completion/completions/lynceus \
        && inside test -f /usr/share/man/man1/lynceus.1.gz && as_user lynceus --help && as_user lynceus __complete ''
}

mmdebstrap --quiet --variant=minbase --include=passwd bookworm "$scratch/debian.tar" \
    "deb $mirror bookworm main" "deb $mirror bookworm-updates main" || fail "no Debian 12 could be made from $mirror"

fresh cli
check "lynceus-cli installs with its dependencies" \
    inside sh -c 'apt-get update -q && apt-get install -q -y --no-install-recommends /packages/lynceus-cli.deb'
check "lynceus-cli installs neither Widgets nor display libraries" no_display_libraries
check "lynceus finds all its libraries" all_libraries_found /usr/bin/lynceus
check "lynceus starts" as_user lynceus --version
check "man page, completions and help are installed" man_page_and_completions
check "the demo shows the cause of its failed release" demo_shows_the_cause
check "without the window, lynceus names its package" says 'lynceus' lynceus
check "something is stored in the home" with_data
check "lynceus-cli is removed" inside apt-get purge -q -y lynceus-cli
check "removal leaves no file behind" nothing_left
check "removal keeps the user's data" data_is_the_same
rm -rf "$system"

fresh window
check "lynceus installs with its dependencies and recommended packages" \
    inside sh -c 'apt-get update -q && apt-get install -q -y /packages/lynceus-cli.deb /packages/lynceus.deb'
check "both programs find all their libraries" all_libraries_found /usr/bin/lynceus /usr/libexec/lynceus-window
check "no run-time package is missing with the recommended packages" \
    as_user sh -c '! lynceus doctor 2>&1 | grep -i "is not installed"'
check "the window opens" window_starts
check "without a display, lynceus reports this" says 'display' lynceus
check "something is stored in the home" with_data
check "lynceus is removed" inside apt-get purge -q -y lynceus
check "the command line still starts" as_user lynceus --version
check "lynceus-cli is removed" inside apt-get purge -q -y lynceus-cli
check "removal leaves no file behind" nothing_left
check "removal keeps the user's data" data_is_the_same

((failures == 0)) || { printf 'check-install: %s checks failed\n' "$failures" >&2 && exit 1; }
echo "check-install: all checks passed"
