using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Schedules;

/// <summary>Reads the names of time zones, as the IANA database has them.</summary>
internal static class ZoneText
{
    /// <exception cref="InvalidInputException">No zone has this name.</exception>
    public static TimeZoneInfo Parse(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        var known = TimeZoneInfo.GetSystemTimeZones().Select(each => each.Id).ToArray();
        var city = Array.Find(known, zone => zone.EndsWith($"/{name.Replace(' ', '_')}", StringComparison.OrdinalIgnoreCase));
        throw new InvalidInputException($"There is no time zone '{name}'.{(city is null ? Suggestion.For(name, known) : $" Did you mean '{city}'?")}")
        {
            Setting = "timeZone",
            Advice = known.Length > 1 ? "Write it as the IANA database does, such as Europe/Berlin or UTC." : "This machine knows none but UTC: install the package tzdata.",
        };
    }
}
