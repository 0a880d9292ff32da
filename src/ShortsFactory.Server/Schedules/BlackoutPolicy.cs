namespace ShortsFactory.Server.Schedules;

/// <summary>What becomes of the runs that fall into a blackout.</summary>
internal enum BlackoutPolicy
{
    /// <summary>They are dropped.</summary>
    Skip,

    /// <summary>They become one run at the blackout's end, however many they are.</summary>
    Defer,
}
