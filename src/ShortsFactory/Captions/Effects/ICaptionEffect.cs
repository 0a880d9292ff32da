using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Captions.Effects;

/// <summary>One thing that is drawn of every group; a look is made of several.</summary>
internal interface ICaptionEffect
{
    /// <summary>What libass draws of a group.</summary>
    IEnumerable<AssEvent> Draw(PlacedGroup placed);
}
