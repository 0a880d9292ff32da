using ShortsFactory.Server.Hosting;

return await ServerCommandLine.RunAsync(args);
