using System.Text.Json.Serialization;
using ShortsFactory.Audio;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>What is delivered with a video: every word with its time, and the figures of the finished file. Times are seconds on the video's clock.</summary>
public sealed record Manifest
{
    /// <summary>The script's title.</summary>
    public required string Title { get; init; }

    /// <summary>Length of the video.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>The SHA-256 of all that the short was made from: script, settings, files, versions. Equal ones make the same short again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Inputs { get; init; }

    /// <summary>The other files of the delivery.</summary>
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>The display words in order; their texts, with a space before each that is not joined, are the script's text as shown.</summary>
    public required IReadOnlyList<ManifestWord> Words { get; init; }

    /// <summary>The sentences in order.</summary>
    public required IReadOnlyList<ManifestSentence> Sentences { get; init; }

    /// <summary>The sound of the delivered file.</summary>
    public required ManifestAudio Audio { get; init; }

    /// <summary>Whom to name where the video is published, a line for each; empty if nobody is to be named.</summary>
    public required IReadOnlyList<string> Credits { get; init; }

    /// <summary>The picture of the delivered file.</summary>
    public required ManifestVideo Video { get; init; }

    /// <summary>The stages in the order in which they ran.</summary>
    public required IReadOnlyList<StageTiming> Stages { get; init; }

    /// <summary>The programs used, by name, with their versions.</summary>
    public required IReadOnlyDictionary<string, string> Tools { get; init; }

    /// <summary>What the run opened and gave back.</summary>
    public required ResourceReport Resources { get; init; }

    /// <summary>What the user was warned of.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The manifest as JSON.</summary>
    public string ToJson() => ManifestJson.Serialize(this);

    internal static Manifest Of(
        Short finished, IReadOnlyList<StageTiming> stages, IReadOnlyDictionary<string, string> tools, ResourceReport resources, IReadOnlyList<string> warnings)
    {
        var video = finished.Video ?? throw new InvalidOperationException("There is no video to describe.");
        var transcript = finished.Transcript ?? throw new InvalidOperationException("There is no transcript to describe.");
        return new Manifest
        {
            Title = finished.Script.Title,
            DurationSeconds = Seconds(video.Duration),
            Words = [.. transcript.Words.Select(Word)],
            Sentences = [.. finished.Script.Sentences.Select(sentence => Sentence(sentence, finished))],
            Audio = ManifestAudio.Of(finished.Soundtrack!, video),
            Credits = CreditsOf(finished.Soundtrack!),
            Video = new ManifestVideo
            {
                Width = video.Width,
                Height = video.Height,
                FramesPerSecond = video.FramesPerSecond,
                Codec = video.Codec,
                Bitrate = video.Bitrate,
            },
            Stages = stages,
            Tools = tools,
            Resources = resources,
            Warnings = warnings,
        };
    }

    private static string[] CreditsOf(Soundtrack track) => track.Music switch
    {
        { Credit: { } credit } => [$"Music: {credit}"],
        { Name: var name } when !name.StartsWith("generated:", StringComparison.Ordinal) => [$"Music: {Path.GetFileNameWithoutExtension(name)}"],
        _ => [],
    };

    private static ManifestWord Word(TimedWord word) => new()
    {
        Text = word.Text,
        Spoken = word.Spoken,
        Joined = word.Joined,
        Start = Seconds(word.Start),
        End = Seconds(word.End),
        Sentence = word.Sentence,
        Confidence = Math.Round(word.Confidence, 3),
        Timing = word.Timing,
    };

    private static ManifestSentence Sentence(Sentence sentence, Short finished)
    {
        var span = finished.Soundtrack!.Sentences[sentence.Index];
        var fit = finished.Transcript!.Sentences.ElementAtOrDefault(sentence.Index);
        return new ManifestSentence
        {
            Text = sentence.Text,
            Spoken = sentence.Spoken,
            Start = Seconds(span.Start),
            End = Seconds(span.End),
            Fit = fit.Fit,
            SaysSomethingElse = fit.SaysSomethingElse,
        };
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
