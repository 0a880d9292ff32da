using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ShortsFactory.Backgrounds;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Previews;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Security;
using ShortsFactory.Templates;

namespace ShortsFactory.Server.Studio;

/// <summary>What writing a script needs, over HTTP.</summary>
internal static class StudioEndpoints
{
    private const int ThumbnailHeight = 240;
    private const int ThumbnailQuality = 72;
    private const string ScriptName = "script";
    private const string ForAWhile = "private, max-age=3600";

    public static RouteGroupBuilder MapStudio(this RouteGroupBuilder api)
    {
        var studio = api.MapGroup("").WithTags("Studio").RequireScope(Scope.Read);
        studio.MapPost("/validate", ValidateAsync).RequireScope(Scope.Submit).WithSummary("Checks a script without making anything.").Accepts<JobBody>("application/json", "multipart/form-data").DisableAntiforgery();
        studio.MapPost("/previews", PreviewAsync).RequireScope(Scope.Submit).WithSummary("Renders a moment of a short as a PNG picture.").Produces(StatusCodes.Status200OK, contentType: "image/png").Accepts<JobBody>("application/json", "multipart/form-data").DisableAntiforgery();
        studio.MapGet("/voices", (InstalledVoices voices, CancellationToken cancellationToken) => voices.ListAsync(cancellationToken)).WithSummary("Lists the installed voices.");
        studio.MapGet("/voices/sample.wav", GetVoiceSampleAsync).WithSummary("Sends a sentence of a voice.");
        studio.MapGet("/templates", ListTemplates).WithSummary("Lists the caption templates.");
        studio.MapGet("/templates/{name}/sample.jpg", GetTemplateSampleAsync).WithSummary("Sends a picture of a template, at one of three moments.");
        studio.MapGet("/backgrounds", ListBackgrounds).WithSummary("Lists the generated backgrounds.");
        studio.MapGet("/backgrounds/{name}/sample.jpg", GetBackgroundSampleAsync).WithSummary("Sends a picture of a generated background.");
        studio.MapGet("/jobs/{id}/thumbnail.jpg", GetThumbnailAsync).WithSummary("Sends a finished short's cover, small.");
        return api;
    }

    private static async Task<Ok<ShortSummary>> ValidateAsync(HttpRequest request, ShortCheck check, JobRequests requests, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var submission = (await JobBodyReader.ReadAsync(request, cancellationToken)).ToSubmission(idempotencyKey: null, OriginKind.Api);
        var asked = requests.Of(JobService.Filled(submission), submission.Name ?? ScriptName, artifacts.Root);
        return TypedResults.Ok(await check.CheckAsync(asked, cancellationToken));
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, PreviewDesk desk, CancellationToken cancellationToken)
    {
        var body = await JobBodyReader.ReadAsync(request, cancellationToken);
        var at = body.At is { } seconds ? MomentOf(seconds) : (TimeSpan?)null;
        if (await desk.RenderAsync(body.ToSubmission(idempotencyKey: null, OriginKind.Api), at, cancellationToken) is not { } picture)
        {
            return TypedResults.Problem("too many previews are being rendered; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        request.HttpContext.Response.Headers["X-Preview-At"] = Seconds(picture.At);
        request.HttpContext.Response.Headers["X-Preview-Duration"] = Seconds(picture.Duration);
        return TypedResults.Bytes(picture.Png, "image/png");
    }

    private static async Task<PhysicalFileHttpResult> GetVoiceSampleAsync(string voice, HttpResponse response, Samples samples, CancellationToken cancellationToken) =>
        Kept(await samples.VoiceAsync(voice, cancellationToken), "audio/wav", response);

    private static IEnumerable<TemplateView> ListTemplates(TemplateCatalog templates) =>
        templates.List().Select(template => new TemplateView(template.Name, template.Description, $"/api/v1/templates/{Uri.EscapeDataString(template.Name)}/sample.jpg"));

    private static async Task<PhysicalFileHttpResult> GetTemplateSampleAsync(
        string name, HttpResponse response, Samples samples, CancellationToken cancellationToken, int moment = Samples.UsualMoment) =>
        Kept(await samples.TemplateAsync(name, moment, cancellationToken), "image/jpeg", response);

    private static IEnumerable<BackgroundView> ListBackgrounds() =>
        GeneratedBackgrounds.Names.Select(name => new BackgroundView(GeneratedBackgrounds.IdOf(name), name, $"/api/v1/backgrounds/{name}/sample.jpg"));

    private static async Task<PhysicalFileHttpResult> GetBackgroundSampleAsync(string name, HttpResponse response, Samples samples, CancellationToken cancellationToken) =>
        Kept(await samples.BackgroundAsync(name, cancellationToken), "image/jpeg", response);

    private static async Task<IResult> GetThumbnailAsync(string id, HttpResponse response, JobStore store, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { State: JobState.Done } job || artifacts.Find(job, job.Name + ".jpg") is not { } cover
            || Thumbnail.Of(cover, ThumbnailHeight, ThumbnailQuality) is not { } picture)
        {
            return TypedResults.Problem("there is no such picture.", statusCode: StatusCodes.Status404NotFound);
        }

        response.Headers.CacheControl = ForAWhile;
        return TypedResults.Bytes(picture, "image/jpeg");
    }

    private static PhysicalFileHttpResult Kept(string path, string contentType, HttpResponse response)
    {
        response.Headers.CacheControl = ForAWhile;
        return TypedResults.PhysicalFile(path, contentType, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)), enableRangeProcessing: true);
    }

    private static TimeSpan MomentOf(double seconds) =>
        seconds is >= 0 and < TimeSpan.SecondsPerDay
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidInputException($"{seconds} is no moment of a short.") { Advice = "Give seconds from its start as 'at'." };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
