using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Hosting;

namespace ShortsFactory.Server.Storage;

/// <summary>The database of all records, of the scheduler's too. Thread-safe.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string FileName = "server.db";

    private readonly DbDataSource _source;

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // What Dapper knows of the type goes before handlers, if it is left.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextsHandler());
    }

    private Database(DatabaseKind kind, string connectionString)
    {
        (Kind, ConnectionString) = (kind, connectionString);
        DbProviderFactory factory = kind is DatabaseKind.Sqlite ? SqliteFactory.Instance : NpgsqlFactory.Instance;
        _source = factory.CreateDataSource(connectionString);
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>The database that the options name.</summary>
    /// <exception cref="InvalidInputException">They name none that can be used.</exception>
    public static Database Of(ServerOptions options)
    {
        if (options.Database.Length > 0)
        {
            return new(DatabaseKind.PostgreSql, PostgreSqlAddress.ToConnectionString(options.Database));
        }

        var file = Path.Combine(options.ResolveDataDirectory(), FileName);
        return new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString());
    }

    /// <summary>Creates a database that is a file, if there is none, for its owner's eyes alone: there are secrets in it.</summary>
    public void CreateFile()
    {
        if (Kind is DatabaseKind.Sqlite)
        {
            var path = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
        }
    }

    /// <summary>A connection of one's own, to be disposed of.</summary>
    /// <exception cref="DbException">There is none.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
    }
}
