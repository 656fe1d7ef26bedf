using static Zhizhuxia.Web.Admin.SettingShape;

namespace Zhizhuxia.Web.Admin;

/// <summary>A form of the settings: what stands together in one document.</summary>
/// <param name="Name">In its address.</param>
/// <param name="Section">Of the configuration, and key of the document.</param>
/// <param name="Lead">What it is for.</param>
public sealed record SettingForm(string Name, string Section, string Title, string Lead, IReadOnlyList<SettingField> Fields)
{
    public static IReadOnlyList<SettingForm> All { get; } =
    [
        new("fees", "Fees", "稿酬档次", "采用的稿件按档付稿酬。超出这张表的数额，要写明理由并由终审总编同意。",
            [new("Grades", "档次和金额", Grades, 0, 100_000, "元", "每行一档：档名、空格、金额，例如“A 500”。") { Shown = "All" }]),
        new("review", "Review", "不采用的理由和补充期限", "编辑决定不采用时从这里选理由，读者在信里看得到，请写得和气、明白。",
            [
                new("DeclineReasons", "不采用的理由", Lines, 2, 40, "", "每行一条。") { Shown = "Reasons" },
                new("AskDays", "请读者补充，通常给几天", Number, 1, 30, "天"),
            ]),
        new("uploads", "Intake", "收稿的限额", "读者一次能传多少、多大。改小了不影响已经在传的。",
            [
                new("MaxFiles", "一篇稿件最多几个视频", Number, 1, 100, "个"),
                new("MaxFileMiB", "一个视频最大", Number, 1, 1 << 20, "MiB"),
                new("MaxFormFilmMiB", "浏览器没有脚本时，一个视频最大", Number, 1, 4096, "MiB"),
                new("GiBPerBrowserAndDay", "一个浏览器 24 小时最多传", Number, 1, 1 << 20, "GiB"),
                new("GiBPerAddressAndDay", "一个网络地址 24 小时最多传", Number, 1, 1 << 20, "GiB", "手机上网的人常常共用一个地址，别设得太小。"),
                new("CompleteWithin", "邮件来稿的确认链接，能用几天", Days, 1, 365, "天"),
            ]),
        new("rates", "Limits", "次数的限额", "同一个网络地址能试多少次，用来挡住机器。",
            [
                new("SubmitsPerHour", "投稿", Number, 1, 1_000_000, "篇／小时"),
                new("CreatesPerHour", "开始上传", Number, 1, 1_000_000, "次／小时"),
                new("ReceiptsPerMinute", "试回执码", Number, 1, 100_000, "次／分钟"),
                new("SignInsPerMinute", "试密码和验证码", Number, 1, 100_000, "次／分钟"),
                new("SubmitsPerKeyAndMinute", "合作方用一个密钥投稿", Number, 1, 1_000_000, "篇／分钟"),
            ]),
        new("retention", "Retention", "保存多久", "到期的材料和个人信息要删除或隐去。审稿记录一直保留，其中没有读者的个人信息。",
            [
                new("OriginalDays", "没有采用的原片，结束以后", Number, 1, 3650, "天"),
                new("ContactDays", "已结束稿件的读者姓名、手机、邮箱", Number, 1, 3650, "天"),
                new("RawMailDays", "来信的原件", Number, 1, 3650, "天"),
                new("AdoptedYears", "采用的原片，不再刊发以后", Number, 1, 50, "年"),
            ]),
        new("site", "Site", "报名、版名和许可证号", "显示在每个页面的页头和页脚。",
            [
                new("Name", "栏目名", Line, 1, 20),
                new("Newspaper", "报纸", Line, 1, 20),
                new("Section", "版面", Line, 1, 20),
                new("Licences", "页脚的许可证号", Lines, 2, 80, "", "每行一条：ICP 备案号、信息网络传播视听节目许可证号、地址。可以空着。") { Most = 10 },
            ]),
    ];
}
