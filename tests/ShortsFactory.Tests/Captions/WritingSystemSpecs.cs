using ShortsFactory.Captions.Layout;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed class WritingSystemSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("ar", "الأخطبوط")]
    [InlineData("ar", "وتسعة؟")]
    [InlineData("ur", "گھوڑے۔")]
    [InlineData("he", "(לתמנון)")]
    [InlineData("he", "שלום,")]
    [InlineData("hi", "मस्तिष्क।")]
    [InlineData("bn", "মস্তিষ্ক")]
    [InlineData("ta", "மூளைகள்")]
    [InlineData("th", "น้ำเงิน")]
    [InlineData("km", "មឹកយក្ស")]
    [InlineData("ja", "「すごい」")]
    [InlineData("zh", "其中，")]
    [InlineData("ko", "문어는")]
    [InlineData("ka", "რვაფეხა")]
    [InlineData("el", "Χταπόδι")]
    [InlineData("ru", "Осьминог")]
    public async Task A_word_of_any_script_is_shaped_and_drawn_exactly_where_it_was_measured(string language, string word)
    {
        await using var run = new TestRun();
        using var drawn = new Drawn(Narrated.Transcript(word), Drawn.Bare("bold-pop"), language);

        var picture = await Picture.RenderAsync(run.Scope, drawn.Ass, drawn.CopyFonts(run.Scope), TimeSpan.FromSeconds(0.25), background: 0, Token);

        Assert.Empty(drawn.Missing);
        picture.IsFilledAs(Assert.Single(drawn.Groups).Ink);
    }

    /// <summary>What must be lit is the word that is spoken, in its place on the line, whatever runs in which direction around it.</summary>
    [Theory(Timeout = 240_000)]
    [InlineData("he", "גילתה NASA Goddard בשנת 2014")]
    [InlineData("ar", "اكتشفت NASA ثلاثة قلوب")]
    [InlineData("hi", "नौ मस्तिष्क होते हैं")]
    public async Task The_word_that_is_lit_is_the_word_that_is_spoken(string language, string sentence)
    {
        await using var run = new TestRun();
        var template = Drawn.Bare("clean");
        template = template with { Colors = template.Colors with { Text = new RgbaColor(70, 70, 70), Active = new RgbaColor(255, 255, 255), Spoken = new RgbaColor(70, 70, 70) } };
        using var drawn = new Drawn(Narrated.Transcript(sentence), template, language);
        var fonts = drawn.CopyFonts(run.Scope);

        foreach (var placed in Assert.Single(drawn.Groups).Words)
        {
            var picture = await Picture.RenderAsync(run.Scope, drawn.Ass, fonts, drawn.Words[placed.Word].Start + TimeSpan.FromMilliseconds(20), background: 0, Token);
            picture.IsFilledAs(placed.Ink, tolerance: 150);
        }
    }

    [Theory]
    [InlineData("שלום לך עולם", "עולם לך שלום")]
    [InlineData("גילתה NASA Goddard זאת", "זאת NASA Goddard גילתה")]
    [InlineData("NASA גילתה זאת", "זאת גילתה NASA")]
    [InlineData("בין 10 20 שקל", "שקל 20 10 בין")]
    [InlineData("מחיר iPhone 15 בישראל", "בישראל iPhone 15 מחיר")]
    [InlineData("קונים 🐙 ו-NASA", "ו-NASA 🐙 קונים")]
    [InlineData("they say שלום עולם in Haifa", "they say עולם שלום in Haifa")]
    [InlineData("just plain words", "just plain words")]
    public void Words_stand_from_left_to_right_as_the_bidirectional_algorithm_wants(string sentence, string expected)
    {
        var words = sentence.Split(' ');

        var order = ReadingOrder.FromLeft(words, ReadingOrder.IsRightToLeft(words));

        Assert.Equal(expected, string.Join(' ', order.Select(index => words[index])));
    }

    [Theory]
    [InlineData("he", "NASA Goddard גילתה זאת", "זאת גילתה NASA Goddard")]
    [InlineData("he", "בין 10 ל- 20,", "20, ל- 10 בין")]
    [InlineData("en", "they often say שלום עולם.", "they often say עולם. שלום")]
    [InlineData("he", "כך אמרו NASA Goddard, השנה", "השנה NASA Goddard, אמרו כך")]
    public void Captions_place_words_in_that_order(string language, string sentence, string expected)
    {
        using var drawn = new Drawn(Narrated.Transcript(sentence), Drawn.Templates.Load("clean") with { Size = 30 }, language);

        var line = Assert.Single(Assert.Single(drawn.Groups).Lines);
        Assert.Equal(expected, string.Join(' ', line.OrderBy(word => word.X).Select(word => drawn.Words[word.Word].Text)));
    }

    [Theory]
    [InlineData("NASA,", true, "\u200FNASA,")]
    [InlineData("2014.", true, "\u200F2014.")]
    [InlineData("שלום,", true, "שלום,")]
    [InlineData("שלום,", false, "\u200Eשלום,")]
    [InlineData("Hello,", false, "Hello,")]
    public void A_word_in_the_other_direction_keeps_its_comma_on_the_side_of_its_sentence(string word, bool isRightToLeft, string expected) =>
        Assert.Equal(expected, ReadingOrder.Mark(word, isRightToLeft));

    [Fact]
    public void Words_without_a_space_touch_and_lines_of_tall_letters_do_not()
    {
        using var drawn = new Drawn(Narrated.Units("มัน", "เป็น", "สีน้ำเงิน", "และ", "ยักษ์"), Drawn.Templates.Load("bold-pop"), "th");

        foreach (var group in drawn.Groups)
        {
            Assert.All(group.Lines.Zip(group.Lines.Skip(1)), pair =>
                Assert.True(pair.First.Max(word => word.Ink.Bottom) + drawn.Template.Outline <= pair.Second.Min(word => word.Ink.Top) + 0.5));
            Assert.All(group.Lines.SelectMany(line => line.Zip(line.Skip(1))), pair =>
                Assert.InRange(pair.Second.Ink.Left - pair.First.Ink.Right, drawn.Template.Outline - 0.5, drawn.Template.WordGap));
        }
    }

    [Fact]
    public void A_character_takes_the_face_of_its_language()
    {
        string FontOf(string language, string word)
        {
            using var drawn = new Drawn(Narrated.Transcript(word), Drawn.Templates.Load("bold-pop"), language);
            return Assert.Single(drawn.Groups[0].Words.First().Text.Runs).Face.Name;
        }

        Assert.Equal("NotoSansCJKsc-Bold", FontOf("zh", "直"));
        Assert.Equal("NotoSansCJKtc-Bold", FontOf("zh-TW", "直"));
        Assert.Equal("NotoSansCJKjp-Bold", FontOf("ja", "直"));
        Assert.Equal("NotoSansCJKkr-Bold", FontOf("ko", "한자"));
        Assert.Equal("NotoSansCJKsc-Bold", FontOf("zh", "中"));
        Assert.Equal("Noto Sans Arabic Bold", FontOf("ar", "،"));
        Assert.Equal("Noto Sans Arabic Bold", FontOf("ar", "قلوب؟"));
        Assert.Equal("Noto Sans Bengali Bold", FontOf("bn", "মস্তিষ্ক।"));
    }
}
