using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ShortsFactory.Resources;

namespace ShortsFactory.Caching;

/// <summary>
/// Names a result by all that it depends on: a text with one line for each thing, of which the SHA-256 is the name. Texts are
/// equal exactly if all things are, so a result is never taken for another one's. Immutable.
/// </summary>
internal sealed class CacheKey
{
    private readonly string _step;
    private readonly ImmutableList<string> _lines;

    private CacheKey(string step, ImmutableList<string> lines)
    {
        _step = step;
        _lines = lines;
    }

    /// <summary>The whole description.</summary>
    public string Text => string.Concat(_lines);

    /// <summary>The step and the hash of <see cref="Text"/>: letters, digits and hyphens.</summary>
    public string Name => $"{_step}-{Fingerprint.Of(Encoding.UTF8.GetBytes(Text))}";

    /// <summary>Begins a key.</summary>
    /// <param name="step">What makes the result, in small letters.</param>
    /// <param name="version">To be raised when the same inputs come to give another result.</param>
    public static CacheKey For(string step, int version) => new(step, [string.Create(CultureInfo.InvariantCulture, $"{step} {version}\n")]);

    /// <summary>Adds a text; a null is not the empty one.</summary>
    public CacheKey With(string name, string? value) => new(_step, _lines.Add($"{name}: {(value is null ? "null" : Quote(value))}\n"));

    /// <summary>Adds a number or a time.</summary>
    public CacheKey With<T>(string name, T? value)
        where T : struct, IFormattable => With(name, value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Adds texts in order, each under the same name.</summary>
    public CacheKey WithEach(string name, IEnumerable<string> values) => values.Aggregate(this, (key, value) => key.With(name, value));

    /// <summary>Adds what a program is told.</summary>
    public CacheKey With(ProcessCommand command) =>
        With("program", command.FileName).WithEach("argument", command.Arguments).With("input", command.StandardInput);

    /// <summary>Adds a file's content; where the file lies does not matter.</summary>
    public CacheKey WithFile(string name, string path) => With(name, Fingerprint.OfFile(path));

    private static string Quote(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
