using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Motions;

/// <summary>One way in which words move; motions of several kinds are put together.</summary>
internal interface IWordMotion
{
    /// <summary>The motion of one word of a group.</summary>
    Motion Of(PlacedGroup group, PlacedWord word);
}
