#!/usr/bin/env bash
# The engine follows 10 instances of 5,000 applications with 1,000 events per second for a minute. Fails if an event is
# lost or a budget in docs/performance.md is exceeded.
# feeds.sh BUILD_FOLDER [SECONDS]
set -euo pipefail

build="$(cd "${1:?feeds.sh BUILD_FOLDER [SECONDS]}" && pwd -P)"
seconds="${2:-60}"
instances=10
applications=5000
scratch="$(mktemp -d)"
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT

"$build/tests/bench/loadserver" "$instances" "$applications" 1000 "$seconds" >"$scratch/server" &
server="$!"
until [[ -s $scratch/server ]]; do sleep 0.1; done
status=0
"$build/tests/bench/feedload" "$(head -n 1 "$scratch/server")" "$instances" "$applications" || status="$?"
awk '/^end/ { print "sent: " $2 " events; lists asked for meanwhile: " $3 }' "$scratch/server"
exit "$status"
