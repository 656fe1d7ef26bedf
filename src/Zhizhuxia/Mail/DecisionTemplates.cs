namespace Zhizhuxia.Mail;

/// <summary>Letters about what was decided, and what followed.</summary>
internal static class DecisionTemplates
{
    public const string Declined = """
        谢谢您把〔作品〕〔作品名〕投给我们。编辑部认真看过了，这一次没有采用。

        〔原因〕

        没有采用，不等于作品不好：版面和栏目有限，总有好作品要割爱。作品的权利完全是您自己的，您可以投给别家，也可以自己发表。

        有趣的、有用的，工作的、生活的，欢迎您接着拍给我们看。
        """;

    public const string Adopted = """
        告诉您一个好消息：您的〔作品〕〔作品名〕已经通过三审，被采用了。

        我们正在为刊发作准备。刊发以后，会再写信把观看地址告诉您。

        〔署名〕

        〔稿酬〕

        谢谢您的好作品。
        """;

    public const string Withdrawn = """
        按您的要求，〔作品〕〔作品名〕已经撤回：不再审看，也不会刊发。作品的权利完全是您自己的。

        如果这不是您本人办理的，请尽快和我们联系。

        期待您下次来稿。
        """;

    /// <summary>Never says whose the other piece is (domain T13).</summary>
    public const string Merged = """
        谢谢您投来〔作品〕〔作品名〕。编辑部在这之前已经收到了同一内容，两份合在一起处理，这一份不再单独审看。

        如果您觉得不是同一内容，或者您才是作者，请报上编号和我们联系，我们会重新核对。
        """;

    public const string WithdrawalRefused = """
        您申请撤回〔作品〕〔作品名〕。编辑部商量过，这一次没有办法撤回，稿件会照原来的安排刊发。

        〔编辑的话〕

        要是您有特别的难处，请尽快和我们联系，报上编号就可以。
        """;

    public const string Published = """
        您的作品〔作品名〕刊发了，请在这里观看：
        〔链接〕

        欢迎转给家人和朋友。谢谢您，期待您的下一个作品。
        """;

    public const string TakenDown = """
        您的作品〔作品名〕已经从知株侠专版下线，原来的地址现在显示“已下线”。

        想了解原因，或者有不同的意见，请和我们联系，报上编号就可以。
        """;

    /// <summary>Never an account nor a sum: a mail may be read by others.</summary>
    public const string FeePaid = """
        您的作品〔作品名〕的稿酬已经发放，请留意您登记的收款方式。

        过几个工作日还没有收到，或者对金额、代扣的税款有疑问，请和我们联系，报上编号就可以。

        谢谢您的好作品，期待您的下一次来稿。
        """;

    public const string FilmRefused = """
        您上传的视频“〔文件名〕”，我们没能用上。〔属于哪篇〕

        〔文件问题〕

        您填写的内容和别的文件都还在，不会丢。您可以换一个文件再投一次，也可以等编辑写信请您补充。看进展，请打开：
        〔查询网址〕
        """;

    public const string Message = """
        关于您的〔作品〕〔作品名〕，编辑部想和您说：

        〔留言〕

        想回复，直接回这封信就可以；也可以打开下面的网页，输入回执码，在“和编辑部的往来”里写：
        〔查询网址〕
        """;
}
