using System.Globalization;

namespace ShortsFactory.Scripts.Text;

/// <summary>Cuts text between two spaces into what captions show as words of their own: pictures, and the two sides of a dash.</summary>
internal static class WordSplitter
{
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> parts = [];
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
            if ((hasWord && (isPicture || (isWord && IsDash(text[begin..index])))) || (wasPicture && isWord))
            {
                parts.Add(text[begin..index]);
                begin = index;
                hasWord = false;
                wasPicture = false;
            }

            wasPicture |= isPicture;
            hasWord |= isWord;
        }

        parts.Add(text[begin..]);
        return parts;
    }

    private static bool IsDash(string text) => text.EndsWith('—') || text.EndsWith("--", StringComparison.Ordinal);
}
