using System.Globalization;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Tests.Compositing;

namespace ShortsFactory.Tests.Confinement;

public sealed class FileRulesSpecs
{
    private const string Rule = "which no script may name that came over the net";

    /// <summary>Each place where a script can name a file, on line 3, and the kind of file that belongs there.</summary>
    private static readonly (string Kind, string Script)[] Places =
    [
        ("png", "---\ntitle: x\nbackground: '{0}'\n---\nHello there."),
        ("png", "---\ntitle: x\nbackground: {{path: '{0}', fill: blur}}\n---\nHello there."),
        ("png", "Hello there.\n\n## scene\nbackground: '{0}'\n\nAnd here."),
        ("png", "---\ntitle: x\nwatermark: '{0}'\n---\nHello there."),
        ("png", "---\ntitle: x\nwatermark: {{image: '{0}'}}\n---\nHello there."),
        ("png", "---\ntitle: x\nend-card: {{logo: '{0}', text: Bye}}\n---\nHello there."),
        ("wav", "---\ntitle: x\nmusic: '{0}'\n---\nHello there."),
        ("wav", "---\ntitle: x\nmusic: {{file: '{0}', volume: -3}}\n---\nHello there."),
        ("wav", "---\ntitle: x\ntransition-sound: '{0}'\n---\nHello there.\n\n## scene\nbackground: generated:ember\n\nAnd here."),
        ("wav", "Hello there.\n\n## scene\ntransition-sound: '{0}'\n\nAnd here."),
        ("wav", "---\ntitle: x\nnarration: '{0}'\n---\nHello there."),
    ];

    /// <summary>Each way out of the media folder, to the file that lies beside it.</summary>
    private static readonly string[] Ways =
    [
        "{outside}/secret.{kind}",
        "../outside/secret.{kind}",
        "clips/../../outside/secret.{kind}",
        "./..//outside/secret.{kind}",
        "link.{kind}",
        "linked/secret.{kind}",
        "twice/secret.{kind}",
        "//host/share/secret.{kind}",
        @"\\host\share\secret.{kind}",
        @"C:\secret.{kind}",
        "C:/secret.{kind}",
    ];

    /// <summary>What is no name of what it stands for: an address, a path, an option of a program, a part of a filter graph or of another setting.</summary>
    private static readonly string[] Impostors =
    [
        "background: file:///etc/passwd",
        "background: FILE://localhost/etc/passwd",
        "background: concat:/etc/passwd",
        "music: file:///etc/passwd",
        "narration: pipe:0",
        "background: http://127.0.0.1:9/x.mp4",
        "background: http://[::1]:9/x.mp4",
        "background: http://169.254.169.254/latest/meta-data",
        "background: ~/x.png",
        "background: $HOME/x.png",
        "background: \"a\\0b.png\"",
        "music: \"a\\0b.wav\"",
        "narration: \"a\\0b.wav\"",
        "watermark: {image: \"a\\0b.png\"}",
        "template: ../templates/clean",
        "template: safe-zones/youtube",
        "template: \"clean\\0\"",
        "template: -clean",
        "voice: flite:/etc/passwd",
        "voice: flite:http://127.0.0.1/voice.flitevox",
        "voice: flite:-lv",
        "voice: \"espeak-ng:en\\0\"",
        "voice: espeak-ng:../../../etc/passwd",
        "voice: espeak-ng:en+../../f1",
        "voice: espeak-ng:-w/tmp/x.wav",
        "background: generated:../aurora",
        "background: generated:aurora,movie=/etc/passwd",
        "background: color:#112233,movie=x",
        "music: generated:../whoosh",
        "language: en/../../x",
        "format: 1080x1920@30,movie=x",
        "rate: 100 --path /etc",
        "watermark: \"{text: a}, fonts: [{file: x.ttf, package: y}]\"",
        "hook: \"{text: a}, description: {\"",
    ];

