#!/usr/bin/env bash
# A batch of different scripts against a shell loop of hand-written ffmpeg commands, one for each, whose inputs (narration, captions,
# background) are there already: the same size, rate and encoder settings. The two take turns; medians of wall clock and processor time,
# their ratios, the share of all cores that the batch uses, and the most memory that shorts itself had, are printed.
# usage: batch-vs-ffmpeg.sh [COUNT [RUNS [JOBS]]]     (default 8 scripts, 5 runs, the default of --jobs)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
count=${1:-8}
runs=${2:-5}
jobs=${3:+--jobs $3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source "$root/tests/ShortsFactory.Benchmarks/measuring.sh"

compare() {
    awk -v what="$1" -v made="$(median "$work/batch.txt" "$2")" -v hand="$(median "$work/hand.txt" "$2")" \
        'BEGIN { printf "median %s: shorts batch %.2f s, ffmpeg by hand %.2f s, ratio %.3f\n", what, made, hand, made / hand }'
}

batch() {
    # shellcheck disable=SC2086
    "$root/artifacts/shorts/shorts" batch "$work/scripts" -o "$work/out" --background "$work/clip.mp4" --no-cache --quiet $jobs &
    most_memory $! >>"$work/memory.txt"
    wait $!
}

all_by_hand() {
    local number
    for ((number = 1; number <= count; number++)); do
        encode_by_hand "$work/inputs-$number" "$work/clip.mp4" || return
    done
}

"$root/shorts" --version >/dev/null
make_clip "$work/clip.mp4"
mkdir "$work/scripts"
for ((number = 1; number <= count; number++)); do
    # Another first sentence and another length each; what follows is the example's.
    without_emoji "$root/examples/octopus.md" |
        awk -v number="$number" '/^---$/ { fences++ } { print } fences == 2 && !done { print "This is part " number " of the series.\n"; done = 1 }' |
        head -n $((24 + number)) >"$work/scripts/$number.md"
    keep_inputs "$work/scripts/$number.md" "$work/clip.mp4" "$work/inputs-$number"
done

for ((run = 1; run <= runs; run++)); do
    measure batch >>"$work/batch.txt"
    measure all_by_hand >>"$work/hand.txt"
    echo "run $run: shorts batch $(tail -n1 "$work/batch.txt"), ffmpeg by hand $(tail -n1 "$work/hand.txt") (wall clock and processor seconds)"
done

compare "wall clock" 1
compare "processor time" 2
awk -v cores="$(nproc)" '{ printf "%.4f\n", $2 / $1 / cores }' "$work/batch.txt" >"$work/share.txt"
echo "share of all cores that the batch used: $(awk -v share="$(median "$work/share.txt" 1)" 'BEGIN { printf "%.1f %%", share * 100 }')"
echo "most memory of shorts itself: $(sort -n "$work/memory.txt" | tail -n1 | awk '{ printf "%.0f MB", $1 / 1024 }')"
