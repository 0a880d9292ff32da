namespace ShortsFactory.Backgrounds;

/// <summary>One colour.</summary>
/// <param name="Color">Six hexadecimal digits: red, green, blue.</param>
internal sealed record ColorBackground(string Color) : Background;
