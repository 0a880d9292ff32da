using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Mcp;

/// <summary>What tools are told of a short.</summary>
internal static class ToolScript
{
    /// <summary>What a model has to know to write a script.</summary>
    public const string Format =
        """
        The script: Markdown that is narrated as it stands. '# Title' is the title and is not spoken. Write plain sentences; an empty line begins a paragraph, with a
        longer pause. **word** gives a word a colour of its own in the captions. [pause 400ms] is silence. {NASA|nassa} shows NASA and says nassa. Emoji are shown, not
        spoken. '## scene' with 'background: ...' on the next line begins a new picture. Front matter between two lines of --- can set title, voice, template,
        background, music, language (a tag such as en or de) and rate (words a minute). No tables, other headings, code or HTML. A short of 30 to 60 seconds has
        80 to 150 words.
        """;

    /// <summary>The submission that a tool's arguments make.</summary>
    public static JobSubmission Submission(string script, string? name, string? template, string? voice, string? background, string? music, string? pictureFormat) => new()
    {
        Order = new JobOrder
        {
            Script = script,
            Format = ScriptFormat.Md,
            Template = Given(template),
            Voice = Given(voice),
            Background = Given(background),
            Music = Given(music),
            PictureFormat = Given(pictureFormat),
        },
        Name = Given(name),
        OriginKind = OriginKind.Mcp,
    };

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
