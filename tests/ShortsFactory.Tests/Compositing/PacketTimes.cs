using System.Globalization;

namespace ShortsFactory.Tests.Compositing;

/// <summary>When the packets of a video are shown.</summary>
internal static class PacketTimes
{
    /// <summary>Their times in the order in which they lie in the file, in ticks of its clock.</summary>
    public static async Task<IReadOnlyList<long>> ReadAsync(Studio studio, string path, CancellationToken cancellationToken)
    {
        var text = await studio.FfprobeAsync(cancellationToken, "-select_streams", "v", "-show_entries", "packet=pts", "-of", "csv=p=0", path);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line.Trim(','), CultureInfo.InvariantCulture))];
    }
}
