using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Security;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Tests.Security;

/// <summary>The server as it is, in this process, with data of its own.</summary>
internal sealed class ServedApp : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private ServedApp(string folder, WebApplication app)
    {
        (_folder, _app) = (folder, app);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    public Uri Address => new($"http://127.0.0.1:{new Uri(_app.Urls.First()).Port}");

    /// <summary>The folder of its data.</summary>
    public string Data => _folder;

    /// <summary>All that was logged until now.</summary>
    public string Logged => string.Concat(Directory.EnumerateFiles(_folder, "*.log", SearchOption.AllDirectories).Select(ReadShared));

    /// <param name="listen">The address to listen on.</param>
    /// <param name="withKey">Whether a key was made before.</param>
    /// <param name="settings">What is set otherwise.</param>
    public static async Task<ServedApp> StartAsync(string listen = "127.0.0.1", bool withKey = false, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("served-").FullName;
        try
        {
            return await StartAsync(folder, listen, withKey, settings);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>The same on a folder of data that is there already; the last one that uses it deletes it.</summary>
    public static async Task<ServedApp> StartAsync(string folder, string listen, bool withKey, params (string Key, string Value)[] settings)
    {
        List<KeyValuePair<string, string?>> overrides =
        [
            new("Server:Address", listen),
            new("Server:Port", "0"),
            new("Server:DataDirectory", folder),
            new("Server:DrainLimit", "00:00:00"),
            // No disk has so much room: jobs are taken in and not begun.
            new("Server:DiskFloor", "1000000000000"),
            new("Logging:Directory", Path.Combine(folder, "logs")),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
        ];
        if (withKey)
        {
            await using var database = ServerHost.OpenDatabase(overrides);
            await new Schema(database, [new ApiKeySchema()]).CreateAsync(Token);
            await new ApiKeyStore(database, TimeProvider.System).AddAsync("first", Scope.Admin, life: null, Token);
        }

        return new ServedApp(folder, await ServerHost.StartAsync(overrides, verbose: true, _ => { }));
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<string> AddKeyAsync(Scope scope, TimeSpan? life = null) => (await Get<ApiKeyStore>().AddAsync("test", scope, life, Token)).Text;

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = null, object? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = json is null ? null : JsonContent.Create(json);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseContentRead, Token);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string? key = null, object? json = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, key, json, headers);
        return response.StatusCode;
    }

    public async Task<JsonElement> ReadAsync(string path, string? key = null)
    {
        using var response = await SendAsync(HttpMethod.Get, path, key);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops it, and leaves its data.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
