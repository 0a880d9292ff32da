namespace ShortsFactory.Recognition.Graphs;

/// <summary>Where in its word a sound stands; the model tells them apart.</summary>
internal enum PhonePosition
{
    /// <summary>The first of several.</summary>
    Begin,

    /// <summary>Between the first and the last.</summary>
    Internal,

    /// <summary>The last of several.</summary>
    End,

    /// <summary>The only one.</summary>
    Single,
}
