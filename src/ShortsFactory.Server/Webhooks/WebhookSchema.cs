using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Webhooks;

/// <summary>The tables of messages, and of the secret that signs them.</summary>
internal sealed class WebhookSchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_webhook_deliveries (
            id text PRIMARY KEY,
            job text NOT NULL,
            event text NOT NULL,
            address text NOT NULL,
            body text NOT NULL,
            state text NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            created_at bigint NOT NULL,
            next_at bigint NOT NULL,
            last_at bigint,
            last_status integer,
            last_error text
        )
        """,
        "CREATE INDEX IF NOT EXISTS shorts_webhook_deliveries_due ON shorts_webhook_deliveries (state, next_at)",
        "CREATE INDEX IF NOT EXISTS shorts_webhook_deliveries_job ON shorts_webhook_deliveries (job)",
        "CREATE TABLE IF NOT EXISTS shorts_webhook_secret (id integer PRIMARY KEY, secret text NOT NULL)",
    ];
}
