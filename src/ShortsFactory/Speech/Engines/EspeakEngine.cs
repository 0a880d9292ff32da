using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Resources;

namespace ShortsFactory.Speech.Engines;

/// <summary>eSpeak NG: a formant synthesiser with over a hundred languages; <c>en-us+f3</c> is a language with a variant of the speaker.</summary>
internal sealed partial class EspeakEngine : ISpeechEngine
{
    private const char VariantMark = '+';

    public string Name => "espeak-ng";

    public string Package => "espeak-ng";

    public ProcessCommand VersionCommand => Run("--version");

    public IReadOnlyList<ProcessCommand> VoicesCommands => [Run("--voices"), Run("--voices=variant")];

    public string ReadVersion(string output) => VersionPattern().Match(output) is { Success: true } match ? match.Groups["version"].Value : "unknown";

    public IReadOnlyList<Voice> ReadVoices(string output) =>
        [.. RowPattern().Matches(output).Select(ReadRow).DistinctBy(voice => voice.Name, StringComparer.Ordinal)];

    public Voice? Find(string name, IReadOnlyList<Voice> voices)
    {
        var mark = name.IndexOf(VariantMark, StringComparison.Ordinal);
        return mark >= 0 && Named(name[mark..]) is null ? null : Named(mark < 0 ? name : name[..mark]) ?? KindOf(name);

        Voice? Named(string part) => voices.FirstOrDefault(voice => string.Equals(voice.Name, part, StringComparison.OrdinalIgnoreCase));

        // It takes 'en' for the first of its kinds of English.
        Voice? KindOf(string language) => voices.FirstOrDefault(voice => voice.Name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
    }

    public ProcessCommand SpeakCommand(Utterance utterance) => Run(
    [
        "-v", utterance.Voice,
        .. Setting("-s", utterance.Rate),
        .. Setting("-p", utterance.Pitch),
        "-w", utterance.WavePath,
        "--stdin",
    ]) with
    {
        // Through standard input, so that no text can be taken for an option.
        StandardInput = utterance.Text,
    };

    private static Voice ReadRow(Match row)
    {
        var language = row.Groups["language"].Value;
        var title = row.Groups["title"].Value.Replace('_', ' ');
        if (!string.Equals(language, "variant", StringComparison.Ordinal))
        {
            return new Voice("espeak-ng", language, language, title);
        }

        var file = row.Groups["file"].Value;
        var name = VariantMark + file[(file.LastIndexOf('/') + 1)..];
        return new Voice("espeak-ng", name, "any", $"speaker {title}, to be put behind a language: en-us{name}");
    }

    private static string[] Setting(string option, int? value) =>
        value is { } number ? [option, number.ToString(CultureInfo.InvariantCulture)] : [];

    private static ProcessCommand Run(params string[] arguments) => new() { FileName = "espeak-ng", Arguments = arguments };

    [GeneratedRegex(@"text-to-speech:\s*(?<version>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^\s*\d+\s+(?<language>[a-z][\w-]*)\s+\S+/\S+\s+(?<title>\S+)\s+(?<file>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RowPattern();
}
