using ShortsFactory.Resources;
using ShortsFactory.Speech;

namespace ShortsFactory.Audio;

/// <summary>
/// A recording as a track: its pauses are kept, but for the silence before the first and after the last speech, which becomes that
/// of <see cref="AudioOptions.LeadIn"/> and <see cref="AudioOptions.LeadOut"/>. All places are multiples of 3, as in <see cref="TrackLayout"/>.
/// </summary>
internal sealed record RecordedTrack
{
    private const int Ratio = 3;
    private const int HearingRate = SentenceSpan.SampleRate / Ratio;

    // The level is set for each sentence on its own, as that of synthesised ones is: the recogniser hears them one by one.
    private const float HearingPeak = 0.5f;

    private static readonly TimeSpan Fade = TimeSpan.FromMilliseconds(20);

    /// <summary>The sample of the recording at which the track begins; negative if the track begins with silence of its own.</summary>
    public required long Offset { get; init; }

    /// <summary>The length of the track, in samples at 48 kHz.</summary>
    public required long Length { get; init; }

    /// <summary>How much of its end is silence in which the recording is not heard, in samples at 48 kHz.</summary>
    public required long Outro { get; init; }

    /// <summary>Where the sentences lie on the track.</summary>
    public required IReadOnlyList<SentenceSpan> Spans { get; init; }

    /// <summary>Lays a recording out.</summary>
    /// <param name="speech">Where it speaks.</param>
    /// <param name="options">The silence before and after.</param>
    /// <param name="outro">How much longer the track is.</param>
    public static RecordedTrack Lay(RecordedSpeech speech, AudioOptions options, TimeSpan outro = default)
    {
        var offset = Grid(speech.StartSample - (long)(options.LeadIn.TotalSeconds * SentenceSpan.SampleRate));
        var silence = Grid((long)(outro.TotalSeconds * SentenceSpan.SampleRate));
        return new RecordedTrack
        {
            Offset = offset,
            Length = Grid(speech.EndSample + (long)(options.LeadOut.TotalSeconds * SentenceSpan.SampleRate)) - offset + silence,
            Outro = silence,
            Spans = [.. speech.Sentences.Select(span => new SentenceSpan(
                span.Sentence, Math.Max(0, span.StartSample - offset), Math.Max(0, span.EndSample - offset)))],
        };
    }

    /// <summary>The samples of the track, not yet at its loudness.</summary>
    public float[] ReadMaster(string wavePath)
    {
        using var reader = WaveReader.Open(wavePath);
        var master = new float[Length];
        var silence = (int)Math.Max(0, -Offset);
        reader.MoveTo(Math.Max(0, Offset));
        var count = reader.Fill(master.AsSpan(silence, master.Length - silence - (int)Outro));
        FadeEdges(master.AsSpan(silence, count));
        return master;
    }

    /// <summary>Writes the rendering for recognition: the sentences, each at the same level, and silence between them.</summary>
    public async Task WriteHearingAsync(string wavePath, string path, ResourceScope scope, CancellationToken cancellationToken)
    {
        using var reader = WaveReader.Open(wavePath);
        var writer = scope.Own(WaveWriter.Create(path, HearingRate, channels: 1), Path.GetFileName(path));
        var position = 0L;
        foreach (var span in Spans.Where(span => span.IsHeard))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = (span.StartSample / Ratio, span.EndSample / Ratio);
            writer.Write(new float[start - position]);
            var samples = new float[end - start];
            reader.MoveTo(start + (Offset / Ratio));
            reader.Fill(samples);
            Level(samples);
            writer.Write(samples);
            position = end;
        }

        writer.Write(new float[(Length / Ratio) - position]);

        // The header must be complete before the file moves on.
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    private static long Grid(long sample) => sample - (((sample % Ratio) + Ratio) % Ratio);

    private static void Level(Span<float> samples)
    {
        var peak = 0.001f;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        foreach (ref var sample in samples)
        {
            sample *= HearingPeak / peak;
        }
    }

    /// <summary>A raised cosine at both ends, because the noise of the room must not begin and stop at once.</summary>
    private static void FadeEdges(Span<float> samples)
    {
        var length = Math.Min((int)(Fade.TotalSeconds * SentenceSpan.SampleRate), samples.Length / 2);
        for (var i = 0; i < length; i++)
        {
            var gain = (float)(0.5 - (0.5 * Math.Cos(Math.PI * (i + 0.5) / length)));
            samples[i] *= gain;
            samples[^(i + 1)] *= gain;
        }
    }
}
