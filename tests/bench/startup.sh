#!/usr/bin/env bash
# The time from the start of the window's process until its table shows all applications, with and without a cache. Then
# the window under 1,000 events per second, and idle. Uses a virtual display and its own bus if Xvfb is installed.
# startup.sh BUILD_FOLDER [SECONDS_OF_LOAD [RUNS]]
set -euo pipefail

build="$(cd "${1:?startup.sh BUILD_FOLDER [SECONDS_OF_LOAD [RUNS]]}" && pwd -P)"
seconds="${2:-60}"
runs="${3:-5}"
scratch="$(mktemp -d)"
server=
stop_server() {
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    server=
}
trap 'stop_server; rm -rf "$scratch"' EXIT

# home NAME: a new user's home folder, where the window opens its list of applications.
home() {
    export HOME="$scratch/$1" XDG_RUNTIME_DIR="$scratch/$1/run"
    unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CACHE_HOME
    rm -rf "$HOME"
    mkdir -p -m 700 "$HOME" "$XDG_RUNTIME_DIR" "$HOME/.local/state/lynceus"
    echo '{"window/screen": "window.applications"}' >"$HOME/.local/state/lynceus/window.json"
}

# serve INSTANCES APPLICATIONS EVENTS_A_SECOND SECONDS
serve() {
    stop_server
    rm -f "$scratch/server"
    "$build/tests/bench/loadserver" "$@" >"$scratch/server" &
    server="$!"
    until [[ -s $scratch/server ]]; do sleep 0.1; done
    address="$(head -n 1 "$scratch/server")"
}

start() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    bash -c 'export LYNCEUS_BENCH_STARTED="${EPOCHREALTIME/[.,]/}"; exec "$@"' start "$build/tests/bench/startup" "$@"
}

measure() {
    local run status=0
    echo "without a cache, one instance of 2,000"
    for ((run = 0; run < runs; ++run)); do
        home live
        serve 1 2000 1 1
        start 2000 "$address" 1
    done
    stop_server
    echo "the same from the cache, without a server"
    for ((run = 0; run < runs; ++run)); do start 2000; done
    echo "10 instances of 5,000, 1,000 events a second for $seconds s"
    home large
    serve 10 5000 1000 "$seconds"
    start 50000 "$address" 10 load || status=1
    stop_server
    echo "the same from the cache, without a server"
    for ((run = 0; run < runs; ++run)); do start 50000; done
    return "$status"
}

if [[ -z ${LYNCEUS_BENCH_DISPLAY:-} ]] && command -v xvfb-run >/dev/null; then
    # Starts a session bus, as every desktop has one: otherwise the measured time would include its start.
    LYNCEUS_BENCH_DISPLAY=1 xvfb-run -a -s '-screen 0 1400x900x24 -noreset' dbus-run-session "$0" "$@"
    exit
fi
measure
