using ShortsFactory.Resources;

namespace ShortsFactory.Pronunciations;

/// <summary>Asks the voice of a short how it says single words; a voice that cannot tell is stood in for by one that can.</summary>
public sealed class VoicePronouncer(IEnumerable<IPronouncer> pronouncers)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private static readonly (string Engine, string Voice) StandIn = ("flite", "slt");

    private readonly IReadOnlyList<IPronouncer> _pronouncers = [.. pronouncers];

    /// <summary>The sounds of each of <paramref name="words"/>; empty for a word of which they cannot be told.</summary>
    /// <param name="voice">The voice as <c>engine:voice</c>, or <see langword="null"/> if nobody knows who speaks.</param>
    /// <param name="words">The words, at least one.</param>
    /// <param name="scope">Owns the process that tells.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> AskAsync(
        string? voice, IReadOnlyList<string> words, ResourceScope scope, CancellationToken cancellationToken)
    {
        var (engine, name) = voice?.Split(':', 2) is [var first, var second] ? (first, second) : StandIn;
        var pronouncer = Find(engine);
        if (pronouncer is null)
        {
            (pronouncer, name) = (Find(StandIn.Engine), StandIn.Voice);
        }

        try
        {
            if (pronouncer is not null)
            {
                var result = await scope.RunAsync(pronouncer.Command(name, words) with { TimeLimit = TimeLimit }, cancellationToken).ConfigureAwait(false);
                return pronouncer.Read(result.StandardOutput, words.Count);
            }
        }
        catch (Exception exception) when (exception is ToolMissingException or ProcessFailedException or ProcessTimedOutException)
        {
            // The words' sentences are then recognised without their sounds, less exactly: no reason to fail.
        }

        return [.. words.Select(_ => Array.Empty<string>())];
    }

    private IPronouncer? Find(string engine) =>
        _pronouncers.FirstOrDefault(pronouncer => string.Equals(pronouncer.Engine, engine, StringComparison.OrdinalIgnoreCase));
}
