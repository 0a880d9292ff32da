namespace ShortsFactory.Server.Studio;

/// <summary>A rendered moment of a short.</summary>
/// <param name="Png">The picture.</param>
/// <param name="At">The moment that it shows.</param>
/// <param name="Duration">How long the short will be.</param>
internal sealed record PreviewPicture(byte[] Png, TimeSpan At, TimeSpan Duration);
