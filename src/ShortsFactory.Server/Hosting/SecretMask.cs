using System.Text.RegularExpressions;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using ShortsFactory.Downloads;

namespace ShortsFactory.Server.Hosting;

/// <summary>Writes messages without secrets, wherever in them they stand: keys, tickets, and what addresses hold besides place and name.</summary>
internal sealed partial class SecretMask(string template) : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _plain = new(template);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter();
        _plain.Format(logEvent, text);
        output.Write(Mask(text.ToString()));
    }

    /// <summary>The text as it may be shown.</summary>
    public static string Mask(string text) => Secrets().Replace(WebAddress.Redact(text), match => match.Groups["name"].Value + "(hidden)");

    [GeneratedRegex(
        @"(?<name>\bsfk_[0-9a-f]{12}_)[0-9A-Za-z_-]+|(?<name>\bwhsec_)[0-9a-f]+|(?<name>\bticket=)[^\s&""]+|(?<name>\bBearer\s+)\S+|(?<name>\bPassword=)[^;\s]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secrets();
}
