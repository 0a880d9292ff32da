using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Hosting;

/// <summary>Held by the one server that works on a folder of data with a SQLite file; a lock of the system, so it ends with the process, however that ends.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <exception cref="InvalidInputException">Another server holds it.</exception>
    public static DataLock Take(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "server.lock");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new InvalidInputException("another server works on this folder of data.", dataDirectory, innerException: exception)
            {
                Advice = "Stop it, or take another folder with --data DIR. Several processes share the work only with a PostgreSQL database (--database).",
            };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
