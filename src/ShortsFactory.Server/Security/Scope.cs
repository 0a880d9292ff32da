namespace ShortsFactory.Server.Security;

/// <summary>What a key lets its holder do; each one includes those before it.</summary>
internal enum Scope
{
    /// <summary>See jobs, videos, schedules and how the server stands.</summary>
    Read,

    /// <summary>Have shorts made, and do whatever is to be done with jobs.</summary>
    Submit,

    /// <summary>Do all else: schedules, secrets.</summary>
    Admin,
}
