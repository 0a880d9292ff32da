namespace ShortsFactory.Server;

/// <summary>How values of enumerations are written where programs read them: in the database, in figures, in addresses.</summary>
internal static class EnumName
{
    /// <summary>The name in small letters.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
