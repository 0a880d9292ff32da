using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Audio.Mixing;

/// <summary>Finds out what a short is to have besides its voice: by the request, else the script, else the settings.</summary>
internal sealed class AccompanimentFinder(SoundFinder sounds, IOptions<AudioOptions> options)
{
    /// <summary>Finds it; nothing is decoded but a moment of each file.</summary>
    /// <exception cref="InvalidInputException">Something that was asked for cannot be used.</exception>
    public async Task<Accompaniment> FindAsync(Short draft, ResourceScope scope, CancellationToken cancellationToken)
    {
        var settings = draft.Script.Music ?? new MusicSettings { File = options.Value.Music };
        var music = await sounds.FindAsync(
            settings.File, "the music", draft.Script.LineOf("music"), draft, Rules(draft, isSetting: draft.Script.Music is null), "music", scope, cancellationToken).ConfigureAwait(false);
        RefuseLateStart(music, settings, draft.Request.ScriptPath);
        return new Accompaniment
        {
            Music = music,
            Settings = music is null ? null : settings,
            Cues = await CuesAsync(draft, scope, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The author of the settings may name whatever there is.</summary>
    private static FileRules Rules(Short draft, bool isSetting) => isSetting ? FileRules.Anywhere : draft.Request.Files;

    private static void RefuseLateStart(SoundChoice? music, MusicSettings settings, string scriptPath)
    {
        if (music is { Duration: var duration, Line: var line } && duration > TimeSpan.Zero && settings.From is { } from && from >= duration)
        {
            throw new InvalidInputException(
                $"the music '{music.Name}' is to begin at {from.TotalSeconds:0.#} s, but it is only {duration.TotalSeconds:0.#} s long.", scriptPath, line)
            {
                Advice = "Write an earlier time behind 'from:'.",
            };
        }
    }

    /// <summary>The first scene begins with the short and not with a change, so it has a sound only if it names one itself.</summary>
    private async Task<IReadOnlyList<TransitionCue>> CuesAsync(Short draft, ResourceScope scope, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Text, FileRules Files), SoundChoice?>();
        List<TransitionCue> cues = [];
        foreach (var (index, scene) in draft.Script.Scenes.Index())
        {
            var text = scene.Transition ?? (index == 0 ? "" : draft.Script.Transition?.File ?? options.Value.TransitionSound);
            var line = scene.Transition is not null ? scene.Line : draft.Script.LineOf("transition-sound");
            var files = Rules(draft, isSetting: scene.Transition is null && draft.Script.Transition is null);
            if (!found.TryGetValue((text, files), out var sound))
            {
                sound = await sounds.FindAsync(text, "the transition sound", line, draft, files, $"effect-{found.Count}", scope, cancellationToken).ConfigureAwait(false);
                found.Add((text, files), sound);
            }

            if (sound is not null)
            {
                cues.Add(new TransitionCue(index, sound, draft.Script.Transition?.Volume ?? 0));
            }
        }

        return cues;
    }
}
