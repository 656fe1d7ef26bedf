using Microsoft.Extensions.Options;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// The words of every mail to a reader (domain §4): the newspaper's own template, or ours, with the facts put in, under the tag that says the number and
/// between greeting and signature. An editor may change the result; what goes into HTML is made from that.
/// </summary>
public sealed class MailTexts(IOptions<MailOptions> options, IOptions<MailTextsOptions> own)
{
    /// <summary>Stands where the reader's own link will be: the link is put in when the mail goes, so that no draft and no page shows it.</summary>
    public const string LinkMark = "〔链接〕";

    /// <summary>Subject and plain text; <see cref="LinkMark"/> stands for the reader's link.</summary>
    public LetterText Compose(LetterKind kind, LetterFacts facts)
    {
        var key = LetterTemplates.KeyOf(kind, facts);
        var template = own.Value.Texts.GetValueOrDefault(key) ?? LetterTemplates.All.GetValueOrDefault(key)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this letter");
        return Compose(template, facts);
    }

    /// <summary>As <see cref="Compose(LetterKind, LetterFacts)"/>, by a template that somebody is writing.</summary>
    public LetterText Compose(LetterText template, LetterFacts facts)
    {
        var values = LetterMarks.Of(facts, options.Value.PublicAddress);
        var tag = facts.Number is { } number ? $"【知株侠 {number}】" : "【知株侠】";
        var contact = options.Value.ContactLine.Length > 0 ? $"\n{options.Value.ContactLine}" : "";
        var greeting = values["姓名"] is { Length: > 0 } name ? $"{name}，您好：" : "您好：";
        var body = LetterMarks.Fill(template.Body, values);
        return new(tag + LetterMarks.Fill(template.Subject, values), $"{greeting}\n\n{body}\n\n{options.Value.Signature}{contact}\n".ReplaceLineEndings("\n"));
    }

    /// <summary>Puts the reader's link where it belongs, also where an editor has lost its place.</summary>
    public static string WithLink(string body, string link) => body.Contains(LinkMark, StringComparison.Ordinal)
        ? body.Replace(LinkMark, link, StringComparison.Ordinal)
        : $"{body.TrimEnd()}\n\n{link}\n";
}
