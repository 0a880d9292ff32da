using ShortsFactory.Resources;

namespace ShortsFactory.Pronunciations;

/// <summary>The voices of eSpeak NG: <c>-x</c> prints the sounds of a text by its own mnemonics, a line for each sentence.</summary>
internal sealed class EspeakPronouncer : IPronouncer
{
    public string Engine => "espeak-ng";

    public ProcessCommand Command(string voice, IReadOnlyList<string> words) => new()
    {
        FileName = "espeak-ng",
        Arguments = ["-q", "-x", "--sep=_", "-v", voice, "--stdin"],
        StandardInput = string.Concat(words.Select(word => word + ".\n")),
    };

    public IReadOnlyList<IReadOnlyList<string>> Read(string output, int words)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == words ? [.. lines.Select(ReadLine)] : [.. Enumerable.Repeat<IReadOnlyList<string>>([], words)];
    }

    private static IReadOnlyList<string> ReadLine(string line)
    {
        var sounds = new List<string>();
        foreach (var mnemonic in line.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (EspeakSounds.Of(mnemonic) is not { } known)
            {
                return [];
            }

            sounds.AddRange(known);
        }

        return sounds;
    }
}
