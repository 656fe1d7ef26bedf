using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Admin;

/// <summary>信的写法: every letter to readers, and whether its words are the newspaper's own.</summary>
[Authorize(Policies.Administrate)]
public sealed class MailTextsModel(IOptions<MailTextsOptions> texts) : AdminPage
{
    public IEnumerable<(string Key, string Title, bool IsChanged)> Letters =>
        LetterTemplates.All.Keys.Select(key => (key, TitleOf(key), texts.Value.Texts.ContainsKey(key)));

    public static string TitleOf(string key) => LetterTemplates.KindOf(key) is { } kind ? $"{DeskTexts.Of(kind)}{LetterTemplates.NoteOf(key)}" : key;
}
