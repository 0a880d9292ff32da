using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Confinement;

/// <summary>The whole product, and scripts that came over the net: beside their media folder lies one that they must not see.</summary>
internal sealed class NetScript : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("net-script-").FullName;
    private readonly Lazy<ServiceProvider> _services;

    public NetScript(params (string Key, string Value)[] settings)
    {
        Directory.CreateDirectory(Media);
        Directory.CreateDirectory(Outside);
        _services = new(() => new ServiceCollection().AddShortsFactory(
            new ConfigurationBuilder()
                .AddJsonFile(Repository.Home.Settings)
                .AddInMemoryCollection([
                    new("Cache:Enabled", "false"),
                    new("Recognition:RecognizerPath", Path.Combine(
                        Repository.Root, "artifacts", "bin", "ShortsFactory.Recognizer", new DirectoryInfo(AppContext.BaseDirectory).Name, "shorts-recognizer")),
                    .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
                ])
                .Build(),
            Repository.Home).AddLogging().BuildServiceProvider());
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The folder below which scripts may name files.</summary>
    public string Media => Path.Combine(_folder, "media");

    /// <summary>The folder beside it.</summary>
    public string Outside => Path.Combine(_folder, "outside");

    public string Output => Path.Combine(_folder, "out", "short.mp4");

    public T Get<T>()
        where T : notnull => _services.Value.GetRequiredService<T>();

    public ShortRequest Request(string text, FileRules? files = null, string name = "script.md") => new()
    {
        ScriptPath = Path.Combine(Media, name),
        ScriptText = text,
        OutputPath = Output,
        Files = files ?? FileRules.Below(Media),
    };

    /// <summary>Does all that comes before the first stage, when everything that a request names is looked at; the error, if one is found.</summary>
    public async Task<Exception?> TryAsync(ShortRequest request) => await Record.ExceptionAsync(async () =>
    {
        var draft = new Short { Id = "net", Request = request, Script = await Get<ShortPipeline>().ReadScriptAsync(request, Token) };
        await using var scope = Get<ResourceScopes>().Open("net");
        foreach (var preparation in _services.Value.GetServices<IDraftPreparation>())
        {
            draft = await preparation.PrepareAsync(draft, Context(scope.Open("preparation")), Token);
        }

        foreach (var stage in _services.Value.GetServices<IStage>())
        {
            await stage.PrepareAsync(draft, Context(scope.Open("stage")), Token);
        }
    });

    /// <summary>Makes it; the error, if it cannot be made.</summary>
    public async Task<Exception?> TryToMakeAsync(ShortRequest request) =>
        await Record.ExceptionAsync(() => Get<ShortPipeline>().MakeAsync(request, new Progress<StageProgress>(), _ => { }, Token));

    private static StageContext Context(ResourceScope scope) => new() { Scope = scope, Progress = new Progress<StageProgress>(), Warn = _ => { } };

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
