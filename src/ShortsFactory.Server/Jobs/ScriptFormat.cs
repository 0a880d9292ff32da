namespace ShortsFactory.Server.Jobs;

/// <summary>How a script is written; told by its extension elsewhere.</summary>
internal enum ScriptFormat
{
    /// <summary>Markdown with front matter.</summary>
    Md,

    /// <summary>Plain text.</summary>
    Txt,

    /// <summary>JSON.</summary>
    Json,
}
