namespace ShortsFactory.Tests.Models;

/// <summary>What can happen to a file on its way.</summary>
public enum Damage
{
    Missing,
    Empty,
    Halved,
    LastByteGone,
    Garbage,
    Flipped,
}
