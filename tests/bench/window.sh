#!/usr/bin/env bash
# Measures the window with 50,000 applications at 100 % and 200 %, offscreen. Argument: the build folder.
set -euo pipefail
for scale in 1 2; do
    QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" QT_SCALE_FACTOR="$scale" "$1/tests/bench/window"
done
