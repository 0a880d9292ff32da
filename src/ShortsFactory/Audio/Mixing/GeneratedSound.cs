using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Audio.Mixing;

/// <summary>A sound of our own making, named <c>generated:NAME</c>; always the same samples.</summary>
internal sealed record GeneratedSound
{
    private const string Prefix = "generated:";

    private static readonly IReadOnlyDictionary<string, Func<float[]>> Makers = new Dictionary<string, Func<float[]>>(StringComparer.OrdinalIgnoreCase)
    {
        [Prefix + "whoosh"] = Synthesis.Whoosh,
        [Prefix + "pop"] = Synthesis.Pop,
        [Prefix + "riser"] = Synthesis.Riser,
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => Makers.Keys;

    /// <summary>The name as <see cref="Names"/> has it.</summary>
    public required string Name { get; init; }

    /// <summary>The sound that <paramref name="text"/> names; <see langword="null"/> if it is no name of a generated sound but a path.</summary>
    /// <exception cref="InvalidInputException">It looks like a name and is none.</exception>
    public static GeneratedSound? Parse(string text, string what)
    {
        var name = text.Trim().ToLowerInvariant();
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return Makers.ContainsKey(name)
            ? new GeneratedSound { Name = name }
            : throw new InvalidInputException($"{what}: there is no generated sound '{name[Prefix.Length..]}'.{Suggestion.For(name, Names)}")
            {
                Advice = $"Name a file, or one of: {string.Join(", ", Names)}.",
            };
    }

    /// <summary>The samples, left and right in turn, at 48 kHz.</summary>
    public static float[] Make(string name) => Makers[name]();

    /// <summary>Writes the sound as a wave file.</summary>
    public static async Task WriteAsync(string name, string path, ResourceScope scope)
    {
        var writer = scope.CreateWave(path, SentenceSpan.SampleRate, channels: 2);
        writer.WriteFrames(Make(name));
        await writer.DisposeAsync().ConfigureAwait(false);
    }
}
