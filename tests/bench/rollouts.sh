#!/usr/bin/env bash
# A follow rule for all applications, 10 instances of 5,000 applications, and 300 rollouts within a minute on 3 of them:
# with the engine alone or with the whole window. Fails if a verdict is missing or wrong, or if a budget in
# docs/performance.md is exceeded.
# rollouts.sh BUILD_FOLDER [engine|window [SECONDS [ROLLOUTS_PER_INSTANCE]]]
set -euo pipefail

usage="rollouts.sh BUILD_FOLDER [engine|window [SECONDS [ROLLOUTS_PER_INSTANCE]]]"
build="$(cd "${1:?$usage}" && pwd -P)"
face="${2:-engine}"
seconds="${3:-420}"
rollouts="${4:-100}"
if [[ $face == window && -z ${LYNCEUS_BENCH_DISPLAY:-} ]] && command -v xvfb-run >/dev/null; then
    LYNCEUS_BENCH_DISPLAY=1 exec xvfb-run -a -s '-screen 0 1400x900x24 -noreset' dbus-run-session "$0" "$@"
fi
instances=10
applications=5000
failing=$((rollouts / 10))
scratch="$(mktemp -d)"
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT
export HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/home/run" # a new user's home folder
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CACHE_HOME
mkdir -p -m 700 "$HOME" "$XDG_RUNTIME_DIR"

"$build/tests/bench/rolloutserver" "$instances" "$applications" "$rollouts" "$failing" "$((seconds + 5))" >"$scratch/server" &
server="$!"
until [[ "$(grep -c '^http' "$scratch/server")" -eq $instances ]]; do
    kill -0 "$server"
    sleep 0.1
done
mapfile -t urls < <(grep '^http' "$scratch/server")
status=0
"$build/tests/bench/rolloutload" "$face" "$rollouts" "$failing" "$seconds" "${urls[@]}" || status="$?"
wait "$server" || status=1
most="$(sed -n 's/^most //p' "$scratch/server")"
echo "most requests to an instance within 60 s: $most, of these"
grep '^  ' "$scratch/server" || true
if ((most > 300)); then
    echo "OVER BUDGET: requests"
    status=1
fi
exit "$status"
