using System.Text;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class ScriptFileSpecs
{
    [Fact]
    public async Task A_file_is_read_whatever_its_byte_order_mark()
    {
        await using var run = new TestRun();
        foreach (var encoding in new[] { new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var path = run.Scope.PathOf("script.md");
            await File.WriteAllTextAsync(path, "Hällo 🐙.", encoding);

            Assert.Equal("Hällo 🐙.", Assert.Single((await ScriptFile.ReadAsync(path, CancellationToken.None)).Sentences).Text);
        }
    }

    [Fact]
    public async Task A_missing_file_a_directory_and_an_empty_file_are_refused()
    {
        await using var run = new TestRun();
        var missing = run.Scope.PathOf("missing.md");
        var empty = run.Scope.PathOf("empty.md");
        await File.WriteAllTextAsync(empty, "");

        Assert.Equal($"{missing}: There is no such file. Check the name and the directory.", await ErrorOf(missing));
        Assert.Equal($"{run.Scope.Directory}: This is a directory. Name the script file inside it.", await ErrorOf(run.Scope.Directory));
        Assert.Equal($"{empty}: The file is empty. Write what is to be said.", await ErrorOf(empty));
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        await using var run = new TestRun();
        var picture = run.Scope.PathOf("picture.md");
        var latin = run.Scope.PathOf("latin.md");
        var large = run.Scope.PathOf("large.md");
        await File.WriteAllBytesAsync(picture, [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]);
        await File.WriteAllBytesAsync(latin, [.. "Fine.\ncaf"u8, 0xE9, .. " noir"u8]);
        await File.WriteAllTextAsync(large, new string('a', (5 * 1024 * 1024) + 1));

        Assert.Equal($"{picture}:1: The file is no UTF-8 text. Save it as UTF-8, or name the script if this is something else.", await ErrorOf(picture));
        Assert.Equal($"{latin}:2: The file is no UTF-8 text. Save it as UTF-8, or name the script if this is something else.", await ErrorOf(latin));
        Assert.Equal($"{large}: The file is larger than 5 MB, which no script is. Name the script, not a recording or a picture.", await ErrorOf(large));
    }

    private static async Task<string> ErrorOf(string path) =>
        (await Assert.ThrowsAsync<InvalidInputException>(() => ScriptFile.ReadAsync(path, CancellationToken.None))).Message;
}
