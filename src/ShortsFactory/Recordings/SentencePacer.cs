namespace ShortsFactory.Recordings;

/// <summary>
/// Lays sentences over speech that nobody has recognised: each takes about as long as its words usually take, and ends at a pause
/// if there is one near. The best division is found by dynamic programming over the pauses. Pure.
/// </summary>
internal static class SentencePacer
{
    /// <summary>A longer pause is no better an end of a sentence than this.</summary>
    private static readonly TimeSpan TellingPause = TimeSpan.FromSeconds(0.8);

    /// <summary>What an end at a telling pause is worth, against the square of the error of a sentence's length.</summary>
    private const double WorthOfPause = 0.5;

    /// <summary>A stretch for each duration, in order and without overlap, from the first speech to the last.</summary>
    /// <param name="durations">How long each sentence should take.</param>
    /// <param name="speech">The stretches of speech, at least one.</param>
    public static IReadOnlyList<Stretch> Lay(IReadOnlyList<TimeSpan> durations, IReadOnlyList<Stretch> speech)
    {
        var total = durations.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration);
        var spoken = speech.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + stretch.Length);
        var scale = spoken / total;
        var borders = Borders(durations, speech, scale);
        var ends = Divide([.. durations.Select(duration => duration * scale)], borders);
        return [.. ends.Select((end, index) => new Stretch(index == 0 ? speech[0].Start : borders[ends[index - 1]].Next, borders[end].End))];
    }

    /// <summary>Where a sentence may end: at every pause, and where it should if there is none; the last is the end of all speech.</summary>
    private static List<Border> Borders(IReadOnlyList<TimeSpan> durations, IReadOnlyList<Stretch> speech, double scale)
    {
        List<Border> borders = [];
        var position = TimeSpan.Zero;
        for (var index = 0; index < speech.Count - 1; index++)
        {
            position += speech[index].Length;
            borders.Add(new Border(position, speech[index].End, speech[index + 1].Start));
        }

        var wanted = TimeSpan.Zero;
        foreach (var duration in durations.SkipLast(1))
        {
            wanted += duration * scale;
            var at = At(speech, wanted);
            borders.Add(new Border(wanted, at, at));
        }

        borders.Sort((left, right) => left.Position.CompareTo(right.Position));
        borders.Add(new Border(position + speech[^1].Length, speech[^1].End, speech[^1].End));
        return borders;
    }

    /// <summary>The moment at which so much has been spoken.</summary>
    private static TimeSpan At(IReadOnlyList<Stretch> speech, TimeSpan position)
    {
        foreach (var stretch in speech)
        {
            if (position <= stretch.Length)
            {
                return stretch.Start + position;
            }

            position -= stretch.Length;
        }

        return speech[^1].End;
    }

    private static int[] Divide(TimeSpan[] durations, List<Border> borders)
    {
        var last = borders.Count - 1;
        var costs = new double[durations.Length, borders.Count];
        var from = new int[durations.Length, borders.Count];
        for (var sentence = 0; sentence < durations.Length; sentence++)
        {
            for (var end = 0; end <= last; end++)
            {
                costs[sentence, end] = double.PositiveInfinity;
                var isPossible = sentence == durations.Length - 1 ? end == last : last - end >= durations.Length - 1 - sentence;
                for (var start = sentence == 0 ? -1 : sentence - 1; isPossible && start < (sentence == 0 ? 0 : end); start++)
                {
                    var before = start < 0 ? 0 : costs[sentence - 1, start];
                    var length = borders[end].Position - (start < 0 ? TimeSpan.Zero : borders[start].Position);
                    var error = (length - durations[sentence]) / durations[sentence];
                    var cost = before + (error * error) - (WorthOfPause * borders[end].Telling);
                    if (cost < costs[sentence, end])
                    {
                        (costs[sentence, end], from[sentence, end]) = (cost, start);
                    }
                }
            }
        }

        var ends = new int[durations.Length];
        for (int sentence = durations.Length - 1, end = last; sentence >= 0; end = from[sentence, end], sentence--)
        {
            ends[sentence] = end;
        }

        return ends;
    }

    /// <param name="Position">How much has been spoken before it.</param>
    /// <param name="End">Where the sentence before it ends.</param>
    /// <param name="Next">Where the sentence after it begins.</param>
    private readonly record struct Border(TimeSpan Position, TimeSpan End, TimeSpan Next)
    {
        public double Telling => Math.Min(1, (Next - End) / TellingPause);
    }
}
