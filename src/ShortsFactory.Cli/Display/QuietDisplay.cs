using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Display;

/// <summary>Shows warnings only.</summary>
internal sealed class QuietDisplay : RunDisplay, IProgress<StageProgress>
{
    public override Task<T> ShowAsync<T>(Func<IProgress<StageProgress>, Task<T>> work) => work(this);

    public void Report(StageProgress value)
    {
        // Quiet: progress is what the user asked not to see.
    }
}
