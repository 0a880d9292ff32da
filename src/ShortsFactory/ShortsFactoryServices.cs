using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Backgrounds;
using ShortsFactory.Batches;
using ShortsFactory.Caching;
using ShortsFactory.Captions;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Chunks;
using ShortsFactory.Compositing.Encoders;
using ShortsFactory.Conversions;
using ShortsFactory.Downloads;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Network;
using ShortsFactory.Downloads.Pages;
using ShortsFactory.Media;
using ShortsFactory.Media.Images;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Previews;
using ShortsFactory.Pronunciations;
using ShortsFactory.Recognition;
using ShortsFactory.Recordings;
using ShortsFactory.Resources;
using ShortsFactory.Settings;
using ShortsFactory.Speech;
using ShortsFactory.Speech.Engines;
using ShortsFactory.Templates;

namespace ShortsFactory;

/// <summary>Registers the product's services: the stages in the order in which they run, and what they need.</summary>
public static class ShortsFactoryServices
{
    /// <summary>
    /// Registers everything that <see cref="ShortPipeline"/> needs, besides logging. The provider must be disposed
    /// asynchronously: with it the run's <see cref="ResourceScopes"/> are released.
    /// </summary>
    public static IServiceCollection AddShortsFactory(this IServiceCollection services, IConfiguration configuration, Home home) =>
        services
            .AddSingleton(configuration)
            .AddSingleton(home)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<SettingsCheck>()
            .AddPipeline(configuration)
            .AddMedia(configuration)
            .AddDownloads(configuration)
            .AddSpeech(configuration)
            .AddAudio(configuration)
            .AddRecognition(configuration)
            .AddRecordings()
            .AddCaptions(configuration)
            .AddCompositing(configuration)
            .AddConversions(configuration)
            .AddPreviews();

    private static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<ResourceOptions>(configuration, "Resources")
            .AddSettings<PipelineOptions>(configuration, "Pipeline")
            .AddSettings<CacheOptions>(configuration, "Cache")
            .AddSingleton(provider => new ResourceScopes(
                provider.GetRequiredService<IOptions<ResourceOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ResourceScopes>>()))
            .AddSingleton<ResultCache>()
            .AddSingleton<ToolVersions>()
            .AddSingleton<ProcessorSlots>()
            .AddSingleton<ShortInputs>()
            .AddTransient<ShortPipeline>()
            .AddTransient<BatchPlanner>()
            .AddTransient<BatchRunner>();

    private static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<SpeechOptions>(configuration, "Speech")
            .AddSingleton<ISpeechEngine, FliteEngine>()
            .AddSingleton<ISpeechEngine, EspeakEngine>()
            .AddSingleton<ITool, FliteEngine>()
            .AddSingleton<ITool, EspeakEngine>()
            .AddSingleton<VoiceCatalog>()
            .AddSingleton<Speaker>()
            .AddTransient<IStage, SpeechStage>();

    private static IServiceCollection AddRecordings(this IServiceCollection services) =>
        services
            .AddSingleton<RecordingReader>()
            .AddSingleton<RecordingListener>()
            .AddSingleton<ScriptLocator>()
            .AddSingleton<IDraftPreparation, RecordingIntake>();

    private static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<MediaOptions>(configuration, "Media")
            .AddSettings<ImageOptions>(configuration, "Images")
            .AddSettings<MediaTaskOptions>(configuration, "MediaTasks")
            .AddSingleton<MediaTasks>()
            .AddSingleton<Ffmpeg>()
            .AddSingleton<ITool>(provider => provider.GetRequiredService<Ffmpeg>())
            .AddSingleton<MediaProbe>()
            .AddSingleton<ImageMagick>()
            .AddSingleton<ImageReader>()
            .AddSingleton<AnimationReader>()
            .AddSingleton<SoundEncoder>()
            .AddSingleton(provider => new FfmpegCapabilities(provider.GetRequiredService<Ffmpeg>()));

