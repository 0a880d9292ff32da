namespace ShortsFactory.Caching;

/// <summary>What a member of an entry must be to be used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its content, as 64 hexadecimal digits.</param>
internal sealed record EntryMember(string Name, long Size, string Sha256);
