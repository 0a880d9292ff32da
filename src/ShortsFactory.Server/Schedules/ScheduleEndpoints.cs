using Microsoft.AspNetCore.Http.HttpResults;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Security;

namespace ShortsFactory.Server.Schedules;

/// <summary>Schedules over HTTP.</summary>
internal static class ScheduleEndpoints
{
    private const int RunsShown = 50;
    private const int MostNext = 100;

    public static RouteGroupBuilder MapSchedules(this RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("/", ListAsync).RequireScope(Scope.Read).WithSummary("Lists schedules by name.");
        schedules.MapPost("/", AddAsync).RequireScope(Scope.Admin).WithSummary("Adds a schedule.");
        schedules.MapPost("/preview-next", PreviewNext).RequireScope(Scope.Submit).WithSummary("Tells when a schedule would run next, without keeping it.");
        schedules.MapGet("/{id}", GetAsync).RequireScope(Scope.Read).WithSummary("Shows a schedule and its last runs; by its id or its name.");
        schedules.MapPatch("/{id}", ChangeAsync).RequireScope(Scope.Admin).WithSummary("Changes a schedule; what is left out stays.");
        schedules.MapDelete("/{id}", RemoveAsync).RequireScope(Scope.Admin).WithSummary("Forgets a schedule; its jobs stay.");
        schedules.MapGet("/{id}/next", NextAsync).RequireScope(Scope.Read).WithSummary("Tells when a schedule runs next.");
        schedules.MapPost("/{id}/pause", PauseAsync).RequireScope(Scope.Admin).WithSummary("Lets a schedule rest; what would be due meanwhile is not made up for.");
        schedules.MapPost("/{id}/resume", ResumeAsync).RequireScope(Scope.Admin).WithSummary("Lets a schedule go on.");
        schedules.MapPost("/{id}/run-now", RunNowAsync).RequireScope(Scope.Admin).WithSummary("Makes at once what the next run would make.");
        return api;
    }

    private static async Task<Ok<List<ScheduleView>>> ListAsync(ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        List<ScheduleView> views = [];
        foreach (var schedule in await store.ListAsync(cancellationToken))
        {
            views.Add(ScheduleView.Of(schedule, await store.ListRunsAsync(schedule.Id, 1, cancellationToken), timeProvider.GetUtcNow(), withRuns: false));
        }

        return TypedResults.Ok(views);
    }

    private static async Task<Created<ScheduleView>> AddAsync(ScheduleDefinition body, ScheduleService schedules, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var schedule = await schedules.AddAsync(body, cancellationToken);
        return TypedResults.Created($"/api/v1/schedules/{schedule.Id}", ScheduleView.Of(schedule, [], timeProvider.GetUtcNow(), withRuns: true));
    }

    private static Ok<NextRuns> PreviewNext(ScheduleDefinition body, ScheduleCheck check, TimeProvider timeProvider, int count = 10)
    {
        check.CheckTimes(body.When);
        return TypedResults.Ok(Next(new Timetable("preview", body.When), body.When, timeProvider.GetUtcNow(), count));
    }

    private static Task<IResult> GetAsync(string id, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        WithAsync(id, store, schedule => ViewAsync(schedule, store, timeProvider, cancellationToken), cancellationToken);

    private static Task<IResult> ChangeAsync(
        string id, ScheduleChange body, ScheduleService schedules, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        WithAsync(id, store, async schedule => await ViewAsync(await schedules.ChangeAsync(schedule, body.Of(schedule.Definition), cancellationToken), store, timeProvider, cancellationToken), cancellationToken);

    private static Task<IResult> RemoveAsync(string id, ScheduleService schedules, ScheduleStore store, CancellationToken cancellationToken) => WithAsync(
        id,
        store,
        async schedule =>
        {
            await schedules.RemoveAsync(schedule, cancellationToken);
            return TypedResults.NoContent();
        },
        cancellationToken);

    private static Task<IResult> NextAsync(string id, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken, int count = 10) => WithAsync(
        id,
        store,
        schedule => Task.FromResult<IResult>(TypedResults.Ok(Next(schedule.Timetable, schedule.Definition.When, timeProvider.GetUtcNow(), count))),
        cancellationToken);

    private static Task<IResult> PauseAsync(string id, ScheduleService schedules, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        WithAsync(id, store, async schedule => await ViewAsync(await schedules.PauseAsync(schedule, cancellationToken), store, timeProvider, cancellationToken), cancellationToken);

    private static Task<IResult> ResumeAsync(string id, ScheduleService schedules, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        WithAsync(id, store, async schedule => await ViewAsync(await schedules.ResumeAsync(schedule, cancellationToken), store, timeProvider, cancellationToken), cancellationToken);

    private static Task<IResult> RunNowAsync(string id, ScheduleService schedules, ScheduleStore store, CancellationToken cancellationToken) => WithAsync(
        id,
        store,
        async schedule => TypedResults.Accepted($"/api/v1/schedules/{schedule.Id}", RunView.Of(await schedules.RunNowAsync(schedule, cancellationToken))),
        cancellationToken);

    private static async Task<IResult> WithAsync(string id, ScheduleStore store, Func<Schedule, Task<IResult>> answer, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } schedule
            ? await answer(schedule)
            : TypedResults.Problem("there is no such schedule.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> ViewAsync(Schedule schedule, ScheduleStore store, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        TypedResults.Ok(ScheduleView.Of(schedule, await store.ListRunsAsync(schedule.Id, RunsShown, cancellationToken), timeProvider.GetUtcNow(), withRuns: true));

    private static NextRuns Next(Timetable timetable, ScheduleTimes when, DateTimeOffset now, int count) => count is >= 1 and <= MostNext
        ? new NextRuns(when.TimeZone, [.. timetable.DueAfter(now).Take(count)])
        : throw new InvalidInputException($"{count} runs cannot be told.") { Advice = $"Ask for 1 to {MostNext}." };
}
