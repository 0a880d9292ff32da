using System.Text;
using ShortsFactory.Batches;
using ShortsFactory.Batches.Reports;
using ShortsFactory.Pipeline;
using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Tests.Batches;

public sealed class ReportSpecs
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void The_page_tells_of_every_short_what_became_of_it()
    {
        using var page = new StringWriter();

        new ReportPage(Report(BatchOutcome.Interrupted), "/out/report.html", TimeZoneInfo.Utc, made => made.Number == 1 ? [1, 2, 3] : null).Write(page);

        Golden.Matches(page.ToString().Replace(ReportStyle.Css, "", StringComparison.Ordinal), "ReportPage");
    }

    [Fact]
    public void The_data_have_the_form_that_others_build_on()
    {
        using var stream = new MemoryStream();

        ReportJson.Write(Report(BatchOutcome.Working), stream);

        Golden.Matches(Encoding.UTF8.GetString(stream.ToArray()), "ReportJson");
    }

    [Fact]
    public void What_scripts_say_is_no_markup_of_the_page()
    {
        using var page = new StringWriter();
        var report = Report(BatchOutcome.Failed) with { Shorts = [Short(1, BatchShortState.Failed) with { Title = "<script>", Name = "a\"b", Error = "<b>", Advice = "&", Source = "'x'" }] };

        new ReportPage(report, "/out/report.html", TimeZoneInfo.Utc, _ => null).Write(page);

        Assert.DoesNotContain("<script>", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b><", page.ToString().Replace("<b>1</b>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.ToString(), StringComparison.Ordinal);
    }

    private static BatchReport Report(BatchOutcome outcome) => new()
    {
        Outcome = outcome,
        Started = Begin,
        Written = Begin.AddSeconds(75.5),
        Seconds = 75.5,
        Jobs = 3,
        OutputDirectory = "/out",
        ResumeCommand = "shorts batch s -o /out --resume",
        Shorts =
        [
            Short(1, BatchShortState.Made) with
            {
                Seconds = 20.25,
                DurationSeconds = 61.4,
                Bytes = 12_345_678,
                Stages = [new StageTiming { Name = StageName.Speech, Seconds = 1.5, Parts = 4, CachedParts = 1 }, new StageTiming { Name = StageName.Compositing, Seconds = 17.2, Parts = 1, CachedParts = 0 }],
                Warnings = ["It's too fast."],
            },
            Short(2, BatchShortState.Unchanged) with { Seconds = 0, DurationSeconds = 9.6, Bytes = 900_000 },
            Short(3, BatchShortState.Failed) with { Seconds = 0.4, Error = "/s/three.md:4: The voice is wrong.", Advice = "'shorts voices' lists every voice." },
            Short(4, BatchShortState.Working) with { Stage = StageName.Compositing },
            Short(5, BatchShortState.Stopped),
            Short(6, BatchShortState.Waiting),
        ],
    };

    private static BatchShort Short(int number, BatchShortState state) => new()
    {
        Number = number,
        Name = $"deep/no {number}",
        Title = $"Title {number}",
        Source = $"/s/{number}.md",
        Output = $"/out/deep/no {number}.mp4",
        State = state,
    };
}
