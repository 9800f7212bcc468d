#!/usr/bin/env bash
# hardening.sh PROGRAM COMPILE_COMMANDS: checks that a release build is hardened as SECURITY.md describes. Checks what
# is visible in the program there, and the rest in the compile commands. Prints everything that is missing.
set -euo pipefail

program="$1" commands="$2"
missing=0
expect() {
    local what="$1"
    shift
    if ! "$@" >/dev/null 2>&1; then
        printf 'hardening: %s: %s\n' "$program" "$what is missing" >&2
        missing=1
    fi
}
headers="$(readelf --wide --file-header --program-headers --dynamic "$program")"
symbols="$(readelf --wide --dyn-syms "$program")"
has() { grep -qE -- "$1" <<<"$2"; }

expect 'position-independent code' has 'Type: +DYN ' "$headers"
expect 'read-only relocations' has 'GNU_RELRO' "$headers"
expect 'binding at the start' has 'BIND_NOW|FLAGS_1.* NOW' "$headers"
expect 'a stack that cannot be executed' bash -c '! grep -E GNU_STACK <<<"$1" | grep -q " RWE "' _ "$headers"
expect 'the stack protector' has '__stack_chk_fail' "$symbols"
expect '_FORTIFY_SOURCE' has '__[a-z]+_chk' "$symbols"
expect 'the checked standard library' has '__glibcxx_assert_fail|glibcxx_assert' "$symbols"

# Each of our own source files must be compiled with these flags.
ours="$(grep -E '"command":.*/(app|core)/[a-z/]+\.cpp' "$commands" || true)"
flags=(-fstack-protector-strong -D_GLIBCXX_ASSERTIONS -D_FORTIFY_SOURCE=)
case "$(uname -m)" in
    x86_64) flags+=(-fstack-clash-protection -fcf-protection) ;;
    aarch64) flags+=(-fstack-clash-protection -mbranch-protection=standard) ;;
esac
# Uses a here-string, because the compile commands are too long for an argument.
all_have() { [[ -n $ours ]] && ! grep -vqF -- "$1" <<<"$ours"; }
for flag in "${flags[@]}"; do
    expect "$flag for every file" all_have "$flag"
done
((missing == 0)) && printf 'hardening: %s has all of it\n' "$program"
