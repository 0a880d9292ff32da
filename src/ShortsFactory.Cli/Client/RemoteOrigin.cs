namespace ShortsFactory.Cli.Client;

/// <summary>Which way a job came in.</summary>
internal sealed record RemoteOrigin(string Kind, string? Name)
{
    public override string ToString() => Name is null ? Kind : $"{Kind} {Name}";
}
