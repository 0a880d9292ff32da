using System.Collections.Frozen;

namespace ShortsFactory.Pronunciations;

/// <summary>
/// What the mnemonics of eSpeak NG's English voices mean in ARPAbet. They name lexical sets, not sounds: accents that drop the
/// "r" keep it here, and so one table serves them all.
/// </summary>
internal static class EspeakSounds
{
    // Stress, length and links, which lie in the sounds beside them.
    private const string Marks = "',=%|";

    private static readonly Dictionary<string, string> MnemonicsOf = new(StringComparer.Ordinal)
    {
        ["AA"] = "0 0# 02 A: A# A",
        ["AA R"] = "A@",
        ["AE"] = "a a2 aa",
        ["AH"] = "@ @2 @5 @- @# a# V V#",
        ["AH L"] = "@L l-",
        ["AH M"] = "m-",
        ["AH N"] = "n-",
        ["AH R"] = "VR",
        ["AO"] = "O: O O2",
        ["AO R"] = "O@ o@",
        ["AW"] = "aU",
        ["AW AH"] = "aU@",
        ["AW ER"] = "aU3",
        ["AY"] = "aI",
        ["AY AH"] = "aI@",
        ["AY ER"] = "aI3",
        ["B"] = "b",
        ["CH"] = "tS",
        ["D"] = "d d#",
        ["DH"] = "D",
        ["EH"] = "E E2 e E# e#",
        ["EH R"] = "e@",
        ["ER"] = "3 3: @r",
        ["EY"] = "eI e:",
        ["F"] = "f",
        ["G"] = "g",
        ["HH"] = "h",
        ["IH"] = "I I2 I#",
        ["IH R"] = "i@3 IR",
        ["IY"] = "i i:",
        ["IY AH"] = "i@",
        ["JH"] = "dZ",
        ["K"] = "k x",
        ["L"] = "l l#",
        ["M"] = "m",
        ["N"] = "n",
        ["NG"] = "N",
        ["OW"] = "oU oU# o",
        ["OY"] = "OI",
        ["P"] = "p",
        ["R"] = "r r- R R2",
        ["S"] = "s",
        ["SH"] = "S",
        ["T"] = "t t# t2",
        ["TH"] = "T",
        ["UH"] = "U U#",
        ["UH R"] = "U@",
        ["UW"] = "u: u u#",
        ["V"] = "v",
        ["W"] = "w",
        ["Y"] = "j",
        ["Z"] = "z",
        ["ZH"] = "Z",
    };

    private static readonly FrozenDictionary<string, string[]> Sounds = MnemonicsOf
        .SelectMany(entry => entry.Value.Split(' ').Select(mnemonic => (Mnemonic: mnemonic, Sounds: entry.Key.Split(' '))))
        .ToFrozenDictionary(entry => entry.Mnemonic, entry => entry.Sounds, StringComparer.Ordinal);

    /// <summary>The sounds of one mnemonic: none for a mark, <see langword="null"/> for one that is not known.</summary>
    public static IReadOnlyList<string>? Of(string mnemonic)
    {
        var bare = mnemonic.Trim(Marks.ToCharArray());
        return bare is "" or ";" or "?" ? [] : Sounds.GetValueOrDefault(bare);
    }
}
