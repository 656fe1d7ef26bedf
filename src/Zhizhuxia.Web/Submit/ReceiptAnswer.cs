using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>The receipt as JSON. Keep the receipt: it is shown once and opens the piece.</summary>
/// <param name="Number">For people; opens nothing.</param>
/// <param name="Receipt">24 characters.</param>
/// <param name="AnswerDue">著作权法 第三十五条: 15 days after it was sent.</param>
internal sealed record ReceiptAnswer(
    string Number, string Receipt, SubmissionKind Kind, string Title, IReadOnlyList<ReceiptFile> Files, IReadOnlyList<AgreedText> Consents,
    DateTimeOffset SubmittedAt, DateTimeOffset AnswerDue)
{
    public static ReceiptAnswer Of(ReceiptView view) =>
        new(view.Number, view.Code, view.Kind, view.Title, view.Files, view.Consents, view.SubmittedAt, view.AnswerDue);
}
