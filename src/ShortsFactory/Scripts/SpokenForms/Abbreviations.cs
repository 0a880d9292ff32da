using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>The abbreviations of English that are written with a full stop, and a few that are not.</summary>
internal static partial class Abbreviations
{
    private static readonly Dictionary<string, Abbreviation> Known = Read(
        """
        BeforeName  Dr=doctor Mr=mister Mrs=misses Ms=miss Prof=professor St=saint
        BeforeName. Gen=general Sgt=sergeant Capt=captain Lt=lieutenant Col=colonel Gov=governor Sen=senator Rep=representative
        BeforeName. Rev=reverend Hon=honorable Mt=mount Ft=fort Fr=father Pres=president Maj=major Adm=admiral Messrs=messieurs
        BeforeNumber  Apt=apartment Ste=suite Ep=episode Pt=part
        BeforeNumber. c=circa Ca=circa b=born d=died pop=population No=number no=number Nos=numbers Vol=volume vol=volume Fig=figure fig=figure Ch=chapter ch=chapter p=page pp=pages Sec=section
        Inside  vs=versus Vs=versus approx=approximately Approx=approximately P.S=p-s e.g=for_example eg=for_example i.e=that_is viz=namely
        Inside. lg=large pkg=package sq=square fl=fluid cu=cubic cf=compare ca=circa est=established Est=established feat=featuring incl=including
        Anywhere  etc=et_cetera Jr=junior Sr=senior Ph.D=p-h-d PhD=p-h-d a.k.a=a-k-a aka=a-k-a w/=with w/o=without b/c=because YoY=year_over_year QoQ=quarter_over_quarter
        Anywhere  WWI=World_War_one WW1=World_War_one WWII=World_War_two WW2=World_War_two gf=girlfriend bf=boyfriend btw=by_the_way idk=i-d-k tbh=t-b-h omg=o-m-g
        Anywhere  Nov=November Oct=October Feb=February Aug=August Sept=September Dec=December
        Anywhere. Jan=January Mar=March Apr=April Jun=June Jul=July Sep=September Inc=incorporated Ltd=limited Co=company Corp=corporation Bros=brothers
        Anywhere. Ave=avenue Blvd=boulevard Rd=road Dept=department dept=department Mon=Monday Tue=Tuesday Tues=Tuesday Wed=Wednesday
        Anywhere. Thu=Thursday Thur=Thursday Thurs=Thursday Fri=Friday max=maximum avg=average misc=miscellaneous govt=government tel=telephone ext=extension
        Anywhere. hr=hour hrs=hours min=minutes mins=minutes sec=seconds secs=seconds lb=pounds lbs=pounds oz=ounces ft=feet yd=yards mi=miles tsp=teaspoons tbsp=tablespoons
        """);

    /// <summary>The abbreviation, which is given without its last full stop, or <see langword="null"/>.</summary>
    public static Abbreviation? Find(string text) => Known.GetValueOrDefault(text);

    /// <summary>Whether the text is letters with full stops between them, such as "U.S" or "p.m"; the last one is not given.</summary>
    public static bool IsDotted(string text) => Dotted().IsMatch(text);

    private static Dictionary<string, Abbreviation> Read(string table)
    {
        var known = new Dictionary<string, Abbreviation>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n'))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var place = Enum.Parse<AbbreviationPlace>(parts[0].TrimEnd('.'));
            foreach (var part in parts.AsSpan(1))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                known.Add(part[..equals], new Abbreviation(part[(equals + 1)..].Replace('_', ' '), place, NeedsFullStop: parts[0].EndsWith('.')));
            }
        }

        return known;
    }

    [GeneratedRegex(@"^[A-Za-z](\.[A-Za-z])+$")]
    private static partial Regex Dotted();
}
