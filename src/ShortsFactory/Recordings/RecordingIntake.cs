using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recordings;

/// <summary>Takes the user's recording in before the stages see the draft, and writes the text of a script that has none.</summary>
internal sealed class RecordingIntake(RecordingReader reader, RecordingListener listener, ModelCatalog models) : IDraftPreparation
{
    public async Task<Short> PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var recording = await reader.ReadAsync(draft.Request, draft.Script, context, cancellationToken).ConfigureAwait(false);
        draft = draft with { Recording = recording };
        return recording is not null && draft.Script.Scenes.Count == 0
            ? draft with { Script = await WriteAsync(draft.Script, recording, context, cancellationToken).ConfigureAwait(false) }
            : draft;
    }

    private async Task<Script> WriteAsync(Script script, Recording recording, StageContext context, CancellationToken cancellationToken)
    {
        var model = listener.FindModel(script.Language) ?? throw new ToolMissingException(
            "recognition model", $"There is no script, and no recognition model for the language '{script.Language}' is installed that could write down what the recording says.")
        {
            Advice = models.AdviceFor(script.Language) ?? "Write what is said into a script, and name the recording there with 'narration:'.",
        };
        var activity = await ScriptLocator.HearActivityAsync(recording, cancellationToken).ConfigureAwait(false);
        var passages = Passages.Of(activity, recording.Duration);
        var heard = await listener.ListenAsync(model, recording, passages, phrases: null, context, cancellationToken).ConfigureAwait(false);
        return Dictation.Write(heard, script.Language) is { Count: > 0 } sentences
            ? script with { Scenes = [new Scene { Sentences = sentences }] }
            : throw new InvalidInputException($"no word was recognised in it in the language '{script.Language}'.", recording.Source)
            {
                Advice = "Set 'language' if it is another one, or write what is said into a script and name the recording there with 'narration:'.",
            };
    }
}
