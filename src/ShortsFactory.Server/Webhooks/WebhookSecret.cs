using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Signs messages. Thread-safe.</summary>
internal sealed class WebhookSecret(DeliveryStore store, IOptions<WebhookOptions> options)
{
    /// <summary>The secret in use.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken) => options.Value.Secret is { Length: > 0 } configured ? configured : await store.SecretAsync(cancellationToken);

    /// <summary>
    /// The header's value: <c>t=SECONDS,v1=HEX</c>, where HEX is the HMAC-SHA256 of <c>SECONDS.BODY</c>. With the time in it, whoever
    /// records a message cannot send it again much later.
    /// </summary>
    public static string Sign(string body, DateTimeOffset now, string secret)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }
}
