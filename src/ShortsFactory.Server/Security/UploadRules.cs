using System.Text;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Security;

/// <summary>What a request may bring along: one script, as text, of a reasonable length. Thread-safe.</summary>
internal sealed class UploadRules(IOptions<SecurityOptions> options)
{
    private const string Script = "script";

    private static readonly string[] Types = ["text/plain", "text/markdown", "text/x-markdown", "application/json", "application/octet-stream"];

    /// <exception cref="BadHttpRequestException">There is another file, or one of another type.</exception>
    public void Check(IFormFileCollection files)
    {
        if (files.FirstOrDefault(file => !string.Equals(file.Name, Script, StringComparison.Ordinal)) is { } other)
        {
            throw new BadHttpRequestException($"'{Shorten(other.Name)}' is no file that is taken here. Send one file, the script, as '{Script}'.");
        }

        if (files.Count > 1)
        {
            throw new BadHttpRequestException($"{files.Count} files came as '{Script}'. Send one.");
        }

        if (files is [{ ContentType: { Length: > 0 } type }] && !Types.Contains(type.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException($"A script is text, not '{Shorten(type)}'.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <exception cref="BadHttpRequestException">It is too long.</exception>
    public void Check(string? script)
    {
        if (script is not null && Encoding.UTF8.GetByteCount(script) > options.Value.ScriptLimit)
        {
            throw new BadHttpRequestException($"The script is longer than {options.Value.ScriptLimit:N0} bytes. Split it, or raise Server:Security:ScriptLimit.", StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static string Shorten(string text) => text.Length > 50 ? text[..50] + "…" : text;
}
