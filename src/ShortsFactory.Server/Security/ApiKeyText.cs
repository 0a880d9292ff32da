using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ShortsFactory.Server.Security;

/// <summary>
/// A key as its holder has it: <c>sfk_ID_SECRET</c>. The secret is 32 random bytes, which nobody can try through whatever the hash; so that
/// it takes no time to check, the hash is a plain SHA-256 and not one made to be slow, as passwords need.
/// </summary>
internal static partial class ApiKeyText
{
    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    /// <summary>A new key: its id, the whole text, and the hash to keep.</summary>
    public static (string Id, string Text, string Hash) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (id, $"sfk_{id}_{secret}", HashOf(secret));
    }

    /// <summary>The id and the secret of a key; <see langword="null"/> for what has not its form.</summary>
    public static (string Id, string Secret)? Parse(string text) =>
        Shape().Match(text) is { Success: true } match ? (match.Groups["id"].Value, match.Groups["secret"].Value) : null;

    /// <summary>Whether a secret is the one of a hash; takes as long whatever of it is right.</summary>
    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    [GeneratedRegex("^sfk_(?<id>[0-9a-f]{12})_(?<secret>[0-9A-Za-z_-]{43})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
