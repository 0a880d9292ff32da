using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ShortsFactory.Settings;

/// <summary>Binds options classes to their sections.</summary>
public static class SettingsServices
{
    /// <summary>Binds <typeparamref name="TOptions"/> to the section <paramref name="name"/>; <see cref="SettingsCheck"/> checks it at start.</summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, IConfiguration configuration, string name)
        where TOptions : class
    {
        var section = new SettingsSection(name, typeof(TOptions));
        services.AddSingleton(section);
        services.AddSingleton<IValidateOptions<TOptions>>(new SettingsValidator<TOptions>(section));
        services.AddOptions<TOptions>().Bind(configuration.GetSection(name)).ValidateOnStart();
        return services;
    }
}
