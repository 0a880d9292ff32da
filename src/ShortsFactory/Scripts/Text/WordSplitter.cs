using System.Globalization;

namespace ShortsFactory.Scripts.Text;

/// <summary>
/// Cuts text between two spaces into what captions show as words of their own: pictures, the two sides of a dash, and the
/// words of scripts that write no spaces.
/// </summary>
internal static class WordSplitter
{
    public static IReadOnlyList<Token> Split(string text, string language)
    {
        List<Token> parts = [];
        var begin = 0;
        var wasPicture = false;
        var hasWord = false;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var index = elements.ElementIndex;
            var isPicture = Emoji.IsPicture(element);
            var isWord = !isPicture && char.IsLetterOrDigit(text, index);
            if ((hasWord && (isPicture || (isWord && IsDash(text.AsSpan(begin..index))))) || (wasPicture && isWord))
            {
                Add(text[begin..index]);
                begin = index;
                hasWord = false;
                wasPicture = false;
            }

            wasPicture |= isPicture;
            hasWord |= isWord;
        }

        Add(text[begin..]);
        return parts;

        void Add(string part) => parts.AddRange(UnspacedText.Split(part, language).Select((unit, index) => new Token { Text = unit, Joined = index > 0 }));
    }

    private static bool IsDash(ReadOnlySpan<char> text) => text.EndsWith("—") || text.EndsWith("--");
}
