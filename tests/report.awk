# What ctest's log (Testing/Temporary/LastTest.log) says of the single tests, since ctest itself counts shards only: the
# output of each failed test, the test in which a shard ended early, and the number of tests that ran per binary.
# The exit status is 1 when no test ran at all: then a filter matches nothing.

function start_shard(name) {
    shard = name
    binary = name
    sub(/_[0-9]+_of_[0-9]+$/, "", binary)
    if (!(binary in ran)) {
        order[++binaries] = binary
        ran[binary] = 0
    }
    shards[binary]++
    test = ""
    held = 0
    ended = 0
    named = 0
}

function print_held(title, i) {
    print "--- " shard ": " title
    for (i = held > kMostLines ? held - kMostLines + 1 : 1; i <= held; i++)
        print lines[i]
}

BEGIN { kMostLines = 80 }

/^[0-9]+\/[0-9]+ Testing: / { start_shard($3); next }
shard == "" { next }
/^\[ RUN      \] / { test = $4; held = 0; next }
/^\[       OK \] / { ran[binary]++; test = ""; next }
/^\[  SKIPPED \] / && test != "" { ran[binary]++; skipped[binary]++; test = ""; next }
/^\[  FAILED  \] / && test != "" { ran[binary]++; failed[binary]++; named = 1; print_held($0); test = ""; next }
/^\[==========\] .* ran\./ { ended = 1; held = 0; next }
/^Test (Passed|Failed)\.$/ {
    if (!ended) {
        print_held(test == "" ? "ended before its first test" : "ended in " test)
        broken[binary]++
    } else if ($2 == "Failed." && !named) {
        print_held("said at its end")
    }
    shard = ""
    next
}
# What comes after the last test is kept too: LeakSanitizer reports when the process ends.
test != "" || ended || /Sanitizer|error/ { lines[++held] = $0 }

END {
    for (i = 1; i <= binaries; i++) {
        binary = order[i]
        total += ran[binary]
        printf "%-12s %5d tests ran in %2d shards, %d failed, %d skipped%s\n", binary ":", ran[binary], shards[binary], \
            failed[binary], skipped[binary], broken[binary] ? ", " broken[binary] " shards ended early" : ""
    }
    printf "%-12s %5d tests ran\n", "all:", total
    exit total == 0
}
