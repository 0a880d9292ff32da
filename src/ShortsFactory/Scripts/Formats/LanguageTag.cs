using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Knows which language tags name a language: BCP 47, whose first part is a code of ISO 639.</summary>
/// <remarks>The programs run with invariant globalization, in which .NET knows no languages.</remarks>
internal static partial class LanguageTag
{
    /// <summary>The languages with a code of two letters (ISO 639-1), and their codes of three letters (ISO 639-2), by which people may call them.</summary>
    private static readonly Dictionary<string, string[]> Short = Entries(
        """
        aa=aar ab=abk ae=ave af=afr ak=aka am=amh an=arg ar=ara as=asm av=ava ay=aym az=aze ba=bak be=bel bg=bul bh=bih bi=bis bm=bam bn=ben
        bo=bod,tib br=bre bs=bos ca=cat ce=che ch=cha co=cos cr=cre cs=ces,cze cu=chu cv=chv cy=cym,wel da=dan de=deu,ger dv=div dz=dzo ee=ewe
        el=ell,gre en=eng eo=epo es=spa et=est eu=eus,baq fa=fas,per ff=ful fi=fin fj=fij fo=fao fr=fra,fre fy=fry ga=gle gd=gla gl=glg gn=grn gu=guj
        gv=glv ha=hau he=heb hi=hin ho=hmo hr=hrv ht=hat hu=hun hy=hye,arm hz=her ia=ina id=ind ie=ile ig=ibo ii=iii ik=ipk io=ido is=isl,ice it=ita
        iu=iku ja=jpn jv=jav ka=kat,geo kg=kon ki=kik kj=kua kk=kaz kl=kal km=khm kn=kan ko=kor kr=kau ks=kas ku=kur kv=kom kw=cor ky=kir la=lat
        lb=ltz lg=lug li=lim ln=lin lo=lao lt=lit lu=lub lv=lav mg=mlg mh=mah mi=mri,mao mk=mkd,mac ml=mal mn=mon mr=mar ms=msa,may mt=mlt my=mya,bur
        na=nau nb=nob nd=nde ne=nep ng=ndo nl=nld,dut nn=nno no=nor nr=nbl nv=nav ny=nya oc=oci oj=oji om=orm or=ori os=oss pa=pan pi=pli pl=pol
        ps=pus pt=por qu=que rm=roh rn=run ro=ron,rum ru=rus rw=kin sa=san sc=srd sd=snd se=sme sg=sag si=sin sk=slk,slo sl=slv sm=smo sn=sna so=som
        sq=sqi,alb sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam te=tel tg=tgk th=tha ti=tir tk=tuk tl=tgl tn=tsn to=ton tr=tur ts=tso tt=tat
        tw=twi ty=tah ug=uig uk=ukr ur=urd uz=uzb ve=ven vi=vie vo=vol wa=wln wo=wol xh=xho yi=yid yo=yor za=zha zh=zho,chi zu=zul
        """);

    /// <summary>The languages of ISO 639-2 without a code of two letters, and those beyond it that voices speak.</summary>
    private static readonly HashSet<string> Long = new(Words(
        """
        ace ach ada ady afa afh ain akk ale alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal ban bas bat bej bem ber bho bik bin
        bla bnt bpy bra btk bua bug byn cad cai car cau ceb cel chb chg chk chm chn cho chp chr chy cmc cmn cnr cop cpe cpf cpp crh crp csb cus dak
        dar day del den dgr din doi dra dsb dua dum dyu efi egy eka elx enm ewo fan fat fil fiu fon frm fro frr frs fur gaa gay gba gem gez gil gmh
        goh gon gor got grb grc gsw gwi hai hak haw hil him hit hmn hsb hsn hup iba ijo ilo inc ine inh ira iro jbo jpr jrb kaa kab kac kam kar kaw
        kbd kha khi kho kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lfn lol loz ltg lua lui lun luo lus mad mag mai mak man map mas mdf
        mdr men mga mic min mkh mnc mni mno moh mos mun mus mwl mwr myn myv nah nai nan nap nci nds new nia nic niu nog non nqo nso nub nwc nym nyn
        nyo nzi osa ota oto paa pag pal pam pap pau peo phi phn pon pra pro qdb quc qya raj rap rar roa rom rup sad sah sai sal sam sas sat scn sco
        sel sem sga sgn shn sid sio sit sjn sla sma smi smj smn sms snk sog son srn srr ssa suk sus sux syc syr tai tem ter tet tig tiv tkl tlh tli
        tmh tog tpi tsi tum tup tut tvl tyv udm uga umb vai vot wak wal war was wen wuu xal yao yap ypk yue zap zbl zen zgh znd zun zza
        """), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names, and codes of countries, that people write for a language.</summary>
    private static readonly Dictionary<string, string[]> Mistaken = Entries(
        """
        en=english en-GB=gb,british en-US=us,american es=spanish,espanol,mx de=german,deutsch,at fr=french,francais it=italian pt=portuguese pt-BR=brazilian nl=dutch pl=polish
        ru=russian uk=ukrainian,ua ja=japanese,jp zh=chinese,cn,tw ko=korean ar=arabic hi=hindi tr=turkish cs=czech,cz el=greek,gr da=danish,dk sv=swedish nb=norwegian fi=finnish
        hu=hungarian ro=romanian he=hebrew,iw vi=vietnamese,vn th=thai id=indonesian
        """);

    /// <summary>The languages that a mistyped code most probably means.</summary>
    private static readonly string[] Common = Words("en es de fr it pt nl pl ru ja zh ko ar hi tr");

    /// <summary>The tag, if it names a language.</summary>
    /// <exception cref="FormatException">It names none; the message says what was probably meant.</exception>
    public static string Check(string tag)
    {
        var code = tag.Split('-', '_')[0];
        if (Shape().IsMatch(tag) && (Short.ContainsKey(code) || Long.Contains(code)))
        {
            return tag;
        }

        var meant = Meant(tag) ?? Meant(code) ?? Suggestion.Nearest(code, code.Length > 3 ? Mistaken.Values.SelectMany(names => names) : Common);
        var suggestion = meant is null ? "" : $" Did you mean '{Meant(meant) ?? meant}'?";
        throw new FormatException($"'language' is '{tag}', which names no language.{suggestion} Write a language tag, such as en, en-GB or de.");
    }

    private static string? Meant(string text) =>
        Short.Concat(Mistaken).FirstOrDefault(entry => entry.Value.Contains(text, StringComparer.OrdinalIgnoreCase)).Key
        ?? (text.Contains('_', StringComparison.Ordinal) && Shape().IsMatch(text.Replace('_', '-')) && Short.ContainsKey(text.Split('_')[0]) ? text.Replace('_', '-') : null);

    private static Dictionary<string, string[]> Entries(string table) =>
        Words(table).Select(entry => entry.Split('=')).ToDictionary(entry => entry[0], entry => entry[1].Split(','), StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Shape();
}
