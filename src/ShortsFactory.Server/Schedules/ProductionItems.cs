using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>
/// Lists what a schedule can make, in order. A file of a folder, and a row of a table, is what its content says: one that was edited is a new one, and rows may be
/// added, moved and sorted.
/// </summary>
internal sealed class ProductionItems(SchedulePaths paths)
{
    private static readonly string[] ScriptExtensions = [".md", ".markdown", ".txt", ".json"];

    /// <summary>All of them, those that were made before too; read as they are asked for.</summary>
    /// <exception cref="InvalidInputException">A file, folder or table cannot be read.</exception>
    public IAsyncEnumerable<ProductionItem> Of(Production make, Action<string> passOver, CancellationToken cancellationToken) =>
        make.Table is { } table ? RowsAsync(make, paths.Resolve(table, "table"), passOver, cancellationToken)
        : make.Folder is { } folder ? FilesAsync(make, paths.Resolve(folder, "folder"), passOver, cancellationToken)
        : OneAsync(make, cancellationToken);

    private async IAsyncEnumerable<ProductionItem> OneAsync(Production make, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var order = await ScriptAsync(make, cancellationToken);
        yield return new ProductionItem { Name = make.File is { } file ? Path.GetFileName(file) : null, VideoName = Stem(make.File), Order = order };
    }

    private async IAsyncEnumerable<ProductionItem> FilesAsync(
        Production make, string folder, Action<string> passOver, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException("There is no such folder.", folder) { Setting = "folder", Advice = "Make it, and put scripts into it." };
        }

        foreach (var path in Directory.EnumerateFiles(folder).Where(IsScript).Order(StringComparer.Ordinal))
        {
            string text;
            try
            {
                text = await ScriptFile.ReadTextAsync(paths.Resolve(path, "folder"), cancellationToken);
            }
            catch (InvalidInputException exception)
            {
                passOver(exception.Message);
                continue;
            }

            var name = Path.GetFileName(path);
            yield return new ProductionItem { Name = name, Key = Key(name, text), VideoName = Stem(path), Order = Order(make, text, FormatOf(path), folder) };
        }
    }

    private async IAsyncEnumerable<ProductionItem> RowsAsync(
        Production make, string path, Action<string> passOver, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var template = await ScriptAsync(make, cancellationToken);
        var table = await TableFile.ReadAsync(path, cancellationToken);
        foreach (var problem in table.Problems)
        {
            passOver(problem.Message);
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var key = Key([.. row.Cells.Select(cell => $"{cell.Key.ToLowerInvariant()}\0{cell.Value}").Order(StringComparer.Ordinal)]);
            var same = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return new ProductionItem
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {row.Line}"),
                Key = string.Create(CultureInfo.InvariantCulture, $"{key}#{same}"),
                VideoName = string.Create(CultureInfo.InvariantCulture, $"{Stem(path)}-{row.Number}"),
                Order = template with { Script = RowScript.Fill(template.Script, make.File ?? "the script", row.Cells, row.Number) },
            };
        }
    }

    private async Task<JobOrder> ScriptAsync(Production make, CancellationToken cancellationToken)
    {
        if (make.File is not { } file)
        {
            return Order(make, make.Script!, make.Format, baseDirectory: null);
        }

        var path = paths.Resolve(file, "file");
        return IsScript(path)
            ? Order(make, await ScriptFile.ReadTextAsync(path, cancellationToken), FormatOf(path), Path.GetDirectoryName(path))
            : throw new InvalidInputException("This is no script by its name.", path) { Setting = "file", Advice = "Scripts are named .md, .txt or .json." };
    }

    private static JobOrder Order(Production make, string script, ScriptFormat format, string? baseDirectory) => new()
    {
        Script = script,
        Format = format,
        Voice = make.Voice,
        Template = make.Template,
        Background = make.Background,
        Music = make.Music,
        PictureFormat = make.PictureFormat,
        BaseDirectory = baseDirectory,
    };

    private static bool IsScript(string path) =>
        !Path.GetFileName(path).StartsWith('.') && ScriptExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static ScriptFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => ScriptFormat.Txt,
        ".json" => ScriptFormat.Json,
        _ => ScriptFormat.Md,
    };

    private static string? Stem(string? path) => path is null ? null : Path.GetFileNameWithoutExtension(path);

    private static string Key(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..32];
}
