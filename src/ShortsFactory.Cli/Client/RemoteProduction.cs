namespace ShortsFactory.Cli.Client;

/// <summary>What a schedule makes.</summary>
internal sealed record RemoteProduction(string? Script, string? File, string? Folder, string? Table)
{
    public override string ToString() =>
        Table is not null ? $"rows of {Table}"
        : Folder is not null ? $"scripts in {Folder}"
        : File ?? "a script of its own";
}
