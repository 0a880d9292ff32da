using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;
using ShortsFactory.Templates;

namespace ShortsFactory.Batches;

/// <summary>Checks a batch before any work is done: what there is to make, under which names, and what cannot be made.</summary>
public sealed class BatchPlanner(ShortPipeline pipeline, TemplateCatalog templates, VoiceCatalog voices, ResourceScopes scopes)
{
    /// <summary>Plans a batch; a script that cannot be used is a short with a <see cref="BatchItem.Problem"/>.</summary>
    /// <exception cref="InvalidInputException">The batch cannot begin: a path, a table, the template, or names that meet; all of it is told at once.</exception>
    public async Task<BatchPlan> PlanAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var problems = new List<InvalidInputException>();
        var sources = await FindAsync(request, problems, cancellationToken).ConfigureAwait(false);
        problems.AddRange(OutputNames.Collisions(sources));
        if (problems.Count > 0)
        {
            throw Together(problems);
        }

        var items = new List<BatchItem>();
        var scope = scopes.Open("check");
        await using (scope.ConfigureAwait(false))
        {
            var known = new Dictionary<string, InvalidInputException?>(StringComparer.Ordinal);
            foreach (var (index, source) in sources.Index())
            {
                items.Add(await CheckAsync(Item(source, request, index + 1), source, known, scope, cancellationToken).ConfigureAwait(false));
            }
        }

