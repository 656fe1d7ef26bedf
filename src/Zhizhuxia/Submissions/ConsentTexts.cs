namespace Zhizhuxia.Submissions;

/// <summary>The texts in force. A change of words is a new version; what was agreed to before keeps its own words.</summary>
public static class ConsentTexts
{
    public const string Version = "2026-11";

    public static string Of(ConsentKind kind) => kind switch
    {
        ConsentKind.Licence =>
            "我是作品的作者，或已得到全体作者同意。我授权株洲日报社以非专有方式，在报纸、网站、客户端、视频号等自有和合作平台上复制、发行、信息网络传播和汇编本作品，"
            + "范围为中国大陆，期限自采用之日起五年；采用后依报社标准支付稿酬。编辑可以修改文字、剪裁片头片尾；改动画面和声音的实质内容须先征得我同意。未被采用的，授权自始不生效。",
        ConsentKind.Truth =>
            "作品所反映的人和事真实，没有摆拍造假。画面、声音和音乐没有侵犯他人的著作权、肖像权、名誉权、隐私权。使用了 AI 生成或修改的，我已如实说明。",
        ConsentKind.Privacy =>
            "我同意株洲日报社为处理本次投稿收集并使用我填写的姓名、手机号、邮箱和稿件信息：只用于审稿、联系、刊发和支付稿酬，不作他用。"
            + "未采用的，原片在结案 90 天后删除，联系方式在 180 天后去标识。我可以随时凭回执码查询、导出、撤回稿件。采用之前，报社不会向我要身份证号和银行卡号。",
        _ =>
            "我是投稿人（或出镜未成年人）的监护人，已阅读以上三项，同意投稿、出镜和刊发。",
    };
}
