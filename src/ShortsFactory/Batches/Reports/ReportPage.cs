using System.Globalization;
using System.Net;

namespace ShortsFactory.Batches.Reports;

/// <summary>The report as a page that needs no other file, light or dark as the reader's screen is. Pure, but for the pictures that it is given.</summary>
internal sealed class ReportPage(BatchReport report, string path, TimeZoneInfo timeZone, Func<BatchShort, byte[]?> picture)
{
    public void Write(TextWriter page)
    {
        page.Write($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Text(Headline)}</title>\n<style>\n{ReportStyle.Css}</style>\n</head>\n<body>\n");
        WriteHeader(page);
        WriteTiles(page);
        WriteStages(page);
        WriteFailures(page);
        WriteShorts(page);
        page.Write("</body>\n</html>\n");
    }

    private string Headline => report.Outcome switch
    {
        BatchOutcome.Succeeded => $"{Plural(report.Shorts.Count)} done",
        BatchOutcome.Working => $"{Number(report.Made + report.Unchanged)} of {Plural(report.Shorts.Count)} so far",
        _ => $"{Number(report.Made + report.Unchanged)} of {Plural(report.Shorts.Count)} done",
    };

    private string Chip => report.Outcome switch
    {
        BatchOutcome.Succeeded => "all done",
        BatchOutcome.Failed => $"{Number(report.Failed)} failed",
        BatchOutcome.GivenUp => "stopped at the first failure",
        BatchOutcome.Interrupted => "interrupted",
        _ => "at work",
    };

    private void WriteHeader(TextWriter page)
    {
        page.Write($"<header>\n<h1>{Text(Headline)} <span class=\"chip {Class(report.Outcome)}\">{Text(Chip)}</span></h1>\n");
        page.Write($"<p class=\"quiet\">{Text(report.OutputDirectory)} · begun {Moment(report.Started)} · {(report.Outcome == BatchOutcome.Working ? "as it was at" : "ended")} {Moment(report.Written)}</p>\n");
        if (report.Outcome == BatchOutcome.Working)
        {
            page.Write("<p class=\"note\">This page is written anew while the batch is at work: load it again to see how far it is. If the batch is at work no more, it was cut off, and what is listed as made is whole.</p>\n");
        }

        if (report.Outcome != BatchOutcome.Succeeded && report.ResumeCommand is { } command)
        {
            page.Write($"<p class=\"note\">To go on: <code>{Text(command)}</code></p>\n");
        }

        page.Write("<div class=\"bar\" role=\"img\" aria-label=\"How many shorts are made, unchanged, failed\">");
        foreach (var state in Enum.GetValues<BatchShortState>().OrderByDescending(state => state is BatchShortState.Made).ThenByDescending(state => state is BatchShortState.Unchanged).ThenBy(state => state is BatchShortState.Waiting))
        {
            if (report.Count(state) is > 0 and var count)
            {
                page.Write($"<i class=\"{Class(state)}\" style=\"flex-grow:{Number(count)}\" title=\"{Number(count)} {Class(state)}\"></i>");
            }
        }

        page.Write("</div>\n</header>\n");
    }

    private void WriteTiles(TextWriter page)
    {
        page.Write("<section class=\"tiles\">\n");
        Tile("made", Number(report.Made));
        if (report.Unchanged > 0)
        {
            Tile("unchanged", Number(report.Unchanged));
        }

        Tile("failed", Number(report.Failed));
        if (report.Open > 0)
        {
            Tile("not made", Number(report.Open));
        }

        Tile("of video", Duration(report.DurationSeconds));
        Tile("on disk", Size(report.Bytes));
        Tile("at work", Duration(report.Seconds));
        var made = report.Shorts.Where(item => item.State == BatchShortState.Made).Sum(item => item.DurationSeconds ?? 0);
        if (made > 0 && report.Seconds > 0)
        {
            Tile("real time", string.Create(CultureInfo.InvariantCulture, $"{made / report.Seconds:0.0}×"));
        }

        page.Write("</section>\n");

        void Tile(string name, string value) => page.Write($"<div><b>{Text(value)}</b><span>{Text(name)}</span></div>\n");
    }

    private void WriteStages(TextWriter page)
    {
        var stages = report.Shorts.Where(made => made.State == BatchShortState.Made).SelectMany(made => made.Stages)
            .GroupBy(stage => stage.Name).OrderBy(group => group.Key)
            .Select(group => (group.Key, Seconds: group.Sum(stage => stage.Seconds), Cached: group.Sum(stage => stage.CachedParts), Parts: group.Sum(stage => stage.Parts))).ToArray();
        if (stages.Length == 0)
        {
            return;
        }

        var most = Math.Max(0.001, stages.Max(stage => stage.Seconds));
        page.Write($"<section>\n<h2>Time in each stage</h2>\n<p class=\"quiet\">Over all shorts; up to {Number(report.Jobs)} were at work at once.</p>\n<table class=\"stages\">\n");
        foreach (var (name, seconds, cached, parts) in stages)
        {
            var width = (seconds / most * 100).ToString("0.0", CultureInfo.InvariantCulture);
            var note = cached > 0 ? $"{Number(cached)} of {Number(parts)} from earlier runs" : "";
            page.Write($"<tr><th>{Class(name)}</th><td class=\"figure\">{Duration(seconds)}</td><td class=\"measure\"><i style=\"width:{width}%\"></i></td><td class=\"quiet\">{note}</td></tr>\n");
        }

        page.Write("</table>\n</section>\n");
    }

