using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Resources;

namespace ShortsFactory.Speech.Engines;

/// <summary>CMU Flite: small, fast English voices.</summary>
internal sealed partial class FliteEngine : ISpeechEngine
{
    /// <summary>The speed of its voices where nothing stretches them, in words per minute.</summary>
    private const double OwnRate = 170;

    private const string Accented =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠ"
        + "ġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžØøŁłĐđıſ";

    private const string Unaccented =
        "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgG"
        + "gGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzOoLlDdis";

    private static readonly Voice[] GoodVoices =
    [
        new("flite", "slt", "en-US", "female, American, warm; the default"),
        new("flite", "rms", "en-US", "male, American, deep"),
        new("flite", "awb", "en-GB", "male, Scottish"),
        new("flite", "kal16", "en-US", "male, American, robotic"),
    ];

    public string Name => "flite";

    public string Package => "flite";

    public bool HasPitch => false;

    // It prints its version and then ends with exit code 1.
    public ProcessCommand VersionCommand => Run("--version") with { SuccessExitCodes = [0, 1] };

    public IReadOnlyList<ProcessCommand> VoicesCommands => [Run("-lv")];

    public string ReadVersion(string output) => VersionPattern().Match(output) is { Success: true } match ? match.Groups["version"].Value : "unknown";

    public IReadOnlyList<Voice> ReadVoices(string output)
    {
        // It also lists 'kal' (8 kHz, the same speaker as kal16) and 'awb_time', which tells the time and nothing else.
        var installed = output.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return [.. GoodVoices.Where(voice => installed.Contains(voice.Name, StringComparer.Ordinal))];
    }

    public ProcessCommand SpeakCommand(Utterance utterance) => Run(
    [
        "-voice", utterance.Voice,
        .. Stretch(utterance.Rate),
        "-t", ToAscii(utterance.Text),
        "-o", utterance.WavePath,
    ]);

    private static string[] Stretch(int? rate) => rate is { } wordsPerMinute
        ? ["--setf", string.Create(CultureInfo.InvariantCulture, $"duration_stretch={OwnRate / wordsPerMinute:0.###}")]
        : [];

    /// <summary>It reads bytes, not UTF-8: a letter with an accent would be dropped from its word.</summary>
    private static string ToAscii(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            var accented = Accented.IndexOf(source[index], StringComparison.Ordinal);
            plain[index] = (source[index], accented) switch
            {
                ('\u2018' or '\u2019', _) => '\'',
                ( < '\u0080', _) => source[index],
                (_, >= 0) => Unaccented[accented],
                _ => ' ',
            };
        }
    });

    private static ProcessCommand Run(params string[] arguments) => new()
    {
        FileName = "flite",
        Arguments = arguments,
    };

    [GeneratedRegex(@"version:\s*(?<version>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