    private static IServiceCollection AddDownloads(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<DownloadOptions>(configuration, "Downloads")
            .AddSingleton(provider => CheckedConnections.For(provider.GetRequiredService<IOptions<DownloadOptions>>().Value))
            .AddSingleton<FileDownload>()
            .AddSingleton<YtDlp>()
            .AddSingleton<PageDownload>()
            .AddSingleton<ContentCheck>()
            .AddSingleton<MediaFetch>()
            .AddSingleton(provider => new MediaDownloads(
                provider.GetRequiredService<MediaTasks>(),
                provider.GetRequiredService<MediaFetch>(),
                provider.GetRequiredService<ResourceScopes>(),
                provider.GetRequiredService<IOptions<DownloadOptions>>(),
                provider.GetRequiredService<IOptions<MediaTaskOptions>>(),
                provider.GetRequiredService<IOptions<CacheOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<MediaDownloads>>()));

    private static IServiceCollection AddAudio(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<AudioOptions>(configuration, "Audio")
            .AddSingleton<SoundFinder>()
            .AddSingleton<AccompanimentFinder>()
            .AddSingleton<AccompanimentMixer>()
            .AddTransient<IStage, AudioStage>();

    private static IServiceCollection AddRecognition(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<RecognitionOptions>(configuration, "Recognition")
            .AddSettings<ModelOptions>(configuration, "Models")
            .AddSingleton<ModelCatalog>()
            .AddSingleton(provider => new ModelInstaller(
                provider.GetRequiredService<ModelCatalog>(),
                provider.GetRequiredService<Home>(),
                provider.GetRequiredService<IOptions<ModelOptions>>(),
                provider.GetRequiredService<IOptions<RecognitionOptions>>(),
                provider.GetRequiredService<FileDownload>(),
                provider.GetRequiredService<MediaTasks>()))
            .AddSingleton<IPronouncer, FlitePronouncer>()
            .AddSingleton<IPronouncer, EspeakPronouncer>()
            .AddSingleton<VoicePronouncer>()
            .AddTransient<IStage, RecognitionStage>();

    private static IServiceCollection AddCaptions(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<CaptionsOptions>(configuration, "Captions")
            .AddSingleton(OpenTemplates)
            .AddSingleton<FontInventory>()
            .AddSingleton<IDraftPreparation, PicturePreparation>()
            .AddTransient<IStage, CaptionStage>();

    private static IServiceCollection AddCompositing(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<CompositingOptions>(configuration, "Compositing")
            .AddSingleton<FootageDownloads>()
            .AddSingleton<BackgroundResolver>()
            .AddSingleton<FirstFrameCheck>()
            .AddSingleton<ChunkEncoder>()
            .AddSingleton<EncoderChoice>()
            .AddSingleton<VideoMeter>()
            .AddSingleton<StillRenderer>()
            .AddSingleton<VideoBuilder>()
            .AddTransient<IStage, CompositingStage>();

    private static IServiceCollection AddConversions(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<ConversionOptions>(configuration, "Conversions")
            .AddSingleton<SourceReader>()
            .AddSingleton<FootageIntake>()
            .AddSingleton<VoiceMaster>()
            .AddSingleton<ResultCheck>()
            .AddSingleton<ConversionPlanner>()
            .AddSingleton<Converter>()
            .AddSingleton(provider => new FileConversions(
                provider.GetRequiredService<ConversionPlanner>(),
                provider.GetRequiredService<Converter>(),
                provider.GetRequiredService<MediaTasks>(),
                provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddPreviews(this IServiceCollection services) =>
        services
            .AddTransient(provider => new ShortPreview(
                provider.GetRequiredService<ShortPipeline>(),
                provider.GetRequiredService<BackgroundResolver>(),
                provider.GetRequiredService<StillRenderer>(),
                provider.GetRequiredService<IOptions<CompositingOptions>>(),
                provider.GetRequiredService<IOptions<CaptionsOptions>>()))
            .AddTransient(provider => new ShortCheck(
                provider.GetRequiredService<ShortPipeline>(),
                provider.GetRequiredService<TemplateCatalog>(),
                provider.GetRequiredService<VoiceCatalog>(),
                provider.GetRequiredService<ResourceScopes>(),
                provider.GetRequiredService<IOptions<CaptionsOptions>>(),
                provider.GetRequiredService<IOptions<CompositingOptions>>(),
                provider.GetRequiredService<IOptions<PipelineOptions>>()))
            .AddTransient(provider => new TemplateGallery(
                provider.GetServices<IStage>(),
                provider.GetRequiredService<TemplateCatalog>(),
                provider.GetRequiredService<BackgroundResolver>(),
                provider.GetRequiredService<StillRenderer>(),
                provider.GetRequiredService<IOptions<CompositingOptions>>()));

    private static TemplateCatalog OpenTemplates(IServiceProvider provider)
    {
        var captions = provider.GetRequiredService<IOptions<CaptionsOptions>>().Value;
        return new TemplateCatalog(
            provider.GetRequiredService<Home>().Templates,
            captions.ResolveTemplateDirectory(),
            captions.Platform.Length > 0 ? captions.Platform : null);
    }
}
