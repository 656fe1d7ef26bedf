namespace Zhizhuxia.Submissions;

/// <summary>One address of a link piece: what its text says from the beginning, and what its page says once a job has looked. Never part of a version.</summary>
public sealed class LinkFact
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>For programs: <c>douyin</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>Platform and id; pieces with the same key are about the same clip. A short address gives its own, until the page has told the clip's.</summary>
    public required string Key { get; set; }

    public required string Url { get; init; }

    public required LinkKind Kind { get; set; }

    /// <summary>提取码 of a cloud disk.</summary>
    public string? Code { get; init; }

    /// <summary>Until when a cloud disk keeps it, in the reader's words.</summary>
    public string? Expires { get; init; }

    /// <summary>≤ 200 characters, as its page says.</summary>
    public string? Title { get; set; }

    /// <summary>≤ 100 characters.</summary>
    public string? Author { get; set; }

    /// <summary>≤ 500 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Address of a picture, as text; nobody opens it.</summary>
    public string? Picture { get; set; }

    /// <summary>When the page was looked at; null: not yet.</summary>
    public DateTimeOffset? FetchedAt { get; set; }

    /// <summary>Why it says nothing, a code of FetchedLink; for editors and operators, never for the reader.</summary>
    public string? Failure { get; set; }
}
