#!/usr/bin/env bash
# The team server under load: tasks registered all at once on 3 instances of 2,000 applications, readers, and clients
# that follow the stream of changes. Fails if a budget in docs/performance.md is exceeded.
# serve.sh BUILD_FOLDER [SECONDS [TASKS]]
set -euo pipefail

build="$(cd "${1:?serve.sh BUILD_FOLDER [SECONDS [TASKS]]}" && pwd -P)"
seconds="${2:-60}"
tasks="${3:-2000}"
instances=3
token="a-deploy-token-for-benchmarks"
scratch="$(mktemp -d)"
trap 'kill "${server:-}" "${load:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT

"$build/tests/bench/loadserver" "$instances" 2000 10 100000 >"$scratch/load" &
load="$!"
until [[ -s $scratch/load ]]; do sleep 0.1; done
argocds="$(head -n 1 "$scratch/load")"

echo "$token" >"$scratch/token"
{
    echo "listen: 127.0.0.1:0"
    echo "database: sqlite:$scratch/tasks.db"
    echo "deploy-token-files: [$scratch/token]"
    echo "rate-per-token: 100000"
    echo "timeout: 2h"
    echo "image-grace: 2h" # no application runs the images, so all tasks stay in progress
    echo "instances:"
    for ((i = 0; i < instances; ++i)); do
        echo "  - {name: i$i, url: $argocds/i$i}"
    done
} >"$scratch/serve.yaml"
"$build/lynceus" serve --config "$scratch/serve.yaml" >"$scratch/server" 2>"$scratch/log" &
server="$!"
until grep -q '^begin' "$scratch/load" && [[ -s $scratch/server ]]; do
    kill -0 "$server" || { cat "$scratch/log" >&2 && exit 1; }
    sleep 0.1
done
url="$(sed -n 's/^listening on //p' "$scratch/server")"
"$build/tests/bench/teamload" "$url" "$argocds" "$token" "$server" "$instances" "$tasks" 500 200 "$seconds"
