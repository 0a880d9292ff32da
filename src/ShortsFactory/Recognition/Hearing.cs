using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognition;

/// <summary>What the recogniser makes of one sentence, whatever stands before and after it.</summary>
internal sealed record Hearing
{
    /// <summary>Stands for a sentence to which nobody listened.</summary>
    public static Hearing Nothing { get; } = new() { Unknown = [], Words = [] };

    /// <summary>The sentence's spoken words that the model does not know.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>The words heard, in order, with times from the sentence's start.</summary>
    public required IReadOnlyList<RecognizedWord> Words { get; init; }

    /// <summary>How well the speech fits the sentence, 0 to 1; <see langword="null"/> if it was not laid into the speech by a graph.</summary>
    public double? Fit { get; init; }

    /// <summary>Whether the speech seems to say something else than the sentence.</summary>
    public bool SaysSomethingElse { get; init; }

    /// <summary>The words on the clock of a track on which the sentence starts at <paramref name="start"/>.</summary>
    public IReadOnlyList<HeardWord> From(TimeSpan start) =>
        [.. Words.Select(word => new HeardWord(word.Word, start + TimeSpan.FromSeconds(word.Start), start + TimeSpan.FromSeconds(word.End), word.Confidence))];
}
