using System.Text.Json.Serialization;

namespace ShortsFactory.Templates;

/// <summary>A font file, and where to get it.</summary>
/// <param name="File">The file's name without a folder, such as <c>Inter-SemiBold.otf</c>.</param>
/// <param name="Package">The Debian package that installs it.</param>
/// <param name="Folder">The folder of the template that names it, where it may lie too.</param>
internal sealed record TemplateFont(string File, string Package, [property: JsonIgnore] string Folder);
