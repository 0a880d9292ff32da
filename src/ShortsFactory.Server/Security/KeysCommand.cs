using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Security;

/// <summary>Makes, lists and takes back keys, with or without a server that runs.</summary>
internal sealed partial class KeysCommand(Func<ParseResult, Database> open)
{
    private const int LongestName = 100;
    private const int Failed = 1;

    private static readonly Argument<string> Name = new("NAME") { Description = "What the key is for, such as the name of a program or of a colleague." };

    private static readonly Argument<string> Id = new("ID") { Description = "The key's id, as 'shorts keys list' shows it." };

    private static readonly Option<string> KeyScope = new("--scope")
    {
        Description = "What the key is good for: read (see everything), submit (and have shorts made), admin (and all else). [default: submit]",
        HelpName = "SCOPE",
        DefaultValueFactory = _ => NameOf(Scope.Submit),
    };

    private static readonly Option<string?> Expires = new("--expires") { Description = "After which time it is good for nothing, such as 12h or 90d. [default: never]", HelpName = "TIME" };

    /// <summary>The command, with options that say which server's keys are meant.</summary>
    public Command Build(params IReadOnlyList<Option> place)
    {
        KeyScope.AcceptOnlyFromAmong([.. Enum.GetValues<Scope>().Select(NameOf)]);
        var add = new Command("add", "Makes a key and shows it, this once.") { Name, KeyScope, Expires };
        add.SetAction((parsed, cancellationToken) => AddAsync(parsed, cancellationToken));
        var list = new Command("list", "Lists all keys, without what is secret of them.");
        list.SetAction((parsed, cancellationToken) => ListAsync(parsed, cancellationToken));
        var remove = new Command("remove", "Takes a key back: it is good for nothing from then on.") { Id };
        remove.SetAction((parsed, cancellationToken) => RemoveAsync(parsed, cancellationToken));
        var keys = new Command("keys", "Manages the keys that callers of the server show.") { add, list, remove };
        foreach (var option in place)
        {
            add.Add(option);
            list.Add(option);
            remove.Add(option);
        }

        return keys;
    }

    /// <summary>A time such as <c>90d</c>, <c>12h</c> or <c>30m</c>.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal static TimeSpan LifeOf(string text)
    {
        if (Life().Match(text) is not { Success: true } match)
        {
            throw new InvalidInputException($"'{text}' is no time after which a key can expire.") { Advice = "Write a number and its unit: 30m, 12h or 90d." };
        }

        var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    private async Task AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name).Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new InvalidInputException("a key's name has 1 to 100 characters, on one line.");
        }

        TimeSpan? life = parsed.GetValue(Expires) is { } expires ? LifeOf(expires) : null;
        await using var services = await OpenAsync(parsed, cancellationToken);
        var (key, text) = await services.GetRequiredService<ApiKeyStore>().AddAsync(name, Enum.Parse<Scope>(parsed.GetRequiredValue(KeyScope), ignoreCase: true), life, cancellationToken);
        Console.WriteLine(text);
        await Console.Error.WriteLineAsync($"The key {key.Id} ({NameOf(key.Scope)}) for {key.Name} was made{(key.ExpiresAt is { } end ? $"; it expires on {end:yyyy-MM-dd HH:mm} UTC" : "")}. It is not shown again.");
    }

    private async Task ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await OpenAsync(parsed, cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Console.WriteLine($"{"ID",-14}{"SCOPE",-8}{"MADE",-18}{"LAST USED",-18}{"EXPIRES",-18}NAME");
        foreach (var key in await services.GetRequiredService<ApiKeyStore>().ListAsync(cancellationToken))
        {
            Console.WriteLine($"{key.Id,-14}{NameOf(key.Scope),-8}{Show(key.CreatedAt),-18}{Show(key.LastUsedAt),-18}{(key.HasExpired(now) ? "expired" : Show(key.ExpiresAt)),-18}{key.Name}");
        }
    }

    private async Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        await using var services = await OpenAsync(parsed, cancellationToken);
        if (await services.GetRequiredService<ApiKeyStore>().RemoveAsync(id, cancellationToken))
        {
            Console.WriteLine($"The key {id} is good for nothing any more.");
            return 0;
        }

        await Console.Error.WriteLineAsync("shorts: there is no key with this id. 'shorts keys list' shows all.");
        return Failed;
    }

    private async Task<ServiceProvider> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => open(parsed))
            .AddSingleton<ISchemaPart, ApiKeySchema>()
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<Schema>()
            .BuildServiceProvider();
        await services.GetRequiredService<Schema>().CreateAsync(cancellationToken);
        return services;
    }

    private static string NameOf(Scope scope) => scope.ToString().ToLowerInvariant();

    private static string Show(DateTimeOffset? time) => time is { } known ? known.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never";

    [GeneratedRegex("^(?<number>[1-9][0-9]{0,4})(?<unit>[mhd])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Life();
}
