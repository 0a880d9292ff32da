using System.Reflection;

namespace ShortsFactory.Settings;

/// <summary>A section of the configuration and the options class that it is bound to.</summary>
/// <param name="Name">The section's name, such as <c>Audio</c>.</param>
/// <param name="Options">The options class.</param>
public sealed record SettingsSection(string Name, Type Options)
{
    /// <summary>The keys of the section.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name)];
}
