using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>Takes a piece by the use cases of the desk to where it shall be, one step after the other. Waits for the real jobs in between.</summary>
public sealed class MoveDemoPiece(DemoRooms rooms, IOptions<MailOptions> mail)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(Guid id, DemoPiece plan, CancellationToken ct)
    {
        while (await LoadAsync(id, ct) is var piece && !IsThere(piece, plan.Goal))
        {
            if (NeedsMachines(piece))
                await Task.Delay(Look, ct);
            else if (piece.UndecidedAlike > 0)
                await TellApartAsync(piece, ct);
            else
                await TryAsync(piece, plan, ct);
        }
    }

    // A suggestion may come at any moment, also between the look at the piece and the step.
    private async Task TryAsync(Submission piece, DemoPiece plan, CancellationToken ct)
    {
        try
        {
            await StepAsync(piece, plan, ct);
        }
        catch (RefusedException refused) when (refused.Code == Guards.AlikeDecided.Code)
        {
            await Task.Delay(Look, ct);
        }
    }

    private async Task TellApartAsync(Submission piece, CancellationToken ct)
    {
        var editor = await ActorAsync(DemoPeople.First, ct);
        foreach (var alike in (await rooms.RunAsync((ReadAlike read) => read.OfAsync(piece.Id, ct))).Where(alike => alike.MustBeDecided))
            await rooms.RunAsync((DecideResemblance decide) => decide.RunAsync(piece.Id, alike.Other.Id, ResemblanceState.Different, editor, ct));
    }

    private static bool IsThere(Submission piece, Goal goal) => goal switch
    {
        Goal.InReview1 => true,
        Goal.Claimed => piece.FirstLookAt is not null,
        Goal.InReview2 => piece.State is State.Review2,
        Goal.InReview3 => piece.State is State.Review3,
        Goal.Asked => piece.State is State.Waiting,
        Goal.Declined or Goal.Withdrawn => piece.State is State.Closed,
        Goal.Adopted => piece.State is State.Adopted,
        Goal.Published => piece.State is State.Published,
        _ => piece.State is State.TakenDown,
    };

    /// <summary>Files are still being looked at, or what goes out is still being made.</summary>
    private static bool NeedsMachines(Submission piece) => piece.State is State.Adopted
        ? piece.ChosenAssets.Any(asset => asset.Find(RenditionKind.Ladder) is null)
        : piece.Assets.Any(asset => asset.State is AssetState.Uploading or AssetState.Inspecting);

    private async Task StepAsync(Submission piece, DemoPiece plan, CancellationToken ct)
    {
        var hours = plan.Goal is Goal.Claimed ? plan.HoursAgo - 0.3 : plan.HoursAgo / 8;
        rooms.Clock.Show((piece.History[^1].At).AddHours(hours));
        if (plan.Goal is Goal.Withdrawn)
        {
            var code = await rooms.RunAsync((ReceiptCodes codes) => Task.FromResult(codes.CodeOf(piece.Id)));
            await rooms.RunAsync((Withdraw withdraw) => withdraw.RunAsync(code, piece.Contact!.Email, ct));
            return;
        }
        switch (piece.State)
        {
            case State.Review1:
                await FirstAsync(piece, plan, ct);
                break;
            case State.Review2:
                await PassAsync(piece, DemoPeople.Second, ct);
                break;
            case State.Review3:
                await PassAsync(piece, DemoPeople.Third, ct);
                break;
            case State.Adopted:
                await PublishAsync(piece, ct);
                break;
            case State.Published:
                await TakeDownAsync(piece, ct);
                break;
            default:
                throw new InvalidOperationException($"The demo does not know how to go on from {piece.State}");
        }
    }

    private async Task FirstAsync(Submission piece, DemoPiece plan, CancellationToken ct)
    {
        var editor = await ActorAsync(DemoPeople.First, ct);
        await ClaimAsync(piece, editor, ct);
        switch (plan.Goal)
        {
            case Goal.Claimed:
                break;
            case Goal.Asked:
                await DecideAsync(piece.Id, Verb.Ask, editor, new()
                {
                    Items = [RequestItem.Facts, RequestItem.Credits], Due = TimeProvider.System.GetUtcNow().AddDays(7),
                    Comment = "请告诉我们画面里两位老师的姓名，和拍摄的日期。",
                }, ct);
                break;
            case Goal.Declined:
                await DecideAsync(piece.Id, Verb.Decline, editor, new() { DeclineReason = ReviewOptions.DefaultReasons[1] }, ct);
                break;
            default:
                await EditAsync(piece.Id, plan, editor, ct);
                await DecideAsync(piece.Id, Verb.Pass, editor, new() { RightsChecked = true }, ct);
                break;
        }
    }

    private async Task EditAsync(Guid id, DemoPiece plan, Actor editor, CancellationToken ct)
    {
        var piece = await LoadAsync(id, ct);
        var column = await rooms.RunAsync((PortalDb db) => db.Columns.AsNoTracking().SingleAsync(row => row.Name == plan.Column, ct));
        var content = Content.Of(piece) with { AiLabel = plan.AiLabel, ColumnId = column.Id, SourceLine = $"视频/{plan.Form.CreditName}" };
        if (Content.Of(piece).Same(content))
            return;
        await rooms.RunAsync((ReviseSubmission revise) => revise.RunAsync(id, editor, Seen.Of(piece), content, null, ct));
    }

    private async Task PassAsync(Submission piece, string email, CancellationToken ct)
    {
        var editor = await ActorAsync(email, ct);
        await ClaimAsync(piece, editor, ct);
        await DecideAsync(piece.Id, Verb.Pass, editor, new() { RightsChecked = true }, ct);
    }

    private async Task PublishAsync(Submission piece, CancellationToken ct)
    {
        var editor = await ActorAsync(DemoPeople.Third, ct);
        await rooms.RunAsync((PublishSubmission publish) => publish.RunAsync(piece.Id, editor, Seen.Of(piece), mail.Value.PublicAddress, null, ct));
    }

    private async Task TakeDownAsync(Submission piece, CancellationToken ct)
    {
        var editor = await ActorAsync(DemoPeople.Third, ct);
        await rooms.RunAsync((TakeDown down) => down.RunAsync(piece.Id, editor, Seen.Of(piece), new() { Comment = "作者来电：想换掉其中一个镜头，先下线。" }, ct));
    }

    private async Task ClaimAsync(Submission piece, Actor editor, CancellationToken ct)
    {
        await rooms.RunAsync((ClaimSubmission claim) => claim.RunAsync(piece.Id, editor, "演示：接着上一次", ct));
        await rooms.RunAsync((LookAtSubmission look) => look.RunAsync(piece.Id, editor, ct));
    }

    private async Task DecideAsync(Guid id, Verb verb, Actor editor, Decision decision, CancellationToken ct)
    {
        var seen = Seen.Of(await LoadAsync(id, ct));
        await rooms.RunAsync((DecideSubmission decide) => decide.RunAsync(id, verb, editor, seen, decision, ct));
    }

    private Task<Actor> ActorAsync(string email, CancellationToken ct) => rooms.RunAsync((PortalDb db) => DemoPeople.ActorAsync(db, email, ct));

    private Task<Submission> LoadAsync(Guid id, CancellationToken ct) => rooms.RunAsync((PortalDb db) => db.Aggregate().AsNoTracking().SingleAsync(piece => piece.Id == id, ct));
}
