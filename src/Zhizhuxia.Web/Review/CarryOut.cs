using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>Gives a decision to the room it belongs to, and says where the editor goes on.</summary>
public sealed class CarryOut(
    DecideSubmission decide, PublishSubmission publish, TakeDown takeDown, ReserveAddress addresses, ReviewQueue queue, DeskSettings settings)
{
    /// <summary>The decision as the rules look at it: a publication brings its address with it.</summary>
    public async Task<Decision> CompleteAsync(Guid id, Verb verb, DecisionForm form, CancellationToken ct)
    {
        var decision = form.ToDecision(settings.Reasons);
        if (verb is not Verb.Publish)
            return decision;
        var printed = await addresses.RunAsync(id, settings.PublicAddress, ct);
        return decision with { PublicAddress = printed.Address, QrReads = printed.QrReads };
    }

    /// <returns>The next piece that waits for this person, or the queue.</returns>
    /// <exception cref="RefusedException">As the use cases.</exception>
    public async Task<string> RunAsync(Guid id, Verb verb, Actor actor, DecisionForm form, CancellationToken ct)
    {
        var (seen, decision) = (Seen.Parse(form.Seen), form.ToDecision(settings.Reasons));
        _ = verb switch
        {
            Verb.Publish => await publish.RunAsync(id, actor, seen, settings.PublicAddress, decision.Letter, ct),
            Verb.TakeDown => await takeDown.RunAsync(id, actor, seen, decision, ct),
            _ => await decide.RunAsync(id, verb, actor, seen, decision, ct),
        };
        if (verb is Verb.Publish or Verb.TakeDown)
            return $"/desk/pieces/{id}?done={verb}"; // its QR code and its address are there
        return await queue.NextAsync(actor, id, ct) is { } next ? $"/desk/pieces/{next}?done={verb}" : $"/desk?done={verb}";
    }
}
