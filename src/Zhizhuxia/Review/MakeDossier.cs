using System.Text.Json;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Puts what lies on the desk about a piece into the order of a dossier. Pure.</summary>
public static class MakeDossier
{
    private const string Rule = "SHA-256(UTF-8)，各项以换行相连：previousHash、稿件 id（32 位十六进制）、number、verb（代审时接“ as 所代的级别”）、editorId（32 位十六进制，无则“-”）、actor、from、to、digest、utcTicks、"
        + "（接手时：原认领人 id、姓名、时刻）、comment。verb、from、to 和所代的级别，首字母改为大写。";

    public static Dossier Of(PieceFolder folder, DossierFrame frame)
    {
        var piece = folder.Piece;
        return new()
        {
            Piece = PieceOf(folder),
            Reader = piece.Contact,
            Declarations = piece.Declarations,
            Verdicts = VerdictsOf(piece),
            Consents = [.. piece.Consents.OrderBy(consent => consent.Kind).Select(consent => new DossierConsent(consent.Kind, consent.TextVersion, consent.AgreedAt, consent.Text))],
            Ai = AiOf(piece),
            Rights = new(frame.RightsPoints, [.. piece.History.Where(step => step.Verb is Verb.Pass).Select(step => new DossierTick(step.From, step.ActorName, step.At))]),
            Publication = PublicationOf(piece, frame),
            Files = [.. piece.Assets.OrderBy(asset => asset.Id).Select(FileOf)],
            Versions = [.. piece.Versions.Select(version => new DossierVersion(version.Number, version.Digest, version.By, version.At, version.Canonical))],
            Letters = [.. piece.Letters.Where(letter => letter.EditorId is null).Select(letter => new DossierLetter(letter.Kind, letter.To, letter.Subject, letter.Body, letter.CreatedAt, letter.SentAt, letter.ReturnedAt))],
            History = [.. piece.History.Select(StepOf)],
            Chain = new(StepChain.BrokenAt(piece), Rule),
        };
    }

    private static DossierPiece PieceOf(PieceFolder folder)
    {
        var piece = folder.Piece;
        var column = folder.Columns.FirstOrDefault(row => row.Id == piece.ColumnId)?.Name;
        return new(
            piece.Id, piece.Number, piece.Kind, piece.Channel, piece.State, piece.Closing, piece.Title, piece.Text, piece.Credits, piece.SourceLine, column, piece.LinkText,
            piece.ProposalText, piece.Plan, piece.DeclineReason, piece.DeclineWords, folder.EnteredBy, folder.Partner, piece.SubmittedAt, piece.AnswerDue, piece.FirstLookAt, piece.Digest);
    }

    private static IReadOnlyList<DossierVerdict> VerdictsOf(Submission piece)
    {
        var standing = piece.Passes();
        return
        [
            .. piece.History.Where(step => step.Verb is Verb.Pass).Select(step => new DossierVerdict(
                step.From, step.ActorName, step.LentRole, step.At, step.Digest, standing.Contains(step) && step.Digest == piece.Digest, step.Comment)),
        ];
    }

    private static DossierAi AiOf(Submission piece)
    {
        var evidence = AiEvidence.Of(piece);
        var decided = piece.AiLabel is null ? null : piece.Versions.AsEnumerable().Reverse().TakeWhile(version => LabelOf(version) == piece.AiLabel.ToString()).LastOrDefault();
        return new(
            piece.AiLabel, decided?.By, decided?.At, evidence.Declared, piece.Declarations?.AiWhere, evidence.Suggested, evidence.Conflicts,
            [.. piece.Assets.OrderBy(asset => asset.Id).Select(asset => new DossierEvidence(asset.FileName, AiMarks.LabelOf(asset.Warnings), [.. asset.Warnings.Select(code => RefusalTexts.Of(code))]))]);
    }

    /// <summary>The last member of <see cref="Submissions.Version.Canonical"/>.</summary>
    private static string? LabelOf(Submissions.Version version)
    {
        using var canonical = JsonDocument.Parse(version.Canonical);
        return canonical.RootElement[canonical.RootElement.GetArrayLength() - 1].GetString();
    }

    private static DossierPublication PublicationOf(Submission piece, DossierFrame frame) => new(
        piece.PublishedAt is not null && piece.ShortCode is { } code ? $"{frame.PublicAddress}/v/{code}" : null, piece.PublishedAt,
        piece.History.LastOrDefault(step => step.Verb is Verb.Publish)?.ActorName, piece.TakenDownAt, piece.CountersignedAt);

    private static DossierFile FileOf(Asset asset) => new(
        asset.FileName, asset.Length, asset.Sha256, asset.State, asset.IsKeptOut, asset.FactsLine, asset.RefusalCode is { } code ? RefusalTexts.Of(code) : null);

    private static DossierStep StepOf(Step step) => new(
        step.Number, step.Verb, step.LentRole, step.ActorName, step.EditorId, step.From, step.To, step.At, step.At.UtcTicks, step.Digest, step.Comment, step.TakenFrom, step.PreviousHash, step.Hash);
}
