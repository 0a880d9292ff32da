using System.Text.Json.Serialization;
using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognizer;

/// <summary>What libvosk says of an utterance when it is asked for the best readings and how likely each is.</summary>
internal sealed record VoskAlternatives
{
    /// <summary>The readings, the best one first; missing if nothing was heard.</summary>
    public IReadOnlyList<Reading>? Alternatives { get; init; }

    /// <summary>One reading.</summary>
    internal sealed record Reading
    {
        /// <summary>The logarithm of its likelihood, whatever the name.</summary>
        [JsonPropertyName("confidence")]
        public required double LogLikelihood { get; init; }

        /// <summary>Its words; missing if there are none.</summary>
        [JsonPropertyName("result")]
        public IReadOnlyList<AlignedWord>? Words { get; init; }
    }
}
