using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShortsFactory.Pipeline;
using ShortsFactory.Settings;

namespace ShortsFactory.Tests.Pipeline;

public sealed class SettingsSpecs
{
    [Theory]
    [InlineData("Audio:TargetLufs", "-99", "Audio:TargetLufs is -99, but must be between -30 and -8.")]
    [InlineData("Speech:Parallelism", "-1", "Speech:Parallelism is -1, but must be between 0 and 64.")]
    [InlineData("Pipeline:LengthLimit", "soon", "Pipeline:LengthLimit")]
    [InlineData("Pipeline:LenghtLimit", "01:00:00", "Did you mean 'LengthLimit'?")]
    [InlineData("Pipelin:LengthLimit", "01:00:00", "Did you mean 'Pipeline'?")]
    public void A_wrong_setting_is_refused_with_a_sentence_that_names_its_key(string key, string value, string mentions)
    {
        var error = Assert.Throws<InvalidInputException>(() => Check(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value }));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
    }

    [Fact]
    public void The_defaults_and_the_shipped_settings_are_valid()
    {
        Check(new ConfigurationBuilder().Build());
        Check(new ConfigurationBuilder().AddJsonFile(Repository.Home.Settings).Build());
    }

    [Fact]
    public void The_readme_names_every_setting()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        var missing = Services(new ConfigurationBuilder().Build()).GetServices<SettingsSection>()
            .SelectMany(section => section.Keys.Select(key => $"`{section.Name}:{key}`"))
            .Where(key => !readme.Contains(key, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    private static void Check(Dictionary<string, string?> settings) =>
        Check(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static void Check(IConfiguration configuration) =>
        Services(configuration).GetRequiredService<SettingsCheck>().Run();

    private static ServiceProvider Services(IConfiguration configuration) =>
        new ServiceCollection().AddShortsFactory(configuration, Repository.Home).BuildServiceProvider();
}
