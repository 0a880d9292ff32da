using ShortsFactory.DummyProcess;

// A child that misbehaves as told, and a host that uses the product's scopes in a process of its own.
switch (args)
{
    case ["sleep", var seconds]:
        return Child.Sleep(seconds);
    case ["ignore-signals", var seconds]:
        return Child.IgnoreSignals(seconds);
    case ["grandchild", var kind, var seconds]:
        Grandchild.Start(kind);
        return Child.Sleep(seconds);
    case ["flood", var stream, var bytes]:
        return Child.Flood(stream, bytes, Environment.NewLine);
    case ["flood-without-end-of-line", var stream, var bytes]:
        return Child.Flood(stream, bytes, separator: "");
    case ["count", var lines, var pauseMilliseconds]:
        return Child.Count(lines, pauseMilliseconds);
    case ["crash"]:
        Environment.FailFast("crashing as told");
        return 0;
    case ["exit", var exitCode, .. var lastWords]:
        return Child.Exit(exitCode, lastWords);
    case ["echo"]:
        return Child.Echo();
    case ["say", var text]:
        Console.Write(text);
        return 0;
    case ["host", var ending, var directory]:
        return await Host.RunAsync(ending, directory);
    default:
        Console.Error.WriteLine($"Unknown arguments: {string.Join(' ', args)}");
        return 64;
}
