using System.Text;

namespace ShortsFactory.Downloads.Network;

/// <summary>The name and password of an address as HTTP's scheme "Basic" sends them (RFC 7617).</summary>
internal static class BasicCredentials
{
    public static string Of(Uri address) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
}
