using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline;

/// <summary>A program that a run depends on, and how to ask for its version.</summary>
public interface ITool
{
    /// <summary>The tool's name, such as <c>ffmpeg</c>.</summary>
    string Name { get; }

    /// <summary>The Debian package that brings it.</summary>
    string Package { get; }

    /// <summary>A command that prints the version and ends at once.</summary>
    ProcessCommand VersionCommand { get; }

    /// <summary>Finds the version in what the command printed.</summary>
    string ReadVersion(string output);
}
