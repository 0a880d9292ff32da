using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recordings;

/// <summary>Finds the recording that speaks for a script, looks at it, and decodes it.</summary>
internal sealed class RecordingReader(MediaProbe probe, Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    private const string MasterName = "recording.wav";
    private const string HearingName = "recording-16k.wav";
    private const string Advice = "Name a sound file, such as wav, mp3, m4a, flac or ogg, or a video whose sound is to be used.";

    /// <summary>Beyond this a recording counts as cut off; lengths in headers are often rounded.</summary>
    private static readonly TimeSpan ToleratedLoss = TimeSpan.FromSeconds(2);

    /// <summary>The decoded recording that the request or else the script names; <see langword="null"/> if neither names one.</summary>
    /// <exception cref="InvalidInputException">It is missing, holds no sound, is broken or too long.</exception>
    public async Task<Recording?> ReadAsync(ShortRequest request, Script script, StageContext context, CancellationToken cancellationToken)
    {
        var path = Find(request, script);
        if (path is null)
        {
            return null;
        }

        var scope = context.Scope;
        var link = MediaLink.Create(path, "recording-source", scope);
        var file = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        if (file.Kind == MediaKind.Image || !file.HasSound)
        {
            throw new InvalidInputException("it has no sound and cannot be the narration.", path) { Advice = Advice };
        }

        RefuseTooLong(file.Duration, path);
        await DecodeAsync(file, link, context, cancellationToken).ConfigureAwait(false);
        var duration = Measure(scope.PathOf(MasterName), path);
        RefuseTooLong(duration, path);
        if (file.Duration - duration > ToleratedLoss)
        {
            context.Warn(
                $"The recording can be decoded for {duration.TotalSeconds:0} s only, although its header tells of {file.Duration.TotalSeconds:0} s; it may be cut off.");
        }

        return new Recording
        {
            Source = path,
            MasterPath = scope.Promote(scope.PathOf(MasterName)),
            HearingPath = scope.Promote(scope.PathOf(HearingName)),
            Duration = duration,
        };
    }

    /// <summary>
    /// One pass over the file makes both renderings, the one for the track in numbers that cannot clip: decoded sound often passes full scale;
    /// pictures and all streams of sound but the first are passed over.
    /// </summary>
    internal static IReadOnlyList<string> Arguments(string link) =>
    [
        "-i", link,
        "-map", "0:a:0", "-ac", "1", "-ar", "48000", "-c:a", "pcm_f32le", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav", MasterName,
        "-map", "0:a:0", "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav", HearingName,
    ];

    private static string? Find(ShortRequest request, Script script)
    {
        if ((request.Narration ?? script.Narration) is not { } text)
        {
            return null;
        }

        var line = request.Narration is null ? script.LineOf("narration") : null;
        var place = line is null ? null : request.ScriptPath;
        var path = PathOf(text, request, line);
        if (!File.Exists(path))
        {
            var reason = Directory.Exists(path) ? "is a folder" : line is null ? "does not exist" : "does not exist (paths start at the script's folder)";
            throw new InvalidInputException($"the recording '{text}' {reason}.", place, line) { Advice = Advice };
        }

        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return request.Outputs.Contains(path, StringComparer.Ordinal) || request.Outputs.Contains(target, StringComparer.Ordinal)
            ? throw Delivery.ReplacesInput(path)
            : path;
    }

    private static string PathOf(string text, ShortRequest request, int? line)
    {
        try
        {
            return request.PathOf(text);
        }
        catch (InvalidInputException exception)
        {
            throw line is { } at ? exception.At(request.ScriptPath, at) : exception;
        }
    }

    private async Task DecodeAsync(MediaFile file, string link, StageContext context, CancellationToken cancellationToken)
    {
        var command = ffmpeg.Encode(Arguments(link), context.Scope.Directory, progress => context.Progress.Report(new StageProgress(
            StageName.Speech, file.Duration > TimeSpan.Zero ? Math.Min(0.99, progress.Time / file.Duration) : 0, "decoding the recording")));
        try
        {
            await context.Scope.RunAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (ProcessFailedException exception)
        {
            throw new InvalidInputException(
                "its sound cannot be decoded; the file is broken or of an unusual format.", file.Path, innerException: exception) { Advice = Advice };
        }
    }

    private static TimeSpan Measure(string wavePath, string path)
    {
        using var reader = WaveReader.Open(wavePath);
        return reader.FrameCount > 0
            ? TimeSpan.FromSeconds((double)reader.FrameCount / reader.Format.SampleRate)
            : throw new InvalidInputException("it holds no sound.", path) { Advice = Advice };
    }

    private void RefuseTooLong(TimeSpan duration, string path)
    {
        if (duration > options.Value.LengthLimit)
        {
            throw new InvalidInputException(
                $"the recording is {duration.TotalMinutes:0.#} minutes long; the limit is {options.Value.LengthLimit.TotalMinutes:0.#} minutes.", path)
            {
                Advice = "Cut it into several recordings, or raise Pipeline:LengthLimit.",
            };
        }
    }
}
