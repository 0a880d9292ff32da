using Microsoft.AspNetCore.Http.HttpResults;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Artifacts;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Api;

/// <summary>Jobs over HTTP.</summary>
internal static class JobEndpoints
{
    private const int LongestPage = 200;

    public static RouteGroupBuilder MapJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapPost("/", SubmitAsync).RequireScope(Scope.Submit).WithSummary("Takes a script in, as JSON or as a form with the script as a file.").Accepts<JobBody>("application/json", "multipart/form-data").DisableAntiforgery();
        jobs.MapGet("/", ListAsync).RequireScope(Scope.Read).WithSummary("Lists jobs, newest first.");
        jobs.MapGet("/{id}", GetAsync).RequireScope(Scope.Read).WithSummary("Shows a job.");
        jobs.MapPatch("/{id}", ChangeAsync).RequireScope(Scope.Submit).WithSummary("Changes the priority of a job that waits.");
        jobs.MapDelete("/{id}", DeleteAsync).RequireScope(Scope.Submit).WithSummary("Forgets a job and deletes its files; one that is being made is called off first.");
        jobs.MapPost("/{id}/cancel", CancelAsync).RequireScope(Scope.Submit).WithSummary("Calls a job off.");
        jobs.MapPost("/{id}/retry", RetryAsync).RequireScope(Scope.Submit).WithSummary("Has a job made again that failed or was called off.");
        jobs.MapGet("/{id}/files/{name}", GetFileAsync).RequireScope(Scope.Read).WithSummary("Sends a file of a job, or a range of it.");
        jobs.MapGet("/{id}/script", GetScriptAsync).RequireScope(Scope.Read).WithSummary("Sends the script as it came.");
        jobs.MapGet("/{id}/log", GetLogAsync).RequireScope(Scope.Read).WithSummary("Sends what was logged of a job.");
        return api;
    }

    private static async Task<IResult> SubmitAsync(HttpRequest request, JobService jobs, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var body = await JobBodyReader.ReadAsync(request, cancellationToken);
        var accepted = await jobs.SubmitAsync(body.ToSubmission(request.Headers["Idempotency-Key"], OriginOf(request)), cancellationToken);
        var view = JobView.Of(accepted.Job, artifacts);
        return accepted.IsNew ? TypedResults.Created($"/api/v1/jobs/{view.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<JobPage>> ListAsync(
        JobStore store, IArtifactStore artifacts, CancellationToken cancellationToken, string? state = null, string? after = null, int limit = 50)
    {
        if (limit is < 1 or > LongestPage)
        {
            throw new InvalidInputException($"a page of {limit} jobs is not to be had.") { Advice = $"A page has 1 to {LongestPage} jobs; 'next' leads to the one after it." };
        }

        var jobs = await store.ListAsync(StateOf(state), after, limit + 1, cancellationToken);
        var page = jobs.Take(limit).Select(job => JobView.Of(job, artifacts)).ToArray();
        return TypedResults.Ok(new JobPage(page, jobs.Count > limit ? page[^1].Id : null, await store.CountAsync(cancellationToken)));
    }

    private static async Task<IResult> GetAsync(string id, JobStore store, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        Answer(await store.FindAsync(id, cancellationToken), artifacts);

    private static async Task<IResult> ChangeAsync(string id, PriorityBody body, JobService jobs, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var priority = JobBody.PriorityOf(body.Priority);
        return await jobs.SetPriorityAsync(id, priority, cancellationToken) switch
        {
            null => NoSuchJob(),
            { State: not JobState.Queued } job => Conflict($"the job is {Name(job)}: only the priority of one that waits can be changed."),
            var job => TypedResults.Ok(JobView.Of(job, artifacts)),
        };
    }

    private static async Task<IResult> DeleteAsync(string id, JobService jobs, JobStore store, EventHub hub, CancellationToken cancellationToken)
    {
        if (await jobs.CancelAsync(id, cancellationToken) is null)
        {
            return NoSuchJob();
        }

        if (await jobs.DeleteAsync(id, cancellationToken))
        {
            hub.Tell(new("removed", id, new { id }));
            return TypedResults.NoContent();
        }

        return await store.FindAsync(id, cancellationToken) is null ? TypedResults.NoContent() : Conflict("the job is being stopped; delete it when it has ended.");
    }

    private static async Task<IResult> CancelAsync(string id, JobService jobs, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        await jobs.CancelAsync(id, cancellationToken) switch
        {
            null => NoSuchJob(),
            { State: JobState.Done or JobState.Failed } job => Conflict($"the job is {Name(job)} already."),
            var job => TypedResults.Accepted($"/api/v1/jobs/{id}", JobView.Of(job, artifacts)),
        };

    private static async Task<IResult> RetryAsync(string id, JobService jobs, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        await jobs.RetryAsync(id, cancellationToken) switch
        {
            null => NoSuchJob(),
            { State: not JobState.Queued } job => Conflict($"the job is {Name(job)}: only one that failed or was cancelled can be made again."),
            var job => TypedResults.Accepted($"/api/v1/jobs/{id}", JobView.Of(job, artifacts)),
        };

    private static async Task<IResult> GetFileAsync(string id, string name, JobStore store, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } job && artifacts.Find(job, name) is { } path
            ? TypedResults.PhysicalFile(path, new Artifact(name, 0).ContentType, enableRangeProcessing: true, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)))
            : TypedResults.Problem("there is no such file.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> GetScriptAsync(string id, JobStore store, CancellationToken cancellationToken) =>
        await store.FindOrderAsync(id, cancellationToken) is { } order ? TypedResults.Text(order.Script, "text/plain; charset=utf-8") : NoSuchJob();

    private static async Task<IResult> GetLogAsync(string id, JobStore store, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return NoSuchJob();
        }

        var path = Path.Combine(artifacts.Root, id, ServerLogging.JobLogName);
        return File.Exists(path)
            ? TypedResults.Stream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), "text/plain; charset=utf-8")
            : TypedResults.Text("");
    }

    private static IResult Answer(Job? job, IArtifactStore artifacts) => job is null ? NoSuchJob() : TypedResults.Ok(JobView.Of(job, artifacts));

    private static ProblemHttpResult NoSuchJob() => TypedResults.Problem("there is no such job.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    private static string Name(Job job) => job.State.ToString().ToLowerInvariant();

    private static JobState? StateOf(string? text) => string.IsNullOrEmpty(text) ? null
        : Enum.TryParse<JobState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state
        : throw new InvalidInputException($"'{text}' is no state of a job.{Suggestion.For(text, Enum.GetNames<JobState>())}") { Advice = "States are queued, running, done, failed and cancelled." };

    /// <summary>Our own programs say who they are; it is shown, and decides nothing.</summary>
    private static OriginKind OriginOf(HttpRequest request) => request.Headers["X-ShortsFactory-Client"].FirstOrDefault() switch
    {
        "dashboard" => OriginKind.Dashboard,
        "cli" => OriginKind.Cli,
        _ => OriginKind.Api,
    };
}
