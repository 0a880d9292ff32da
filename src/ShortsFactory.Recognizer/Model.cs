using ShortsFactory.Recognizer.Native;

namespace ShortsFactory.Recognizer;

/// <summary>An open model; shared by recognisers on several threads.</summary>
internal sealed class Model : IDisposable
{
    private readonly ModelHandle _handle;

    /// <summary>Opens the model in <paramref name="directory"/>, whose files the caller has verified.</summary>
    /// <exception cref="RefusedException">libvosk does not open it.</exception>
    public Model(string directory)
    {
        _handle = LibVosk.NewModel(directory);
        if (_handle.IsInvalid)
        {
            throw new RefusedException($"libvosk cannot open the model in '{directory}'.");
        }
    }

    /// <summary>Whether the model can recognise <paramref name="word"/>.</summary>
    public bool Knows(string word) => LibVosk.FindWord(_handle, word) >= 0;

    /// <summary>A recogniser for one utterance, in which only <paramref name="phrases"/> are said.</summary>
    /// <exception cref="RefusedException">The phrases are no grammar, or libvosk makes no recogniser of them.</exception>
    public VoskRecognizer CreateRecognizer(IReadOnlyList<string> phrases)
    {
        var handle = LibVosk.NewRecognizer(_handle, WaveSlice.SampleRate, Grammar.ToJson(phrases, Knows));
        return handle.IsInvalid ? throw new RefusedException("libvosk cannot make a recogniser for the phrases.") : new VoskRecognizer(handle);
    }

    /// <summary>A recogniser for one utterance, in which the model's own graph tells what may be said.</summary>
    /// <exception cref="RefusedException">libvosk makes no recogniser.</exception>
    public VoskRecognizer CreateRecognizer()
    {
        var handle = LibVosk.NewRecognizer(_handle, WaveSlice.SampleRate);
        return handle.IsInvalid ? throw new RefusedException("libvosk cannot make a recogniser for the graph.") : new VoskRecognizer(handle);
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();
}
