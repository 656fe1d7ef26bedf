using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>What readers of Zhuzhou might send in. People and events are made up.</summary>
public static class DemoPieces
{
    private const string Holiday = "视·记者节";
    private const string Taste = "视·株洲味道";
    private const string Street = "视·街坊";

    private static readonly string[] Dawn = ["F6C59B", "8FB7C9", "D94B3A", "5B7F86", "2F4F55"];
    private static readonly string[] Noon = ["DCEBE6", "79A9C4", "F7E3A1", "6E9B7F", "3F6B52"];
    private static readonly string[] Dusk = ["F2A07B", "5A4A78", "F6D08A", "6B4C6E", "362A45"];
    private static readonly string[] Night = ["3B4A6B", "141B33", "E9E3C8", "2B3656", "10162B"];
    private static readonly string[] Rain = ["C9CFCB", "8A979B", "EFEDE4", "7C8B8A", "46575A"];

    public static IReadOnlyList<(string Name, string? Motto)> Columns { get; } =
        [(Holiday, "十一月八日，看看拿话筒的人"), (Taste, "街头巷尾，一口乡味"), (Street, "门口的事，身边的人")];

    public static IReadOnlyList<DemoPiece> All { get; } =
    [
        Film(Goal.Published, Street, 290, "湘江边的早班轮渡", "天还没亮透，第一班轮渡就离了岸。开船的谭师傅在这条水路上走了二十六年，他说江上的雾每天都不一样。", "谭小舟", new("VID_20261111_0612.mp4", "湘江边的早班轮渡", Dawn, Skyline.Hills)),
        Film(Goal.Published, Taste, 240, "凌晨三点，攸县香干出锅", "磨浆、点卤、压块、上色，一板香干要经过七双手。天亮前，第一车香干已经在去早市的路上。", "刘豆香", new("香干.mp4", "凌晨三点，香干出锅", Night, Skyline.Town, Upright: true)),
        Film(Goal.Published, Holiday, 200, "她跑了十二年医院线", "记者节，我们跟着一位跑卫生口的记者走了一天。手机里存着三百多个医生的电话，最怕半夜响，也最怕不响。", "李采薇", new("DJI_0042.mp4", "她跑了十二年医院线", Noon, Skyline.Town)),
        Film(Goal.Adopted, Street, 120, "神农城喷泉边的广场舞", "七点整，音乐一响，六十多位阿姨和三位大爷准时到齐。领舞的陈阿姨今年七十一岁，膝盖换过一次。", "陈小满", new("wx_camera_1731.mp4", "神农城的晚上", Dusk, Skyline.Town, Upright: true)),
        Film(Goal.TakenDown, Taste, 330, "炎陵黄桃下山记", "从高山果园到市里的水果摊，一箱黄桃要走四个小时。今年路修好了，桃子第一次没有磕碰。", "罗桃枝", new("炎陵黄桃.mp4", "炎陵黄桃下山记", Noon, Skyline.Hills)),
        Film(Goal.InReview3, Street, 96, "清水塘最后一根烟囱", "老厂区拆到只剩一根烟囱，在厂里干了一辈子的父亲每天傍晚都来看看它。我替他拍了下来。", "向工", new("IMG_2207.MOV", "清水塘最后一根烟囱", Dusk, Skyline.Town, Hevc: true)),
        Film(Goal.InReview2, Holiday, 70, "醴陵窑火旁的年轻人", "九零后的瓷艺师在直播间里讲釉下五彩，父亲在旁边画笔不停。两代人，一座窑。", "瓷小妹", new("mmexport1764.mp4", "醴陵窑火旁的年轻人", Rain, Skyline.Hills, Upright: true), AiLabel.Possible),
        Film(Goal.InReview1, Street, 318, "石峰公园来了一群白鹭", "连着三个早晨，石峰公园的樟树上都停着白鹭，最多的一次数到四十七只。", "晨练老杨", new("20261110_070512.mp4", "石峰公园来了一群白鹭", Dawn, Skyline.Hills)),
        Film(Goal.InReview1, Street, 40, "白鹭飞过石峰公园", "群里转来的，不知道是谁拍的，觉得好看就投来了。四十多只白鹭，真的在我们公园里。", "热心街坊", new("mmexport1790.mp4", "石峰公园来了一群白鹭", Dawn, Skyline.Hills)),
        Film(Goal.Claimed, Street, 26, "火车头旁边长大的孩子", "爷爷造蒸汽机车，爸爸造电力机车，我在小学的画画课上画的是磁浮。一家三代和株洲的火车头。", "小机车", new("IMG_8841.MOV", "火车头旁边长大的孩子", Noon, Skyline.Town, Upright: true, Hevc: true)),
        Film(Goal.Asked, Holiday, 50, "渌江书院的读书声", "周末的渌江书院，两位老师带着孩子们读诗，石阶上坐满了人，雨下起来也没有人走。", "渌水人家", new("书院.mp4", "渌江书院的读书声", Rain, Skyline.Hills)),
        Film(Goal.Declined, Street, 150, "我家猫会自己开门", "它花了两个星期学会了按门把手，现在全家谁也拦不住它出去串门。", "猫奴小周", new("cat.mp4", "我家猫会自己开门", Dusk, Skyline.Town, Upright: true)),
        Film(Goal.Withdrawn, Street, 30, "小区的电梯终于修好了", "停了四十天的电梯今天恢复运行，九楼的刘奶奶第一个下楼买菜。", "栗雨业主", new("电梯.mp4", "电梯终于修好了", Noon, Skyline.Town, Upright: true)),
        Film(Goal.InReview1, Taste, 5, "老站台的一碗米粉", "株洲老站旁的粉店要搬了，店主说最后一个月不涨价。第二个文件是我用老手机拍的，不知道还能不能看。", "赶路人", new("米粉.mp4", "老站台的一碗米粉", Dawn, Skyline.Town)) with { BrokenFile = "老手机_0003.3gp" },
        new(Goal.InReview1, Street, 9, Say(SubmissionKind.Link, "建宁驿站里的热心阿姨", "刷到一条视频，驿站的阿姨帮外卖小哥补雨衣，看得心里一热。是我自己发的号。", "路过的小胡") with
        {
            LinkText = "4.12 复制打开抖音，看看【路过的小胡的作品】建宁驿站里的热心阿姨 # 株洲 # 暖心 https://v.douyin.com/zhuzhou-demo/ 11/22 u@S.yt",
            PublishedBefore = PublishedBefore.OwnAccount,
        }, null),
        new(Goal.InReview1, Street, 2, Say(SubmissionKind.Proposal, "拍一拍荷塘夜市收摊后的两小时", null, "夜市摊主老袁") with
        {
            ProposalText = "想请你们和我们一起拍：荷塘夜市收摊以后，摊主们怎么收拾、怎么结伴回家。每天夜里十二点半以后都方便，我可以联系六七家摊主。",
        }, null) { Channel = Channel.Api },
    ];

    private static DemoPiece Film(Goal goal, string column, double hoursAgo, string title, string text, string who, DemoFilm film, AiLabel ai = AiLabel.None) =>
        new(goal, column, hoursAgo, Say(SubmissionKind.Film, title, text, who) with { AiUse = ai is AiLabel.None ? AiUse.No : AiUse.Yes, AiWhere = ai is AiLabel.None ? null : "片头的水墨动画用了 AI 生成" }, film) { AiLabel = ai };

    private static SubmissionForm Say(SubmissionKind kind, string title, string? text, string who) => new()
    {
        Kind = kind, Title = title, Text = text, Origin = Origin.Own, AiUse = AiUse.No, People = PeopleShown.AllAgreed, Minors = Minors.None,
        PublishedBefore = PublishedBefore.No, CreditWish = CreditWish.PenName, CreditName = who, Name = who, Email = "reader@demo.example",
        Age = AgeGroup.Adult, AgreeLicence = true, AgreeTruth = true, AgreePrivacy = true,
    };
}
