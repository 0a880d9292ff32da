namespace ShortsFactory.Recognition.Protocol;

/// <summary>The answer to one request: one JSON object on one line of the recogniser's standard output.</summary>
internal sealed record RecognizerAnswer
{
    /// <summary>The <see cref="Id"/> of an answer to a line that is no request.</summary>
    public const int NoRequest = -1;

    /// <summary>The request's id.</summary>
    public required int Id { get; init; }

    /// <summary>Why the request was refused; <see langword="null"/> if it was not.</summary>
    public string? Error { get; init; }

    /// <summary>Answers <see cref="LookUpRequest"/>: the words that the model does not know.</summary>
    public IReadOnlyList<string>? Unknown { get; init; }

    /// <summary>Answers <see cref="RecognizeRequest"/>: the words heard, in order.</summary>
    public IReadOnlyList<RecognizedWord>? Words { get; init; }

    /// <summary>Answers <see cref="AlignRequest"/>.</summary>
    public Alignment? Alignment { get; init; }
}
