using System.Data.Common;
using Dapper;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Security;

/// <summary>Keeps keys, and knows whose one is. Thread-safe.</summary>
internal sealed class ApiKeyStore(Database database, TimeProvider timeProvider)
{
    private const string Columns = "id, name, scope, hash, created_at, expires_at, last_used_at";

    /// <summary>A hash that no secret has, to compare with where there is no key: that takes as long as with one.</summary>
    private static readonly string NoHash = new('0', 64);

    /// <summary>Below this a key's last use is not written down again: it is a matter of days.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromMinutes(1);

    /// <summary>Makes a key.</summary>
    /// <returns>The record, and the key itself, which cannot be had again.</returns>
    public async Task<(ApiKey Key, string Text)> AddAsync(string name, Scope scope, TimeSpan? life, CancellationToken cancellationToken)
    {
        var (id, text, hash) = ApiKeyText.Make();
        var now = timeProvider.GetUtcNow();
        var key = new ApiKey { Id = id, Name = name, Scope = scope, Hash = hash, CreatedAt = now, ExpiresAt = now + life };
        await WriteAsync(
            "INSERT INTO shorts_keys (id, name, scope, hash, created_at, expires_at) VALUES (@Id, @Name, @scope, @Hash, @CreatedAt, @ExpiresAt)",
            new { key.Id, key.Name, scope = scope.ToString(), key.Hash, key.CreatedAt, key.ExpiresAt },
            cancellationToken);
        return (key, text);
    }

    /// <summary>All keys, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<ApiKey>($"SELECT {Columns} FROM shorts_keys ORDER BY created_at, id")).AsList();
    }

    /// <summary>Takes a key back, at once and for good.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await WriteAsync("DELETE FROM shorts_keys WHERE id = @id", new { id }, cancellationToken) > 0;

    /// <summary>The record of a key that somebody shows; <see langword="null"/> if it opens nothing.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (ApiKeyText.Parse(text) is not { } shown)
        {
            return null;
        }

        var now = timeProvider.GetUtcNow();
        var key = await FindRecordAsync(shown.Id, cancellationToken);
        if (!ApiKeyText.Matches(shown.Secret, key?.Hash ?? NoHash) || key is null || key.HasExpired(now))
        {
            return null;
        }

        if (key.LastUsedAt is not { } used || now - used >= Resolution)
        {
            await WriteAsync("UPDATE shorts_keys SET last_used_at = @now WHERE id = @Id", new { now, key.Id }, cancellationToken);
        }

        return key;
    }

    private async Task<ApiKey?> FindRecordAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ApiKey>($"SELECT {Columns} FROM shorts_keys WHERE id = @id", new { id });
    }

    private Task<int> WriteAsync(string statement, object values, CancellationToken cancellationToken) =>
        database.WriteAsync((DbConnection connection) => connection.ExecuteAsync(statement, values), cancellationToken);
}
