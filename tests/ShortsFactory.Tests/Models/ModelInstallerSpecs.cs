using System.Security.Cryptography;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.Tests.Models;

/// <summary>Models from a real server on loopback, opened by the real recogniser.</summary>
public sealed class ModelInstallerSpecs
{
    private static string Checksum => Convert.ToHexString(SHA256.HashData(ModelShop.Model));

    [Fact(Timeout = 120_000)]
    public async Task A_model_is_installed_whole_with_a_manifest_and_found_by_its_language()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model);

        var result = await shop.InstallAsync(server, Checksum);

        Assert.False(result.IsPinned);
        Assert.Empty(await result.Model.VerifyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(shop.Target, result.Model.Directory);
        Assert.Equal(ModelShop.Name, shop.Catalog.Find("en", isRecorded: true)?.Name);
        Assert.Equal("vosk-model-en-tts", shop.Catalog.Find("en")?.Name);
        Assert.Empty(shop.Leftovers);
        Assert.Null((await shop.InstallAsync(server, Checksum)).Sha256);
        Assert.Single(server.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_download_that_breaks_off_again_and_again_goes_on_from_where_it_was()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model) { BreaksAfter = 3_000_000 };

        await shop.InstallAsync(server, Checksum);

        Assert.InRange(server.Requests.Count, 3, 8);
        Assert.Equal("", server.Requests[0]);
        Assert.All(server.Requests.Skip(1), range => Assert.StartsWith("Range: bytes=", range, StringComparison.Ordinal));
        Assert.True(Directory.Exists(shop.Target));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_cancelled_download_is_gone_on_with_by_the_next_run()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model) { Delay = TimeSpan.FromMilliseconds(20) };
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.InstallAsync(server.Address.AbsoluteUri, Checksum, cancellationToken: cancel.Token));
        var nothing = Directory.Exists(shop.Target);
        server.Delay = TimeSpan.Zero;
        await shop.InstallAsync(server, Checksum);

        Assert.False(nothing);
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith("Range: bytes=", server.Requests[1], StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true, "\"v1\"")]
    [InlineData(false, "\"v2\"")]
    [InlineData(false, "")]
    public async Task What_had_come_of_another_version_or_cannot_be_asked_for_is_fetched_anew(bool ignoresRanges, string tag)
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model) { BreaksAfter = 2_000_000, IgnoresRanges = ignoresRanges };
        server.Refusals.Enqueue("503 Service Unavailable");
        shop.Downloads.Attempts = 1;
        await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server, Checksum));
        (server.BreaksAfter, server.Tag) = (null, tag);
        shop.Downloads.Attempts = 3;

        await shop.InstallAsync(server, Checksum);

        Assert.Empty(shop.Leftovers);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("404 Not Found", 1, "404")]
    [InlineData("403 Forbidden", 1, "403")]
    [InlineData("503 Service Unavailable", 3, "503")]
    [InlineData("429 Too Many Requests\r\nRetry-After: 0", 3, "429")]
    public async Task A_refusal_that_may_pass_is_tried_again_and_any_other_is_not(string answer, int requests, string mentions)
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model);
        for (var number = 0; number < 5; number++)
        {
            server.Refusals.Enqueue(answer);
        }

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server, Checksum));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
        Assert.Equal(requests, server.Requests.Count);
        Assert.False(Directory.Exists(shop.Target));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_promises_more_than_it_has_or_falls_silent_is_given_up()
    {
        await using var shop = new ModelShop();
        await using var liar = new FileServer(ModelShop.Model) { Lie = 1_000, IgnoresRanges = true };
        await using var silent = new FileServer(ModelShop.Model) { StallsAfter = 100_000, IgnoresRanges = true };
        shop.Downloads.StallLimit = TimeSpan.FromMilliseconds(300);
        shop.Downloads.Attempts = 2;

        var lied = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(liar, Checksum));
        var stalled = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(silent, Checksum));

        Assert.Contains("broke off", lied.Message, StringComparison.Ordinal);
        Assert.Contains("sent nothing for 0.3 s", stalled.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(shop.Target));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_promises_less_than_it_has_makes_no_model()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model) { Lie = -1_000 };

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server));

        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.Empty(shop.Leftovers);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_wrong_checksum_is_refused_and_what_came_is_thrown_away()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model);

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server, new string('0', 64)));

        Assert.Contains(Checksum.ToLowerInvariant(), error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(shop.Target));
        Assert.Empty(shop.Leftovers);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_checksum_that_nobody_told_is_pinned_and_another_one_is_refused_later()
    {
        await using var shop = new ModelShop();
        await using var server = new FileServer(ModelShop.Model);

        var first = await shop.InstallAsync(server);
        shop.Installer.Remove(ModelShop.Name);
        var removed = Directory.Exists(shop.Target);
        server.Content = ModelShop.Zip([.. ModelShop.Files(Tests.Recognition.RecognitionBench.ModelDirectory, ""), ("conf/changed.txt", [1], 0)]);
        var error = await Assert.ThrowsAsync<ModelInstallException>(() => shop.InstallAsync(server));

        Assert.True(first.IsPinned);
        Assert.Equal(Checksum, first.Sha256, ignoreCase: true);
        Assert.False(removed);
        Assert.Contains("when it was first installed", error.Message, StringComparison.Ordinal);
        Assert.Empty(shop.Leftovers);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_file_of_the_users_will_do_and_stays()
    {
        await using var shop = new ModelShop();
        var archive = shop.Run.Scope.PathOf("mine.zip");
        await File.WriteAllBytesAsync(archive, ModelShop.Model, TestContext.Current.CancellationToken);

        await shop.InstallAsync(archive);

        Assert.True(File.Exists(archive));
        Assert.True(Directory.Exists(shop.Target));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("no/such/file.zip", null, "neither an http address nor a file")]
    [InlineData("http://example.com/model.zip", null, "is not encrypted")]
    [InlineData("http://127.0.0.1:1/model.zip", "abc", "is no SHA-256")]
    public async Task A_source_that_cannot_be_trusted_or_used_is_refused(string from, string? sha256, string mentions)
    {
        await using var shop = new ModelShop();

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => shop.InstallAsync(from, sha256));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
    }

    [Theory]
    [InlineData("../model")]
    [InlineData(".hidden")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using var shop = new ModelShop();

        await Assert.ThrowsAsync<InvalidInputException>(() => shop.InstallAsync("http://127.0.0.1:1/model.zip", name: name));
    }

    [Fact]
    public async Task An_unknown_name_suggests_the_one_that_was_meant()
    {
        await using var shop = new ModelShop();
        await using var scope = shop.Run.Scope.Open("install");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => shop.Installer.InstallAsync(
            new InstallRequest { Name = "vosk-model-small-de-0.16" }, scope, new Progress<InstallProgress>(), TestContext.Current.CancellationToken));

        Assert.Contains("Did you mean 'vosk-model-small-de-0.15'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_products_own_model_is_not_removed()
    {
        var shop = new ModelShop();
        _ = shop.Directory;

        var error = Assert.Throws<InvalidInputException>(() => shop.Installer.Remove("vosk-model-en-tts"));

        Assert.Contains("comes with the product", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_a_small_model_for_each_language_with_an_encrypted_address()
    {
        var models = new ModelCatalog(Tests.Recognition.RecognitionBench.Home).Available;

        Assert.InRange(models.Select(model => model.Language.Split('-')[0]).Distinct().Count(), 20, 60);
        Assert.All(models, model => Assert.Equal($"https://alphacephei.com/vosk/models/{model.Name}.zip", model.Address.AbsoluteUri));
        Assert.All(models, model => Assert.InRange(model.Megabytes, 20, 300));
    }
}
