using Microsoft.Extensions.Options;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Tests.Jobs;

public sealed class JobRequestsSpecs
{
    private readonly JobRequests _requests = new(Options.Create(new ServerOptions { MediaRoot = "/media" }));

    [Theory]
    [InlineData("script")]
    [InlineData("../../etc/script")]
    [InlineData("/etc/script")]
    [InlineData("..")]
    [InlineData("a/../../b")]
    [InlineData("-o")]
    [InlineData("a\0b")]
    public void Whatever_a_job_is_called_its_files_lie_in_its_folder(string name)
    {
        var request = _requests.Of(Order(), name, "/results/1");

        Assert.Equal("/results/1", Path.GetDirectoryName(Path.GetFullPath(request.OutputPath)));
        Assert.Equal("/media", Path.GetDirectoryName(Path.GetFullPath(request.ScriptPath)));
        Assert.Matches("^[^-.][^/\0]*[.]mp4$", Path.GetFileName(request.OutputPath));
    }

    [Fact]
    public void Only_an_order_with_a_folder_of_its_own_may_name_files_anywhere()
    {
        Assert.NotSame(FileRules.Anywhere, _requests.Of(Order(), "x", "/results/1").Files);
        Assert.Same(FileRules.Anywhere, _requests.Of(Order() with { BaseDirectory = "/home/me/scripts" }, "x", "/results/1").Files);
    }

    private static JobOrder Order() => new() { Script = "Hello.", Format = ScriptFormat.Md };
}
