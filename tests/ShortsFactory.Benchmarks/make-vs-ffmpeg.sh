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
    local hand; hand=$(median "$work/hand.txt" "$2")
    awk -v name="$3" -v what="$1" -v made="$(median "$work/$4.txt" "$2")" -v hand="$hand" \
        'BEGIN { printf "median %s: %s %.2f s, ffmpeg by hand %.2f s, ratio %.3f\n", what, name, made, hand, made / hand }'
}

make_short() { "$root/shorts" make "$1" -o "$work/$2.mp4" --background "$work/clip.mp4" --quiet "${@:3}"; }

by_hand() {
    (cd "$work" && ffmpeg -nostdin -v error -y -stream_loop -1 -i clip.mp4 -i master.wav -filter_complex \
        "[0:v]scale=1080:1920:force_original_aspect_ratio=increase,crop=1080:1920,fps=30,format=yuv420p,ass=captions.ass:fontsdir=fonts[v]" \
        -map '[v]' -map 1:a -shortest "$@")
}

encode_by_hand() {
    by_hand -c:v libx264 -preset superfast -crf 21 -maxrate 10M -bufsize 20M -profile:v high -g 30 -bf 2 -flags +cgop \
        -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv \
        -c:a aac -b:a 192k -ar 48000 -ac 2 -movflags +faststart hand.mp4
}

# Likeness to the pictures by hand without loss.
likeness() {
    (cd "$work" && ffmpeg -nostdin -v info -i "$1.mp4" -i truth.mkv -lavfi '[0:v][1:v]ssim' -f null - 2>&1 | grep -o 'All:[0-9.]*' | tail -n 1)
}

ffmpeg -nostdin -v error -y -f lavfi -i "mandelbrot=size=1920x1080:rate=30:end_scale=0.05:inner=convergence" -t 20 \
    -vf "gblur=sigma=1.2,noise=alls=2:allf=t,format=yuv420p" -c:v libx264 -preset veryfast -b:v 9M -maxrate 12M -bufsize 20M -g 250 \
    -colorspace bt709 -color_primaries bt709 -color_trc bt709 "$work/clip.mp4"
# Emoji lie above what libass draws; the command by hand has none, so neither have the scripts.
sed 's/[^[:print:][:space:]]//g; s/ *$//' "$script" >"$work/script.md"
word=$(grep -n '[a-z]' "$work/script.md" | tail -n 1 | cut -d: -f1)
SHORTS__Cache__Directory="$work/cache"; export SHORTS__Cache__Directory

# One run that is kept leaves the inputs of the command by hand.
make_short "$work/script.md" kept --no-cache --work "$work/run" --keep >"$work/log" 2>&1 || fail "It failed: shorts make $script"
cp "$(find "$work/run" -name master.wav -type f)" "$work/master.wav"
cp -r "$(find "$work/run" -name caption-fonts -type d)" "$work/fonts"
cp "$work/kept.ass" "$work/captions.ass"

for ((run = 1; run <= runs; run++)); do
    rm -rf "$work/cache"
    measure make_short "$work/script.md" made >>"$work/make.txt"
    measure encode_by_hand >>"$work/hand.txt"
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
by_hand -an -c:v libx264 -preset ultrafast -qp 0 truth.mkv 2>"$work/log" || fail "The pictures without loss failed."
echo "bytes: shorts make $(stat -c %s "$work/made.mp4"), by hand $(stat -c %s "$work/hand.mp4"); likeness (SSIM): $(likeness made), by hand $(likeness hand)"
