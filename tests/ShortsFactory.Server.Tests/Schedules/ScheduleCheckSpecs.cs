using ShortsFactory.Pipeline;
using ShortsFactory.Server.Schedules;

namespace ShortsFactory.Server.Tests.Schedules;

public sealed class ScheduleCheckSpecs
{
    [Fact]
    public async Task What_could_never_make_anything_is_refused_before_it_is_kept()
    {
        await using var bench = await ServerBench.OpenAsync();
        var good = new Production { Script = "# Sea\n\nDeep." };
        var table = bench.Write("a.csv", "quote\nBe brief.\n");

        await RefusedAsync(good, ServerBench.Hourly with { Cron = "0 0 12 1 1 ? 2020" }, "never run");
        await RefusedAsync(good, ServerBench.Hourly with { Blackouts = ["sun-sat"] }, "never run");
        await RefusedAsync(good, ServerBench.Hourly with { Jitter = TimeSpan.FromHours(25) }, "24 hours");
        await RefusedAsync(good, ServerBench.Hourly with { Start = ServerBench.Noon, End = ServerBench.Noon }, "before it begins");
        await RefusedAsync(new Production(), null, "not clear");
        await RefusedAsync(new Production { Script = "a", File = "/b" }, null, "not clear");
        await RefusedAsync(new Production { Table = table }, null, "not clear");
        await RefusedAsync(new Production { Script = "# Only a title" }, null, "");
        await RefusedAsync(new Production { Table = table, Script = "{{quotes}}" }, null, "no column 'quotes'. Did you mean 'quote'?");
        await RefusedAsync(new Production { Folder = Path.Combine(bench.Folder, "none") }, null, "no such folder");
        Assert.Empty(await bench.Get<ScheduleStore>().ListAsync(TestContext.Current.CancellationToken));

        async Task RefusedAsync(Production make, ScheduleTimes? when, string reason)
        {
            var error = await Assert.ThrowsAsync<InvalidInputException>(() => bench.AddAsync(make, when));
            Assert.Contains(reason, error.Message);
        }
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("{0}/../outside.md")]
    [InlineData("{0}/.secret/a.md")]
    [InlineData("{0}/link.md")]
    [InlineData("queue/a.md")]
    public async Task Nothing_is_read_outside_of_the_roots_nor_hidden_files(string path)
    {
        await using var bench = await ServerBench.OpenAsync();
        bench.Write(".secret/a.md", "# Secret\n\nKey.");
        File.CreateSymbolicLink(Path.Combine(bench.Folder, "link.md"), "/etc/hostname");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => bench.AddAsync(new Production { File = string.Format(path, bench.Folder) }));

        Assert.True(error.Message.Contains("is not where schedules may read") || error.Message.Contains("does not begin at the root"), error.Message);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await using var bench = await ServerBench.OpenAsync();
        await bench.AddAsync(new Production { Script = "# Sea\n\nDeep." });

        var error = await Assert.ThrowsAsync<NameTakenException>(() => bench.AddAsync(new Production { Script = "# Sky\n\nHigh." }));

        Assert.Contains("facts", error.Message);
    }
}
