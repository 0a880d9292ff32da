using System.Globalization;

namespace ShortsFactory;

/// <summary>The names of one run's files in a folder: where they are alike, the later ones get numbers. Letters' case does not tell them apart, as on many disks.</summary>
public sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, or if another file has it, the same with a number before its extension.</summary>
    public string Take(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
        }

        return unique;
    }
}
