using ShortsFactory.Pipeline;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>What is sent to have a short made, checked or shown.</summary>
internal sealed record JobBody
{
    private const int LowestPriority = 0;
    private const int HighestPriority = 9;

    public string? Script { get; init; }

    public string? Name { get; init; }

    public ScriptFormat Format { get; init; }

    public string? Template { get; init; }

    public string? Voice { get; init; }

    public string? Background { get; init; }

    public string? Music { get; init; }

    public string? PictureFormat { get; init; }

    public IReadOnlyDictionary<string, string>? Row { get; init; }

    public int? Priority { get; init; }

    public string? Webhook { get; init; }

    /// <summary>The moment that a preview shows, in seconds from the start.</summary>
    public double? At { get; init; }

    /// <summary>What it asks for.</summary>
    /// <exception cref="InvalidInputException">There is no script, or the priority is none.</exception>
    public JobSubmission ToSubmission(string? idempotencyKey, OriginKind origin) => new()
    {
        Order = new JobOrder
        {
            Script = !string.IsNullOrWhiteSpace(Script) ? Script : throw new InvalidInputException("there is no script.") { Advice = "Send its text as 'script'." },
            Format = Format,
            Template = Given(Template),
            Voice = Given(Voice),
            Background = Given(Background),
            Music = Given(Music),
            PictureFormat = Given(PictureFormat),
        },
        Name = Given(Name),
        Row = Row,
        Priority = PriorityOf(Priority),
        IdempotencyKey = Given(idempotencyKey),
        OriginKind = origin,
        Webhook = Given(Webhook),
    };

    /// <exception cref="InvalidInputException">It is none.</exception>
    public static int PriorityOf(int? priority) => priority switch
    {
        null => 5,
        >= LowestPriority and <= HighestPriority => priority.Value,
        _ => throw new InvalidInputException($"{priority} is no priority.") { Advice = $"Priorities go from {LowestPriority} to {HighestPriority}; higher ones are begun first." },
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
