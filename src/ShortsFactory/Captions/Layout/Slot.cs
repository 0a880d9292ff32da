using ShortsFactory.Captions.Fonts;

namespace ShortsFactory.Captions.Layout;

/// <summary>The room that a text takes in a line, in pixels at the template's size.</summary>
internal static class Slot
{
    /// <summary>The width that keeps all ink of a text to itself.</summary>
    public static double Of(MeasuredText text) => Overhang(text) + Math.Max(text.Advance, text.Ink.Right);

    /// <summary>How far ink begins before the text's start.</summary>
    public static double Overhang(MeasuredText text) => Math.Max(0, -text.Ink.Left);
}
