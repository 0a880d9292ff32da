using System.Collections.Concurrent;
using System.Text.Json;
using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognizer;

/// <summary>
/// Answers requests until its input ends. The model is opened and words are looked up in the order in which they are asked for;
/// utterances are recognised side by side, so their answers come in any order: over the one model, or each with the model of its
/// own sentence.
/// </summary>
internal sealed class RecognizerServer(Stream input, Stream output, int workers) : IDisposable
{
    private readonly BlockingCollection<RecognizerRequest> _utterances = [];
    private readonly Lock _outputLock = new();
    private Model? _model;

    /// <summary>Serves until the input ends and all that was asked for is answered.</summary>
    public void Run()
    {
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(Work)).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        using (var reader = new StreamReader(input))
        {
            while (reader.ReadLine() is { } line)
            {
                Accept(line);
            }
        }

        _utterances.CompleteAdding();
        Array.ForEach(threads, thread => thread.Join());
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _utterances.Dispose();
        _model?.Dispose();
    }

    private void Accept(string line)
    {
        RecognizerRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(line, ProtocolJsonContext.Default.RecognizerRequest);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            request = null;
        }

        switch (request)
        {
            case RecognizeRequest or AlignRequest:
                _utterances.Add(request);
                break;
            case null:
                Write(new RecognizerAnswer { Id = RecognizerAnswer.NoRequest, Error = "The line is not a request." });
                break;
            default:
                Answer(request);
                break;
        }
    }

    private void Work()
    {
        foreach (var request in _utterances.GetConsumingEnumerable())
        {
            Answer(request);
        }
    }

    private void Answer(RecognizerRequest request)
    {
        try
        {
            Write(request switch
            {
                OpenRequest open => Open(open),
                LookUpRequest lookUp => LookUp(lookUp),
                RecognizeRequest recognize => Recognize(recognize),
                AlignRequest align => Align(align),
                _ => throw new RefusedException("The command is not known."),
            });
        }
        catch (Exception exception) when (exception is RefusedException or IOException or UnauthorizedAccessException or JsonException)
        {
            Write(new RecognizerAnswer { Id = request.Id, Error = exception.Message });
        }
    }

    private RecognizerAnswer Open(OpenRequest request)
    {
        if (_model is not null)
        {
            throw new RefusedException("A model is open already.");
        }

        _model = new Model(request.Model);
        return new RecognizerAnswer { Id = request.Id };
    }

    private RecognizerAnswer LookUp(LookUpRequest request)
    {
        var model = OpenModel();
        return new RecognizerAnswer { Id = request.Id, Unknown = [.. request.Words.Where(word => !model.Knows(word))] };
    }

    private RecognizerAnswer Recognize(RecognizeRequest request)
    {
        using var recognizer = OpenModel().CreateRecognizer(request.Phrases);
        var words = recognizer.Recognize(WaveSlice.Read(request.Wave, request.StartSample, request.EndSample));
        return new RecognizerAnswer { Id = request.Id, Words = words };
    }

    private static RecognizerAnswer Align(AlignRequest request)
    {
        GraphModelCheck.Check(request.Model);
        using var model = new Model(request.Model);
        using var recognizer = model.CreateRecognizer(phrases: null);
        var alignment = recognizer.Align(WaveSlice.Read(request.Wave, request.StartSample, request.EndSample));
        return new RecognizerAnswer { Id = request.Id, Alignment = alignment };
    }

    private Model OpenModel() => _model ?? throw new RefusedException("No model is open.");

    private void Write(RecognizerAnswer answer)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(answer, ProtocolJsonContext.Default.RecognizerAnswer);
        lock (_outputLock)
        {
            output.Write([.. line, (byte)'\n']);
            output.Flush();
        }
    }
}
