namespace ShortsFactory.Server.Storage;

/// <summary>What keeps the records.</summary>
internal enum DatabaseKind
{
    /// <summary>A file, for one server alone.</summary>
    Sqlite,

    /// <summary>A database server, for many workers.</summary>
    PostgreSql,
}
