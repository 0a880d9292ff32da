using ShortsFactory.Pipeline;
using Spectre.Console;

namespace ShortsFactory.Cli.Display;

/// <summary>A bar for each stage, redrawn in place; for terminals.</summary>
internal sealed class LiveDisplay : RunDisplay
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public override Task<T> ShowAsync<T>(Func<IProgress<StageProgress>, Task<T>> work) =>
        _console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bars(context)));

    public override void Warn(string warning) => _console.MarkupLineInterpolated($"[yellow]warning:[/] {warning}");

    private sealed class Bars : IProgress<StageProgress>
    {
        private readonly Dictionary<StageName, ProgressTask> _tasks;

        public Bars(ProgressContext context) =>
            _tasks = Enum.GetValues<StageName>().ToDictionary(
                stage => stage, stage => context.AddTask(Describe(stage, detail: null), autoStart: false, maxValue: 1));

        public void Report(StageProgress value)
        {
            var task = _tasks[value.Stage];
            if (!task.IsStarted)
            {
                task.StartTask();
            }

            task.Description = Describe(value.Stage, value.Detail);
            task.Value = value.Fraction;
            if (value is { Fraction: >= 1, Detail: null })
            {
                task.StopTask();
            }
        }

        private static string Describe(StageName stage, string? detail) =>
            $"{stage.ToString().ToLowerInvariant(),-11} [grey]{Markup.Escape(detail ?? ""),-28}[/]";
    }
}
