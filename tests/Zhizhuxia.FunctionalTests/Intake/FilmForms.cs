using System.Net;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Forms with a film in them, as a browser without scripts sends them: the fields first, then the file.</summary>
internal static class FilmForms
{
    /// <param name="page">Where the form and its antiforgery token stand.</param>
    public static async Task<Answer> SendAsync(
        FormClient browser, string path, string page, IEnumerable<(string Name, string Value)> fields, string fileName, byte[] film)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await browser.TokenAsync(page)), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(film), "film", fileName);
        return await browser.SendAsync(path, form);
    }

    /// <summary>A form that nothing is wrong with, by the names of the page.</summary>
    public static Dictionary<string, string> Filled(string kind, Guid draft, string key) => new()
    {
        ["Draft"] = $"{draft}", ["IdempotencyKey"] = key, ["Form.Kind"] = kind, ["Form.Title"] = "湘江边的龙舟",
        ["Form.Text"] = "端午节上午在湘江风光带拍的龙舟赛。", ["Form.LinkText"] = kind is "Link" ? "https://v.douyin.com/iRNBho6u/" : "",
        ["Form.ProposalText"] = kind is "Proposal" ? "想拍老街最后一家打铁铺，周末上午师傅都在。" : "", ["Form.Origin"] = "Own", ["Form.AiUse"] = "No",
        ["Form.People"] = "AllAgreed", ["Form.Minors"] = "None", ["Form.PublishedBefore"] = "No", ["Form.CreditWish"] = "None", ["Form.Name"] = "李女士",
        ["Form.Mobile"] = "13800001234", ["Form.Age"] = "Adult", ["Form.AgreeLicence"] = "true", ["Form.AgreeTruth"] = "true", ["Form.AgreePrivacy"] = "true",
    };

    /// <summary>The receipt page that a submit leads to.</summary>
    public static async Task<string> ReceiptAsync(FormClient browser, Answer submitted)
    {
        Assert.Equal((HttpStatusCode.Redirect, "/submit/receipt"), (submitted.Status, submitted.Location));
        return WebUtility.HtmlDecode((await browser.GetAsync("/submit/receipt")).Html);
    }
}
