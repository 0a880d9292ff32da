namespace ShortsFactory.Captions.Fonts;

/// <summary>A piece of text in one font.</summary>
internal sealed record TextRun(FontFace Face, string Text);
