using System.Text;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Speech;

/// <summary>The engines, the voices that are installed, and the way from a voice's name to its engine. Thread-safe.</summary>
public sealed class VoiceCatalog(IEnumerable<ISpeechEngine> engines)
{
    private const string Setting = "voice";

    private static readonly TimeSpan ListTimeLimit = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<ISpeechEngine> _engines = [.. engines];

    /// <summary>Asks every engine for its voices; an engine that is not installed has none.</summary>
    public async Task<IReadOnlyList<Voice>> ListAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        var voices = new List<Voice>();
        foreach (var engine in _engines)
        {
            try
            {
                voices.AddRange(await ListAsync(engine, scope, cancellationToken).ConfigureAwait(false));
            }
            catch (ToolMissingException)
            {
                // A list of what is there does not need every engine; asking for a voice of a missing one says what is missing.
            }
        }

        return voices;
    }

    /// <summary>Finds the engine of a voice such as <c>flite:slt</c> and checks that the voice is installed.</summary>
    /// <exception cref="InvalidInputException">The engine or the voice does not exist.</exception>
    /// <exception cref="ToolMissingException">The engine is not installed.</exception>
    public async Task<VoiceChoice> ChooseAsync(string id, ResourceScope scope, CancellationToken cancellationToken)
    {
        var separator = id.IndexOf(':', StringComparison.Ordinal);
        if (separator < 0)
        {
            throw new InvalidInputException($"The voice '{id}' does not name its engine.")
            {
                Setting = Setting,
                Advice = "Write it as engine:voice, for example flite:slt.",
            };
        }

        var (engineName, voiceName) = (id[..separator], id[(separator + 1)..]);
        var engine = _engines.FirstOrDefault(candidate => string.Equals(candidate.Name, engineName, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidInputException(
                $"There is no speech engine '{engineName}'.{Suggestion.For(engineName, _engines.Select(candidate => candidate.Name))}")
            {
                Setting = Setting,
                Advice = $"The engines are {string.Join(" and ", _engines.Select(candidate => candidate.Name))}.",
            };
        var voices = await ListAsync(engine, scope, cancellationToken).ConfigureAwait(false);
        var voice = engine.Find(voiceName, voices)
            ?? throw new InvalidInputException(
                $"The engine {engine.Name} has no voice '{voiceName}'.{Suggestion.For(voiceName, voices.Select(candidate => candidate.Name))}")
            {
                Setting = Setting,
                Advice = "'shorts voices' lists every voice.",
            };
        return new VoiceChoice(engine, voiceName, voice.Language);
    }

    /// <summary>
    /// The voice for a script that names none: <paramref name="preferred"/> if it speaks the script's language, else the first
    /// one that does; <paramref name="preferred"/> all the same if none does.
    /// </summary>
    internal async Task<VoiceChoice> ChooseForAsync(string language, string preferred, ResourceScope scope, CancellationToken cancellationToken)
    {
        var choice = await ChooseAsync(preferred, scope, cancellationToken).ConfigureAwait(false);
        if (choice.Speaks(language))
        {
            return choice;
        }

        var voices = await ListAsync(scope, cancellationToken).ConfigureAwait(false);
        var matching = voices.Where(voice => VoiceChoice.IsSameLanguage(voice.Language, language)).ToArray();
        var found = Array.Find(matching, voice => string.Equals(voice.Language, language, StringComparison.OrdinalIgnoreCase)) ?? matching.FirstOrDefault();
        return found is null ? choice : await ChooseAsync(found.Id, scope, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Voice>> ListAsync(ISpeechEngine engine, ResourceScope scope, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        foreach (var command in engine.VoicesCommands)
        {
            var result = await scope.RunAsync(command with { TimeLimit = ListTimeLimit }, cancellationToken).ConfigureAwait(false);
            output.Append(result.StandardOutput);
        }

        return engine.ReadVoices(output.ToString());
    }
}
