using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Puts the words of a checked form onto a draft.</summary>
internal static class FilledForm
{
    /// <summary>Addresses of one piece that are kept by themselves; the pasted text is kept whole.</summary>
    private const int MostLinks = 20;

    /// <summary>A draft becomes a piece (T1); its number and the commit are the caller's.</summary>
    /// <exception cref="FormInvalidException">Fields to mend; the piece is as before.</exception>
    /// <exception cref="RefusedException">A guard of T1.</exception>
    public static void Submit(this Submission piece, SubmissionForm form, Arrival arrival, PieceRequest request, ReceiptCodes codes, DateTimeOffset now)
    {
        piece.Take(form, arrival, now);
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        (piece.IdempotencyHash, piece.RequestHash) = (request.KeyHash, request.Hash);
    }

    /// <exception cref="FormInvalidException">The form breaks a rule; the piece is as before.</exception>
    private static void Take(this Submission piece, SubmissionForm form, Arrival arrival, DateTimeOffset now)
    {
        if (SubmissionFormRules.Check(form) is { Count: > 0 } errors)
            throw new FormInvalidException(errors);
        piece.Kind = form.Kind;
        (piece.Channel, piece.ApiKeyId) = (arrival.Channel, arrival.ApiKeyId);
        piece.LinkText = form.Kind is SubmissionKind.Link ? PlainText.Block(form.LinkText) : null;
        piece.ProposalText = form.Kind is SubmissionKind.Proposal ? PlainText.Block(form.ProposalText) : null;
        piece.Declarations = DeclarationsOf(form);
        piece.CreditName = form.CreditWish is CreditWish.None ? null : PlainText.Line(form.CreditName);
        piece.Contact = new(PlainText.Line(form.Name)!, SubmissionFormRules.NormalizeMobile(form.Mobile), SubmissionFormRules.NormalizeEmail(form.Email));
        piece.Fill(new(PlainText.Line(form.Title)!, PlainText.Block(form.Text) ?? "", CreditsOf(form, piece.CreditName), null, null, null));
        piece.Agree(form.Agreed(), now);
        if (form.Kind is SubmissionKind.Link)
            piece.Know(ShareText.Parse(form.LinkText).Links, now);
    }

    /// <summary>Puts consents, declarations and name of a completed form onto a mailed piece. The credit line is only begun where nobody has read it yet.</summary>
    /// <param name="form">Checked.</param>
    /// <returns>The credit line as the reader wishes it, where it was not begun: for the history, so that an editor finds it.</returns>
    public static string? Complete(this Submission piece, SubmissionForm form, DateTimeOffset now)
    {
        piece.Declarations = DeclarationsOf(form);
        piece.CreditName = form.CreditWish is CreditWish.None ? null : PlainText.Line(form.CreditName);
        piece.Contact = new(PlainText.Line(form.Name)!, SubmissionFormRules.NormalizeMobile(form.Mobile), SubmissionFormRules.NormalizeEmail(form.Email));
        piece.Agree(form.Agreed(), now);
        var credits = CreditsOf(form, piece.CreditName);
        if (piece.State is not State.Review1 || piece.Credits.Count > 0)
            return credits.Count > 0 ? $"读者希望的署名：{Credits.Print(credits)}" : null;
        piece.Fill(Content.Of(piece) with { Credits = credits });
        return null;
    }

    /// <summary>Keeps what the pasted text says of each address; a job looks at their pages.</summary>
    public static void Know(this Submission piece, IReadOnlyList<SharedLink> links, DateTimeOffset now)
    {
        piece.Links.AddRange(links.Take(MostLinks).Select((link, place) => new LinkFact
        {
            Id = Guid.CreateVersion7(now.AddMilliseconds(place)), // their order is the order of the text
            SubmissionId = piece.Id, Platform = link.Platform, Key = link.Key, Url = link.Url,
            Kind = link.Kind, Code = link.Code, Expires = link.Expires,
        }));
        piece.Jobs.Add(Job.ForPiece(JobKind.FetchLinkFacts, piece.Id, now));
    }

    /// <summary>Keeps the texts in force with the moment they were agreed to; what was agreed to before stays as it was.</summary>
    public static void Agree(this Submission piece, IEnumerable<ConsentKind> kinds, DateTimeOffset now) => piece.Consents.AddRange(
        kinds.Where(kind => !piece.HasConsent(kind)).Select(kind => new Consent
        {
            Id = Guid.CreateVersion7(now), SubmissionId = piece.Id, Kind = kind,
            TextVersion = ConsentTexts.Version, Text = ConsentTexts.Of(kind), AgreedAt = now,
        }).ToList());

    /// <summary>Of a proposal nothing has been filmed yet: whatever else its form brings was not asked.</summary>
    private static Declarations DeclarationsOf(SubmissionForm form) => form.Kind is SubmissionKind.Proposal
        ? new(null, null, null, null, null, null, null, form.Age!.Value)
        : new(
            form.Origin, form.CreditWish, form.PublishedBefore, form.AiUse, form.AiUse is AiUse.Yes ? PlainText.Line(form.AiWhere) : null,
            form.People, form.Minors, form.Age!.Value);

    /// <summary>The reader first, as the one behind the camera, unless the other credits name them.</summary>
    private static IReadOnlyList<Credit> CreditsOf(SubmissionForm form, string? name)
    {
        var others = Credits.Parse(PlainText.Block(form.OtherCredits));
        return name is null || others.Any(credit => credit.Names.Contains(name)) ? others : [new("摄影", [name]), .. others];
    }
}
