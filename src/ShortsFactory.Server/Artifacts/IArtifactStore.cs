using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Artifacts;

/// <summary>Where the files of jobs are kept: a folder that all machines share, or whatever else can keep files by the number of an attempt.</summary>
internal interface IArtifactStore
{
    /// <summary>A folder in which nothing is that is not the store's.</summary>
    string Root { get; }

    /// <summary>The folder on this machine into which an attempt's files are made.</summary>
    string FolderOf(Job job);

    /// <summary>Deletes what attempts before this one have made: they cannot win any more.</summary>
    void DeleteEarlier(Job job);

    /// <summary>The files of a job that is done, in the order of their names.</summary>
    IReadOnlyList<Artifact> List(Job job);

    /// <summary>The path of one of them; <see langword="null"/> if there is none of that name.</summary>
    string? Find(Job job, string name);

    /// <summary>Deletes what an attempt has made.</summary>
    void DeleteAttempt(Job job);

    /// <summary>Deletes all that was made for a job.</summary>
    void Delete(string id);
}
