using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Server.Hosting;
using ShortsFactory.Server.Security;
using ShortsFactory.Server.Storage;
using ShortsFactory.Settings;

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

    public string Media => Path.Combine(_folder, "media");

    /// <summary>All that was logged until now.</summary>
    public string Logged => string.Concat(Directory.EnumerateFiles(_folder, "*.log", SearchOption.AllDirectories).Select(ReadShared));

    public static async Task<ServedApp> StartAsync(string listen = "127.0.0.1", bool withKey = false, params (string Key, string Value)[] settings)
    {
        var app = Build(listen, settings);
        try
        {
            if (withKey)
            {
                await app._app.Services.GetRequiredService<Schema>().CreateAsync(Token);
                await app.AddKeyAsync(Scope.Admin);
            }

            await ServerHost.PrepareAsync(app._app.Services);
            await app._app.StartAsync(Token);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
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
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static ServedApp Build(string listen, (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("served-").FullName;
        var home = Home.Find();
        var configuration = SettingsSources.Load(home,
        [
            new("Server:Address", listen),
            new("Server:Port", "0"),
            new("Server:DataDirectory", folder),
            new("Server:DrainLimit", "00:00:00"),
            // No disk has so much room: jobs are taken in and not begun.
            new("Server:DiskFloor", "1000000000000"),
            new("Logging:Directory", Path.Combine(folder, "logs")),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
        ]);
        return new ServedApp(folder, ServerHost.Build(configuration, home, ServerHost.Check(configuration, home), verbose: true, _ => { }));
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
