using System.Runtime.ExceptionServices;
using ShortsFactory.Models;
using ShortsFactory.Recognition.Protocol;
using ShortsFactory.Resources;

namespace ShortsFactory.Recognition;

/// <summary>
/// Talks to the recogniser process. If that fails, it is restarted once, and what it had not answered is asked again;
/// its second failure is the caller's error. Thread-safe.
/// </summary>
internal sealed class RecognizerClient
{
    private readonly ResourceScope _scope;
    private readonly ProcessCommand _command;
    private readonly RecognitionOptions _options;
    private readonly string _modelDirectory;
    private readonly Lock _lock = new();
    private Task<RecognizerProcess> _opening;
    private bool _restarted;

    private RecognizerClient(ResourceScope scope, ProcessCommand command, RecognitionOptions options, string modelDirectory, CancellationToken cancellationToken)
    {
        _scope = scope;
        _command = command;
        _options = options;
        _modelDirectory = modelDirectory;
        _opening = OpenAsync(cancellationToken);
    }

    /// <summary>Starts the process, which belongs to <paramref name="scope"/>, and lets it open the verified model meanwhile.</summary>
    public static RecognizerClient Start(
        ResourceScope scope, ProcessCommand command, RecognitionOptions options, string modelDirectory, CancellationToken cancellationToken) =>
        new(scope, command, options, modelDirectory, cancellationToken);

    /// <summary>Those of <paramref name="words"/> that the model does not know.</summary>
    /// <exception cref="RecognizerException">The process failed twice.</exception>
    /// <exception cref="ModelInvalidException">libvosk does not open the model.</exception>
    public async Task<IReadOnlySet<string>> FindUnknownAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(id => new LookUpRequest { Id = id, Words = words }, cancellationToken).ConfigureAwait(false);
        return (answer.Unknown ?? []).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Which words are said, and when, in a part of a 16 kHz wave file: those of <paramref name="phrases"/>, or any if they are null.</summary>
    /// <exception cref="RecognizerException">The process failed twice, or refused the request.</exception>
    /// <exception cref="ModelInvalidException">libvosk does not open the model.</exception>
    public async Task<IReadOnlyList<RecognizedWord>> RecognizeAsync(
        string wavePath, long startSample, long endSample, IReadOnlyList<string>? phrases, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            id => new RecognizeRequest
            {
                Id = id,
                Wave = wavePath,
                StartSample = startSample,
                EndSample = endSample,
                Phrases = phrases,
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Words ?? [];
    }

    /// <summary>How the sentence of a graph model lies in a part of a 16 kHz wave file; <see langword="null"/> if it does not fit in at all.</summary>
    /// <exception cref="RecognizerException">The process failed twice, or refused the request.</exception>
    public async Task<Alignment?> AlignAsync(
        string wavePath, long startSample, long endSample, string graphModel, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            id => new AlignRequest
            {
                Id = id,
                Wave = wavePath,
                StartSample = startSample,
                EndSample = endSample,
                Model = graphModel,
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Alignment;
    }

    private async Task<RecognizerAnswer> AskAsync(Func<int, RecognizerRequest> describe, CancellationToken cancellationToken)
    {
        var opening = _opening;
        while (true)
        {
            RecognizerAnswer answer;
            try
            {
                var process = await opening.ConfigureAwait(false);
                answer = await process.AskAsync(describe, _options.SentenceTimeLimit, cancellationToken).ConfigureAwait(false);
            }
            catch (RecognizerException failure)
            {
                opening = Replace(opening, failure, cancellationToken);
                continue;
            }

            // A request that was refused once would be refused again.
            return answer.Error is { } error ? throw RecognizerException.ForRefusal(error) : answer;
        }
    }

    /// <summary>The process that takes the place of a failed one; several requests that failed with it share the new one.</summary>
    private Task<RecognizerProcess> Replace(Task<RecognizerProcess> failed, RecognizerException failure, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_opening == failed)
            {
                if (_restarted)
                {
                    ExceptionDispatchInfo.Throw(failure);
                }

                _restarted = true;
                _opening = OpenAsync(cancellationToken);
            }

            return _opening;
        }
    }

    private async Task<RecognizerProcess> OpenAsync(CancellationToken cancellationToken)
    {
        var process = RecognizerProcess.Start(_scope, _command, cancellationToken);
        var answer = await process.AskAsync(
            id => new OpenRequest { Id = id, Model = _modelDirectory }, _options.OpenTimeLimit, cancellationToken).ConfigureAwait(false);
        return answer.Error is { } error ? throw new ModelInvalidException(_modelDirectory, [error.TrimEnd('.')]) : process;
    }
}
