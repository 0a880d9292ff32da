#!/usr/bin/env bash
# How a batch grows: tiny scripts (about 2 s of video each), more and more of them, then one script of more and more seconds. Prints for
# each batch the wall clock, the processor time of all its processes, and the most memory that shorts itself had (its children apart);
# then how well a line fits (R2), by processor time and by wall clock, of which the latter means little on a busy machine.
# usage: batch-growth.sh ["COUNTS" ["SENTENCES"]]     (default "10 50 100 250 500" and "2 4 8 16 32")
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
counts=${1:-10 50 100 250 500}
lengths=${2:-2 4 8 16 32}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source "$root/tests/ShortsFactory.Benchmarks/measuring.sh"

# Runs a batch of the scripts in a folder; prints wall seconds, processor seconds, and megabytes of shorts itself.
measure_batch() {
    local TIMEFORMAT='%R %U %S' memory
    {
        time {
            "$root/artifacts/shorts/shorts" batch "$1" -o "$work/out" --quiet --no-cache --background color:#203040 >"$work/log" 2>&1 &
            memory=$(most_memory $!)
            wait $! || fail "It failed: shorts batch $1"
        }
    } 2>"$work/time"
    awk -v memory="$memory" '{ printf "%.2f %.2f %.0f\n", $1, $2 + $3, memory / 1024 }' "$work/time"
    rm -rf "$work/out"
}

# R2 of the least-squares line through column 1 and another column.
fit() {
    awk -v y="$2" '{ n++; sx += $1; sy += $y; sxx += $1 * $1; syy += $y * $y; sxy += $1 * $y }
        END { r = (n * sxy - sx * sy) / sqrt((n * sxx - sx * sx) * (n * syy - sy * sy)); printf "%.4f", r * r }' "$1"
}

"$root/shorts" --version >/dev/null
for count in $counts; do
    rm -rf "$work/scripts" && mkdir "$work/scripts"
    for ((number = 1; number <= count; number++)); do echo "Number $number. It works." >"$work/scripts/$number.md"; done
    result=$(measure_batch "$work/scripts")
    echo "$count $result" >>"$work/counts"
    echo "$count scripts: $(awk '{ printf "%s s wall clock, %s s of processor time, %s MB at most", $1, $2, $3 }' <<<"$result")"
done
echo "number of scripts: R2 $(fit "$work/counts" 3) of processor time, $(fit "$work/counts" 2) of wall clock"

for length in $lengths; do
    rm -rf "$work/scripts" && mkdir "$work/scripts"
    for ((number = 1; number <= length; number++)); do echo "Sentence number $number says that the sea was calm that night."; done >"$work/scripts/long.md"
    result=$(measure_batch "$work/scripts")
    echo "$length $result" >>"$work/lengths"
    echo "$length sentences: $(awk '{ printf "%s s wall clock, %s s of processor time", $1, $2 }' <<<"$result")"
done
echo "seconds of video: R2 $(fit "$work/lengths" 3) of processor time, $(fit "$work/lengths" 2) of wall clock"