        return new BatchPlan { OutputDirectory = request.OutputDirectory, Items = items };
    }

    /// <summary>Several errors as one, each on a line of its own.</summary>
    public static InvalidInputException Together(IReadOnlyList<InvalidInputException> problems) => problems is [var only]
        ? only
        : new InvalidInputException($"{problems.Count} things must be put right first:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem.Message} {problem.Advice}".TrimEnd()))}");

    private static async Task<List<PlannedSource>> FindAsync(BatchRequest request, List<InvalidInputException> problems, CancellationToken cancellationToken)
    {
        var search = new ScriptSearch(request.OutputDirectory);
        var sources = new List<PlannedSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in request.Paths)
        {
            try
            {
                foreach (var (file, name) in search.Find(path).Where(found => seen.Add(found.Path)))
                {
                    sources.AddRange(TableFile.Is(file)
                        ? await RowsAsync(file, request, problems, cancellationToken).ConfigureAwait(false)
                        : [new PlannedSource { Path = file, Name = name }]);
                }
            }
            catch (InvalidInputException exception)
            {
                problems.Add(exception);
            }
        }

        return sources;
    }

    private static async Task<IReadOnlyList<PlannedSource>> RowsAsync(
        string path, BatchRequest request, List<InvalidInputException> problems, CancellationToken cancellationToken)
    {
        if (request.ScriptTemplate is not { } templatePath)
        {
            throw new InvalidInputException("A table needs a script that its rows are put into. Name it with --script, and write {{column}} in it where a cell belongs.", path);
        }

        var template = new ScriptTemplate(await ScriptFile.ReadTextAsync(templatePath, ScriptFile.MaximumBytes, cancellationToken).ConfigureAwait(false), templatePath);
        var table = await TableFile.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        InvalidInputException[] missing =
        [
            .. template.MissingIn(table),
            .. ScriptTemplate.ColumnsIn(request.NamePattern ?? "").Where(name => !ScriptTemplate.Has(table, name))
                .Select(name => new InvalidInputException($"--name: {ScriptTemplate.MissingColumn(table, name)}")),
        ];
        problems.AddRange(missing);
        if (missing.Length > 0)
        {
            return [];
        }

        PlannedSource[] rows =
        [
            .. table.Rows.Select(row => Row(row, table, template, request.NamePattern)),
            .. table.Problems.Select(problem => new PlannedSource { Path = path, Line = problem.Line, Name = $"{Path.GetFileNameWithoutExtension(path)}-line-{problem.Line}", Problem = problem }),
        ];
        return [.. rows.OrderBy(row => row.Line)];
    }

    private static PlannedSource Row(TableRow row, Table table, ScriptTemplate template, string? pattern)
    {
        try
        {
            return new PlannedSource { Path = table.Path, Line = row.Line, Name = OutputNames.Of(row, table, pattern), Filled = template.Fill(row) };
        }
        catch (InvalidInputException exception)
        {
            return new PlannedSource { Path = table.Path, Line = row.Line, Name = OutputNames.Of(row, table, pattern: null), Problem = InRow(exception, table.Path, row.Line, filled: null) };
        }
    }

    private static BatchItem Item(PlannedSource source, BatchRequest request, int number) => new()
    {
        Number = number,
        Name = source.Name,
        Source = source.Place,
        Title = source.Name,
        Problem = source.Problem,
        Request = new ShortRequest
        {
            ScriptPath = source.Line is null ? source.Path : request.ScriptTemplate!,
            ScriptText = source.Filled?.Text,
            OutputPath = Path.GetFullPath(source.Name + ".mp4", request.OutputDirectory),
            Template = request.Template,
            Voice = request.Voice,
            Background = request.Background,
        },
    };

    private async Task<BatchItem> CheckAsync(
        BatchItem item, PlannedSource source, Dictionary<string, InvalidInputException?> known, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (item.Problem is not null)
        {
            return item;
        }

        try
        {
            var script = await pipeline.ReadScriptAsync(item.Request, cancellationToken).ConfigureAwait(false);
            var checkedItem = item with { Title = script.Title, Estimate = ScriptLength.Estimate(script) };
            var wrong = await WrongSettingAsync(script, item.Request.ScriptPath, known, scope, cancellationToken).ConfigureAwait(false);
            return wrong is null ? checkedItem : checkedItem with { Problem = InRow(wrong, source.Path, source.Line, source.Filled) };
        }
        catch (InvalidInputException exception)
        {
            return item with { Problem = InRow(exception, source.Path, source.Line, source.Filled) };
        }
    }

    /// <summary>What would be refused when the short begins, asked once for each value: a caption template or a voice that does not exist.</summary>
    private async Task<InvalidInputException?> WrongSettingAsync(
        Script script, string scriptPath, Dictionary<string, InvalidInputException?> known, ResourceScope scope, CancellationToken cancellationToken)
    {
        (string Setting, string? Value, Func<string, Task> Check)[] settings =
        [
            ("template", script.Template, value => Task.FromResult(templates.Load(value))),
            ("voice", script.Narration is null ? script.Voice : null, value => voices.ChooseAsync(value, scope, cancellationToken)),
        ];
        foreach (var (setting, value, check) in settings)
        {
            if (value is null)
            {
                continue;
            }

            var key = $"{setting} {value}";
            if (!known.TryGetValue(key, out var problem))
            {
                known[key] = problem = await RefusalAsync(() => check(value)).ConfigureAwait(false);
            }

            if (problem is not null)
            {
                return problem.Path is null && script.LineOf(setting) is { } line ? problem.At(scriptPath, line) : problem;
            }
        }

        return null;
    }

    private static async Task<InvalidInputException?> RefusalAsync(Func<Task> check)
    {
        try
        {
            await check().ConfigureAwait(false);
            return null;
        }
        catch (InvalidInputException exception)
        {
            return exception;
        }
    }

    /// <summary>The error of a row, told with the table's line; the template's line is the one before cells brought lines of their own.</summary>
    private static InvalidInputException InRow(InvalidInputException error, string path, int? line, FilledScript? filled)
    {
        if (line is null || string.Equals(error.Path, path, StringComparison.Ordinal))
        {
            return error;
        }

        var message = error.Message;
        if (error is { Path: { } script, Line: { } scriptLine } && $"{script}:{scriptLine}: " is var place && message.StartsWith(place, StringComparison.Ordinal))
        {
            var origin = filled?.Lines.ElementAtOrDefault(scriptLine - 1) is > 0 and var known ? known : scriptLine;
            message = $"(line {origin} of {Path.GetFileName(script)}) {message[place.Length..]}";
        }

        return new InvalidInputException(message, path, line, error) { Advice = error.Advice };
    }
}
