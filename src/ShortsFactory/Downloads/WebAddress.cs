using System.Text;
using System.Text.RegularExpressions;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Downloads;

/// <summary>An address of the net that a user gave. What is shown of it holds no credentials. Immutable.</summary>
public sealed partial class WebAddress
{
    private WebAddress(Uri uri) => Uri = uri;

    /// <summary>Names the address in stores and keys; no credentials can be read from it.</summary>
    public string Key => Fingerprint.Of(Encoding.UTF8.GetBytes(Uri.GetComponents(UriComponents.HttpRequestUrl | UriComponents.UserInfo, UriFormat.UriEscaped)));

    /// <summary>The whole address, credentials included: for the request alone.</summary>
    internal Uri Uri { get; }

    /// <summary>Whether a text is meant as an address rather than as a path.</summary>
    public static bool Looks(string text) => Scheme().IsMatch(text);

    /// <summary>Reads an address.</summary>
    /// <exception cref="InvalidInputException">It is none, or none of http or https.</exception>
    public static WebAddress Parse(string text)
    {
        const string advice = "Give an address that begins with https:// or http://.";
        if (!Looks(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw new InvalidInputException($"'{Redact(text)}' is not an address of the net.") { Advice = advice };
        }

        return IsWeb(uri)
            ? new WebAddress(uri)
            : throw new InvalidInputException($"addresses of the kind '{uri.Scheme}:' are not fetched.") { Advice = advice };
    }

    /// <summary>The text with every address in it as it may be shown.</summary>
    public static string Redact(string text) =>
        AnyAddress().Replace(text, match => Uri.TryCreate(match.Value, UriKind.Absolute, out var uri) ? Show(uri) : "(address)");

    /// <summary>As it may be shown and logged: without the user's name, password and query.</summary>
    public override string ToString() => Show(Uri);

    internal static bool IsWeb(Uri uri) => uri.Scheme is "http" or "https";

    internal static string Show(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*://", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\s'""<>)\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AnyAddress();
}
