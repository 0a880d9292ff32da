using ShortsFactory.Scripts;
using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Tests.Scripts;

public sealed class UnspacedTextSpecs
{
    [Theory]
    [InlineData("th", "ปลาหมึกยักษ์มีหัวใจสามดวง", "ปลาหมึก|ยักษ์|มี|หัวใจ|สาม|ดวง")]
    [InlineData("th", "ราคา1,200บาท!", "ราคา|1,200|บาท!")]
    [InlineData("ja", "タコには心臓が三つあります。", "タコには|心臓が|三つ|あり|ます。")]
    [InlineData("ja", "「すごい」と言った", "「すごい」|と|言った")]
    [InlineData("zh", "其中两颗在游泳时停止跳动，NASA说。", "其中|两|颗|在|游泳|时|停止|跳动，|NASA|说。")]
    [InlineData("km", "មឹកមានបេះដូងបី", "មឹក|មាន|បេះដូង|បី")]
    [InlineData("ko", "문어는", "문어는")]
    [InlineData("en", "octopus-like", "octopus-like")]
    [InlineData("ar", "الأخطبوط", "الأخطبوط")]
    public void Text_without_spaces_is_cut_into_words_with_their_punctuation(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', UnspacedText.Split(text, language)));

    [Fact]
    public void A_sentence_reads_as_it_was_written_and_emphasis_stays_on_its_words()
    {
        var script = ScriptParser.Parse("---\nlanguage: zh\n---\n章鱼有三颗**心脏**和九个大脑。NASA 在2014年发现了它！\n", "a.md");

        Assert.Equal(["章鱼有三颗心脏和九个大脑。", "NASA 在2014年发现了它！"], script.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(["章鱼有三颗心脏和九个大脑。", "NASA 在2014年发现了它！"], script.Sentences.Select(sentence => sentence.Spoken));
        Assert.Equal(["心脏"], script.Sentences.SelectMany(sentence => sentence.Words).Where(word => word.Emphasis).Select(word => word.Text));
        Assert.All(script.Sentences, sentence => Assert.True(sentence.Words.Count > 4));
    }

    [Theory]
    [InlineData("hi", "यह नीला है। क्या आप जानते हैं? हाँ।", 3)]
    [InlineData("ur", "یہ نیلا ہے۔ کیا آپ جانتے ہیں؟ ہاں۔", 3)]
    [InlineData("ar", "هل تعرف؟ نعم. لا!", 3)]
    [InlineData("ja", "そうです。違います！本当ですか？", 3)]
    public void Sentences_end_at_the_marks_of_their_script(string language, string text, int count) =>
        Assert.Equal(count, ScriptParser.Parse($"---\nlanguage: {language}\n---\n{text}\n", "a.md").Sentences.Count());

    [Fact]
    public void A_paragraph_of_Thai_without_a_single_space_is_read()
    {
        var script = ScriptParser.Parse($"---\nlanguage: th\n---\n{string.Concat(Enumerable.Repeat("ปลาหมึกยักษ์มีหัวใจสามดวง", 40))}\n", "a.md");

        Assert.Equal(240, script.Sentences.Sum(sentence => sentence.Words.Count));
    }
}
