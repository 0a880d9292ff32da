#!/usr/bin/env bash
# Compares the whole product with the one ffmpeg command that someone would write by hand who has the narration, the captions
# and the background already: the same inputs, filters and encoder settings. The two take turns; medians and their ratio are
# printed, for the wall clock and, as that means little on a busy machine, for processor time.
# usage: make-vs-ffmpeg.sh [SCRIPT [RUNS]]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script=$(realpath "${1:-$root/examples/octopus.md}")
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "$1" >&2; tail -n 20 "$work/log" >&2; exit 1; }

# Runs a command and prints its wall clock and processor seconds.
measure() {
    local TIMEFORMAT='%R %U %S'
    { time "$@" >"$work/log" 2>&1 || fail "It failed: $*"; } 2>&1 | awk '{ printf "%.2f %.2f\n", $1, $2 + $3 }'
}

# The median of a column of a file.
median() {
    awk -v column="$2" '{ print $column }' "$1" | sort -n |
        awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

compare() {
    awk -v what="$1" -v made="$(median "$work/make.txt" "$2")" -v hand="$(median "$work/hand.txt" "$2")" \
        'BEGIN { printf "median %s: shorts make %.2f s, ffmpeg by hand %.2f s, ratio %.3f\n", what, made, hand, made / hand }'
}

make_short() { "$root/shorts" make "$script" -o "$work/made.mp4" --no-cache "$@"; }

by_hand() { (cd "$stage" && ffmpeg "${arguments[@]}"); }

# One run that is kept leaves the inputs, and its log names the command; no argument of it holds a space.
make_short --work "$work/run" --keep --verbose >"$work/log" 2>&1 || fail "It failed: shorts make $script"
stage=$(dirname "$(find "$work/run" -name graph.txt)")
command=$(grep -m1 -o -- '-nostdin .*-filter_complex_script.* video\.mp4' "$work/log") || fail "The log does not name the ffmpeg command."
read -ra arguments <<<"$(sed 's/-progress pipe:1 -stats_period [0-9.]* //' <<<"$command")"

for ((run = 1; run <= runs; run++)); do
    measure make_short --quiet >>"$work/make.txt"
    measure by_hand >>"$work/hand.txt"
    echo "run $run: shorts make $(tail -n1 "$work/make.txt"), ffmpeg by hand $(tail -n1 "$work/hand.txt") (wall clock and processor seconds)"
done

compare "wall clock" 1
compare "processor time" 2
