using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The rules of the form (domain §3). Pure; the order of the errors is the order of the page.</summary>
public static partial class SubmissionFormRules
{
    /// <summary>Empty if the form can be taken. Files are not looked at: whether they have arrived, the transition's guards say.</summary>
    public static IReadOnlyList<FieldError> Check(SubmissionForm form) => [.. Material(form), .. Words(form), .. Declarations(form), .. Person(form), .. Consents(form)];

    /// <summary>As <see cref="Check"/>, for a piece whose material and words came by mail.</summary>
    public static IReadOnlyList<FieldError> CheckCompletion(SubmissionForm form) => [.. Declarations(form), .. Person(form), .. Consents(form)];

    /// <summary>Eleven digits, or null if it is no mainland mobile.</summary>
    public static string? NormalizeMobile(string? typed)
    {
        var number = Blanks().Replace((PlainText.Line(typed) ?? "").Normalize(System.Text.NormalizationForm.FormKC), "");
        number = number.StartsWith("+86", StringComparison.Ordinal) ? number[3..] : number;
        number = number.Length == 13 && number.StartsWith("86", StringComparison.Ordinal) ? number[2..] : number;
        return MobileShape().IsMatch(number) ? number : null;
    }

    /// <summary>One address without blanks, or null if it is none.</summary>
    public static string? NormalizeEmail(string? typed)
    {
        var address = PlainText.Line(typed)?.Normalize(System.Text.NormalizationForm.FormKC);
        return address is { Length: <= 254 } && EmailShape().IsMatch(address) ? address : null;
    }

    private static IEnumerable<FieldError> Material(SubmissionForm form)
    {
        if (form.Kind is SubmissionKind.Link && LinkCode(form.LinkText) is { } code)
            yield return new(nameof(form.LinkText), code);
        if (form.Kind is SubmissionKind.Proposal && !Within(PlainText.Block(form.ProposalText), 10, 500))
            yield return new(nameof(form.ProposalText), "proposal-length");
    }

    /// <summary>Why a pasted text is no link to a film, or null. A kind that only a later look can tell is taken.</summary>
    public static string? LinkCode(string? pasted)
    {
        if (PlainText.Count(pasted) > 4000)
            return "link-too-long";
        var shared = ShareText.Parse(pasted);
        return shared.Chosen?.Kind switch
        {
            null => shared.Refused ? "link-refused" : "link-missing",
            LinkKind.Profile => "link-profile",
            LinkKind.Live => "link-live",
            _ when shared.Chosen.IsHome => "link-home",
            _ => null,
        };
    }

    private static IEnumerable<FieldError> Words(SubmissionForm form)
    {
        if (!Within(PlainText.Line(form.Title), 2, 40))
            yield return new(nameof(form.Title), "title-length");
        var text = PlainText.Block(form.Text);
        if ((form.Kind is not SubmissionKind.Proposal || text is not null) && !Within(text, 10, 800))
            yield return new(nameof(form.Text), "text-length");
    }

    private static IEnumerable<FieldError> Declarations(SubmissionForm form)
    {
        if (form.Kind is SubmissionKind.Proposal)
            yield break; // nothing has been filmed yet
        foreach (var (field, answered) in new (string, bool)[]
        {
            (nameof(form.Origin), form.Origin is not null), (nameof(form.AiUse), form.AiUse is not null), (nameof(form.People), form.People is not null),
            (nameof(form.Minors), form.Minors is not null), (nameof(form.PublishedBefore), form.PublishedBefore is not null),
            (nameof(form.CreditWish), form.CreditWish is not null),
        })
        {
            if (!answered)
                yield return new(field, "choose-one");
        }
        if (form.AiUse is AiUse.Yes && !Within(PlainText.Line(form.AiWhere), 1, 200))
            yield return new(nameof(form.AiWhere), "ai-where-missing");
        if (form.CreditWish is CreditWish.RealName or CreditWish.PenName && !Within(PlainText.Line(form.CreditName), 1, 40))
            yield return new(nameof(form.CreditName), "credit-name-length");
        if (PlainText.Count(form.OtherCredits) > 400)
            yield return new(nameof(form.OtherCredits), "other-credits-length");
    }

    private static IEnumerable<FieldError> Person(SubmissionForm form)
    {
        if (!Within(PlainText.Line(form.Name), 1, 20))
            yield return new(nameof(form.Name), "name-length");
        var (mobile, email) = (PlainText.Line(form.Mobile), PlainText.Line(form.Email));
        if (mobile is null && email is null)
            yield return new(nameof(form.Mobile), "contact-missing");
        if (mobile is not null && NormalizeMobile(mobile) is null)
            yield return new(nameof(form.Mobile), "mobile-invalid");
        if (email is not null && NormalizeEmail(email) is null)
            yield return new(nameof(form.Email), "email-invalid");
        if (form.Age is null)
            yield return new(nameof(form.Age), "choose-one");
        if (form.Age is AgeGroup.Under14)
            yield return new(nameof(form.Age), "guardian-form-needed");
    }

    private static IEnumerable<FieldError> Consents(SubmissionForm form)
    {
        if (!form.AgreeLicence)
            yield return new(nameof(form.AgreeLicence), "consent-needed");
        if (!form.AgreeTruth)
            yield return new(nameof(form.AgreeTruth), "consent-needed");
        if (!form.AgreePrivacy)
            yield return new(nameof(form.AgreePrivacy), "consent-needed");
        if (form.Age is AgeGroup.From14To17 && !form.AgreeGuardian)
            yield return new(nameof(form.AgreeGuardian), "guardian-consent-needed");
    }

    private static bool Within(string? text, int least, int most) => PlainText.Count(text) is var count && count >= least && count <= most;

    [GeneratedRegex(@"[\s\-–—()]")]
    private static partial Regex Blanks();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex MobileShape();

    [GeneratedRegex(@"^[^\s@<>""',;:\\()\[\]]{1,64}@[^\s@<>""',;:\\()\[\].]+(\.[^\s@<>""',;:\\()\[\].]+)+$")]
    private static partial Regex EmailShape();
}
