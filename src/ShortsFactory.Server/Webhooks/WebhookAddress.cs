using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Addresses that may be called when a job has ended.</summary>
internal static class WebhookAddress
{
    private const int Longest = 2000;

    /// <summary>The address, if it is one.</summary>
    /// <exception cref="InvalidInputException">It is none; the message does not repeat it, for it may hold secrets.</exception>
    public static Uri Parse(string text) =>
        text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? throw new InvalidInputException("the webhook is not an address of the net.") { Advice = "Give an address that begins with https:// or http://." }
        : uri.UserInfo.Length > 0
            ? throw new InvalidInputException("the webhook's address holds a user name or password, which is not sent.") { Advice = "Leave it out, and check the message's signature instead." }
        : uri;

    /// <summary>As it may be shown: paths and queries of such addresses are often secrets.</summary>
    public static string Show(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}/{(uri.PathAndQuery is "/" ? "" : "...")}" : "(address)";
}
