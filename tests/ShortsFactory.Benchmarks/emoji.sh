#!/usr/bin/env bash
# What coloured emoji cost: makes the same short, 30 sentences of one minute, with an emoji in each and without any. The two
# take turns; medians of the processor time and their ratio are printed.
# usage: emoji.sh [RUNS]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

emoji=(🐙 ❤️ 🧠 🎉 🔥 🌊 😂 👍🏽 🇩🇪 👨‍👩‍👧 🚀 ⭐ 💡 🎬 📈 💰 🏆 🐶 🐱 🦊 🍕 ☕ 🌍 🌙 ⚡ 🎯 🎵 📚 🧪 🏄)
for one in "${emoji[@]}"; do
    echo "Some octopuses can squeeze through a hole like a coin $one." >>"$work/emoji.md"
    echo "Some octopuses can squeeze through a hole like a coin." >>"$work/plain.md"
done

# Makes a short and prints its processor seconds.
measure() {
    local TIMEFORMAT='%U %S'
    { time "$root/shorts" make "$work/$1.md" -o "$work/$1.mp4" --no-cache --quiet >"$work/log" 2>&1; } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'
}

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'; }

for ((run = 1; run <= runs; run++)); do
    for script in plain emoji; do
        measure "$script" >>"$work/$script.txt" || { tail -n 20 "$work/log" >&2; exit 1; }
    done
    echo "run $run: without $(tail -n1 "$work/plain.txt") s, with 30 emoji $(tail -n1 "$work/emoji.txt") s of processor time"
done

awk -v plain="$(median "$work/plain.txt")" -v emoji="$(median "$work/emoji.txt")" \
    'BEGIN { printf "median: without %.2f s, with 30 emoji %.2f s, ratio %.3f\n", plain, emoji, emoji / plain }'
