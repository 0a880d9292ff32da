using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Security;

/// <summary>The table of keys.</summary>
internal sealed class ApiKeySchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_keys (
            id text PRIMARY KEY,
            name text NOT NULL,
            scope text NOT NULL,
            hash text NOT NULL,
            created_at bigint NOT NULL,
            expires_at bigint,
            last_used_at bigint
        )
        """,
    ];
}
