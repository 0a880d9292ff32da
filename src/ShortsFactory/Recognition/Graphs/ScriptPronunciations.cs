using ShortsFactory.Models;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>How the words of a script are said: after the model's lexicon, and names and what it lacks after the voice.</summary>
internal sealed class ScriptPronunciations
{
    private readonly Dictionary<string, IReadOnlyList<string[]>> _ways;
    private readonly HashSet<string> _asked;

    private ScriptPronunciations(string model, PhoneTable phones, Dictionary<string, IReadOnlyList<string[]>> ways, HashSet<string> asked)
    {
        BaseModel = model;
        Phones = phones;
        _ways = ways;
        _asked = asked;
    }

    /// <summary>The directory of the model whose sounds they are.</summary>
    public string BaseModel { get; }

    /// <summary>The model's sounds.</summary>
    public PhoneTable Phones { get; }

    /// <summary>Looks up every word of <paramref name="words"/>.</summary>
    /// <param name="model">The verified model.</param>
    /// <param name="words">The words, in lower case.</param>
    /// <param name="names">Those of them that the voice is asked for although the lexicon may have them: it may say "nvidia" letter by letter.</param>
    /// <param name="askVoice">Tells the sounds of words; an empty list for what it cannot tell.</param>
    /// <returns><see langword="null"/> for a model that brings nothing for graphs.</returns>
    public static async Task<ScriptPronunciations?> FindAsync(
        InstalledModel model,
        IReadOnlySet<string> words,
        IReadOnlySet<string> names,
        Func<IReadOnlyList<string>, Task<IReadOnlyList<IReadOnlyList<string>>>> askVoice)
    {
        if (!PhoneTable.IsPartOf(model) || !Lexicon.IsPartOf(model))
        {
            return null;
        }

        var phones = PhoneTable.Read(model.Directory);
        var ways = Lexicon.Read(model.Directory, words);
        string[] asked = [.. words.Where(word => names.Contains(word) || !ways.ContainsKey(word)).Order(StringComparer.Ordinal)];
        var told = asked.Length == 0 ? [] : await askVoice(asked).ConfigureAwait(false);
        foreach (var (word, sounds) in asked.Zip(told).Where(pair => pair.Second.Count > 0))
        {
            IReadOnlyList<string[]> known = ways.GetValueOrDefault(word, []);
            ways[word] = known.Any(way => way.SequenceEqual(sounds, StringComparer.Ordinal)) ? known : [.. known, [.. sounds]];
        }

        return new ScriptPronunciations(model.Directory, phones, ways, [.. asked]);
    }

    /// <summary>Every way to say each word, as numbers of sounds; <see langword="null"/> if one cannot be told.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>>? Of(IReadOnlyList<SpokenWord> spoken)
    {
        var words = spoken.Select(word => WaysOf(word.Text)).ToArray();
        return words.Length == 0 || words.Any(ways => ways.Length == 0) ? null : words;
    }

    /// <summary>The ways that the voice told for words of a sentence, as text: what is known of these depends on the voice.</summary>
    public IEnumerable<string> ToldFor(IReadOnlyList<SpokenWord> spoken) =>
        from word in spoken
        where _asked.Contains(word.Text)
        from way in _ways.GetValueOrDefault(word.Text, [])
        select $"{word.Text} {string.Join(' ', way)}";

    private int[][] WaysOf(string word) =>
    [
        .. from way in _ways.GetValueOrDefault(word, [])
           let sounds = way.Select(Phones.Find).ToArray()
           where sounds.Length > 0 && sounds.All(sound => sound is not null)
           select sounds.Select(sound => sound!.Value).ToArray(),
    ];
}
