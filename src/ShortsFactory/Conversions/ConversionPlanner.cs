using Microsoft.Extensions.Options;
using ShortsFactory.Backgrounds;
using ShortsFactory.Conversions.Presets;
using ShortsFactory.Conversions.Targets;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Settles what becomes of each file before anything is begun: formats, names, and that nothing of the user's is lost.</summary>
internal sealed class ConversionPlanner(IOptions<ConversionOptions> options)
{
    private static readonly string[] Fills = [.. Enum.GetNames<Fill>().Select(name => name.ToLowerInvariant())];

    /// <summary>The conversions, in the order of the files.</summary>
    /// <exception cref="InvalidInputException">What is asked for contradicts itself, or would replace an input.</exception>
    public IReadOnlyList<PlannedConversion> Plan(ConversionRequest request)
    {
        var isFolder = IsFolder(request);
        var preset = request.Preset is { } name ? ConversionPresets.Get(name) : null;
        var target = TargetOf(request, preset, isFolder);
        if (preset is not null && !preset.Kinds.Contains(target.Kind))
        {
            throw new InvalidInputException($"the preset '{preset.Name}' ({preset.Description}) makes no {target.Name}.") { Advice = "Leave --preset out, or choose another format with --to." };
        }

        var look = LookOf(request, preset, target);
        string[] inputs = [.. request.Inputs.Distinct(StringComparer.Ordinal)];
        var outputs = isFolder ? NamesIn(request.Output, inputs, target) : [request.Output];
        PlannedConversion[] planned = [.. inputs.Zip(outputs, (input, output) => new PlannedConversion(input, output, target, look))];
        RefuseToReplace(planned);
        return planned;
    }

    private static bool IsFolder(ConversionRequest request)
    {
        if (request.IsFolder || Directory.Exists(request.Output))
        {
            return File.Exists(request.Output)
                ? throw new InvalidInputException("it is a file, but a folder is asked for.", request.Output) { Advice = "Name another folder with -o." }
                : true;
        }

        var looksLikeFile = File.Exists(request.Output) || TargetFormats.Find(Path.GetExtension(request.Output)) is not null;
        return request.Inputs.Count > 1 && looksLikeFile
            ? throw new InvalidInputException($"{request.Inputs.Count} files cannot become one.", request.Output) { Advice = "Name a folder with -o, for example -o out." }
            : request.Inputs.Count > 1 || Path.GetExtension(request.Output).Length == 0;
    }

    private static ITargetFormat TargetOf(ConversionRequest request, Preset? preset, bool isFolder)
    {
        var byName = isFolder ? null : TargetFormats.Find(Path.GetExtension(request.Output));
        if (request.To is { } to)
        {
            var target = TargetFormats.Get(to);
            return byName is null || byName == target
                ? target
                : throw new InvalidInputException($"it is named .{byName.Name}, but --to says {target.Name}.", request.Output) { Advice = "Leave --to out, or name the file by it." };
        }

        if (byName is null && !isFolder)
        {
            // The extension is meant to be one.
            return TargetFormats.Get(Path.GetExtension(request.Output).TrimStart('.'));
        }

        return byName ?? (preset?.DefaultTarget is { } name ? TargetFormats.Get(name) : null)
            ?? throw new InvalidInputException("what the files shall become is not said.") { Advice = $"Add --to with one of: {string.Join(", ", TargetFormats.Names)}." };
    }

    private Look LookOf(ConversionRequest request, Preset? preset, ITargetFormat target)
    {
        var look = (preset?.Look ?? new Look()) with { PictureDuration = options.Value.PictureDuration };
        if (request.Fill is { } fill)
        {
            look = look.Frame is null
                ? throw new InvalidInputException("--fill says how a frame is filled, and without a preset that has one there is none.") { Advice = "Add --preset shorts." }
                : look with
                {
                    Fill = Enum.TryParse<Fill>(fill, ignoreCase: true, out var value) && Fills.Contains(fill.ToLowerInvariant(), StringComparer.Ordinal)
                        ? value
                        : throw new InvalidInputException($"--fill '{fill}' is neither {string.Join(" nor ", Fills)}.{Suggestion.For(fill, Fills)}"),
                };
        }

        return request.At is not { } at
            ? look
            : target.Kind is not TargetKind.Picture
                ? throw new InvalidInputException($"--at chooses the moment that becomes a picture, and {target.Name} is none.") { Advice = "Leave it out, or choose jpg, png or webp with --to." }
                : look with { At = TimeText.TryParse(at) ?? throw new InvalidInputException($"--at '{at}' is no moment.") { Advice = "Write it as 3s, 12.5 (seconds) or 1:20." } };
    }

    /// <summary>Named after their inputs; where these are alike, the later ones get numbers.</summary>
    private static IEnumerable<string> NamesIn(string folder, IReadOnlyList<string> inputs, ITargetFormat target)
    {
        var names = new UniqueNames();
        return inputs.Select(input =>
        {
            var stem = Path.GetFileNameWithoutExtension(input) is { Length: > 0 } own ? own : Path.GetFileName(input);
            return Path.Combine(folder, names.Take($"{stem}.{target.Name}"));
        });
    }

    private static void RefuseToReplace(IReadOnlyList<PlannedConversion> planned)
    {
        var inputs = planned.Select(conversion => RealPath.Of(conversion.Input)).ToHashSet(StringComparer.Ordinal);
        if (planned.FirstOrDefault(conversion => inputs.Contains(RealPath.Of(conversion.Output))) is { } replacing)
        {
            throw new InvalidInputException("the result would replace this input.", replacing.Output) { Advice = "Choose another name or folder with -o." };
        }

        if (planned.FirstOrDefault(conversion => Directory.Exists(conversion.Output)) is { } occupied)
        {
            throw new InvalidInputException("a folder stands where the result would be written.", occupied.Output) { Advice = "Choose another name or folder with -o." };
        }
    }
}
