using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>What became of a batch.</summary>
/// <param name="Accepted">How many were taken.</param>
/// <param name="Results">In the order of the links.</param>
internal sealed record LinkBatchAnswer(int Accepted, IReadOnlyList<LinkBatchResult> Results)
{
    public static LinkBatchAnswer Of(IReadOnlyList<LinkOutcome> outcomes) =>
        new(outcomes.Count(outcome => outcome.Receipt is not null), [.. outcomes.Select(LinkBatchResult.Of)]);
}

/// <summary>What became of one link: either the link or the problem.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Status">What a call of its own would have answered: 202, 400, 409, 422.</param>
/// <param name="Problem">As problem+json.</param>
internal sealed record LinkBatchResult(int Index, int Status, LinkAccepted? Link, ProblemDetails? Problem)
{
    public static LinkBatchResult Of(LinkOutcome outcome, int index)
    {
        if (outcome.Receipt is { } receipt)
            return new(index, StatusCodes.Status202Accepted, LinkAccepted.Of(receipt), null);
        var problem = outcome.Errors is { } errors ? ApiJson.Invalid(errors) : Refusals.Problem(outcome.Refused!);
        return new(index, problem.Status!.Value, null, problem);
    }
}
