using ShortsFactory.Resources;

namespace ShortsFactory.Pronunciations;

/// <summary>Asks a voice how it says single words, in the sounds of the recognition models. It only describes commands; running them is the caller's part.</summary>
public interface IPronouncer
{
    /// <summary>The name of the speech engine whose voices it asks, such as <c>flite</c>.</summary>
    string Engine { get; }

    /// <summary>Describes how <paramref name="voice"/> is asked for <paramref name="words"/>, which hold letters and apostrophes.</summary>
    ProcessCommand Command(string voice, IReadOnlyList<string> words);

    /// <summary>
    /// Reads the sounds of each word, ARPAbet names without stress such as <c>AH</c>, from what <see cref="Command"/> printed.
    /// A word of which a sound is not known is empty, and so is every word if the output is not a line or a group for each of them.
    /// </summary>
    IReadOnlyList<IReadOnlyList<string>> Read(string output, int words);
}
