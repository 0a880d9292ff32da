using ShortsFactory.Cli.Commands;
using ShortsFactory.Cli.Hosting;

return await CommandLine.RunAsync(
    args,
    [
        MakeCommand.Create(),
        BatchCommand.Create(),
        FetchCommand.Create(),
        PreviewCommand.Create(),
        VoicesCommand.Create(),
        TemplatesCommand.Create(),
        ConvertCommand.Create(),
        ModelsCommand.Create(),
        JobsCommand.Create(),
        ScheduleCommand.Create(),
        PsCommand.Create(),
        CancelCommand.Create(),
        CleanCommand.Create(),
        CacheCommand.Create(),
        DoctorCommand.Create(),
    ]);
