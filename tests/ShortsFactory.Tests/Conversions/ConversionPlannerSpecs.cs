using Microsoft.Extensions.Options;
using ShortsFactory.Conversions;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Conversions;

public sealed class ConversionPlannerSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("planner-").FullName;

    [Fact]
    public void The_output_s_name_tells_the_format() => Assert.Equal("webm", Assert.Single(Plan("clip.webm", inputs: "a.mov")).Target.Name);

    [Fact]
    public void Several_files_go_into_a_folder_under_their_own_names()
    {
        var planned = Plan("made", to: "jpg", inputs: ["a.heic", "b.png"]);

        Assert.Equal(["a.jpg", "b.jpg"], planned.Select(plan => Path.GetFileName(plan.Output)));
        Assert.All(planned, plan => Assert.Equal(PathOf("made"), Path.GetDirectoryName(plan.Output)));
    }

    [Fact]
    public void Files_of_one_name_do_not_replace_each_other()
    {
        var planned = Plan("made", to: "jpg", inputs: ["one/a.heic", "two/A.png", "a-2.png", "three/a.jpg"]);

        Assert.Equal(["a.jpg", "A-2.jpg", "a-2-2.jpg", "a-3.jpg"], planned.Select(plan => Path.GetFileName(plan.Output)));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_converted_once() => Assert.Single(Plan("made", to: "jpg", inputs: ["a.png", "a.png"]));

    [Theory]
    [InlineData("made", null, "shorts", "mp4")]
    [InlineData("made", null, "voice", "wav")]
    [InlineData("made", "m4a", "voice", "m4a")]
    [InlineData("a.JPEG", null, null, "jpg")]
    public void The_format_is_what_is_said_or_what_the_preset_is_for(string output, string? to, string? preset, string format) =>
        Assert.Equal(format, Assert.Single(Plan(output, to, preset, inputs: "a.mov")).Target.Name);

    [Theory]
    [InlineData("made", null, null, "what the files shall become is not said")]
    [InlineData("made", "jpgg", null, "Did you mean 'jpg'?")]
    [InlineData("a.heic", null, null, "'heic' is no format to convert to")]
    [InlineData("a.png", "jpg", null, "it is named .png, but --to says jpg")]
    [InlineData("a.mp3", null, "shorts", "makes no mp3")]
    [InlineData("a.mp4", null, "short", "Did you mean 'shorts'?")]
    [InlineData("made", "mp4", "web", "--fill says how a frame is filled", "blur")]
    [InlineData("made", "mp4", "shorts", "--fill 'blurr' is neither crop nor blur", "blurr")]
    [InlineData("made", "mp4", "shorts", "--fill '1' is neither crop nor blur", "1")]
    [InlineData("made", "mp4", null, "--at chooses the moment that becomes a picture, and mp4 is none", null, "3s")]
    [InlineData("made", "jpg", null, "--at 'soon' is no moment", null, "soon")]
    public void What_contradicts_itself_is_refused(string output, string? to, string? preset, string message, string? fill = null, string? at = null)
    {
        var exception = Assert.Throws<InvalidInputException>(() => Plan(output, to, preset, fill, at, "a.mov"));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_do_not_become_one()
    {
        var exception = Assert.Throws<InvalidInputException>(() => Plan("all.mp4", inputs: ["a.mov", "b.mov"]));

        Assert.Contains("2 files cannot become one", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("link.png")]
    [InlineData("sub/../a.png")]
    public void An_input_is_never_replaced_whatever_it_is_called(string output)
    {
        File.WriteAllText(PathOf("a.png"), "");
        File.CreateSymbolicLink(PathOf("link.png"), PathOf("a.png"));

        var exception = Assert.Throws<InvalidInputException>(() => Plan(output, inputs: "a.png"));

        Assert.Contains("the result would replace this input", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_is_an_input_replaced_by_another_one_s_result()
    {
        File.WriteAllText(PathOf("a.jpg"), "");

        Assert.Throws<InvalidInputException>(() => Plan(".", to: "jpg", inputs: ["b/a.png", "a.jpg"]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.GetFullPath(name, _folder);

    private IReadOnlyList<PlannedConversion> Plan(string output, string? to = null, string? preset = null, string? fill = null, string? at = null, params string[] inputs) =>
        new ConversionPlanner(Options.Create(new ConversionOptions())).Plan(
            new ConversionRequest { Inputs = [.. inputs.Select(PathOf)], Output = PathOf(output), To = to, Preset = preset, Fill = fill, At = at });
}
