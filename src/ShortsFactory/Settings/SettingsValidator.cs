using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Settings;

/// <summary>Checks an options class by its attributes and says what is wrong in sentences that name the key as users write it.</summary>
internal sealed class SettingsValidator<TOptions>(SettingsSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(result => Describe(result, options)));
    }

    private string Describe(ValidationResult result, TOptions options)
    {
        var member = result.MemberNames.FirstOrDefault() ?? "";
        var property = typeof(TOptions).GetProperty(member);
        var key = $"{section.Name}:{member}";
        var value = property?.GetValue(options);
        var range = property?.GetCustomAttributes(inherit: false).OfType<RangeAttribute>().FirstOrDefault();
        return range is null
            ? $"{key}: {result.ErrorMessage}"
            : string.Create(CultureInfo.InvariantCulture, $"{key} is {value}, but must be between {range.Minimum} and {range.Maximum}.");
    }
}
