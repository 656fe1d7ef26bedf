using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What a reader is asked to complete, in words.</summary>
internal static class RequestTexts
{
    public static string Items(ReaderRequest? request) => string.Join('\n',
        (request?.Items ?? []).Select((item, i) => $"{"一二三四五六"[i]}、{Words(item)}"));

    private static string Words(RequestItem item) => item switch
    {
        RequestItem.Original => "原片：没有经过微信转发、也没有压缩过的原始视频文件。",
        RequestItem.Licence => "授权：确认您是作者，或者作者同意由我们刊发。",
        RequestItem.Change => "修改：请照编辑的说明改一改。",
        RequestItem.Facts => "事实：拍的是什么人、什么事，在什么时候、什么地方。",
        RequestItem.Credits => "署名：刊发时怎样署名，还有哪些人参与。",
        RequestItem.Guardian => "监护人同意：片中有未成年人，请监护人确认同意刊发。",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "No words for this item"),
    };
}
