using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Conversions;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Conversions;

/// <summary>All that a test of conversions needs: a run, a folder with files to convert, and the conversions themselves.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly MediaTasks _tasks;

    public Workshop(ConversionOptions? options = null, ImageOptions? images = null, MediaOptions? media = null)
    {
        _tasks = new MediaTasks(Run.Scopes, Options.Create(new MediaTaskOptions()), TimeProvider.System, NullLogger<MediaTasks>.Instance);
        var ffmpeg = new Ffmpeg(Options.Create(media ?? new MediaOptions()));
        var (magick, probe, configured) = (Magick(images), new MediaProbe(ffmpeg), Options.Create(options ?? new ConversionOptions()));
        Images = new ImageReader(magick, ffmpeg, probe, Options.Create(images ?? new ImageOptions()));
        Reader = new SourceReader(Images, new AnimationReader(magick, Options.Create(images ?? new ImageOptions())), probe, ffmpeg);
        var converter = new Converter(
            Reader, new VoiceMaster(ffmpeg, Options.Create(new AudioOptions())), new ResultCheck(probe), ffmpeg, magick, Images, Run.Scopes, configured);
        Conversions = new FileConversions(new ConversionPlanner(configured), converter, _tasks, TimeProvider.System);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestRun Run { get; } = new();

    public ImageReader Images { get; }

    public SourceReader Reader { get; }

    public FileConversions Conversions { get; }

    public string Folder => Run.Scope.Directory;

    /// <summary>What the pipeline takes unusual pictures with.</summary>
    public static FootageIntake Intake(Ffmpeg ffmpeg)
    {
        var (magick, probe) = (Magick(images: null), new MediaProbe(ffmpeg));
        var options = Options.Create(new ImageOptions());
        return new FootageIntake(new SourceReader(new ImageReader(magick, ffmpeg, probe, options), new AnimationReader(magick, options), probe, ffmpeg), magick, ffmpeg);
    }

    public string PathOf(string name) => Run.Scope.PathOf(name);

    /// <summary>Converts one file and returns what became of it.</summary>
    public async Task<ConversionResult> ConvertAsync(string input, string output, string? preset = null, string? at = null, string? fill = null, string? to = null)
    {
        var run = Conversions.Begin(
            new ConversionRequest { Inputs = [PathOf(input)], Output = PathOf(output), Preset = preset, At = at, Fill = fill, To = to }, Run.Scope, Token);
        await run.WaitAsync();
        return await run.Results.Single().Result;
    }

    /// <summary>Converts and expects a refusal or failure, of which nothing remains.</summary>
    public async Task<TException> MustFailAsync<TException>(string input, string output, string? preset = null, string? at = null)
        where TException : ShortsFactoryException
    {
        var before = Directory.EnumerateFileSystemEntries(Folder).Order(StringComparer.Ordinal).ToArray();
        var exception = await Assert.ThrowsAsync<TException>(() => ConvertAsync(input, output, preset, at));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(Folder).Order(StringComparer.Ordinal));
        return exception;
    }

    public Task<string> FfmpegAsync(params string[] arguments) => RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]);

    /// <summary>ImageMagick without the product's limits and policy, to make files with.</summary>
    public Task<string> MagickAsync(params string[] arguments) => RunAsync("convert-im6", arguments);

    /// <summary>Runs a program in the folder and returns what it printed.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var result = await Run.Scope.RunAsync(
            new ProcessCommand { FileName = program, Arguments = arguments, WorkingDirectory = Folder, TimeLimit = TimeSpan.FromMinutes(2) }, Token);
        return result.StandardOutput;
    }

    /// <summary>What ffprobe prints of a file's streams and format, one value a line.</summary>
    public async Task<string[]> ProbeAsync(string file, string entries) =>
        (await RunAsync("ffprobe", ["-v", "error", "-show_entries", entries, "-of", "default=nokey=1:noprint_wrappers=1", file])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The length of a file in seconds.</summary>
    public async Task<double> DurationAsync(string file) =>
        double.Parse((await ProbeAsync(file, "format=duration")).Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The mean colour of a place of a file's first picture; the place is a crop as ffmpeg writes it.</summary>
    public async Task<(int Red, int Green, int Blue, int Alpha)> ColorAsync(string file, string crop = "iw:ih:0:0", double at = 0)
    {
        await FfmpegAsync("-i", file, "-ss", at.ToString(System.Globalization.CultureInfo.InvariantCulture), "-vf", $"crop={crop},format=gbrap,scale=1:1:flags=area,format=rgba", "-frames:v", "1", "-f", "rawvideo", "color.rgba");
        var color = await File.ReadAllBytesAsync(PathOf("color.rgba"), Token);
        return (color[0], color[1], color[2], color[3]);
    }

    public async ValueTask DisposeAsync()
    {
        await _tasks.DisposeAsync();
        await Run.DisposeAsync();
    }

    private static ImageMagick Magick(ImageOptions? images) => new(Options.Create(images ?? new ImageOptions()));
}
