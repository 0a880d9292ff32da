using System.Text;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Writes letters with accents without them, as English voices and recognisers know them.</summary>
/// <remarks>The programs run with invariant globalization, in which Unicode normalization leaves such letters as they are.</remarks>
internal static class LatinLetters
{
    private static readonly Dictionary<int, string> Folds = Read(
        """
        A=ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ a=àáâãäåāăąǎªạảấầẩẫậắằẳẵặ AE=Æ ae=æ C=ÇĆĈĊČ c=çćĉċč D=ĎĐÐ d=ďđð E=ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ e=èéêëēĕėęěẹẻẽếềểễệ G=ĜĞĠĢ g=ĝğġģ H=ĤĦ h=ĥħ
        I=ÌÍÎÏĨĪĬĮİǏỈỊ i=ìíîïĩīĭįıǐỉị J=Ĵ j=ĵ K=Ķ k=ķ L=ĹĻĽĿŁ l=ĺļľŀł N=ÑŃŅŇ n=ñńņňŋ O=ÒÓÔÕÖØŌŎŐǑỌỎỐỒỔỖỘƠỚỜỞỠỢ o=òóôõöøōŏőºǒọỏốồổỗộơớờởỡợ OE=Œ oe=œ R=ŔŖŘ r=ŕŗř
        S=ŚŜŞŠȘ s=śŝşšșſ ss=ß T=ŢŤŦȚ t=ţťŧț TH=Þ th=þ U=ÙÚÛÜŨŪŬŮŰŲǓỤỦƯỨỪỬỮỰ u=ùúûüũūŭůűųǔụủưứừửữự W=Ŵ w=ŵ Y=ÝŶŸỲỴỶỸ y=ýŷÿỳỵỷỹ Z=ŹŻŽ z=źżž fi=ﬁ fl=ﬂ
        """);

    private static readonly Dictionary<int, string> GreekLetters = Read(
        "alpha=αΑ beta=βΒ gamma=γΓ delta=δΔ epsilon=εΕ theta=θΘ lambda=λΛ mu=μµ pi=πΠ sigma=σΣ tau=τΤ phi=φΦ psi=ψΨ omega=ωΩ");

    /// <summary>The plain letters for a letter, a Greek letter's name, nothing for a combining accent, or <see langword="null"/> for anything else.</summary>
    public static string? Fold(Rune rune)
    {
        if (Folds.TryGetValue(rune.Value, out var letters))
        {
            return letters;
        }

        return GreekLetters.TryGetValue(rune.Value, out var name) ? $" {name} " : rune.Value is >= 0x300 and <= 0x36F ? "" : null;
    }

    private static Dictionary<int, string> Read(string table) => table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('='))
        .SelectMany(entry => entry[1].EnumerateRunes().Select(rune => (rune.Value, Letters: entry[0])))
        .ToDictionary(entry => entry.Value, entry => entry.Letters);
}
