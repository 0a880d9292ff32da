namespace ShortsFactory.Recognition;

/// <summary>
/// What the recogniser can be expected to hear: a word of the model, or one <c>[unk]</c> for a run of words that the model
/// does not know. A run is one, because the recogniser hears it as one.
/// </summary>
/// <param name="Text">The word as the recogniser writes it.</param>
/// <param name="First">The position of its first spoken word in the sentence.</param>
/// <param name="Count">How many spoken words it stands for.</param>
internal readonly record struct ExpectedWord(string Text, int First, int Count)
{
    /// <summary>How the recogniser writes speech that is no word of the model.</summary>
    public const string UnknownText = "[unk]";

    /// <summary>What is expected of <paramref name="spoken"/>, given the words that the model does not know.</summary>
    public static IReadOnlyList<ExpectedWord> Of(IReadOnlyList<SpokenWord> spoken, IReadOnlySet<string> unknown)
    {
        var expected = new List<ExpectedWord>();
        for (var index = 0; index < spoken.Count; index++)
        {
            if (!unknown.Contains(spoken[index].Text))
            {
                expected.Add(new ExpectedWord(spoken[index].Text, index, 1));
            }
            else if (expected is [.., { Text: UnknownText } run])
            {
                expected[^1] = run with { Count = run.Count + 1 };
            }
            else
            {
                expected.Add(new ExpectedWord(UnknownText, index, 1));
            }
        }

        return expected;
    }
}
