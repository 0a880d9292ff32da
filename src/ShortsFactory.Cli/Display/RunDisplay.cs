using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Display;

/// <summary>Shows on standard error how far a run is, so that standard output stays free for results.</summary>
internal abstract class RunDisplay
{
    /// <summary>A live display on a terminal, plain lines elsewhere, nothing but warnings if asked to be quiet.</summary>
    public static RunDisplay Choose(bool quiet, bool verbose) => (quiet, Console.IsErrorRedirected || verbose) switch
    {
        (true, _) => new QuietDisplay(),
        (_, true) => new PlainDisplay(),
        _ => new LiveDisplay(),
    };

    /// <summary>Runs the work and shows its progress until it ends.</summary>
    public abstract Task<T> ShowAsync<T>(Func<IProgress<StageProgress>, Task<T>> work);

    /// <summary>Shows a warning.</summary>
    public virtual void Warn(string warning) => Console.Error.WriteLine($"warning: {warning}");
}
