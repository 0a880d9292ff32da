using ShortsFactory.Recognizer;
using ShortsFactory.Recognizer.Native;

if (args is not ["--library", var library, "--workers", var count] || !int.TryParse(count, out var workers) || workers < 1)
{
    Console.Error.WriteLine("usage: shorts-recognizer --library PATH --workers N");
    Console.Error.WriteLine("Takes requests on standard input and answers on standard output, one JSON object a line.");
    return 2;
}

try
{
    LibVosk.Load(library);
}
catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
{
    Console.Error.WriteLine($"The library '{library}' cannot be loaded: {exception.Message}");
    return 3;
}

using var server = new RecognizerServer(Console.OpenStandardInput(), Console.OpenStandardOutput(), workers);
server.Run();
return 0;
