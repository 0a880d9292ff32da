#!/usr/bin/env bash
# Installs what is missing and builds what is stale; says in one line each what it does, and nothing when nothing is missing.
# usage: eng/setup.sh program | tests
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
part=${1:-program}
artifacts=$root/artifacts
program=$artifacts/shorts
vosk_version=0.3.39
# The SHA-512 of the npm package, as hexadecimal digits of the registry's "integrity".
vosk_sha512=fe9583e8a2cbc55ff43eefd97e8bcd59a7450baab4d61cafcd8e434c4418e6bffa42540c83ad05698d5b8cad2a716378daba0d38e9d1ac1c6d00eaa4eff38693
library=$artifacts/native/libvosk.so

say() { echo "set-up: $*" >&2; }

# Runs a command quietly; shows what it printed only if it fails.
quietly() {
    local log=$artifacts/setup.log
    if ! "$@" >"$log" 2>&1 </dev/null; then
        say "failed: $*"
        tail -n 30 "$log" >&2
        exit 1
    fi
}

# The Debian packages that are needed; the tests need more of them than the program does.
packages() {
    cat "$root/eng/packages.txt"
    [ "$part" != tests ] || cat "$root/eng/packages-tests.txt"
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $(packages) 2>/dev/null | sed -n 's/^ii //p')
    packages | grep -vxF -f <(printf '%s\n' $installed) || true
}

install_packages() {
    local missing
    command -v dpkg-query >/dev/null || return 0 # Not Debian: 'shorts doctor' tells what is missing.
    missing=$(missing_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    local install="apt-get install -y --no-install-recommends ${missing% }"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "these Debian packages are missing, and only root can install them. Run as root:"
            echo "    apt-get update && $install" >&2
            exit 3
        fi
        as_root=(sudo)
    fi
    say "installing the Debian packages ${missing% }"
    export DEBIAN_FRONTEND=noninteractive
    quietly "${as_root[@]}" apt-get update -q
    quietly "${as_root[@]}" $install
}

fetch_vosk() {
    [ ! -e "$library" ] || return 0
    local folder
    folder=$(mktemp -d "$artifacts/vosk.XXXXXX")
    trap 'rm -rf "$folder"' RETURN
    say "fetching libvosk $vosk_version from npm"
    command -v npm >/dev/null || { say "npm is missing; install Node.js with npm, then run this again"; exit 3; }
    # Only packed and unpacked: nothing of the package is run.
    quietly npm pack "vosk@$vosk_version" --pack-destination "$folder" --ignore-scripts
    if ! echo "$vosk_sha512  $folder/vosk-$vosk_version.tgz" | sha512sum --check --quiet >/dev/null 2>&1; then
        say "the package vosk $vosk_version does not have the pinned checksum; it is not used"
        exit 1
    fi
    tar -xzf "$folder/vosk-$vosk_version.tgz" -C "$folder" package/lib/linux-x86_64/libvosk.so
    mkdir -p "${library%/*}"
    mv "$folder/package/lib/linux-x86_64/libvosk.so" "$library"
}

# The build is stale if a source is newer than its stamp.
stale() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit)" ]
}

sources=("$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json")

build_program() {
    local stamp=$program/.built started
    stale "$stamp" "${sources[@]}" || return 0
    command -v dotnet >/dev/null || { say "the .NET 10 SDK is missing; install it, then run this again"; exit 3; }
    say "building shorts"
    started=$artifacts/.build-started
    touch "$started"
    for project in ShortsFactory.Cli ShortsFactory.Recognizer ShortsFactory.Server; do
        quietly dotnet publish "$root/src/$project" -c Release -r linux-x64 --self-contained false \
            -p:PublishReadyToRun=true -o "$program" -nologo
    done
    # Stamped with the time at which the build began: a source saved meanwhile counts as newer.
    mv "$started" "$stamp"
}

build_tests() {
    local stamp=$artifacts/bin/.tests-built started
    stale "$stamp" "${sources[@]}" "$root/tests" || return 0
    say "building the tests"
    started=$artifacts/.build-started
    touch "$started"
    quietly dotnet build "$root/ShortsFactory.sln" -nologo
    mv "$started" "$stamp"
}

complete() {
    [ -z "$(missing_packages 2>/dev/null)" ] && [ -e "$library" ] && ! stale "$program/.built" "${sources[@]}"
}

mkdir -p "$artifacts"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if [ "$part" = program ] && complete; then
    exit 0
fi

# Two set-ups at once would build into the same folder: the second waits, and then finds nothing left to do.
exec 9>"$artifacts/.setup.lock"
flock 9
install_packages
fetch_vosk
build_program
if [ "$part" = tests ]; then
    build_tests
fi
