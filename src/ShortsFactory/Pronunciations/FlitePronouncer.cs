using System.Collections.Frozen;
using ShortsFactory.Resources;

namespace ShortsFactory.Pronunciations;

/// <summary>The voices of flite: <c>-ps</c> prints the sounds of a text, with <c>pau</c> for each pause.</summary>
internal sealed class FlitePronouncer : IPronouncer
{
    private const string Pause = "pau";

    /// <summary>Its own names, where they are not ARPAbet's in lower case.</summary>
    private static readonly FrozenDictionary<string, string[]> Names = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ax"] = ["AH"],
        ["axr"] = ["ER"],
        ["ix"] = ["IH"],
        ["el"] = ["AH", "L"],
        ["em"] = ["AH", "M"],
        ["en"] = ["AH", "N"],
        ["dx"] = ["T"],
        ["nx"] = ["N"],
        ["hv"] = ["HH"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string Engine => "flite";

    public ProcessCommand Command(string voice, IReadOnlyList<string> words) => new()
    {
        FileName = "flite",

        // Each word a sentence of its own, between pauses.
        Arguments = ["-voice", voice, "-ps", "-t", string.Concat(words.Select(word => word + ". ")), "-o", "none"],
    };

    public IReadOnlyList<IReadOnlyList<string>> Read(string output, int words)
    {
        var groups = new List<IReadOnlyList<string>>();
        var group = new List<string>();
        foreach (var name in output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Append(Pause))
        {
            if (!string.Equals(name, Pause, StringComparison.Ordinal))
            {
                group.AddRange(Names.TryGetValue(name, out var sounds) ? sounds : [name.ToUpperInvariant()]);
            }
            else if (group.Count > 0)
            {
                groups.Add(group);
                group = [];
            }
        }

        return groups.Count == words ? groups : [.. Enumerable.Repeat<IReadOnlyList<string>>([], words)];
    }
}
