namespace ShortsFactory.Server.Studio;

/// <summary>What a voice says of itself, in its own language where we know it.</summary>
internal static class Greeting
{
    private const string English = "Hello! This is how your short will sound. Three, two, one, and go.";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["de"] = "Hallo! So wird dein Video klingen. Drei, zwei, eins, los.",
        ["es"] = "¡Hola! Así va a sonar tu vídeo. Tres, dos, uno, ya.",
        ["fr"] = "Bonjour ! Voici comment ta vidéo va sonner. Trois, deux, un, partez.",
        ["it"] = "Ciao! Ecco come suonerà il tuo video. Tre, due, uno, via.",
        ["nl"] = "Hallo! Zo gaat je video klinken. Drie, twee, een, start.",
        ["pl"] = "Cześć! Tak zabrzmi twój film. Trzy, dwa, jeden, start.",
        ["pt"] = "Olá! É assim que o teu vídeo vai soar. Três, dois, um, já.",
        ["ru"] = "Привет! Так будет звучать твоё видео. Три, два, один, поехали.",
        ["sv"] = "Hej! Så här kommer din video att låta. Tre, två, ett, kör.",
        ["tr"] = "Merhaba! Videon böyle duyulacak. Üç, iki, bir, başla.",
        ["uk"] = "Привіт! Так звучатиме твоє відео. Три, два, один, почали.",
    };

    /// <param name="language">A BCP 47 tag.</param>
    public static string In(string language) => Known.GetValueOrDefault(language.Split('-')[0], English);
}
