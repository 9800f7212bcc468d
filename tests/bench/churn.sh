#!/usr/bin/env bash
# The churn of a day within minutes: 50 instances, of which 40 are broken, with events, reconnects and expired sign-ins.
# Fails if the engine's memory grows by more than 5 % or exceeds 200 MB.
# churn.sh BUILD_FOLDER [SECONDS]
set -euo pipefail

build="$(cd "${1:?churn.sh BUILD_FOLDER [SECONDS]}" && pwd -P)"
seconds="${2:-900}"
scratch="$(mktemp -d)"
trap 'kill "${load:-}" "${gateway:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT

"$build/tests/bench/loadserver" 10 500 50 "$seconds" >"$scratch/load" &
load="$!"
until [[ -s $scratch/load ]]; do sleep 0.1; done
"$build/tests/bench/churnserver" "$(head -n 1 "$scratch/load")" >"$scratch/gateway" &
gateway="$!"
until grep -q '^end' "$scratch/gateway" 2>/dev/null; do sleep 0.1; done
mapfile -t urls < <(sed '/^end/,$d' "$scratch/gateway")
status=0
"$build/tests/bench/churn" "$seconds" "${urls[@]}" || status="$?"
kill "$gateway"
wait "$gateway" || true
sed -n '/^gateway/p' "$scratch/gateway"
exit "$status"
