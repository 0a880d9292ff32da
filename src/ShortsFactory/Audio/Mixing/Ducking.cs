namespace ShortsFactory.Audio.Mixing;

/// <summary>
/// Writes the gain of music under a voice. As it is known when the voice speaks, the music is down before the first syllable, stays down
/// over short pauses, and comes up in long ones.
/// </summary>
internal sealed record Ducking
{
    /// <summary>How far below a sentence its music stays on the whole, in LU, however soft the sentence or loud the music.</summary>
    public const double SentenceDistance = 17;

    /// <summary>How far below a sentence the loudest 400 ms of its music stay, in LU.</summary>
    public const double MomentDistance = 15;

    /// <summary>Music softer than this is not made louder any further, in dB: it would be its noise.</summary>
    public const double HighestGain = 40;

    private const int Rate = SentenceSpan.SampleRate;
    private const long Margin = Rate / 20;
    private const long Attack = Rate / 4;
    private const long Release = Rate / 2;

    /// <summary>A pause shorter than this is no pause: music that came up for it would pump.</summary>
    private const long ShortestPause = Rate;

    /// <summary>Two stretches nearer than this are one.</summary>
    private const long Breath = Rate * 3L / 20;

    /// <summary>How far below the voice the music lies while it speaks, in LU.</summary>
    public required double UnderSpeech { get; init; }

    /// <summary>How far below the voice the music lies in pauses, in LU.</summary>
    public required double InPauses { get; init; }

    /// <summary>The gain for a track.</summary>
    /// <param name="speech">Where it speaks, in order of time.</param>
    /// <param name="voice">How loud the voice is.</param>
    /// <param name="music">How loud the music is, as it lies on the track.</param>
    public GainCurve Write(IReadOnlyList<SpeechStretch> speech, LoudnessSteps voice, LoudnessSteps music)
    {
        var level = voice.Integrated - music.Integrated;
        var pause = Math.Min(HighestGain, level - InPauses);
        var stretches = Joined(speech);
        List<GainPoint> points = [];
        var end = 0L;
        foreach (var (index, span) in stretches.Index())
        {
            var gain = speech.Where(part => part.Start >= span.Start && part.End <= span.End).Min(part => GainUnder(part, voice, music, level));
            if (span.Start - end >= ShortestPause)
            {
                points.Add(new GainPoint(span.Start - Margin - Attack, pause));
            }

            points.Add(new GainPoint(Math.Max(0, span.Start - Margin), gain));
            points.Add(new GainPoint(span.End + Margin, gain));
            end = span.End;
            var next = index + 1 < stretches.Count ? stretches[index + 1].Start : music.Energies.Count * (long)LoudnessSteps.Length;
            if (next - end >= ShortestPause)
            {
                points.Add(new GainPoint(end + Margin + Release, pause));
            }
        }

        return new GainCurve(points.Count == 0 ? [new GainPoint(0, pause)] : points);
    }

    private static List<SpeechStretch> Joined(IReadOnlyList<SpeechStretch> speech)
    {
        List<SpeechStretch> joined = [];
        foreach (var span in speech)
        {
            if (joined is [.., var last] && span.Start - last.End < Breath)
            {
                joined[^1] = last with { End = Math.Max(last.End, span.End) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private double GainUnder(SpeechStretch span, LoudnessSteps voice, LoudnessSteps music, double level)
    {
        var usual = Math.Min(HighestGain, level - UnderSpeech);
        if (span.IsAside)
        {
            return usual;
        }

        var spoken = voice.Mean(span.Start, span.End);
        return Math.Min(
            usual, Math.Min(spoken - SentenceDistance - music.Mean(span.Start, span.End), spoken - MomentDistance - music.Loudest(span.Start, span.End)));
    }
}
