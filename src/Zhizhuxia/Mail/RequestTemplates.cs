namespace Zhizhuxia.Mail;

/// <summary>The letters about what a reader is asked to complete (domain T8 to T10).</summary>
internal static class RequestTemplates
{
    public const string PleaseComplete = """
        您的〔作品〕〔作品名〕，编辑已经看过，还想请您补充：

        〔补充清单〕

        〔编辑的话〕

        请在〔补充期限〕以前，打开下面的网页补充。这个链接只为您这一次补充准备，补充完就失效，请不要转给别人：
        〔链接〕

        到期没有收到，这篇稿件会先关闭；要是一时有困难，请早点告诉我们。
        """;

    public const string Reminder = """
        您的〔作品〕〔作品名〕还等您补充，〔补充期限〕到期：

        〔补充清单〕

        〔编辑的话〕

        请打开下面的网页补充。已经补充过的，请不用理会这封信：
        〔链接〕

        要是一时有困难，请回信或打电话告诉我们。
        """;

    public const string Expired = """
        您的〔作品〕〔作品名〕，我们在〔补充期限〕以前没有收到您的补充，稿件先关闭了，不再审看。作品的权利完全是您自己的。

        材料备齐了，欢迎您重新投稿，或者报上编号和我们联系，请编辑部重新打开这一篇。
        """;
}
