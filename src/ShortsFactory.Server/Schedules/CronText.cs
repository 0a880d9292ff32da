using Quartz;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Schedules;

/// <summary>Reads cron expressions: five fields as crontab has them, six or seven as Quartz has them, and names such as <c>@daily</c>.</summary>
internal static class CronText
{
    private const int CrontabFields = 5;
    private const int MostFields = 7;

    /// <summary>The expression in a time zone.</summary>
    /// <exception cref="InvalidInputException">The text is none.</exception>
    public static CronExpression Parse(string text, TimeZoneInfo zone)
    {
        var fields = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is < CrontabFields or > MostFields && !text.TrimStart().StartsWith('@'))
        {
            throw Refused(text, $"it has {fields.Length} fields instead of {CrontabFields}.");
        }

        try
        {
            return CronExpression.Parse(string.Join(' ', fields), fields.Length == CrontabFields ? CronFormat.Unix : CronFormat.Quartz).WithTimeZone(zone);
        }
        catch (FormatException exception)
        {
            throw Refused(text, exception.Message, exception);
        }
    }

    private static InvalidInputException Refused(string text, string reason, Exception? innerException = null) =>
        new($"'{text}' is no cron expression: {reason}", innerException: innerException)
        {
            Setting = "cron",
            Advice = "Write minute, hour, day, month and weekday, such as '30 7 * * mon-fri' for 7:30 on weekdays; six or seven fields are read as Quartz has them, with seconds first.",
        };
}