    public static TheoryData<int> AllPlaces => [.. Enumerable.Range(0, Places.Length)];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(AllPlaces))]
    public async Task No_script_from_the_net_gets_out_of_the_media_folder(int place)
    {
        await using var net = await FurnishedAsync();
        var (kind, script) = Places[place];
        foreach (var way in Ways)
        {
            var name = way.Replace("{outside}", net.Outside, StringComparison.Ordinal).Replace("{kind}", kind, StringComparison.Ordinal);

            var error = await net.TryToMakeAsync(net.Request(Fill(script, name)));

            var refusal = Assert.IsType<InvalidInputException>(error);
            Assert.Contains(Rule, refusal.Message, StringComparison.Ordinal);
            Assert.Equal(3, refusal.Line);
            Assert.Contains("media folder", refusal.Advice, StringComparison.Ordinal);
            Assert.False(File.Exists(net.Output));
        }
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(AllPlaces))]
    public async Task Files_of_the_media_folder_are_taken_by_any_path_that_stays_inside(int place)
    {
        await using var net = await FurnishedAsync();
        var (kind, script) = Places[place];

        foreach (var name in (string[])[$"clips/mine.{kind}", $"clips/../clips/mine.{kind}", $"inner-link.{kind}"])
        {
            Assert.Null(await net.TryAsync(net.Request(Fill(script, name), name: "deep/er/script.md")));
        }
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(AllPlaces))]
    public async Task A_script_of_the_users_own_may_name_whatever_there_is(int place)
    {
        await using var net = await FurnishedAsync();
        var (kind, script) = Places[place];

        foreach (var name in (string[])[$"{net.Outside}/secret.{kind}", $"../outside/secret.{kind}", $"link.{kind}"])
        {
            Assert.Null(await net.TryAsync(net.Request(Fill(script, name), FileRules.Anywhere)));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task What_the_request_names_is_held_to_the_same()
    {
        await using var net = await FurnishedAsync();
        var request = net.Request("Hello there.");
        ShortRequest[] requests =
        [
            request with { Background = $"{net.Outside}/secret.png" },
            request with { Background = $"{{path: '{net.Outside}/secret.png'}}" },
            request with { Music = "../outside/secret.wav" },
            request with { Narration = "link.wav" },
        ];

        foreach (var asked in requests)
        {
            Assert.Contains(Rule, Assert.IsType<InvalidInputException>(await net.TryToMakeAsync(asked)).Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task The_settings_may_name_what_scripts_may_not()
    {
        var shared = Directory.CreateTempSubdirectory("net-settings-").FullName;
        try
        {
            await using var net = await FurnishedAsync(
                ("Compositing:Background", $"{shared}/picture.png"), ("Audio:Music", $"{shared}/music.wav"), ("Audio:TransitionSound", $"{shared}/music.wav"));
            File.Copy($"{net.Outside}/secret.png", $"{shared}/picture.png");
            File.Copy($"{net.Outside}/secret.wav", $"{shared}/music.wav");

            Assert.Null(await net.TryAsync(net.Request("Hello there.\n\n## scene\n\nAnd here.")));
            var error = await net.TryAsync(net.Request(Fill(Places[6].Script, $"{shared}/music.wav")));
            Assert.Contains(Rule, error?.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(shared, recursive: true);
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("background: mixed", "png")]
    [InlineData("background: {path: mixed, pick: random}", "png")]
    [InlineData("music: mixed", "wav")]
    [InlineData("background: linked", "png")]
    [InlineData("music: twice", "wav")]
    public async Task A_link_in_a_folder_leads_out_no_more_than_one_that_is_named(string setting, string kind)
    {
        await using var net = await FurnishedAsync();
        Directory.CreateDirectory(Path.Combine(net.Media, "mixed"));
        File.CreateSymbolicLink(Path.Combine(net.Media, "mixed", $"a.{kind}"), $"../../outside/secret.{kind}");

        var error = Assert.IsType<InvalidInputException>(await net.TryToMakeAsync(net.Request($"---\ntitle: x\n{setting}\n---\nHello there.")));

        Assert.Contains(Rule, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Line);
        Assert.DoesNotContain("outside/", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_looks_like_something_else_is_refused_where_it_stands()
    {
        await using var net = await FurnishedAsync();
        foreach (var setting in Impostors)
        {
            var error = Assert.IsType<InvalidInputException>(await net.TryToMakeAsync(net.Request($"---\ntitle: x\n{setting}\n---\nHello there.")));

            Assert.Equal((setting, 3), (setting, error.Line));
            Assert.DoesNotContain("root:", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Whether_a_short_would_be_made_again_tells_nothing_of_files_that_may_not_be_named()
    {
        await using var net = await FurnishedAsync();
        var request = net.Request($"---\nbackground: {net.Outside}/secret.png\n---\nHello.");
        var before = (net.Get<ShortInputs>().Of(request).Text, net.Get<ShortInputs>().Of(request with { Files = FileRules.Anywhere }).Text);

        File.Delete($"{net.Outside}/secret.png");

        Assert.Equal(before.Item1, net.Get<ShortInputs>().Of(request).Text);
        Assert.NotEqual(before.Item2, net.Get<ShortInputs>().Of(request with { Files = FileRules.Anywhere }).Text);
    }

    [Fact]
    public void Paths_of_scripts_are_resolved_in_one_place()
    {
        var others =
            from path in Repository.Sources("src/ShortsFactory")
            where Path.GetFileName(path) is not ("FileRules.cs" or "BatchPlanner.cs")
            from line in File.ReadLines(path)
            let call = line.IndexOf("Path.GetFullPath(", StringComparison.Ordinal)
            where call >= 0 && TopLevelCommas(line[(call + "Path.GetFullPath(".Length)..]) > 0
            select $"{Path.GetFileName(path)}: {line.Trim()}";

        Assert.Empty(others);
    }

    private static int TopLevelCommas(string arguments)
    {
        var (depth, commas) = (0, 0);
        foreach (var character in arguments.TakeWhile(_ => depth >= 0))
        {
            depth += character is '(' ? 1 : character is ')' ? -1 : 0;
            commas += character is ',' && depth == 0 ? 1 : 0;
        }

        return commas;
    }

    private static string Fill(string script, string name) => string.Format(CultureInfo.InvariantCulture, script, name);

    private static async Task<NetScript> FurnishedAsync(params (string, string)[] settings)
    {
        var net = new NetScript(settings);
        await using var studio = new Studio();
        Directory.CreateDirectory(Path.Combine(net.Media, "clips"));
        await studio.FfmpegAsync(NetScript.Token, "-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", Path.Combine(net.Outside, "secret.png"));
        await studio.Run.Scope.RunAsync(
            new ProcessCommand { FileName = "flite", Arguments = ["-voice", "slt", "-t", "Hello there.", "-o", Path.Combine(net.Outside, "secret.wav")] }, NetScript.Token);
        foreach (var kind in (string[])["png", "wav"])
        {
            File.Copy(Path.Combine(net.Outside, $"secret.{kind}"), Path.Combine(net.Media, "clips", $"mine.{kind}"));
            File.CreateSymbolicLink(Path.Combine(net.Media, $"link.{kind}"), Path.Combine(net.Outside, $"secret.{kind}"));
            File.CreateSymbolicLink(Path.Combine(net.Media, $"inner-link.{kind}"), $"clips/mine.{kind}");
        }

        Directory.CreateSymbolicLink(Path.Combine(net.Media, "linked"), "../outside");
        Directory.CreateSymbolicLink(Path.Combine(net.Media, "twice"), "linked");
        return net;
    }
}
