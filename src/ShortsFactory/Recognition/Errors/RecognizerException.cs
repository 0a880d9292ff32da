using ShortsFactory.Resources;

namespace ShortsFactory.Recognition;

/// <summary>The recogniser process crashed, hung, talked nonsense or refused a request, and restarting it did not help.</summary>
public sealed class RecognizerException : ShortsFactoryException
{
    internal RecognizerException(string message, Exception? innerException = null)
        : base(message, innerException) =>
        Advice = "Run it again; if it happens again, 'shorts doctor' checks the recogniser, its library and its models.";

    /// <summary>The exit code of a process that crashed, 128 + n if it died of signal n; <see langword="null"/> if it did not crash.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines that the process wrote to standard error; empty if none are known.</summary>
    public string StandardErrorTail { get; init; } = "";

    internal static RecognizerException ForCrash(ProcessFailedException crash) =>
        new($"The recogniser crashed. {crash.Message}", crash)
        {
            ExitCode = crash.ExitCode,
            StandardErrorTail = crash.StandardErrorTail,
        };

    internal static RecognizerException ForSilence(TimeSpan limit) =>
        new($"The recogniser was stopped: it did not answer within {limit.TotalSeconds:0.#} s.");

    internal static RecognizerException ForGarbage(string line) =>
        new($"The recogniser was stopped: it wrote what is no answer: '{(line.Length > 200 ? line[..200] + "..." : line)}'.");

    internal static RecognizerException ForRefusal(string error) => new($"The recogniser refused a request: {error}");
}
