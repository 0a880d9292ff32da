using ShortsFactory.Conversions.Targets;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Looks at what was written before it is published: programs may end well and have written nothing, or something else.</summary>
internal sealed class ResultCheck(MediaProbe probe)
{
    /// <summary>The share of the source's length that a result must have to count as whole.</summary>
    private const double Whole = 0.95;

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.5);

    /// <summary>Checks a result; returns a warning if it is shorter than its source, <see langword="null"/> if all is well.</summary>
    /// <exception cref="ConversionFailedException">It is not what it should be.</exception>
    public async Task<string?> RunAsync(Source source, ITargetFormat target, string output, TimeSpan expected, ResourceScope scope, CancellationToken cancellationToken)
    {
        var path = scope.PathOf(output);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            throw new ConversionFailedException(source.Path, $"the program that should make a {target.Name} of it ended well, but wrote none.");
        }

        if (target.Kind is TargetKind.Picture)
        {
            var isOne = string.Equals(ImageSignature.Read(path)?.Extension, $".{target.Name}", StringComparison.Ordinal);
            return isOne ? null : throw NotOne(source, target, innerException: null);
        }

        try
        {
            var made = await probe.ProbeAsync(path, scope, cancellationToken).ConfigureAwait(false);
            if (made.Kind is MediaKind.Audio != target.Kind is TargetKind.Sound)
            {
                throw NotOne(source, target, innerException: null);
            }

            return made.Duration > TimeSpan.Zero && made.Duration < (expected * Whole) - Tolerance
                ? $"{source.Path}: only {made.Duration.TotalSeconds:0.0} of {expected.TotalSeconds:0.0} s could be read; the file may be cut off."
                : null;
        }
        catch (InvalidInputException exception)
        {
            throw NotOne(source, target, exception);
        }
    }

    private static ConversionFailedException NotOne(Source source, ITargetFormat target, Exception? innerException) =>
        new(source.Path, $"the program that should make a {target.Name} of it ended well, but what it wrote is none.", innerException);
}
