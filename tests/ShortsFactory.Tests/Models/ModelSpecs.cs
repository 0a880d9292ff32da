using ShortsFactory.Models;
using ShortsFactory.Resources;
using ShortsFactory.Tests.Recognition;

namespace ShortsFactory.Tests.Models;

/// <summary>Every input that kills, hangs or misleads libvosk is told by name before libvosk sees it.</summary>
public sealed class ModelSpecs
{
    private const string ModelName = RecognitionBench.ModelName;

    [Fact(Timeout = 120_000)]
    public async Task The_models_that_come_with_the_product_are_whole()
    {
        var models = new ModelCatalog(RecognitionBench.Home).List();

        var model = Assert.Single(models, model => string.Equals(model.Name, ModelName, StringComparison.Ordinal));
        Assert.Equal("en", model.Language);
        Assert.InRange(model.SizeBytes, 14_000_000, 15_000_000);
        Assert.True(model.IsComplete);
        Assert.Empty(await model.VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("en", ModelName)]
    [InlineData("en-US", ModelName)]
    [InlineData("EN_gb", ModelName)]
    [InlineData("de", null)]
    [InlineData("eng", null)]
    public void The_model_follows_the_language_of_the_script(string language, string? expected) =>
        Assert.Equal(expected, new ModelCatalog(RecognitionBench.Home).Find(language)?.Name);

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_model_is_refused_by_name_before_anything_else_starts(string file, Damage damage)
    {
        await using var bench = new RecognitionBench();
        var home = bench.CopyHome();
        Apply(damage, Path.Combine(home.Models, ModelName, file));
        var draft = RecognitionBench.Draft("/track.wav", 0, 8_000, "Hello.");

        var error = await Assert.ThrowsAsync<ModelInvalidException>(() => bench.Stage(home).PrepareAsync(draft, bench.Context, TestContext.Current.CancellationToken));

        Assert.Contains(file, Assert.Single(error.Problems), StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
        Assert.DoesNotContain(bench.Context.Scope.Snapshot(), open => open.Kind == ResourceKind.Process);
    }

    public static TheoryData<string, Damage> Damages()
    {
        var data = new TheoryData<string, Damage>();
        foreach (var file in (string[])["am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst"])
        {
            foreach (var damage in (Damage[])[Damage.Missing, Damage.Empty, Damage.Halved, Damage.LastByteGone, Damage.Garbage, Damage.Flipped])
            {
                data.Add(file, damage);
            }
        }

        foreach (var file in (string[])["conf/model.conf", "conf/mfcc.conf", "graph/words.txt", "graph/disambig_tid.int", "graph/phones/word_boundary.int"])
        {
            foreach (var damage in (Damage[])[Damage.Missing, Damage.Empty, Damage.Garbage])
            {
                data.Add(file, damage);
            }
        }

        data.Add("graph/words.txt", Damage.Halved);
        data.Add("graph/HCLG.fst", Damage.Garbage);
        data.Add("manifest.json", Damage.Empty);
        data.Add("manifest.json", Damage.Garbage);
        return data;
    }

    [Theory(Timeout = 120_000)]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"name":"a","language":"en","description":"","licence":"","files":[]}""")]
    [InlineData("""{"name":"a","language":null,"description":"","licence":"","files":[{"path":"am/final.mdl","size":1,"sha256":""}]}""")]
    public async Task A_manifest_that_says_too_little_is_refused(string manifest)
    {
        await using var bench = new RecognitionBench();
        var home = bench.CopyHome();
        await File.WriteAllTextAsync(Path.Combine(home.Models, ModelName, "manifest.json"), manifest, TestContext.Current.CancellationToken);

        Assert.Throws<ModelInvalidException>(() => new ModelCatalog(home).Get(ModelName));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_manifest_cannot_name_files_outside_of_its_model()
    {
        await using var bench = new RecognitionBench();
        var home = bench.CopyHome();
        var path = Path.Combine(home.Models, ModelName, "manifest.json");
        await File.WriteAllTextAsync(
            path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("am/final.mdl", "../final.mdl", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var problems = await new ModelCatalog(home).Get(ModelName).VerifyAsync(TestContext.Current.CancellationToken);

        Assert.Contains(problems, problem => problem.Contains("outside of the model", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing-like-it")]
    [InlineData("../../etc")]
    public void A_model_that_is_not_there_is_refused_by_name(string name) =>
        Assert.Throws<ModelInvalidException>(() => new ModelCatalog(RecognitionBench.Home).Get(name));

    private static void Apply(Damage damage, string path)
    {
        switch (damage)
        {
            case Damage.Missing:
                File.Delete(path);
                break;
            case Damage.Garbage:
                File.WriteAllBytes(path, [.. Enumerable.Range(0, 300).Select(number => (byte)(number * 7))]);
                break;
            case Damage.Flipped:
                var content = File.ReadAllBytes(path);
                content[content.Length / 2] ^= 0xFF;
                File.WriteAllBytes(path, content);
                break;
            default:
                using (var stream = File.OpenWrite(path))
                {
                    stream.SetLength(damage switch { Damage.Empty => 0, Damage.Halved => stream.Length / 2, _ => stream.Length - 1 });
                }

                break;
        }
    }
}
