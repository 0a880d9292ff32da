#!/usr/bin/env bash
# A batch of different scripts against a shell loop of hand-written ffmpeg commands, one for each, whose inputs (narration, captions,
# background) are there already: the same filters and encoder settings. The two take turns; medians of wall clock and processor time,
# their ratios, the share of all cores that the batch uses, and the most memory that shorts itself had, are printed.
# usage: batch-vs-ffmpeg.sh [COUNT [RUNS [JOBS]]]     (default 8 scripts, 5 runs, the default of --jobs)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
count=${1:-8}
runs=${2:-5}
jobs=${3:+--jobs $3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "$1" >&2; tail -n 20 "$work/log" >&2; exit 1; }

# Runs a command and prints its wall clock and processor seconds.
measure() {
    local TIMEFORMAT='%R %U %S'
    { time "$@" >"$work/log" 2>&1 || fail "It failed: $*"; } 2>&1 | awk '{ printf "%.2f %.2f\n", $1, $2 + $3 }'
}

median() {
    awk -v column="$2" '{ print $column }' "$1" | sort -n |
        awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

compare() {
    awk -v what="$1" -v made="$(median "$work/batch.txt" "$2")" -v hand="$(median "$work/hand.txt" "$2")" \
        'BEGIN { printf "median %s: shorts batch %.2f s, ffmpeg by hand %.2f s, ratio %.3f\n", what, made, hand, made / hand }'
}

batch() {
    local seen memory=0
    # shellcheck disable=SC2086
    "$root/artifacts/shorts/shorts" batch "$work/scripts" -o "$work/out" --no-cache --quiet $jobs &
    while seen=$(awk '/VmHWM/ { print $2 }' "/proc/$!/status" 2>/dev/null) && [[ -n $seen ]]; do
        memory=$seen
        sleep 0.2
    done
    echo "$memory" >>"$work/memory.txt"
    wait $!
}

by_hand() {
    local number
    for ((number = 1; number <= count; number++)); do
        mapfile -t arguments <"$work/arguments-$number"
        (cd "$(<"$work/stage-$number")" && ffmpeg "${arguments[@]}") || return
    done
}

"$root/shorts" --version >/dev/null
mkdir "$work/scripts"
for ((number = 1; number <= count; number++)); do
    # Another first sentence and another length each; what follows is the example's.
    awk -v number="$number" '/^---$/ { fences++ } { print } fences == 2 && !done { print "This is part " number " of the series.\n"; done = 1 }' \
        "$root/examples/octopus.md" | head -n $((24 + number)) >"$work/scripts/$number.md"

    # One run that is kept leaves the inputs, and its log names the command; no argument of it holds a space.
    "$root/artifacts/shorts/shorts" make "$work/scripts/$number.md" -o "$work/made.mp4" --no-cache --work "$work/run-$number" --keep --verbose >"$work/log" 2>&1 || fail "It failed: shorts make"
    dirname "$(find "$work/run-$number" -name graph.txt)" >"$work/stage-$number"
    command=$(grep -m1 -o -- '-nostdin .*-filter_complex_script.* video\.mp4' "$work/log") || fail "The log does not name the ffmpeg command."
    sed 's/-progress pipe:1 -stats_period [0-9.]* //' <<<"$command" | tr ' ' '\n' >"$work/arguments-$number"
done

for ((run = 1; run <= runs; run++)); do
    measure batch >>"$work/batch.txt"
    measure by_hand >>"$work/hand.txt"
    echo "run $run: shorts batch $(tail -n1 "$work/batch.txt"), ffmpeg by hand $(tail -n1 "$work/hand.txt") (wall clock and processor seconds)"
done

compare "wall clock" 1
compare "processor time" 2
awk -v cores="$(nproc)" '{ printf "%.4f\n", $2 / $1 / cores }' "$work/batch.txt" >"$work/share.txt"
echo "share of all cores that the batch used: $(awk -v share="$(median "$work/share.txt" 1)" 'BEGIN { printf "%.1f %%", share * 100 }')"
echo "most memory of shorts itself: $(sort -n "$work/memory.txt" | tail -n1 | awk '{ printf "%.0f MB", $1 / 1024 }')"
