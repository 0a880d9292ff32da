#!/usr/bin/env bash
# A job of the server against the same script with 'shorts make', in turns: from the moment at which it is sent to the one at which its video is there. Nothing is kept in caches.
# usage: tests/ShortsFactory.Benchmarks/server-overhead.sh [SCRIPT [ROUNDS]]
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
work=$(mktemp -d)
# shellcheck source=measuring.sh
source "$root/tests/ShortsFactory.Benchmarks/measuring.sh"
script=$(readlink -f "${1:-$root/examples/octopus.md}")
rounds=${2:-3}
"$root/eng/setup.sh" program

"$root/artifacts/shorts/shorts" serve --port 0 --data "$work/data" --jobs 1 --set Cache:Enabled=false --set Logging:Directory="$work/logs" >"$work/server" 2>"$work/server.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
until address=$(grep -o 'http://.*' "$work/server"); do sleep 0.1; done

made() { "$root/artifacts/shorts/shorts" make "$script" -o "$work/made.mp4" --quiet --no-cache; }

field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

# Looks only now and then, for looking costs too; the record has the times.
job() {
    local id answer
    id=$(curl -sf "$address/api/v1/jobs" -F script=@"$script" | field id)
    until answer=$(curl -sf "$address/api/v1/jobs/$id") && [ "$(field state <<<"$answer")" = done ]; do sleep 1; done
    echo "$(date -d "$(field endedAt <<<"$answer")" +%s.%N) $(date -d "$(field createdAt <<<"$answer")" +%s.%N)" | awk '{ printf "%.2f\n", $1 - $2 }'
}

job >/dev/null # The first one of a process compiles what it runs.
for ((round = 1; round <= rounds; round++)); do
    measure made >>"$work/make"
    job >>"$work/job"
done
make=$(median "$work/make" 1)
of_server=$(median "$work/job" 1)
echo "shorts make $make s, a job $of_server s: $(awk "BEGIN { printf \"%.3f\", $of_server / $make }") (medians of $rounds)"
