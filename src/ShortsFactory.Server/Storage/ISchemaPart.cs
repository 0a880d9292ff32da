namespace ShortsFactory.Server.Storage;

/// <summary>The tables of one concern. They are made at start where they are missing; a version may only add to those of the one before, which may still be running beside it.</summary>
internal interface ISchemaPart
{
    /// <summary>Statements that can be run again and again. <c>bigint</c>, <c>integer</c> and <c>text</c> are types of both databases.</summary>
    IEnumerable<string> Statements { get; }
}
