namespace Zhizhuxia.Web.Submit;

/// <summary>What the interface's document shows of the link endpoints. Made-up people; the numbers and codes open nothing.</summary>
internal static class LinkExamples
{
    public const string Text = """{ "text": "7.43 复制打开抖音，看看 https://v.douyin.com/iRNBho6u/" }""";

    public const string Recognised = """
        {
          "code": null, "sentence": "识别到：抖音 · 链接 1 个",
          "links": [ { "url": "https://v.douyin.com/iRNBho6u/", "platform": "douyin", "kind": "video", "key": "douyin:iRNBho6u", "code": null, "expires": null } ]
        }
        """;

    public const string One = """
        {
          "linkText": "7.43 复制打开抖音，看看 https://v.douyin.com/iRNBho6u/", "title": "湘江边的龙舟", "text": "端午节上午在湘江风光带拍的龙舟赛。",
          "origin": "own", "aiUse": "no", "people": "allAgreed", "minors": "none", "publishedBefore": "ownAccount", "creditWish": "none",
          "name": "李女士", "email": "reader@example.org", "age": "adult", "agreeLicence": true, "agreeTruth": true, "agreePrivacy": true
        }
        """;

    public const string Many = $$"""{ "links": [ {{One}} ] }""";

    public const string Accepted = """{ "number": "ZX261122-0031", "receipt": "7K3M9QXD2VBNR5TW8HJP4CFG", "status": "/api/v1/status" }""";

    public const string Results = $$"""
        {
          "accepted": 1,
          "results": [
            { "index": 0, "status": 202, "link": {{Accepted}}, "problem": null },
            { "index": 1, "status": 400, "link": null, "problem": {{Invalid}} }
          ]
        }
        """;

    private const string Invalid = """
        {
          "type": "urn:zhizhuxia:form-invalid", "title": "form-invalid", "status": 400, "detail": "有几处还要改一下，您填的内容都还在。", "code": "form-invalid",
          "errors": { "linkText": [ "这是直播间，播完就看不到了。请把回放或剪好的视频分享出来，再粘贴到这里。" ] }, "codes": { "linkText": [ "link-live" ] }
        }
        """;
}
