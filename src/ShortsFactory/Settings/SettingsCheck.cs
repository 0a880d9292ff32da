using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Settings;

/// <summary>Checks the whole configuration at start, so that a wrong key or value is told before any work is done.</summary>
public sealed class SettingsCheck(
    IConfiguration configuration, IEnumerable<SettingsSection> sections, IStartupValidator validator, IEnumerable<ForeignSection>? foreign = null)
{
    /// <summary>Checks every key and every value.</summary>
    /// <exception cref="InvalidInputException">A key is unknown, or a value has the wrong type or is out of its range.</exception>
    public void Run()
    {
        foreach (var section in configuration.GetChildren())
        {
            RefuseUnknownKeys(section);
        }

        try
        {
            validator.Validate();
        }
        catch (Exception exception) when (Failures(exception) is { Count: > 0 } failures)
        {
            throw new InvalidInputException(string.Join(Environment.NewLine, failures), innerException: exception)
            {
                Advice = "Change it in appsettings.json, in the environment (SHORTS__Section__Key) or with --set Section:Key=Value.",
            };
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("convert", StringComparison.Ordinal))
        {
            throw new InvalidInputException($"The configuration has a value of the wrong type. {exception.Message}", innerException: exception)
            {
                Advice = "Times are written as hours:minutes:seconds, for example 00:00:00.250; numbers with a point; switches as true or false.",
            };
        }
    }

    /// <summary>One section that is wrong is told by its own exception, several by one that holds them.</summary>
    private static IReadOnlyList<string> Failures(Exception exception) => exception switch
    {
        OptionsValidationException validation => [.. validation.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };

    private void RefuseUnknownKeys(IConfigurationSection section)
    {
        // '$schema' and the like are for editors; what is for another program, that program checks.
        if (section.Key.StartsWith('$') || (foreign ?? []).Any(other => string.Equals(other.Name, section.Key, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var known = Find(section.Path) ?? throw Unknown($"section '{section.Key}'", section.Key, sections.Select(candidate => candidate.Name));
        RefuseUnknownKeys(section, known);
    }

    private void RefuseUnknownKeys(IConfigurationSection section, SettingsSection known)
    {
        foreach (var child in section.GetChildren())
        {
            if (Find(child.Path) is { } inner)
            {
                RefuseUnknownKeys(child, inner);
            }
            else if (!known.Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw Unknown($"key '{child.Path}'", child.Key, known.Keys);
            }
        }
    }

    private SettingsSection? Find(string path) => sections.FirstOrDefault(candidate => string.Equals(candidate.Name, path, StringComparison.OrdinalIgnoreCase));

    private static InvalidInputException Unknown(string what, string word, IEnumerable<string> candidates)
    {
        var names = candidates.Order(StringComparer.Ordinal).ToArray();
        return new InvalidInputException($"The configuration has no {what}.{Suggestion.For(word, names)}")
        {
            Advice = $"There are: {string.Join(", ", names)}.",
        };
    }
}
