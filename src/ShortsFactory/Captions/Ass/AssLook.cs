using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Ass;

/// <summary>A set of styles: that of the captions, or of a text that is laid over them.</summary>
/// <param name="Name">What the styles' names begin with.</param>
/// <param name="Template">Has colours and widths.</param>
/// <param name="FontName">The main font's name.</param>
/// <param name="FontSize">Its size as ASS counts it.</param>
internal sealed record AssLook(string Name, CaptionTemplate Template, string FontName, double FontSize);
