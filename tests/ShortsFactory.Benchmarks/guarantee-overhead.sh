#!/usr/bin/env bash
# What the guarantees cost an undisturbed run: 'shorts make' as it is, with the reaper, the run's directory under lock and a cache that
# is empty, against the same without reaper and cache. Both take turns; prints the medians and their ratio.
# usage: guarantee-overhead.sh [RUNS]     (default 5; for a machine that does nothing else)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${1:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$root/shorts" --version >/dev/null

seconds() { # COMMAND...  the wall time of a command
    local TIMEFORMAT=%R
    { time "$@" >/dev/null 2>&1; } 2>&1
}

make() { "$root/shorts" make "$root/examples/octopus.md" -o "$folder/octopus.mp4" --quiet "$@"; }
with() { rm -rf "$folder/cache"; sync; seconds make --set "Cache:Directory=$folder/cache"; }
without() { sync; seconds make --set Resources:Reaper=false --no-cache; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

with >/dev/null
for _ in $(seq "$runs"); do
    with >>"$folder/with"
    without >>"$folder/without"
done
w=$(median <"$folder/with") o=$(median <"$folder/without")
echo "with $w s, without $o s, ratio $(awk "BEGIN { printf \"%.3f\", $w / $o }") (medians of $runs)"
