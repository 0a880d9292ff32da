using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Webhooks;

/// <summary>Keeps messages until they have arrived, and what became of them. Thread-safe; several processes may share it.</summary>
internal sealed class DeliveryStore(Database database)
{
    private const string Columns = "id, job, event, address, body, state, attempts, created_at, next_at, last_at, last_status, last_error";
    private const int SecretBytes = 32;
    private const string Secret = "SELECT secret FROM shorts_webhook_secret WHERE id = 1";

    /// <summary>Writes messages down; those that are known already stay as they are.</summary>
    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => database.WriteAsync(
        async (DbTransaction transaction) =>
        {
            var added = await transaction.Connection!.ExecuteAsync(
                """
                INSERT INTO shorts_webhook_deliveries (id, job, event, address, body, state, created_at, next_at)
                VALUES (@Id, @Job, @Event, @Address, @Body, 'Waiting', @CreatedAt, @NextAt) ON CONFLICT (id) DO NOTHING
                """,
                deliveries,
                transaction);
            await transaction.CommitAsync(cancellationToken);
            return added;
        },
        cancellationToken);

    /// <summary>Takes messages that are due, so that no other process does until <paramref name="until"/>; whoever took one and died is forgotten then.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        List<Delivery> taken = [];
        foreach (var delivery in await FindDueAsync(now, limit, cancellationToken))
        {
            var changed = await WriteAsync(
                "UPDATE shorts_webhook_deliveries SET next_at = @until WHERE id = @Id AND state = 'Waiting' AND next_at = @NextAt",
                new { until, delivery.Id, delivery.NextAt },
                cancellationToken);
            if (changed > 0)
            {
                taken.Add(delivery);
            }
        }

        return taken;
    }

    /// <summary>Notes how it went.</summary>
    public Task UpdateAsync(Delivery delivery, CancellationToken cancellationToken) => WriteAsync(
        """
        UPDATE shorts_webhook_deliveries SET state = @state, attempts = @Attempts, next_at = @NextAt, last_at = @LastAt, last_status = @LastStatus, last_error = @LastError
        WHERE id = @Id
        """,
        new { state = delivery.State.ToString(), delivery.Attempts, delivery.NextAt, delivery.LastAt, delivery.LastStatus, delivery.LastError, delivery.Id },
        cancellationToken);

    /// <summary>The newest messages, of one job or of all.</summary>
    public async Task<IReadOnlyList<Delivery>> ListAsync(string? job, int limit, CancellationToken cancellationToken)
    {
        var where = job is null ? "" : "WHERE job = @job";
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Delivery>($"SELECT {Columns} FROM shorts_webhook_deliveries {where} ORDER BY created_at DESC, id LIMIT @limit", new { job, limit })).AsList();
    }

    /// <summary>Forgets messages that came to an end before a moment.</summary>
    public Task TrimAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM shorts_webhook_deliveries WHERE state <> 'Waiting' AND created_at < @before", new { before }, cancellationToken);

    /// <summary>The secret that all processes share; made by the first one that asks.</summary>
    public async Task<string> SecretAsync(CancellationToken cancellationToken)
    {
        if (await FindSecretAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var made = $"whsec_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        await WriteAsync("INSERT INTO shorts_webhook_secret (id, secret) VALUES (1, @made) ON CONFLICT (id) DO NOTHING", new { made }, cancellationToken);
        return await FindSecretAsync(cancellationToken) ?? made;
    }

    private async Task<string?> FindSecretAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>(Secret);
    }

    private async Task<IEnumerable<Delivery>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync<Delivery>(
            $"SELECT {Columns} FROM shorts_webhook_deliveries WHERE state = 'Waiting' AND next_at <= @now ORDER BY next_at LIMIT @limit", new { now, limit });
    }

    private Task<int> WriteAsync(string statement, object values, CancellationToken cancellationToken) =>
        database.WriteAsync((DbConnection connection) => connection.ExecuteAsync(statement, values), cancellationToken);
}
