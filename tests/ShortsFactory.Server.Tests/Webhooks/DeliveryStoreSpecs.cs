using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Storage;
using ShortsFactory.Server.Webhooks;

namespace ShortsFactory.Server.Tests.Webhooks;

public sealed class DeliveryStoreSpecs : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("deliveries-").FullName;
    private readonly Database _database;
    private readonly DeliveryStore _store;

    public DeliveryStoreSpecs()
    {
        _database = Database.Of(new ServerOptions { DataDirectory = _folder });
        _store = new DeliveryStore(_database);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await new Schema(_database, [new WebhookSchema()]).CreateAsync(Token);

    [Fact]
    public async Task The_same_end_of_a_job_is_written_down_once_however_often_it_is_told()
    {
        await _store.AddAsync([Message("a"), Message("b")], Token);
        await _store.AddAsync([Message("a")], Token);

        Assert.Equal(["a", "b"], (await _store.ListAsync("job", 10, Token)).Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task What_one_took_nobody_else_takes_until_it_must_have_died()
    {
        await _store.AddAsync([Message("a")], Token);

        Assert.Single(await _store.TakeDueAsync(Now, Now.AddSeconds(20), 10, Token));
        Assert.Empty(await _store.TakeDueAsync(Now.AddSeconds(19), Now.AddSeconds(40), 10, Token));
        Assert.Single(await _store.TakeDueAsync(Now.AddSeconds(20), Now.AddSeconds(40), 10, Token));
    }

    [Fact]
    public async Task Of_many_that_look_at_once_each_message_is_taken_by_one()
    {
        await _store.AddAsync([.. Enumerable.Range(0, 20).Select(number => Message($"{number:00}"))], Token);

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _store.TakeDueAsync(Now, Now.AddSeconds(20), 20, Token), Token)));

        Assert.Equal(20, taken.Sum(part => part.Count));
        Assert.Equal(20, taken.SelectMany(part => part).DistinctBy(delivery => delivery.Id).Count());
    }

    [Fact]
    public async Task What_has_arrived_is_forgotten_after_a_while_and_what_waits_is_not()
    {
        await _store.AddAsync([Message("a"), Message("b")], Token);
        await _store.UpdateAsync(Message("a") with { State = DeliveryState.Delivered }, Token);

        await _store.TrimAsync(Now.AddDays(1), Token);

        Assert.Equal(["b"], (await _store.ListAsync(job: null, 10, Token)).Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task The_database_is_for_its_owners_eyes_alone()
    {
        Assert.NotEqual("", await _store.SecretAsync(Token));

        Assert.All(Directory.EnumerateFiles(_folder, "server.db*"), path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path)));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Delivery Message(string id) => new() { Id = id, Job = "job", Event = "job.done", Address = "https://example.org/", Body = "{}", CreatedAt = Now, NextAt = Now };
}
