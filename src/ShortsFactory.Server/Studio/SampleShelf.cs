using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ShortsFactory.Server.Hosting;

namespace ShortsFactory.Server.Studio;

/// <summary>Keeps samples in the data folder, each made once for all that it depends on. Thread-safe.</summary>
internal sealed class SampleShelf(IOptions<ServerOptions> options) : IDisposable
{
    private const int AtOnce = 2;

    private readonly string _folder = Path.Combine(options.Value.ResolveDataDirectory(), "samples");
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>The path of a sample, which is made if it is not there.</summary>
    /// <param name="description">All that it depends on, in words.</param>
    /// <param name="extension">The extension of its file.</param>
    /// <param name="make">Makes its bytes.</param>
    /// <param name="cancellationToken">Stops waiting and making.</param>
    public async Task<string> GetAsync(string description, string extension, Func<CancellationToken, Task<byte[]>> make, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description))) + extension;
        var path = Path.Combine(_folder, name);
        var turn = _turns.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(path))
            {
                await MakeAsync(path, make, cancellationToken);
            }

            return path;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task MakeAsync(string path, Func<CancellationToken, Task<byte[]>> make, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var bytes = await make(cancellationToken);
            Directory.CreateDirectory(_folder);
            // Under another name first: a server that is killed here leaves no half of a sample.
            var unfinished = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(unfinished, bytes, CancellationToken.None);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        foreach (var turn in _turns.Values)
        {
            turn.Dispose();
        }
    }
}
