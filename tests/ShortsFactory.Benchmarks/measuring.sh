# What the benchmarks share: measuring a command, and the one ffmpeg command that someone would write by hand who has the narration, the
# captions and the background already, with the same size, rate and encoder settings. To be sourced; they set 'root' and 'work' before.
# shellcheck shell=bash

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

# The most memory that a process had until it ended, in kilobytes.
most_memory() {
    local seen memory=0
    while seen=$(awk '/VmHWM/ { print $2 }' "/proc/$1/status" 2>/dev/null) && [[ -n $seen ]]; do
        memory=$seen
        sleep 0.2
    done
    echo "$memory"
}

# 20 s of 1920x1080 that move all over.
make_clip() {
    ffmpeg -nostdin -v error -y -f lavfi -i "mandelbrot=size=1920x1080:rate=30:end_scale=0.05:inner=convergence" -t 20 \
        -vf "gblur=sigma=1.2,noise=alls=2:allf=t,format=yuv420p" -c:v libx264 -preset veryfast -b:v 9M -maxrate 12M -bufsize 20M -g 250 \
        -colorspace bt709 -color_primaries bt709 -color_trc bt709 "$1"
}

# A script without emoji: they lie above what libass draws, and the command by hand has none.
without_emoji() { LC_ALL=C sed 's/[^[:print:][:space:]]//g; s/ *$//' "$1"; }

# Leaves what the command by hand needs for script $1 over clip $2 in folder $3.
keep_inputs() {
    mkdir -p "$3"
    "$root/artifacts/shorts/shorts" make "$1" -o "$3/kept.mp4" --background "$2" --quiet --no-cache --work "$3/run" --keep >"$work/log" 2>&1 || fail "It failed: shorts make $1"
    cp "$(find "$3/run" -name master.wav -type f)" "$3/master.wav"
    cp -r "$(find "$3/run" -name caption-fonts -type d)" "$3/fonts"
    mv "$3/kept.ass" "$3/captions.ass"
    rm -rf "$3/run"
}

# Draws the pictures of the inputs in folder $1 over clip $2; what follows says how they are written and where.
by_hand() {
    (cd "$1" && ffmpeg -nostdin -v error -y -stream_loop -1 -i "$2" -i master.wav -filter_complex \
        "[0:v]scale=1080:1920:force_original_aspect_ratio=increase,crop=1080:1920,fps=30,format=yuv420p,ass=captions.ass:fontsdir=fonts[v]" \
        -map '[v]' -map 1:a -shortest "${@:3}")
}

# The same with the settings of the delivered file.
encode_by_hand() {
    by_hand "$1" "$2" -c:v libx264 -preset superfast -crf 21 -maxrate 10M -bufsize 20M -profile:v high -g 30 -bf 2 -flags +cgop \
        -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv \
        -c:a aac -b:a 192k -ar 48000 -ac 2 -movflags +faststart hand.mp4
}
