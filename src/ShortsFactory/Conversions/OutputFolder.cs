using ShortsFactory.Pipeline;

namespace ShortsFactory.Conversions;

/// <summary>The folder for results; where it was made for nothing, it is removed again.</summary>
internal sealed class OutputFolder
{
    private readonly IReadOnlyList<string> _made;

    private OutputFolder(IReadOnlyList<string> made) => _made = made;

    /// <summary>Makes the folder and those that it is in, as far as they are missing.</summary>
    /// <exception cref="InvalidInputException">It cannot be made.</exception>
    public static OutputFolder Make(string path)
    {
        var missing = new List<string>();
        for (var folder = path; folder is not null && !Path.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        try
        {
            Directory.CreateDirectory(path);
            return new OutputFolder(missing);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"the output folder cannot be made: {exception.Message}", path, innerException: exception)
            {
                Advice = "Choose another place with -o, or change the folder's permissions.",
            };
        }
    }

    /// <summary>Removes what was made and is empty, the innermost first.</summary>
    public void RemoveIfEmpty()
    {
        try
        {
            foreach (var folder in _made.TakeWhile(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else has put something there, or removed it: either way it is not ours any more.
        }
    }
}
