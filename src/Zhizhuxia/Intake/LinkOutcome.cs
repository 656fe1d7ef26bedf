using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What became of one link of a batch: exactly one of the three is there.</summary>
/// <param name="Receipt">It was taken.</param>
/// <param name="Errors">Fields to mend.</param>
/// <param name="Refused">A rule said no.</param>
public sealed record LinkOutcome(ReceiptView? Receipt, IReadOnlyList<FieldError>? Errors, RefusedException? Refused);
