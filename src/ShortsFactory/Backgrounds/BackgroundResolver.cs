using System.Text.RegularExpressions;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Backgrounds;

/// <summary>Turns what scripts say about backgrounds into backgrounds: one for each scene, each looked at, none decoded.</summary>
internal sealed partial class BackgroundResolver(MediaProbe probe, Ffmpeg ffmpeg)
{
    private const string GeneratedPrefix = "generated:";
    private const string ColorPrefix = "color:";

    private static readonly string Choices =
        $"Write the path of a video, a picture or a folder of them, color:#112233, or one of: {string.Join(", ", GeneratedNames())}.";

    /// <summary>The backgrounds of the draft's scenes, in order; <paramref name="fallback"/> serves scenes for which the script names none.</summary>
    /// <exception cref="InvalidInputException">One is unknown, missing or not readable.</exception>
    public async Task<IReadOnlyList<Background>> ResolveAsync(
        Short draft, string fallback, ResourceScope scope, CancellationToken cancellationToken)
    {
        var folders = new FolderTurns();
        var media = new Dictionary<string, MediaBackground>(StringComparer.Ordinal);
        var backgrounds = new List<Background>();
        foreach (var scene in draft.Script.Scenes)
        {
            var text = (scene.Background ?? draft.Script.Background ?? fallback).Trim();
            var origin = new BackgroundOrigin(draft.Request.ScriptPath, scene.Background is null ? LineOf(draft.Script) : scene.Line);
            if (Parse(text, origin) is { } drawn)
            {
                backgrounds.Add(drawn);
                continue;
            }

            var path = folders.Next(Path.GetFullPath(text, origin.Directory), origin);
            RefuseToReplace(path, draft.Request);
            if (!media.TryGetValue(path, out var background))
            {
                background = await LinkAsync(path, media.Count, origin, scope, cancellationToken).ConfigureAwait(false);
                media.Add(path, background);
            }

            backgrounds.Add(background);
        }

        return backgrounds;
    }

    /// <summary>A background that needs no file, or <see langword="null"/> for a path that exists.</summary>
    internal static Background? Parse(string text, BackgroundOrigin origin)
    {
        if (text.StartsWith(GeneratedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var name = text[GeneratedPrefix.Length..];
            return GeneratedPresets.All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase)) is { } preset
                ? new GeneratedBackground(preset)
                : throw Unknown($"there is no generated background '{name}'.", text, origin);
        }

        if (text.StartsWith(ColorPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return ColorPattern().Match(text[ColorPrefix.Length..]) is { Success: true } match
                ? new ColorBackground(match.Groups["digits"].Value.ToLowerInvariant())
                : throw Unknown($"'{text}' is not a colour; six hexadecimal digits are, as in color:#112233.", text, origin);
        }

        if (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal))
        {
            throw Unknown("the background is empty or no path.", text, origin);
        }

        return Path.Exists(Path.GetFullPath(text, origin.Directory))
            ? null
            : throw Unknown($"the background '{text}' does not exist (paths start at the script's folder).", text, origin);
    }

    /// <summary>What is published must not replace footage, nor what a link of the user's points to.</summary>
    private static void RefuseToReplace(string path, ShortRequest request)
    {
        if (request.Replaces(path))
        {
            throw Delivery.ReplacesInput(path);
        }
    }

    /// <summary>Where the script names the background of scenes that name none.</summary>
    private static int? LineOf(Script script) =>
        script.Background is not null && script.Lines.TryGetValue("background", out var line) ? line : null;

    private async Task<MediaBackground> LinkAsync(string path, int index, BackgroundOrigin origin, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await LinkAsync(path, index, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidInputException exception) when (origin.Line is { } line)
        {
            throw exception.At(origin.ScriptPath, line);
        }
    }

    private async Task<MediaBackground> LinkAsync(string path, int index, ResourceScope scope, CancellationToken cancellationToken)
    {
        // The user's name for the file may mean something to ffmpeg (a pattern, a protocol, an option); ours cannot.
        var extension = SafeExtension().Match(Path.GetExtension(path)).Value.ToLowerInvariant();
        var link = $"background-{index}{extension}";
        File.CreateSymbolicLink(scope.PathOf(link), path);
        var file = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        return file switch
        {
            { Kind: MediaKind.Audio } => throw new InvalidInputException("it is sound alone and cannot be a background.", path) { Advice = Choices },
            { Kind: MediaKind.Video } when !file.CanLoop || file.Duration == TimeSpan.Zero =>
                await RewrapAsync(file, link, index, scope, cancellationToken).ConfigureAwait(false),
            _ => new MediaBackground(file, link),
        };
    }

    /// <summary>Puts the pictures, as they are, into a container that ffmpeg can start over and open in the middle, and that knows how long it is.</summary>
    private async Task<MediaBackground> RewrapAsync(MediaFile file, string link, int index, ResourceScope scope, CancellationToken cancellationToken)
    {
        var rewrapped = $"background-{index}-looped.mkv";
        await scope.RunAsync(
            ffmpeg.Convert(["-fflags", "+genpts", "-i", link, "-map", "0:v:0", "-c", "copy", "-f", "matroska", rewrapped], scope.Directory),
            cancellationToken).ConfigureAwait(false);
        var looped = await probe.ProbeAsync(scope.PathOf(rewrapped), scope, cancellationToken).ConfigureAwait(false);
        return new MediaBackground(file with { Duration = looped.Duration }, rewrapped);
    }

    private static InvalidInputException Unknown(string message, string text, BackgroundOrigin origin) =>
        new($"{message}{Suggestion.For(text, GeneratedNames())}", origin.ScriptPath, origin.Line) { Advice = Choices };

    private static IEnumerable<string> GeneratedNames() => GeneratedPresets.All.Select(preset => GeneratedPrefix + preset.Name);

    [GeneratedRegex("^#?(?<digits>[0-9a-fA-F]{6})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ColorPattern();

    [GeneratedRegex(@"^\.[0-9a-zA-Z]{1,5}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SafeExtension();
}
