using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>How a piece stands, in the reader's words.</summary>
public sealed class StatusQuery(PortalDb db, ReaderPiece readers, TimeProvider clock)
{
    private const int MostMessages = 100;

    /// <param name="code">A receipt code as typed, or what stands behind # in the one-time link of 请您补充.</param>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>, <c>answer-link-dead</c>.</exception>
    public async Task<StatusView> RunAsync(string? code, CancellationToken ct)
    {
        var piece = await readers.ByCodeAsync(code, ct);
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.SubmissionId == piece.Id && job.AssetId != null && job.State != JobState.Done).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var held = piece.IsHeld(now);
        return new()
        {
            Number = piece.Number!,
            Title = piece.Title,
            Kind = piece.Kind,
            Word = ReaderWords.Of(piece, now),
            Closing = held ? null : piece.Closing,
            Steps = StepsOf(piece, now),
            Files = [.. piece.Assets.OrderBy(asset => asset.Id).Select(asset => FileOf(asset, jobs))],
            SubmittedAt = piece.SubmittedAt!.Value,
            AnswerDue = held || piece.State.IsUndecided() ? piece.AnswerDue : null,
            Messages = await MessagesAsync(piece.Id, ct),
            CanWrite = piece.CanBeWrittenAbout,
            Request = piece is { State: State.Waiting, Request: { } asked } ? new(asked.Items, asked.Text, asked.Due) : null,
            Plan = piece.Plan?.Said,
            DeclineReason = piece.Closing is CloseReason.Declined && !held ? piece.DeclineReason : null,
            DeclineWords = piece.Closing is CloseReason.Declined && !held ? piece.DeclineWords : null,
            PublicPath = piece.State is State.Published ? $"/v/{piece.ShortCode}" : null,
            CanWithdraw = piece.WithdrawalAskedAt is null && Workflow.Table.Any(row => row.From == piece.State && row.Verb is Verb.Withdraw or Verb.AskWithdrawal),
            Adopted = piece.State is State.Adopted,
            WithdrawalPending = piece.WithdrawalAskedAt is not null,
            KnowsMobile = piece.Contact?.Mobile is not null,
            KnowsEmail = piece.Contact?.Email is not null,
        };
    }

    /// <summary>From the table of messages alone: notes of the newsroom are in another.</summary>
    private async Task<IReadOnlyList<StatusMessage>> MessagesAsync(Guid id, CancellationToken ct) => await db.Messages.AsNoTracking()
        .Where(message => message.SubmissionId == id).OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Take(MostMessages)
        .OrderBy(message => message.At).ThenBy(message => message.Id)
        .Select(message => new StatusMessage(message.EditorId == null, message.Text, message.At)).ToListAsync(ct);

    private static IReadOnlyList<StatusStep> StepsOf(Submission piece, DateTimeOffset now)
    {
        var steps = piece.Told(now).Select(step => (Words: WordsOf(step), step.At)).Where(step => step.Words is not null)
            .Select(step => new StatusStep(step.Words!, step.At));
        return [.. (piece.FirstLookAt is { } looked ? steps.Append(new("编辑开始审看", looked)) : steps).OrderBy(step => step.At)];
    }

    /// <summary>Null for what goes on between editors.</summary>
    private static string? WordsOf(Step step) => (step.Verb, step.From) switch
    {
        (Verb.Submit, _) => "已收到您的投稿",
        (Verb.Receive, _) => "已收到您的来信",
        (Verb.Enter, _) => "编辑记下了您的来电",
        (Verb.Attach, _) => "编辑部挂上了视频",
        (Verb.Complete, _) => "您已补全声明与授权",
        (Verb.Supplement, _) => "已收到您补来的视频",
        (Verb.Pass, State.Review3) => "通过三审，已采用",
        (Verb.Ask, _) => "请您补充",
        (Verb.Answer or Verb.AnswerWithMaterial, _) => "已收到您的补充",
        (Verb.Relay, _) => "编辑记下了您的答复",
        (Verb.Expire, _) => "没有收到补充，稿件关闭",
        (Verb.Decline, _) => "本次未采用",
        (Verb.Withdraw or Verb.GrantWithdrawal, _) => "已按您的要求撤回",
        (Verb.AskWithdrawal, _) => "您申请撤稿，等编辑部答复",
        (Verb.RefuseWithdrawal, _) => "编辑部没有同意撤稿",
        (Verb.Duplicate, _) => "已并入同一题材",
        (Verb.Reopen, _) => "编辑部重新审看",
        (Verb.Restore, _) => "恢复刊发",
        (Verb.Publish, _) => "已刊发",
        (Verb.TakeDown, _) => "已下线",
        _ => null,
    };

    private static StatusFile FileOf(Asset asset, List<Job> jobs)
    {
        // What editors see besides a film that plays already is nothing the reader waits for.
        var mine = jobs.Where(job => job.AssetId == asset.Id && !(asset.PlayableInBrowser && job.Kind is JobKind.MakeProxy)).OrderBy(job => job.State is JobState.Running ? 0 : 1).ToList();
        var busy = mine.Any(job => job.State is JobState.Running or JobState.Ready);
        var running = mine.FirstOrDefault(job => job.State is JobState.Running);
        return new(asset.FileName, asset.Length, asset.Sha256, asset.State, WordsOf(asset, mine, busy), running?.Progress,
            asset.RefusalCode is { } code ? RefusalTexts.Of(code) : null, busy);
    }

    private static string WordsOf(Asset asset, List<Job> jobs, bool busy) => asset.State switch
    {
        AssetState.Expected or AssetState.Uploading => "还没有传完",
        AssetState.Rejected => "没能用上",
        AssetState.Purged => "已删除",
        AssetState.Ready when !busy && (asset.PlayableInBrowser || jobs.TrueForAll(job => job.Kind is not JobKind.MakeProxy)) => "已收好，可以播放",
        AssetState.Ready when !busy => "已收好，我们正在处理", // the proxy is parked; the reader need do nothing
        _ when jobs.FirstOrDefault(job => job.State is JobState.Running)?.ProgressNote is { } note => note,
        AssetState.Ready => "已收好，正在准备播放",
        _ when jobs.Any(job => job.State is JobState.Dead) => "已收好，检查遇到问题，我们正在处理",
        _ => "已收好，正在检查",
    };
}
