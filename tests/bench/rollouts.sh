#!/usr/bin/env bash
# A follow rule on everything, 10 instances of 5,000 applications, and 300 rollouts within a minute on 3 of them. Fails
# if a verdict is missing or wrong, or a budget of docs/performance.md is passed.
# rollouts.sh BUILD_FOLDER [SECONDS [ROLLOUTS_PER_INSTANCE]]
set -euo pipefail

build="$(cd "${1:?rollouts.sh BUILD_FOLDER [SECONDS [ROLLOUTS_PER_INSTANCE]]}" && pwd -P)"
seconds="${2:-420}"
rollouts="${3:-100}"
instances=10
applications=5000
failing=$((rollouts / 10))
scratch="$(mktemp -d)"
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT

"$build/tests/bench/rolloutserver" "$instances" "$applications" "$rollouts" "$failing" "$((seconds + 5))" >"$scratch/server" &
server="$!"
until [[ "$(grep -c '^http' "$scratch/server")" -eq $instances ]]; do
    kill -0 "$server"
    sleep 0.1
done
mapfile -t urls < <(grep '^http' "$scratch/server")
status=0
"$build/tests/bench/rolloutload" "$rollouts" "$failing" "$seconds" "${urls[@]}" || status="$?"
wait "$server" || status=1
most="$(sed -n 's/^most //p' "$scratch/server")"
echo "most requests to an instance within 60 s: $most"
if ((most > 300)); then
    echo "OVER BUDGET: requests"
    status=1
fi
exit "$status"
