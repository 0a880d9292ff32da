namespace ShortsFactory.Server;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    public static string Version { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(fieldCount: 3);
}
