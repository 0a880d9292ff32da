using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ShortsFactory.Cli.Client;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Commands.Schedules;

/// <summary><c>shorts schedule add</c>: adds a schedule.</summary>
internal static class ScheduleAdd
{
    private const string Description = """
        Add a schedule. Its files lie on the server's machine; each run reads them anew.

        --cron takes five fields: minute, hour, day of the month, month, weekday. '30 7 * * *' is 7:30 each day, '0 9,17 * * mon-fri' 9:00
        and 17:00 on weekdays, '0 8 1 * *' 8:00 on the first of each month. Six or seven fields are read as Quartz has them, with seconds first;
        @hourly, @daily, @weekly and @monthly are known too. A time that clocks skip in spring is made up for when they have; one that they
        show twice in autumn counts once.
        """;

    private static readonly Option<string> Cron = new("--cron") { Description = "When it runs.", HelpName = "'M H D M W'", Required = true };

    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "The time zone whose clocks it follows, such as Europe/Berlin. [default: this machine's]", HelpName = "ZONE" };

    private static readonly Option<string?> Script = new("--script") { Description = "The script that each run makes, or that the rows of --table are put into where it says {{column}}.", HelpName = "FILE" };

    private static readonly Option<string?> Folder = new("--folder") { Description = "A folder of scripts: each run makes the next one by name that was not made yet.", HelpName = "DIR" };

    private static readonly Option<string?> Table = new("--table") { Description = "A table (.csv, .tsv, .jsonl): each run makes the next row that was not made yet, with --script.", HelpName = "FILE" };

    private static readonly Option<string?> Start = new("--start") { Description = "Do not run before this date or time.", HelpName = "2026-12-01" };

    private static readonly Option<string?> End = new("--end") { Description = "Do not run after this time.", HelpName = "2027-03-01T18:00" };

    private static readonly Option<string[]> Blackout = new("--blackout")
    {
        Description = "Do not run then: dates, weekdays, hours, or several of them: '2026-12-24..2027-01-01', 'sat,sun', '22:00-06:30', 'mon-fri 9:00-17:00'. May be given several times.",
        HelpName = "WHEN",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<bool> Defer = new("--defer") { Description = "Run at the end of a blackout instead of not at all." };

    private static readonly Option<string?> Jitter = new("--jitter") { Description = "Run up to this much later, each time by another amount: 90s, 15min, 2h.", HelpName = "TIME" };

    private static readonly Option<string?> Missed = new("--missed")
    {
        Description = "What becomes of runs that no server was there for: skip (the default), once (make up for the last) or all (for up to 100).",
        HelpName = "skip|once|all",
    };

    private static readonly Option<int?> Priority = new("--priority") { Description = "0 to 9; jobs with a higher one are made first. [default: 5]", HelpName = "N" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show when it would run." };

    public static Command Create() => ClientCommand.Create(
        "add",
        Description,
        [
            ScheduleArguments.Name, Cron, TimeZone, Script, Folder, Table, Start, End, Blackout, Defer, Jitter, Missed, Priority,
            MakeCommand.Template, MakeCommand.Voice, MakeCommand.Background, MakeCommand.Music, MakeCommand.Format, DryRun,
        ],
        RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken cancellationToken)
    {
        var zone = parsed.GetValue(TimeZone) ?? (TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC");
        var body = new JsonObject
        {
            ["name"] = parsed.GetRequiredValue(ScheduleArguments.Name),
            ["priority"] = parsed.GetValue(Priority) ?? 5,
            ["when"] = When(parsed, zone),
            ["make"] = Make(parsed),
        };
        if (parsed.GetValue(DryRun))
        {
            var (next, nextJson) = await client.ReadAsync(HttpMethod.Post, "schedules/preview-next?count=10", body, RemoteJson.Default.RemoteNext, cancellationToken);
            return ScheduleNext.Tell(next, nextJson, ClientCommand.WantsJson(parsed));
        }

        var (schedule, json) = await client.ReadAsync(HttpMethod.Post, "schedules", body, RemoteJson.Default.RemoteSchedule, cancellationToken);
        if (ClientCommand.WantsJson(parsed))
        {
            ClientCommand.Print(json);
        }
        else
        {
            Console.WriteLine($"Added {schedule.Name}: {schedule.Make}. It runs next at {string.Join(", ", schedule.Next.Select(time => ClientCommand.Time(time, zone)))} ({zone}).");
        }

        return ExitCode.Done;
    }

    private static JsonObject When(ParseResult parsed, string zone) => new()
    {
        ["cron"] = parsed.GetRequiredValue(Cron),
        ["timeZone"] = zone,
        ["start"] = Moment(parsed.GetValue(Start), "--start", zone),
        ["end"] = Moment(parsed.GetValue(End), "--end", zone),
        ["blackouts"] = new JsonArray([.. (parsed.GetValue(Blackout) ?? []).Select(window => (JsonNode)window)]),
        ["blackout"] = parsed.GetValue(Defer) ? "defer" : "skip",
        ["jitterSeconds"] = Length(parsed.GetValue(Jitter)).TotalSeconds,
        ["missed"] = parsed.GetValue(Missed) switch
        {
            null => "skip",
            "skip" or "once" or "all" => parsed.GetValue(Missed),
            var other => throw new InvalidInputException($"--missed {other} is not known.") { Advice = "It is skip, once or all." },
        },
    };

    private static JsonObject Make(ParseResult parsed) => new()
    {
        ["file"] = Path(parsed.GetValue(Script), "--script"),
        ["folder"] = Path(parsed.GetValue(Folder), "--folder"),
        ["table"] = Path(parsed.GetValue(Table), "--table"),
        ["template"] = parsed.GetValue(MakeCommand.Template),
        ["voice"] = parsed.GetValue(MakeCommand.Voice),
        ["background"] = MakeCommand.FromWorkingDirectory(parsed.GetValue(MakeCommand.Background)),
        ["music"] = MakeCommand.FromWorkingDirectory(parsed.GetValue(MakeCommand.Music)),
        ["pictureFormat"] = parsed.GetValue(MakeCommand.Format),
    };

    private static string? Path(string? path, string option) => path is null ? null : MakeSources.FullPath(path, option);

    /// <summary>A date, or a date and a time, by the clocks of the schedule's zone.</summary>
    private static string? Moment(string? text, string option, string zone)
    {
        if (text is null)
        {
            return null;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
        {
            throw new InvalidInputException($"{option} {text} is no date or time.") { Advice = "Write it as 2026-12-01 or 2026-12-01T18:00, by the clocks of --time-zone." };
        }

        var clock = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(clock, info.GetUtcOffset(clock)).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
    }

    private static TimeSpan Length(string? text)
    {
        (string Unit, double Seconds)[] units = [("min", 60), ("m", 60), ("h", 3600), ("s", 1)];
        foreach (var (unit, seconds) in units)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return TimeSpan.FromSeconds(number * seconds);
            }
        }

        return text is null ? TimeSpan.Zero : throw new InvalidInputException($"--jitter {text} is no length of time.") { Advice = "Write it as 90s, 15min or 2h." };
    }
}
