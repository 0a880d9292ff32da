using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Security;

/// <summary>
/// Short-lived stand-ins for a key, for what cannot send headers: the elements of a page that play videos and listen to events. They open what
/// may be read and nothing else, and end with the process that gave them. Thread-safe.
/// </summary>
internal sealed class Tickets(IOptions<SecurityOptions> options, TimeProvider timeProvider)
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>A ticket, and until when it is good.</summary>
    public (string Text, DateTimeOffset ExpiresAt) Give()
    {
        var end = DateTimeOffset.FromUnixTimeSeconds((timeProvider.GetUtcNow() + options.Value.TicketLife).ToUnixTimeSeconds());
        var time = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"{time}.{Sign(time)}", end);
    }

    /// <summary>Whether a ticket is one of ours and still good.</summary>
    public bool IsGood(string ticket) =>
        ticket.Split('.') is [var time, var signature]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(time)))
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && end > timeProvider.GetUtcNow().ToUnixTimeSeconds();

    private string Sign(string time) => Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(time)));
}