    private void WriteFailures(TextWriter page)
    {
        if (report.Failed == 0)
        {
            return;
        }

        page.Write("<section>\n<h2>What failed</h2>\n<ol class=\"failures\">\n");
        foreach (var failed in report.Shorts.Where(made => made.State == BatchShortState.Failed))
        {
            page.Write($"<li><b>{Text(failed.Name)}</b> <span class=\"quiet\">{Text(failed.Source)}</span><p>{Text(failed.Error ?? "")}</p>");
            page.Write(failed.Advice is { } advice ? $"<p class=\"advice\">{Text(advice)}</p></li>\n" : "</li>\n");
        }

        page.Write("</ol>\n</section>\n");
    }

    private void WriteShorts(TextWriter page)
    {
        page.Write("<section>\n<div class=\"head\"><h2>Shorts</h2>\n<div class=\"filter\">");
        var states = report.Shorts.Select(made => made.State).Distinct().Order().ToArray();
        page.Write($"<label><input type=\"radio\" name=\"show\" id=\"show-all\" checked>all {Number(report.Shorts.Count)}</label>");
        foreach (var state in states.Length > 1 ? states : [])
        {
            page.Write($"<label><input type=\"radio\" name=\"show\" id=\"show-{Class(state)}\">{Class(state)} {Number(report.Count(state))}</label>");
        }

        page.Write("</div></div>\n<div class=\"grid\">\n");
        foreach (var made in report.Shorts)
        {
            WriteCard(page, made);
        }

        page.Write("</div>\n</section>\n");
    }

    private void WriteCard(TextWriter page, BatchShort made)
    {
        page.Write($"<article class=\"card {Class(made.State)}\">");
        page.Write(made.IsThere ? $"<a class=\"picture\" href=\"{Text(Link(made.Output))}\">" : "<div class=\"picture\">");
        if (made.IsThere && picture(made) is { } jpeg)
        {
            page.Write($"<img loading=\"lazy\" alt=\"Cover of {Text(made.Name)}\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(jpeg)}\">");
        }

        page.Write(made.IsThere ? $"<span class=\"length\">{Clock(made.DurationSeconds ?? 0)}</span></a>" : $"<span class=\"state\">{Class(made.State)}</span></div>");
        page.Write($"<div class=\"words\"><h3 title=\"{Text(made.Title)}\">{Text(made.Title)}</h3><p class=\"name\" title=\"{Text(made.Source)}\">{Text(made.Name)}</p><p class=\"quiet\">{Text(Facts(made))}</p>");
        if (made.Warnings.Count > 0)
        {
            page.Write($"<details><summary>{Number(made.Warnings.Count)} {(made.Warnings.Count == 1 ? "warning" : "warnings")}</summary>{string.Concat(made.Warnings.Select(warning => $"<p>{Text(warning)}</p>"))}</details>");
        }

        if (made is { State: BatchShortState.Made, Stages.Count: > 0 })
        {
            page.Write($"<details><summary>stages</summary><table>{string.Concat(made.Stages.Select(stage => $"<tr><th>{Class(stage.Name)}</th><td class=\"figure\">{Duration(stage.Seconds)}</td><td>{(stage.Cached ? "kept" : "")}</td></tr>"))}</table></details>");
        }

        page.Write("</div></article>\n");
    }

    private static string Facts(BatchShort made) => made.State switch
    {
        BatchShortState.Made => $"{Size(made.Bytes ?? 0)} · made in {Duration(made.Seconds ?? 0)}",
        BatchShortState.Unchanged => $"{Size(made.Bytes ?? 0)} · was there already",
        BatchShortState.Failed => made.Error ?? "",
        BatchShortState.Working => made.Stage is { } stage ? $"at work: {Class(stage)}" : "at work",
        BatchShortState.Stopped => "stopped with the batch; nothing was published",
        _ => "not begun",
    };

    private string Link(string output) => string.Join('/', Path.GetRelativePath(Path.GetDirectoryName(path)!, output).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    private string Moment(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, timeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Class<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plural(int count) => $"{Number(count)} {(count == 1 ? "short" : "shorts")}";

    private static string Clock(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)) is var time && time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private static string Duration(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60} min {(int)seconds % 60:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 3600} h {(int)seconds / 60 % 60:00} min"),
    };

    private static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
    };
}
