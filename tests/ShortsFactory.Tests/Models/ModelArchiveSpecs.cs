using System.Buffers.Binary;
using System.Text;
using ShortsFactory.Models;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.Tests.Models;

/// <summary>Archives that somebody made to do harm, or that came to harm.</summary>
public sealed class ModelArchiveSpecs
{
    private const int Link = 0xA1FF << 16;

    private static readonly byte[] Some = "some content"u8.ToArray();

    [Theory(Timeout = 120_000)]
    [InlineData("../outside.txt")]
    [InlineData("model/../../outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("model\\..\\..\\outside.txt")]
    [InlineData("C:/outside.txt")]
    [InlineData("model//outside.txt")]
    [InlineData("model/./outside.txt")]
    [InlineData("model/out\u0001side.txt")]
    public Task A_path_that_leads_elsewhere_is_refused(string path) =>
        RefusedAsync("leads elsewhere", ModelShop.Zip([("model/am/final.mdl", Some, 0), (path, Some, 0)]));

    [Fact(Timeout = 120_000)]
    public Task A_link_is_refused() =>
        RefusedAsync("is a link or a device", ModelShop.Zip([("model/am/final.mdl", "/etc/passwd"u8.ToArray(), Link)]));

    [Fact(Timeout = 120_000)]
    public Task A_bomb_is_refused() =>
        RefusedAsync("far larger than a model", ModelShop.Zip([("am/final.mdl", new byte[60_000_000], 0)]));

    [Fact(Timeout = 120_000)]
    public Task More_than_the_limit_is_refused() =>
        RefusedAsync("far larger than a model", ModelShop.Model, shop => shop.Options.UnpackedLimit = 5_000_000);

    [Fact(Timeout = 120_000)]
    public Task A_size_that_lies_is_found_out()
    {
        var archive = ModelShop.Zip([("am/final.mdl", new byte[4_000_000], 0)]);
        var directory = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(directory + 24), 100);
        return RefusedAsync("is damaged", archive);
    }

    [Fact(Timeout = 120_000)]
    public Task A_flipped_byte_is_found_out()
    {
        var archive = (byte[])ModelShop.Model.Clone();
        archive[archive.Length / 2] ^= 0xFF;
        return RefusedAsync("damaged", archive);
    }

    [Fact(Timeout = 120_000)]
    public Task Thousands_of_files_are_refused() =>
        RefusedAsync("at most 2000", ModelShop.Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"am/{number}", Array.Empty<byte>(), 0))]));

    [Fact(Timeout = 120_000)]
    public Task A_file_that_is_there_twice_is_refused() =>
        RefusedAsync("is in the archive twice", ModelShop.Zip([("am/final.mdl", Some, 0), ("AM/final.mdl", Some, 0)]));

    [Fact(Timeout = 120_000)]
    public Task What_is_no_archive_is_refused() => RefusedAsync("damaged", Encoding.UTF8.GetBytes("no archive"));

    [Fact(Timeout = 120_000)]
    public Task A_page_is_told_as_what_it_is() => RefusedAsync("sent a web page", Encoding.UTF8.GetBytes("<html>Sign in to the hotel's network</html>"));

    [Fact(Timeout = 120_000)]
    public Task What_is_no_model_is_refused() =>
        RefusedAsync("it has no conf/mfcc.conf", ModelShop.Zip([("model/am/final.mdl", Some, 0), ("model/graph/HCLr.fst", Some, 0)]));

    [Fact(Timeout = 120_000)]
    public Task A_model_that_the_recogniser_cannot_open_is_refused() =>
        RefusedAsync("the recogniser cannot open it", ModelShop.Zip([("am/final.mdl", Some, 0), ("conf/mfcc.conf", Some, 0), ("graph/HCLr.fst", Some, 0)]));

    [Fact(Timeout = 120_000)]
    public async Task What_a_killed_installation_left_behind_is_removed_by_the_next_one()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model);
        Directory.CreateDirectory(Path.Combine(shop.Directory, ".unfinished-dead", "am"));
        await File.WriteAllBytesAsync(Path.Combine(shop.Directory, ".unfinished-dead", "am", "final.mdl"), Some, TestContext.Current.CancellationToken);

        await shop.InstallAsync(server);

        Assert.Empty(shop.Leftovers);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_installations_do_not_work_in_one_directory()
    {
        await using var shop = new ModelShop();
        Directory.CreateDirectory(shop.Directory);
        await using var other = new FileStream(Path.Combine(shop.Directory, ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync("http://127.0.0.1:1/model.zip"));

        Assert.Contains("another installation is at work", error.Message, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(string mentions, byte[] archive, Action<ModelShop>? prepare = null)
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(archive);
        prepare?.Invoke(shop);

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
        Assert.False(Directory.Exists(shop.Target));
        Assert.Empty(shop.Leftovers);
        Assert.Empty(Directory.EnumerateFiles(shop.Run.Scope.Directory, "outside.txt", SearchOption.AllDirectories));
    }
}
