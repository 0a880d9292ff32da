using ShortsFactory.Captions.Ass;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Effects;

/// <summary>The colour of each word in each of its states.</summary>
internal sealed class Palette(CaptionTemplate template, IReadOnlyList<TimedWord> words)
{
    public bool IsEmphasis(int word) => words[word].Emphasis;

    /// <summary>The colour at the head of the letters, and of all of them where there is no gradient.</summary>
    public RgbaColor Head(int word, AssStyle state)
    {
        var colors = template.Colors;
        var usual = state switch
        {
            AssStyle.Active => colors.Active,
            AssStyle.Spoken => colors.Spoken,
            _ => colors.Text,
        };
        var own = IsEmphasis(word)
            ? (state is AssStyle.Active ? colors.EmphasisActive : null) ?? colors.Emphasis
            : IsNumber(word) ? colors.Number : null;
        return own is { } color ? color with { Alpha = usual.Alpha } : usual;
    }

    /// <summary>The colour at the foot of the letters; <see langword="null"/> if it is the same all over.</summary>
    public RgbaColor? Foot(int word, AssStyle state)
    {
        var gradient = template.Gradient;
        var hasOwn = IsEmphasis(word) ? template.Colors.Emphasis is not null : IsNumber(word) && template.Colors.Number is not null;
        return (hasOwn, state) switch
        {
            (true, _) => IsEmphasis(word) ? gradient.Emphasis : gradient.Number,
            (_, AssStyle.Active) => gradient.Active,
            (_, AssStyle.Spoken) => gradient.Spoken,
            _ => gradient.Text,
        };
    }

    private bool IsNumber(int word) => words[word].Text.Any(char.IsDigit);
}
