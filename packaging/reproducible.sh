#!/usr/bin/env bash
# reproducible.sh [TARGET…]: builds the committed source in two folders with names of different lengths, and compares
# the results. By default, it builds both programs, which takes twice as long as a release build.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
targets=("$@")
[[ $# -gt 0 ]] || targets=(lynceus lynceus-window)
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
SOURCE_DATE_EPOCH="$(git -C "$root" log -1 --format=%ct)"
export SOURCE_DATE_EPOCH
for folder in first the-second-one; do
    mkdir "$scratch/$folder"
    git -C "$root" archive HEAD | tar -x -C "$scratch/$folder"
    (
        cd "$scratch/$folder"
        cmake --preset release -DBUILD_TESTING=OFF -DLYNCEUS_BENCH=OFF >configure.log
        cmake --build build/release -j "${LYNCEUS_JOBS:-$(nproc)}" --target "${targets[@]}" >build.log || {
            tail -n 20 build.log >&2
            exit 1
        }
    )
done
differing=0
compared=0
while IFS= read -r -d '' file; do
    compared=$((compared + 1))
    cmp "$scratch/first/$file" "$scratch/the-second-one/$file" || differing=1
done < <(cd "$scratch/first" && find build/release \( -name '*.o' -o -name '*.a' -o -perm -u+x -name 'lynceus*' \) -type f -print0)
((compared > 0)) || { echo "reproducible.sh: nothing was built" >&2 && exit 2; }
((differing == 0)) || { echo "reproducible.sh: two builds differ" >&2 && exit 1; }
echo "reproducible.sh: $compared files are the same in both builds"
