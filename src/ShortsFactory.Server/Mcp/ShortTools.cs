using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Studio;
using ShortsFactory.Speech;
using ShortsFactory.Templates;

namespace ShortsFactory.Server.Mcp;

/// <summary>The tools that language models call.</summary>
[McpServerToolType]
internal sealed class ShortTools(JobService jobs, JobStore store, IArtifactStore artifacts, IHttpContextAccessor http, TimeProvider timeProvider)
{
    private const int LastJobs = 10;
    private const int LongestWait = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    [McpServerTool(Name = "make_short", Title = "Make a short video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Makes a short vertical video of a script: 1080x1920 mp4, narrated, with karaoke captions. Returns at once with a job; the video takes about as long as it plays, or a few minutes. Call job_status with its id until the state is done, then give the user the address of the video. Check the look first with preview, which is much faster.")]
    public async Task<ToolJob> MakeShortAsync(
        [Description(ToolScript.Format)] string script,
        [Description("What the file is called, without extension. Left out, it is the title.")] string? name = null,
        [Description("The caption template's name, one of list_templates. Overrides the script's.")] string? template = null,
        [Description("The voice's id, one of list_voices. Overrides the script's.")] string? voice = null,
        [Description("The background: generated:NAME (list_templates has them), color:#112233, or a file in the server's media folder. Overrides the script's.")] string? background = null,
        [Description("Music under the voice: a file in the server's media folder.")] string? music = null,
        [Description("The picture, such as 1080x1920@30 (the default) or 720x1280@30, which is made faster.")] string? pictureFormat = null,
        [Description("0 to 9; higher ones are made first. 5 by default.")] int? priority = null,
        [Description("Any text that stands for this request. Sent again with the same one, as after a lost answer, no second video is made.")] string? idempotencyKey = null,
        CancellationToken cancellationToken = default)
    {
        var submission = ToolScript.Submission(script, name, template, voice, background, music, pictureFormat) with
        {
            Priority = JobBody.PriorityOf(priority),
            IdempotencyKey = ToolScript.Given(idempotencyKey) is { } key ? $"mcp:{key}" : null,
        };
        return View((await jobs.SubmitAsync(submission, cancellationToken)).Job);
    }

    [McpServerTool(Name = "job_status", Title = "How far a video is", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Tells how far a video is: queued, running (with stage, percent and seconds left), done (with the addresses of the video and its files), failed (with the reason and advice) or cancelled. Without an id it lists the last ten jobs.")]
    public async Task<ToolJobs> JobStatusAsync(
        [Description("The job's id, from make_short.")] string? id = null,
        [Description("Waits up to this many seconds, at most 60, for the job to end, and answers as soon as it has. 0 answers at once.")] int waitSeconds = 0,
        CancellationToken cancellationToken = default)
    {
        if (ToolScript.Given(id) is not { } job)
        {
            return new([.. (await store.ListAsync(null, null, LastJobs, cancellationToken)).Select(View)]);
        }

        var end = timeProvider.GetUtcNow().AddSeconds(Math.Clamp(waitSeconds, 0, LongestWait));
        while (true)
        {
            var found = await store.FindAsync(job, cancellationToken) ?? throw new UnknownJobException(job);
            if (found.HasEnded || timeProvider.GetUtcNow() >= end)
            {
                return new([View(found)]);
            }

            await Task.Delay(Interval, timeProvider, cancellationToken);
        }
    }

    [McpServerTool(Name = "list_voices", Title = "The voices", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Lists the voices that can narrate, with their languages. Choose one of the script's language.")]
    public static async Task<ToolVoices> ListVoicesAsync(
        InstalledVoices voices,
        IOptions<SpeechOptions> options,
        [Description("Only voices of this language: a tag such as en, de or pt-BR.")] string? language = null,
        CancellationToken cancellationToken = default)
    {
        var all = await voices.ListAsync(cancellationToken);
        ToolVoice[] chosen = [.. all.Where(voice => IsOf(voice.Language, language)).Select(voice => new ToolVoice(voice.Id, voice.Language, voice.Description))];
        return chosen.Length > 0
            ? new(options.Value.Voice, chosen)
            : throw new InvalidInputException($"no voice speaks '{language}'.") { Advice = $"There are voices for {string.Join(", ", all.Select(voice => voice.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}." };
    }

    [McpServerTool(Name = "list_templates", Title = "The looks", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Lists the caption templates, each with what it looks like, and the generated backgrounds, which need no footage.")]
    public static ToolTemplates ListTemplates(TemplateCatalog templates, IOptions<CaptionsOptions> options) => new(
        options.Value.Template,
        [.. templates.List().Select(template => new ToolTemplate(template.Name, template.Description))],
        [.. GeneratedBackgrounds.Ids]);

    [McpServerTool(Name = "preview", Title = "One frame of the video", ReadOnly = true, OpenWorld = false)]
    [Description("Shows one frame of what make_short would make of the same arguments, as a picture, in seconds instead of minutes; it also tells how long the video will be. Use it to check a look, or that a script can be used, before making the video.")]
    public static async Task<CallToolResult> PreviewAsync(
        PreviewDesk desk,
        [Description(ToolScript.Format)] string script,
        [Description("The moment, in seconds from the start. Left out, it is the one of the cover.")] double? at = null,
        [Description("The caption template's name, one of list_templates.")] string? template = null,
        [Description("The voice's id, one of list_voices.")] string? voice = null,
        [Description("The background, as for make_short.")] string? background = null,
        [Description("The picture, such as 1080x1920@30.")] string? pictureFormat = null,
        CancellationToken cancellationToken = default)
    {
        if (at is < 0 or >= TimeSpan.SecondsPerDay or double.NaN)
        {
            throw new InvalidInputException($"{at} is no moment of a short.") { Advice = "Give seconds from its start." };
        }

        var submission = ToolScript.Submission(script, name: null, template, voice, background, music: null, pictureFormat);
        var picture = await desk.RenderAsync(submission, at is { } seconds ? TimeSpan.FromSeconds(seconds) : null, cancellationToken);
        return picture is null
            ? new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "Too many previews are being rendered; try again in a moment." }] }
            : new CallToolResult
            {
                Content =
                [
                    ImageContentBlock.FromBytes(picture.Png, "image/png"),
                    new TextContentBlock { Text = string.Create(CultureInfo.InvariantCulture, $"The frame at {picture.At.TotalSeconds:0.0} s of {picture.Duration.TotalSeconds:0.0} s.") },
                ],
            };
    }

    private static bool IsOf(string voice, string? language) =>
        ToolScript.Given(language) is not { } tag
        || voice.Equals(tag, StringComparison.OrdinalIgnoreCase)
        || voice.StartsWith($"{tag}-", StringComparison.OrdinalIgnoreCase);

    private ToolJob View(Job job)
    {
        var request = http.HttpContext?.Request;
        return ToolJob.Of(job, artifacts, request is null ? "" : $"{request.Scheme}://{request.Host}");
    }
}
