namespace ShortsFactory.Recognition;

/// <summary>Gives every spoken word of a sentence a place: heard ones where they were heard, the others between them.</summary>
internal static class WordPlacer
{
    /// <summary>One slot for each word of <paramref name="spoken"/>: in order, without overlap, inside the sentence's span.</summary>
    public static WordSlot[] Place(
        IReadOnlyList<SpokenWord> spoken, IReadOnlySet<string> unknown, IReadOnlyList<HeardWord> heard, TimeSpan start, TimeSpan end)
    {
        SpokenWord[] words = [.. spoken];
        var slots = new WordSlot?[words.Length];
        PlaceHeard(words, unknown, heard, start, end, slots);
        PlaceOthers(words, slots, start, end);
        return PutInOrder([.. slots.Select(slot => slot!.Value)], start, end);
    }

    private static void PlaceHeard(
        SpokenWord[] words, IReadOnlySet<string> unknown, IReadOnlyList<HeardWord> heard, TimeSpan start, TimeSpan end, WordSlot?[] slots)
    {
        var expected = ExpectedWord.Of(words, unknown);
        var guesses = SpeechPace.Spread(words, start, end);
        var pairs = WordMatcher.Match([.. expected.Select(word => (word.Text, guesses[word.First].Start))], heard);
        foreach (var pair in pairs)
        {
            var (_, first, count) = expected[pair.Expected];
            var sound = heard[pair.Heard];

            // Of a run of unknown words only the first one's start was heard; the others are somewhere in it.
            var spans = SpeechPace.Spread(words.AsSpan(first, count), sound.Start, sound.End);
            for (var index = 0; index < count; index++)
            {
                slots[first + index] = new WordSlot(spans[index].Start, spans[index].End, index == 0 ? sound.Confidence : null);
            }
        }
    }

    private static void PlaceOthers(SpokenWord[] words, WordSlot?[] slots, TimeSpan start, TimeSpan end)
    {
        var first = 0;
        while ((first = Array.IndexOf(slots, null, first)) >= 0)
        {
            var next = Array.FindIndex(slots, first, slot => slot is not null);
            next = next < 0 ? slots.Length : next;
            var from = first > 0 ? slots[first - 1]!.Value.End : start;
            var to = next < slots.Length ? slots[next]!.Value.Start : end;
            if (first > 0 && to - from < SpeechPace.Duration(words.AsSpan(first, next - first)) / 2)
            {
                // No room: they were swallowed by the word before them, which gives up a part of its time, but not its start.
                first--;
                from = slots[first]!.Value.Start;
            }

            var spans = SpeechPace.Spread(words.AsSpan(first, next - first), from, to);
            for (var index = first; index < next; index++)
            {
                slots[index] = new WordSlot(spans[index - first].Start, spans[index - first].End, slots[index]?.Confidence);
            }

            first = next;
        }
    }

    /// <summary>The recogniser's times are averages over its hypotheses: neighbours may overlap by some milliseconds.</summary>
    private static WordSlot[] PutInOrder(WordSlot[] slots, TimeSpan start, TimeSpan end)
    {
        var floor = start;
        for (var index = 0; index < slots.Length; index++)
        {
            floor = Clamp(slots[index].Start, floor, end);
            slots[index] = slots[index] with { Start = floor };
        }

        var ceiling = end;
        for (var index = slots.Length - 1; index >= 0; index--)
        {
            slots[index] = slots[index] with { End = Clamp(slots[index].End, slots[index].Start, ceiling) };
            ceiling = slots[index].Start;
        }

        return slots;
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
