using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>A filter of the queue as its address says it. What is not understood is left out.</summary>
public sealed class QueueQuery
{
    /// <summary>Characters.</summary>
    public const int LongestWords = 40;

    public State? State { get; set; }

    public Guid? Column { get; set; }

    public SubmissionKind? Kind { get; set; }

    public Channel? Channel { get; set; }

    public QueueMark? Mark { get; set; }

    public string? Tag { get; set; }

    public QueueShare? Share { get; set; }

    /// <summary>Only pieces whose 15 days end within three.</summary>
    public bool Soon { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>The address without the question mark; empty: the whole queue.</summary>
    public string Text => string.Join('&', Parts().Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    public bool IsEmpty => !Parts().Any();

    public static QueueQuery Parse(string text)
    {
        var parts = QueryHelpers.ParseQuery(text);
        return new()
        {
            State = Word<State>("state"), Column = Guid.TryParse(One("column"), CultureInfo.InvariantCulture, out var column) ? column : null, Kind = Word<SubmissionKind>("kind"),
            Channel = Word<Channel>("channel"), Mark = Word<QueueMark>("mark"), Tag = One("tag"), Share = Word<QueueShare>("share"), Soon = One("soon") is "true", Words = One("q"),
        };

        string? One(string name) => parts.TryGetValue(name, out var values) ? values.ToString() : null;
        T? Word<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(One(name), out var word) && Enum.IsDefined(word) ? word : null;
    }

    /// <summary>As the rules take it; words that are too long look for nothing.</summary>
    public QueueFilter ToFilter(DateTimeOffset now) => new(State is Submissions.State.Draft ? null : State, Column, Kind, Cleaned(Words))
    {
        Channel = Channel, Mark = Mark, Tag = PieceTag.Clean(Tag), Share = Share ?? QueueShare.All, Before = Soon ? ReadToday.SoonFrom(now) : null,
    };

    private IEnumerable<(string Name, string? Value)> Parts() => new (string Name, string? Value)[]
    {
        ("state", State is Submissions.State.Draft ? null : State?.ToString()), ("column", Column?.ToString()), ("kind", Kind?.ToString()), ("channel", Channel?.ToString()), ("mark", Mark?.ToString()),
        ("tag", PieceTag.Clean(Tag)), ("share", Share is null or QueueShare.All ? null : Share.ToString()), ("soon", Soon ? "true" : null), ("q", Cleaned(Words)),
    }.Where(part => part.Value is not null);

    private static string? Cleaned(string? words) => words?.Trim() is { Length: > 0 and <= LongestWords } clean ? clean : null;
}
