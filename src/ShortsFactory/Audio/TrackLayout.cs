using ShortsFactory.Scripts;

namespace ShortsFactory.Audio;

/// <summary>
/// Where each sentence lies on the track, in samples at 48 kHz; all places are multiples of 3, so that they are whole at 16 kHz too.
/// Sentences begin at whole tenths of a second, which are whole frames and whole hundredths of captions: so whatever an edit does to the
/// sentences before, what is seen of one stays the same, and need not be rendered again.
/// </summary>
internal sealed record TrackLayout
{
    private const int Grid = 3;
    private const int Tenth = SentenceSpan.SampleRate / 10;

    /// <summary>Where the sentences lie, in script order.</summary>
    public required IReadOnlyList<SentenceSpan> Spans { get; init; }

    /// <summary>The length of the track.</summary>
    public required long Length { get; init; }

    /// <summary>Lays the sentences out one after the other, with the pauses that the script and the options ask for.</summary>
    /// <param name="script">The script.</param>
    /// <param name="lengths">The length of each sentence's trimmed wave, in samples at 48 kHz.</param>
    /// <param name="options">The pauses.</param>
    public static TrackLayout Create(Script script, IReadOnlyList<int> lengths, AudioOptions options)
    {
        List<SentenceSpan> spans = [];
        var position = Samples(options.LeadIn);
        var pause = TimeSpan.Zero;
        foreach (var scene in script.Scenes)
        {
            foreach (var sentence in scene.Sentences)
            {
                position = Math.Max((position + Samples(pause) + (Tenth / 2)) / Tenth * Tenth, (position + Tenth - 1) / Tenth * Tenth);
                var end = position + RoundUp(lengths[sentence.Index]);
                spans.Add(new SentenceSpan(sentence.Index, position, end));
                position = end;
                var endsParagraph = sentence.EndsParagraph || ReferenceEquals(sentence, scene.Sentences[^1]);
                pause = sentence.PauseAfter ?? (endsParagraph ? options.ParagraphPause : options.SentencePause);
            }
        }

        var last = script.Scenes[^1].Sentences[^1].PauseAfter ?? TimeSpan.Zero;
        return new TrackLayout { Spans = spans, Length = position + Samples(last > options.LeadOut ? last : options.LeadOut) + Samples(script.Outro) };
    }

    private static long Samples(TimeSpan time) => RoundUp((long)Math.Round(time.TotalSeconds * SentenceSpan.SampleRate));

    private static long RoundUp(long samples) => (samples + Grid - 1) / Grid * Grid;
}
