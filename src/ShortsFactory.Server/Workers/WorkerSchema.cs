using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Workers;

/// <summary>The table of workers.</summary>
internal sealed class WorkerSchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_workers (
            name text PRIMARY KEY,
            host text NOT NULL,
            version text NOT NULL,
            slots integer NOT NULL,
            running integer NOT NULL,
            pause_reason text,
            is_draining integer NOT NULL,
            seen_at bigint NOT NULL
        )
        """,
    ];
}
