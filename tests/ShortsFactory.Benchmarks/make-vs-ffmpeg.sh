#!/usr/bin/env bash
# Compares the whole product with the one ffmpeg command that someone would write by hand who has the narration, the captions
# and the background already: the same size, rate and encoder settings. They take turns with runs that an earlier run has left results for; medians
# and their ratios are printed, for the wall clock and, as that means little on a busy machine, for processor time, and
# size and likeness of both videos to the pictures without loss.
# usage: make-vs-ffmpeg.sh [SCRIPT [RUNS]]    the clip behind it is made here: 20 s of 1920x1080, moving all over
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script=$(realpath "${1:-$root/examples/octopus.md}")
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source "$root/tests/ShortsFactory.Benchmarks/measuring.sh"

compare() {
    awk -v name="$3" -v what="$1" -v made="$(median "$work/$4.txt" "$2")" -v hand="$(median "$work/hand.txt" "$2")" \
        'BEGIN { printf "median %s: %s %.2f s, ffmpeg by hand %.2f s, ratio %.3f\n", what, name, made, hand, made / hand }'
}

make_short() { "$root/shorts" make "$1" -o "$work/$2.mp4" --background "$work/clip.mp4" --quiet; }

# Likeness to the pictures by hand without loss.
likeness() {
    (cd "$work" && ffmpeg -nostdin -v info -i "$1.mp4" -i inputs/truth.mkv -lavfi '[0:v][1:v]ssim' -f null - 2>&1 | grep -o 'All:[0-9.]*' | tail -n 1)
}

"$root/shorts" --version >/dev/null
make_clip "$work/clip.mp4"
without_emoji "$script" >"$work/script.md"
word=$(grep -n '[a-z]' "$work/script.md" | tail -n 1 | cut -d: -f1)
SHORTS__Cache__Directory="$work/cache"; export SHORTS__Cache__Directory
keep_inputs "$work/script.md" "$work/clip.mp4" "$work/inputs"

for ((run = 1; run <= runs; run++)); do
    rm -rf "$work/cache"
    measure make_short "$work/script.md" made >>"$work/make.txt"
    measure encode_by_hand "$work/inputs" "$work/clip.mp4" >>"$work/hand.txt"
    measure make_short "$work/script.md" again >>"$work/same.txt"
    sed "${word}s/.*/Maybe we should look further down./" "$work/script.md" >"$work/changed.md"
    measure make_short "$work/changed.md" changed >>"$work/word.txt"
    echo "run $run (wall clock and processor seconds): by hand $(tail -n1 "$work/hand.txt"), all caches empty $(tail -n1 "$work/make.txt")," \
        "nothing changed $(tail -n1 "$work/same.txt"), last sentence changed $(tail -n1 "$work/word.txt")"
done

for column in 1 2; do
    what=$([ $column = 1 ] && echo "wall clock" || echo "processor time")
    compare "$what" $column "shorts make, all caches empty," make
    compare "$what" $column "shorts make, nothing changed," same
    compare "$what" $column "shorts make, last sentence changed," word
done
by_hand "$work/inputs" "$work/clip.mp4" -c:a copy -c:v libx264 -preset ultrafast -qp 0 truth.mkv 2>"$work/log" || fail "The pictures without loss failed."
echo "bytes: shorts make $(stat -c %s "$work/made.mp4"), by hand $(stat -c %s "$work/inputs/hand.mp4"); likeness (SSIM): $(likeness made), by hand $(likeness inputs/hand)"
