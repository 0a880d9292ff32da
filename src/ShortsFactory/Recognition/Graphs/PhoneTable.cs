using System.Globalization;
using ShortsFactory.Models;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>The sounds of a model, and how its acoustic part numbers their transitions.</summary>
/// <remarks>
/// A sound has one state, and is told by another unit of the network (a pdf) after each other sound. Kaldi numbers the sorted
/// pairs of phone and pdf from 0; the n-th has the transitions 2n + 1 (stay) and 2n + 2 (enter, when graphs put the self-loop
/// on the state that is entered).
/// </remarks>
internal sealed class PhoneTable
{
    /// <summary>The sound that stands for silence, and for the edge of an utterance.</summary>
    public const int Silence = 0;

    private const string PhonesFile = "graph/phones.txt";
    private const string UnitsFile = "graph/biphone_pdf.txt";

    private readonly Dictionary<string, int> _indices;
    private readonly Dictionary<string, int> _ids;
    private readonly int[][] _units;
    private readonly Dictionary<(int Id, int Unit), int> _pairs;

    private PhoneTable(IReadOnlyList<string> names, Dictionary<string, int> ids, int[][] units)
    {
        Names = names;
        _ids = ids;
        _units = units;
        _indices = names.Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index, StringComparer.Ordinal);
        _pairs = Pairs().Distinct().Order().Select((pair, number) => (pair, number)).ToDictionary(entry => entry.pair, entry => entry.number);
    }

    /// <summary>The sounds' names, ARPAbet without stress; the first one is silence.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether <paramref name="model"/> brings what graphs need; official models do not.</summary>
    public static bool IsPartOf(InstalledModel model) =>
        model.Files.Any(file => string.Equals(file.Path, UnitsFile, StringComparison.Ordinal))
        && model.Files.Any(file => string.Equals(file.Path, PhonesFile, StringComparison.Ordinal));

    /// <summary>Reads the table of the verified model in <paramref name="directory"/>.</summary>
    public static PhoneTable Read(string directory) => Parse(
        File.ReadAllLines(Path.Combine(directory, PhonesFile)), File.ReadAllLines(Path.Combine(directory, UnitsFile)));

    /// <summary>Reads lines of symbols with their ids, and the table of units: a head with the names, then a row for each sound before.</summary>
    public static PhoneTable Parse(IReadOnlyList<string> phones, IReadOnlyList<string> units) => new(
        Fields(units[0]),
        phones.Select(Fields).ToDictionary(fields => fields[0], fields => Number(fields[1]), StringComparer.Ordinal),
        [.. units.Skip(1).Select(row => Fields(row).Skip(1).Select(Number).ToArray())]);

    /// <summary>The number of the sound called <paramref name="name"/>, or <see langword="null"/>.</summary>
    public int? Find(string name) => _indices.TryGetValue(name, out var index) ? index : null;

    /// <summary>Whether <paramref name="phone"/> begins with a closed mouth: its silence is a part of it.</summary>
    public bool BeginsSilent(int phone) => Names[phone] is "P" or "T" or "K" or "B" or "D" or "G" or "CH" or "JH";

    /// <summary>The transitions of <paramref name="phone"/> after the sound <paramref name="before"/>.</summary>
    public PhoneTransition TransitionOf(int phone, int before, PhonePosition position)
    {
        var number = _pairs[(IdOf(phone, position), _units[before][phone])];
        return new PhoneTransition(Enter: (2 * number) + 2, Stay: (2 * number) + 1);
    }

    private IEnumerable<(int Id, int Unit)> Pairs() =>
        from before in Enumerable.Range(0, Names.Count)
        from phone in Enumerable.Range(0, Names.Count)
        from position in Enum.GetValues<PhonePosition>()
        select (IdOf(phone, position), _units[before][phone]);

    private int IdOf(int phone, PhonePosition position) => _ids[phone == Silence ? Names[phone] : Names[phone] + position switch
    {
        PhonePosition.Begin => "_B",
        PhonePosition.Internal => "_I",
        PhonePosition.End => "_E",
        _ => "_S",
    }];

    private static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
