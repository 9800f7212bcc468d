#!/usr/bin/env bash
# Compares lynceus apps with curl and jq printing the same columns, for 10,000 applications from a server that answers
# from memory. Also measures peak memory and startup time.
# apps.sh BUILD_FOLDER [RUNS]
set -euo pipefail

build="$(cd "${1:?apps.sh BUILD_FOLDER [RUNS]}" && pwd -P)"
runs="${2:-9}"
applications=10000
lynceus="$build/lynceus"
scratch="$(mktemp -d)"
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$scratch"' EXIT

# serve NAME [--full]: starts a server. Writes its URL to $scratch/NAME and its requests to $scratch/NAME.log.
serve() {
    "$build/tests/bench/listserver" "$applications" "${@:2}" >"$scratch/$1" 2>"$scratch/$1.log" &
    servers+=("$!")
    until [[ -s $scratch/$1 ]]; do sleep 0.05; done
}

# hundredths COMMAND…: wall time of one run in hundredths of a millisecond
hundredths() {
    local begin="${EPOCHREALTIME/[.,]/}"
    "$@" >/dev/null
    echo $(((${EPOCHREALTIME/[.,]/} - begin) / 10))
}

# Reads hundredths of a millisecond; prints the median in milliseconds.
median_of() { sort -n | awk '{ all[NR] = $1 } END { printf "%.2f", all[int((NR + 1) / 2)] / 100 }'; }

# median COMMAND…: median wall time in milliseconds of $runs runs, after one run that is not counted
median() {
    "$@" >/dev/null
    local i
    for ((i = 0; i < runs; ++i)); do hundredths "$@"; done | median_of
}

peak_megabytes() {
    /usr/bin/time -f %M -o "$scratch/peak" "$@" >/dev/null
    awk '{ printf "%.1f", $1 / 1024 }' "$scratch/peak"
}

apps() { "$lynceus" apps --server "$(<"$scratch/$1")" --auth-token-file "$scratch/token"; }

with_jq() {
    curl -sf --compressed -H 'Authorization: Bearer none' "$(<"$scratch/fields")$list" | jq -r '
        .items[] | [.metadata.name, .metadata.namespace, .spec.project, .status.health.status // "–",
                    .status.sync.status, (.status.summary.images // [] | join(", "))] | @tsv'
}

echo none >"$scratch/token"
serve fields
serve full --full
apps fields >"$scratch/ours"
apps full >/dev/null
list="$(grep -m 1 'applications' "$scratch/fields.log")" # requests the same fields as lynceus
with_jq >"$scratch/theirs"
# Both outputs must be equal, except that lynceus aligns columns and jq separates them by tabs.
diff <(tail -n +2 "$scratch/ours" | sed 's/  */ /g' | sort) <(tr '\t' ' ' <"$scratch/theirs" | sed 's/ *$//' | sort) >/dev/null \
    || { echo "apps.sh: lynceus and jq do not print the same" >&2; exit 1; }

# Alternates, so that a temporarily slow machine affects both.
for ((i = 0; i < runs; ++i)); do
    hundredths apps fields >>"$scratch/ours.times"
    hundredths with_jq >>"$scratch/theirs.times"
done
ours="$(median_of <"$scratch/ours.times")"
theirs="$(median_of <"$scratch/theirs.times")"
size() { curl -sf -H 'Authorization: Bearer none' "$(<"$scratch/$1")$list" | wc -c | awk '{ printf "%.1f MB", $1 / 1e6 }'; }
call=("$lynceus" apps --auth-token-file "$scratch/token" --server)
echo "lynceus apps, $applications applications, $(size fields) of JSON: $ours ms"
echo "curl --compressed | jq, the same columns: $theirs ms"
awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "ratio: %.2f\n", a / b }'
echo "peak memory, fields: $(peak_megabytes "${call[@]}" "$(<"$scratch/fields")") MB"
echo "peak memory, full list ($(size full)): $(peak_megabytes "${call[@]}" "$(<"$scratch/full")") MB"
echo "lynceus --version: $(median "$lynceus" --version) ms"
