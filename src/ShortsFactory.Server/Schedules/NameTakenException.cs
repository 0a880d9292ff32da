using ShortsFactory.Resources;

namespace ShortsFactory.Server.Schedules;

/// <summary>Another schedule has the same name.</summary>
internal sealed class NameTakenException : ShortsFactoryException
{
    public NameTakenException(string name)
        : base($"there is a schedule named '{name}' already.") => Advice = "Take another name, or change that schedule.";
}
