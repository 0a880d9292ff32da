using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Audio.Mixing;

/// <summary>Finds the sounds that a script names, and makes sure that each can be decoded before any work is done.</summary>
internal sealed class SoundFinder(MediaProbe probe, Ffmpeg ffmpeg)
{
    private const string Advice = "Name a sound file, such as mp3, wav, m4a, flac or ogg, or a video whose sound is to be used.";

    private static readonly string[] Extensions =
        [".mp3", ".wav", ".m4a", ".m4b", ".aac", ".flac", ".ogg", ".oga", ".opus", ".wma", ".aif", ".aiff", ".mp4", ".mov", ".mkv", ".webm"];

    /// <summary>The sound that <paramref name="text"/> names; <see langword="null"/> if it says that there is to be none.</summary>
    /// <param name="text">A path from the script on, of a file or a folder, <c>generated:NAME</c>, or <c>none</c>.</param>
    /// <param name="what">What it is for, as messages say: the music.</param>
    /// <param name="line">The script's line that asks for it, or <see langword="null"/>.</param>
    /// <param name="draft">The short.</param>
    /// <param name="files">Which files may be named where it is.</param>
    /// <param name="link">The name, without extension, that a file is to have in the scope's directory.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidInputException">It is missing, silent by nature, broken or protected.</exception>
    public async Task<SoundChoice?> FindAsync(
        string text, string what, int? line, Short draft, FileRules files, string link, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (text.Trim().ToUpperInvariant() is "" or "NONE" or "OFF")
        {
            return null;
        }

        try
        {
            return GeneratedSound.Parse(text, what) is { } generated
                ? new SoundChoice { Name = generated.Name, Line = line }
                : await LookAsync(PathOf(text, what, draft, files), what, link, line, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidInputException exception) when (line is { } at && exception.Line is null)
        {
            throw exception.At(draft.Request.ScriptPath, at);
        }
    }

    private static string PathOf(string text, string what, Short draft, FileRules files)
    {
        var path = (draft.Request with { Files = files }).PathOf(text);
        if (Directory.Exists(path))
        {
            path = files.ConfirmFound(Choose(path, what, Seed.Of(draft.Script)));
        }

        if (!File.Exists(path))
        {
            var neighbours = Directory.Exists(Path.GetDirectoryName(path)) ? Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName) : [];
            throw new InvalidInputException(
                $"{what} '{text}' does not exist (paths start at the script's folder).{Suggestion.For(Path.GetFileName(path), [.. neighbours!, .. GeneratedSound.Names])}") { Advice = Advice };
        }

        return draft.Request.Replaces(path) ? throw Delivery.ReplacesInput(path) : path;
    }

    /// <summary>A file of a folder: always the same one for a seed, another one for another.</summary>
    private static string Choose(string folder, string what, Seed seed)
    {
        var files = SoundsIn(folder, what);
        return files.Length > 0
            ? files[(int)(seed.NumberFor(Path.GetFileName(folder)) * files.Length)]
            : throw new InvalidInputException($"{what}: the folder '{folder}' holds no sound file.")
            {
                Advice = "Put files such as mp3, wav, m4a, flac or ogg into it; folders inside it are not searched.",
            };
    }

    private static string[] SoundsIn(string folder, string what)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder)
                .Where(file => !Path.GetFileName(file).StartsWith('.') && Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidInputException($"{what}: the folder '{folder}' may not be read.", innerException: exception)
            {
                Advice = "Change its permissions, or name another one.",
            };
        }
    }

    private async Task<SoundChoice> LookAsync(string path, string what, string name, int? line, ResourceScope scope, CancellationToken cancellationToken)
    {
        var link = MediaLink.Create(path, name, scope);
        var file = await probe.ProbeAsync(path, scope, cancellationToken, scope.PathOf(link)).ConfigureAwait(false);
        if (file.Kind == MediaKind.Image || !file.HasSound)
        {
            throw new InvalidInputException($"it has no sound and cannot be {what}.", path) { Advice = Advice };
        }

        await TrialDecoding.RunAsync(ffmpeg, ["-i", link, "-map", "0:a:0", "-t", "0.5"], failure => Undecodable(path, failure), scope, cancellationToken).ConfigureAwait(false);
        return new SoundChoice { Name = Path.GetFileName(path), Path = path, Link = link, Duration = file.Duration, Line = line };
    }

    private static InvalidInputException Undecodable(string path, Exception? innerException) =>
        new("its sound cannot be decoded: the file is broken, or protected against copying.", path, innerException: innerException) { Advice = Advice };
}
