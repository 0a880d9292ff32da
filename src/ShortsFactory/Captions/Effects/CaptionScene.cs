using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Motions;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Effects;

/// <summary>What all effects of a look share: when words are lit, how they move, which colour they have.</summary>
internal sealed class CaptionScene
{
    /// <summary>How visible something is at once that takes the place of something else: nothing may flicker.</summary>
    private const double OpacityOfSuccessor = 0.6;

    private readonly FontFace _main;
    private readonly IWordMotion[] _travel;
    private readonly PopMotion _pop;

    public CaptionScene(CaptionTemplate template, FontFace main, IReadOnlyList<TimedWord> words)
    {
        _main = main;
        Template = template;
        Clock = new WordClock(template, words);
        Palette = new Palette(template, words);
        _travel = [new EntranceMotion(template, Clock), new ExitMotion(template, Clock), new JumpMotion(template, Clock)];
        _pop = new PopMotion(template, Clock);
    }

    public CaptionTemplate Template { get; }

    /// <summary>The height of capitals at the template's size.</summary>
    public double CapHeight => _main.CapHeight;

    public WordClock Clock { get; }

    public Palette Palette { get; }

    /// <summary>The way of a word with all that surrounds it.</summary>
    public Motion Travel(PlacedGroup group, PlacedWord word) =>
        _travel.Aggregate(Motion.None, (motion, next) => motion.With(next.Of(group, word)));

    /// <summary>The way of a word's letters, which pop besides.</summary>
    public Motion Movement(PlacedGroup group, PlacedWord word) => Travel(group, word).With(_pop.Of(group, word));

    /// <summary>The states that a word goes through while it is visible.</summary>
    public IEnumerable<(AssStyle State, TimeSpan Start, TimeSpan End)> States(PlacedGroup group, PlacedWord word)
    {
        var appearance = Clock.Appearance(group.Group, word.Word);
        var (start, end) = Clock.Light(group.Group, word.Word);
        if (appearance < start)
        {
            yield return (AssStyle.Text, appearance, start);
        }

        yield return (AssStyle.Active, start, end);
        if (end < group.Group.End)
        {
            yield return (AssStyle.Spoken, end, group.Group.End);
        }
    }

    /// <summary>How visible a word is, on the group's clock.</summary>
    public Curve Opacity(PlacedGroup group, int word)
    {
        var kind = Template.Entrance.Kind;
        var duration = Clock.EntranceDuration(group.Group, word);
        var leaving = Leaving(group);
        if (kind is EntranceKind.None or EntranceKind.Pop || duration == TimeSpan.Zero)
        {
            return leaving;
        }

        var takesPlace = Clock.IsPreceded(group.Group) || Template.Reveal is not Reveal.Group;
        if (takesPlace && kind is EntranceKind.Fade)
        {
            return leaving;
        }

        var appearance = Clock.Appearance(group.Group, word) - group.Group.Start;
        return leaving.MultipliedBy(new Curve((appearance, takesPlace ? OpacityOfSuccessor : 0), (appearance + duration, 1)));
    }

    /// <summary>How visible what belongs to the whole group is: it is there at once, for it would flicker between groups that follow each other.</summary>
    public Curve Leaving(PlacedGroup group)
    {
        var length = group.Group.End - group.Group.Start;
        var duration = Clock.ExitDuration(group.Group);
        return duration == TimeSpan.Zero ? Curve.Constant(1) : new Curve((length - duration, 1), (length, 0));
    }

    public string TextOf(PlacedWord word) => AssFormat.Text(word.Text, _main, word.FontScale);

    /// <summary>The word's text, of which one letter after the other appears.</summary>
    /// <param name="word">The word.</param>
    /// <param name="duration">How long it takes.</param>
    /// <param name="shown">Override tags that make a letter visible.</param>
    public string TypedTextOf(PlacedWord word, TimeSpan duration, string shown) => AssFormat.TypedText(word.Text, _main, word.FontScale, duration, shown);
}
