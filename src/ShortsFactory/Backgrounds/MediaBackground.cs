using ShortsFactory.Media;

namespace ShortsFactory.Backgrounds;

/// <summary>A video or picture of the user's.</summary>
/// <param name="File">The file.</param>
/// <param name="Link">The name, made up by us, under which it is linked in the stage's directory.</param>
internal sealed record MediaBackground(MediaFile File, string Link) : Background;
