using ShortsFactory.Media.Tasks;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Converts files, so many at once as the tasks' options say. Thread-safe.</summary>
public sealed class FileConversions
{
    private readonly ConversionPlanner _planner;
    private readonly Converter _converter;
    private readonly MediaTasks _tasks;
    private readonly TimeProvider _timeProvider;

    internal FileConversions(ConversionPlanner planner, Converter converter, MediaTasks tasks, TimeProvider timeProvider)
    {
        _planner = planner;
        _converter = converter;
        _tasks = tasks;
        _timeProvider = timeProvider;
    }

    /// <summary>What files can be converted to, with what it is good for.</summary>
    public static IReadOnlyList<string> FormatNames { get; } = [.. Targets.TargetFormats.Names];

    /// <summary>The presets, with what each does.</summary>
    public static IReadOnlyList<(string Name, string Description)> PresetNames { get; } = [.. Presets.ConversionPresets.All.Select(preset => (preset.Name, preset.Description))];

    /// <summary>Checks what is asked for, and begins it; the output folder is there then.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="scope">What is opened is given back with it at the latest.</param>
    /// <param name="cancellationToken">Stops all of it.</param>
    /// <exception cref="InvalidInputException">What is asked for contradicts itself, or would replace an input; nothing has been begun.</exception>
    public ConversionRun Begin(ConversionRequest request, ResourceScope scope, CancellationToken cancellationToken)
    {
        var planned = _planner.Plan(request);
        var folder = OutputFolder.Make(Path.GetDirectoryName(planned[0].Output)!);
        return new ConversionRun([.. planned.Select(plan => Submit(plan, scope, cancellationToken))], folder, _timeProvider);
    }

    private (PlannedConversion Plan, MediaTask Task, Task<ConversionResult> Result) Submit(PlannedConversion plan, ResourceScope scope, CancellationToken cancellationToken)
    {
        ConversionResult? result = null;
        var task = _tasks.Submit(
            MediaTaskKind.Conversion,
            Path.GetFileName(plan.Input),
            async context => result = await _converter.ConvertAsync(plan, context).ConfigureAwait(false),
            cancellationToken,
            scope);
        return (plan, task, EndAsync(task));

        async Task<ConversionResult> EndAsync(MediaTask running)
        {
            await running.Completion.ConfigureAwait(false);
            return result!;
        }
    }
}
