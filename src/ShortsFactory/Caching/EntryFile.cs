using System.Formats.Tar;
using System.Text.Json;

namespace ShortsFactory.Caching;

/// <summary>
/// The form of an entry: a tar archive of its index, its value and its files. One file is replaced, deleted or missed as a whole,
/// whoever else is using it.
/// </summary>
internal static class EntryFile
{
    private const string IndexName = "index.json";
    private const string ValueName = "value.json";

    /// <summary>Writes the result that <paramref name="key"/> names: a value, and copies of the files at <paramref name="paths"/>.</summary>
    public static void Write(Stream entry, CacheKey key, byte[] value, IReadOnlyList<string> paths)
    {
        var members = paths.Select((path, number) => new EntryMember(NameOf(path, number), new FileInfo(path).Length, Fingerprint.OfFile(path)));
        var index = new EntryIndex { Key = key.Text, Members = [new EntryMember(ValueName, value.Length, Fingerprint.Of(value)), .. members] };
        using var archive = new TarWriter(entry, TarEntryFormat.Ustar, leaveOpen: true);
        Add(archive, IndexName, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(index, CacheJson.Default.EntryIndex)));
        Add(archive, ValueName, new MemoryStream(value));
        foreach (var (number, path) in paths.Index())
        {
            Add(archive, NameOf(path, number), Fingerprint.Open(path));
        }
    }

    /// <summary>Copies the files out to <paramref name="paths"/>, in the order in which they were written, and returns the value.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or another key's.</exception>
    /// <exception cref="JsonException">The entry is damaged.</exception>
    /// <exception cref="EndOfStreamException">The entry is cut off.</exception>
    public static byte[] Read(Stream entry, CacheKey key, IReadOnlyList<string> paths)
    {
        using var archive = new TarReader(entry, leaveOpen: true);
        var index = JsonSerializer.Deserialize(Next(archive, IndexName), CacheJson.Default.EntryIndex);
        if (index is null || !string.Equals(index.Key, key.Text, StringComparison.Ordinal) || index.Members.Count != paths.Count + 1)
        {
            throw new InvalidDataException("it is not the result that its name promises");
        }

        using var value = new MemoryStream();
        Copy(archive, index.Members[0], value);
        foreach (var (member, path) in index.Members.Skip(1).Zip(paths))
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            Copy(archive, member, file);
        }

        return value.ToArray();
    }

    private static string NameOf(string path, int number) => $"{number}{Path.GetExtension(path)}";

    private static void Add(TarWriter archive, string name, Stream content)
    {
        using (content)
        {
            // Equal results are equal archives: nothing of the moment or the user goes in.
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = DateTimeOffset.UnixEpoch });
        }
    }

    private static Stream Next(TarReader archive, string name) => archive.GetNextEntry() is { } entry && string.Equals(entry.Name, name, StringComparison.Ordinal)
        ? entry.DataStream ?? Stream.Null
        : throw new InvalidDataException($"its member {name} is missing");

    private static void Copy(TarReader archive, EntryMember member, Stream target)
    {
        using var content = Next(archive, member.Name);
        if (content.Length != member.Size || !string.Equals(Fingerprint.OfCopy(content, target), member.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"its member {member.Name} is not what was written");
        }
    }
}
