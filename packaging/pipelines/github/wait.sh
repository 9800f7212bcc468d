#!/usr/bin/env bash
# The script of the action. The action passes its inputs as variables. Needs the package lynceus-cli on the runner.
set -euo pipefail

command -v lynceus >/dev/null || {
    echo "::error::lynceus is not installed: install the package lynceus-cli in a step before this one"
    exit 2
}
code=0
lynceus wait --app "$LYNCEUS_APP=$LYNCEUS_IMAGE" --timeout "$LYNCEUS_TIMEOUT" --output json >"$LYNCEUS_VERDICT" || code=$?
# The outcome is the first member of the verdict and consists of letters and hyphens. Without a verdict, it is empty.
outcome="$(sed -n '1s/^{"outcome":"\([a-z-]*\)".*/\1/p' "$LYNCEUS_VERDICT")"
echo "outcome=$outcome" >>"$GITHUB_OUTPUT"
exit "$code"
