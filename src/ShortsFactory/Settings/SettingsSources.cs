using Microsoft.Extensions.Configuration;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Settings;

/// <summary>Where settings come from: appsettings.json, then the environment, then the command line; later ones win.</summary>
public static class SettingsSources
{
    private const string EnvironmentPrefix = "SHORTS__";

    /// <summary>Reads them all.</summary>
    /// <param name="home">Where appsettings.json lies.</param>
    /// <param name="overrides">What the command line says.</param>
    /// <exception cref="InvalidInputException">The file is no JSON.</exception>
    public static IConfiguration Load(Home home, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(home.Settings, optional: false, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .AddInMemoryCollection(overrides.GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()))
                .Build();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidInputException(exception.InnerException?.Message ?? exception.Message, home.Settings, innerException: exception)
            {
                Advice = "Mend the file: it must be JSON.",
            };
        }
    }

    /// <summary>Splits what was given with --set.</summary>
    /// <exception cref="InvalidInputException">It is no setting.</exception>
    public static KeyValuePair<string, string?> ParseOverride(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || !text.AsSpan(0, equals).Contains(':'))
        {
            throw new InvalidInputException($"--set {text} is not a setting.") { Advice = "Write it as Section:Key=Value, for example Compositing:Crf=18." };
        }

        return new(text[..equals].Trim(), text[(equals + 1)..].Trim());
    }
}
