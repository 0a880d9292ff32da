using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ShortsFactory.Scripts;

namespace ShortsFactory;

/// <summary>Makes choices that look random and are always the same for the same text.</summary>
/// <param name="Text">What they depend on.</param>
public readonly record struct Seed(string Text)
{
    /// <summary>What the choices of a script depend on: its own seed, else its title.</summary>
    public static Seed Of(Script script) => new(script.Seed ?? script.Title);

    /// <summary>A number from 0 up to and not including 1, another one for each <paramref name="choice"/>.</summary>
    public double NumberFor(string choice)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{choice}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (uint.MaxValue + 1.0);
    }
}
