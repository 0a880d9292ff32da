namespace ShortsFactory.Audio.Mixing;

/// <summary>A stretch of the track in which somebody speaks.</summary>
/// <param name="Start">Its first frame, at 48 kHz.</param>
/// <param name="End">One past its last frame.</param>
/// <param name="IsAside">Whether it is no sentence of the script.</param>
internal readonly record struct SpeechStretch(long Start, long End, bool IsAside = false)
{
    /// <summary>Softer than the whole by this much, in LU, sound outside of the sentences is breath or the noise of the room.</summary>
    private const double AsideRange = 20;

    private const long ShortestAside = 2;

    /// <summary>
    /// Where the track speaks: in its sentences, and, in a recording, wherever else it is about as loud as they are, for people say
    /// more than their script.
    /// </summary>
    public static IReadOnlyList<SpeechStretch> Of(IEnumerable<SentenceSpan> sentences, LoudnessSteps voice, bool isRecorded)
    {
        var spans = sentences.Where(span => span.IsHeard).Select(span => new SpeechStretch(span.StartSample, span.EndSample)).ToList();
        if (isRecorded)
        {
            spans.AddRange(Asides(voice).Where(aside => !spans.Exists(span => aside.Start >= span.Start && aside.End <= span.End)));
        }

        spans.Sort((one, other) => one.Start.CompareTo(other.Start));
        return spans;
    }

    private static IEnumerable<SpeechStretch> Asides(LoudnessSteps voice)
    {
        var threshold = voice.Integrated - AsideRange;
        var first = -1;
        for (var step = 0; step <= voice.Energies.Count; step++)
        {
            var isLoud = step < voice.Energies.Count && voice.Mean(step * (long)LoudnessSteps.Length, (step + 1) * (long)LoudnessSteps.Length) > threshold;
            if (isLoud && first < 0)
            {
                first = step;
            }
            else if (!isLoud && first >= 0)
            {
                if (step - first >= ShortestAside)
                {
                    yield return new SpeechStretch(first * (long)LoudnessSteps.Length, step * (long)LoudnessSteps.Length, IsAside: true);
                }

                first = -1;
            }
        }
    }
}
