using System.Text.RegularExpressions;
using ShortsFactory.Caching;
using ShortsFactory.Conversions;
using ShortsFactory.Downloads;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Backgrounds;

/// <summary>Turns what scripts say about backgrounds into backgrounds: one for each scene, each looked at, none decoded.</summary>
internal sealed partial class BackgroundResolver(MediaProbe probe, Ffmpeg ffmpeg, FootageDownloads downloads, FootageIntake intake)
{
    internal const string GeneratedPrefix = "generated:";
    internal const string ColorPrefix = "color:";

    private static readonly string Choices =
        $"Write the path of a video, a picture or a folder of them, an address (https://...), color:#112233, or one of: {string.Join(", ", GeneratedBackgrounds.Ids)}.";

    /// <summary>The backgrounds of the draft's scenes, in order; <paramref name="fallback"/> serves scenes for which the script names none.</summary>
    /// <exception cref="InvalidInputException">One is unknown, missing or not readable.</exception>
    public async Task<IReadOnlyList<Background>> ResolveAsync(
        Short draft,
        string fallback,
        ResourceScope scope,
        CancellationToken cancellationToken,
        IProgress<StageProgress>? progress = null,
        StageCache? cache = null)
    {
        var folders = new FolderTurns();
        var footage = new Footage(probe, ffmpeg, intake, cache ?? StageCache.None, Choices, scope);
        var backgrounds = new List<Background>();
        var wanted = draft.Script.Scenes.Select(scene => BackgroundOrigin.Of(scene, draft))
            .Zip(draft.Script.Scenes, (origin, scene) => (Origin: origin, Settings: BackgroundSettings.Read(scene.Background ?? draft.Script.Background ?? fallback, origin)))
            .ToArray();

        // Before anything is fetched, so that nobody waits for a download to be told of a mistyped path.
        var parsed = wanted.Select(pair => WebAddress.Looks(pair.Settings.Source) ? null : Parse(pair.Settings.Source, pair.Origin)).ToArray();
        var fetched = await downloads.FetchAsync(wanted, scope, progress, cancellationToken).ConfigureAwait(false);
        foreach (var ((origin, settings), known) in wanted.Zip(parsed))
        {
            var seed = settings.Seed is { } own ? new Seed(own) : Seed.Of(draft.Script);
            var background = known;
            if (background is null)
            {
                var path = fetched.GetValueOrDefault(settings.Source) ?? origin.ConfirmFound(folders.Next(origin.PathOf(settings.Source), settings.Pick is FolderPick.Random ? seed : null, origin));
                RefuseToReplace(path, draft.Request);
                background = await FootageDownloads.NamedAsync(path, settings, () => footage.OpenAsync(path, settings, seed, origin, cancellationToken)).ConfigureAwait(false);
            }

            backgrounds.Add(background with { Cuts = settings.Transition is SceneTransition.Cut });
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

        return Path.Exists(origin.PathOf(text))
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

    private static InvalidInputException Unknown(string message, string text, BackgroundOrigin origin) =>
        new($"{message}{Suggestion.For(text, GeneratedBackgrounds.Ids)}", origin.ScriptPath, origin.Line) { Advice = Choices };

    [GeneratedRegex("^#?(?<digits>[0-9a-fA-F]{6})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ColorPattern();
}
