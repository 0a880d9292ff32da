namespace ShortsFactory.Server.Security;

/// <summary>What an endpoint says of who may call it.</summary>
/// <param name="Scope">The scope that is needed; <see langword="null"/> if anybody may.</param>
internal sealed record RequiredScope(Scope? Scope);
