using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ShortsFactory.Resources;

namespace ShortsFactory.Media.Images;

/// <summary>Finds ImageMagick and describes its runs, each with limits and a policy of ours. Thread-safe.</summary>
public sealed partial class ImageMagick
{
    private const string Package = "imagemagick";
    private const string PolicyFile = "policy.xml";

    /// <summary>Version 7's name, then those of version 6; <c>convert</c> may be any program, so it comes last.</summary>
    private static readonly string[] Names = ["magick", "convert-im6", "convert"];

    private static readonly TimeSpan VersionTimeLimit = TimeSpan.FromSeconds(10);

    private readonly ImageOptions _options;
    private (string Program, string Version)? _found;

    /// <summary>Nothing is started before it is asked for.</summary>
    public ImageMagick(IOptions<ImageOptions> options) => _options = options.Value;

    /// <summary>The program and its version; asked for once.</summary>
    /// <exception cref="ToolMissingException">There is none.</exception>
    public async Task<(string Program, string Version)> FindAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        if (_found is { } known)
        {
            return known;
        }

        foreach (var program in _options.ImageMagick.Length > 0 ? [_options.ImageMagick] : Names)
        {
            if (await VersionOfAsync(program, scope, cancellationToken).ConfigureAwait(false) is { } version)
            {
                _found = (program, version);
                return (program, version);
            }
        }

        throw new ToolMissingException("ImageMagick", "ImageMagick, which reads and writes pictures, is not installed.")
        {
            Advice = $"Install it (Debian: apt-get install {Package}), or set Images:ImageMagick to its path.",
        };
    }

    /// <summary>Runs it in the scope's directory, with limits.</summary>
    internal async Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, ResourceScope scope, CancellationToken cancellationToken)
    {
        var (program, _) = await FindAsync(scope, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(scope.PathOf(PolicyFile), ImageArguments.Policy(_options), cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(scope.PathOf(ImageArguments.ProfileFile), SrgbProfile.Bytes, cancellationToken).ConfigureAwait(false);
        return await scope.RunAsync(Describe(program, arguments, scope.Directory), cancellationToken).ConfigureAwait(false);
    }

    private ProcessCommand Describe(string program, IReadOnlyList<string> arguments, string directory) => new()
    {
        FileName = program,
        Arguments = [.. ImageArguments.Limits(_options), .. arguments],
        WorkingDirectory = directory,
        TimeLimit = _options.TimeLimit,
        MemoryLimit = _options.MemoryLimit,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["MAGICK_CONFIGURE_PATH"] = directory },
    };

    private static async Task<string?> VersionOfAsync(string program, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var command = new ProcessCommand { FileName = program, Arguments = ["-version"], TimeLimit = VersionTimeLimit };
            var result = await scope.RunAsync(command, cancellationToken).ConfigureAwait(false);
            return VersionPattern().Match(result.StandardOutput) is { Success: true } match ? match.Groups["version"].Value : null;
        }
        catch (ShortsFactoryException exception) when (exception is ToolMissingException or ProcessFailedException or ProcessTimedOutException)
        {
            // Another program of this name: on Windows 'convert' has to do with disks.
            return null;
        }
    }

    [GeneratedRegex(@"^Version: ImageMagick (?<version>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex VersionPattern();
}
