#!/usr/bin/env bash
# hardening.sh PROGRAM COMPILE_COMMANDS: whether a release build is hardened as SECURITY.md says. What leaves a mark in the
# program is looked for there, the rest in the commands that compiled it. Names everything that is missing.
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

# Each of our own files is compiled with them.
ours="$(grep -E '"command":.*/(app|core)/[a-z/]+\.cpp' "$commands" || true)"
flags=(-fstack-protector-strong -D_GLIBCXX_ASSERTIONS -D_FORTIFY_SOURCE=)
case "$(uname -m)" in
    x86_64) flags+=(-fstack-clash-protection -fcf-protection) ;;
    aarch64) flags+=(-fstack-clash-protection -mbranch-protection=standard) ;;
esac
# Not a process of its own: the commands are longer than one argument may be.
all_have() { [[ -n $ours ]] && ! grep -vqF -- "$1" <<<"$ours"; }
for flag in "${flags[@]}"; do
    expect "$flag for every file" all_have "$flag"
done
((missing == 0)) && printf 'hardening: %s has all of it\n' "$program"
