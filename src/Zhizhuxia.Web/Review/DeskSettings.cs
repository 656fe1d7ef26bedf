using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>The newsroom's lists and the day, for the forms of the verbs.</summary>
public sealed class DeskSettings(IOptions<ReviewOptions> options, IOptions<MailOptions> mail, ComposeLetter letters, CompleteLink complete, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Scheme and host as readers reach the portal.</summary>
    public string PublicAddress => mail.Value.PublicAddress;

    /// <inheritdoc cref="ComposeLetter.AnswerAddress"/>
    public string AnswerAddress(Submission piece) => letters.AnswerAddress(piece);

    /// <inheritdoc cref="ComposeLetter.CompleteAddress"/>
    /// <returns>Null where it opens nothing any more.</returns>
    public string? CompleteAddress(Submission piece) => complete.CanOpen(piece, Now) ? letters.CompleteAddress(piece) : null;

    public int CompleteDays => (int)complete.Lasts.TotalDays;

    public IReadOnlyList<string> Reasons => options.Value.Reasons;

    public VerbForm FormFor(Transition row, Submission piece, DecisionForm form) =>
        new(row, piece, form, Reasons, DateOnly.FromDateTime(Beijing.Local(Now)), options.Value.AskDays);
}
