#!/usr/bin/env bash
# Compares what ffmpeg takes to encode one short with each caption template: the same narration, background and encoder
# settings, captions alone differ. Templates take turns with bold-pop; medians of processor seconds and their ratio to
# bold-pop's are printed, as the wall clock means little on a busy machine.
# usage: templates.sh [SCRIPT [RUNS [TEMPLATE]...]]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/sample.md" <<'TEXT'
An octopus has **three** hearts and nine brains, one for each of its 8 arms. Two of the hearts stop when it swims, so it would
rather crawl. Its blood is **blue**, for copper carries the oxygen. In 2021 one learned to open a jar in under 60 seconds.
TEXT
script=$(realpath "${1:-$work/sample.md}")
runs=${2:-3}
shift $(($# < 2 ? $# : 2))
templates=("$@")
[ $# -gt 0 ] || mapfile -t templates < <("$root/shorts" templates | awk 'NR > 1 { print $1 }')

fail() { echo "$1" >&2; tail -n 20 "$work/log" >&2; exit 1; }

# Makes a short once and keeps its inputs; the log names the command, and no argument of it holds a space.
prepare() {
    "$root/shorts" make "$script" -o "$work/$1.mp4" --template "$1" --work "$work/$1" --keep --no-cache --verbose >"$work/log" 2>&1 || fail "It failed: $1"
    grep -m1 -o -- '-nostdin .*-filter_complex_script.* video\.mp4' "$work/log" |
        sed 's/-progress pipe:1 -stats_period [0-9.]* //' >"$work/$1.command" || fail "The log does not name the ffmpeg command."
}

# Encodes it again and prints processor seconds.
measure() {
    local arguments TIMEFORMAT='%U %S'
    read -ra arguments <"$work/$1.command"
    { time (cd "$(dirname "$(find "$work/$1" -name graph.txt)")" && ffmpeg "${arguments[@]}" >"$work/log" 2>&1) || fail "It failed: $1"; } 2>&1 |
        awk '{ printf "%.2f\n", $1 + $2 }'
}

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'; }

prepare bold-pop
for template in "${templates[@]}"; do
    [ "$template" = bold-pop ] || prepare "$template"
    : >"$work/base.txt" >"$work/one.txt"
    for ((run = 1; run <= runs; run++)); do
        measure bold-pop >>"$work/base.txt"
        measure "$template" >>"$work/one.txt"
    done
    awk -v name="$template" -v base="$(median "$work/base.txt")" -v one="$(median "$work/one.txt")" \
        'BEGIN { printf "%-14s %6.2f s   bold-pop %6.2f s   ratio %.2f\n", name, one, base, one / base }'
    rm -rf "$work/$template.mp4" && [ "$template" = bold-pop ] || rm -rf "${work:?}/$template"
done
