using Npgsql;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Storage;

/// <summary>Addresses of databases, as PostgreSQL's own programs take them.</summary>
internal static class PostgreSqlAddress
{
    private const int DefaultPort = 5432;

    /// <summary><c>postgres://user:password@host:port/name</c> as the driver wants it. A host that begins with a slash, escaped, is a folder of sockets.</summary>
    /// <exception cref="InvalidInputException">It is no such address.</exception>
    public static string ToConnectionString(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            throw new InvalidInputException("the database's address is not one of PostgreSQL.")
            {
                Advice = "Write it as postgres://user:password@host:5432/name. Without one, a SQLite file is used: for a single server that is enough.",
            };
        }

        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.IsDefaultPort || uri.Port < 0 ? DefaultPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "shortsfactory",
        }.ToString();
    }
}
