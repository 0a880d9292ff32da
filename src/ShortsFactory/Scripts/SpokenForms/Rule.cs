namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says one kind of writing: returns what is said for each of the words it takes, one or more, or <see langword="null"/> if it takes none.</summary>
internal delegate IReadOnlyList<string>? Rule(WordsAt here);
