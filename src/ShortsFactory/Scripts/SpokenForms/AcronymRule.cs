using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Spells the acronyms that are said letter by letter; the others are left to the voice.</summary>
internal static partial class AcronymRule
{
    private static readonly HashSet<string> Spelled = new(
        """
        ADHD AED AFAIK AFK AGI AI AITA AITAH AKA AMA API APA APR APY ASAP ASMR ATM ATV AWS BCE BIL CBA CE CEO CFO CIA CIO COO CPA CPU CTO DIL DIY DNA DOJ DUI ECG EDM EDT EKG EPA EPS EQ ESG ESH ESPN EST ETA ETF EU EV FAA FAQ FBI FDA FIL FYI GDP GPA GPU GTA HDMI HIV HOA IAMA IBM ICU ID IDK IED IIRC IMDB IMF IMHO IMO IOC IOU IPA IPO IP
        IQ IRA IRL IRS ISP ISS IUD IV LED LMAO MIA MIL MIT MMA MRI MVP NBA NCAA NDA NFT NRA NSA NTA NYC NYU OCD OMG OP OTP PDA PGA POV POW PTA QA RIP RNA ROI RPG SEO SIL SUV TIFU TIL TMI UAE UCLA UFC UFO UI UK UN UPS URL USA USB USC USD USP UTC UTI UV UX VIP VR WNBA YTA
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here)
    {
        var core = here.Core;
        if (Joined().IsMatch(core))
        {
            return [string.Join(" and ", core.Split('&').Select(NumberWords.Letters))];
        }

        if (Parted().IsMatch(core))
        {
            return [core.Length == 3 ? NumberWords.Letters(core) : string.Join(' ', core.Split('/').Select(NumberWords.Letters))];
        }

        if (Capitals().Match(core) is not { Success: true } capitals || !IsSpelled(capitals.Groups["letters"].Value, here))
        {
            return null;
        }

        return [NumberWords.Letters(capitals.Groups["letters"].Value) + (capitals.Groups["ending"].Length > 0 ? "'s" : "")];
    }

    /// <summary>Whether capitals are named one by one: known ones, and those without a vowel, for nobody could say them otherwise.</summary>
    public static bool IsSpelled(string capitals) => Spelled.Contains(capitals) || (capitals.AsSpan().IndexOfAny("AEIOUY") < 0 && !Sounds().IsMatch(capitals));

    // These are words too.
    private static bool IsSpelled(string capitals, WordsAt here) =>
        capitals is "US" or "LA" or "LED" or "RIP" or "POW" or "OP" or "EST" or "MIL" or "FIL" ? !IsShouted(here.Sentence) : IsSpelled(capitals);

    /// <summary>Whether most of the sentence is in capitals, so that capitals mean nothing.</summary>
    private static bool IsShouted(IReadOnlyList<SourceWord> sentence)
    {
        var words = sentence.Where(word => word.Core.Count(char.IsLetter) > 1).ToArray();
        return words.Length > 2 && words.Count(word => !word.Core.Any(char.IsLower)) * 2 > words.Length;
    }

    [GeneratedRegex("^(?<letters>[A-Z]{2,5})(?<ending>'?s)?$")]
    private static partial Regex Capitals();

    [GeneratedRegex("^[A-Z]{1,2}(?:&[A-Z]{1,2})+$")]
    private static partial Regex Joined();

    // AC/DC and A/C; longer ones such as NASA/ESA are two names.
    [GeneratedRegex("^[A-Z]{1,2}(?:/[A-Z]{1,2})+$")]
    private static partial Regex Parted();

    [GeneratedRegex("^(?:H?MM+|SH+|PS+T|BR+|GR+|Z+|PF+T|TS+K|HM+PH|NTH)$")]
    private static partial Regex Sounds();
}
