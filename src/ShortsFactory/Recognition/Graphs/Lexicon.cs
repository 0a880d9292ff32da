using System.IO.Compression;
using ShortsFactory.Models;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>How words are said, after the model's own list: one line for each way, the word and its sounds.</summary>
internal static class Lexicon
{
    private const string FileName = "extra/lexicon.txt.gz";

    /// <summary>Whether <paramref name="model"/> brings the list.</summary>
    public static bool IsPartOf(InstalledModel model) => model.Files.Any(file => string.Equals(file.Path, FileName, StringComparison.Ordinal));

    /// <summary>The ways to say each of <paramref name="words"/> that the verified model in <paramref name="directory"/> knows.</summary>
    public static Dictionary<string, IReadOnlyList<string[]>> Read(string directory, IReadOnlySet<string> words)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(directory, FileName)), CompressionMode.Decompress));
        return Read(reader, words);
    }

    /// <summary>Reads the lines of <paramref name="reader"/>.</summary>
    public static Dictionary<string, IReadOnlyList<string[]>> Read(TextReader reader, IReadOnlySet<string> words)
    {
        var found = new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.Ordinal);
        var wanted = ((HashSet<string>)[.. words]).GetAlternateLookup<ReadOnlySpan<char>>();
        while (reader.ReadLine() is { } line)
        {
            var end = line.IndexOf(' ', StringComparison.Ordinal);
            if (end > 0 && wanted.TryGetValue(line.AsSpan(0, end), out var word))
            {
                found[word] = [.. found.GetValueOrDefault(word, []), line[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            }
        }

        return found;
    }
}
