namespace ShortsFactory.Recordings;

/// <summary>
/// Gives every sentence its place in the recording: those that were heard from pause to pause around their words, the others in the
/// speech between them that is nobody's; a sentence for which no speech is left was left out, and takes no time. Pure.
/// </summary>
internal static class SentencePlacer
{
    /// <summary>Less speech than this share of what a sentence should take is not that sentence.</summary>
    private const double LeastShare = 0.3;

    /// <summary>What is kept of the pause before a sentence and after it, as it is around synthesised sentences.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(80);

    /// <summary>A stretch for each sentence, in order, without overlap; empty for one that was left out.</summary>
    public static IReadOnlyList<Stretch> Place(IReadOnlyList<ExpectedSentence> sentences, SpeechActivity activity, TimeSpan duration)
    {
        var places = new Stretch[sentences.Count];
        var found = Enumerable.Range(0, sentences.Count).Where(index => sentences[index].IsFound).ToList();
        var free = found.Count == 0 ? [] : Separate(sentences, found, activity, places, duration);
        var previous = -1;
        foreach (var (number, next) in found.Append(sentences.Count).Index())
        {
            var space = found.Count == 0 ? new Stretch(TimeSpan.Zero, duration) : free[number];
            Fill(sentences, previous + 1, next, activity, space, places);
            previous = next;
        }

        return Widen(places, duration);
    }

    /// <summary>Puts borders around the sentences that were heard; what is left before, between and after them is returned.</summary>
    private static List<Stretch> Separate(
        IReadOnlyList<ExpectedSentence> sentences, List<int> found, SpeechActivity activity, Stretch[] places, TimeSpan duration)
    {
        List<Stretch> free = [];
        for (var number = 0; number <= found.Count; number++)
        {
            var before = number == 0 ? null : sentences[found[number - 1]];
            var after = number == found.Count ? null : sentences[found[number]];
            var gap = new Stretch(before?.Heard.End ?? TimeSpan.Zero, after?.Heard.Start ?? duration);
            var (end, start) = Borders(gap, before?.Tail, after?.Lead, activity);
            if (before is not null)
            {
                places[found[number - 1]] = places[found[number - 1]] with { End = end };
            }

            if (after is not null)
            {
                places[found[number]] = places[found[number]] with { Start = start };
            }

            free.Add(new Stretch(end, start));
        }

        return free;
    }

    /// <summary>Where the sentence before a gap ends, and the one after it begins; words of theirs that were not heard lie in the gap.</summary>
    private static (TimeSpan End, TimeSpan Start) Borders(Stretch gap, TimeSpan? tail, TimeSpan? lead, SpeechActivity activity)
    {
        // The recogniser's times are not exact: a pause may seem to begin a little before the word's end.
        var tolerance = TimeSpan.FromMilliseconds(60);
        var pauses = PausesIn(activity, new Stretch(gap.Start - tolerance, gap.End + tolerance));
        if (pauses.Count == 0)
        {
            var middle = gap.Length > TimeSpan.Zero ? activity.Quietest(gap.Start, gap.End) : gap.Start;
            return (tail is null ? gap.Start : middle, lead is null ? gap.End : middle);
        }

        const double almost = 0.6;
        var first = tail is null ? -1 : pauses.FindIndex(pause => pause.Start >= gap.Start - tolerance + (tail.Value * almost));
        var last = lead is null ? pauses.Count : pauses.FindLastIndex(pause => pause.End <= gap.End + tolerance - (lead.Value * almost));
        first = tail is not null && first < 0 ? pauses.Count - 1 : first;
        last = lead is not null && last < 0 ? 0 : last;
        if (first > last)
        {
            // Too little room for all that was not heard: the longest pause divides it.
            first = last = pauses.IndexOf(pauses.MaxBy(pause => pause.Length));
        }

        return (first < 0 ? gap.Start : pauses[first].Start, last == pauses.Count ? gap.End : pauses[last].End);
    }

    private static List<Stretch> PausesIn(SpeechActivity activity, Stretch gap)
    {
        var speech = activity.Speech;
        return [.. Enumerable.Range(0, speech.Count + 1)
            .Select(index => new Stretch(index == 0 ? TimeSpan.Zero : speech[index - 1].End, index == speech.Count ? TimeSpan.MaxValue : speech[index].Start).Within(gap.Start, gap.End))
            .Where(pause => pause.Length > TimeSpan.Zero)];
    }

    private static void Fill(
        IReadOnlyList<ExpectedSentence> sentences, int first, int next, SpeechActivity activity, Stretch space, Stretch[] places)
    {
        var open = Enumerable.Range(first, next - first).Select(index => sentences[index].Duration).ToList();
        var speech = activity.SpeechIn(space);
        var spoken = speech.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + stretch.Length);
        var expected = open.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration);
        var laid = open.Count > 0 && spoken > expected * LeastShare ? SentencePacer.Lay(open, speech) : null;
        for (var index = first; index < next; index++)
        {
            places[index] = laid?[index - first] ?? new Stretch(space.Start, space.Start);
        }
    }

    private static IReadOnlyList<Stretch> Widen(Stretch[] places, TimeSpan duration)
    {
        var widened = (Stretch[])places.Clone();
        var end = TimeSpan.Zero;
        for (var index = 0; index < places.Length; index++)
        {
            var place = places[index];
            if (place.Length <= TimeSpan.Zero)
            {
                widened[index] = new Stretch(end, end);
                continue;
            }

            var next = places.Skip(index + 1).FirstOrDefault(other => other.Length > TimeSpan.Zero);
            var room = (next.Length > TimeSpan.Zero ? next.Start - place.End : (duration - place.End) * 2) / 2;
            var start = place.Start - Before < end ? end : place.Start - Before;
            end = place.End + (room < After ? Max(room, TimeSpan.Zero) : After);
            widened[index] = new Stretch(start, Max(end, start));
            end = widened[index].End;
        }

        return widened;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
