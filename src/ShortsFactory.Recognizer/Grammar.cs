using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ShortsFactory.Recognizer;

/// <summary>Turns phrases into the grammar text of libvosk, which dies of an empty or malformed one.</summary>
internal static class Grammar
{
    // libvosk's own JSON reader does not know every escape: letters go to it as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON array of the phrases, without the words that <paramref name="knows"/> denies.</summary>
    /// <exception cref="RefusedException">No word is left, or one is the epsilon of the decoding graph.</exception>
    public static string ToJson(IReadOnlyList<string> phrases, Predicate<string> knows)
    {
        var cleaned = phrases.Select(phrase => Clean(phrase, knows)).Where(phrase => phrase.Length > 0).ToArray();
        if (cleaned.Length == 0)
        {
            throw new RefusedException("The phrases hold no word that the model knows.");
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartArray();
            Array.ForEach(cleaned, writer.WriteStringValue);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Clean(string? phrase, Predicate<string> knows)
    {
        var words = (phrase ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("<eps>", StringComparer.Ordinal)
            ? throw new RefusedException("A phrase holds '<eps>', which is not a word.")
            : string.Join(' ', words.Where(word => knows(word)));
    }
}
