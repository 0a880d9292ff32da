namespace ShortsFactory.Backgrounds;

/// <summary>One light of a generated background.</summary>
/// <param name="Color">Six hexadecimal digits: red, green, blue.</param>
/// <param name="Weight">
/// How strong it shines where and when: an ffmpeg expression of <c>ld(0)</c> (0 at the left edge to 1 at the right),
/// <c>ld(1)</c> (0 at the top to 1 at the bottom) and <c>ld(2)</c> (seconds).
/// </param>
internal readonly record struct Light(string Color, string Weight);
