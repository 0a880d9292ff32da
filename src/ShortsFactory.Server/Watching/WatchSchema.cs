using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Watching;

/// <summary>The table of scripts that were taken from folders and are not put away yet.</summary>
internal sealed class WatchSchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_watched (
            id text PRIMARY KEY,
            path text NOT NULL,
            hash text NOT NULL,
            job_id text,
            name text
        )
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS shorts_watched_path ON shorts_watched (path)",
    ];
}
